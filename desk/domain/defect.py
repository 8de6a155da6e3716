"""A defect 待整改項: a part that failed, and how the builder is pressed until it passes (R35).

Found at an inspection, promised for a day 承諾完成日 or given the policy's days, reminded 催辦
until the builder says it is done 已整改, then looked at again 複驗: it passes, or fails, which is
counted and starts its term anew. Its age runs from the day it was found, because the owner has
waited since then.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from desk.domain.inspection import Verdict
from desk.domain.move_in_rule import MoveInRule
from desk.domain.reasons import Reason

NAME_LIMIT = 80
PHONE_LIMIT = 40
TEXT_LIMIT = 400
WHY_LIMIT = 400
LONGEST = timedelta(days=1_096)
VOID_BY = Reason("defect.void.by")  # who may declare it void, said to who may not
_CLOCKS_DIFFER = timedelta(minutes=1)


class State(StrEnum):
    """Where a defect stands."""

    OPEN = "open"  # 待整改
    DONE = "done"  # 已整改, 待複驗
    PASSED = "passed"  # 複驗合格
    VOID = "void"  # 作廢


class EventKind(StrEnum):
    """What happened to a defect: its journal."""

    FOUND = "found"  # 驗收不合格
    BUILDER = "builder"  # another builder or contact
    PROMISED = "promised"  # 承諾完成日
    REMINDED = "reminded"  # 催辦
    DONE = "done"  # 整改完成
    FAILED = "failed"  # 複驗不合格
    PASSED = "passed"  # 複驗合格
    VOID = "void"  # 作廢


class RemindHow(StrEnum):
    """How the builder was reminded."""

    PHONE = "phone"  # 電話
    LETTER = "letter"  # 書面
    EMAIL = "email"  # 電郵
    MESSAGE = "message"  # 訊息
    IN_PERSON = "in_person"  # 當面


class Age(StrEnum):
    """How old a defect is, in days since it was found; both borders included."""

    TO_30 = "to_30"
    TO_60 = "to_60"
    TO_90 = "to_90"
    OVER_90 = "over_90"


AGES: Mapping[Age, tuple[int, int | None]] = MappingProxyType(
    {Age.TO_30: (0, 30), Age.TO_60: (31, 60), Age.TO_90: (61, 90), Age.OVER_90: (91, None)}
)
WAITS = (State.OPEN, State.DONE)


@dataclass(frozen=True)
class BuilderEntry:
    """To whom to turn: the builder's company, whom there, and where."""

    builder: str
    contact: str = ""
    phone: str = ""


@dataclass(frozen=True)
class PromiseEntry:
    """The day the builder named, and who named it."""

    promised_on: date
    by: str = ""


@dataclass(frozen=True)
class RemindEntry:
    """A reminder: how, to whom, what was answered; `at` None is now.

    `promised_on` is the day named in the answer, where one was.
    """

    how: RemindHow
    to: str = ""
    answer: str = ""
    at: datetime | None = None
    promised_on: date | None = None


@dataclass(frozen=True)
class DoneEntry:
    """The builder says that it is done; `at` None is now."""

    by: str = ""
    at: datetime | None = None
    remark: str = ""


@dataclass(frozen=True)
class RecheckEntry:
    """The re-inspection 複驗: who looked, what was found; `at` None is now."""

    verdict: Verdict
    by: str = ""
    remark: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class DefectFacts:
    """What the rules ask about a defect. `since` is when its term began: when it was found, or when
    it failed again; `fails` how often a re-inspection found it wanting."""

    state: State
    builder: str
    found_at: datetime
    since: datetime
    promised_on: date | None = None
    done_at: datetime | None = None
    fails: int = 0


def due_on(promised_on: date | None, since_day: date, rule: MoveInRule) -> date:
    """The last day to repair it: the one that was promised, else the policy's days on."""
    return promised_on or since_day + timedelta(days=rule.defect_days)


# How old it is


def age(found_on: date, today: date) -> Age:
    """Into which stretch of the age list it falls."""
    days = max((today - found_on).days, 0)
    return next(one for one, (_first, last) in AGES.items() if last is None or days <= last)


def found_between(stretch: Age, today: date) -> tuple[date | None, date]:
    """The days on which what is of this age today was found, both included."""
    youngest, oldest = AGES[stretch]
    first = None if oldest is None else today - timedelta(days=oldest)
    return first, today - timedelta(days=youngest) if youngest else date.max


# Deeds


def builder_reasons(facts: DefectFacts, entry: BuilderEntry) -> Iterator[Reason]:
    """Somebody has to repair it."""
    yield from _waits(facts)
    if not entry.builder:
        yield Reason("defect.builder.missing", "builder")


def promise_reasons(facts: DefectFacts, entry: PromiseEntry, today: date) -> Iterator[Reason]:
    """A day that is still to come, while it is open."""
    yield from open_reasons(facts)
    yield from _day_reasons(entry.promised_on, today)


def remind_reasons(
    facts: DefectFacts, entry: RemindEntry, now: datetime, today: date
) -> Iterator[Reason]:
    """A reminder says to whom; its answer may come later, with the next one."""
    yield from open_reasons(facts)
    if not entry.to:
        yield Reason("defect.to.missing", "to")
    yield from _moment_reasons(facts, entry.at, now)
    if entry.promised_on is not None:
        yield from _day_reasons(entry.promised_on, today)


def done_reasons(facts: DefectFacts, entry: DoneEntry, now: datetime) -> Iterator[Reason]:
    """It is done once, until a re-inspection finds otherwise."""
    yield from open_reasons(facts)
    if not entry.by:
        yield Reason("defect.by.missing", "by")
    yield from _moment_reasons(facts, entry.at, now)


def recheck_reasons(facts: DefectFacts, entry: RecheckEntry, now: datetime) -> Iterator[Reason]:
    """What is done is looked at again; a fail says what is still wrong (R35)."""
    yield from recheck_now_reasons(facts)
    if entry.verdict is Verdict.UNSEEN:
        yield Reason("defect.verdict.missing", "verdict")
    if not entry.by:
        yield Reason("defect.by.missing", "by")
    if entry.verdict is Verdict.FAIL and not entry.remark:
        yield Reason("defect.remark.missing", "remark")
    yield from _moment_reasons(facts, entry.at, now)
    done = None if facts.done_at is None else facts.done_at.replace(second=0, microsecond=0)
    if entry.at is not None and done is not None and facts.since <= entry.at < done:
        yield Reason("defect.not_done", "at")


def recheck_now_reasons(facts: DefectFacts) -> Iterator[Reason]:
    """Why it is not looked at again now."""
    yield from _waits(facts)
    if facts.state is State.OPEN:
        yield Reason("defect.not_done")


def void_reasons(facts: DefectFacts, why: str) -> Iterator[Reason]:
    """It is void once, with its reason; its number stays."""
    yield from _waits(facts)
    if not why:
        yield Reason("defect.why.missing", "why")


def open_reasons(facts: DefectFacts) -> Iterator[Reason]:
    """Why the builder is not pressed now."""
    yield from _waits(facts)
    if facts.state is State.DONE:
        yield Reason("defect.done")


def wait_reasons(facts: DefectFacts) -> tuple[Reason, ...]:
    """Why nothing more happens to it."""
    return tuple(_waits(facts))


def _waits(facts: DefectFacts) -> Iterator[Reason]:
    if facts.state not in WAITS:
        yield Reason(f"defect.{facts.state}")


def _day_reasons(day: date, today: date) -> Iterator[Reason]:
    if day < today:
        yield Reason("defect.promised_on.past", "promised_on")
    elif day - today > LONGEST:
        yield Reason("defect.promised_on.far", "promised_on")


def _moment_reasons(facts: DefectFacts, at: datetime | None, now: datetime) -> Iterator[Reason]:
    if at is None:
        return
    if at > now + _CLOCKS_DIFFER:
        yield Reason("defect.at.future", "at")
    elif at < facts.since:
        yield Reason("defect.at.before", "at")
