"""Keys are handed to an owner: which home, who receives them, which keys, one a line (R34, F36)."""

import re

from desk.domain import key_receipt as rules
from desk.domain.key_loan import TAIL, KeyProof
from desk.domain.key_receipt import LineEntry, ReceiptEntry
from desk.i18n import _, pgettext
from desk.services.key_receipt import KeyReceiptRow
from desk.ui.key_custody import fields as ask
from desk.ui.key_custody import words
from desk.ui.key_custody.receipt_deeds import ReceiptDeeds
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.result_list import Found
from desk.ui.kit.text_field import TextField
from desk.wording import label

_LINES = 8_000
_COUNTED = re.compile(r"(.+?)\s*[xX×*＊]\s*(\d{1,3})")


class ReceiptForm(RecordForm):
    """A new receipt; what was written is printed and signed, not changed."""

    def __init__(self, deeds: ReceiptDeeds) -> None:
        self._deeds = deeds
        super().__init__()
        self.load(None)

    def build(self) -> None:
        """The home, the receiver, the keys."""
        keys = self._deeds.keys
        moment = MomentField(keys.custom, keys.now)
        self.person = PersonField(keys.find_people)
        self.add("unit", self.person, words.room, required=True)
        self.add("receiver", LineField(rules.NAME_LIMIT), _receiver, required=True, span=1)
        self.add("is_owner", SegmentField(_answers), _is_owner, required=True, span=1)
        self.add("authority", LineField(rules.AUTHORITY_LIMIT), _authority, required=True)
        self.add("phone", LineField(rules.PHONE_LIMIT), _phone, span=1)
        self.add("handed_over_at", moment, _handed_over, span=1)
        self.add("proof", ChoiceField(_proofs, nothing=_nothing), _proof, span=1)
        self.add("proof_tail", LineField(TAIL), _tail, span=1)
        lines = TextField(_LINES, lines=4)
        self.add("lines", lines, _keys, required=True, hint=_keys_hint)
        self.add("remark", TextField(rules.REMARK_LIMIT, lines=2), _remark)
        self.person.picked.connect(self._person_picked)
        self.field("is_owner").changed.connect(self._show_asked)

    def heading(self) -> str:
        """That it is new."""
        return words.new_receipt()

    def begin_for(self, unit_id: int) -> None:
        """The home is known, and who owns it."""
        label_of, owner, phone = self._deeds.home(unit_id)
        self.person.set_value(PickedPerson("unit", str(unit_id), label_of, owner))
        self.field("receiver").set_value(owner)
        self.field("phone").set_value(phone)
        self.field("lines").set_value("\n".join(self._deeds.kept_tags(unit_id)))
        self.field("receiver" if not owner else "lines").setFocus()

    def show_value(self, value: None) -> None:
        """An empty one: now, to the owner."""
        self._value = value
        for key in ("receiver", "authority", "phone", "proof_tail", "lines", "remark"):
            self.field(key).set_value("")
        self.person.set_value(None)
        self.field("proof").set_value(None)
        self.field("is_owner").set_value(ask.YES)
        self.field("handed_over_at").set_value(self._deeds.keys.now())
        self._show_asked()

    def read(self) -> ReceiptEntry:
        """What the fields say; a line that is a tag is the set in custody."""
        said = {key: self.field(key).value() for key in ("receiver", "phone", "proof_tail")}
        proof, is_owner = self.field("proof").value(), self.field("is_owner").value() != ask.NO
        written = filter(None, (one.strip() for one in self.field("lines").value().splitlines()))
        return ReceiptEntry(
            handed_over_at=self.field("handed_over_at").value() or self._deeds.keys.now(),
            unit_id=self._deeds.keys.unit_of(self.person.value()),
            is_owner=is_owner,
            authority="" if is_owner else self.field("authority").value(),
            proof=KeyProof(proof) if proof else None,
            lines=tuple(self._line(one) for one in written),
            remark=self.field("remark").value(),
            **said,
        )

    def save_value(self, value: ReceiptEntry) -> KeyReceiptRow:
        """Number it and write it down."""
        return self._deeds.register(value)

    def load(self, value: object) -> None:
        """What was written down is shown by its record; the form is done with."""
        super().load(None if isinstance(value, KeyReceiptRow) else value)

    def _line(self, text: str) -> LineEntry:
        kept = self._deeds.kept_set(text)
        if kept is not None:
            return LineEntry(key_set_id=kept.id, what=kept.opens)
        counted = _COUNTED.fullmatch(text)
        if counted is None:
            return LineEntry(what=text, keys=1)
        return LineEntry(what=counted[1], keys=int(counted[2]))

    def _person_picked(self, found: Found) -> None:
        """Whoever was found receives them, and what the desk keeps of the home is on the list."""
        if found.kind == "resident" and not self.field("receiver").value():
            self.field("receiver").set_value(found.title)
        if not self.field("lines").value():
            unit_id = self._deeds.keys.unit_of(self.person.value())
            self.field("lines").set_value("\n".join(self._deeds.kept_tags(unit_id)))

    def _show_asked(self) -> None:
        is_other = self.field("is_owner").value() == ask.NO
        self.fields.cell("authority").setVisible(is_other)


def _answers() -> list[Choice]:
    return [Choice(ask.YES, _("The owner")), Choice(ask.NO, _("Somebody with a letter"))]


def _proofs() -> list[Choice]:
    return [Choice(one, label("key_proof", one)) for one in KeyProof]


def _nothing() -> str:
    return _("none")


def _receiver() -> str:
    return _("Who receives them")


def _is_owner() -> str:
    return _("Is it the owner")


def _authority() -> str:
    return _("By what letter of the owner")


def _phone() -> str:
    return _("Phone")


def _handed_over() -> str:
    return _("Handed over at")


def _proof() -> str:
    return _("Paper seen")


def _tail() -> str:
    return _("Last four characters")


def _keys() -> str:
    return _("Which keys")


def _keys_hint() -> str:
    return _("One a line: a tag in custody, or what it opens and how many, such as front door x4.")


def _remark() -> str:
    return pgettext("keys", "Remark")
