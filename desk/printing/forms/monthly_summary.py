"""《投訴記錄月總結表》, the summary of a month's complaints (F7, R148, R175).

The supervisor sums them up by the 30th for the manager. The manual names no fields: the counts by
nature, severity and content (R128-R131, R137-R139) and the list of cases are our design. All
figures are the caller's.
"""

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date

from desk.domain.complaint import ContentClass, Nature, Severity
from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Row
from desk.printing.pen import Hand
from desk.printing.rows import Rows, signer, stacked, words
from desk.printing.signatures import SignatureRow
from desk.printing.table import Column, Ruling, Table
from desk.wording import label

TEMPLATE_VERSION = "F7-1"

_COUNTED = Ruling(least=5.6)
_LISTED = Ruling(least=8, blank=5, fills=True)
_PRINTED = Ruling(least=8)
_SHARES = (0.38, 0.31, 0.31)  # of a row of figures: the month needs more room than a count
_NONE = "—"

Count = tuple[Nature, Severity, ContentClass, int]


@dataclass(frozen=True)
class MonthFigures:
    """What became of the month's complaints; None is left to be written by hand."""

    received: int | None = None
    filed: int | None = None
    explained: int | None = None
    closed: int | None = None
    still_open: int | None = None
    overrun: int | None = None
    called_back: int | None = None
    satisfied: int | None = None


@dataclass(frozen=True)
class SummedCase:
    """One case of the month; `severity` is the level as its policy names it."""

    number: str
    received_on: date
    matter: str
    severity: str = ""
    department: str = ""
    result: str = ""
    closed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class MonthlySummary(FormData):
    """The values of one month; `month` is any day of it.

    `counts` says how many complaints were of a nature, a severity and a content; what it does not
    name is none. Without any the table is written by hand.
    """

    month: date | None = None
    figures: MonthFigures = field(default_factory=MonthFigures)
    counts: tuple[Count, ...] = ()
    cases: tuple[SummedCase, ...] = ()
    analysis: str = ""
    measures: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Monthly Summary of Complaints")


def _sections(summary: MonthlySummary, hand: Hand) -> list[Section]:
    rows = Rows(hand, summary.job)
    return [
        Section(pgettext("paper", "Overview"), _figures(summary, rows)),
        Section(pgettext("paper", "Counts"), [_counts(summary, rows)]),
        Section(pgettext("paper", "Improvement"), _analysis(summary, rows)),
        Section(pgettext("paper", "Cases"), [_cases(summary, rows)]),
        Section(pgettext("paper", "Signatures"), _signatures(rows)),
    ]


def _figures(summary: MonthlySummary, rows: Rows) -> list[Row]:
    figures = summary.figures
    pairs = (
        (pgettext("paper", "Received"), figures.received),
        (pgettext("paper", "Filed as cases"), figures.filed),
        (pgettext("paper", "Explained on the spot"), figures.explained),
        (pgettext("paper", "Closed"), figures.closed),
        (pgettext("paper", "Not yet closed"), figures.still_open),
        (pgettext("paper", "Overrun"), figures.overrun),
        (pgettext("paper", "Called back"), figures.called_back),
        (pgettext("paper", "Satisfied"), figures.satisfied),
    )
    fields = [rows.month(pgettext("paper", "Month"), summary.month, _SHARES[0])]
    for text, count in pairs:
        share = _SHARES[len(fields) % len(_SHARES)]
        fields.append(words(text, "" if count is None else str(count), share))
    each = len(_SHARES)
    return [rows.row(*fields[at : at + each]) for at in range(0, len(fields), each)]


def _counts(summary: MonthlySummary, rows: Rows) -> Table:
    """Nature and severity down, content across, sums at the edges."""
    captions = [label("content_class", content) for content in ContentClass]
    columns = (
        Column(pgettext("paper", "Nature"), 27, middle=True),
        Column(pgettext("paper", "Severity"), 24, middle=True),
        *(Column(caption, 24, middle=True) for caption in captions),
        Column(pgettext("paper", "Total"), 18, middle=True),
    )
    table = rows.table(columns, [], _COUNTED)
    for nature in Nature:
        table = table.with_rows(_counted(summary, nature), joined=1)
    total = (pgettext("paper", "Total"), "", *_numbers(summary, set(Nature), set(Severity)))
    return table.with_rows([total], bold=True)


def _counted(summary: MonthlySummary, nature: Nature) -> list[tuple[str, ...]]:
    """A nature's rows; its name stands in the middle one."""
    middle = len(Severity) // 2
    return [
        (
            label("nature", nature) if at == middle else "",
            summary.job.names.severity(severity),
            *_numbers(summary, {nature}, {severity}),
        )
        for at, severity in enumerate(Severity)
    ]


def _numbers(summary: MonthlySummary, natures: Set[Nature], severities: Set[Severity]) -> list[str]:
    """How many were of every content, and of all; nothing where all is written by hand."""
    if not summary.counts:
        return [""] * (len(ContentClass) + 1)
    counted = [one for one in summary.counts if one[0] in natures and one[1] in severities]
    sums = [sum(one[3] for one in counted if one[2] is content) for content in ContentClass]
    return [str(count) if count else _NONE for count in (*sums, sum(sums))]


def _cases(summary: MonthlySummary, rows: Rows) -> Table:
    days = stacked(pgettext("paper", "Received on"), pgettext("paper", "Closed on"))
    whose = stacked(pgettext("paper", "Severity"), pgettext("paper", "Department"))
    columns = (
        Column(pgettext("paper", "Case no."), 27, middle=True),
        Column(days, 22, middle=True),
        Column(whose, 24, middle=True),
        Column(pgettext("paper", "Matter"), 42),
        Column(pgettext("paper", "Result"), 50),
    )
    lines = [
        (
            one.number,
            stacked(rows.on(one.received_on), rows.on(one.closed_on)),
            stacked(one.severity, one.department),
            one.matter,
            one.result,
        )
        for one in summary.cases
    ]
    return rows.table(columns, lines, _PRINTED if lines else _LISTED)


def _analysis(summary: MonthlySummary, rows: Rows) -> list[Row]:
    """Statistics and analysis (R148)."""
    return [
        rows.long(pgettext("paper", "Analysis"), summary.analysis, 16, 2),
        rows.long(pgettext("paper", "Improvement"), summary.measures, 16, 2),
    ]


def _signatures(rows: Rows) -> list[SignatureRow]:
    return rows.signatures(
        signer(pgettext("paper", "Made by")),
        signer(pgettext("paper", "Supervisor")),
        signer(pgettext("paper", "Manager")),
    )


FORM = Form(MonthlySummary, title_name, TEMPLATE_VERSION, _sections, numbered=False)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
