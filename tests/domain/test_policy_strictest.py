"""The strictest of the chosen: as a table, and whoever keeps it breaks none of them."""

from dataclasses import replace
from itertools import permutations

import pytest

from desk.domain.deadlines import Bound, Counting, Term, Unit, strictness
from desk.domain.policy import CallbackRule, ClockRule, Event, Policy, Post, Scope
from desk.domain.policy_part import Part
from desk.domain.policy_strictest import RANKS, stricter, strictest, wider
from desk.services import policy as service

DAY = Term(1, Unit.SAME_DAY)
CASES = [
    {"severity": severity, "hot": hot, "joint": joint, "effective": effective}
    for severity in ("minor", "important", "major")
    for hot in (True, False)
    for joint in (True, False)
    for effective in (True, False)
]
ALL = service.PROFILES
CHOICES = [("M2", "M0", "M1"), ("M0", "M2"), ("M1", "M2"), ALL]


def clock(term: Term, **other: object) -> ClockRule:
    rule = ClockRule("solve", ("R1",), Event.RECEIVED, Event.HANDLED, term)
    return replace(rule, **other)  # type: ignore[arg-type]


def days(count: int, counting: Counting = Counting.NATURAL) -> Term:
    return Term(count, Unit.DAYS, counting)


def composed(*codes: str) -> Policy:
    return service.compose(codes)


def rule(policy: Policy, code: str) -> ClockRule:
    found = policy.rule(code)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (days(2), days(3), days(2)),
        (Term(1, Unit.HOURS), Term(10, Unit.MINUTES), Term(10, Unit.MINUTES)),
        (DAY, days(2), DAY),
        (Term(1, Unit.MONTHS), days(7), days(7)),
        (days(1), days(1, Counting.WORKING), days(1)),
        (days(2), days(1, Counting.WORKING), days(1, Counting.WORKING)),  # K9
    ],
)
def test_the_shorter_term_wins(one: Term, other: Term, expected: Term) -> None:
    assert stricter(clock(one), clock(other)).term == expected
    assert stricter(clock(other), clock(one)).term == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Post.OFFICE_MANAGER, Post.PROPERTY_MANAGER, Post.OFFICE_MANAGER),
        (Post.OFFICE_MANAGER, Post.GENERAL_MANAGER, Post.GENERAL_MANAGER),
        (None, Post.PROPERTY_MANAGER, Post.PROPERTY_MANAGER),
        (None, None, None),
    ],
)
def test_an_overrun_is_for_the_higher_approver(
    one: Post | None, other: Post | None, expected: Post | None
) -> None:
    """K6."""
    for first, second in ((one, other), (other, one)):
        merged = stricter(clock(days(2), approver=first), clock(days(3), approver=second))
        assert merged.approver == expected


def test_every_post_has_a_rank() -> None:
    assert set(RANKS) == set(Post)


def test_both_clauses_are_cited_and_an_approver_of_ours_is_said_to_be_ours() -> None:
    ours = clock(days(3), clauses=("R9",), approver=Post.GENERAL_MANAGER, ours=(Part.APPROVER,))
    merged = stricter(clock(days(2), ours=(Part.POST,)), ours)
    assert merged.clauses == ("R1", "R9")
    assert merged.ours == (Part.POST, Part.APPROVER)


def test_the_time_asked_for_stands_only_where_all_let_it() -> None:
    assert not stricter(clock(days(2), as_wanted=True), clock(days(2))).as_wanted
    both = stricter(clock(days(2), as_wanted=True), clock(days(3), as_wanted=True))
    assert both.as_wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Scope(("minor",)), Scope(("major",))),
        (Scope(("minor",)), Scope()),
        (Scope(("major",), hot=True), Scope(("important",), effective_only=True)),
        (Scope(joint=True), Scope(("minor",))),
        (Scope(effective_only=True), Scope(("important",), effective_only=True)),
    ],
)
def test_the_wider_scope_covers_what_either_covers(one: Scope, other: Scope) -> None:
    both = wider(one, other)
    for case in CASES:
        assert both.covers(**case) >= (one.covers(**case) or other.covers(**case))


@pytest.mark.parametrize("codes", CHOICES)
def test_whoever_keeps_the_strictest_breaks_none_of_the_chosen(codes: tuple[str, ...]) -> None:
    whole = composed(*codes)
    for code in codes:
        for own in service.profile(code).every_clock():
            held = [one for one in whole.every_clock() if holds(one, own)]
            assert held, f"{code} {own.code}"


def holds(one: ClockRule, own: ClockRule) -> bool:
    """Whether the one is at least as hard, for every case that the other is about."""
    same = (one.start, one.end, one.to) == (own.start, own.end, own.to)
    covered = all(one.scope.covers(**case) for case in CASES if own.scope.covers(**case))
    binding = own.bound is Bound.TARGET or one.bound is Bound.CEILING
    return same and covered and binding and strictness(one.term) <= strictness(own.term)


@pytest.mark.parametrize("codes", CHOICES)
def test_every_condition_and_every_callback_of_the_chosen_is_asked(codes: tuple[str, ...]) -> None:
    whole = composed(*codes)
    for code in codes:
        for own in service.profile(code).close:
            (found,) = [one for one in whole.close if one.condition is own.condition]
            assert wider(found.scope, own.scope) == found.scope
            assert set(own.clauses) <= set(found.clauses)
        for called in service.profile(code).callbacks:
            (merged,) = [one for one in whole.callbacks if one.code == called.code]
            assert strictness(merged.term) <= strictness(called.term)
            assert merged.least >= called.least
            assert merged.coverage >= called.coverage


def test_the_strictest_does_not_depend_on_the_order_but_in_its_names() -> None:
    """Numbers and conditions are the same; names and definitions are the first one's."""
    shapes = set()
    for codes in permutations(("M0", "M1", "M2")):
        whole = composed(*codes)
        shapes.add(frozenset((one.code, one.term, one.approver) for one in whole.every_clock()))
        assert whole.severity("important").labels == (
            service.profile(codes[0]).severity("important").labels
        )
    assert len(shapes) == 1


# Kept apart


def test_a_case_to_the_manager_at_once_and_to_the_general_manager_the_same_day() -> None:
    """K3."""
    whole = composed("M0", "M2")
    assert rule(whole, "forward.office_manager").term == Term(10, Unit.MINUTES)
    assert rule(whole, "forward.general_manager").term == DAY


def test_both_forwards_of_an_important_case_stay() -> None:
    """K4."""
    whole = composed("M0", "M2")
    for code, term in (
        ("forward.property_manager", Term(1, Unit.HOURS)),
        ("forward.by_supervisor", DAY),
    ):
        assert rule(whole, code).term == term
        assert "important" in rule(whole, code).scope.severities


def test_hand_out_and_transfer_are_two_clocks() -> None:
    """K5."""
    whole = composed("M0", "M2")
    assert rule(whole, "hand_out").term == Term(10, Unit.MINUTES)
    assert rule(whole, "transfer").term == Term(1, Unit.HOURS)


def test_target_and_ceiling_stay_apart_until_the_ceiling_catches_up() -> None:
    """K7."""
    apart = composed("M0", "M1")
    assert rule(apart, "tell.target").bound is Bound.TARGET
    assert rule(apart, "tell.ceiling").term == days(2)
    together = composed("M0", "M2")
    assert together.rule("tell.target") is None
    assert rule(together, "tell.ceiling").term == DAY


def test_the_approvers_of_m0_and_m2_together() -> None:
    """K6."""
    whole = composed("M0", "M2")
    assert rule(whole, "solve.minor").approver is Post.OFFICE_MANAGER
    assert rule(whole, "solve.important").approver is Post.GENERAL_MANAGER
    assert rule(whole, "solve.major").approver is Post.GENERAL_MANAGER


def test_the_callbacks_of_all_three_are_one() -> None:
    """K8: everybody, within seven days, once more after rework, with M1's two exceptions."""
    (callback,) = composed("M0", "M1", "M2").callbacks
    assert (callback.term, callback.coverage, callback.least) == (days(7), 100, 1)
    assert callback.again
    assert callback.scope == Scope()
    assert callback.exceptions == ("unreachable", "inconvenient")
    assert {"R11", "R94", "R148", "R191"} <= set(callback.clauses)


def test_the_highest_count_and_coverage_hold_whichever_comes_first() -> None:
    """K8."""
    m1, m2 = service.profile("M1"), service.profile("M2")
    twice = CallbackRule("callback", ("R1",), days(30), least=2, coverage=50)
    for policies in ([m1, replace(m2, callbacks=(twice,))], [replace(m2, callbacks=(twice,)), m1]):
        (callback,) = strictest(policies, {}).callbacks
        assert (callback.least, callback.coverage, callback.term) == (2, 100, days(7))


def test_what_one_takes_for_a_ceiling_is_no_mere_target() -> None:
    """K7."""
    aim = clock(days(1), bound=Bound.TARGET)
    assert stricter(aim, clock(days(2))).bound is Bound.CEILING
    assert stricter(clock(days(2)), aim).bound is Bound.CEILING
    assert stricter(aim, aim).bound is Bound.TARGET


def test_of_several_lists_of_exceptions_only_what_all_name_is_let_off() -> None:
    m1, m2 = service.profile("M1"), service.profile("M2")
    named = CallbackRule("callback", ("R1",), days(9), exceptions=("unreachable", "abroad"))
    none = replace(named, exceptions=("abroad",))
    few = strictest([m1, replace(m2, callbacks=(named,))], {})
    assert few.callbacks[0].exceptions == ("unreachable",)
    nobody = [m1, replace(m2, callbacks=(none,)), m1]
    assert strictest(nobody, {}).callbacks[0].exceptions == ()


def test_roles_titles_and_reports_are_those_of_all() -> None:
    whole = composed("M2", "M0", "M1")
    assert {one.code for one in whole.reports} == {
        one.code for code in ("M0", "M1", "M2") for one in service.profile(code).reports
    }
    assert {str(one.act): one.form for one in whole.forms} == {
        "intake": "F4",
        "phone_intake": "F10",
        "record": "F6",
        "disposal": "F5",
        "month": "F7",
        "corrective_action": "R146",
        "joint_report": "F15",
        "follow_up": "F13",
        "special_report": "F14",
    }
    other = service.profile("M0")
    posts = tuple(replace(one, roles=()) for one in other.posts)
    assert strictest([replace(other, posts=posts), other], {}).posts == other.posts


def test_the_switches_of_all() -> None:
    switches = composed("M0", "M2").switches
    assert (switches.joint_from, switches.consent_months) == (3, 3)
    assert switches.promote_after == Term(1, Unit.MONTHS)
    loose = replace(
        service.profile("M0"),
        switches=replace(switches, joint_from=5, verifier_is_other=False, promote_after=days(60)),
    )
    kept = strictest([loose, service.profile("M2")], {}).switches
    assert (kept.joint_from, kept.verifier_is_other) == (3, True)
    assert kept.promote_after == Term(1, Unit.MONTHS)


def test_a_single_policy_is_its_own_strictest_and_none_is_none() -> None:
    only = service.profile("M2")
    assert strictest([only], {}) is only
    with pytest.raises(ValueError, match="unpack"):
        strictest([], {})
