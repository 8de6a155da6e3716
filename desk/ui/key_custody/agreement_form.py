"""A custody agreement is written: whose, kept by whom, for what, how long (R112)."""

from collections.abc import Sequence
from typing import Any

from desk.domain import custody_agreement as rules
from desk.domain.custody_agreement import AgreementEntry
from desk.i18n import _, pgettext
from desk.ui.key_custody import words
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.view import AgreementView
from desk.ui.kit.choice_field import Choice, ChoiceField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField

_LINES = 8_000


class AgreementForm(RecordForm):
    """A new agreement, or one that nobody has signed and that is corrected."""

    def __init__(self, deeds: KeyDeeds) -> None:
        self._deeds = deeds
        super().__init__()
        self.load(None)

    def build(self) -> None:
        """The household, the custodian, the period, then purposes and things, a line each."""
        deeds = self._deeds
        day = (deeds.custom, deeds.today)
        self.add("unit", PersonField(deeds.find_people), words.room, required=True)
        self.add("owner", LineField(rules.NAME_LIMIT), _owner, required=True, span=1)
        self.add("owner_phone", LineField(rules.PHONE_LIMIT), _phone, span=1)
        self.add("custodian", ChoiceField(self._custodians), _custodian, required=True)
        self.add("starts", DayField(*day), _starts, required=True, span=1)
        self.add("ends", DayField(*day), _ends, required=True, span=1)
        purposes = TextField(_LINES, lines=3)
        self.add("purposes", purposes, _purposes, required=True, hint=_purposes_hint)
        self.add("things", TextField(_LINES, lines=2), _things, hint=_things_hint)
        self.add("remark", TextField(rules.REMARK_LIMIT, lines=2), _remark)
        self.field("unit").picked.connect(self._person_picked)  # type: ignore[attr-defined]

    def heading(self) -> str:
        """The number, or that it is new."""
        known = self.value()
        return known.row.number if isinstance(known, AgreementView) else words.new_agreement()

    def subject(self) -> str:
        """The agreement that is corrected."""
        known = self.value()
        return known.row.number if isinstance(known, AgreementView) else ""

    def show_value(self, value: AgreementView | None) -> None:
        """An agreement, or the beginning of one: from today."""
        self._value = value
        row = None if value is None else value.row
        for key in ("owner", "owner_phone", "remark"):
            self.field(key).set_value("" if row is None else getattr(row, key))
        for key in ("purposes", "things"):
            self.field(key).set_value("" if row is None else "\n".join(getattr(row, key)))
        self.field("starts").set_value(self._deeds.today() if row is None else row.starts)
        self.field("ends").set_value(None if row is None else row.ends)
        self.field("custodian").set_value(None if row is None else str(row.custodian_id))
        self.field("unit").set_value(_picked(value))

    def read(self) -> AgreementEntry:
        """What the fields say."""
        custodian = self.field("custodian").value()
        return AgreementEntry(
            unit_id=self._unit_id(),
            owner=self.field("owner").value(),
            owner_phone=self.field("owner_phone").value(),
            custodian_id=int(custodian) if custodian else None,
            starts=self.field("starts").value(),
            ends=self.field("ends").value(),
            purposes=_lines(self.field("purposes").value()),
            things=_lines(self.field("things").value()),
            remark=self.field("remark").value(),
        )

    def save_value(self, value: AgreementEntry) -> AgreementView:
        """Write it down, or correct it."""
        known = self.value()
        return self._deeds.save_agreement(None if known is None else known.row, value)

    def _unit_id(self) -> int | None:
        known: AgreementView | None = self.value()
        person = self.field("unit").value()
        if known is not None and person == _picked(known):
            return known.row.unit_id
        return self._deeds.unit_of(person)

    def _person_picked(self, found: Any) -> None:
        """Whoever was found is the owner until the clerk says otherwise."""
        if found.kind == "resident" and not self.field("owner").value():
            self.field("owner").set_value(found.title)

    def _custodians(self) -> Sequence[Choice]:
        return [Choice(str(one), name) for one, name in self._deeds.custodians()]


def _picked(value: AgreementView | None) -> PickedPerson | None:
    if value is None:
        return None
    return PickedPerson("unit", str(value.row.unit_id), value.row.unit, "")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


def _owner() -> str:
    return _("Owner")


def _phone() -> str:
    return _("Phone")


def _custodian() -> str:
    return _("Custodian")


def _starts() -> str:
    return _("First day")


def _ends() -> str:
    return _("Last day")


def _purposes() -> str:
    return _("What the keys may be used for")


def _purposes_hint() -> str:
    return _("One purpose a line; for anything else the owner is asked first.")


def _things() -> str:
    return _("Things kept beside the keys")


def _things_hint() -> str:
    return _("One a line. The keys themselves are taken in under the agreement.")


def _remark() -> str:
    return pgettext("keys", "Remark")
