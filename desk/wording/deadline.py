"""Words of the clocks: a term, how one stands, and the sentence that explains it (K10).

A clock is explained in one line: how grave, what is owed within which time by which clause, how
it is counted, from when, what is left, and who must agree to an overrun.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from desk.i18n import N_, EstateFormat, gettext, ngettext, pgettext

_MINUTE = dt.timedelta(minutes=1)
_HOUR = dt.timedelta(hours=1)
_DAY = dt.timedelta(days=1)

SENTENCES: dict[str, str] = {
    "term.amount.outside": N_("Enter a number from 1 to {most}."),
    "term.out_of_reach": N_(
        "This clock finds no day to end on. Check working days and opening hours in the calendar."
    ),
    "calendar.zone.unknown": N_("This PC does not know the time zone of the calendar."),
    "calendar.week.incomplete": N_("Enter the opening hours of all seven days."),
    "calendar.week.spans": N_(
        "{day:week}: enter opening hours in order, each from earlier to later, none overlapping."
    ),
    "calendar.holiday.spans": N_(
        "Holidays: enter opening hours in order, each from earlier to later, none overlapping."
    ),
    "calendar.workdays.missing": N_("Choose at least one working day."),
    "calendar.opening.missing": N_("Open the desk on at least one day."),
    "calendar.special.twice": N_("{day} stands in the list twice. Leave one of the two."),
    "calendar.special.list": N_(
        "The list of special days cannot be read, or holds more than {most}."
    ),
    "calendar.special.unlike": N_(
        "Special day no. {number} cannot be read. It needs a day, a kind and a short name."
    ),
    "calendar.announced.unlike": N_("The announced years cannot be read."),
    "calendar.file.unlike": N_("This file holds no calendar."),
}

LABELS: dict[str, dict[str, str]] = {
    "unit": {
        "minutes": N_("Minutes"),
        "hours": N_("Hours"),
        "days": N_("days"),
        "same_day": N_("The same day"),
        "months": N_("Months"),
    },
    "counting": {
        "natural": N_("natural days"),
        "working": N_("working days"),
        "opening": N_("opening hours"),
    },
    "bound": {
        "target": N_("Target"),
        "ceiling": N_("Ceiling"),
    },
    "clock_state": {
        "running": N_("Running"),
        "soon": N_("Due soon"),
        "overdue": N_("Overdue"),
        "paused": N_("Paused"),
        "met": N_("Done in time"),
        "met_late": N_("Done late"),
        "ended": N_("No longer running"),
    },
    "day_kind": {
        "holiday": N_("Holiday"),
        "working": N_("Make-up working day"),
    },
}


class TermLike(Protocol):
    """What the words need of a term; `desk.domain.deadlines.Term` is one."""

    @property
    def amount(self) -> int: ...
    @property
    def unit(self) -> str: ...
    @property
    def counting(self) -> str: ...


class StandingLike(Protocol):
    """What the words need of a clock; `desk.domain.deadlines.Standing` is one."""

    @property
    def state(self) -> str: ...
    @property
    def left(self) -> dt.timedelta: ...
    @property
    def over(self) -> dt.timedelta: ...
    @property
    def clock_behind(self) -> bool: ...


@dataclass(frozen=True)
class Explained:
    """The parts of one clock. `severity`, `event`, `approver` are labels, in words already.

    `clauses` are pairs of manual and clause, such as ("M2", "R150"); `unannounced` the years whose
    holidays the calendar does not know; natural days do not ask for them.
    """

    event: str
    term: TermLike
    started_at: dt.datetime
    standing: StandingLike
    severity: str = ""
    clauses: Iterable[tuple[str, str]] = ()
    approver: str = ""
    unannounced: Iterable[int] = ()


def clock_sentence(clock: Explained, custom: EstateFormat) -> str:
    """The line that explains a clock, in the current language and the estate's custom."""
    owed = gettext("{event} {term}").format(event=clock.event, term=term_words(clock.term))
    clauses = pgettext("list", ", ").join(" ".join(pair) for pair in clock.clauses)
    countings = LABELS["counting"]
    start = gettext("from {moment}").format(moment=custom.datetime(clock.started_at))
    parts = [
        clock.severity,
        with_clauses(owed, clauses),
        gettext(countings.get(clock.term.counting, clock.term.counting)),
        start,
        left_words(clock.standing),
        approval_words(clock.approver),
        "" if clock.term.counting == "natural" else unannounced_words(clock.unannounced),
        gettext("the clock of this PC is behind") if clock.standing.clock_behind else "",
    ]
    return " · ".join(part for part in parts if part)


def with_clauses(words: str, clauses: str) -> str:
    """within 2 days (M2 R150, M0 R6)."""
    cited = gettext("{words} ({clauses})")
    return cited.format(words=words, clauses=clauses) if clauses else words


def approval_words(approver: str) -> str:
    """Who must agree to an overrun; nothing where nobody must."""
    words = gettext("an overrun needs the approval of {approver}")
    return words.format(approver=approver) if approver else ""


def unannounced_words(years: Iterable[int]) -> str:
    """Which years are counted by weekdays alone, because their holidays are not announced."""
    named = pgettext("list", ", ").join(str(year) for year in years)
    words = gettext("holidays of {years} not announced: only weekdays counted")
    return words.format(years=named) if named else ""


def term_words(term: TermLike) -> str:
    """within 2 days, the same day, within 1 working day."""
    count = term.amount
    match term.unit, term.counting:
        case "minutes", "opening":
            words = ngettext("within {count} open minute", "within {count} open minutes", count)
        case "minutes", "working":
            words = ngettext(
                "within {count} minute of working days",
                "within {count} minutes of working days",
                count,
            )
        case "minutes", _:
            words = ngettext("within {count} minute", "within {count} minutes", count)
        case "hours", "opening":
            words = ngettext("within {count} opening hour", "within {count} opening hours", count)
        case "hours", "working":
            words = ngettext(
                "within {count} hour of working days", "within {count} hours of working days", count
            )
        case "hours", _:
            words = ngettext("within {count} hour", "within {count} hours", count)
        case _:
            words = _day_words(term)
    return words.format(count=count)


def _day_words(term: TermLike) -> str:
    count = term.amount
    match term.unit, term.counting:
        case "days", "opening":
            words = ngettext("within {count} opening day", "within {count} opening days", count)
        case "days", "working":
            words = ngettext("within {count} working day", "within {count} working days", count)
        case "days", _:
            words = ngettext("within {count} day", "within {count} days", count)
        case "months", _:
            words = ngettext("within {count} month", "within {count} months", count)
        case "same_day", "opening":
            words = gettext("before the desk closes")
        case "same_day", "working":
            words = gettext("the same working day")
        case _:
            words = gettext("the same day")
    return words


def left_words(standing: StandingLike) -> str:
    """5 hours left, 1 day overdue, or what became of the clock."""
    match standing.state:
        case "overdue":
            words, duration = gettext("{duration} overdue"), standing.over
        case "paused":
            words, duration = gettext("paused, {duration} left"), standing.left
        case "met":
            words, duration = gettext("done in time"), standing.left
        case "met_late":
            words, duration = gettext("done {duration} late"), standing.over
        case "ended" if standing.over:
            words, duration = gettext("ended, {duration} overdue"), standing.over
        case "ended":
            words, duration = gettext("no longer running"), standing.left
        case _ if standing.left < _MINUTE:
            words, duration = gettext("due now"), standing.left
        case _:
            words, duration = gettext("{duration} left"), standing.left
    return words.format(duration=duration_words(duration))


def duration_words(duration: dt.timedelta) -> str:
    """A length in at most two measures, the smaller dropped where the larger is ten or more.

    Rounded down, so that no more is promised than there is; less than a minute is one.
    """
    days, rest = divmod(max(duration, _MINUTE), _DAY)
    hours, rest = divmod(rest, _HOUR)
    minutes = rest // _MINUTE
    measures = [
        (days, ngettext("{count} day", "{count} days", days)),
        (hours, ngettext("{count} hour", "{count} hours", hours)),
        (minutes, ngettext("{count} minute", "{count} minutes", minutes)),
    ]
    first = next(at for at, (count, _words) in enumerate(measures) if count)
    shown = measures[first : first + (1 if measures[first][0] >= 10 else 2)]
    return " ".join(words.format(count=count) for count, words in shown if count)


def due_words(due: dt.datetime, now: dt.datetime, custom: EstateFormat) -> str:
    """due today 18:00, due tomorrow 24:00, due 21/11/2026 10:00; the end of a day is its 24:00."""
    local = custom.local(due)
    is_end = local.time() == dt.time()
    day = local.date() - _DAY if is_end else local.date()
    time = "24:00" if is_end else custom.time(due)
    match (day - custom.day(now)).days:
        case 0:
            return gettext("due today {time}").format(time=time)
        case 1:
            return gettext("due tomorrow {time}").format(time=time)
    return gettext("due {date} {time}").format(date=custom.date(day), time=time)
