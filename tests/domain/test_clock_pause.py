"""Clocks that stand still: one or all, once at a time, with a reason (K10)."""

from dataclasses import replace
from typing import Any

import pytest

from desk.domain import clock_pause as rules
from desk.domain.clock_pause import ALL, PauseEntry, ResumeEntry
from desk.domain.complaint import Filing, State
from desk.domain.complaint_case import CaseFacts, Pause, PromiseMade
from desk.domain.complaint_clocks import clocks
from desk.domain.reasons import Reason
from desk.services.policy import STRICTEST, profile
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case, step

NOW = T0 + DAY
POLICY = profile(STRICTEST)
STOP = PauseEntry(T0 + HOUR, "solve.minor", "等待零件")
ON = ResumeEntry(T0 + 3 * HOUR, 5, "零件已到")


def lasting(clock: str, number: int = 5) -> Pause:
    return Pause(number, clock, T0 + HOUR, None, "等待零件")


def ended(clock: str) -> Pause:
    return Pause(4, clock, T0, T0 + HOUR, "等待零件")


def beside(reasons: tuple[Reason, ...]) -> dict[str, str | None]:
    return {one.code: one.field for one in reasons}


def paused(facts: CaseFacts, entry: PauseEntry) -> dict[str, str | None]:
    running = clocks(facts, POLICY, CALENDAR)
    return beside(rules.pause_reasons(facts, POLICY, running, entry, NOW))


def test_the_running_clocks_of_the_policy_can_stand_still() -> None:
    promise = PromiseMade(7, "更換", T0, "陳大文", "supervisor", T0 + DAY)
    facts = case(promises=(promise,), steps=(step("handed_out", T0), step("told", T0)))
    codes = rules.stoppable(POLICY, clocks(facts, POLICY, CALENDAR))
    assert {"solve.minor", "callback", "promotion"} <= set(codes)
    assert not {"hand_out", "promise", "promise_report"} & set(codes)


@pytest.mark.parametrize(
    ("facts", "entry", "told"),
    [
        (case(), STOP, {}),
        (case(), replace(STOP, clock=ALL), {}),
        (case(pauses=(ended("solve.minor"),)), STOP, {}),
        (case(pauses=(lasting("solve.minor"),)), STOP, {"clock.paused_already": "clock"}),
        (case(pauses=(lasting(ALL),)), STOP, {"clock.paused_already": "clock"}),
        (case(pauses=(lasting("hand_out"),)), STOP, {}),
        (case(pauses=(lasting("hand_out"),)), replace(STOP, clock=ALL), {}),
        (case(), replace(STOP, clock="solve.major"), {"clock.not_running": "clock"}),
        (case(filing=Filing.PENDING), STOP, {"clock.not_running": "clock"}),
        (case(filing=Filing.PENDING), replace(STOP, clock=ALL), {"clock.not_running": "clock"}),
        (case(), replace(STOP, why=""), {"clock.pause.why": "why"}),
        (case(), replace(STOP, at=T0 - HOUR), {"complaint.at.before_received": "at"}),
        (case(), replace(STOP, at=T0), {}),
        (case(), replace(STOP, at=NOW + HOUR), {"complaint.at.future": "at"}),
    ],
)
def test_a_clock_stands_still_once_with_a_reason_and_not_from_before_its_case(
    facts: CaseFacts, entry: PauseEntry, told: dict[str, str | None]
) -> None:
    assert paused(facts, entry) == told


@pytest.mark.parametrize(("state", "code"), [("closed", "closed"), ("explained", "explained")])
def test_nothing_stands_still_after_the_closing(state: str, code: str) -> None:
    known: dict[str, Any] = {"state": State(state), "closed_at": NOW, "handled_at": T0}
    assert f"complaint.{code}" in paused(case(**known), STOP)
    shut = case(**known, pauses=(lasting(ALL),))
    assert f"complaint.{code}" in beside(rules.resume_reasons(shut, ON, NOW))


def test_the_button_says_why_nothing_can_be_paused() -> None:
    running = clocks(case(), POLICY, CALENDAR)
    assert rules.pause_blockers(case(), POLICY, running) == ()
    all_still = case(pauses=(lasting(ALL),))
    assert beside(rules.pause_blockers(all_still, POLICY, running)) == {
        "clock.paused_already": None
    }
    assert beside(rules.pause_blockers(case(), POLICY, ())) == {"clock.none_runs": None}
    assert beside(rules.resume_blockers(case())) == {"clock.none_paused": None}
    assert rules.resume_blockers(all_still) == ()
    closed = case(state=State.CLOSED)
    assert beside(rules.pause_blockers(closed, POLICY, ())) == {"complaint.closed": None}
    assert beside(rules.resume_blockers(closed)) == {"complaint.closed": None}


@pytest.mark.parametrize(
    ("pauses", "entry", "told"),
    [
        ((lasting(ALL),), ON, {}),
        ((lasting(ALL),), replace(ON, pause_id=9), {"clock.not_paused": "pause_id"}),
        ((ended(ALL),), replace(ON, pause_id=4), {"clock.not_paused": "pause_id"}),
        ((lasting(ALL),), replace(ON, at=T0 + HOUR), {}),
        ((lasting(ALL),), replace(ON, at=T0), {"clock.resume.before_pause": "at"}),
        ((lasting(ALL),), replace(ON, why=""), {"clock.resume.why": "why"}),
        ((lasting(ALL),), replace(ON, at=NOW + HOUR), {"complaint.at.future": "at"}),
    ],
)
def test_a_pause_ends_once_after_it_began(
    pauses: tuple[Pause, ...], entry: ResumeEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.resume_reasons(case(pauses=pauses), entry, NOW)) == told
