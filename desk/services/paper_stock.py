"""What is drawn on pre-printed stock 套打: values alone, each in its place. Loaded late."""

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, cast

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.print_stock import StockEntry
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.models.lists.print_stock import StockRow
from desk.printing import overlay, overlay_values
from desk.printing.form import Form, FormData
from desk.printing.forms import (
    complaint_record,
    complaint_sheet,
    coordination_slip,
    corrective_action,
    custody_agreement,
    joint_report,
    key_count,
    key_loan,
    key_receipt,
    key_use_log,
    release_pass,
    special_report,
)
from desk.printing.job import Job
from desk.printing.ops import Page
from desk.printing.paint import About, paint
from desk.printing.papers import MM, PAPERS
from desk.printing.pen import Hand, Pen
from desk.services.workplace import Workplace

_FORMS: Mapping[str, Form[Any]] = MappingProxyType(
    {
        FormCode.COMPLAINT_SHEET: complaint_sheet.FORM,
        FormCode.COMPLAINT_RECORD: complaint_record.FORM,
        FormCode.CORRECTIVE_ACTION: corrective_action.FORM,
        FormCode.SPECIAL_REPORT: special_report.FORM,
        FormCode.JOINT_REPORT: joint_report.FORM,
        FormCode.COORDINATION_SLIP: coordination_slip.FORM,
        FormCode.RELEASE_PASS: release_pass.FORM,
        FormCode.CUSTODY_AGREEMENT: custody_agreement.FORM,
        FormCode.KEY_USE_LOG: key_use_log.FORM,
        FormCode.KEY_LOAN: key_loan.FORM,
        FormCode.KEY_RECEIPT: key_receipt.FORM,
        FormCode.KEY_COUNT: key_count.FORM,
    }
)
_SMALL = 9.0


def pages(stock: StockRow, data: FormData, language: str) -> list[Page]:
    """The values of a record in their places on the stock; RuleRefused for what does not fit."""
    return overlay.overlay_pages(data, overlay.of(stock.paper, stock.fields), language)


def names(workplace: Workplace, form: str) -> tuple[str, ...]:
    """The values of a form that may stand on a stock; () for a form of no record."""
    workplace.require(Permission.READ)
    if form not in _FORMS:
        return ()
    kind: Any = _FORMS[form].data
    job = Job(
        estate=workplace.estate.name,
        custom=workplace.estate.custom,
        printed_at=workplace.now(),
        printed_by=workplace.actor.name,
    )
    return overlay_values.names(kind, job)


def reasons(workplace: Workplace, form: str, entry: StockEntry) -> tuple[Reason, ...]:
    """What is wrong with the places of the fields."""
    try:
        made = overlay.of(entry.paper, [asdict(one) for one in entry.fields])
    except RuleRefused as refused:
        return cast(tuple[Reason, ...], tuple(refused.reasons))
    return overlay.reasons(made, names(workplace, form))


def test_page(workplace: Workplace, entry: StockEntry, language: str) -> bytes:
    """Every field's name in its place and a frame around its room, as a PDF."""
    workplace.require(Permission.PRINT)
    made = overlay.of(entry.paper, [asdict(one) for one in entry.fields])
    paper = PAPERS[entry.paper]
    page = Page(paper.width * MM, paper.height * MM, [])
    pen = Pen(page, Hand.of(paper, language))
    for one in made.fields:
        top = page.height - one.y * MM
        height = one.height * MM
        pen.box(one.x * MM, top - height, one.width * MM, height)
        pen.text(one.x * MM + 1.5, top - _SMALL, one.name, _SMALL)
    return paint([page], About(entry.name, workplace.estate.name, language))
