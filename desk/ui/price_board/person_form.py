"""Somebody who may be sent is written down: who, whose people, since when (R232)."""

from collections.abc import Sequence

from desk.domain import service_person as rules
from desk.domain.service_person import EmployerKind, PersonEntry
from desk.i18n import _, pgettext
from desk.services import service_person
from desk.services.service_person import PersonRow
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField
from desk.ui.price_board import words
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.wording import label


class PersonForm(RecordForm):
    """A new person, or one that is corrected; skills are deeds of the record."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        self._deeds = deeds
        super().__init__()
        self.load(None)

    def build(self) -> None:
        """Name, employer, since when."""
        deeds = self._deeds
        day = DayField(deeds.custom, deeds.today)
        self.add("name", LineField(rules.NAME_LIMIT), _name, required=True, span=1)
        self.add("phone", LineField(rules.PHONE_LIMIT), words.phone, span=1)
        self.add("employer", SegmentField(_employers), _employer, required=True)
        self.add("department", ChoiceField(deeds.departments), _department, required=True)
        self.add("supplier", ChoiceField(deeds.companies), _supplier, required=True)
        self.add("since", day, _since, required=True, span=1, hint=_since_hint)
        self.add("person_remark", TextField(rules.REMARK_LIMIT, lines=2), words.remark)
        self.field("employer").changed.connect(self._show_asked)

    def heading(self) -> str:
        """The name, or that it is new."""
        known = self.value()
        return known.name if isinstance(known, PersonRow) else words.new_person()

    def subject(self) -> str:
        """Who is corrected."""
        known = self.value()
        return str(known.id) if isinstance(known, PersonRow) else ""

    def show_value(self, value: PersonRow | None) -> None:
        """Somebody, or the beginning: an own worker, from today."""
        self._value = value
        entry = PersonEntry() if value is None else service_person.entry_of(value)
        self.field("name").set_value(entry.name)
        self.field("phone").set_value(entry.phone)
        self.field("employer").set_value(entry.employer)
        self.field("department").set_value(_text(entry.department_id))
        self.field("supplier").set_value(_text(entry.supplier_id))
        self.field("since").set_value(entry.since or self._deeds.today())
        self.field("person_remark").set_value(entry.remark)
        self._show_asked()

    def read(self) -> PersonEntry:
        """What the fields say; skills stay as they are."""
        known: PersonRow | None = self.value()
        return PersonEntry(
            name=self.field("name").value(),
            phone=self.field("phone").value(),
            employer=EmployerKind(self.field("employer").value() or EmployerKind.OWN),
            department_id=_number(self.field("department").value()),
            supplier_id=_number(self.field("supplier").value()),
            since=self.field("since").value(),
            skills=() if known is None else known.skills,
            remark=self.field("person_remark").value(),
        )

    def save_value(self, value: PersonEntry) -> PersonRow:
        """Write them down, or correct it."""
        known, desk = self.value(), self._deeds.workplace
        if known is None:
            return service_person.register(desk, value)
        return service_person.change(desk, known.id, known.version, value)

    def _show_asked(self) -> None:
        employer = self.field("employer").value()
        self.fields.cell("department").setVisible(employer == EmployerKind.DEPARTMENT)
        self.fields.cell("supplier").setVisible(employer == EmployerKind.SUPPLIER)


def _text(key: int | None) -> str | None:
    return None if key is None else str(key)


def _number(code: str | None) -> int | None:
    return int(code) if code else None


def _employers() -> Sequence[Choice]:
    return [Choice(one, label("employer_kind", one)) for one in EmployerKind]


def _name() -> str:
    return pgettext("catalogue", "Name")


def _employer() -> str:
    return pgettext("catalogue", "Whose people")


def _department() -> str:
    return pgettext("catalogue", "Department")


def _supplier() -> str:
    return pgettext("catalogue", "Supplier")


def _since() -> str:
    return pgettext("catalogue", "Does this work here since")


def _since_hint() -> str:
    return _("The work of somebody new is called back (R109).")
