"""The first-asked duty on a real database: handed over, accepted, slipped, ended, inspected."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import pytest

from desk.clock import FixedClock
from desk.domain.breach import BreachEntry, BreachKind, Finding
from desk.domain.coordination_slip import SlipEntry
from desk.domain.department import DepartmentEntry
from desk.domain.first_asked import DutyNotice, DutyScope, NextStep
from desk.domain.handover import HandoverEntry, HandoverMode, Recipient
from desk.domain.permissions import Role
from desk.domain.reception import Kind, Rank, ReceptionEntry, State
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.services import (
    breach,
    coordination_slip,
    department,
    first_asked,
    handover,
    policy,
    reception,
)
from desk.services.breach import BreachFilter
from desk.services.first_asked import Duty
from desk.services.workplace import Workplace


class Departments(NamedTuple):
    """Three departments, the third of another 管理部."""

    works: int
    security: int
    gardens: int


@pytest.fixture
def departments(workplace: Workplace) -> Departments:
    told = (
        DepartmentEntry("工程部", "張主管", "2345 1001", "一期管理部"),
        DepartmentEntry("保安部", "李主管", "2345 1002", "一期管理部"),
        DepartmentEntry("園藝組", "周主管", "2345 2001", "二期管理部"),
    )
    return Departments(*(department.add(workplace, one).id for one in told))


@pytest.fixture
def visit(workplace: Workplace, now: dt.datetime) -> Duty:
    """A call for help that another department has to handle."""
    entry = ReceptionEntry(now, kind=Kind.HELP, caller_name="陳小姐", request="廚房漏水")
    kept = reception.register(workplace, entry)
    return first_asked.judge(workplace, kept.id, kept.version, DutyScope.DEPARTMENT)


def passed(workplace: Workplace, known: Duty, department_id: int) -> Duty:
    entry = HandoverEntry(department_id=department_id)
    return handover.hand_over(workplace, known.visit.id, known.visit.version, entry)


def taken(workplace: Workplace, known: Duty, by: str = "張主管") -> Duty:
    assert known.last is not None
    return handover.accept(workplace, known.last.id, known.last.version, by)


def refusals(deed: Callable[[], object]) -> set[tuple[str, str | None]]:
    with pytest.raises(RuleRefused) as error:
        deed()
    return {(reason.code, reason.field) for reason in error.value.reasons}


def notice(now: dt.datetime, **told: str) -> DutyNotice:
    return replace(DutyNotice("何主管", now, "已修妥，住戶滿意"), **told)


# Who was asked first


def test_R201_a_guard_without_an_account_is_kept_as_the_first_asked(
    workplace: Workplace, now: dt.datetime
) -> None:
    entry = ReceptionEntry(
        now, kind=Kind.HELP, caller_name="陳小姐", request="找狗",
        first_asked_rank=Rank.OPERATOR, first_asked_name="  王師傅 ",
    )  # fmt: skip
    kept = reception.register(workplace, entry)
    assert (kept.first_asked, kept.first_asked_rank) == ("王師傅", "operator")
    assert kept.first_asked_id == workplace.actor.id
    known = first_asked.judge(workplace, kept.id, kept.version, DutyScope.DEPARTMENT)
    assert known.advice.step is NextStep.TO_SUPERIOR


def test_R201_somebody_without_an_account_is_named(workplace: Workplace, now: dt.datetime) -> None:
    entry = ReceptionEntry(
        now, caller_name="陳小姐", request="找狗", first_asked_rank=Rank.OPERATOR
    )
    assert refusals(lambda: reception.register(workplace, entry)) == {
        ("first_asked.name.missing", "first_asked_name")
    }


def test_the_rank_of_a_clerk_follows_the_account(workplace: Workplace, now: dt.datetime) -> None:
    entry = ReceptionEntry(now, caller_name="陳小姐", request="問停車")
    assert reception.register(workplace, entry).first_asked_rank == "manager"
    clerk = replace(workplace, actor=replace(workplace.actor, role=Role.RECEPTIONIST))
    assert reception.register(clerk, entry).first_asked_rank == "clerk"
    told = replace(entry, first_asked_id=workplace.actor.id)
    stranger = replace(clerk, actor=replace(clerk.actor, id=99))
    assert first_asked_rank(stranger, told) == "manager"


def first_asked_rank(workplace: Workplace, entry: ReceptionEntry) -> str:
    return reception.register(workplace, entry).first_asked_rank


def test_K14_a_correction_never_changes_who_was_asked_first(
    workplace: Workplace, now: dt.datetime
) -> None:
    entry = ReceptionEntry(now, caller_name="陳小姐", request="找狗")
    kept = reception.register(workplace, entry)
    fixed = {("first_asked.fixed", "first_asked")}
    for other in (
        replace(entry, first_asked_rank=Rank.OPERATOR, first_asked_name="王師傅"),
        replace(entry, first_asked_rank=Rank.MANAGER, first_asked_name="何經理"),
    ):
        changed = replace(other, request="二")
        assert (
            refusals(
                lambda told=changed: reception.change(workplace, kept.id, kept.version, told)  # type: ignore[misc]
            )
            == fixed
        )
    assert reception.get(workplace, kept.id).first_asked == "陳大文"


# Judging


def test_R207_what_m3_wants_follows_whose_duty_it_was_judged_to_be(
    workplace: Workplace, visit: Duty
) -> None:
    assert visit.advice.step is NextStep.TO_DEPARTMENT
    own = first_asked.judge(workplace, visit.visit.id, visit.visit.version, DutyScope.OWN)
    assert own.advice.step is NextStep.SERVE
    with pytest.raises(StaleRecord):
        first_asked.judge(workplace, visit.visit.id, visit.visit.version, DutyScope.UNCLEAR)


# Handing over


def test_R208_a_departments_head_receives_it_and_is_waited_for(
    workplace: Workplace, visit: Duty, departments: Departments, now: dt.datetime
) -> None:
    known = passed(workplace, visit, departments.works)
    assert known.last is not None
    link = known.last
    assert (link.department, link.person, link.mode, link.at) == ("工程部", "張主管", "phone", now)
    assert known.advice.step is NextStep.AWAIT_ACCEPTANCE
    assert known.visit.state == "open"


def test_R216_accompanying_keeps_the_customers_consent(
    workplace: Workplace, visit: Duty, departments: Departments
) -> None:
    entry = HandoverEntry(mode=HandoverMode.ACCOMPANIED, department_id=departments.works)

    def go(told: HandoverEntry) -> Duty:
        return handover.hand_over(workplace, visit.visit.id, visit.visit.version, told)

    assert refusals(lambda: go(entry)) == {("handover.consent.missing", "consent")}
    known = go(replace(entry, consent=True))
    assert known.last is not None and known.last.consent


def test_an_unknown_department_receives_nothing(workplace: Workplace, visit: Duty) -> None:
    with pytest.raises(NotFound):
        passed(workplace, visit, 99)
    assert first_asked.duty(workplace, visit.visit.id).chain == ()


def test_R218_the_receiving_record_names_the_first_asked_person(
    workplace: Workplace, visit: Duty, departments: Departments, clock: FixedClock
) -> None:
    waiting = passed(workplace, visit, departments.works)
    day = clock.now().date()
    assert handover.received(workplace, departments.works, day, day) == ()
    clock.advance(dt.timedelta(minutes=4))
    taken(workplace, waiting)
    (line,) = handover.received(workplace, departments.works, day, day)
    assert (line.number, line.first_asked, line.accepted_by, line.accepted_at) == (
        visit.visit.number,
        "陳大文",
        "張主管",
        clock.now(),
    )
    assert handover.received(workplace, departments.security, day, day) == ()


def test_R213_the_receiver_may_not_pass_it_on(
    workplace: Workplace, visit: Duty, departments: Departments
) -> None:
    waiting = passed(workplace, visit, departments.works)
    assert refusals(lambda: passed(workplace, waiting, departments.security)) == {
        ("handover.waiting", None)
    }
    known = taken(workplace, waiting)
    assert refusals(lambda: passed(workplace, known, departments.security)) == {
        ("handover.second", None)
    }
    assert [one.code for one in handover.hand_over_reasons(workplace, known)] == ["handover.second"]


def adopted(workplace: Workplace, holds_from: dt.date, **switches: object) -> None:
    """The estate's policy with other switches, from a day on."""
    kept = policy.in_force(workplace, holds_from).policy
    changed = replace(kept, switches=replace(kept.switches, **switches))  # type: ignore[arg-type]
    policy.adopt(workplace, changed, holds_from, "試行")


def test_K14_a_policy_may_let_the_receiver_pass_it_on(
    workplace: Workplace, visit: Duty, departments: Departments, now: dt.datetime
) -> None:
    adopted(workplace, now.date(), retransfer_forbidden=False)
    known = taken(workplace, passed(workplace, visit, departments.works))
    again = passed(workplace, known, departments.security)
    assert [one.department for one in again.chain] == ["工程部", "保安部"]
    found = breach.rows(workplace, BreachFilter(now.date(), now.date()))
    assert [one.kind for one in found] == ["second_transfer"]


def test_R223_a_visit_stands_under_the_policy_of_its_day(
    workplace: Workplace, visit: Duty, departments: Departments, clock: FixedClock
) -> None:
    tomorrow = clock.now() + dt.timedelta(days=1)
    adopted(workplace, tomorrow.date(), retransfer_forbidden=False)
    clock.advance(dt.timedelta(days=1))
    assert first_asked.duty(workplace, visit.visit.id).retransfer_forbidden
    entry = ReceptionEntry(clock.now(), kind=Kind.HELP, caller_name="陳小姐", request="二")
    kept = reception.register(workplace, entry)
    assert not first_asked.duty(workplace, kept.id).retransfer_forbidden


def test_R210_the_customer_relations_supervisor_assigns_what_she_took(
    workplace: Workplace, visit: Duty, departments: Departments
) -> None:
    entry = HandoverEntry(Recipient.CUSTOMER_RELATIONS, person="何主管")
    known = handover.hand_over(workplace, visit.visit.id, visit.visit.version, entry)
    known = taken(workplace, known, "何主管")
    assert known.advice.step is NextStep.ASSIGN
    known = taken(workplace, passed(workplace, known, departments.works))
    assert known.advice.step is NextStep.NOTIFY


def test_R206_a_refusal_brings_the_duty_back_and_is_inspected(
    workplace: Workplace, visit: Duty, departments: Departments, now: dt.datetime
) -> None:
    waiting = passed(workplace, visit, departments.works)
    assert waiting.last is not None
    known = handover.refuse(
        workplace, waiting.last.id, waiting.last.version, "張主管", "不屬本部職責"
    )
    assert known.advice.step is NextStep.TO_DEPARTMENT
    (found,) = breach.rows(workplace, BreachFilter(now.date(), now.date()))
    assert (found.kind, found.clause, found.person, found.department) == (
        "refused",
        "R206",
        "張主管",
        "工程部",
    )
    assert passed(workplace, known, departments.security).advice.step is NextStep.AWAIT_ACCEPTANCE


def test_two_clerks_do_not_hand_the_same_visit_over_at_once(
    workplace: Workplace, visit: Duty, departments: Departments
) -> None:
    passed(workplace, visit, departments.works)
    assert refusals(lambda: passed(workplace, visit, departments.security)) == {
        ("handover.waiting", None)
    }


# The slip


def slip(lead: int, *others: int) -> SlipEntry:
    return SlipEntry(lead, "外牆滲水，須協調", "何主管", others)


def test_R213_a_wrong_hand_over_makes_a_slip_that_the_receiver_answers(
    workplace: Workplace, visit: Duty, departments: Departments, now: dt.datetime
) -> None:
    waiting = passed(workplace, visit, departments.security)
    assert waiting.last is not None
    link = waiting.last
    entry = slip(departments.works)
    assert refusals(
        lambda: coordination_slip.fill_for_wrong(workplace, link.id, link.version, entry)
    ) == {("coordination_slip.not_accepted", None)}
    known = taken(workplace, waiting, "李主管")
    assert known.last is not None
    known = coordination_slip.fill_for_wrong(workplace, known.last.id, known.last.version, entry)
    (paper,) = known.slips
    assert (paper.number, paper.lead, paper.receiver, paper.state, paper.addressee) == (
        "X2026-000001",
        "工程部",
        "保安部",
        "open",
        "何主管",
    )
    assert known.advice.step is NextStep.ANSWER_SLIP
    assert refusals(
        lambda: first_asked.end(workplace, visit.visit.id, visit.visit.version, notice(now))
    ) == {("first_asked.slip_open", None)}
    known = coordination_slip.answer(workplace, paper.id, paper.version, "已協調工程部", "李主管")
    assert (known.slips[0].state, known.slips[0].answered_by) == ("answered", "李主管")
    assert known.advice.step is NextStep.NOTIFY


def test_R211_a_slip_for_several_departments_names_the_lead_department(
    workplace: Workplace, visit: Duty, departments: Departments
) -> None:
    def fill(*others: int) -> Duty:
        entry = slip(departments.works, *others)
        return coordination_slip.fill_for_several(
            workplace, visit.visit.id, visit.visit.version, entry
        )

    assert refusals(fill) == {("coordination_slip.others.missing", "others")}
    known = fill(departments.security, departments.security)
    assert (known.slips[0].lead, known.slips[0].others) == ("工程部", ("保安部",))
    assert known.visit.duty_scope == "several"
    assert known.advice.step is NextStep.ASSIGN


def test_R212_a_slip_over_two_divisions_says_so(
    workplace: Workplace, visit: Duty, departments: Departments
) -> None:
    entry = slip(departments.works, departments.gardens)
    known = coordination_slip.fill_for_several(
        workplace, visit.visit.id, visit.visit.version, entry
    )
    assert known.visit.duty_scope == "divisions"


def test_a_refused_slip_uses_up_no_number(
    workplace: Workplace, visit: Duty, departments: Departments
) -> None:
    with pytest.raises(NotFound):
        coordination_slip.fill_for_several(
            workplace, visit.visit.id, visit.visit.version, slip(departments.works, 99)
        )
    known = coordination_slip.fill_for_several(
        workplace, visit.visit.id, visit.visit.version, slip(departments.works, departments.gardens)
    )
    assert known.slips[0].number == "X2026-000001"


# The end


def test_R199_an_inquiry_answered_at_once_ends_with_its_answer_as_ever(
    workplace: Workplace, now: dt.datetime
) -> None:
    entry = ReceptionEntry(
        now, caller_name="陳小姐", request="問停車", answer="每月800元", state=State.CLOSED
    )
    kept = reception.register(workplace, entry)
    assert first_asked.duty(workplace, kept.id).advice.step is NextStep.ENDED


def test_R219_what_was_handed_over_ends_with_the_notice_alone(
    workplace: Workplace, visit: Duty, departments: Departments, clock: FixedClock
) -> None:
    known = taken(workplace, passed(workplace, visit, departments.works))
    kept = known.visit
    missing = {("first_asked.notice.missing", "state")}
    entry = ReceptionEntry(
        kept.happened_at, kind=Kind.HELP, caller_name="陳小姐", request="漏水", answer="好",
        state=State.CLOSED,
    )  # fmt: skip
    assert refusals(lambda: reception.change(workplace, kept.id, kept.version, entry)) == missing
    clock.advance(dt.timedelta(hours=5))
    done = notice(clock.now() - dt.timedelta(hours=1))
    ended = first_asked.end(workplace, kept.id, kept.version, done)
    assert (ended.visit.state, ended.visit.answer) == ("closed", "已修妥，住戶滿意")
    assert ended.notice is not None
    assert (ended.notice.told, ended.notice.completed_at) == ("何主管", done.completed_at)
    assert ended.advice.step is NextStep.ENDED


def test_R219_a_notice_that_says_nothing_is_refused_with_every_reason(
    workplace: Workplace, visit: Duty, departments: Departments, now: dt.datetime
) -> None:
    known = passed(workplace, visit, departments.works)
    empty = notice(now + dt.timedelta(days=1), told=" ", situation="")
    assert refusals(
        lambda: first_asked.end(workplace, visit.visit.id, known.visit.version, empty)
    ) == {
        ("handover.waiting", None),
        ("first_asked.told.missing", "told"),
        ("first_asked.completed_at.future", "completed_at"),
        ("first_asked.situation.missing", "situation"),
    }


# The inspection


def test_R220_an_inspection_looks_at_the_visits_of_its_days(
    workplace: Workplace, visit: Duty, clock: FixedClock
) -> None:
    day = clock.now().date()
    assert breach.rows(workplace, BreachFilter(day, day)) == ()
    clock.advance(dt.timedelta(days=3, minutes=1))
    (found,) = breach.rows(workplace, BreachFilter(day, day))
    assert (found.kind, found.person, found.number) == ("overdue", "陳大文", visit.visit.number)
    later = day + dt.timedelta(days=1)
    assert breach.rows(workplace, BreachFilter(later, later)) == ()


def test_R220_how_long_a_duty_may_stay_open_is_the_policys(
    workplace: Workplace, visit: Duty, clock: FixedClock
) -> None:
    day = clock.now().date()
    adopted(workplace, day, duty_open_days=9)
    clock.advance(dt.timedelta(days=4))
    assert breach.rows(workplace, BreachFilter(day, day)) == ()
    clock.advance(dt.timedelta(days=6))
    assert [one.kind for one in breach.rows(workplace, BreachFilter(day, day))] == ["overdue"]


def test_R221_a_breach_is_recorded_once_with_its_measure(
    workplace: Workplace, visit: Duty, clock: FixedClock
) -> None:
    day = clock.now().date()
    clock.advance(dt.timedelta(days=4))
    (found,) = breach.rows(workplace, BreachFilter(day, day))
    entry = BreachEntry(
        found.reception_id, BreachKind(found.kind), person=found.person, measure="扣獎金五十元"
    )
    kept = breach.record(workplace, found.at, entry)
    (line,) = breach.rows(workplace, BreachFilter(day, day))
    assert (line.id, line.finding, line.measure, line.found_by) == (
        kept.id,
        "breach",
        "扣獎金五十元",
        "陳大文",
    )
    assert refusals(lambda: breach.record(workplace, found.at, entry)) == {("breach.known", None)}
    changed = replace(entry, finding=Finding.NONE, note="住戶要求改期")
    breach.change(workplace, kept.id, kept.version, changed)
    shown = {
        state: len(breach.rows(workplace, BreachFilter(day, day, finding=state)))
        for state in ("", "open", "breach", "none")
    }
    assert shown == {"": 1, "open": 0, "breach": 0, "none": 1}


def test_R206_what_somebody_saw_may_be_recorded_more_than_once(
    workplace: Workplace, visit: Duty, now: dt.datetime
) -> None:
    rude = BreachEntry(
        visit.visit.id, BreachKind.RUDE, person="王師傅", measure="口頭警告", note="推說不關我事"
    )
    breach.record(workplace, now, rude)
    breach.record(workplace, now, rude)
    wanted = BreachFilter(now.date(), now.date(), BreachKind.RUDE)
    assert [one.person for one in breach.rows(workplace, wanted)] == ["王師傅", "王師傅"]


def test_only_those_who_inspect_see_breaches(workplace: Workplace, now: dt.datetime) -> None:
    clerk = replace(workplace, actor=replace(workplace.actor, role=Role.RECEPTIONIST))
    wanted = BreachFilter(now.date(), now.date())
    assert refusals(lambda: breach.rows(clerk, wanted)) == {("permission.missing", None)}
    quality = replace(workplace, actor=replace(workplace.actor, role=Role.QUALITY_SUPERVISOR))
    assert breach.rows(quality, wanted) == ()
