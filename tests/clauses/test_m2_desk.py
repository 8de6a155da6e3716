"""M2: the work of the desk, day by day (R176-R198)."""

from desk.domain import promise as promises
from desk.domain.callback import (
    CallbackEntry,
    CallbackHow,
    CallbackOutcome,
    Satisfaction,
    call_back_reasons,
)
from desk.domain.complaint import State
from desk.domain.complaint_handling import ReworkEntry, rework_reasons
from desk.domain.handover import HandoverEntry, Recipient, entry_reasons
from desk.domain.permissions import Permission, Role, may
from desk.domain.policy import Act
from desk.domain.promise import PromiseEntry
from desk.domain.reception import (
    Channel,
    Kind,
    ReceptionEntry,
    closes_with_answer,
)
from desk.domain.reception import entry_reasons as visit_reasons
from desk.domain.reference_text import ReferenceCode
from desk.services import policy, reference_text, today
from tests.clauses.asking import clock, codes, fields
from tests.clauses.registry import clause
from tests.conftest import NOW
from tests.domain.cases import DAY, HOUR, T0, case, step
from tests.services import case_course as course
from tests.services.closing_course import Desk


def read(code: str, language: str = "en") -> str:
    return {one.code: one.body for one in reference_text.shipped(language)}.get(code, "")


@clause("R176", without="desk.domain.reference_text.ReferenceCode.RECEIVING")
def test_the_ten_points_of_receiving_can_be_read_at_the_desk() -> None:
    assert len(read("receiving", "zh_Hant").splitlines()) == 10


HEARD = case(state=State.HANDLED, handled_at=T0, steps=(step("told", T0 + HOUR),))


@clause("R176", without="desk.domain.callback.call_back_reasons")
def test_a_callback_asks_how_content_the_complainant_is() -> None:
    reached = CallbackEntry(CallbackHow.PHONE, CallbackOutcome.REACHED, T0 + DAY)
    assert fields(call_back_reasons(HEARD, reached, T0 + DAY)) == {"satisfaction"}


@clause("R177", "R179", "R180", without="desk.domain.permissions.may")
def test_the_desk_registers_follows_up_and_prints_and_leads_do_more() -> None:
    for deed in (Permission.READ, Permission.REGISTER, Permission.PRINT):
        assert may(Role.RECEPTIONIST, deed)
    assert may(Role.SUPERVISOR, Permission.APPROVE)
    assert not may(Role.RECEPTIONIST, Permission.EDIT_POLICY)


@clause("R178", without="desk.services.today.day")
def test_a_supervisor_sees_first_what_waits_for_a_word(office: Desk) -> None:
    shown = [part.section for part in today.day(office.by("lam")).parts]
    assert shown[:3] == ["approvals", "overdue", "due"]


@clause("R181", without="desk.domain.handover.entry_reasons")
def test_a_repair_is_handed_to_a_department_that_is_named() -> None:
    assert fields(entry_reasons(HandoverEntry(Recipient.DEPARTMENT))) == {"department"}


@clause("R182", without="desk.domain.reception.Kind.VISITOR")
def test_a_visitor_is_a_kind_of_reception() -> None:
    assert "visitor" in set(Kind)


@clause("R182", without="desk.domain.reception.entry_reasons")
def test_a_visitor_is_named_and_says_whom_she_seeks() -> None:
    found = visit_reasons(ReceptionEntry(NOW, kind=Kind.VISITOR), NOW)
    assert fields(found) == {"person", "request"}


@clause("R183", "R185", "R192", without="desk.domain.reference_text.ReferenceCode")
def test_three_rings_hanging_up_first_and_honest_help_can_be_read_at_the_desk() -> None:
    assert "three rings" in read(ReferenceCode.SERVICE_RULES)
    assert "hang up first" in read(ReferenceCode.ETIQUETTE)
    assert "quarrel" in read(ReferenceCode.CAUTIONS)


@clause("R184", without="M2:form.phone_intake")
def test_a_complaint_by_phone_has_its_register_sheet() -> None:
    title = policy.profile("M2").title(Act.PHONE_INTAKE)
    assert title is not None
    assert (title.form, title.labels["zh_Hant"]) == ("F10", "用戶投訴意見登記表")


@clause("R186", without="desk.domain.reception.closes_with_answer")
def test_what_can_be_answered_at_once_is_done_with_the_answer() -> None:
    assert closes_with_answer(Kind.INQUIRY) is True
    assert closes_with_answer(Kind.HELP) is False


@clause("R190", without="desk.domain.callback.CallbackHow")
def test_finished_work_is_called_back_about() -> None:
    assert {"phone", "visit"} <= set(CallbackHow)


@clause("R190", without="desk.domain.callback.Satisfaction")
def test_a_callback_hears_how_content_the_resident_is() -> None:
    assert set(Satisfaction) == {"satisfied", "fair", "dissatisfied"}


@clause("R191", without="M2:callback")
def test_what_was_redone_is_called_back_about_again() -> None:
    redone = case(
        handled_at=T0 + 3 * HOUR,
        steps=(step("reworked", T0 + 2 * HOUR), step("told", T0 + 4 * HOUR)),
    )
    assert clock("M2", "callback:2", redone) is not None


@clause("R191", without="desk.domain.complaint_handling.rework_reasons")
def test_work_that_is_done_over_says_why() -> None:
    found = rework_reasons(HEARD, ReworkEntry(T0 + DAY), T0 + DAY)
    assert codes(found) == {"complaint.rework.why"}


@clause("R191", without="desk.domain.promise.promise_reasons")
def test_measures_and_the_exact_time_are_told() -> None:
    found = promises.promise_reasons(case(), PromiseEntry(T0), T0)
    assert fields(found) == {"text", "made_by", "post", "due_at"}


@clause("R193", without="desk.domain.reception.Channel.SUGGESTION_BOX")
def test_the_suggestion_box_is_a_channel() -> None:
    assert {"suggestion_box", "walk_in", "phone", "letter"} <= set(Channel)


@clause("R194", without="desk.models.lists.morning.complaints_since")
def test_the_morning_begins_with_yesterdays_complaints(office: Desk) -> None:
    lee = office.by("lee")
    known = course.registered(lee, received_at=NOW - DAY, occurred_at=NOW - DAY)
    part = next(one for one in today.day(lee, 1_000).parts if one.section == "yesterday")
    assert known.detail.number in {row.number for row in part.rows}


@clause("R194", without="M2:callback")
def test_what_is_finished_is_called_back_about() -> None:
    assert clock("M2", "callback", HEARD) is not None
