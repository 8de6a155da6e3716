"""The forms of the estate: a unit, a resident, an identity paper, a standing instruction."""

from desk.domain.estate import (
    NAME_LIMIT,
    NOTE_LIMIT,
    IdentityDocument,
    IdentityKind,
    InstructionEntry,
    PersonKind,
    ResidentEntry,
    ResidentRole,
)
from desk.domain.household_rows import COMPANY_LIMIT, LIMIT
from desk.domain.room import Room
from desk.domain.unit import BUILDING_LIMIT, PART_LIMIT
from desk.i18n import _
from desk.services.household import Household, InstructionRow, ResidentView, UnitRow
from desk.ui.estate import words
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.kit.choice_field import ChoiceField, SegmentField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField

_DAY_LIMIT = 40


class HouseholdForm(RecordForm):
    """A form of one household; saving gives the household as it is then.

    `household` is None only while a unit is new; `deed` is what the household was asked for.
    """

    def __init__(self, deeds: EstateDeeds, household: Household | None, deed: str = "unit") -> None:
        self._deeds, self.household, self.deed = deeds, household, deed
        super().__init__()

    def subject(self) -> str:
        """Deed, unit and what of it, such as `change/7/resident-9`; "" for a new unit."""
        if self.household is None:
            return ""
        value = self.value()
        kinds = {ResidentView: "resident", InstructionRow: "instruction"}
        part = f"{kinds[type(value)]}-{value.id}" if type(value) in kinds else ""
        return f"{self.deed}/{self.household.unit.id}/{part}"

    def unit_id(self) -> int:
        """The unit of the household."""
        assert self.household is not None
        return self.household.unit.id

    def load(self, value: object) -> None:
        """What was saved comes back as the household: the form is done and goes."""
        if isinstance(value, Household):
            self._set_dirty(False)
        else:
            super().load(value)


class UnitForm(HouseholdForm):
    """Where a unit is."""

    def heading(self) -> str:
        """The unit, or that it is new."""
        return words.new_unit() if self.household is None else self.household.unit.label

    def build(self) -> None:
        """The four parts of a room."""
        self.add_section()
        self.add("building", LineField(BUILDING_LIMIT), words.building, required=True, span=1)
        self.add("entrance", LineField(PART_LIMIT), words.entrance, span=1)
        self.add("floor", LineField(PART_LIMIT), words.floor, span=1)
        self.add("door", LineField(PART_LIMIT), words.door, span=1)

    def show_value(self, value: UnitRow) -> None:
        """The parts as the estate writes them."""
        for key in ("building", "entrance", "floor", "door"):
            self.field(key).set_value(getattr(value.room, key))

    def read(self) -> Room:
        """The room that the fields make."""
        return Room(*(self.field(key).value() for key in ("building", "entrance", "floor", "door")))

    def save_value(self, value: Room) -> Household:
        """Write the unit down."""
        known = None if self.household is None else self.value()
        return self._deeds.household(self._deeds.save_unit(known, value))


class ResidentForm(HouseholdForm):
    """One resident; identity papers have a form of their own."""

    def heading(self) -> str:
        """The name, or that somebody is new."""
        seen = self.value()
        return seen.name if isinstance(seen, ResidentView) else _("New resident")

    def build(self) -> None:
        """Who it is and how to reach them."""
        self.add_section()
        self.add("name", LineField(NAME_LIMIT), words.name, required=True)
        self.add("role", SegmentField(words.role_choices), words.role)
        self.add("kind", SegmentField(words.kind_choices), words.kind)
        self.add("company", LineField(COMPANY_LIMIT), words.employer)
        self.add("phones", TextField(LIMIT, lines=2), words.phones, hint=words.phones_hint)
        self.add("note", TextField(NOTE_LIMIT), words.note)

    def show_value(self, value: ResidentView | None) -> None:
        """What is known, or an owner yet without a name."""
        entry = ResidentEntry("") if value is None else value
        for key in ("name", "role", "kind", "company", "note"):
            self.field(key).set_value(getattr(entry, key))
        self.field("phones").set_value("\n".join(entry.phones))

    def read(self) -> ResidentEntry:
        """The entry that the fields make."""
        return ResidentEntry(
            name=self.field("name").value(),
            role=ResidentRole(self.field("role").value()),
            kind=PersonKind(self.field("kind").value()),
            company=self.field("company").value(),
            phones=tuple(self.field("phones").value().splitlines()),
            note=self.field("note").value(),
        )

    def save_value(self, value: ResidentEntry) -> Household:
        """Write the resident down."""
        self._deeds.save_resident(self.unit_id(), self.value(), value)
        return self._deeds.household(self.unit_id())


class PaperForm(HouseholdForm):
    """An identity paper of the resident that was loaded."""

    def heading(self) -> str:
        """Whose paper it is."""
        seen = self.value()
        whose = seen.name if isinstance(seen, ResidentView) else ""
        return _("Identity paper of {name}").format(name=whose)

    def build(self) -> None:
        """Which paper and its number."""
        self.add_section()
        self.add("kind", ChoiceField(words.paper_choices), words.id_kind)
        self.add("number", LineField(LIMIT), words.id_number, required=True)

    def show_value(self, value: ResidentView) -> None:
        """The kind usual in the region; what is known is shown masked, elsewhere."""
        self.field("kind").set_value(self._deeds.usual_paper(value.kind))
        self.field("number").set_value("")

    def read(self) -> IdentityDocument:
        """The paper that the fields make."""
        return IdentityDocument(
            IdentityKind(self.field("kind").value()), self.field("number").value()
        )

    def save_value(self, value: IdentityDocument) -> Household:
        """Write the paper down."""
        self._deeds.add_document(self.value().id, value)
        return self._deeds.household(self.unit_id())


class InstructionForm(HouseholdForm):
    """A standing instruction, from a day to a day."""

    def heading(self) -> str:
        """What it is."""
        return words.instruction()

    def build(self) -> None:
        """What to mind, and when."""
        self.add_section()
        self.add("text", TextField(NOTE_LIMIT, lines=4), words.instruction, required=True)
        self.add("starts", self._day_field(), words.starts, required=True, span=1)
        self.add("ends", self._day_field(), words.ends, hint=words.ends_hint, span=1)

    def show_value(self, value: InstructionRow | None) -> None:
        """What is known, or from today."""
        custom = self._deeds.custom
        starts = self._deeds.today() if value is None else value.starts
        ends = None if value is None else value.ends
        self.field("text").set_value("" if value is None else value.text)
        self.field("starts").set_value(custom.date(starts))
        self.field("ends").set_value("" if ends is None else custom.date(ends))

    def read(self) -> InstructionEntry:
        """The entry that the fields make; a first day left blank is today."""
        parse = self._deeds.custom.parse_date
        starts = parse(self.field("starts").value()) or self._deeds.today()
        return InstructionEntry(
            self.field("text").value(), starts, parse(self.field("ends").value())
        )

    def save_value(self, value: InstructionEntry) -> Household:
        """Write the instruction down."""
        self._deeds.save_instruction(self.unit_id(), self.value(), value)
        return self._deeds.household(self.unit_id())

    def _day_field(self) -> LineField:
        return LineField(_DAY_LIMIT, check=self._day_problem)

    def _day_problem(self, text: str) -> str | None:
        custom = self._deeds.custom
        if not text or custom.parse_date(text) is not None:
            return None
        return _("Write the day like {example}.").format(example=custom.date(self._deeds.today()))
