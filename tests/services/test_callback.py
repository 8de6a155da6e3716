"""Callbacks on a real database: rounds, clocks, exceptions, a new complaint that follows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.callback import CallbackEntry, CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.complaint import Severity
from desk.domain.complaint_handling import ReworkEntry
from desk.domain.policy import Policy
from desk.errors import RuleRefused, StaleRecord
from desk.services import callback, complaint_handling, policy
from desk.services import complaint_closing as closing
from desk.services.callback import AgainEntry
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from tests.services import case_course as course
from tests.services import closing_course as to
from tests.services.closing_course import Desk

CONTENT = CallbackEntry(
    CallbackHow.PHONE, CallbackOutcome.REACHED, satisfaction=Satisfaction.SATISFIED
)
ANGRY = CallbackEntry(
    CallbackHow.VISIT,
    CallbackOutcome.REACHED,
    satisfaction=Satisfaction.DISSATISFIED,
    opinion="仍有異味",
)


@pytest.fixture
def desk(workplace: Workplace, clock: FixedClock) -> Desk:
    return to.opened(workplace, clock)


def under(desk: Desk, chosen: Policy) -> None:
    """From now on cases are opened under these rules."""
    today = desk.admin.estate.custom.day(desk.clock.now())
    policy.adopt(desk.by("lam"), chosen, today, "試行")


def call(desk: Desk, case: Case, entry: CallbackEntry) -> Case:
    return callback.call_back(desk.by("lee"), case.detail.id, case.detail.version, entry)


def still_owed(case: Case) -> list[str]:
    return [one.code for one in case.clocks if one.category == "callback" and one.is_open]


def refusal(deed: Callable[[], object]) -> list[str]:
    with pytest.raises(RuleRefused) as refused:
        deed()
    return [one.code for one in refused.value.reasons]


def test_r148_a_callback_after_the_closing_meets_its_clock(desk: Desk) -> None:
    case = to.closed(desk)
    assert still_owed(case) == ["callback"]
    desk.clock.advance(timedelta(days=2))
    after = call(desk, case, CONTENT)
    (made,) = after.facts.callbacks
    assert (made.round, made.by, made.how, made.outcome, made.satisfaction) == (
        1,
        "李美玲",
        "phone",
        "reached",
        "satisfied",
    )
    assert (made.at, still_owed(after), after.detail.state) == (desk.clock.now(), [], "closed")


def test_r148_a_callback_before_the_closing_counts_as_well(desk: Desk) -> None:
    case = to.attested(desk, to.handled(desk))
    assert still_owed(call(desk, case, CONTENT)) == []


def test_no_callback_before_the_result_was_told(desk: Desk) -> None:
    case = to.handled(desk)
    assert refusal(lambda: call(desk, case, CONTENT)) == ["callback.not_told"]
    assert [one.code for one in callback.call_back_reasons(desk.by("lee"), case)] == [
        "callback.not_told"
    ]


def test_r94_an_attempt_counts_only_where_the_policy_lets_it_off(desk: Desk) -> None:
    attempt = CallbackEntry(CallbackHow.PHONE, CallbackOutcome.UNREACHABLE, why="三次無人接聽")
    lenient = to.attested(desk, to.handled(desk))
    assert still_owed(call(desk, lenient, attempt)) == []
    declined = replace(attempt, outcome=CallbackOutcome.DECLINED)
    refused = call(desk, to.attested(desk, to.handled(desk)), declined)
    assert (len(refused.facts.callbacks), still_owed(refused)) == (1, ["callback"])
    under(desk, policy.profile("M2"))
    strict = to.attested(desk, to.handled(desk))
    assert still_owed(call(desk, strict, attempt)) == ["callback"]


def test_r191_rework_asks_for_another_callback_in_a_round_of_its_own(desk: Desk) -> None:
    case = call(desk, to.attested(desk, to.handled(desk)), ANGRY)
    desk.clock.advance(timedelta(hours=1))
    redo = complaint_handling.rework(
        desk.by("lee"),
        case.detail.id,
        case.detail.version,
        ReworkEntry(desk.clock.now(), "仍有異味"),
    )
    desk.clock.advance(timedelta(hours=1))
    again = to.attested(desk, course.handled(desk.by("lee"), redo))
    assert still_owed(again) == ["callback:2"]
    done = call(desk, again, CONTENT)
    assert [one.round for one in done.facts.callbacks] == [1, 2]
    assert still_owed(done) == []


def test_a_callback_over_somebody_elses_save_is_refused(desk: Desk) -> None:
    case = to.closed(desk)
    call(desk, case, CONTENT)
    with pytest.raises(StaleRecord):
        call(desk, case, CONTENT)


def test_what_was_typed_is_cleaned_and_bounded(desk: Desk) -> None:
    case = to.closed(desk)
    kept = call(desk, case, replace(ANGRY, opinion=" 仍\u202e有異味 "))
    assert kept.facts.callbacks[0].opinion == "仍有異味"
    long = CallbackEntry(ANGRY.how, CallbackOutcome.DECLINED, None, "x" * 401)
    assert refusal(lambda: call(desk, kept, long)) == ["text.too_long"]


def test_r148_the_supervisor_orders_the_callback_and_nobody_else(desk: Desk) -> None:
    case = to.closed(desk)
    key, version = case.detail.id, case.detail.version
    assert refusal(lambda: callback.order(desk.by("lee"), key, version, "陳小明")) == [
        "callback.order.not_supervisor"
    ]
    after = callback.order(desk.by("lam"), key, version, "陳小明")
    (step,) = after.facts.steps_of("callback_ordered")
    assert (step.by, step.person) == ("林主管", "陳小明")


def test_who_is_not_content_after_the_closing_complains_anew_and_both_name_each_other(
    desk: Desk,
) -> None:
    case = call(desk, to.closed(desk, Severity.MINOR), ANGRY)
    desk.clock.advance(timedelta(days=1))
    entry = AgainEntry("清潔後仍有異味", "徹查渠道")
    anew = callback.complain_again(desk.by("lee"), case.detail.id, case.detail.version, entry)
    assert (anew.detail.state, anew.detail.complainant, anew.detail.place) == (
        "registered",
        case.detail.complainant,
        case.detail.place,
    )
    assert (anew.detail.course, anew.detail.received_at) == ("清潔後仍有異味", desk.clock.now())
    assert [one.text for one in anew.facts.steps_of("follows")] == [case.detail.number]
    before = to.now(desk, case)
    assert [one.text for one in before.facts.steps_of("complained_again")] == [anew.detail.number]
    assert before.detail.state == "closed"


def test_an_open_case_is_done_over_rather_than_complained_about_anew(desk: Desk) -> None:
    case = call(desk, to.attested(desk, to.handled(desk)), ANGRY)
    entry = AgainEntry("仍有異味", "徹查")
    key, version = case.detail.id, case.detail.version
    assert refusal(lambda: callback.complain_again(desk.by("lee"), key, version, entry)) == [
        "callback.again.open"
    ]


def test_a_new_complaint_that_is_refused_leaves_no_trace(desk: Desk) -> None:
    case = call(desk, to.closed(desk), ANGRY)
    key, version = case.detail.id, case.detail.version
    assert refusal(
        lambda: callback.complain_again(desk.by("lee"), key, version, AgainEntry("", ""))
    ) == ["complaint.course.missing", "complaint.demand.missing"]
    assert to.now(desk, case) == case
    anew = callback.complain_again(desk.by("lee"), key, version, AgainEntry("仍有", "徹查"))
    assert anew.detail.number == "C2026-000002"


def test_a_case_closed_untold_may_still_be_called_back_about(desk: Desk) -> None:
    under(desk, policy.profile("M2"))
    lee = desk.by("lee")
    known = course.file(lee, course.registered(lee, nature="help"))
    case = course.handled(lee, known)
    chan, key = desk.by("chan"), case.detail.id
    told = closing.NoticeEntry(closing.NoticeKind.DOCUMENT, "林主管")
    case = closing.notice(chan, key, case.detail.version, told)
    case = closing.verify(chan, key, case.detail.version, "已見")
    case = closing.summarise(chan, key, case.detail.version, to.SUMMARY)
    case = closing.close(lee, key, case.detail.version, "已解釋")
    assert len(call(desk, case, CONTENT).facts.callbacks) == 1
