"""M2: the standard procedure 4, from the complaint to the callback (R140-R151)."""

from datetime import date, timedelta

from desk.domain import complaint_closing as closing
from desk.domain import corrective_action as action
from desk.domain import hand_out
from desk.domain.callback import order_reasons
from desk.domain.complaint import ComplaintEntry, State, entry_reasons
from desk.domain.complaint_clocks import clocks
from desk.domain.complaint_handling import HandleEntry, handle_reasons
from desk.domain.policy import Act, Condition, Post
from desk.domain.reception import Channel
from desk.services import policy
from tests.clauses.asking import clock, codes, due, fields, missing, term
from tests.clauses.registry import clause
from tests.conftest import NOW
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case, step
from tests.services import case_course as course
from tests.services.closing_course import Desk

MIDNIGHT = CALENDAR.midnight(date(2026, 3, 6))
DONE = case("minor", state=State.HANDLED, handled_at=T0 + HOUR)


@clause("R140", without="desk.domain.complaint.entry_reasons")
def test_the_sheet_asks_for_time_place_whom_course_demand_and_contact() -> None:
    found = entry_reasons(ComplaintEntry(NOW), NOW)
    asked = {"occurred_at", "place", "person", "about", "course", "demand", "contact"}
    assert fields(found) == asked


@clause("R140", without="M2:form.intake")
def test_the_complaint_sheet_is_printed_under_its_title() -> None:
    title = policy.profile("M2").title(Act.INTAKE)
    assert title is not None
    assert (title.form, title.labels["zh_Hant"]) == ("F4", "客戶投訴意見表")


@clause("R141", without="desk.domain.complaint.ComplaintEntry.called_in")
def test_who_was_called_in_is_written_down(office: Desk) -> None:
    known = course.registered(office.by("lee"), called_in="林主管")
    assert known.detail.called_in == "林主管"


@clause("R142", without="M2:forward.general_manager")
def test_a_major_case_is_presented_to_the_general_manager_the_same_day() -> None:
    found = clock("M2", "forward.general_manager", case("major"))
    assert found is not None
    assert (found.to, found.due_at) == (Post.GENERAL_MANAGER, MIDNIGHT)


@clause("R142", without="M2:forward.property_manager")
def test_an_important_case_is_presented_to_the_property_manager_within_an_hour() -> None:
    found = clock("M2", "forward.property_manager", case("important"))
    assert found is not None
    assert (found.to, found.due_at - T0) == (Post.PROPERTY_MANAGER, HOUR)


@clause("R142", without="M2:solve.minor")
def test_a_minor_case_may_take_the_time_that_the_complainant_asked_for() -> None:
    assert due("M2", "solve.minor", case(wanted_by=T0 + 6 * DAY)) == T0 + 6 * DAY


@clause("R143", without="M2:hand_out")
def test_the_sheet_is_with_the_department_within_ten_minutes() -> None:
    assert term("M2", "hand_out", case()) == timedelta(minutes=10)


@clause("R143", without="desk.domain.hand_out.sign_reasons")
def test_the_receiver_signs_for_the_sheet() -> None:
    out = case(steps=(step("handed_out", T0),))
    unsigned = hand_out.sign_reasons(out, hand_out.SheetEntry(T0, 1), T0)
    assert fields(unsigned) == {"person"}


@clause("R143", "R187", without="desk.domain.hand_out.hand_out_reasons")
def test_the_sheet_goes_to_a_department_that_is_named() -> None:
    nowhere = hand_out.HandOutEntry(T0)
    assert fields(hand_out.hand_out_reasons(case(), nowhere, T0)) == {"departments"}


@clause("R143", "R151", without="M2:form.disposal")
def test_the_hand_out_record_is_printed_under_its_title() -> None:
    title = policy.profile("M2").title(Act.DISPOSAL)
    assert title is not None
    assert (title.form, title.labels["zh_Hant"]) == ("F5", "投訴處置記錄表")


@clause("R144", without="M2:forward.by_supervisor")
def test_grave_cases_also_go_through_the_supervisor_the_same_day() -> None:
    for severity in ("important", "major"):
        found = clock("M2", "forward.by_supervisor", case(severity))
        assert found is not None
        assert (found.post, found.due_at) == (Post.SUPERVISOR, MIDNIGHT)
    rule = policy.profile("M2").rule("forward.by_supervisor")
    assert rule is not None
    assert {rule.to, rule.or_to} == {Post.GENERAL_MANAGER, Post.PROPERTY_MANAGER}


@clause("R145", without="M2:sheet_back")
def test_the_sheet_is_back_on_the_day_of_completion() -> None:
    out = case(handled_at=T0 + HOUR, steps=(step("handed_out", T0),))
    assert due("M2", "sheet_back", out) == MIDNIGHT


@clause("R145", without="desk.domain.hand_out.return_reasons")
def test_a_sheet_comes_back_once_and_somebody_brings_it() -> None:
    out = case(steps=(step("handed_out", T0),))
    found = hand_out.return_reasons(out, hand_out.SheetEntry(T0, 1), T0)
    assert fields(found) == {"person"}


@clause("R145", without="desk.domain.complaint_handling.handle_reasons")
def test_the_process_is_recorded_when_the_work_is_finished() -> None:
    assert fields(handle_reasons(case(), HandleEntry(T0), T0)) == {"process"}


@clause("R146", without="M2:close.corrective_action")
def test_a_grave_case_is_not_closed_without_its_corrective_action() -> None:
    for severity in ("important", "major"):
        found = missing("M2", Condition.CORRECTIVE_ACTION, severity)
        assert found == {"complaint.corrective_action.missing"}
    assert missing("M2", Condition.CORRECTIVE_ACTION, "minor") == set()


@clause("R146", without="desk.domain.corrective_action.write_reasons")
def test_a_corrective_action_names_cause_correction_prevention_who_and_by_when() -> None:
    found = action.write_reasons(case("major"), action.SheetEntry(), date(2026, 3, 5))
    assert fields(found) == {"cause", "correction", "prevention", "responsible", "due_on"}


@clause("R146", without="desk.domain.corrective_action.verify_blockers")
def test_a_corrective_action_is_verified_by_another_than_its_writer() -> None:
    assert codes(action.verify_blockers(case("major"), 2)) == {"corrective_action.none"}


@clause("R147", without="M2:tell.ceiling")
def test_the_complainant_hears_the_result_the_same_day() -> None:
    assert due("M2", "tell.ceiling", DONE) == MIDNIGHT


@clause("R147", without="M2:close.told")
def test_no_effective_case_is_closed_before_its_result_is_told() -> None:
    assert missing("M2", Condition.TOLD, "minor") == {"complaint.told.missing"}


@clause("R147", without="desk.domain.complaint_closing.tell_reasons")
def test_who_tells_the_result_says_how_and_to_whom() -> None:
    found = closing.tell_reasons(DONE, closing.TellEntry(None, ""), T0 + 2 * HOUR)
    assert fields(found) == {"how", "person"}


@clause("R148", without="M2:callback")
def test_a_callback_follows_the_completion() -> None:
    heard = case(handled_at=T0, steps=(step("told", T0 + HOUR),))
    found = clock("M2", "callback", heard)
    assert found is not None
    assert found.post == Post.SUPERVISOR


@clause("R148", without="desk.domain.callback.order_reasons")
def test_the_supervisor_orders_the_callback() -> None:
    heard = case(state=State.HANDLED, handled_at=T0, steps=(step("told", T0 + HOUR),))
    assert order_reasons(heard, may_order=True) == ()
    assert codes(order_reasons(heard, may_order=False)) == {"callback.order.not_supervisor"}


@clause("R149", without="desk.domain.complaint_clocks.clocks")
def test_a_letter_runs_under_the_same_clocks(office: Desk) -> None:
    lee = office.by("lee")
    letter = course.file(lee, course.registered(lee, channel=Channel.LETTER))
    spoken = course.file(lee, course.registered(lee, channel=Channel.WALK_IN))
    assert [one.code for one in letter.clocks] == [one.code for one in spoken.clocks]
    assert clocks(letter.facts, letter.policy, CALENDAR) != ()


LIMITS = {"solve.minor": 2, "solve.important": 3, "solve.major": 10, "answer.major": 2}


def _limit(code: str) -> None:
    assert term("M2", code, case(code.partition(".")[2])) == LIMITS[code] * DAY


@clause("R150", without="M2:solve.minor")
def test_minor_takes_two_days_and_an_overrun_the_property_manager() -> None:
    _limit("solve.minor")
    found = clock("M2", "solve.minor", case())
    assert found is not None
    assert found.approver == Post.PROPERTY_MANAGER


@clause("R150", without="M2:solve.important")
def test_important_takes_three_days_and_an_overrun_the_general_manager() -> None:
    _limit("solve.important")
    found = clock("M2", "solve.important", case("important"))
    assert found is not None
    assert found.approver == Post.GENERAL_MANAGER


@clause("R150", without="M2:solve.major")
def test_major_takes_ten_days() -> None:
    _limit("solve.major")


@clause("R150", without="M2:answer.major")
def test_major_is_answered_within_two_days() -> None:
    _limit("answer.major")


@clause("R150", without="M2:close.overruns")
def test_an_overrun_without_a_word_keeps_the_case_open() -> None:
    found = missing("M2", Condition.OVERRUNS, "important")
    assert found == {"complaint.overrun.unapproved"}


@clause("R151", without="M2:form.intake")
def test_the_sheet_of_the_procedure_is_a_record() -> None:
    assert policy.profile("M2").title(Act.INTAKE) is not None
