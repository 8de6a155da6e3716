"""M0 《需求客戶管理要求》, the part about complaints: R1-R19."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from desk.domain import promise as promises
from desk.domain.authority_letter import Letter, letter_of
from desk.domain.callback import CallbackEntry, CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.complaint import ContactMethod, State, Urgency
from desk.domain.complaint_approval import overruns
from desk.domain.complaint_case import Complainant, PromiseMade
from desk.domain.complaint_contact import SaidEntry
from desk.domain.complaint_handling import immediate_reasons
from desk.domain.forwarding import joint_reasons
from desk.domain.hand_out import HandOutEntry
from desk.domain.policy import Act, Bound, Condition, Post
from desk.domain.promise import PromiseEntry, ReportEntry
from desk.domain.reference_text import ReferenceCode
from desk.domain.special_report import SpecialReportEntry, entry_reasons
from desk.services import callback, complaint_handling, policy, reference_text, today
from tests.clauses.asking import clock, codes, due, fields, missing, term
from tests.clauses.registry import clause
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case, step
from tests.services import case_course as course
from tests.services.closing_course import Desk, attested


@clause("R1", without="desk.domain.reference_text.ReferenceCode.SERVICE_RULES")
def test_the_service_rules_can_be_read_at_the_desk() -> None:
    read = {one.code: one.body for one in reference_text.shipped("zh_Hant")}
    assert read.get(ReferenceCode.SERVICE_RULES)
    assert read.get(ReferenceCode.ETIQUETTE)


@clause("R2", without="desk.services.complaint_case.add_step")
def test_a_complaint_is_registered_handed_out_and_called_back(office: Desk) -> None:
    lee = office.by("lee")
    known = course.filed(lee)
    entry = HandOutEntry(lee.now(), ("工程部",), "請查漏")
    known = complaint_handling.hand_out(lee, known.detail.id, known.detail.version, entry)
    known = attested(office, course.handled(lee, known))
    heard = CallbackEntry(
        CallbackHow.PHONE, CallbackOutcome.REACHED, satisfaction=Satisfaction.SATISFIED
    )
    known = callback.call_back(lee, known.detail.id, known.detail.version, heard)
    assert known.facts.received_at is not None
    assert [one.person for one in known.facts.steps_of("handed_out")] == ["工程部"]
    assert len(known.facts.callbacks) == 1


@clause("R3", without="desk.domain.complaint_handling.immediate_reasons")
def test_acting_at_once_needs_one_of_the_five_reasons() -> None:
    assert codes(immediate_reasons(case(), ())) == {"complaint.immediate.missing"}
    for one in Urgency:
        assert immediate_reasons(case(), {one}) == ()


@clause("R3", without="desk.domain.complaint.Urgency")
def test_there_are_five_reasons_to_act_at_once() -> None:
    assert sorted(Urgency) == ["a", "b", "c", "d", "e"]


@clause("R3", without="desk.models.lists.today.immediate_ids")
def test_what_is_acted_upon_at_once_stands_at_the_top(office: Desk) -> None:
    lee = office.by("lee")
    *_calm, urgent = [course.filed(lee) for _time in range(4)]
    act = complaint_handling.act_immediately
    act(lee, urgent.detail.id, urgent.detail.version, {Urgency.CRISIS})
    due_today = next(one for one in today.day(lee, 1).parts if one.section == "due")
    assert [row.immediate for row in due_today.rows] == [True]


@clause("R4", without="M0:answer.major")
def test_a_major_case_has_its_clear_answer_within_two_days() -> None:
    assert term("M0", "answer.major", case("major")) == 2 * DAY


@clause("R4", without="M0:solve.major")
def test_a_major_case_is_solved_within_ten_days() -> None:
    assert term("M0", "solve.major", case("major")) == 10 * DAY


@clause("R4", without="M0:forward.office_manager")
def test_a_major_case_goes_to_the_estate_manager_at_once() -> None:
    found = clock("M0", "forward.office_manager", case("major"))
    assert found is not None
    assert (found.to, found.due_at - T0) == (Post.OFFICE_MANAGER, timedelta(minutes=10))


@clause("R5", without="M0:solve.important")
def test_a_general_case_takes_three_days() -> None:
    assert term("M0", "solve.important", case("important")) == 3 * DAY


@clause("R5", "R6", without="M0:transfer")
def test_a_case_is_passed_to_the_head_of_its_department_within_an_hour() -> None:
    for severity in ("minor", "important"):
        found = clock("M0", "transfer", case(severity))
        assert found is not None
        assert (found.to, found.due_at - T0) == (Post.DEPARTMENT_HEAD, HOUR)
    assert clock("M0", "transfer", case("major")) is None


@clause("R5", "R6", without="desk.domain.complaint_approval.overruns")
def test_an_overrun_is_for_the_estate_manager_to_approve() -> None:
    for severity in ("minor", "important"):
        late = clock("M0", f"solve.{severity}", case(severity))
        assert late is not None
        waiting = overruns(case(severity), [late], T0 + 9 * DAY)
        assert [one.approver for one in waiting] == [Post.OFFICE_MANAGER]


@clause("R5", "R6", without="M0:close.overruns")
def test_a_case_with_an_overrun_is_not_closed_without_a_word() -> None:
    for severity in ("minor", "important"):
        found = missing("M0", Condition.OVERRUNS, severity)
        assert found == {"complaint.overrun.unapproved"}


@clause("R6", without="M0:solve.minor")
def test_a_minor_case_takes_two_days_or_as_long_as_the_complainant_asks() -> None:
    assert term("M0", "solve.minor", case("minor")) == 2 * DAY
    wanted = case("minor", wanted_by=T0 + 5 * DAY)
    assert due("M0", "solve.minor", wanted) == T0 + 5 * DAY


DONE = case("minor", state=State.HANDLED, handled_at=T0 + HOUR)


@clause("R7", without="M0:tell.target")
def test_the_result_is_told_on_the_day_of_completion() -> None:
    found = clock("M0", "tell.target", DONE)
    assert found is not None
    assert (found.due_at, found.bound) == (CALENDAR.midnight(date(2026, 3, 6)), Bound.TARGET)


@clause("R7", without="M0:tell.ceiling")
def test_the_result_is_told_within_two_days_at_the_latest() -> None:
    assert term("M0", "tell.ceiling", DONE) == 2 * DAY


@clause("R7", without="M0:close.told")
def test_a_case_is_not_closed_before_its_result_is_told() -> None:
    assert "complaint.told.missing" in missing("M0", Condition.TOLD)


LETTER = Letter(
    1,
    Post.OFFICE_MANAGER,
    "黃經理",
    date(2026, 1, 1),
    date(2026, 12, 31),
    Decimal(5_000),
    "維修費用減免",
    "何總",
)
PROMISE = PromiseEntry(
    T0, "免收維修費", "黃經理", Post.OFFICE_MANAGER, T0 + DAY, Decimal(3_000), covered=True
)


@clause("R8", without="desk.domain.authority_letter.letter_of")
def test_the_letter_of_the_year_says_what_the_manager_may_promise() -> None:
    found = letter_of([LETTER], Post.OFFICE_MANAGER, "黃經理", date(2026, 3, 5))
    assert found == LETTER
    assert letter_of([LETTER], Post.OFFICE_MANAGER, "黃經理", date(2027, 1, 1)) is None


@clause("R8", "K18", without="desk.domain.promise.power_reasons")
def test_a_promise_is_held_to_the_letter() -> None:
    day = date(2026, 3, 5)
    assert promises.power_reasons(LETTER, PROMISE, day) == ()
    dear = replace(PROMISE, amount=Decimal(6_000))
    assert codes(promises.power_reasons(LETTER, dear, day)) == {"promise.beyond.amount"}
    assert codes(promises.power_reasons(None, PROMISE, day)) == {"promise.letter.none"}


@clause("R9", without="M0:promise_report")
def test_a_promise_is_reported_the_same_day() -> None:
    made = PromiseMade(7, "免收維修費", T0, "黃經理", "office_manager", T0 + DAY)
    found = due("M0", "promise_report:7", case("minor", promises=(made,)))
    assert found == CALENDAR.midnight(date(2026, 3, 6))


@clause("R9", without="desk.domain.promise.report_reasons")
def test_a_report_of_a_promise_says_to_whom() -> None:
    made = PromiseMade(7, "免收維修費", T0, "黃經理", "office_manager", T0 + DAY)
    facts = case("minor", promises=(made,))
    found = promises.report_reasons(facts, ReportEntry(T0 + HOUR, 7), T0 + HOUR)
    assert fields(found) == {"reported_to"}


JOINED = tuple(
    Complainant(id, name, "", "", "同一漏水", T0 + HOUR)
    for id, name in ((1, "何太"), (2, "張先生"))
)


@clause("R10", without="M0:joint_report")
def test_a_joint_complaint_is_reported_the_same_day() -> None:
    assert due("M0", "joint_report", case(joint=JOINED)) == CALENDAR.midnight(date(2026, 3, 6))
    assert clock("M0", "joint_report", case(joint=JOINED[:1])) is None


@clause("R10", without="M0:switch.joint_from")
def test_three_complainants_make_it_joint() -> None:
    assert case(joint=JOINED).is_joint(policy.profile("M0"))
    assert not case(joint=JOINED[:1]).is_joint(policy.profile("M0"))


@clause("R10", without="desk.domain.forwarding.joint_reasons")
def test_a_joint_complaint_is_presented_in_writing() -> None:
    spoken = SaidEntry(T0 + HOUR, "分公司", ContactMethod.PHONE, "三戶聯名")
    found = joint_reasons(case(joint=JOINED), policy.profile("M0"), spoken, T0 + HOUR)
    assert codes(found) == {"complaint.joint.written"}


@clause("R10", without="M0:form.joint_report")
def test_a_joint_complaint_has_its_paper() -> None:
    title = policy.profile("M0").title(Act.JOINT_REPORT)
    assert title is not None
    assert title.form == "F15"


@clause("R11", without="M0:callback")
def test_grave_and_general_cases_are_called_back_within_a_month() -> None:
    for severity in ("important", "major"):
        heard = case(severity, handled_at=T0, steps=(step("told", T0 + HOUR),))
        april = T0 + HOUR + 31 * DAY  # a month later to the day: March has 31
        assert due("M0", "callback", heard) == april
    assert clock("M0", "callback", case("minor", steps=(step("told", T0 + HOUR),))) is None


@clause("R14", without="M0:close.summary")
def test_a_major_case_is_reviewed_before_it_is_closed() -> None:
    assert "complaint.what_was_learnt.missing" in missing("M0", Condition.SUMMARY)
    assert missing("M0", Condition.SUMMARY, "minor") == set()


@clause("R14", without="desk.domain.special_report.entry_reasons")
def test_a_report_says_how_the_handling_is_judged() -> None:
    entry = SpecialReportEntry("水泵老化", "更換", "", "每月檢查")
    assert fields(entry_reasons(entry)) == {"review"}


@clause("R18", without="M0:form.intake")
def test_the_register_sheet_is_printed_under_its_title() -> None:
    title = policy.profile("M0").title(Act.INTAKE)
    assert title is not None
    assert (title.form, title.labels["zh_Hans"]) == ("F1", "投诉登记表")


@clause("R19", without="M0:form.record")
def test_the_handling_record_is_printed_under_its_title() -> None:
    title = policy.profile("M0").title(Act.RECORD)
    assert title is not None
    assert (title.form, title.labels["zh_Hans"]) == ("F2", "投诉处理记录表")
