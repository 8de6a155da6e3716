"""The first page 今日: what is due, overdue, expected back, waiting for me; and the rail's counts.

A month-old case becomes major before the day is shown (R137), so that nobody sees a list that the
rules have left behind.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.domain.reception import Kind, State
from desk.domain.today import CATEGORIES, SECTIONS, Section
from desk.models.lists import Reader
from desk.models.lists import reception as reception_list
from desk.models.lists import today as today_list
from desk.models.lists.today import Narrowed, OwedRow
from desk.services import complaint_case
from desk.services.workplace import Workplace

__all__ = ["Day", "OwedRow", "Part", "day", "owed_count", "turned"]

LINES = 20  # of one part; the register shows the rest
_REPAIRS = (Kind.HELP, Kind.COMPLAINT)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Part:
    """One group of the page; `more` says that the register has others."""

    section: Section
    rows: tuple[OwedRow, ...]
    more: bool


@dataclass(frozen=True)
class Day:
    """The page as it stood at `seen_at`, in the order of the clerk's role."""

    parts: tuple[Part, ...]
    seen_at: datetime

    @property
    def is_clear(self) -> bool:
        """Whether nothing waits."""
        return not any(part.rows for part in self.parts if part.section is not Section.YESTERDAY)


def day(workplace: Workplace, lines: int = LINES) -> Day:
    """What the day asks of the clerk who looks."""
    complaint_case.promote_due(workplace)
    now = workplace.now()
    with workplace.reading() as reader:
        asked = _Asked(reader, workplace, now, lines + 1)
        parts = [
            _part(section, asked.rows(section), lines) for section in SECTIONS[workplace.actor.role]
        ]
    return Day(tuple(parts), now)


def owed_count(workplace: Workplace, limit: int = 100) -> int:
    """How much is overdue or due today, counted up to the limit: the number on the rail."""
    now = workplace.now()
    with workplace.reading() as reader:
        asked = _Asked(reader, workplace, now, limit)
        found = len(asked.rows(Section.OVERDUE)) + len(asked.rows(Section.DUE))
    return min(found, limit)


def turned(
    workplace: Workplace, since: datetime, limit: int = 5
) -> tuple[tuple[OwedRow, ...], datetime]:
    """The clocks that ran out since a moment, and the moment up to which they were looked at."""
    now = workplace.now()
    with workplace.reading() as reader:
        return today_list.turned(reader, since, now, limit), now


class _Asked:
    """The lists behind the sections, at one moment."""

    def __init__(self, reader: Reader, workplace: Workplace, now: datetime, limit: int) -> None:
        self._reader = reader
        self._now = now
        self._limit = limit
        custom = workplace.estate.custom
        self._today, self._tomorrow = custom.day_bounds(custom.day(now))
        self._yesterday = custom.day_bounds(custom.day(now) - _DAY)[0]

    def rows(self, section: Section) -> tuple[OwedRow, ...]:
        """The lines of a section."""
        narrowed = {
            Section.OVERDUE: Narrowed(until=self._now, paused=False),
            Section.DUE: Narrowed(self._now, self._tomorrow),
            Section.PROMISES: Narrowed(until=self._tomorrow),
            Section.CALLBACKS: Narrowed(until=self._tomorrow),
            Section.BACK: Narrowed(),
        }
        if section in narrowed:
            categories = CATEGORIES[section]
            return today_list.owed(self._reader, categories, narrowed[section], self._limit)
        return self._others()[section]()

    def _others(self) -> Mapping[Section, Callable[[], tuple[OwedRow, ...]]]:
        return {
            Section.APPROVALS: self._approvals,
            Section.JUDGE: self._unjudged,
            Section.VISITS: self._visits,
            Section.YESTERDAY: self._yesterdays,
        }

    def _approvals(self) -> tuple[OwedRow, ...]:
        return today_list.approvals(self._reader, self._now, self._limit)

    def _unjudged(self) -> tuple[OwedRow, ...]:
        """R162: what is to be found out before it is filed, and what nobody has judged."""
        return today_list.unjudged(self._reader, self._limit)

    def _visits(self) -> tuple[OwedRow, ...]:
        """R199: the first-asked duty runs until somebody has answered."""
        wanted = reception_list.Filter(state=State.OPEN)
        found = reception_list.receptions(self._reader, wanted, None, self._limit).rows
        ids = [row.id for row in found]
        return today_list.visits_of(self._reader, ids)

    def _yesterdays(self) -> tuple[OwedRow, ...]:
        """R194: yesterday's complaints and repairs, done or not."""
        span = self._yesterday, self._today
        complaints = today_list.complaints_since(self._reader, *span, self._limit)
        visits = today_list.visits_since(self._reader, *span, _REPAIRS, self._limit)
        both = sorted((*complaints, *visits), key=_by_start)
        return tuple(both[: self._limit])


def _by_start(row: OwedRow) -> tuple[datetime, str]:
    return row.started_at, row.number


def _part(section: Section, rows: tuple[OwedRow, ...], lines: int) -> Part:
    return Part(section, rows[:lines], more=len(rows) > lines)
