"""The receipt on paper, from its own record or from another one's (R244)."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.paper import FormCode
from desk.i18n import pgettext
from desk.services.receipt import KIND
from desk.ui.kit.act import Act
from desk.ui.paper.at_once import look
from desk.ui.paper.deeds import PaperDeeds, PaperPlan
from desk.ui.paper.preview import Preview
from desk.ui.receipt.deeds import ReceiptDeeds


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


def plan_of(paper: PaperDeeds, receipt_id: int) -> PaperPlan:
    """The receipt as a paper."""
    return paper.of_record(FormCode.RECEIPT, KIND, receipt_id)


def preview(deeds: ReceiptDeeds, parent: QWidget, receipt_id: int) -> Preview:
    """The receipt on paper; what is printed shows in the record at once."""
    return look(plan_of(deeds.paper, receipt_id), deeds.paper, parent, deeds.reload)


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


def _print_words() -> str:
    return pgettext("receipts", "Print the receipt")
