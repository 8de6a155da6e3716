"""Money is taken at the desk: of whom, for what, how it is paid; the builder's by his mandate."""

import re
from collections.abc import Sequence
from decimal import Decimal

from desk.domain import receipt as rules
from desk.domain.receipt import LineEntry, Method, Place, ReceiptEntry
from desk.i18n import EstateFormat, _, pgettext
from desk.services.receipt import ReceiptRow
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.result_list import Found
from desk.ui.kit.text_field import TextField
from desk.ui.receipt import words
from desk.ui.receipt.deeds import ReceiptDeeds

_LINES = 9_000
_PRICED = re.compile(
    r"(.*?)[\s:]*([-−]?(?:HK\$|NT\$|\$|¥)?[-−]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*[元圓]?"
)
_NARROW = {0xFF01 + at: 0x21 + at for at in range(94)} | {ord("￥"): "¥"}  # one for one
_TEXTS = ("payer", "collected_by", "checked_by", "reference", "remark", "lines")


class ReceiptForm(RecordForm):
    """A new receipt; what was written is printed, and never changed."""

    def __init__(self, deeds: ReceiptDeeds) -> None:
        self._deeds, self._filled = deeds, ""
        super().__init__()
        self.load(None)

    def build(self) -> None:
        """Of whom, for what, how."""
        deeds = self._deeds
        moment = MomentField(deeds.custom, deeds.now)
        self.person = PersonField(deeds.find_people)
        self.add("unit", self.person, _unit)
        self.add("payer", LineField(rules.PAYER_LIMIT), _payer, required=True, span=1)
        self.add("received_at", moment, _received, span=1)
        lines = TextField(_LINES, lines=4)
        self.add("lines", lines, _for_what, required=True, hint=_lines_hint)
        self.add("method", ChoiceField(words.methods), words.method_title, required=True, span=1)
        self.add("reference", LineField(rules.REFERENCE_LIMIT), _reference, span=1)
        self.add("place", SegmentField(words.places), _place, required=True, span=1)
        self.add("collected_by", LineField(rules.COLLECTOR_LIMIT), _collector, span=1)
        self.add("mandate", ChoiceField(self._mandates, nothing=_own_money), _mandate, span=1)
        self.add("checked_by", LineField(rules.COLLECTOR_LIMIT), _checker, span=1)
        self.add("remark", LineField(rules.REMARK_LIMIT), _remark)
        self.person.picked.connect(self._person_picked)
        self.field("method").changed.connect(self._show_asked)

    def heading(self) -> str:
        """That it is new."""
        return words.new_words()

    def begin_for(self, unit_id: int) -> None:
        """The home is known, and who owns it."""
        label_of, owner = self._deeds.home(unit_id)
        self.person.set_value(PickedPerson("unit", str(unit_id), label_of, owner))
        self._fill_payer(owner)
        self.field("lines" if owner else "payer").setFocus()

    def show_value(self, value: None) -> None:
        """An empty one: now, in cash, at the desk."""
        self._value = value
        for key in _TEXTS:
            self.field(key).set_value("")
        self.person.set_value(None)
        self.field("received_at").set_value(self._deeds.now())
        self.field("method").set_value(Method.CASH)
        self.field("place").set_value(Place.CENTRE)
        self.field("mandate").set_value(None)
        self._show_asked()

    def read(self) -> ReceiptEntry:
        """What the fields say."""
        said = {key: self.field(key).value() for key in _TEXTS if key != "lines"}
        mandate = self.field("mandate").value()
        if not self.fields.cell("reference").isVisibleTo(self.fields):
            said["reference"] = ""
        return ReceiptEntry(
            unit_id=self._deeds.unit_of(self.person.value()),
            lines=tuple(_lines(self._deeds.custom, self.field("lines").value())),
            method=Method(self.field("method").value() or Method.CASH),
            place=Place(self.field("place").value() or Place.CENTRE),
            received_at=self.field("received_at").value(),
            mandate_id=int(mandate) if mandate else None,
            **said,
        )

    def save_value(self, value: ReceiptEntry) -> ReceiptRow:
        """Number it and write it down."""
        return self._deeds.take(value)

    def load(self, value: object) -> None:
        """What was written down is shown by its record; the form is done with."""
        super().load(None if isinstance(value, ReceiptRow) else value)

    def _mandates(self) -> Sequence[Choice]:
        told = _("{number} · {builder}: {fees}")
        return [
            Choice(
                str(one.id),
                told.format(
                    number=one.number,
                    builder=one.builder,
                    fees=pgettext("list", ", ").join(item.name for item in one.items),
                ),
            )
            for one in self._deeds.mandates()
        ]

    def _person_picked(self, found: Found) -> None:
        """Whoever was found pays, or the owner of the home."""
        if found.kind == "resident":
            self._fill_payer(found.title)
        else:
            self._fill_payer(self._deeds.home(int(found.key))[1])

    def _fill_payer(self, name: str) -> None:
        """What was typed stays; what was filled in for somebody else goes with that person."""
        if self.field("payer").value() in ("", self._filled):
            self.field("payer").set_value(name)
            self._filled = name

    def _show_asked(self) -> None:
        in_cash = self.field("method").value() == Method.CASH
        self.fields.cell("reference").setVisible(not in_cash)


def _lines(custom: EstateFormat, text: str) -> list[LineEntry]:
    """One line each: what, and the amount at its end; one without an amount is refused later."""
    found = []
    for written in filter(None, (one.strip() for one in text.splitlines())):
        priced = _PRICED.fullmatch(written.translate(_NARROW))
        amount = custom.parse_money(priced[2]) if priced else None
        if priced is None or amount is None:
            found.append(LineEntry(written, Decimal()))
        else:
            found.append(LineEntry(written[: priced.end(1)].rstrip(" :："), amount))
    return found


def _unit() -> str:
    return pgettext("receipts", "Home")


def _payer() -> str:
    return pgettext("receipts", "Payer")


def _received() -> str:
    return pgettext("receipts", "Received at")


def _for_what() -> str:
    return pgettext("receipts", "What for, how much")


def _lines_hint() -> str:
    return _("One a line, the amount at its end, such as “Visit 180”; a reduction is below zero.")


def _reference() -> str:
    return pgettext("receipts", "Number of cheque or transfer")


def _place() -> str:
    return pgettext("receipts", "Paid at")


def _collector() -> str:
    return pgettext("receipts", "Collected by")


def _mandate() -> str:
    return pgettext("receipts", "Whose money")


def _own_money() -> str:
    return pgettext("receipts", "The office’s own")


def _checker() -> str:
    return pgettext("receipts", "Fees checked by")


def _remark() -> str:
    return pgettext("receipts", "Remark")
