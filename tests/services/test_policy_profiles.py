"""The shipped profiles hold every number of the manuals that concerns complaints (register G)."""

import pytest

from desk.domain.deadlines import Bound, Counting, Term, Unit
from desk.domain.policy import Act, ClockRule, Condition, Event, Policy, Post
from desk.domain.policy_rules import policy_reasons
from desk.services import policy as service

DAY = Term(1, Unit.SAME_DAY)
MINUTES_10 = Term(10, Unit.MINUTES)
HOUR = Term(1, Unit.HOURS)
DAYS_2, DAYS_3, DAYS_10 = (Term(count, Unit.DAYS) for count in (2, 3, 10))
MONTH = Term(1, Unit.MONTHS)

SOLVE = (Event.RECEIVED, Event.HANDLED)
FORWARD = (Event.RECEIVED, Event.FORWARDED)
ANSWER = (Event.RECEIVED, Event.ANSWERED)
TELL = (Event.HANDLED, Event.TOLD)

# Manual, clause, clock, from and to, term, approver or addressee.
NUMBERS = [
    ("M0", "R4", "forward.office_manager", FORWARD, MINUTES_10, Post.OFFICE_MANAGER),
    ("M0", "R4", "answer.major", ANSWER, DAYS_2, None),
    ("M0", "R4", "solve.major", SOLVE, DAYS_10, Post.GENERAL_MANAGER),
    ("M0", "R5", "transfer", FORWARD, HOUR, Post.DEPARTMENT_HEAD),
    ("M0", "R6", "transfer", FORWARD, HOUR, Post.DEPARTMENT_HEAD),
    ("M0", "R5", "solve.important", SOLVE, DAYS_3, Post.OFFICE_MANAGER),
    ("M0", "R6", "solve.minor", SOLVE, DAYS_2, Post.OFFICE_MANAGER),
    ("M0", "R7", "tell.target", TELL, DAY, None),
    ("M0", "R7", "tell.ceiling", TELL, DAYS_2, None),
    ("M0", "R9", "promise_report", (Event.PROMISED, Event.PROMISE_REPORTED), DAY, None),
    ("M0", "R10", "joint_report", (Event.JOINED, Event.JOINT_REPORTED), DAY, None),
    ("M1", "R88", "forward.complaint_department", FORWARD, DAY, Post.COMPLAINT_DEPARTMENT),
    ("M1", "R88", "forward.company_management", FORWARD, DAY, Post.COMPANY_MANAGEMENT),
    ("M1", "R93", "special_report", (Event.CLOSED, Event.REPORTED), Term(7, Unit.DAYS), None),
    ("M2", "R143", "hand_out", (Event.RECEIVED, Event.HANDED_OUT), MINUTES_10, None),
    ("M2", "R142", "forward.general_manager", FORWARD, DAY, Post.GENERAL_MANAGER),
    ("M2", "R142", "forward.property_manager", FORWARD, HOUR, Post.PROPERTY_MANAGER),
    ("M2", "R144", "forward.by_supervisor", FORWARD, DAY, Post.GENERAL_MANAGER),
    ("M2", "R142", "solve.minor", SOLVE, DAYS_2, Post.PROPERTY_MANAGER),
    ("M2", "R150", "solve.minor", SOLVE, DAYS_2, Post.PROPERTY_MANAGER),
    ("M2", "R150", "solve.important", SOLVE, DAYS_3, Post.GENERAL_MANAGER),
    ("M2", "R150", "answer.major", ANSWER, DAYS_2, None),
    ("M2", "R150", "solve.major", SOLVE, DAYS_10, Post.GENERAL_MANAGER),
    ("M2", "R145", "sheet_back", (Event.HANDLED, Event.SHEET_RETURNED), DAY, None),
    ("M2", "R147", "tell.ceiling", TELL, DAY, None),
    ("M4", "R228", "forward.general_manager", FORWARD, DAY, Post.GENERAL_MANAGER),
    ("M4", "R228", "forward.company_management", FORWARD, DAY, Post.COMPANY_MANAGEMENT),
]

# Manual, clock, the severities it is about (none: every one).
SCOPES = [
    ("M0", "forward.office_manager", ("major",)),
    ("M0", "answer.major", ("major",)),
    ("M0", "transfer", ("minor", "important")),
    ("M0", "tell.ceiling", ()),
    ("M1", "forward.complaint_department", ("important", "major")),
    ("M1", "special_report", ("important", "major")),
    ("M2", "hand_out", ()),
    ("M2", "forward.general_manager", ("major",)),
    ("M2", "forward.property_manager", ("important",)),
    ("M2", "forward.by_supervisor", ("important", "major")),
    ("M4", "forward.general_manager", ("major",)),
]


def clock(manual: str, code: str) -> ClockRule:
    found = service.profile(manual).rule(code)
    assert found is not None
    return found


@pytest.mark.parametrize(("manual", "clause", "code", "events", "term", "post"), NUMBERS)
def test_the_number_of_the_manual_is_its_default(
    *,
    manual: str,
    clause: str,
    code: str,
    events: tuple[Event, Event],
    term: Term,
    post: Post | None,
) -> None:
    rule = clock(manual, code)
    assert (rule.start, rule.end) == events
    assert rule.term == term
    assert (rule.to or rule.approver) == post
    assert clause in rule.clauses


@pytest.mark.parametrize(("manual", "code", "severities"), SCOPES)
def test_a_clock_is_about_the_severities_of_its_clause(
    manual: str, code: str, severities: tuple[str, ...]
) -> None:
    assert clock(manual, code).scope.severities == severities


def test_every_clock_of_a_manual_is_in_the_table() -> None:
    told = {(manual, code) for manual, _clause, code, *_rest in NUMBERS}
    shipped = {(one, rule.code) for one in service.PROFILES for rule in every(one)}
    assert shipped == told


def every(manual: str) -> list[ClockRule]:
    return list(service.profile(manual).every_clock())


def test_days_are_natural_until_the_estate_says_otherwise() -> None:
    """K10."""
    counted = {rule.term.counting for manual in service.PROFILES for rule in every(manual)}
    assert counted == {Counting.NATURAL}


def test_the_result_is_told_the_same_day_and_at_the_latest_within_two() -> None:
    """K7: M0 has a target and a ceiling, M2 only a ceiling."""
    assert clock("M0", "tell.target").bound is Bound.TARGET
    assert clock("M0", "tell.ceiling").bound is Bound.CEILING
    assert clock("M2", "tell.ceiling").bound is Bound.CEILING


def test_a_minor_case_may_take_the_time_that_the_complainant_asked_for() -> None:
    """R6, R142."""
    wanted = {(one, rule.code) for one in service.PROFILES for rule in every(one) if rule.as_wanted}
    assert wanted == {("M0", "solve.minor"), ("M2", "solve.minor")}


def test_the_clocks_of_procedure_4_are_for_effective_complaints() -> None:
    """R134."""
    assert all(rule.scope.effective_only for rule in every("M2"))
    assert not any(rule.scope.effective_only for rule in every("M0"))


def test_hot_cases_go_to_the_company_whatever_their_severity() -> None:
    """R88, R93."""
    assert all(rule.scope.hot for rule in every("M1"))


def test_three_complainants_make_a_complaint_joint() -> None:
    """R10."""
    assert service.profile("M0").switches.joint_from == 3
    assert clock("M0", "joint_report").scope.joint


def test_an_effective_complaint_unsolved_for_a_month_becomes_major() -> None:
    """R137."""
    switches = service.profile("M2").switches
    assert (switches.promote_after, switches.promote_to) == (MONTH, "major")


def test_unsolvable_cases_are_consented_to_once_in_a_quarter_by_somebody_else() -> None:
    """R172, R173."""
    switches = service.profile("M2").switches
    assert (switches.consent_months, switches.verifier_is_other) == (3, True)


@pytest.mark.parametrize(
    ("manual", "clause", "term", "severities", "exceptions", "again"),
    [
        ("M0", "R11", MONTH, ("important", "major"), (), False),
        ("M1", "R94", Term(7, Unit.DAYS), (), ("unreachable", "inconvenient"), False),
        ("M2", "R148", Term(7, Unit.DAYS), (), (), True),
        ("M2", "R191", Term(7, Unit.DAYS), (), (), True),
        ("M2", "R194", Term(7, Unit.DAYS), (), (), True),
    ],
)
def test_the_callbacks_of_a_manual(
    *,
    manual: str,
    clause: str,
    term: Term,
    severities: tuple[str, ...],
    exceptions: tuple[str, ...],
    again: bool,
) -> None:
    (rule,) = service.profile(manual).callbacks
    assert (rule.term, rule.scope.severities) == (term, severities)
    assert (rule.exceptions, rule.again) == (exceptions, again)
    assert (rule.least, rule.coverage) == (1, 100)
    assert clause in rule.clauses


EVERYONE: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("manual", "condition", "clause", "severities"),
    [
        ("M0", Condition.TOLD, "R7", EVERYONE),
        ("M0", Condition.OVERRUNS, "R5", EVERYONE),
        ("M0", Condition.SUMMARY, "R14", ("major",)),
        ("M1", Condition.TOLD, "R91", EVERYONE),
        ("M1", Condition.TOLD, "R92", EVERYONE),
        ("M2", Condition.HANDLED, "R171", EVERYONE),
        ("M2", Condition.RESULT, "R174", EVERYONE),
        ("M2", Condition.SIGNED_COPY, "R166", EVERYONE),
        ("M2", Condition.NOTICE, "R167", EVERYONE),
        ("M2", Condition.SIDE_PROBLEMS, "R168", EVERYONE),
        ("M2", Condition.SIDE_PROBLEMS, "R169", EVERYONE),
        ("M2", Condition.AGREED, "R170", ("major",)),
        ("M2", Condition.VERIFIED, "R172", EVERYONE),
        ("M2", Condition.CONSENT, "R173", EVERYONE),
        ("M2", Condition.OVERRUNS, "R150", EVERYONE),
        ("M2", Condition.TOLD, "R147", EVERYONE),
        ("M2", Condition.SUMMARY, "R132", EVERYONE),
        ("M2", Condition.CORRECTIVE_ACTION, "R146", ("important", "major")),
    ],
)
def test_the_conditions_of_closing(
    manual: str, condition: Condition, clause: str, severities: tuple[str, ...]
) -> None:
    found = [one for one in service.profile(manual).close if one.condition is condition]
    assert [one.scope.severities for one in found] == [severities]
    assert clause in found[0].clauses


TITLES = {
    "M0": {"intake": "F1", "record": "F2", "joint_report": "F15"},
    "M1": {"record": "F3", "month": "F13", "follow_up": "F13", "special_report": "F14"},
    "M2": {
        "intake": "F4",
        "phone_intake": "F10",
        "record": "F6",
        "disposal": "F5",
        "month": "F7",
        "corrective_action": "R146",
    },
    "M4": {},
}


@pytest.mark.parametrize("manual", service.PROFILES)
def test_a_manual_gives_its_papers_their_titles(manual: str) -> None:
    """K11."""
    forms = service.profile(manual).forms
    assert {str(one.act): one.form for one in forms} == TITLES[manual]


def test_the_intake_of_m2_is_titled_in_both_scripts() -> None:
    title = service.profile("M2").title(Act.INTAKE)
    assert title is not None
    assert (title.labels["zh_Hant"], title.labels["zh_Hans"]) == (
        "客戶投訴意見表",
        "客户投诉意见表",
    )


@pytest.mark.parametrize(
    ("manual", "code", "clause", "every_", "day"),
    [
        ("M0", "check.day", "R15", "day", 1),
        ("M0", "inspection.week", "R13", "week", 5),
        ("M0", "rates.month", "R12", "month", 5),
        ("M1", "common.month", "R90", "month", 5),
        ("M1", "company.month", "R95", "month", 5),
        ("M1", "company.quarter", "R96", "quarter", 20),
        ("M2", "statistics.month", "R148", "month", 30),
        ("M2", "summary.month", "R198", "month", 30),
    ],
)
def test_the_report_days(manual: str, code: str, clause: str, every_: str, day: int) -> None:
    """K12."""
    found = {one.code: one for one in service.profile(manual).reports}[code]
    assert (found.every, found.day) == (every_, day)
    assert clause in found.clauses


MIDDLE = {"M0": "一般", "M1": "重要", "M2": "重要", "M4": "共性或較大影響"}


@pytest.mark.parametrize("manual", service.PROFILES)
def test_each_manual_names_its_three_levels(manual: str) -> None:
    """K1."""
    levels = {one.code: one for one in service.profile(manual).severities}
    assert list(levels) == ["minor", "important", "major"]
    assert levels["important"].labels["zh_Hant"] == MIDDLE[manual]


def test_m2_defines_its_levels_in_every_language() -> None:
    """R137 to R139."""
    for level, clause in zip(service.profile("M2").severities, (139, 138, 137), strict=True):
        assert f"R{clause}" in level.clauses
        assert all(level.definition[language] for language in ("zh_Hant", "zh_Hans", "en"))


def test_who_handles_which_severity() -> None:
    """R135, K2: the property manager the important ones, the supervisor the lesser."""
    assert clock("M2", "solve.important").post is Post.PROPERTY_MANAGER
    assert clock("M2", "solve.minor").post is Post.SUPERVISOR


def test_a_duty_taken_over_is_not_passed_on_and_is_listed_after_three_days() -> None:
    """R213, R220, K14."""
    for manual in service.PROFILES:
        switches = service.profile(manual).switches
        assert (switches.retransfer_forbidden, switches.duty_open_days) == (True, 3)


def refusals(policy: Policy) -> list[str]:
    return [reason.code for reason in policy_reasons(policy)]


@pytest.mark.parametrize("manual", ["M0", "M2", service.STRICTEST])
def test_a_profile_may_be_adopted_as_it_is(manual: str) -> None:
    assert refusals(service.profile(manual)) == []


@pytest.mark.parametrize("manual", ["M1", "M4"])
def test_a_manual_that_names_no_time_to_solve_leaves_it_to_the_estate(manual: str) -> None:
    """R85, K22: nothing is invented."""
    assert refusals(service.profile(manual)) == ["policy.solve.missing"] * 3


def test_every_rule_cites_a_clause() -> None:
    for manual in service.PROFILES:
        profile = service.profile(manual)
        rules = (*every(manual), *profile.callbacks, *profile.close, *profile.reports)
        assert all(rule.clauses for rule in rules)


def test_at_once_and_the_windows_that_no_manual_names_are_said_to_be_ours() -> None:
    ours = {
        f"{manual} {rule.code}"
        for manual in service.PROFILES
        for rule in (*every(manual), *service.profile(manual).callbacks)
        if "term" in rule.ours
    }
    assert ours == {
        "M0 forward.office_manager",
        "M1 special_report",
        "M1 forward.complaint_department",
        "M1 forward.company_management",
        "M1 callback",
        "M2 callback",
        "M4 forward.general_manager",
        "M4 forward.company_management",
    }
    assert all("approver" in clock(manual, "solve.major").ours for manual in ("M0", "M2"))  # K6
