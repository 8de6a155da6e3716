"""What other records do with receipts: take the money they are owed, print the receipt (R244)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.domain import receipt as rules
from desk.domain.paper import FormCode
from desk.domain.receipt import LineEntry, Method, Place, ReceiptEntry
from desk.i18n import _, pgettext
from desk.services.receipt import KIND
from desk.ui.kit.act import Act
from desk.ui.kit.amount_field import AmountField
from desk.ui.kit.choice_field import ChoiceField, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.paper.at_once import begin
from desk.ui.paper.preview import Preview
from desk.ui.receipt import words
from desk.ui.receipt.deeds import ReceiptDeeds

Values = Mapping[str, Any]
Take = Callable[[ReceiptEntry], Any]
_HALF, _WHOLE = 6, 12


def take_plan(begun: ReceiptEntry, take: Take) -> DeedPlan:
    """The dialog that takes money: `begun` is what the record knows, its first line what is owed;
    `take` does the deed with what was typed and gives the record as it is now."""
    owed = begun.lines[0] if begun.lines else LineEntry("", Decimal())
    what, payer = partial(LineField, rules.WHAT_LIMIT), partial(LineField, rules.PAYER_LIMIT)
    reference = partial(LineField, rules.REFERENCE_LIMIT)
    collector = partial(LineField, rules.COLLECTOR_LIMIT)
    amount = owed.amount or None
    return DeedPlan(
        title=_take_words,
        button=_take_words,
        asked=(
            Asked("lines", what, _what_words, True, _WHOLE, owed.what),
            Asked("amount", AmountField, _amount_words, True, _HALF, amount),
            Asked("payer", payer, _payer_words, True, _HALF, begun.payer),
            Asked("method", _method_field, words.method_title, True, _HALF, begun.method),
            Asked("reference", reference, _reference_words, span=_HALF, when=_by_paper),
            Asked("place", _place_field, _place_words, True, _HALF, begun.place),
            Asked("collected_by", collector, _collector_words, span=_HALF, when=_is_on_site),
        ),
        do=partial(_take, begun, take),
        lead=_take_lead,
    )


def print_act(
    deeds: ReceiptDeeds,
    group: str,
    receipt_of: Callable[[Any], int | None],
    *,
    primary: bool = False,
) -> Act:
    """The deed that prints the receipt of a record; there while `receipt_of` names one."""
    has_one = partial(_has_one, receipt_of)
    return Act(
        "print_receipt",
        group,
        _print_words,
        shown=has_one,
        shut=partial(_why_not_print, deeds),
        opens=partial(_opens, deeds, receipt_of),
        primary=has_one if primary else None,
    )


def preview(deeds: ReceiptDeeds, parent: QWidget, receipt_id: int) -> Preview:
    """The receipt on paper; what is printed shows in the record at once."""
    plan = deeds.paper.of_record(FormCode.RECEIPT, KIND, receipt_id)
    shown = Preview(plan, deeds.paper, parent=parent.window())
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for changed in (shown.printed, shown.log_changed):
        changed.connect(deeds.reload)
    begin(shown)
    return shown


def _take(begun: ReceiptEntry, take: Take, values: Values) -> Any:
    on_site = _is_on_site(values)
    line = LineEntry(values["lines"], values["amount"] or Decimal())
    return take(
        replace(
            begun,
            lines=(line,),
            payer=values["payer"],
            method=Method(values["method"] or Method.CASH),
            place=Place(values["place"] or Place.CENTRE),
            reference=values["reference"] if _by_paper(values) else "",
            collected_by=values["collected_by"] if on_site else begun.collected_by,
        )
    )


def _has_one(receipt_of: Callable[[Any], int | None], record: Any) -> bool:
    return receipt_of(record) is not None


def _opens(
    deeds: ReceiptDeeds, receipt_of: Callable[[Any], int | None], parent: QWidget, record: Any
) -> None:
    found = receipt_of(record)
    if found is not None:
        preview(deeds, parent, found)


def _why_not_print(deeds: ReceiptDeeds, _record: Any) -> str:
    return deeds.why_not_print()


def _by_paper(values: Values) -> bool:
    return values["method"] not in (None, Method.CASH)


def _is_on_site(values: Values) -> bool:
    return bool(values["place"] == Place.ON_SITE)


def _method_field() -> ChoiceField:
    return ChoiceField(words.methods)


def _place_field() -> SegmentField:
    return SegmentField(words.places)


def _take_words() -> str:
    return pgettext("receipts", "Take the money")


def _take_lead() -> str:
    return _("The payer gets a receipt with a number of its own.")


def _what_words() -> str:
    return pgettext("receipts", "What for")


def _amount_words() -> str:
    return pgettext("receipts", "Amount")


def _payer_words() -> str:
    return pgettext("receipts", "Payer")


def _reference_words() -> str:
    return pgettext("receipts", "Number of cheque or transfer")


def _place_words() -> str:
    return pgettext("receipts", "Paid at")


def _collector_words() -> str:
    return pgettext("receipts", "Collected by")


def _print_words() -> str:
    return pgettext("receipts", "Print the receipt")
