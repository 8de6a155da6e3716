"""A sample estate to look around in, to measure on and to train with.

It is written through the same tables, tokens, numbers and history as real work.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from random import Random

from desk.clock import Clock, FixedClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, EstateEntry, Region
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.models.unit_of_work import UnitOfWork
from desk.models.vault import Cost
from desk.services import (
    complaint_case,
    estate_settings,
    policy,
    sample_agenda,
    sample_callbacks,
    sample_days,
    sample_guide,
    sample_homes,
    sample_inspections,
    sample_keys,
    sample_move_ins,
    sample_orders,
    sample_passes,
    sample_receipts,
    sample_services,
    sample_work_log,
    sign_in,
    staff,
)
from desk.services.sample_agenda import Course
from desk.services.sample_cases import Crew
from desk.services.sample_hands import Hands
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller, Visits
from desk.services.workplace import Actor, Workplace

BATCH = 2_000
_LANGUAGE = {Region.HK: "zh_Hant", Region.TW: "zh_Hant", Region.CN: "zh_Hans"}
_LOGINS = (
    ("admin", Role.ADMINISTRATOR),
    ("reception", Role.RECEPTIONIST),
    ("reception2", Role.RECEPTIONIST),
    ("supervisor", Role.SUPERVISOR),
    ("quality", Role.QUALITY_SUPERVISOR),
    ("manager", Role.MANAGER),
    ("general_manager", Role.GENERAL_MANAGER),
)


@dataclass(frozen=True)
class Size:
    """How large a sample: households, days back from today, and the seed of its chance.

    `lively`: the last days are played deed by deed, so that something waits on the first page.
    """

    households: int = 400
    days: int = 120
    seed: int = 1
    region: Region = Region.HK
    lively: bool = True


@dataclass(frozen=True)
class SampleAccount:
    """One account of the sample estate."""

    login: str
    password: str
    role: Role


Progress = Callable[[int, int], None]


def create(
    folder: DataFolder,
    size: Size,
    clock: Clock,
    *,
    cost: Cost | None = None,
    progress: Progress | None = None,
) -> tuple[Workplace, tuple[SampleAccount, ...]]:
    """Fill a folder nobody uses yet; fault `storage.folder_in_use` otherwise.

    Returns the open desk (as administrator) and the accounts with their passwords.
    """
    chance = Random(size.seed)  # noqa: S311 - a sample, not a secret
    script = Script.of(size.region)
    accounts = _accounts(chance)
    today = clock.now()
    past = FixedClock(today - timedelta(days=size.days + 1))
    workplace = _begin(folder, script, accounts, past, cost)
    try:
        desks = _add_clerks(workplace, script, accounts, cost)
        sample_guide.fill(workplace, script)
        callers = sample_homes.fill(workplace, chance, script, size.households)
        visits = Visits(chance, script, callers, _crew(desks, script), workplace.estate.zone)
        for done in _fill_register(workplace, visits, past, today, size):
            if progress is not None:
                progress(done, size.days)
        if size.lively:
            hands = Hands(Random(size.seed), script, callers, desks)  # noqa: S311
            sample_days.play(hands, past, today, timedelta(days=size.days))
            sample_work_log.fill(desks, script, callers, past, timedelta(days=size.days))
            if timedelta(days=size.days) > sample_passes.LONGEST:
                sample_passes.fill(desks, script, callers, past, size.seed)
            if size.days > sample_keys.DAYS:
                sample_keys.fill(desks, script, callers, past, Random(size.seed))  # noqa: S311
            _serve(desks, script, callers, past, size)
            if size.days > sample_orders.DAYS:
                sample_callbacks.fill(desks, script, past, (size.days, size.seed))
    finally:
        workplace.close()
    first = accounts[0]
    return sign_in.sign_in(folder, first.login, first.password, clock), accounts


def _serve(
    desks: list[Workplace],
    script: Script,
    callers: list[Caller],
    past: FixedClock,
    size: Size,
) -> None:
    """Arrivals and orders, so that receipts and defects are numbered as they were written."""
    span = (size.days, size.seed)
    courses: list[Course] = []
    if size.days > sample_receipts.DAYS:
        courses.append(sample_receipts.course(desks, script, callers, past))
    if size.days > sample_move_ins.DAYS:
        homes = sample_move_ins.homes(desks, callers, size.seed)
        courses += sample_move_ins.courses(desks, script, homes, past, span)
        taken = {unit_id for unit_id, _name, _phone in homes}
        others = [one for one in callers if one.unit_id not in taken]
        courses += sample_inspections.courses(desks, script, others, past, span)
    if size.days > sample_orders.DAYS:
        sample_services.fill(desks, script, callers, past, span)
        courses += sample_orders.courses(desks, script, callers, past, span)
    sample_agenda.play(courses, past)


def _accounts(chance: Random) -> tuple[SampleAccount, ...]:
    return tuple(
        SampleAccount(login, f"sample-{chance.randrange(10**6):06d}", role)
        for login, role in _LOGINS
    )


def _begin(
    folder: DataFolder,
    script: Script,
    accounts: tuple[SampleAccount, ...],
    clock: Clock,
    cost: Cost | None,
) -> Workplace:
    first = accounts[0]
    beginning = sign_in.Beginning(
        estate=script.words["estate"],
        region=script.region,
        calendar=Calendar.ROC if script.region is Region.TW else Calendar.GREGORIAN,
        account=_entry(script, 0, first),
        password=first.password,
    )
    workplace, _code = sign_in.begin(folder, beginning, clock, cost)
    phone, version = script.words["phone"], estate_settings.current(workplace).version
    told = EstateEntry(beginning.estate, script.region, beginning.calendar, phone)
    return estate_settings.change(workplace, version, told)


def _add_clerks(
    workplace: Workplace,
    script: Script,
    accounts: tuple[SampleAccount, ...],
    cost: Cost | None,
) -> list[Workplace]:
    """Add everybody but the first; returns the desk with each of them at it."""
    added = [
        staff.add(workplace, _entry(script, at, account), account.password, cost)
        for at, account in enumerate(accounts[1:], start=1)
    ]
    return [
        workplace.signed_in_as(Actor(one.id, one.login, one.name, Role(one.role), one.language))
        for one in added
    ]


def _crew(desks: list[Workplace], script: Script) -> Crew:
    """Who stands at the desk, who agrees to an overrun, and the departments that work."""
    actors = [desk.actor for desk in desks]
    at_desk = {Role.RECEPTIONIST, Role.SUPERVISOR}
    return Crew(
        clerks=[one.id for one in actors if one.role in at_desk],
        departments=[one[0] for one in script.words["departments"]],
        approver=next(one.id for one in actors if one.role is Role.GENERAL_MANAGER),
    )


def _entry(script: Script, at: int, account: SampleAccount) -> AccountEntry:
    names = script.words["staff"]
    language = _LANGUAGE[script.region]
    return AccountEntry(account.login, names[at % len(names)], account.role, language)


def _fill_register(
    workplace: Workplace,
    visits: Visits,
    past: FixedClock,
    today: datetime,
    size: Size,
) -> Iterator[int]:
    """Write the days one after the other; yields how many are done."""
    batch: list[datetime] = []
    for day in _days(workplace, past.now(), today):
        batch += [one for one in visits.moments(day, size.households) if one <= today]
        if len(batch) >= BATCH or day == _day(workplace, today):
            past.moment = max(past.moment, batch[-1] if batch else past.moment)
            _write(workplace, visits, batch, today)
            batch = []
            yield size.days - (today - past.moment).days


def _write(workplace: Workplace, visits: Visits, moments: list[datetime], today: datetime) -> None:
    zone = workplace.estate.zone
    with UnitOfWork(workplace.storage, workplace.clock, actor_id=1, zone=zone) as work:
        receptions = [
            visits.reception(number, moment, today)
            for number, moment in zip(_numbers(work, "R", moments), moments, strict=True)
        ]
        work.add(*receptions)
        lived = [one for one in receptions if one.happened_at < today - sample_days.LONGEST]
        chosen = list(visits.complaints_of(lived))
        numbers = _numbers(work, "C", [one.happened_at for one in chosen])
        kept = policy.in_force(work, _day(workplace, today))
        made = [
            visits.complaint(number, visit, today, kept.id)
            for number, visit in zip(numbers, chosen, strict=True)
        ]
        work.add(*(row for row, _went in made))
        work.add(*(part for row, went in made for part in went.parts(work, row, kept.policy)))
        for row, _went in made:
            complaint_case.settle(work, row.id)
        work.commit()


def _numbers(work: UnitOfWork, letter: str, moments: list[datetime]) -> Iterator[str]:
    """Numbers in the order of the moments, each in its year."""
    for _year, same in groupby(moments, key=work.year_of):
        together = list(same)
        yield from work.next_numbers(letter, len(together), together[0])


def _days(workplace: Workplace, first: datetime, last: datetime) -> Iterator[date]:
    day, end = _day(workplace, first), _day(workplace, last)
    while day <= end:
        yield day
        day += timedelta(days=1)


def _day(workplace: Workplace, moment: datetime) -> date:
    return workplace.estate.custom.day(moment)
