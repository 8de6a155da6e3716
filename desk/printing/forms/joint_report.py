"""The written report of a joint complaint 聯名投訴 (F15, R10).

Three or more persons complain about the same: it is presented in writing to 分公司投訴管理部門 the
same day, with the list of the joint complainants, their number and a printed report.
"""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.complaint import Severity
from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Row
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, Rows, signer, words
from desk.printing.signatures import SignatureRow
from desk.printing.table import Column, Ruling, Table

TEMPLATE_VERSION = "F15-1"

_SIGNED = Ruling(least=11)
_BY_HAND = Ruling(least=11, blank=4)


@dataclass(frozen=True)
class JointName:
    """One of those who complain, the first of them included."""

    name: str
    room: str = ""
    contact: str = ""
    joined_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class JointReport(FormData):
    """The values of one report; its number is the case's. Moments are aware UTC.

    `addressee` is the department it is presented to, `joint_at` when the third person joined.
    """

    addressee: str = ""
    topic: str = ""
    severity: Severity | None = None
    first_at: datetime | None = None
    joint_at: datetime | None = None
    complainants: tuple[JointName, ...] = ()
    facts: str = ""
    demands: str = ""
    measures: str = ""
    reported_by: str = ""
    reported_at: datetime | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Report of a Joint Complaint")


def _sections(report: JointReport, hand: Hand) -> list[Section]:
    rows = Rows(hand, report.job)
    return [
        Section(pgettext("paper", "Presented"), _presented(report, rows)),
        Section(pgettext("paper", "Matter"), _matter(report, rows)),
        Section(pgettext("paper", "Joint complainants"), _complainants(report, rows)),
        Section(pgettext("paper", "Measures"), _measures(report, rows)),
        Section(pgettext("paper", "Signatures"), _signatures(report, rows)),
    ]


def _presented(report: JointReport, rows: Rows) -> list[Row]:
    """To whom and when: the same day (R10)."""
    addressee = report.addressee or pgettext("paper", "Complaint department of the branch company")
    return [
        rows.row(words(pgettext("paper", "Presented to"), addressee)),
        rows.row(
            words(pgettext("paper", "Reported by"), report.reported_by, LEFT),
            rows.moment(pgettext("paper", "Reported at"), report.reported_at),
        ),
    ]


def _matter(report: JointReport, rows: Rows) -> list[Row]:
    """What it is about, and how many complain (R10)."""
    count = str(len(report.complainants)) if report.complainants else ""
    return [
        rows.row(words(pgettext("paper", "Topic"), report.topic)),
        rows.row(
            rows.severity(report.severity, LEFT),
            rows.moment(pgettext("paper", "First received at"), report.first_at),
        ),
        rows.row(
            words(pgettext("paper", "Number of complainants"), count, LEFT),
            rows.moment(pgettext("paper", "Joint since"), report.joint_at),
        ),
        rows.long(pgettext("paper", "Course of events"), report.facts, 16, 3),
        rows.long(pgettext("paper", "Demands"), report.demands, 14, 2),
    ]


def _complainants(report: JointReport, rows: Rows) -> list[Table]:
    """The list of joint complainants, which each of them may sign (R10)."""
    columns = (
        Column(pgettext("paper", "Row"), 10, middle=True),
        Column(pgettext("paper", "Name"), 32),
        Column(pgettext("paper", "Room"), 31),
        Column(pgettext("paper", "Phone"), 29),
        Column(pgettext("paper", "Joined at"), 29, middle=True),
        Column(pgettext("paper", "Signature"), 34),
    )
    lines = [
        (str(at), one.name, one.room, one.contact, rows.at(one.joined_at), "")
        for at, one in enumerate(report.complainants, 1)
    ]
    return [rows.table(columns, lines, _SIGNED if lines else _BY_HAND)]


def _measures(report: JointReport, rows: Rows) -> list[Row]:
    return [
        rows.long(pgettext("paper", "Measures taken so far"), report.measures, 16, 3),
        rows.long(pgettext("paper", "Instructions of the branch company"), "", 16, 2),
    ]


def _signatures(report: JointReport, rows: Rows) -> list[SignatureRow]:
    """The branch company signs for the receipt with its time."""
    return rows.signatures(
        signer(
            pgettext("paper", "Reported by"),
            report.reported_by,
            rows.moment_text(report.reported_at),
            timed=True,
        ),
        signer(pgettext("paper", "Manager"), timed=True),
        signer(pgettext("paper", "Received by branch company"), timed=True),
    )


FORM = Form(JointReport, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
