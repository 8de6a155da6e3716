"""What of a case waits for a word from above, and whose word it is (K6, R150, R170, R173)."""

from dataclasses import replace

import pytest

from desk.domain.complaint import State
from desk.domain.complaint_approval import approvals_wanted, matter_reasons, wanted
from desk.domain.complaint_case import CaseFacts, Pause
from desk.domain.complaint_clocks import clocks
from desk.domain.policy import Post
from desk.services.policy import profile
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case
from tests.domain.closing_cases import DONE, LATE, UNSOLVABLE, closable, word

M2 = profile("M2")
M0 = profile("M0")


def waits(facts: CaseFacts, now: object = LATE) -> dict[str, Post]:
    """Every matter that waits, with the post whose word is wanted."""
    running = clocks(facts, M2, CALENDAR)
    return {one.matter: one.post for one in wanted(facts, M2, running, now)}  # type: ignore[arg-type]


def wrong(facts: CaseFacts, matter: str, now: object = LATE) -> list[str]:
    """Why nobody's word about the matter is wanted."""
    running = clocks(facts, M2, CALENDAR)
    found = matter_reasons(facts, M2, running, now, matter)  # type: ignore[arg-type]
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("severity", "post"),
    [
        ("minor", Post.PROPERTY_MANAGER),
        ("important", Post.GENERAL_MANAGER),
        ("major", Post.GENERAL_MANAGER),
    ],
)
def test_k6_the_rule_of_the_clock_names_who_approves_its_overrun(severity: str, post: Post) -> None:
    assert waits(case(severity)) == {f"overrun:solve.{severity}": post}


def test_r5_r6_where_m0_holds_the_estate_manager_approves_them() -> None:
    for severity in ("minor", "important"):
        facts = case(severity)
        (one,) = wanted(facts, M0, clocks(facts, M0, CALENDAR), LATE)
        assert (one.matter, one.post) == (f"overrun:solve.{severity}", Post.OFFICE_MANAGER)


def test_before_its_time_nothing_is_an_overrun_and_nothing_to_approve() -> None:
    assert waits(case(), T0 + DAY) == {}
    assert wrong(case(), "overrun:solve.minor", T0 + DAY) == ["approval.overrun.none"]


def test_a_clock_that_stands_still_is_no_overrun() -> None:
    paused = case(pauses=(Pause(1, "", T0 + DAY, None, "等零件"),))
    assert waits(paused) == {}


def test_an_overrun_that_is_approved_waits_no_more_and_a_refused_one_does() -> None:
    matter = "overrun:solve.minor"
    assert waits(case(approvals=(word(matter, LATE),))) == {}
    assert wrong(case(approvals=(word(matter, LATE),)), matter) == ["approval.not_wanted"]
    refused = case(approvals=(word(matter, LATE, "refused"),))
    assert matter in waits(refused)
    assert wrong(refused, matter) == wrong(case(), matter) == []


def test_r170_the_agreement_is_asked_for_when_there_is_something_to_agree_to() -> None:
    major = closable("major", "on_site")
    open_case = replace(major, state=State.REGISTERED, handled_at=None, approvals=())
    assert wrong(open_case, "close", DONE + HOUR) == ["complaint.not_handled"]
    assert waits(replace(major, approvals=()), DONE + HOUR) == {"close": Post.OFFICE_MANAGER}
    assert wrong(major, "close", DONE + 2 * HOUR) == ["approval.not_wanted"]
    assert wrong(closable("minor", "on_site"), "close") == ["approval.not_wanted"]


def test_r173_a_consent_is_asked_for_while_it_cannot_be_handled() -> None:
    facts = replace(closable("minor", UNSOLVABLE), approvals=())
    assert waits(facts, DONE + HOUR) == {"unsolvable": Post.OFFICE_MANAGER}
    assert wrong(facts, "unsolvable", DONE + HOUR) == []
    consented = closable("minor", UNSOLVABLE)
    assert waits(consented, DONE + 2 * HOUR) == {}
    assert wrong(case(), "unsolvable") == ["approval.not_wanted"]


@pytest.mark.parametrize(
    ("state", "code"),
    [(State.CLOSED, "complaint.closed"), (State.EXPLAINED, "complaint.explained")],
)
def test_nothing_is_approved_any_more_in_what_is_done_with(state: State, code: str) -> None:
    facts = case(state=state)
    assert waits(facts) == {}
    assert wrong(facts, "overrun:solve.minor") == [code]


def test_the_days_list_shows_what_waits_beside_the_clocks_that_still_run() -> None:
    handled = closable("major", "on_site")
    late = replace(handled, handled_at=LATE, approvals=())
    shown = approvals_wanted(late, M2, clocks(late, M2, CALENDAR), CALENDAR, LATE + DAY)
    assert [(one.code, one.post) for one in shown] == [
        ("overrun:solve.major", Post.GENERAL_MANAGER),
        ("close", Post.OFFICE_MANAGER),
    ]
    running = case()
    still = approvals_wanted(running, M2, clocks(running, M2, CALENDAR), CALENDAR, LATE)
    assert list(still) == []
