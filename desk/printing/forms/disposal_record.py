"""《投訴處置記錄表》, the record of complaint sheets handed out and brought back (F5).

The receptionist takes the complaint sheet to the department within ten minutes and the receiver
signs here 領表人簽收 (R143); on the day of completion the sheet comes back and is entered here
(R145). A register over a period; its columns beyond the signature are our design.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, Rows, stacked, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "F5-1"

_SIGNED = Ruling(least=11, fills=True)  # high enough to sign in


@dataclass(frozen=True)
class SheetHandedOut:
    """One sheet on its way: to whom and when, who signed for it, when it was back and with whom.

    An empty `received_by` is signed on the paper.
    """

    number: str
    case: str
    department: str
    handed_out_at: datetime
    handed_out_by: str = ""
    received_by: str = ""
    returned_at: datetime | None = None
    taken_back_by: str = ""


@dataclass(frozen=True, kw_only=True)
class DisposalRecord(FormData):
    """The hand-outs from `since` to `until`, both days in it, in the order they were made."""

    since: date | None = None
    until: date | None = None
    sheets: tuple[SheetHandedOut, ...] = ()


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Complaint Disposal Record")


def _sections(record: DisposalRecord, hand: Hand) -> list[Section]:
    rows = Rows(hand, record.job, full=True)
    count = str(len(record.sheets)) if record.sheets else ""
    head = rows.row(
        words(pgettext("paper", "Number of entries"), count, LEFT),
        rows.period(pgettext("paper", "Period"), record.since, record.until),
    )
    if hand.paper.continuous:
        table = rows.table(_stacked_columns(), _stacked_lines(record, rows), _SIGNED)
    else:
        table = rows.table(_columns(), _lines(record, rows), _SIGNED)
    return [Section("", [head, table])]


def _columns() -> tuple[Column, ...]:
    return (
        Column(pgettext("paper", "Row"), 11, middle=True),
        Column(pgettext("paper", "Case no."), 31, middle=True),
        Column(pgettext("paper", "Case"), 60),
        Column(pgettext("paper", "Department"), 28),
        Column(pgettext("paper", "Handed out at"), 24, middle=True),
        Column(pgettext("paper", "Handed out by"), 24),
        Column(pgettext("paper", "Sheet received by"), 35, middle=True),
        Column(pgettext("paper", "Returned at"), 24, middle=True),
        Column(pgettext("paper", "Received back by"), 34, middle=True),
    )


def _lines(record: DisposalRecord, rows: Rows) -> list[tuple[str, ...]]:
    return [
        (
            str(at),
            one.number,
            one.case,
            one.department,
            rows.at(one.handed_out_at),
            one.handed_out_by,
            one.received_by,
            rows.at(one.returned_at),
            one.taken_back_by,
        )
        for at, one in enumerate(record.sheets, 1)
    ]


def _stacked_columns() -> tuple[Column, ...]:
    """On upright paper who stands under when."""
    handed_out = stacked(pgettext("paper", "Handed out at"), pgettext("paper", "Handed out by"))
    returned = stacked(pgettext("paper", "Returned at"), pgettext("paper", "Received back by"))
    return (
        Column(pgettext("paper", "Row"), 11, middle=True),
        Column(pgettext("paper", "Case no."), 28, middle=True),
        Column(pgettext("paper", "Case"), 45),
        Column(pgettext("paper", "Department"), 23),
        Column(handed_out, 34, middle=True),
        Column(pgettext("paper", "Sheet received by"), 28, middle=True),
        Column(returned, 36, middle=True),
    )


def _stacked_lines(record: DisposalRecord, rows: Rows) -> list[tuple[str, ...]]:
    return [
        (
            str(at),
            one.number,
            one.case,
            one.department,
            stacked(rows.moment_text(one.handed_out_at), one.handed_out_by),
            one.received_by,
            stacked(rows.moment_text(one.returned_at), one.taken_back_by),
        )
        for at, one in enumerate(record.sheets, 1)
    ]


FORM = Form(DisposalRecord, title_name, TEMPLATE_VERSION, _sections, landscape=True, numbered=False)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
