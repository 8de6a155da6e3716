"""M1 《物業客戶服務類服務標準表》, the part about complaints: R71, R85-R96."""

from datetime import timedelta

from desk.domain.callback import (
    CallbackEntry,
    CallbackHow,
    CallbackOutcome,
    call_back_reasons,
    let_off,
)
from desk.domain.complaint import ContactMethod, State
from desk.domain.complaint_case import CallbackMade
from desk.domain.complaint_clocks import clocks
from desk.domain.complaint_contact import SaidEntry, progress_reasons
from desk.domain.policy import Act, Condition, Post
from desk.domain.reception import Channel, is_late
from desk.domain.special_report import write_blockers
from desk.errors import RuleRefused
from desk.services import policy
from tests.clauses.asking import clock, codes, fields, missing, term
from tests.clauses.registry import clause
from tests.conftest import NOW
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case, step
from tests.services import case_course as course
from tests.services.closing_course import Desk

TOLD = case(handled_at=T0, steps=(step("told", T0 + HOUR),))


@clause("R71", "R92", without="desk.domain.complaint_contact.progress_reasons")
def test_what_is_said_to_the_customer_is_logged_with_person_way_and_words() -> None:
    found = progress_reasons(case(), SaidEntry(T0), T0)
    assert fields(found) == {"person", "how", "text"}
    whole = SaidEntry(T0, "曾德華", ContactMethod.PHONE, "工程部明早到場")
    assert progress_reasons(case(), whole, T0) == ()


@clause("R85", without="desk.domain.complaint_clocks.clocks")
def test_the_procedure_says_for_every_step_who_has_to_do_it_by_when() -> None:
    told = case("major", handled_at=T0 + HOUR, steps=(step("told", T0 + HOUR),))
    owed = clocks(told, policy.profile(policy.STRICTEST), CALENDAR)
    assert {"forwarded", "handled", "told", "called_back"} <= {one.end for one in owed}
    assert all(one.post in set(Post) and one.due_at > T0 for one in owed)


@clause("R86", without="desk.domain.reception.is_late")
def test_what_is_entered_later_keeps_both_times(office: Desk) -> None:
    known = course.registered(office.by("lee"), received_at=NOW - 5 * HOUR, occurred_at=NOW - DAY)
    assert (known.detail.received_at, known.detail.entered_at) == (NOW - 5 * HOUR, NOW)
    assert is_late(known.detail.received_at, known.detail.entered_at)


@clause("R87", without="desk.domain.policy.Policy.post")
def test_somebody_answers_for_complaints_at_the_project_and_at_the_company() -> None:
    ruled = policy.profile("M1")
    for post in (Post.OFFICE_MANAGER, Post.COMPLAINT_DEPARTMENT):
        assert len(ruled.post(post).roles) > 0


@clause("R88", without="M1:forward.complaint_department")
def test_grave_and_hot_cases_go_to_the_complaint_department() -> None:
    for facts in (case("important"), case("major"), case("minor", hot=True)):
        found = clock("M1", "forward.complaint_department", facts)
        assert found is not None
        assert found.to == Post.COMPLAINT_DEPARTMENT
    assert clock("M1", "forward.complaint_department", case("minor")) is None


@clause("R88", without="M1:forward.company_management")
def test_grave_and_hot_cases_go_to_the_management_of_the_company() -> None:
    for facts in (case("important"), case("major"), case("minor", hot=True)):
        found = clock("M1", "forward.company_management", facts)
        assert found is not None
        assert found.to == Post.COMPANY_MANAGEMENT


@clause("R88", without="M1:form.record")
def test_grave_cases_have_the_record_of_m1() -> None:
    title = policy.profile("M1").title(Act.RECORD)
    assert title is not None
    assert (title.form, title.labels["zh_Hant"]) == ("F3", "客戶投訴處理記錄表")


@clause("R89", without="desk.domain.reception.Channel")
def test_letters_phone_fax_and_mail_are_channels() -> None:
    assert {"letter", "phone", "fax", "email"} <= set(Channel)


@clause("R89", without="desk.domain.complaint.ComplaintEntry.channel")
def test_a_complaint_keeps_the_channel_it_came_by(office: Desk) -> None:
    known = course.registered(office.by("lee"), channel=Channel.FAX)
    assert known.detail.channel == "fax"
    assert known.detail.received_by == "李美玲"


@clause("R91", "R92", without="M1:close.told")
def test_no_case_is_closed_before_its_customer_is_answered() -> None:
    for severity in ("minor", "important", "major"):
        assert missing("M1", Condition.TOLD, severity) == {"complaint.told.missing"}


@clause("R91", without="desk.domain.complaint.entry_reasons")
def test_a_complaint_is_recorded_whole(office: Desk) -> None:
    known = course.registered(office.by("lee"))
    assert known.detail.course == "大堂地面積水，無人處理。"
    assert _left_out(office, course="", demand="") == {"course", "demand"}


def _left_out(office: Desk, **told: str) -> set[str | None]:
    try:
        course.registered(office.by("lee"), **told)
    except RuleRefused as refused:
        return fields(refused.reasons)
    return set()


CLOSED = {"state": State.CLOSED, "handled_at": T0 + HOUR, "closed_at": T0 + 2 * HOUR}


@clause("R93", without="M1:special_report")
def test_a_special_report_follows_the_completion_of_a_grave_or_hot_case() -> None:
    for severity, hot in (("important", False), ("major", False), ("minor", True)):
        assert term("M1", "special_report", case(severity, hot=hot, **CLOSED)) == 7 * DAY
    assert clock("M1", "special_report", case("minor", **CLOSED)) is None


@clause("R93", without="desk.domain.special_report.write_blockers")
def test_a_special_report_waits_for_the_work_and_is_one_a_case() -> None:
    ruled = policy.profile("M1")
    assert codes(write_blockers(case("major"), ruled)) == {"complaint.not_handled"}
    assert codes(write_blockers(case("minor", **CLOSED), ruled)) == {"special_report.not_asked"}


@clause("R93", without="M1:form.special_report")
def test_a_special_report_has_its_paper() -> None:
    title = policy.profile("M1").title(Act.SPECIAL_REPORT)
    assert title is not None
    assert title.form == "F14"


@clause("R94", without="M1:callback")
def test_every_case_is_called_back() -> None:
    for severity in ("minor", "important", "major"):
        facts = case(severity, handled_at=T0, steps=TOLD.steps)
        assert term("M1", "callback", facts) == timedelta(days=7)
    (rule,) = policy.profile("M1").callbacks
    assert rule.coverage == 100


@clause("R94", without="desk.domain.callback.call_back_reasons")
def test_who_is_not_reached_is_written_down_with_the_reason() -> None:
    tried = CallbackEntry(CallbackHow.PHONE, CallbackOutcome.UNREACHABLE, T0 + DAY)
    assert fields(call_back_reasons(TOLD, tried, T0 + DAY)) == {"why"}


@clause("R94", without="desk.domain.callback.let_off")
def test_only_the_unreachable_and_the_inconvenient_are_let_off() -> None:
    assert set(let_off(TOLD, policy.profile("M1"))) == {"unreachable", "inconvenient"}


@clause("R94", without="desk.domain.complaint_owed.called_back_at")
def test_a_callback_let_off_counts_as_done() -> None:
    tried = CallbackMade(1, 1, T0 + DAY, "陳", "phone", "unreachable", "號碼無人接聽")
    done = clock("M1", "callback", case(handled_at=T0, steps=TOLD.steps, callbacks=(tried,)))
    assert done is not None
    assert done.met_at == T0 + DAY
