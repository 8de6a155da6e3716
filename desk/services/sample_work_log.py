"""The work log of the sample estate: some weeks of training, rounds, visits, checks and plans."""

from datetime import datetime, timedelta
from typing import Any

from desk.clock import FixedClock
from desk.domain.permissions import Role
from desk.domain.work_log import Kind, Measure, WorkLogEntry, month_of, year_of
from desk.services import complaint, work_log
from desk.services.complaint import ComplaintFilter
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

_DAY = timedelta(days=1)
_BACK = timedelta(hours=15)


def fill(
    desks: list[Workplace],
    script: Script,
    callers: list[Caller],
    clock: FixedClock,
    longest: timedelta,
) -> None:
    """Write it down as the clerks would, none of it older than the estate; `clock` shows today."""
    today = clock.moment
    people = {desk.actor.role: desk for desk in reversed(desks)}
    told = sorted(script.words["work_log"], key=_age, reverse=True)
    try:
        for at, one in enumerate(told):
            moment = today - timedelta(hours=one["hours_ago"])
            if today - moment < longest:
                clock.moment = moment
                _write(people, one, callers[at % len(callers)], clock, today)
    finally:
        clock.moment = today


def _write(
    people: dict[Role, Workplace],
    told: dict[str, Any],
    caller: Caller,
    clock: FixedClock,
    today: datetime,
) -> None:
    desk = people[Role(told["by"])]
    is_lead = desk is people[Role.SUPERVISOR]
    superior = people[Role.MANAGER if is_lead else Role.SUPERVISOR]
    known = work_log.register(desk, _entry(desk, told, caller))
    if told.get("handed_in"):
        known = work_log.submit(desk, known.id, known.version, superior.actor.name)
    if told.get("handed_in") and clock.moment + _BACK <= today:
        clock.moment += _BACK
        work_log.give_back(superior, known.id, known.version, told.get("remark", ""))


def _entry(desk: Workplace, told: dict[str, Any], caller: Caller) -> WorkLogEntry:
    kind, day = Kind(told["kind"]), desk.estate.custom.day(desk.now())
    first, last = {
        Kind.MONTHLY_SUMMARY: month_of(day.replace(day=1) - _DAY),
        Kind.INTERVIEW_PLAN: year_of(day),
        Kind.FILING_CHECK: (day - 6 * _DAY, day),
    }.get(kind, (None, None))
    return WorkLogEntry(
        kind,
        desk.now(),
        participants=told.get("who", desk.actor.name),
        topic=told.get("topic", ""),
        text=told.get("text", ""),
        findings=told.get("findings", ""),
        measure=Measure(told.get("measure", Measure.NONE)),
        measure_text=told.get("measure_text", ""),
        plan=told.get("plan", ""),
        about=_case(desk) if kind is Kind.FILING_CHECK else "",
        unit_id=caller.unit_id if kind is Kind.HOUSEHOLD_VISIT else None,
        first_day=first,
        last_day=last,
    )


def _case(desk: Workplace) -> str:
    """The complaint that was entered last."""
    return next((row.number for row in complaint.page(desk, ComplaintFilter(), None, 1).rows), "")


def _age(told: dict[str, Any]) -> float:
    return float(told["hours_ago"])
