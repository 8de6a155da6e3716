"""糾正預防措施, the corrective-action sheet of a grave complaint (R146).

A 重大 or 重要 complaint is handled under 《不合格糾正與預防標準作業程序》; the manual does not show
that procedure's form, so fields and layout are our design.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.complaint import Severity
from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Row
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, signer, words
from desk.printing.signatures import SignatureRow

TEMPLATE_VERSION = "R146-1"


@dataclass(frozen=True, kw_only=True)
class CorrectiveAction(FormData):
    """The values of one sheet; its number is the case's. Moments are aware UTC."""

    department: str = ""
    severity: Severity | None = None
    written_by: str = ""
    written_at: datetime | None = None
    facts: str = ""
    cause: str = ""
    correction: str = ""
    prevention: str = ""
    responsible: str = ""
    due_on: date | None = None
    done: str = ""
    done_by: str = ""
    done_at: datetime | None = None
    verification: str = ""
    verified_by: str = ""
    verified_at: datetime | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Corrective and Preventive Action")


def _sections(sheet: CorrectiveAction, hand: Hand) -> list[Section]:
    rows = Rows(hand, sheet.job)
    return [
        Section(pgettext("paper", "Case"), _case(sheet, rows)),
        Section(pgettext("paper", "Action"), _action(sheet, rows)),
        Section(pgettext("paper", "Carried out"), _carried_out(sheet, rows)),
        Section(pgettext("paper", "Verification"), _verification(sheet, rows)),
        Section(pgettext("paper", "Signatures"), _signatures(sheet, rows)),
    ]


def _case(sheet: CorrectiveAction, rows: Rows) -> list[Row]:
    return [
        rows.row(
            words(pgettext("paper", "Written by"), sheet.written_by, LEFT),
            rows.moment(pgettext("paper", "Written at"), sheet.written_at),
        ),
        rows.row(
            words(pgettext("paper", "Department"), sheet.department, LEFT),
            rows.severity(sheet.severity, RIGHT),
        ),
        rows.long(pgettext("paper", "What is not in order"), sheet.facts, 16, 2),
    ]


def _action(sheet: CorrectiveAction, rows: Rows) -> list[Row]:
    """Cause, correction of what happened, prevention of its return; by whom and by when."""
    return [
        rows.long(pgettext("paper", "Cause"), sheet.cause, 16, 2),
        rows.long(pgettext("paper", "Correction"), sheet.correction, 16, 2),
        rows.long(pgettext("paper", "Prevention"), sheet.prevention, 16, 2),
        rows.row(
            words(pgettext("paper", "Responsible"), sheet.responsible, LEFT),
            rows.day(pgettext("paper", "To be done by"), sheet.due_on),
        ),
    ]


def _carried_out(sheet: CorrectiveAction, rows: Rows) -> list[Row]:
    return [
        rows.long(pgettext("paper", "What was done"), sheet.done, 14, 2),
        rows.row(
            words(pgettext("paper", "Carried out by"), sheet.done_by, LEFT),
            rows.moment(pgettext("paper", "Done at"), sheet.done_at),
        ),
    ]


def _verification(sheet: CorrectiveAction, rows: Rows) -> list[Row]:
    return [
        rows.long(pgettext("paper", "Result of the verification"), sheet.verification, 14, 2),
        rows.row(
            words(pgettext("paper", "Verified by"), sheet.verified_by, LEFT),
            rows.moment(pgettext("paper", "Verified at"), sheet.verified_at),
        ),
    ]


def _signatures(sheet: CorrectiveAction, rows: Rows) -> list[SignatureRow]:
    return rows.signatures(
        signer(pgettext("paper", "Responsible"), sheet.responsible),
        signer(pgettext("paper", "Head of department")),
        signer(pgettext("paper", "Verified by"), sheet.verified_by),
        signer(pgettext("paper", "Manager")),
    )


FORM = Form(CorrectiveAction, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
