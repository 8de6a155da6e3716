"""The first page 今日: what is due, overdue, expected back, waiting for me; and the rail's counts.

A month-old case becomes major before the day is shown (R137), so that nobody sees a list that the
rules have left behind.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from desk.domain.complaint_clock import Category
from desk.domain.complaint_owed import PROMISE
from desk.domain.policy import Policy
from desk.domain.reception import Kind
from desk.domain.today import CATEGORIES, SECTIONS, Section
from desk.models.lists import (
    Reader,
    defect_today,
    morning,
    receipt_today,
    service_agreement_watch,
    service_order_today,
)
from desk.models.lists import today as today_list
from desk.models.lists import today_move_ins as move_in_list
from desk.models.lists import today_registers as registers
from desk.models.lists.today import Narrowed, OwedRow
from desk.services import (
    complaint_case,
    policy,
    release_pass_gate,
)
from desk.services import service_callback_day as callback_day
from desk.services.workplace import Workplace

__all__ = [
    "Day",
    "OwedRow",
    "Part",
    "Turned",
    "complaint_count",
    "day",
    "owed_count",
    "turned",
]

LINES = 20  # of one part; the register shows the rest
_REPAIRS = (Kind.HELP, Kind.COMPLAINT)
_DAY = timedelta(days=1)
_MOST = 200

Policies = Mapping[int | None, Policy]
Ids = tuple[int, ...] | None


@dataclass(frozen=True)
class Part:
    """One group of the page; `more` says that the register has others."""

    section: Section
    rows: tuple[OwedRow, ...]
    more: bool


@dataclass(frozen=True)
class Day:
    """The page as it stood at `seen_at`, in the order of the clerk's role.

    `policies` are the rules of the complaints on it, by their id: they give the clocks their names.
    """

    parts: tuple[Part, ...]
    policies: Policies
    seen_at: datetime

    @property
    def is_clear(self) -> bool:
        """Whether nothing waits."""
        return not any(part.rows for part in self.parts if part.section is not Section.YESTERDAY)


@dataclass(frozen=True)
class Turned:
    """Clocks that ran out, looked at up to `seen_at`; `more` says that there were others."""

    rows: tuple[OwedRow, ...]
    policies: Policies
    more: bool
    seen_at: datetime


def day(workplace: Workplace, lines: int = LINES) -> Day:
    """What the day asks of the clerk who looks, by role (R178, R194)."""
    complaint_case.promote_due(workplace)
    release_pass_gate.expire_due(workplace)
    callback_day.settle(workplace)
    now = workplace.now()
    with workplace.reading() as reader:
        asked = _Asked(reader, workplace, now, lines + 1)
        found = [(one, asked.rows(one)) for one in SECTIONS[workplace.actor.role]]
        policies = _policies(reader, (row for _section, rows in found for row in rows))
    parts = tuple(Part(one, rows[:lines], len(rows) > lines) for one, rows in found)
    return Day(parts, policies, now)


def owed_count(workplace: Workplace, limit: int = 100) -> int:
    """How much is overdue or due today, counted up to the limit: the number on the rail."""
    with workplace.reading() as reader:
        return today_list.owed_number(
            reader, CATEGORIES[Section.DUE], workplace.after_today(), limit
        )


def complaint_count(workplace: Workplace, limit: int = 100) -> int:
    """How much of the complaints waits: nobody has judged it (R162), or it is overdue."""
    with workplace.reading() as reader:
        unjudged = today_list.unjudged_number(reader, limit)
        overdue = today_list.overdue_records(
            reader, CATEGORIES[Section.OVERDUE], workplace.now(), limit
        )
    return min(unjudged + overdue, limit)


def turned(workplace: Workplace, since: datetime, limit: int = 5) -> Turned:
    """The clocks that ran out since a moment."""
    now = workplace.now()
    with workplace.reading() as reader:
        rows = today_list.turned(reader, since, now, limit + 1)
        return Turned(rows[:limit], _policies(reader, rows[:limit]), len(rows) > limit, now)


class _Asked:
    """The lists behind the sections, at one moment."""

    def __init__(self, reader: Reader, workplace: Workplace, now: datetime, limit: int) -> None:
        self._reader = reader
        self._workplace = workplace
        self._role = workplace.actor.role
        self._now = now
        self._limit = limit
        custom = workplace.estate.custom
        self._today = custom.day_bounds(custom.day(now))[0]
        self._yesterday = custom.day_bounds(custom.day(now) - _DAY)[0]
        self._end = workplace.after_today()

    @cached_property
    def _urgent(self) -> tuple[int, ...]:
        return today_list.immediate_ids(self._reader, _MOST)

    def rows(self, section: Section) -> tuple[OwedRow, ...]:
        """The lines of a section."""
        narrowed = {
            Section.OVERDUE: (Narrowed(until=self._now, paused=False),),
            Section.DUE: (
                Narrowed(self._now, self._end, paused=False),
                Narrowed(until=self._end, paused=True),
            ),
            Section.PROMISES: (Narrowed(until=self._end),),
            Section.CALLBACKS: (Narrowed(until=self._end),),
            Section.BACK: (Narrowed(),),
        }
        if section in narrowed:
            rows = self._owed(CATEGORIES[section], narrowed[section])
            if section is Section.CALLBACKS:
                desk, limit = self._workplace, self._limit
                return callback_day.with_services(desk, self._reader, rows, self._end, limit)
            return rows
        return self._others()[section]()

    def _owed(
        self, categories: Iterable[Category], times: Iterable[Narrowed]
    ) -> tuple[OwedRow, ...]:
        """R3: what is to be acted on at once before the rest; what is paused comes last."""
        wanted, spans = tuple(categories), tuple(times)
        rows = self._in(wanted, spans, None)
        if len(rows) >= self._limit:  # what is urgent may be among those there is no room for
            rows = (*self._in(wanted, spans, self._urgent), *rows)
        found = {_key(row): row for row in sorted(rows, key=_is_calm)}
        return self._told(tuple(found.values())[: self._limit])

    def _in(
        self, categories: tuple[Category, ...], times: tuple[Narrowed, ...], ids: Ids
    ) -> tuple[OwedRow, ...]:
        return tuple(
            row
            for narrowed in times
            if ids != ()
            for row in today_list.owed(self._reader, categories, narrowed, self._limit, ids)
        )

    def _told(self, rows: tuple[OwedRow, ...]) -> tuple[OwedRow, ...]:
        """A promise says what was promised."""
        ids = {key for row in rows if (key := _promise_of(row)) is not None}
        if not ids:
            return rows
        texts = today_list.promise_texts(self._reader, ids)
        return tuple(replace(row, what=texts.get(_promise_of(row) or 0, row.what)) for row in rows)

    def _others(self) -> Mapping[Section, Callable[[], tuple[OwedRow, ...]]]:
        return {
            Section.APPROVALS: self._approvals,
            Section.JUDGE: self._unjudged,
            Section.ORDERS: self._orders,
            Section.PASSES: self._passes,
            Section.KEYS: self._keys,
            Section.MOVE_INS: self._move_ins,
            Section.DEFECTS: self._defects,
            Section.EXPIRING: self._expiring,
            Section.VISITS: self._visits,
            Section.YESTERDAY: self._yesterdays,
        }

    def _approvals(self) -> tuple[OwedRow, ...]:
        """What the clerk herself may give her word to stands first; then receipts that are void
        and that nobody else has looked at (R21); then what others give their word to."""
        rows = today_list.approvals(self._reader, self._now, _MOST)
        policies = _policies(self._reader, rows)
        mine = tuple(row for row in rows if self._is_mine(row, policies))
        others = (row for row in rows if row not in mine)
        void = receipt_today.unseen(self._reader, self._limit)
        return (*mine, *void, *others)[: self._limit]

    def _is_mine(self, row: OwedRow, policies: Policies) -> bool:
        rules = policies[row.policy_id].posts
        return any(
            rule.post == (row.approver or row.post) and self._role in rule.roles for rule in rules
        )

    def _unjudged(self) -> tuple[OwedRow, ...]:
        """R162: what is to be found out before it is filed, and what nobody has judged."""
        return today_list.unjudged(self._reader, self._limit)

    def _orders(self) -> tuple[OwedRow, ...]:
        """R240, R237, R243: doors at which somebody is to be, what waits for the manager."""
        doors = service_order_today.arrivals(self._reader, self._end, self._limit)
        waiting = service_order_today.waiting(self._reader, self._limit)
        return (*doors, *waiting)[: self._limit]

    def _passes(self) -> tuple[OwedRow, ...]:
        """R37: the gate's time is over, and something has not left; what runs out today."""
        over = registers.expired_passes(self._reader, self._yesterday, self._limit)
        return (*over, *registers.passes(self._reader, self._end, self._limit))[: self._limit]

    def _keys(self) -> tuple[OwedRow, ...]:
        """R112: keys due back, agreements that run out."""
        return registers.keys(self._reader, self._end, self._limit)

    def _defects(self) -> tuple[OwedRow, ...]:
        """R35: the builder's day, his reminder, the re-inspection of what he did."""
        return defect_today.defects(self._reader, self._end, self._limit)

    def _expiring(self) -> tuple[OwedRow, ...]:
        """R106, R239, R251: agreements and certificates, so many days before they run out."""
        today = self._workplace.estate.custom.day(self._now)
        rule = policy.in_force(self._reader, today).policy.orders
        until = self._end + rule.agreement_notice_days * _DAY
        return service_agreement_watch.expiring(self._reader, until, self._limit)

    def _move_ins(self) -> tuple[OwedRow, ...]:
        """R74: who moved in is visited within the week."""
        return move_in_list.visits(self._reader, self._now, self._limit)

    def _visits(self) -> tuple[OwedRow, ...]:
        """R199: the first-asked duty runs until somebody has answered."""
        return morning.open_visits(self._reader, self._limit)

    def _yesterdays(self) -> tuple[OwedRow, ...]:
        """R194: yesterday's complaints and repairs, done or not."""
        span = self._yesterday, self._today
        complaints = morning.complaints_since(self._reader, *span, self._limit)
        visits = morning.visits_since(self._reader, *span, _REPAIRS, self._limit)
        both = sorted((*complaints, *visits), key=_by_start)
        return tuple(both[: self._limit])


def _policies(reader: Reader, rows: Iterable[OwedRow]) -> Policies:
    ids = {row.policy_id for row in rows if row.kind == complaint_case.KIND}
    return {one: policy.by_id(reader, one).policy for one in ids}


def _promise_of(row: OwedRow) -> int | None:
    """The promise that a clock is about."""
    code, _colon, key = row.clock.partition(":")
    return int(key) if code == PROMISE and key.isdecimal() else None


def _is_calm(row: OwedRow) -> bool:
    return not row.immediate


def _key(row: OwedRow) -> tuple[int, str, datetime]:
    return row.record_id, row.clock, row.started_at


def _by_start(row: OwedRow) -> tuple[datetime, str]:
    return row.started_at, row.number
