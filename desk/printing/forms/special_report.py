"""專項報告, the special report on a 重大, 熱點 or 重要 complaint (F14, R93).

Written after completion and filed in a volume of its own. The manual names no fields; facts,
course, cause, handling, result and review (R132) are our design.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.complaint import ContentClass, Impact, Nature, Severity
from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Row
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, choices, signer, ticks, words
from desk.printing.signatures import SignatureRow

TEMPLATE_VERSION = "F14-1"

_PRINTED = 11.0


@dataclass(frozen=True, kw_only=True)
class SpecialReport(FormData):
    """The values of one report; its number is the case's. Moments are aware UTC.

    `volume` is where the report is filed, `impact` how far the case reaches (K1), `attachments`
    what is filed with it.
    """

    volume: str = ""
    received_at: datetime | None = None
    closed_at: datetime | None = None
    complainant: str = ""
    room: str = ""
    complainants: int | None = None
    department: str = ""
    nature: Nature | None = None
    content_class: ContentClass | None = None
    severity: Severity | None = None
    hot: bool = False
    impact: Impact | None = None
    facts: str = ""
    course: str = ""
    cause: str = ""
    handling: str = ""
    result: str = ""
    review: str = ""
    improvement: str = ""
    attachments: str = ""
    written_by: str = ""
    written_on: date | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Special Complaint Report")


def _sections(report: SpecialReport, hand: Hand) -> list[Section]:
    rows = Rows(hand, report.job)
    return [
        Section(pgettext("paper", "Case"), _case(report, rows)),
        Section(pgettext("paper", "Assessed"), _assessed(report, rows)),
        Section(pgettext("paper", "Report"), _report(report, rows)),
        Section(pgettext("paper", "Review"), _review(report, rows)),
        Section(pgettext("paper", "Signatures"), _signatures(report, rows)),
    ]


def _case(report: SpecialReport, rows: Rows) -> list[Row]:
    count = "" if report.complainants is None else str(report.complainants)
    return [
        rows.row(
            words(pgettext("paper", "Volume no."), report.volume, LEFT),
            words(pgettext("paper", "Department"), report.department, RIGHT),
        ),
        rows.row(
            words(pgettext("paper", "Complainant"), report.complainant, LEFT),
            rows.moment(pgettext("paper", "Received at"), report.received_at),
        ),
        rows.row(
            words(pgettext("paper", "Room"), report.room, LEFT),
            rows.moment(pgettext("paper", "Closed at"), report.closed_at),
        ),
        rows.row(words(pgettext("paper", "Number of complainants"), count)),
    ]


def _assessed(report: SpecialReport, rows: Rows) -> list[Row]:
    """Nature, content, severity, hot, and how far it reaches (R128-R139, K1)."""
    nature, content = pgettext("paper", "Nature"), pgettext("paper", "Content")
    hot = [(pgettext("paper", "Hot case"), report.hot)]
    reach = (
        (pgettext("paper", "No wider impact"), report.impact is Impact.NONE),
        (pgettext("paper", "Common or larger impact"), report.impact is Impact.COMMON),
        (pgettext("paper", "Major impact"), report.impact is Impact.MAJOR),
    )
    return [
        rows.row(choices(nature, "nature", Nature, report.nature)),
        rows.row(choices(content, "content_class", ContentClass, report.content_class)),
        rows.row(
            rows.severity(report.severity, LEFT),
            ticks(pgettext("paper", "Marked"), hot, RIGHT),
        ),
        rows.row(ticks(pgettext("paper", "Impact"), reach)),
    ]


def _report(report: SpecialReport, rows: Rows) -> list[Row]:
    return [
        rows.long(pgettext("paper", "Facts"), report.facts, _room(report.facts, 28), 2),
        rows.long(pgettext("paper", "Course"), report.course, _room(report.course, 30), 3),
        rows.long(pgettext("paper", "Cause"), report.cause, _room(report.cause, 28), 2),
        rows.long(pgettext("paper", "Handling"), report.handling, _room(report.handling, 30), 3),
        rows.long(pgettext("paper", "Result"), report.result, _room(report.result, 26), 2),
    ]


def _review(report: SpecialReport, rows: Rows) -> list[Row]:
    """總結: what was learnt, and how to avoid it (R132)."""
    return [
        rows.long(pgettext("paper", "What was learnt"), report.review, _room(report.review, 26), 2),
        rows.long(
            pgettext("paper", "How to avoid it"),
            report.improvement,
            _room(report.improvement, 26),
            2,
        ),
        rows.row(words(pgettext("paper", "Filed with it"), report.attachments)),
    ]


def _room(text: str, empty: float) -> float:
    """A box to write a report in by hand is higher than one that is printed, in millimetres."""
    return _PRINTED if text else empty


def _signatures(report: SpecialReport, rows: Rows) -> list[SignatureRow]:
    written_on = rows.on(report.written_on)
    return rows.signatures(
        signer(pgettext("paper", "Written by"), report.written_by, written_on),
        signer(pgettext("paper", "Supervisor")),
        signer(pgettext("paper", "Manager")),
        signer(pgettext("paper", "Archived by")),
    )


FORM = Form(SpecialReport, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
