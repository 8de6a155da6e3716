"""The clocks of a case: what starts them, what meets them, what a promotion leaves behind."""

from datetime import datetime
from typing import Any

import pytest

from desk.domain.complaint import Filing, Nature, State
from desk.domain.complaint_case import (
    CallbackMade,
    CaseFacts,
    Complainant,
    Era,
    Pause,
    PromiseMade,
)
from desk.domain.complaint_clock import Category, Clock
from desk.domain.complaint_clocks import clocks
from desk.domain.deadlines import Term, Unit
from desk.domain.permissions import Role
from desk.domain.policy import (
    CallbackRule,
    ClockRule,
    Event,
    Policy,
    Post,
    PostRule,
    Scope,
    Severity,
    Switches,
)
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case, step

EFFECTIVE = {"effective_only": True}


def solve(code: str, days: int, approver: Post = Post.OFFICE_MANAGER) -> ClockRule:
    scope = Scope((code,), effective_only=True)
    term = Term(days, Unit.DAYS)
    return ClockRule(
        f"solve.{code}",
        ("R150",),
        Event.RECEIVED,
        Event.HANDLED,
        term,
        approver=approver,
        scope=scope,
        as_wanted=code == "minor",
    )


POLICY = Policy(
    code="test",
    labels={},
    manuals=("M2",),
    severities=tuple(
        Severity(code, rank, {}, {}) for rank, code in enumerate(("minor", "important", "major"))
    ),
    posts=(PostRule(Post.OFFICE_MANAGER, {}, (Role.MANAGER,)),),
    clocks=(
        solve("minor", 2),
        solve("important", 3),
        solve("major", 10),
        ClockRule(
            "hand_out",
            ("R143",),
            Event.RECEIVED,
            Event.HANDED_OUT,
            Term(10, Unit.MINUTES),
            scope=Scope(effective_only=True),
        ),
        ClockRule(
            "answer.major",
            ("R150",),
            Event.RECEIVED,
            Event.ANSWERED,
            Term(2, Unit.DAYS),
            scope=Scope(("major",)),
        ),
        ClockRule("tell", ("R147",), Event.HANDLED, Event.TOLD, Term(1, Unit.SAME_DAY)),
        ClockRule(
            "sheet_back", ("R145",), Event.HANDED_OUT, Event.SHEET_RETURNED, Term(3, Unit.DAYS)
        ),
        ClockRule(
            "promise_report",
            ("R9",),
            Event.PROMISED,
            Event.PROMISE_REPORTED,
            Term(1, Unit.SAME_DAY),
        ),
        ClockRule(
            "joint_report",
            ("R10",),
            Event.JOINED,
            Event.JOINT_REPORTED,
            Term(1, Unit.SAME_DAY),
            scope=Scope(joint=True),
        ),
    ),
    forwards=(
        ClockRule(
            "forward.first",
            ("R142",),
            Event.RECEIVED,
            Event.FORWARDED,
            Term(1, Unit.HOURS),
            to=Post.PROPERTY_MANAGER,
            scope=Scope(("important",)),
        ),
        ClockRule(
            "forward.second",
            ("R144",),
            Event.RECEIVED,
            Event.FORWARDED,
            Term(1, Unit.SAME_DAY),
            to=Post.GENERAL_MANAGER,
            scope=Scope(("important", "major")),
        ),
    ),
    callbacks=(
        CallbackRule(
            "callback",
            ("R94",),
            Term(1, Unit.MONTHS),
            exceptions=("unreachable",),
            again=True,
        ),
    ),
    switches=Switches(promote_after=Term(1, Unit.MONTHS)),
)


def by_code(facts: CaseFacts) -> dict[str, Clock]:
    return {clock.code: clock for clock in clocks(facts, POLICY, CALENDAR)}


def one(facts: CaseFacts, code: str) -> Clock:
    return by_code(facts)[code]


def test_a_minor_case_is_solved_in_two_days_from_its_report() -> None:
    clock = one(case(), "solve.minor")
    assert (clock.started_at, clock.due_at, clock.is_open) == (T0, T0 + 2 * DAY, True)
    assert clock.category is Category.WORK


def test_a_minor_case_is_solved_by_the_time_the_complainant_asked_for() -> None:
    assert one(case(wanted_by=T0 + 5 * DAY), "solve.minor").due_at == T0 + 5 * DAY
    assert one(case("important", wanted_by=T0 + DAY), "solve.important").due_at == T0 + 3 * DAY


def test_the_clocks_of_procedure_4_leave_communicative_complaints_alone() -> None:
    assert set(by_code(case(nature=Nature.HELP))) == set()


def test_handling_meets_the_clock_late_or_in_time() -> None:
    in_time = one(case(state=State.HANDLED, handled_at=T0 + DAY), "solve.minor")
    late = one(case(state=State.HANDLED, handled_at=T0 + 3 * DAY), "solve.minor")
    assert (in_time.is_missed(T0 + 9 * DAY), late.is_missed(T0 + 9 * DAY)) == (False, True)


def test_both_forward_rules_of_an_important_case_must_be_met() -> None:
    told_one = case("important", steps=(step("forwarded", T0 + HOUR, "forward.first"),))
    found = by_code(told_one)
    assert found["forward.first"].met_at == T0 + HOUR
    assert found["forward.second"].is_open


def test_a_case_solved_at_the_desk_needs_no_hand_out() -> None:
    assert not one(case(state=State.HANDLED, handled_at=T0 + HOUR), "hand_out").is_open


def test_a_result_told_before_the_rework_does_not_count() -> None:
    steps = (step("told", T0 + HOUR), step("reworked", T0 + 2 * HOUR))
    again = case(state=State.HANDLED, handled_at=T0 + 3 * HOUR, steps=steps)
    assert one(again, "tell").is_open
    done = case(
        state=State.HANDLED,
        handled_at=T0 + 3 * HOUR,
        steps=(*steps, step("told", T0 + 4 * HOUR)),
    )
    assert one(done, "tell").met_at == T0 + 4 * HOUR


def test_a_promotion_starts_new_clocks_and_the_old_breach_stays() -> None:
    promoted = T0 + 31 * DAY
    facts = case(eras=(Era("minor", T0), Era("major", promoted, promoted=True)))
    found = by_code(facts)
    old, new = found["solve.minor"], found["solve.major"]
    assert (old.ended_at, old.is_missed(promoted), old.is_open) == (promoted, True, False)
    assert (new.started_at, new.due_at) == (promoted, promoted + 10 * DAY)
    assert found["forward.second"].started_at == promoted
    assert found["hand_out"].started_at == T0


def test_a_corrected_severity_counts_from_the_report() -> None:
    facts = case(eras=(Era("minor", T0), Era("important", T0 + HOUR)))
    found = by_code(facts)
    assert found["solve.minor"].ended_at == T0 + HOUR
    assert found["solve.important"].due_at == T0 + 3 * DAY


def test_a_rule_of_both_levels_runs_on_through_a_correction() -> None:
    facts = case(eras=(Era("important", T0), Era("major", T0 + HOUR)))
    forwards = [one for one in clocks(facts, POLICY, CALENDAR) if one.code == "forward.second"]
    assert [(one.started_at, one.severity, one.is_open) for one in forwards] == [
        (T0, "major", True)
    ]


def test_an_open_pause_keeps_a_clock_from_running_out() -> None:
    pause = Pause(1, "solve.minor", T0 + DAY, None, "等零件")
    clock = one(case(pauses=(pause,)), "solve.minor")
    assert clock.is_paused
    assert not clock.is_missed(T0 + 30 * DAY)
    ended = Pause(1, "", T0 + DAY, T0 + 4 * DAY, "等零件")
    assert one(case(pauses=(ended,)), "solve.minor").due_at == T0 + 5 * DAY


def test_a_pause_begun_after_the_term_heals_nothing() -> None:
    pause = Pause(1, "", T0 + 3 * DAY, None, "等零件")
    assert one(case(pauses=(pause,)), "solve.minor").is_missed(T0 + 4 * DAY)


def test_three_complainants_make_a_report_due_the_day_the_third_joined() -> None:
    from_two = _joined(2)
    assert "joint_report" not in by_code(_joined(1))
    assert one(from_two, "joint_report").started_at == T0 + 2 * HOUR


def _joined(others: int) -> CaseFacts:
    return case(
        joint=tuple(
            Complainant(at, "住戶", "", "", "", T0 + (at + 1) * HOUR) for at in range(others)
        )
    )


def test_a_promise_is_kept_by_its_day_and_reported_the_same_day() -> None:
    promise = PromiseMade(7, "更換", T0, "陳大文", "supervisor", T0 + DAY)
    found = by_code(case(promises=(promise,)))
    assert found["promise:7"].due_at == T0 + DAY
    assert found["promise_report:7"].due_at == datetime.fromisoformat("2026-03-05T16:00:00+00:00")


@pytest.mark.parametrize(
    ("outcome", "met"), [("reached", True), ("unreachable", True), ("inconvenient", False)]
)
def test_a_callback_counts_when_it_reached_or_is_let_off_by_the_policy(
    outcome: str, met: bool
) -> None:
    told: dict[str, Any] = {"state": State.HANDLED, "handled_at": T0}
    call = CallbackMade(1, 1, T0 + DAY, "陳大文", "phone", outcome)
    facts = case(**told, steps=(step("told", T0 + HOUR),), callbacks=(call,))
    assert (one(facts, "callback").met_at is not None) is met


def test_rework_asks_for_another_callback() -> None:
    steps = (step("told", T0 + HOUR), step("reworked", T0 + DAY), step("told", T0 + 3 * DAY))
    call = CallbackMade(1, 1, T0 + HOUR, "陳大文", "phone", "reached")
    facts = case(state=State.HANDLED, handled_at=T0 + 2 * DAY, steps=steps, callbacks=(call,))
    assert one(facts, "callback:2").is_open


def test_a_case_that_waits_to_be_filed_has_only_the_question_open() -> None:
    asked = case(filing=Filing.ASKED, asked_at=T0, asked_post="supervisor", filed_at=None)
    assert [clock.code for clock in clocks(asked, POLICY, CALENDAR)] == ["ask_first"]


def test_what_cannot_be_solved_waits_for_the_end_of_its_quarter() -> None:
    waiting = one(case(unsolvable_at=T0), "consent")
    assert waiting.due_at == datetime.fromisoformat("2026-03-31T16:00:00+00:00")


def test_an_effective_complaint_of_a_month_is_due_for_promotion() -> None:
    assert one(case(), "promotion").due_at == datetime.fromisoformat("2026-04-05T02:12:00+00:00")
    assert "promotion" not in by_code(case("major"))
