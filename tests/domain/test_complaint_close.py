"""When a case may be closed: every state, filing and condition, under every shipped policy."""

from dataclasses import replace
from itertools import product

import pytest

from desk.domain.complaint import Filing, Nature, State
from desk.domain.complaint_case import CaseFacts, Era, SideProblem
from desk.domain.complaint_close import CONDITIONS, close_blockers
from desk.domain.complaint_close import conditions as conditions_of
from desk.domain.policy import CloseRule, Condition, Policy
from desk.services.policy import shipped
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, step
from tests.domain.closing_cases import (
    DONE,
    ELSEWHERE,
    FLIPS,
    HANDLER,
    KINDS,
    LATE,
    NOW,
    ON_SITE,
    UNSOLVABLE,
    answers,
    closable,
    follows_from_unhandled,
    is_asked,
    unhandled,
    word,
)

POLICIES = {policy.code: policy for policy in shipped()}
SEVERITIES = ("minor", "important", "major")
NATURES = (Nature.EFFECTIVE, Nature.HELP)

policies = pytest.mark.parametrize("code", POLICIES)
conditions = pytest.mark.parametrize("condition", Condition)


def missing(facts: CaseFacts, policy: Policy, now: object = NOW) -> list[str]:
    """The codes of everything that keeps the case open, in no order."""
    blockers = close_blockers(facts, policy, CALENDAR, now)  # type: ignore[arg-type]
    return sorted(reason.code for reason in blockers)


def without(policy: Policy, condition: Condition) -> Policy:
    """The policy as if nobody had written the rule."""
    kept = tuple(rule for rule in policy.close if rule.condition is not condition)
    return replace(policy, close=kept)


# The matrix


def test_every_condition_of_a_policy_is_one_of_ours_and_can_be_taken_away() -> None:
    assert set(CONDITIONS) == set(FLIPS) == set(Condition)
    assert set(POLICIES) == {"M0", "M1", "M2", "M4", "strictest"}


@policies
@pytest.mark.parametrize(("severity", "kind", "nature"), list(product(SEVERITIES, KINDS, NATURES)))
def test_where_everything_holds_the_case_closes(
    code: str, severity: str, kind: str, nature: Nature
) -> None:
    assert missing(closable(severity, kind, nature), POLICIES[code]) == []


@policies
@conditions
@pytest.mark.parametrize("kind", KINDS)
def test_each_condition_that_is_taken_away_is_named_if_the_policy_asks_for_it(
    code: str, condition: Condition, kind: str
) -> None:
    policy, flip = POLICIES[code], FLIPS[condition]
    for severity, nature in product(SEVERITIES, NATURES):
        whole = closable(severity, kind, nature)
        expected = answers(policy, condition, whole, kind)
        if condition is Condition.HANDLED and kind in flip.kinds:
            expected += follows_from_unhandled(policy, whole)
        if kind == UNSOLVABLE and condition is Condition.HANDLED:
            continue  # it is not handled as it stands
        assert missing(flip.change(whole), policy, flip.now) == sorted(expected)


@policies
@conditions
@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_taken_out_of_the_policy_asks_nothing_more(
    code: str, condition: Condition, kind: str
) -> None:
    policy, flip = POLICIES[code], FLIPS[condition]
    for severity, nature in product(SEVERITIES, NATURES):
        whole = closable(severity, kind, nature)
        if not answers(policy, condition, whole, kind):
            continue
        changed, relaxed = flip.change(whole), without(policy, condition)
        left = follows_from_unhandled(policy, whole) if condition is Condition.HANDLED else []
        assert missing(changed, relaxed, flip.now) == sorted(left)
        assert missing(changed, policy, flip.now) != sorted(left)


@policies
@conditions
def test_a_rule_put_into_a_policy_that_had_none_asks_at_once(
    code: str, condition: Condition
) -> None:
    policy, flip = POLICIES[code], FLIPS[condition]
    stricter = replace(policy, close=(*policy.close, CloseRule(condition, ("R166",))))
    kind = flip.kinds[0]
    whole = closable("major", kind)
    if is_asked(policy, condition, whole):
        return
    wanted = answers(stricter, condition, whole, kind)
    assert missing(flip.change(whole), policy, flip.now) == []
    assert missing(flip.change(whole), stricter, flip.now) == sorted(wanted)
    assert missing(whole, stricter) == []


STANDING = {
    (State.CLOSED, None): "complaint.closed",
    (State.EXPLAINED, None): "complaint.explained",
    (None, Filing.PENDING): "complaint.not_filed",
    (None, Filing.ASKED): "complaint.not_filed",
    (None, Filing.EXPLAINED): "complaint.not_filed",
}


@policies
@conditions
@pytest.mark.parametrize(("state", "filing"), list(product(State, Filing)))
def test_every_state_and_filing_with_each_condition_taken_away(
    code: str, condition: Condition, state: State, filing: Filing
) -> None:
    policy, flip = POLICIES[code], FLIPS[condition]
    for kind in flip.kinds:
        whole = closable("major", kind)
        facts = flip.change(whole)
        is_open = state in (State.REGISTERED, State.HANDLED) and filing is Filing.FILED
        if state is State.HANDLED and kind == UNSOLVABLE:
            continue
        if state is State.REGISTERED and kind != UNSOLVABLE:
            facts = unhandled(facts)
        elif not is_open:
            facts = replace(facts, state=state)
        found = missing(replace(facts, filing=filing), policy, flip.now)
        alone = STANDING.get((state, None)) or STANDING.get((None, filing))
        if alone is not None:
            assert found == [alone]
            continue
        expected = set(answers(policy, condition, whole, kind))
        if facts.handled_at is None and kind != UNSOLVABLE:
            expected |= {*FLIPS[Condition.HANDLED].answer, *follows_from_unhandled(policy, whole)}
        assert set(found) == expected


@policies
def test_a_case_that_only_came_in_names_everything_at_once(code: str) -> None:
    policy = POLICIES[code]
    bare = CaseFacts(
        1, State.REGISTERED, Nature.EFFECTIVE, T0, (Era("major", T0),), filed_at=T0, on_site=True
    )
    asked = {rule.condition for rule in policy.close}
    asked -= {Condition.NOTICE, Condition.SIDE_PROBLEMS, Condition.CONSENT, Condition.OVERRUNS}
    assert missing(bare, policy) == sorted(
        code for condition in asked for code in FLIPS[condition].answer
    )


# Clause by clause

M2 = POLICIES["M2"]


def test_r166_a_slip_on_site_needs_no_notice_and_other_work_no_slip() -> None:
    on_site, elsewhere = closable("minor", ON_SITE), closable("minor", ELSEWHERE)
    assert missing(replace(on_site, notice_at=None), M2) == []
    assert missing(replace(elsewhere, signed_copy_at=None), M2) == []


@pytest.mark.parametrize(
    "side",
    [
        SideProblem(1, "滲水", filed_id=7, filed_number="C2026-000007"),
        SideProblem(1, "滲水", reference="W-12"),
        SideProblem(1, "滲水", settled_at=DONE, settled_text="已抹乾"),
    ],
)
def test_r168_a_side_problem_filed_on_its_own_or_settled_keeps_nothing_open(
    side: SideProblem,
) -> None:
    facts = replace(closable("minor", ON_SITE), sides=(side,))
    assert missing(facts, M2) == []


def test_r169_each_open_side_problem_counts() -> None:
    sides = (SideProblem(1, "滲水"), SideProblem(2, "異味"))
    (reason,) = close_blockers(replace(closable("minor", ON_SITE), sides=sides), M2, CALENDAR, NOW)
    assert (reason.code, reason.parameters["count"]) == ("complaint.side_problem.open", 2)


def test_r170_only_a_major_case_needs_an_agreement() -> None:
    for severity, expected in (
        ("minor", []),
        ("important", []),
        ("major", ["complaint.agreement.missing"]),
    ):
        facts = replace(closable(severity, ON_SITE), approvals=())
        assert missing(facts, M2) == expected


@pytest.mark.parametrize(
    "words",
    [
        (),
        (word("close", DONE - HOUR),),
        (word("close", DONE + HOUR), word("close", DONE + 2 * HOUR, "refused", 2)),
        (word("overrun:solve.major", DONE + HOUR),),
    ],
)
def test_r170_an_agreement_is_the_last_word_about_the_work_as_it_stands(words: tuple) -> None:
    facts = replace(closable("major", ON_SITE), approvals=words)
    assert missing(facts, M2) == ["complaint.agreement.missing"]


def test_r171_nothing_is_closed_before_it_is_handled() -> None:
    facts = unhandled(closable("minor", ON_SITE))
    assert "complaint.not_handled" in missing(facts, M2)


def test_r172_the_verifier_is_not_the_handler_unless_the_policy_lets_be() -> None:
    facts = replace(closable("minor", ON_SITE), verified_by_id=HANDLER)
    lax = replace(M2, switches=replace(M2.switches, verifier_is_other=False))
    assert missing(facts, M2) == ["complaint.verified.by_handler"]
    assert missing(facts, lax) == []


def test_r173_what_cannot_be_handled_is_closed_with_a_consent_and_without_the_work() -> None:
    facts = closable("minor", UNSOLVABLE)
    assert missing(facts, M2) == []
    assert missing(replace(facts, approvals=()), M2) == ["complaint.consent.missing"]


def test_r173_a_consent_from_before_it_was_called_unsolvable_again_counts_no_more() -> None:
    facts = replace(closable("minor", UNSOLVABLE), unsolvable_at=DONE + 2 * HOUR)
    told = replace(facts, steps=(step("told", DONE + 3 * HOUR),))
    assert missing(told, M2) == ["complaint.consent.missing"]


def test_r173_what_was_handled_after_all_needs_the_work_and_no_consent() -> None:
    facts = replace(closable("minor", ON_SITE), unsolvable_at=DONE - HOUR)
    assert missing(facts, M2) == []
    assert missing(replace(facts, signed_copy_at=None), M2) == ["complaint.signed_copy.missing"]


def test_r150_an_overrun_is_approved_after_it_happened_and_by_the_last_word() -> None:
    late = FLIPS[Condition.OVERRUNS].change(closable("minor", ON_SITE))
    matter = "overrun:solve.minor"
    for words, expected in (
        ((), ["complaint.overrun.unapproved"]),
        ((word(matter, T0 + DAY),), ["complaint.overrun.unapproved"]),
        ((word(matter, T0 + 3 * DAY),), []),
        ((word(matter, LATE), word(matter, LATE, "refused", 2)), ["complaint.overrun.unapproved"]),
        ((word(matter, LATE, "refused"), word(matter, LATE, id=2)), []),
    ):
        assert missing(replace(late, approvals=words), M2, LATE + DAY) == expected


def test_r150_the_overrun_names_its_clock_and_its_approver() -> None:
    late = FLIPS[Condition.OVERRUNS].change(closable("important", ON_SITE))
    (reason,) = close_blockers(late, M2, CALENDAR, LATE + DAY)
    assert dict(reason.parameters) == {"clock": "solve.important", "post": "general_manager"}


def test_k19_a_breach_from_before_the_promotion_still_needs_its_approval() -> None:
    promoted = Era("major", T0 + 5 * DAY, promoted=True)
    late = FLIPS[Condition.OVERRUNS].change(closable("minor", ON_SITE))
    facts = replace(late, eras=(*late.eras, promoted), handled_at=T0 + 6 * DAY)
    found = close_blockers(facts, M2, CALENDAR, LATE)
    overruns = [one for one in found if one.code == "complaint.overrun.unapproved"]
    assert [one.parameters["clock"] for one in overruns] == ["solve.minor"]


def test_r147_a_result_told_before_the_work_was_redone_is_not_told() -> None:
    facts = replace(closable("minor", ON_SITE), steps=(step("told", DONE - HOUR),))
    assert missing(facts, M2) == ["complaint.told.missing"]


def test_r146_the_corrective_action_is_verified_before_the_case_is_closed() -> None:
    whole = closable("important", ON_SITE)
    assert whole.correction is not None
    unverified = replace(whole, correction=replace(whole.correction, verified_at=None))
    assert missing(unverified, M2) == ["complaint.corrective_action.unverified"]


@pytest.mark.parametrize("field", ["why_it_happened", "what_was_learnt", "how_to_avoid"])
def test_r132_each_part_of_the_summary_is_named_beside_its_field(field: str) -> None:
    facts = replace(closable("minor", ON_SITE), **{field: ""})
    (reason,) = close_blockers(facts, M2, CALENDAR, NOW)
    assert (reason.code, reason.field) == (f"complaint.{field}.missing", field)


def test_r164_time_alone_closes_nothing() -> None:
    facts = unhandled(closable("minor", ON_SITE))
    assert missing(facts, M2, T0 + 4000 * DAY)
    assert facts.is_open


# What the paper says of the conditions (F6)


@policies
@pytest.mark.parametrize(("severity", "kind"), list(product(SEVERITIES, KINDS)))
def test_what_a_case_is_asked_for_holds_or_keeps_it_open(
    code: str, severity: str, kind: str
) -> None:
    policy, whole = POLICIES[code], closable(severity, kind)
    told = conditions_of(whole, policy, CALENDAR, NOW)
    assert told
    assert all(holds for _condition, holds in told)
    silent = replace(whole, result="")
    assert dict(conditions_of(silent, policy, CALENDAR, NOW))[Condition.RESULT] is False


def test_R166_R167_R173_what_cannot_concern_the_case_is_not_on_its_paper() -> None:
    policy = POLICIES["M2"]
    asked = {
        kind: {one for one, _holds in conditions_of(closable("minor", kind), policy, CALENDAR, NOW)}
        for kind in KINDS
    }
    on_site, elsewhere, unsolvable = (asked[kind] for kind in (ON_SITE, ELSEWHERE, UNSOLVABLE))
    assert Condition.SIGNED_COPY in on_site - elsewhere
    assert Condition.NOTICE in elsewhere - on_site
    assert Condition.CONSENT in unsolvable - on_site
    assert not {Condition.HANDLED, Condition.NOTICE, Condition.SIGNED_COPY} & unsolvable
    assert not {Condition.SIDE_PROBLEMS, Condition.OVERRUNS} & (on_site | elsewhere)


def test_R150_R168_an_overrun_and_a_side_problem_are_asked_about_where_there_is_one() -> None:
    whole = replace(closable("minor", ELSEWHERE), sides=(SideProblem(1, "水泵房漏水"),))
    told = dict(conditions_of(whole, POLICIES["M2"], CALENDAR, LATE))
    assert told[Condition.SIDE_PROBLEMS] is False
    late = replace(whole, handled_at=LATE)
    told = dict(conditions_of(late, POLICIES["M2"], CALENDAR, LATE))
    assert told[Condition.OVERRUNS] is False


def test_all_that_a_closed_case_was_asked_for_held() -> None:
    closed = replace(closable("major", ELSEWHERE), state=State.CLOSED, closed_at=NOW)
    told = conditions_of(replace(closed, result=""), POLICIES["M2"], CALENDAR, LATE)
    assert told
    assert all(holds for _condition, holds in told)
