"""Where the manuals disagree, one policy holds them all: K1-K19 of the requirements."""

from dataclasses import replace
from datetime import timedelta

from desk.domain.complaint_approval import wants_agreement
from desk.domain.complaint_case import Era
from desk.domain.deadlines import Bound, Counting
from desk.domain.first_asked import DutyScope, Need, NextStep, route
from desk.domain.policy import Act, Policy, Post
from desk.domain.policy_strictest import stricter
from desk.domain.reception import Kind, Rank
from desk.services import policy
from tests.clauses.asking import clock
from tests.clauses.registry import clause
from tests.domain.cases import DAY, T0, case


def named(ruled: Policy, severity: str) -> str:
    found = {one.code: one.labels for one in ruled.severities}
    return found.get(severity, {}).get("zh_Hant", "")


def both() -> Policy:
    """The strictest of M2 and M0."""
    return policy.compose(["M2", "M0"])


@clause("K1", without=("M0:severity.important", "M2:severity.important"))
def test_the_middle_level_has_the_name_of_its_manual() -> None:
    assert named(policy.profile("M0"), "important") == "一般"
    assert named(policy.profile("M2"), "important") == "重要"


@clause("K2", without="M2:solve.minor")
def test_the_share_of_the_supervisor_is_a_post_and_no_level() -> None:
    rule = policy.profile("M2").rule("solve.minor")
    assert rule is not None
    assert rule.post == Post.SUPERVISOR


@clause("K3", without=("M0:forward.office_manager", "M2:forward.general_manager"))
def test_a_major_case_goes_to_everybody_that_a_manual_names() -> None:
    found = {one.code: one.to for one in both().forwards}
    assert found.get("forward.office_manager") == Post.OFFICE_MANAGER
    assert found.get("forward.general_manager") == Post.GENERAL_MANAGER


@clause("K4", without=("M2:forward.property_manager", "M2:forward.by_supervisor"))
def test_an_important_case_has_two_forwards_and_both_are_met() -> None:
    assert clock("M2", "forward.property_manager", case("important")) is not None
    assert clock("M2", "forward.by_supervisor", case("important")) is not None


@clause("K5", without=("M2:hand_out", "M0:transfer"))
def test_hand_out_and_transfer_are_clocks_of_their_own() -> None:
    rules = {one.code: one.term for one in both().every_clock()}
    assert {"hand_out", "transfer"} <= rules.keys()


@clause("K6", without=("M0:solve.major", "M2:solve.major"))
def test_an_overrun_of_a_major_case_is_for_the_general_manager() -> None:
    for code in ("M0", "M2"):
        rule = policy.profile(code).rule("solve.major")
        assert rule is not None
        assert (rule.approver, "approver" in rule.ours) == (Post.GENERAL_MANAGER, True)


@clause("K6", without="desk.domain.policy_strictest.stricter")
def test_of_two_approvers_the_higher_one_is_asked() -> None:
    mild = policy.profile("M0").rule("solve.important")
    hard = policy.profile("M2").rule("solve.important")
    assert mild is not None
    assert hard is not None
    assert stricter(mild, hard).approver == Post.GENERAL_MANAGER


@clause("K7", without=("M0:tell.target", "M0:tell.ceiling"))
def test_the_result_has_a_target_and_a_ceiling() -> None:
    bounds = {one.code: one.bound for one in policy.profile("M0").clocks}
    assert (bounds.get("tell.target"), bounds.get("tell.ceiling")) == (Bound.TARGET, Bound.CEILING)


@clause("K8", without=("M0:callback", "M1:callback", "M2:callback"))
def test_the_callbacks_of_all_manuals_are_one() -> None:
    for code in ("M0", "M1", "M2"):
        assert policy.profile(code).callbacks != ()
    (rule,) = policy.compose(["M2", "M0", "M1"]).callbacks
    assert (rule.coverage, rule.scope.severities, rule.again) == (100, (), True)
    assert set(rule.exceptions) == {"unreachable", "inconvenient"}


@clause("K10", without="desk.domain.deadlines.Counting")
def test_days_are_natural_working_or_opening() -> None:
    assert set(Counting) == {"natural", "working", "opening"}
    counted = {one.term.counting for one in both().every_clock()}
    assert counted == {Counting.NATURAL}


@clause("K11", without="desk.domain.policy.FormTitle.labels")
def test_one_act_is_printed_under_the_title_of_the_policy() -> None:
    titles = [policy.profile(code).title(Act.RECORD) for code in ("M0", "M1", "M2")]
    names = [dict(one.labels).get("zh_Hant") for one in titles if one is not None]
    assert names == ["投訴處理記錄表", "客戶投訴處理記錄表", "投訴記錄表"]


@clause("K13", without="desk.domain.complaint_approval.wants_agreement")
def test_an_ordinary_case_is_closed_without_an_agreeing_signature() -> None:
    ruled = policy.profile("M2")
    assert wants_agreement(case("major"), ruled)
    assert not wants_agreement(case("minor"), ruled)


@clause("K14", without="M2:switch.retransfer_forbidden")
def test_passing_on_is_forbidden_unless_the_estate_allows_it() -> None:
    assert policy.profile("M2").switches.retransfer_forbidden


@clause("K15", without="desk.domain.first_asked.route")
def test_one_person_may_be_both_supervisors() -> None:
    asked = Need(Kind.HELP, Rank.SUPERVISOR, scope=DutyScope.UNCLEAR)
    assert route(asked).step == NextStep.ASSIGN
    assert route(replace(asked, rank=Rank.CLERK)).step == NextStep.TO_CUSTOMER_RELATIONS


@clause("K19", without="M2:switch.promote_after")
def test_a_month_makes_a_case_major() -> None:
    assert clock("M2", "promotion", case("important")) is not None


@clause("K19", without="desk.domain.complaint_clocks.clocks")
def test_a_promotion_starts_new_clocks_and_the_old_breach_still_counts() -> None:
    since = T0 + timedelta(days=31)
    raised = case(eras=(Era("minor", T0), Era("major", since, promoted=True)))
    missed, anew = clock("M2", "solve.minor", raised), clock("M2", "solve.major", raised)
    assert missed is not None
    assert anew is not None
    assert (missed.ended_at, missed.is_missed(since)) == (since, True)
    assert (anew.started_at, anew.due_at) == (since, since + 10 * DAY)
