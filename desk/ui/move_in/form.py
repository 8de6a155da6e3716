"""A move-in as it is written down: the room first, then who comes and when (R20-R28)."""

from collections.abc import Mapping
from typing import Any

from desk.domain import move_in as rules
from desk.domain.move_in import MoveInEntry
from desk.domain.move_in_rule import Arrival, Holder
from desk.errors import DeskError
from desk.i18n import _
from desk.services.move_in import MoveIn, entry_of
from desk.ui.kit.choice_field import SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.faults import fault_words
from desk.ui.kit.line_field import LineField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.result_list import Found
from desk.ui.kit.text_field import TextField
from desk.ui.move_in import form_words as said
from desk.ui.move_in import words
from desk.ui.move_in.deeds import MoveInDeeds

UNIT = "unit"
YES = "yes"
_UNIT = "unit_id"
_TEXTS = ("name", "contact", "phone", "agent", "agent_phone", "remark")
_DAYS = ("moved_on", "period_starts", "period_ends")
_FLAGS = ("by_agent", "concentrated")


class CaseForm(RecordForm):
    """A new case, or the correction of an open one (`load` a `MoveIn`).

    An entry that is loaded, from a room or a person, is not yet a change.
    """

    def __init__(self, deeds: MoveInDeeds) -> None:
        self._deeds = deeds
        self._unit_id: int | None = None
        self._filled: dict[str, str] = {}
        super().__init__()

    # The life of a form

    def heading(self) -> str:
        """What is being done."""
        known = self._known
        if known is None:
            return words.new_words()
        return _("Change {number}").format(number=known.detail.number)

    def subject(self) -> str:
        """The number of a case being corrected."""
        return "" if self._known is None else self._known.detail.number

    saved_title = subject

    def build(self) -> None:
        """Where, who, whether an agent comes, when."""
        self.room = PersonField(self._deeds.find_people)
        self.room.picked.connect(self._picked)
        self.room.changed.connect(self._room_changed)
        self.add("unit", self.room, said.room, required=True)
        for key, caption, choices in (
            ("arrival", said.arrival, words.arrival_choices),
            ("holder", said.holder, words.holder_choices),
        ):
            segment = SegmentField(choices)
            segment.changed.connect(self._show_around)
            self.add(key, segment, caption, required=True, span=1)
        self.add("name", LineField(rules.NAME_LIMIT), said.name, required=True, span=1)
        self.add("phone", LineField(rules.PHONE_LIMIT), said.phone, span=1)
        self.add("contact", LineField(rules.NAME_LIMIT), said.contact, required=True)
        self._build_when()
        self.add("remark", TextField(rules.REMARK_LIMIT, lines=1), said.remark)

    def show_value(self, value: MoveInEntry | MoveIn) -> None:
        """Put an entry or a known case into the fields."""
        entry = entry_of(value.detail) if isinstance(value, MoveIn) else value
        self._unit_id, self._filled = entry.unit_id, {}
        for key in (*_TEXTS, *_DAYS, "arrival", "holder"):
            self.field(key).set_value(getattr(entry, key))
        for key in _FLAGS:
            self.field(key).set_value(YES if getattr(entry, key) else "no")
        self.room.set_value(self._shown_room(entry))
        self._show_around()

    def read(self) -> MoveInEntry:
        """The entry that the fields make."""
        values = {key: self.field(key).value() for key in (*_TEXTS, *_DAYS)}
        flags = {key: self.field(key).value() == YES for key in _FLAGS}
        if self.field("holder").value() != Holder.COMPANY:
            values["contact"] = ""
        return MoveInEntry(
            unit_id=self._unit_id,
            arrival=Arrival(self.field("arrival").value()),
            holder=Holder(self.field("holder").value()),
            **values,
            **flags,
        )

    def save_value(self, value: MoveInEntry) -> MoveIn:
        """Write it down, or correct it."""
        return self._deeds.save(self._known, value)

    def draft(self) -> dict[str, Any]:
        """The fields, and which unit it is."""
        return {**super().draft(), _UNIT: self._unit_id}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """The fields and the unit again."""
        unit = draft.get(_UNIT)
        self._unit_id = unit if isinstance(unit, int) else None
        super().restore(draft)
        self._show_around()

    # Parts

    @property
    def _known(self) -> MoveIn | None:
        """The case that is being corrected."""
        value = self.value()
        return value if isinstance(value, MoveIn) else None

    def _build_when(self) -> None:
        deeds = self._deeds
        day = (deeds.custom, deeds.today)
        self.add("moved_on", DayField(*day), said.moved_on, required=True, span=1)
        self._flag("by_agent", said.by_agent)
        self.add("agent", LineField(rules.NAME_LIMIT), said.agent, required=True, span=1)
        self.add("agent_phone", LineField(rules.PHONE_LIMIT), said.agent_phone, span=1)
        self._flag("concentrated", said.concentrated, span=2)
        for key, caption in (
            ("period_starts", said.period_starts),
            ("period_ends", said.period_ends),
        ):
            self.add(key, DayField(*day), caption, required=True, span=1)

    def _flag(self, key: str, caption: Any, span: int = 1) -> None:
        segment = SegmentField(words.yes_no)
        segment.changed.connect(self._show_around)
        self.add(key, segment, caption, span=span)

    def _shown_room(self, entry: MoveInEntry) -> PickedPerson | None:
        if entry.unit_id is None:
            return None
        unit = self._deeds.unit_words(entry.unit_id)
        return PickedPerson(UNIT, str(entry.unit_id), unit, entry.name)

    def _picked(self, found: Found) -> None:
        """Fill in what the estate knows of the room or the person; what was typed stays."""
        try:
            if found.kind == UNIT:
                arrival = Arrival(self.field("arrival").value())
                entry = self._deeds.of_unit(int(found.key), arrival)
            else:
                entry = self._deeds.of_resident(int(found.key))
                self.field("arrival").set_value(entry.arrival)
        except DeskError as fault:
            self._unit_id = None
            self.room.set_value(None)
            self.show_summary(fault_words(fault))
            return
        self._unit_id = entry.unit_id
        if entry.name:
            self.field("holder").set_value(entry.holder)
        self._fill({"name": entry.name, "phone": entry.phone})
        self._show_around()

    def _room_changed(self) -> None:
        if self.room.value() is None:
            self._unit_id = None

    def _fill(self, known: Mapping[str, str]) -> None:
        """What was typed stays; what was filled in for another room goes with that room."""
        for key, value in known.items():
            if self.field(key).value() in ("", self._filled.get(key, "")):
                self.field(key).set_value(value)
                self._filled[key] = value

    def _show_around(self) -> None:
        """Only what the choices so far ask for is there."""
        is_company = self.field("holder").value() == Holder.COMPANY
        self.fields.cell("contact").setVisible(is_company)
        for flag, keys in (
            ("by_agent", ("agent", "agent_phone")),
            ("concentrated", ("period_starts", "period_ends")),
        ):
            is_on = self.field(flag).value() == YES
            for key in keys:
                self.fields.cell(key).setVisible(is_on)
