"""The tables of a complaint's record: judgements, time limits, journal, promises (F6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.i18n import pgettext
from desk.printing.rows import Rows
from desk.printing.table import PRINTED, Column, Ruling, Table

_THREE_BLANK = Ruling(least=9, blank=3)
_FIVE_BLANK = Ruling(least=9, blank=5)
_TWO_BLANK = Ruling(least=9, blank=2)


@dataclass(frozen=True)
class Judged:
    """A change of nature or severity, with its reason (R130, R137); `what` is worded already."""

    at: datetime
    what: str
    why: str = ""
    by: str = ""


@dataclass(frozen=True)
class TimeLimit:
    """A clock of the case as it is worded: what was due, and when it was met.

    `approver` allowed an overrun (R150).
    """

    what: str
    due_at: datetime
    met_at: datetime | None = None
    overrun: bool = False
    approver: str = ""


@dataclass(frozen=True)
class JournalStep:
    """One thing done: handed out, forwarded, told, urged (R92, R143, R164); `what` is worded."""

    at: datetime
    what: str
    by: str = ""
    person: str = ""
    text: str = ""


@dataclass(frozen=True)
class GivenPromise:
    """A promise to the complainant, and what became of it (R9, R133)."""

    text: str
    by: str = ""
    due_at: datetime | None = None
    kept_at: datetime | None = None
    broken_why: str = ""


def history(judged: Sequence[Judged], rows: Rows) -> Table:
    columns = (
        Column(pgettext("paper", "Judged anew at"), 32, middle=True),
        Column(pgettext("paper", "From and to"), 49),
        Column(pgettext("paper", "Why"), 62),
        Column(pgettext("paper", "By whom"), 22),
    )
    lines = [(rows.moment_text(one.at), one.what, one.why, one.by) for one in judged]
    return rows.table(columns, lines)


def limits(clocks: Sequence[TimeLimit], rows: Rows) -> Table:
    """Every clock of the case: what is due, and whether it was met."""
    columns = (
        Column(pgettext("paper", "Time limit"), 72),
        Column(pgettext("paper", "Due at"), 32, middle=True),
        Column(pgettext("paper", "Met at"), 32, middle=True),
        Column(pgettext("paper", "Overrun approved by"), 29),
    )
    lines = [
        (one.what, rows.due(one.due_at, " "), rows.moment_text(one.met_at), _overrun(one))
        for one in clocks
    ]
    return rows.table(columns, lines, PRINTED if lines else _THREE_BLANK)


def course(steps: Sequence[JournalStep], rows: Rows) -> Table:
    """The journal: what was done when, by whom, with whom (R92, R143, R164)."""
    columns = (
        Column(pgettext("paper", "Time"), 32, middle=True),
        Column(pgettext("paper", "Step"), 31),
        Column(pgettext("paper", "By whom"), 22),
        Column(pgettext("paper", "With whom"), 22),
        Column(pgettext("paper", "What was said or done"), 58),
    )
    lines = [(rows.moment_text(one.at), one.what, one.by, one.person, one.text) for one in steps]
    return rows.table(columns, lines, PRINTED if lines else _FIVE_BLANK)


def promises(given: Sequence[GivenPromise], rows: Rows) -> Table:
    """What was promised, and whether it was kept (R133)."""
    columns = (
        Column(pgettext("paper", "Promise"), 79),
        Column(pgettext("paper", "By whom"), 22),
        Column(pgettext("paper", "Due at"), 32, middle=True),
        Column(pgettext("paper", "Kept"), 32, middle=True),
    )
    lines = [
        (
            one.text,
            one.by,
            rows.due(one.due_at, " "),
            one.broken_why or rows.moment_text(one.kept_at),
        )
        for one in given
    ]
    return rows.table(columns, lines, PRINTED if lines else _TWO_BLANK)


def _overrun(limit: TimeLimit) -> str:
    """Whether it was overrun, and who allowed it."""
    overrun = pgettext("paper", "Overrun") if limit.overrun else ""
    return f"{overrun} {limit.approver}".strip()
