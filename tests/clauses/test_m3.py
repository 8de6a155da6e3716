"""M3 《物业服务首问责任制实施细则》: the first-asked duty (R199-R223)."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

from desk.domain import breach, coordination_slip, first_asked, handover
from desk.domain.breach import BreachEntry, BreachKind, DutyRecord
from desk.domain.coordination_slip import SlipCause, SlipEntry, SlipState
from desk.domain.department import DepartmentEntry
from desk.domain.duty import DutyEntry
from desk.domain.first_asked import DutyFacts, DutyNotice, DutyScope, Need, NextStep
from desk.domain.handover import Handover, HandoverEntry, HandoverMode, Recipient
from desk.domain.permissions import Role
from desk.domain.reception import (
    Channel,
    Kind,
    Rank,
    ReceptionEntry,
    State,
    entry_reasons,
)
from desk.services import department, duty, policy, reception
from desk.services import first_asked as duties
from desk.services import handover as handovers
from desk.services.workplace import Workplace
from tests.clauses.asking import codes, fields, refused
from tests.clauses.registry import clause
from tests.conftest import NOW
from tests.domain.cases import HOUR
from tests.services.closing_course import Desk

TRANSFER = "desk.domain.handover.transfer_blockers"
HELP = Need(Kind.HELP)
WAITING = Handover(Recipient.DEPARTMENT, HandoverMode.PHONE, NOW, id=1)
TAKEN = replace(WAITING, accepted_at=NOW)
DAY = timedelta(days=1)


NAMES = (f"部門{number}" for number in count(1))


def new_department(workplace: Workplace) -> int:
    """A department of its own for a test: names are given once."""
    entry = DepartmentEntry(next(NAMES), "張主管", "2345 1001", "一期管理部")
    return department.add(workplace, entry).id


def wanted(need: Need) -> tuple[object, object]:
    """What M3 wants done next, and to whom it leads."""
    found = first_asked.route(need)
    return found.step, found.recipient


@clause("R199", without="desk.domain.first_asked.advice")
def test_the_need_is_secured_by_service_or_by_a_hand_over_that_holds() -> None:
    steps = [
        first_asked.advice(DutyFacts(HELP, chain, is_closed=shut)).step
        for chain, shut in (((), False), ((WAITING,), False), ((TAKEN,), False), ((TAKEN,), True))
    ]
    assert steps == [
        NextStep.JUDGE,
        NextStep.AWAIT_ACCEPTANCE,
        NextStep.NOTIFY,
        NextStep.ENDED,
    ]


@clause("R200", without="desk.domain.reception.Kind")
def test_questions_complaints_help_and_business_are_in_scope() -> None:
    assert {"inquiry", "complaint", "help", "business"} <= set(Kind)


@clause("R201", without="desk.domain.reception.Rank")
def test_every_employee_is_subject_to_it() -> None:
    assert set(Rank) == {"clerk", "supervisor", "manager", "operator"}


@clause("R201", without="desk.domain.first_asked.rank_of")
def test_every_account_has_a_rank() -> None:
    assert all(first_asked.rank_of(role) in set(Rank) for role in Role)


@clause("R202", without="desk.services.duty.duties")
def test_who_does_what_is_found_at_the_desk(office: Desk) -> None:
    lam = office.by("lam")
    gardens = new_department(lam)
    kept = duty.add(lam, DutyEntry("修剪樹枝", gardens))
    found = duty.duties(office.by("lee"), duty.DutyFilter(text="樹枝"))
    assert kept.department in {row.department for row in found if row.matter == "修剪樹枝"}


@clause("R203", without="desk.domain.first_asked._route_operator")
def test_an_operator_serves_what_is_hers_and_else_tells_her_superior() -> None:
    own = Need(Kind.HELP, Rank.OPERATOR, scope=DutyScope.OWN)
    assert wanted(own) == (NextStep.SERVE, None)
    other = replace(own, scope=DutyScope.DEPARTMENT)
    assert wanted(other) == (NextStep.TO_SUPERIOR, Recipient.SUPERIOR)


@clause("R204", without="desk.domain.first_asked._route_inquiry")
def test_a_question_by_phone_gets_the_right_number() -> None:
    assert wanted(Need(Kind.INQUIRY, channel=Channel.PHONE)) == (NextStep.GIVE_PHONE, None)


@clause("R205", without="desk.domain.first_asked._route_inquiry")
def test_a_question_at_the_desk_is_found_out_and_answered() -> None:
    assert wanted(Need(Kind.INQUIRY)) == (NextStep.FIND_OUT, None)


@clause("R206", without="desk.domain.first_asked.route")
def test_nobody_says_that_it_is_not_his_duty() -> None:
    scopes = (None, *DutyScope)
    steps = {
        wanted(Need(kind, rank, scope=one))[0] for kind in Kind for rank in Rank for one in scopes
    }
    assert steps <= set(NextStep)
    assert wanted(HELP) == (NextStep.JUDGE, None)


@clause("R206", without="desk.domain.handover.refusal_reasons")
def test_a_refusal_is_written_down_with_who_and_why() -> None:
    assert fields(handover.refusal_reasons(WAITING, "", "")) == {"refused_by", "why"}


@clause("R207", without="desk.domain.first_asked._route_handling")
def test_what_is_ones_own_is_served() -> None:
    assert wanted(replace(HELP, scope=DutyScope.OWN)) == (NextStep.SERVE, None)


@clause("R208", without="desk.domain.first_asked._route_handling")
def test_what_is_one_departments_goes_to_its_supervisor() -> None:
    found = wanted(replace(HELP, scope=DutyScope.DEPARTMENT))
    assert found == (NextStep.TO_DEPARTMENT, Recipient.DEPARTMENT)


@clause("R209", without="desk.domain.first_asked._route_handling")
def test_what_is_unclear_or_several_goes_to_customer_relations() -> None:
    for scope in (DutyScope.UNCLEAR, DutyScope.SEVERAL):
        found = wanted(replace(HELP, scope=scope))
        assert found == (NextStep.TO_CUSTOMER_RELATIONS, Recipient.CUSTOMER_RELATIONS)


RELATIONS = replace(TAKEN, recipient=Recipient.CUSTOMER_RELATIONS)


@clause("R210", without="desk.domain.first_asked._assigning")
def test_customer_relations_assigns_a_department() -> None:
    found = first_asked.advice(DutyFacts(replace(HELP, scope=DutyScope.UNCLEAR), (RELATIONS,)))
    assert (found.step, found.recipient) == (NextStep.ASSIGN, Recipient.DEPARTMENT)


@clause("R211", without="desk.domain.first_asked._assigning")
def test_several_departments_get_a_slip_first() -> None:
    found = first_asked.advice(DutyFacts(replace(HELP, scope=DutyScope.SEVERAL), (RELATIONS,)))
    assert found.step == NextStep.FILL_SLIP


@clause("R211", without="desk.domain.coordination_slip.entry_reasons")
def test_a_slip_names_its_lead_department() -> None:
    empty = SlipEntry(None, "", "")
    found = coordination_slip.entry_reasons(empty, SlipCause.SEVERAL_DEPARTMENTS)
    assert fields(found) == {"lead", "others", "matter", "addressee"}


@clause("R212", without="desk.domain.first_asked._route_handling")
def test_what_lies_across_divisions_goes_to_the_division_manager() -> None:
    found = wanted(replace(HELP, scope=DutyScope.DIVISIONS))
    assert found == (NextStep.TO_DIVISION_MANAGER, Recipient.DIVISION_MANAGER)


def passing_on() -> set[str]:
    forbidden = policy.profile("M2").switches.retransfer_forbidden
    chain = [TAKEN]
    found = handover.transfer_blockers(chain, is_closed=False, retransfer_forbidden=forbidden)
    return codes(found)


@clause(
    "R213", without=("M2:switch.retransfer_forbidden", "desk.domain.handover.transfer_blockers")
)
def test_the_receiver_may_not_pass_it_on() -> None:
    assert passing_on() == {"handover.second"}


@clause("R213", without="desk.domain.coordination_slip.wrong_blockers")
def test_a_slip_follows_only_once_the_receiver_has_taken_responsibility() -> None:
    found = coordination_slip.wrong_blockers(WAITING, is_closed=False)
    assert codes(found) == {"coordination_slip.not_accepted"}


@clause("R213", without="desk.domain.coordination_slip.answer_reasons")
def test_the_receiving_department_answers_the_result() -> None:
    found = coordination_slip.answer_reasons(SlipState.OPEN, "", "")
    assert fields(found) == {"result", "answered_by"}


@clause("R214", without="desk.domain.handover.HandoverMode.PHONE")
def test_a_need_is_handed_over_by_phone() -> None:
    assert "phone" in set(HandoverMode)


@clause("R215", without="desk.domain.handover.HandoverMode.COMES")
def test_a_need_is_handed_over_when_the_supervisor_comes() -> None:
    assert "comes" in set(HandoverMode)


@clause("R216", without="desk.domain.handover.HandoverMode.ACCOMPANIED")
def test_a_need_is_handed_over_by_going_there_together() -> None:
    assert "accompanied" in set(HandoverMode)


@clause("R216", without="desk.domain.handover.entry_reasons")
def test_going_there_together_needs_the_customers_consent() -> None:
    entry = HandoverEntry(mode=HandoverMode.ACCOMPANIED, department_id=1)
    assert codes(handover.entry_reasons(entry)) == {"handover.consent.missing"}


@clause("R217", without="desk.domain.reception.entry_reasons")
def test_the_first_asked_registers_who_asked_for_what() -> None:
    assert fields(entry_reasons(ReceptionEntry(NOW), NOW)) == {"person", "request"}


@clause("R217", without="desk.domain.reception.entry_reasons")
def test_the_result_is_recorded() -> None:
    done = ReceptionEntry(NOW, caller_name="陳小姐", request="問停車", state=State.CLOSED)
    assert codes(entry_reasons(done, NOW)) == {"reception.answer.missing"}


@clause("R218", without="desk.domain.handover.acceptance_reasons")
def test_who_takes_it_is_named() -> None:
    assert fields(handover.acceptance_reasons(WAITING, "")) == {"accepted_by"}


@clause("R218", without="desk.services.handover.received")
def test_the_receivers_record_names_the_first_asked(office: Desk) -> None:
    lee, lam = office.by("lee"), office.by("lam")
    works = new_department(lam)
    entry = ReceptionEntry(NOW, kind=Kind.HELP, caller_name="陳小姐", request="煙霧感應器響")
    visit = reception.register(lee, entry)
    to = HandoverEntry(department_id=works)
    known = handovers.hand_over(lee, visit.id, visit.version, to)
    link = known.chain[-1]
    handovers.accept(lee, link.id, link.version, "張主管")
    found = handovers.received(lee, works, NOW.date(), NOW.date())
    assert [(row.number, row.first_asked) for row in found] == [(visit.number, "李美玲")]
    assert duties.duty(lee, visit.id).chain[-1].accepted_by == "張主管"


@clause("R219", without="desk.domain.first_asked.notice_reasons")
def test_the_notice_says_who_was_told_and_how_it_went() -> None:
    found = first_asked.notice_reasons(DutyNotice("", NOW, ""), NOW - HOUR, NOW)
    assert fields(found) == {"told", "situation"}


@clause("R219", without="desk.domain.first_asked.direct_close_blockers")
def test_what_was_handed_over_ends_with_the_notice_alone() -> None:
    assert codes(first_asked.direct_close_blockers([TAKEN])) == {"first_asked.notice.missing"}


@clause("R220", without="desk.domain.breach.candidates")
def test_an_inspection_finds_what_may_be_a_breach() -> None:
    refused_once = replace(WAITING, refused_at=NOW + HOUR)
    record = DutyRecord(1, NOW, None, (refused_once,))
    kinds = [one.kind for one in breach.candidates(record, 3, NOW + 9 * DAY)]
    assert kinds == [BreachKind.REFUSED, BreachKind.OVERDUE]


@clause("R220", without="M2:switch.duty_open_days")
def test_a_duty_open_for_more_than_three_days_is_listed() -> None:
    days = policy.profile("M2").switches.duty_open_days
    found = breach.candidates(DutyRecord(1, NOW, None), days, NOW + 4 * DAY)
    assert [one.kind for one in found] == [BreachKind.OVERDUE]


@clause("R221", without="desk.domain.breach.entry_reasons")
def test_a_breach_names_the_person_and_the_measure() -> None:
    entry = BreachEntry(1, BreachKind.REFUSED)
    assert fields(breach.entry_reasons(entry)) == {"person", "measure"}


@clause("R222", without="desk.domain.first_asked.route")
def test_a_complaint_follows_its_own_procedure() -> None:
    assert wanted(Need(Kind.COMPLAINT)) == (NextStep.FILE_COMPLAINT, None)


@clause("R223", without="desk.services.policy.adopt")
def test_a_policy_holds_from_a_day_that_is_not_over(office: Desk) -> None:
    lam = office.by("lam")
    whole = policy.in_force(lam, NOW.date()).policy
    found = refused(policy.adopt, lam, whole, NOW.date() - DAY, "改期")
    assert found == {"policy.holds_from.past"}
