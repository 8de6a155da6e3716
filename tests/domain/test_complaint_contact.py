"""What is said while a case is open: answer, progress, urge, a leader called (R92, R150, R164)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desk.domain import complaint_contact as rules
from desk.domain.complaint import ContactMethod, Filing, State
from desk.domain.complaint_case import CaseFacts, Era
from desk.domain.complaint_clocks import clocks
from desk.domain.complaint_contact import SaidEntry
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.services.policy import profile
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case, step

NOW = T0 + DAY
SAID = SaidEntry(T0 + HOUR, "李小龍", ContactMethod.PHONE, "明日更換水泵")
CALLED = replace(SAID, post=Post.SUPERVISOR)
M2 = profile("M2")

Rule = Callable[[CaseFacts, SaidEntry], tuple[Reason, ...]]


def answered(facts: CaseFacts, entry: SaidEntry) -> tuple[Reason, ...]:
    return rules.answer_reasons(facts, clocks(facts, M2, CALENDAR), entry, NOW)


def progress(facts: CaseFacts, entry: SaidEntry) -> tuple[Reason, ...]:
    return rules.progress_reasons(facts, entry, NOW)


def urged(facts: CaseFacts, entry: SaidEntry) -> tuple[Reason, ...]:
    return rules.urge_reasons(facts, entry, NOW)


def called(facts: CaseFacts, entry: SaidEntry) -> tuple[Reason, ...]:
    return rules.call_in_reasons(facts, entry, NOW)


EVERY = [("R150", answered), ("R92", progress), ("R164", urged), ("R141", called)]


def beside(reasons: tuple[Reason, ...]) -> dict[str, str | None]:
    return {one.code: one.field for one in reasons}


@pytest.mark.parametrize(("clause", "rule"), EVERY)
def test_whom_and_what_is_written_down(clause: str, rule: Rule) -> None:
    facts = case("major")
    assert rule(facts, CALLED) == ()
    assert beside(rule(facts, replace(CALLED, person=""))) == {"complaint.person.missing": "person"}
    assert beside(rule(facts, replace(CALLED, text=""))) == {"complaint.words.missing": "text"}
    assert beside(rule(facts, replace(CALLED, at=NOW + DAY))) == {"complaint.at.future": "at"}
    early = replace(CALLED, at=T0 - DAY)
    assert "complaint.at.before_received" in beside(rule(facts, early))


@pytest.mark.parametrize(("clause", "rule"), EVERY)
def test_it_may_be_said_in_the_moment_of_the_report(clause: str, rule: Rule) -> None:
    assert rule(case("major"), replace(CALLED, at=T0)) == ()


@pytest.mark.parametrize(("clause", "rule"), EVERY[:3])
def test_how_it_was_said_is_written_down(clause: str, rule: Rule) -> None:
    assert beside(rule(case("major"), replace(SAID, how=None))) == {"complaint.how.missing": "how"}


@pytest.mark.parametrize(("clause", "rule"), EVERY)
def test_nothing_is_said_any_more_after_the_closing(clause: str, rule: Rule) -> None:
    for state, code in ((State.CLOSED, "closed"), (State.EXPLAINED, "explained")):
        told = beside(rule(case("major", state=state), CALLED))
        assert told == {f"complaint.{code}": None}


@pytest.mark.parametrize(
    ("clause", "facts", "code"),
    [
        ("R4 R150", case("major"), None),
        ("R150", case("important"), "complaint.answer.not_owed"),
        ("R150", case("minor"), "complaint.answer.not_owed"),
        ("R150", case("major", steps=(step("answered", T0 + HOUR),)), "complaint.answer.given"),
        (
            "K19",
            case("minor", eras=(Era("minor", T0), Era("major", T0 + 2 * HOUR, promoted=True))),
            "complaint.at.before_clock",
        ),
    ],
)
def test_only_a_major_case_owes_its_clear_answer_once(
    clause: str, facts: CaseFacts, code: str | None
) -> None:
    assert list(beside(answered(facts, SAID))) == ([] if code is None else [code])


def test_r164_only_what_was_filed_is_urged() -> None:
    assert beside(urged(case(filing=Filing.PENDING), SAID)) == {"complaint.not_filed": None}


@pytest.mark.parametrize("post", list(Post))
def test_r141_the_supervisor_or_a_manager_is_called(post: Post) -> None:
    told = beside(called(case(), replace(CALLED, post=post)))
    assert told == ({} if post in rules.CALLED else {"complaint.post.missing": "post"})


def test_r133_who_is_called_may_come_without_a_way_of_calling() -> None:
    assert called(case(), replace(CALLED, how=None)) == ()


@pytest.mark.parametrize(
    ("facts", "open_for", "count"),
    [
        (case(), timedelta(days=1), 0),
        (case(steps=(step("urged", T0 + HOUR), step("urged", T0 + 3 * HOUR))), DAY, 2),
        (case(state=State.CLOSED, closed_at=T0 + 2 * HOUR), 2 * HOUR, 0),
        (case(received_at=NOW + HOUR), timedelta(), 0),  # this PC's clock is behind
    ],
)
def test_r164_a_case_ages_until_it_is_closed(
    facts: CaseFacts, open_for: timedelta, count: int
) -> None:
    found = rules.ageing(facts, NOW)
    assert (found.open_for, found.urged) == (open_for, count)
    assert found.urged_at == (T0 + 3 * HOUR if count else None)
