"""What a callback of a service has to say, and what follows from it (R107, R109, R247, R248)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk.domain import service_callback as rules
from desk.domain.callback import CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.service_callback import Aspect, CallbackEntry, CallbackFacts
from desk.domain.service_order_rule import OrderCallbackRule

NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
DONE = NOW - timedelta(hours=5)
WHOLE = CallbackEntry(
    CallbackHow.PHONE,
    CallbackOutcome.REACHED,
    timeliness=5,
    manners=4,
    quality=5,
    requirement=4,
    signed_by="陳大文",
)
ATTEMPT = CallbackEntry(CallbackHow.PHONE, CallbackOutcome.UNREACHABLE, why="無人接聽")


def codes(entry: CallbackEntry) -> set[str]:
    return {one.code for one in rules.entry_reasons(entry, DONE, NOW)}


def fields(entry: CallbackEntry) -> set[str | None]:
    return {one.field for one in rules.entry_reasons(entry, DONE, NOW)}


@pytest.mark.parametrize("how", CallbackHow)
def test_a_whole_callback_is_not_refused(how: CallbackHow) -> None:
    assert codes(replace(WHOLE, how=how)) == set()


def test_everything_that_is_missing_is_said_at_once() -> None:
    assert fields(CallbackEntry(None, None)) == {"how", "outcome"}
    bare = CallbackEntry(CallbackHow.PHONE, CallbackOutcome.REACHED)
    assert fields(bare) == {*Aspect, "signed_by"}


@pytest.mark.parametrize("aspect", Aspect)
@pytest.mark.parametrize("score", [0, 6, None])
def test_each_aspect_is_scored_from_one_to_five(aspect: Aspect, score: int | None) -> None:
    wrong = replace(WHOLE, words="不好", **{aspect: score})
    assert fields(wrong) == {aspect}


def test_at_the_door_the_customer_signs_and_on_the_phone_the_caller() -> None:
    unsigned = replace(WHOLE, signed_by="")
    assert codes(unsigned) == {"service_callback.signature"}
    at_door = replace(unsigned, how=CallbackHow.VISIT)
    assert codes(at_door) == {"service_callback.customer_signature"}


def test_who_is_not_content_says_with_what() -> None:
    unhappy = replace(WHOLE, manners=2)
    assert codes(unhappy) == {"service_callback.words.missing"}
    assert codes(replace(unhappy, words="沒有穿鞋套")) == set()


def test_an_attempt_says_why_and_has_no_scores() -> None:
    assert codes(ATTEMPT) == set()
    assert codes(replace(ATTEMPT, why="")) == {"callback.why.missing"}
    assert codes(replace(ATTEMPT, quality=5)) == {"service_callback.not_reached"}


def test_a_callback_is_neither_before_the_completion_nor_ahead_of_now() -> None:
    assert codes(replace(WHOLE, at=DONE - timedelta(seconds=1))) == {"service_callback.at.before"}
    assert codes(replace(WHOLE, at=NOW + timedelta(hours=1))) == {"service_callback.at.future"}
    assert codes(replace(WHOLE, at=DONE)) == set()


@pytest.mark.parametrize(
    ("scores", "content"),
    [
        ((None,) * 4, None),
        ((5, 5, 5, 5), Satisfaction.SATISFIED),
        ((4, 4, 4, 4), Satisfaction.SATISFIED),
        ((5, 5, 5, 3), Satisfaction.FAIR),
        ((3, 3, 3, 3), Satisfaction.FAIR),
        ((5, 5, 5, 2), Satisfaction.DISSATISFIED),
        ((1, 5, 5, 5), Satisfaction.DISSATISFIED),
    ],
)
def test_the_worst_score_says_how_content_he_is(
    scores: tuple[int | None, ...], content: Satisfaction | None
) -> None:
    assert rules.satisfaction(scores) is content


def facts(outcome: CallbackOutcome = CallbackOutcome.REACHED, **more: object) -> CallbackFacts:
    made = CallbackFacts(NOW, outcome, (5, 5, 5, 5) if outcome == "reached" else ())
    return replace(made, **more)  # type: ignore[arg-type]


TRIED = facts(CallbackOutcome.UNREACHABLE)
TRIES, APART = 3, 60
RULE = OrderCallbackRule(tries=TRIES, tries_apart=APART)


def tried(*minutes: int) -> tuple[CallbackFacts, ...]:
    """Tries in vain, so many minutes after the first."""
    return tuple(replace(TRIED, at=NOW + timedelta(minutes=one)) for one in minutes)


VAIN = tried(0, 60, 120)


def test_nobody_is_asked_before_the_work_is_done_nor_again_who_has_answered() -> None:
    asked = rules.call_back_blockers(DONE, (TRIED,))
    assert asked == ()
    assert [one.code for one in rules.call_back_blockers(None, ())] == ["service_callback.not_done"]
    again = rules.call_back_blockers(DONE, (facts(),))
    assert [one.code for one in again] == ["service_callback.answered"]
    assert rules.call_back_blockers(DONE, (facts(is_void=True),)) == ()


def test_work_that_was_done_over_is_asked_about_again() -> None:
    assert rules.call_back_blockers(NOW + timedelta(hours=1), (facts(),)) == ()


@pytest.mark.parametrize(
    ("callbacks", "let_off"),
    [
        ((), False),
        (VAIN[: TRIES - 1], False),
        (VAIN, True),
        ((*VAIN, facts()), False),
        ((*VAIN[: TRIES - 1], replace(VAIN[-1], is_void=True)), False),
        ((TRIED,) * TRIES, False),
        (tried(0, 59, 118), False),
        (tried(0, 1, 2, 60, 61, 119), False),
        (tried(120, 0, 1, 60), True),
        ((facts(CallbackOutcome.DECLINED),), True),
        ((facts(CallbackOutcome.INCONVENIENT),), True),
    ],
)
def test_who_does_not_want_it_or_is_never_reached_is_let_off(
    callbacks: tuple[CallbackFacts, ...], let_off: bool
) -> None:
    assert rules.is_let_off(callbacks, RULE) is let_off


def test_tries_say_how_many_count_and_from_when_another_does() -> None:
    known = rules.tries(tried(0, 1, 61), RULE)
    assert (known.counted, known.asked, known.apart) == (2, TRIES, APART)
    assert known.next_at == NOW + timedelta(minutes=121)
    (reason,) = rules.let_off_missing(known)
    assert reason.code == "service_callback.tries"
    assert dict(reason.parameters) == {"counted": 2, "asked": TRIES, "minutes": APART}
    assert rules.let_off_missing(rules.tries((), RULE)) == ()
    assert rules.let_off_missing(rules.tries(VAIN, RULE)) == ()


@pytest.mark.parametrize("score", [0, 6, 3.5, 4.0, True, "5"])
def test_a_score_is_a_whole_number_of_its_scale(score: object) -> None:
    entry = replace(WHOLE, words="不好", quality=score)  # type: ignore[arg-type]
    reasons = rules.entry_reasons(entry, DONE, NOW)
    assert [(one.code, one.field) for one in reasons] == [
        ("service_callback.score.outside", "quality")
    ]


def test_a_dissatisfied_answer_marks_and_any_other_clears() -> None:
    unhappy = facts(scores=(5, 5, 1, 5))
    assert (rules.marks_person(unhappy), rules.clears_person(unhappy)) == (True, False)
    fair = facts(scores=(5, 5, 3, 5))
    assert (rules.marks_person(fair), rules.clears_person(fair)) == (False, True)
    for nothing in (TRIED, replace(unhappy, is_void=True)):
        assert not rules.marks_person(nothing)
        assert not rules.clears_person(nothing)


def test_the_provider_is_told_once_after_the_answer_and_by_name() -> None:
    def told(known: CallbackFacts, to: str = "李師傅", at: datetime | None = None) -> list[str]:
        return [one.code for one in rules.tell_reasons(known, to, at, NOW)]

    assert told(facts()) == []
    before = facts(at=NOW - timedelta(hours=2))
    assert told(before, at=NOW - timedelta(hours=1)) == []
    assert told(facts(), to="") == ["service_callback.told_to.missing"]
    assert told(facts(is_told=True)) == ["service_callback.told"]
    assert told(facts(is_void=True)) == ["service_callback.void"]
    assert told(TRIED) == ["service_callback.no_result"]
    assert told(facts(), at=NOW - timedelta(hours=1)) == ["service_callback.told_at.before"]
    assert told(facts(), at=NOW + timedelta(hours=1)) == ["service_callback.at.future"]


def test_a_callback_is_void_once_and_with_its_reason() -> None:
    assert rules.void_reasons(facts(), "寫錯單") == ()
    missing = rules.void_reasons(facts(), "")
    assert [one.code for one in missing] == ["service_callback.void_why.missing"]
    again = rules.void_reasons(facts(is_void=True), "寫錯單")
    assert [one.code for one in again] == ["service_callback.void"]


def test_a_complaint_about_somebody_names_him_and_says_why() -> None:
    wrong = rules.mark_reasons(None, "", NOW + timedelta(days=1), NOW)
    assert [one.field for one in wrong] == ["person_id", "why", "at"]
    assert list(rules.mark_reasons(1, "遲到又無禮", None, NOW)) == []
