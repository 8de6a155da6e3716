"""A signed paper that comes home 已簽單據交回: what is written down of it, and how a print stands.

A record's room ticks by it the condition that waits for a signature (R143-R145, R166, R34, R40,
R112); what is only scanned or typed changes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from desk.domain.paper import FORMS, Outcome
from desk.domain.reasons import Reason

NAME_LIMIT = 120
REMARK_LIMIT = 2_000
WHY_LIMIT = 400
MOST_PAGES = 20  # scans or photos of one paper
LONG_OUT = 1  # days after which a paper that is still out is looked for

_OF_THE_PRINT = frozenset({"reprint", "printed_at", "printed_by", "scan_code", "title"})


@dataclass(frozen=True)
class Home:
    """What a clerk writes down when a signed paper is back: the day and the name on it."""

    signed_on: date
    signed_by: str
    remark: str = ""


class PaperStanding(StrEnum):
    """What a code, and the paper it stands on, turn out to be."""

    OUT = "out"  # printed and not yet back
    HOME = "home"  # signed and back
    REPLACED = "replaced"  # a reprint was made since: the paper in hand is an older version
    LET_GO = "let_go"  # nobody waits for it: spoilt, not needed
    FAILED = "failed"  # it was answered that it did not come out
    STAYS = "stays"  # a paper that nobody brings back
    NEVER_PRINTED = "never_printed"  # the record is known, such a print is not
    VOID = "void"  # the record 作廢, or the print of it
    UNKNOWN = "unknown"  # no record bears this number
    FORGED = "forged"  # its seal is not ours
    MISREAD = "misread"  # the check character does not fit
    NO_CODE = "no_code"  # no code at all

    @property
    def is_genuine(self) -> bool:
        """Whether the paper is one of the desk's own."""
        return self not in _NOT_OURS


_NOT_OURS = frozenset(
    {
        PaperStanding.NEVER_PRINTED,
        PaperStanding.UNKNOWN,
        PaperStanding.FORGED,
        PaperStanding.MISREAD,
        PaperStanding.NO_CODE,
    }
)


@dataclass(frozen=True)
class PrintFacts:
    """What the rules ask about one print; `printed_on` is the estate's day."""

    form: str
    printed_on: date
    outcome: str = Outcome.PRINTED
    is_home: bool = False
    is_let_go: bool = False
    is_replaced: bool = False
    is_void: bool = False


def standing(facts: PrintFacts) -> PaperStanding:
    """How a print stands; what matters most to whoever holds the paper comes first."""
    found = (
        (facts.is_void, PaperStanding.VOID),
        (facts.is_home, PaperStanding.HOME),
        (facts.is_replaced, PaperStanding.REPLACED),
        (facts.is_let_go, PaperStanding.LET_GO),
        (not FORMS[facts.form].comes_home, PaperStanding.STAYS),
        (facts.outcome == Outcome.FAILED, PaperStanding.FAILED),
    )
    return next((one for is_so, one in found if is_so), PaperStanding.OUT)


def home_reasons(
    facts: PrintFacts, home: Home, today: date, *, knowingly: bool = False
) -> tuple[Reason, ...]:
    """Who signed, on which day, and whether this very paper is the one that is waited for.

    A second copy, an older version and a paper that was let go are taken in only `knowingly`.
    """
    return (*paper_blockers(facts, knowingly=knowingly), *_entry(facts, home, today))


def paper_blockers(facts: PrintFacts, *, knowingly: bool = False) -> tuple[Reason, ...]:
    """Why this paper is not taken home."""
    known = standing(facts)
    if known in (PaperStanding.VOID, PaperStanding.STAYS):
        return (Reason(f"signed_paper.{known}"),)
    if known in _NOTICED and not knowingly:
        return (Reason(f"signed_paper.{known}", "knowingly"),)
    return ()


_NOTICED = frozenset({PaperStanding.HOME, PaperStanding.REPLACED, PaperStanding.LET_GO})


def is_noticed(known: PaperStanding) -> bool:
    """Whether a paper is taken home only by a clerk who says she knows how it stands."""
    return known in _NOTICED


def _entry(facts: PrintFacts, home: Home, today: date) -> Iterator[Reason]:
    if not home.signed_by:
        yield Reason("signed_paper.signed_by.missing", "signed_by")
    if home.signed_on > today:
        yield Reason("signed_paper.signed_on.future", "signed_on")
    elif home.signed_on < facts.printed_on:
        yield Reason("signed_paper.signed_on.before_print", "signed_on")


def pages_reasons(count: int) -> tuple[Reason, ...]:
    """So many scans or photos are enough for one paper."""
    most = {"most": MOST_PAGES}
    return (Reason("signed_paper.pages.many", "scans", most),) if count > MOST_PAGES else ()


def withdraw_reasons(why: str, *, is_withdrawn: bool) -> tuple[Reason, ...]:
    """A paper taken in by mistake is withdrawn once, with the reason."""
    if is_withdrawn:
        return (Reason("signed_paper.withdrawn"),)
    return () if why else (Reason("signed_paper.why.missing", "why"),)


def changed_values(
    older: Mapping[str, Any], newer: Mapping[str, Any]
) -> tuple[tuple[str, str, str], ...]:
    """What two prints of one form say differently: the field's path, what it said, what it says.

    What belongs to the print and not to the record is passed over.
    """
    before, after = _leaves(older), _leaves(newer)
    return tuple(
        (path, before.get(path, ""), after.get(path, ""))
        for path in sorted({*before, *after})
        if before.get(path, "") != after.get(path, "")
    )


def _leaves(content: Any, path: str = "") -> dict[str, str]:
    """The single values of a print, by their path: `steps.0.text`."""
    found: dict[str, str] = {}
    if isinstance(content, Mapping):
        parts = [(name, value) for name, value in content.items() if name not in _OF_THE_PRINT]
    elif isinstance(content, list | tuple):
        parts = list(enumerate(content))
    else:
        return {path: "" if content is None else str(content)}
    for name, value in parts:
        found |= _leaves(value, f"{path}.{name}" if path else str(name))
    return found
