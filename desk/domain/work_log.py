"""The work log 工作日誌: training, checks, rounds, household visits, plans and summaries.

What the manuals ask the office to write down beside its cases (R17, R71, R154, R195-R198). Numbers
of a month, such as how many households were visited, are drawn from it later.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from types import MappingProxyType

from desk.domain import numbering
from desk.domain.permissions import Permission
from desk.domain.policy import ReportDay
from desk.domain.reasons import Reason

NAME_LIMIT = 80
NAMES_LIMIT = 400
TOPIC_LIMIT = 200
TEXT_LIMIT = 4_000
WHY_LIMIT = 400
NUMBER_LIMIT = 20
SUMMARY_REPORT = "summary.month"  # the report of a policy that says when a summary is due
LOOK_BACK = timedelta(days=3_653)
_CLOCKS_DIFFER = timedelta(minutes=1)
_BACK_AT = time(9)
_DAY = timedelta(days=1)
_BETWEEN_NAMES = re.compile(r"[、，,;；/\n]+")


class Kind(StrEnum):
    """What is written down: R17, R71, R154, R195-R198."""

    TRAINING = "training"  # 培訓 (R17)
    BRIEFING = "briefing"  # 班前講解 / 日常督導 (R17)
    INTERVIEW_PLAN = "interview_plan"  # 年度訪談計劃 (R71)
    FILING_CHECK = "filing_check"  # 立項、銷項檢查 (R154)
    WORK_RECORD = "work_record"  # 工作記錄 (R195)
    PATROL = "patrol"  # 巡視日報表 (R195, R197)
    HOUSEHOLD_VISIT = "household_visit"  # 入戶走訪 (R196)
    MONTHLY_SUMMARY = "monthly_summary"  # 月度工作總結及下月計劃 (R198)


class Measure(StrEnum):
    """What follows from what was found (R154, R195)."""

    NONE = "none"
    REWARD = "reward"  # 獎勵
    PENALTY = "penalty"  # 處罰
    RECTIFICATION = "rectification"  # 整改


class State(StrEnum):
    """Where an entry stands; only what goes to the superior is ever handed in (R195, R198)."""

    KEPT = "kept"
    SUBMITTED = "submitted"  # 已呈交
    RETURNED = "returned"  # 已批回
    VOID = "void"  # 作廢


HANDED_IN = frozenset({Kind.WORK_RECORD, Kind.PATROL, Kind.MONTHLY_SUMMARY})


@dataclass(frozen=True)
class WorkLogEntry:
    """What somebody writes down; texts are already clean.

    `participants` are names, one beside the other: who was trained, who went. `topic` is the topic
    of a training or the emphasis and purpose of a round 巡視重點. `about` is the number of the case
    that was checked; `first_day` and `last_day`, both included, are the period a check, a plan or
    a summary is about. `plan` is what is planned next.
    """

    kind: Kind
    happened_at: datetime
    participants: str = ""
    topic: str = ""
    text: str = ""
    findings: str = ""
    measure: Measure = Measure.NONE
    measure_text: str = ""
    plan: str = ""
    about: str = ""
    unit_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None


def names(participants: str) -> tuple[str, ...]:
    """The names one by one."""
    parts = (part.strip() for part in _BETWEEN_NAMES.split(participants))
    return tuple(part for part in parts if part)


def permission_for(kind: Kind) -> Permission:
    """Checks of filing and closing are for whoever heads the office or its desk (R154)."""
    return Permission.APPROVE if kind is Kind.FILING_CHECK else Permission.REGISTER


# Writing down


def entry_reasons(entry: WorkLogEntry, now: datetime) -> tuple[Reason, ...]:
    """Why the entry may not be written down: all that is missing for its kind."""
    return tuple(_entry_reasons(entry, now))


def _entry_reasons(entry: WorkLogEntry, now: datetime) -> Iterator[Reason]:
    if entry.happened_at > now + _CLOCKS_DIFFER:
        yield Reason("work_log.happened_at.future", "happened_at")
    if entry.happened_at < now - LOOK_BACK:
        yield Reason("work_log.happened_at.past", "happened_at")
    if entry.about and numbering.parse_number(entry.about) is None:
        yield Reason("work_log.about.unreadable", "about")
    yield from _period_reasons(entry)
    yield from _RULES[entry.kind](entry)
    yield from measure_reasons(entry)


def training_reasons(entry: WorkLogEntry) -> Iterable[Reason]:
    """A training or a briefing says who took part and its topic (R17); when stands anyway."""
    return _missing(entry, "participants", "topic")


def interview_reasons(entry: WorkLogEntry) -> Iterable[Reason]:
    """The yearly interview plan 年度訪談計劃 says for which year, and what is planned (R71)."""
    reasons = _missing(entry, "plan")
    if not _is_whole_year(entry.first_day, entry.last_day):
        reasons += (Reason("work_log.year.missing", "first_day"),)
    return reasons


def filing_check_reasons(entry: WorkLogEntry) -> Iterable[Reason]:
    """A check of filing and closing 立項、銷項檢查 names the case or the period, who checked, and
    what was found (R154)."""
    reasons = _missing(entry, "participants", "findings")
    if not entry.about and entry.first_day is None:
        reasons += (Reason("work_log.about.missing", "about"),)
    return reasons


def record_reasons(entry: WorkLogEntry) -> Iterable[Reason]:
    """A work record 工作記錄 says who worked and what was done (R195)."""
    return _missing(entry, "participants", "text")


def patrol_reasons(entry: WorkLogEntry) -> Iterable[Reason]:
    """A round 巡視 has its emphasis and purpose 重點、目的; its report says what was found, be it
    that nothing was (R197)."""
    return _missing(entry, "participants", "topic", "findings")


def visit_reasons(entry: WorkLogEntry) -> Iterable[Reason]:
    """A household visit 走訪 names the household, who went, and what was said (R196)."""
    reasons = _missing(entry, "participants", "text")
    if entry.unit_id is None:
        reasons += (Reason("work_log.unit.missing", "unit"),)
    return reasons


def summary_reasons(entry: WorkLogEntry) -> Iterable[Reason]:
    """A monthly summary has its month, and next month's plan 下月計劃 (R198)."""
    reasons = _missing(entry, "text", "plan")
    if not _is_whole_month(entry.first_day, entry.last_day):
        reasons += (Reason("work_log.month.missing", "first_day"),)
    return reasons


def measure_reasons(entry: WorkLogEntry) -> Iterable[Reason]:
    """A reward, a penalty, a correction is said in words (R154)."""
    if entry.measure is not Measure.NONE and not entry.measure_text:
        return (Reason("work_log.measure_text.missing", "measure_text"),)
    return ()


Rule = Callable[[WorkLogEntry], Iterable[Reason]]
_RULES: Mapping[Kind, Rule] = MappingProxyType(
    {
        Kind.TRAINING: training_reasons,
        Kind.BRIEFING: training_reasons,
        Kind.INTERVIEW_PLAN: interview_reasons,
        Kind.FILING_CHECK: filing_check_reasons,
        Kind.WORK_RECORD: record_reasons,
        Kind.PATROL: patrol_reasons,
        Kind.HOUSEHOLD_VISIT: visit_reasons,
        Kind.MONTHLY_SUMMARY: summary_reasons,
    }
)


def change_reasons(state: State, before: WorkLogEntry, after: WorkLogEntry) -> Iterable[Reason]:
    """What came back from the superior stands as it was signed; what was done about the findings
    is still added (R195). The kind stays, and what is void is not changed."""
    if state is State.VOID:
        return (Reason("work_log.void"),)
    if after.kind is not before.kind:
        return (Reason("work_log.kind.fixed", "kind"),)
    same = replace(after, measure=before.measure, measure_text=before.measure_text)
    if state is State.RETURNED and same != before:
        return (Reason("work_log.returned"),)
    return ()


# Handing in


def hand_in_by(entry: WorkLogEntry, day: date, report: ReportDay | None) -> date | None:
    """The last day to hand it in: a daily report before going off duty (R195), a summary on the
    30th or the month's last day (R198, K21). None for what is not handed in.

    `day` is the estate's day of the entry, `report` the policy's word on summaries.
    """
    if entry.kind not in HANDED_IN:
        return None
    if entry.kind is not Kind.MONTHLY_SUMMARY or entry.last_day is None:
        return day
    last = month_of(entry.last_day)[1]
    return last if report is None else last.replace(day=min(report.day, last.day))


def back_by(submitted_at: datetime, zone: tzinfo) -> datetime:
    """The superior gives a report back the next day at 9:00 (R195)."""
    following = submitted_at.astimezone(zone).date() + _DAY
    return datetime.combine(following, _BACK_AT, zone).astimezone(submitted_at.tzinfo)


def submit_reasons(kind: Kind, state: State, to: str) -> Iterable[Reason]:
    """A report is handed in once, to a superior who is named (R195)."""
    if kind not in HANDED_IN:
        return (Reason("work_log.not_handed_in"),)
    if state is not State.KEPT:
        return (Reason("work_log.submitted"),)
    return () if to else (Reason("work_log.submitted_to.missing", "submitted_to"),)


def return_reasons(state: State, *, is_own: bool) -> Iterable[Reason]:
    """What was handed in comes back once, signed by somebody else than its writer (R195)."""
    if state is not State.SUBMITTED:
        return (Reason("work_log.not_submitted"),)
    return (Reason("work_log.own"),) if is_own else ()


def void_reasons(state: State, why: str) -> Iterable[Reason]:
    """It is void once, with its reason; its number stays."""
    if state is State.VOID:
        return (Reason("work_log.void"),)
    return () if why else (Reason("work_log.why.missing", "why"),)


# Periods


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of a month."""
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def year_of(day: date) -> tuple[date, date]:
    """The first and the last day of a year."""
    return day.replace(month=1, day=1), day.replace(month=12, day=31)


def _is_whole_month(first: date | None, last: date | None) -> bool:
    return first is not None and (first, last) == month_of(first)


def _is_whole_year(first: date | None, last: date | None) -> bool:
    return first is not None and (first, last) == year_of(first)


def _period_reasons(entry: WorkLogEntry) -> Iterator[Reason]:
    if (entry.first_day is None) != (entry.last_day is None):
        yield Reason("work_log.period.half", "last_day" if entry.last_day is None else "first_day")
    elif entry.first_day and entry.last_day and entry.last_day < entry.first_day:
        yield Reason("work_log.period.backward", "last_day")


def _missing(entry: WorkLogEntry, *fields: str) -> tuple[Reason, ...]:
    empty = (one for one in fields if not getattr(entry, one))
    return tuple(Reason(f"work_log.{one}.missing", one) for one in empty)
