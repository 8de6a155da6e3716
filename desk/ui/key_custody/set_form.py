"""Keys are taken in: what they open, on what ground they are kept, on which hook (R112, R113)."""

from collections.abc import Mapping, Sequence
from typing import Any

from desk.domain import key_set as rules
from desk.domain.key_set import KeyBasis, KeyLeftFor, KeySetEntry
from desk.i18n import _, pgettext
from desk.ui.key_custody import words
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.view import SetView
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.number_field import NumberField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField
from desk.wording import label

_TEXTS = ("tag", "hook", "opens", "left_by", "phone", "remark")
_FIGURES = 3


class SetForm(RecordForm):
    """A set that comes into custody, or one that is corrected."""

    def __init__(self, deeds: KeyDeeds) -> None:
        self._deeds = deeds
        self._agreement_id: int | None = None
        super().__init__()
        self.load(None)

    def build(self) -> None:
        """The keys, then why they are here and whose they are."""
        deeds = self._deeds
        self.add("tag", LineField(rules.TAG_LIMIT), words.tag, required=True, span=1)
        self.add("hook", LineField(rules.HOOK_LIMIT), _hook, span=1)
        self.add("opens", LineField(rules.OPENS_LIMIT), _opens, required=True, hint=_opens_hint)
        self.add("keys", NumberField(_FIGURES), _keys, span=1, required=True)
        self.add("received_at", MomentField(deeds.custom, deeds.now), _received, span=1)
        self.add_section(words.ground_title)
        self.add("basis", SegmentField(_bases), _basis, required=True, hint=_basis_hint)
        self.add("agreement", ChoiceField(self._agreements), _agreement, required=True)
        self.add("left_for", SegmentField(_reasons), _left_for, required=True)
        self.add("left_for_text", LineField(rules.TEXT_LIMIT), _left_text, required=True)
        self.add("unit", PersonField(deeds.find_people), words.room)
        self.add("left_by", LineField(rules.NAME_LIMIT), _left_by, span=1)
        self.add("phone", LineField(rules.PHONE_LIMIT), _phone, span=1)
        self.add("remark", TextField(rules.REMARK_LIMIT, lines=2), _remark)
        for key in ("basis", "left_for"):
            self.field(key).changed.connect(self._show_asked)

    def heading(self) -> str:
        """The tag, or that it is new."""
        known = self.value()
        return known.row.tag if isinstance(known, SetView) else words.new_set()

    def subject(self) -> str:
        """The set that is corrected."""
        known = self.value()
        return str(known.row.id) if isinstance(known, SetView) else ""

    def begin_under(self, agreement_id: int) -> None:
        """A set that comes in under an agreement."""
        self.field("basis").set_value(KeyBasis.AGREEMENT)
        self.field("agreement").set_value(str(agreement_id))
        self._show_asked()

    def show_value(self, value: SetView | None) -> None:
        """A set, or the beginning of one: the estate's own, one key, now."""
        self._value = value
        row = None if value is None else value.row
        self._agreement_id = None if row is None else row.agreement_id
        self.field("agreement").retranslate()
        for key in _TEXTS:
            self.field(key).set_value("" if row is None else getattr(row, key))
        self.field("keys").set_value(1 if row is None else row.keys)
        received = self._deeds.now() if row is None else row.received_at
        self.field("received_at").set_value(received)
        self.field("basis").set_value(KeyBasis.ESTATE if row is None else row.basis)
        agreement = "" if row is None or row.agreement_id is None else str(row.agreement_id)
        self.field("agreement").set_value(agreement or None)
        self.field("left_for").set_value(None if row is None else row.left_for or None)
        self.field("left_for_text").set_value("" if row is None else row.left_for_text)
        self.field("unit").set_value(_picked(value))
        self._show_asked()

    def read(self) -> KeySetEntry:
        """What the fields say; what its ground does not ask for is empty."""
        texts = {key: self.field(key).value() for key in _TEXTS}
        basis = KeyBasis(self.field("basis").value() or KeyBasis.ESTATE)
        agreement, left_for = self.field("agreement").value(), self.field("left_for").value()
        is_left = basis is KeyBasis.EXCEPTION
        return KeySetEntry(
            keys=self.field("keys").value(),
            received_at=self.field("received_at").value(),
            basis=basis,
            agreement_id=int(agreement) if agreement and basis is KeyBasis.AGREEMENT else None,
            unit_id=self._unit_id(),
            left_for=KeyLeftFor(left_for) if left_for and is_left else None,
            left_for_text=self.field("left_for_text").value() if is_left else "",
            **texts,
        )

    def save_value(self, value: KeySetEntry) -> SetView:
        """Take it in, or correct it."""
        known = self.value()
        return self._deeds.save_set(None if known is None else known.row, value)

    def restore(self, draft: Mapping[str, Any]) -> None:
        """A draft shows what its ground asks for."""
        super().restore(draft)
        self._show_asked()

    def _unit_id(self) -> int | None:
        known: SetView | None = self.value()
        person = self.field("unit").value()
        if known is not None and person == _picked(known):
            return known.row.unit_id
        return self._deeds.unit_of(person)

    def _agreements(self) -> Sequence[Choice]:
        """Those that are open, and the one it is under already."""
        known = {one.id: one for one in self._deeds.open_agreements()}
        if self._agreement_id is not None and self._agreement_id not in known:
            row = self._deeds.agreement(self._agreement_id).row
            known[row.id] = row
        return [
            Choice(str(one.id), " · ".join((one.number, one.unit, one.owner)))
            for one in known.values()
        ]

    def _show_asked(self) -> None:
        basis = self.field("basis").value()
        is_left = basis == KeyBasis.EXCEPTION
        shown = {
            "agreement": basis == KeyBasis.AGREEMENT,
            "left_for": is_left,
            "left_for_text": is_left and self.field("left_for").value() == KeyLeftFor.OTHER,
        }
        for key, is_asked in shown.items():
            self.fields.cell(key).setVisible(is_asked)


def _picked(value: SetView | None) -> PickedPerson | None:
    if value is None or value.row.unit_id is None:
        return None
    return PickedPerson("unit", str(value.row.unit_id), value.row.unit or "", "")


def _bases() -> Sequence[Choice]:
    return [Choice(one, label("key_basis", one)) for one in KeyBasis]


def _reasons() -> Sequence[Choice]:
    return [Choice(one, label("key_left_for", one)) for one in KeyLeftFor]


def _hook() -> str:
    return _("Hook")


def _opens() -> str:
    return _("What it opens")


def _opens_hint() -> str:
    return _("Such as: front door and iron gate. The room is chosen below, not written here.")


def _keys() -> str:
    return _("How many keys")


def _received() -> str:
    return pgettext("keys", "Received at")


def _basis() -> str:
    return _("Kept as")


def _basis_hint() -> str:
    return _("As a rule nobody's keys are kept; in a special case by agreement (R112, R113).")


def _agreement() -> str:
    return _("Which agreement")


def _left_for() -> str:
    return _("Left for")


def _left_text() -> str:
    return _("Left for what")


def _left_by() -> str:
    return _("Who left it")


def _phone() -> str:
    return _("Phone")


def _remark() -> str:
    return pgettext("keys", "Remark")
