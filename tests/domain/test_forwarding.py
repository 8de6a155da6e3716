"""Presented to those above, under every rule that asks for it (R4-R6, R10, R142, R144)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.domain import forwarding as rules
from desk.domain.complaint import ContactMethod, State
from desk.domain.complaint_case import CaseFacts, Complainant, Era
from desk.domain.complaint_clocks import clocks
from desk.domain.complaint_contact import SaidEntry
from desk.domain.forwarding import ForwardEntry
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.services.policy import profile
from tests.domain.cases import CALENDAR, DAY, HOUR, T0, case, step

NOW = T0 + DAY
MINUTE = timedelta(minutes=1)
PRESENTED = ForwardEntry(
    T0 + 5 * MINUTE, "forward.general_manager", Post.GENERAL_MANAGER, "何先生", ContactMethod.PHONE
)
M2 = profile("M2")


def beside(reasons: tuple[Reason, ...]) -> dict[str, str | None]:
    return {one.code: one.field for one in reasons}


def owed(facts: CaseFacts, manual: str = "M2") -> set[str]:
    running = clocks(facts, profile(manual), CALENDAR)
    return {one.code for one in rules.open_forwards(running)}


@pytest.mark.parametrize(
    ("clause", "manual", "severity", "rules_owed"),
    [
        ("R4 K3", "M0", "major", {"forward.office_manager"}),
        ("R5 K5", "M0", "important", {"transfer"}),
        ("R6 K5", "M0", "minor", {"transfer"}),
        ("R142 R144 K3", "M2", "major", {"forward.general_manager", "forward.by_supervisor"}),
        ("R142 R144 K4", "M2", "important", {"forward.property_manager", "forward.by_supervisor"}),
        ("R142", "M2", "minor", set()),
    ],
)
def test_every_forward_rule_of_the_level_is_owed(
    clause: str, manual: str, severity: str, rules_owed: set[str]
) -> None:
    assert owed(case(severity), manual) == rules_owed


def test_k3_k4_each_of_two_rules_is_met_by_itself() -> None:
    once = case("major", steps=(step("forwarded", T0, "forward.general_manager"),))
    assert owed(once) == {"forward.by_supervisor"}
    assert rules.forward_blockers(once, clocks(once, M2, CALENDAR)) == ()
    twice = case(
        "major",
        steps=(
            step("forwarded", T0, "forward.general_manager"),
            step("forwarded", T0, "forward.by_supervisor"),
        ),
    )
    assert owed(twice) == set()
    blocked = rules.forward_blockers(twice, clocks(twice, M2, CALENDAR))
    assert beside(blocked) == {"complaint.forward.none": None}


@pytest.mark.parametrize(
    ("clause", "facts", "entry", "told"),
    [
        ("R142", case("major"), PRESENTED, {}),
        (
            "R144",
            case("major"),
            replace(PRESENTED, rule="forward.by_supervisor", post=Post.PROPERTY_MANAGER),
            {},
        ),
        (
            "R142",
            case("major"),
            replace(PRESENTED, post=Post.SUPERVISOR),
            {"complaint.forward.post": "post"},
        ),
        ("R142", case("major"), replace(PRESENTED, post=None), {"complaint.forward.post": "post"}),
        ("R142", case("minor"), PRESENTED, {"complaint.forward.rule": "rule"}),
        (
            "R142",
            case("major", steps=(step("forwarded", T0, "forward.general_manager"),)),
            PRESENTED,
            {"complaint.forward.rule": "rule"},
        ),
        (
            "R142",
            case("major"),
            replace(PRESENTED, person=""),
            {"complaint.person.missing": "person"},
        ),
        ("R142", case("major"), replace(PRESENTED, how=None), {"complaint.how.missing": "how"}),
        ("R142", case("major"), replace(PRESENTED, at=T0), {}),
        ("R86", case("major"), replace(PRESENTED, at=NOW + HOUR), {"complaint.at.future": "at"}),
        (
            "K19",
            case("minor", eras=(Era("minor", T0), Era("major", T0 + 2 * HOUR, promoted=True))),
            replace(PRESENTED, at=T0 + HOUR),
            {"complaint.at.before_clock": "at"},
        ),
    ],
)
def test_it_goes_to_the_post_that_the_rule_names(
    clause: str, facts: CaseFacts, entry: ForwardEntry, told: dict[str, str | None]
) -> None:
    running = clocks(facts, M2, CALENDAR)
    assert beside(rules.forward_reasons(facts, M2, running, entry, NOW)) == told


def test_r174_nothing_is_presented_after_the_closing() -> None:
    facts = case("major", state=State.CLOSED, closed_at=NOW)
    found = rules.forward_reasons(facts, M2, clocks(case("major"), M2, CALENDAR), PRESENTED, NOW)
    assert beside(found) == {"complaint.closed": None}
    assert beside(rules.forward_blockers(facts, ())) == {"complaint.closed": None}


# Joint complaints

IN_WRITING = SaidEntry(T0 + 5 * HOUR, "何小姐", ContactMethod.LETTER, "三戶聯名")
M0 = profile("M0")


def joint(others: int, *reported_after_hours: int) -> CaseFacts:
    return case(
        joint=tuple(
            Complainant(at, "住戶", "", "", "", T0 + (at + 1) * HOUR) for at in range(others)
        ),
        steps=tuple(step("joint_reported", T0 + hours * HOUR) for hours in reported_after_hours),
    )


@pytest.mark.parametrize(
    ("clause", "facts", "entry", "told"),
    [
        ("R10", joint(2), IN_WRITING, {}),
        ("R10", joint(1), IN_WRITING, {"complaint.joint.too_few": None}),
        ("R10", joint(2, 3), IN_WRITING, {"complaint.joint.reported_already": None}),
        ("R10", joint(4, 3), IN_WRITING, {}),  # the fifth joined after the report
        (
            "R10",
            joint(2),
            replace(IN_WRITING, how=ContactMethod.PHONE),
            {"complaint.joint.written": "how"},
        ),
        ("R10", joint(2), replace(IN_WRITING, how=None), {"complaint.joint.written": "how"}),
        ("R10", joint(2), replace(IN_WRITING, how=ContactMethod.EMAIL), {}),
        ("R10", joint(2), replace(IN_WRITING, person=""), {"complaint.person.missing": "person"}),
        ("R10", joint(2, 2), IN_WRITING, {"complaint.joint.reported_already": None}),
        ("R10", joint(2), replace(IN_WRITING, at=T0 + 2 * HOUR), {}),
        ("R10", joint(2), replace(IN_WRITING, at=T0 + HOUR), {"complaint.at.before_joined": "at"}),
        ("R86", joint(2), replace(IN_WRITING, at=NOW + HOUR), {"complaint.at.future": "at"}),
        ("R174", replace(joint(2), state=State.CLOSED), IN_WRITING, {"complaint.closed": None}),
    ],
)
def test_a_joint_complaint_is_reported_in_writing(
    clause: str, facts: CaseFacts, entry: SaidEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.joint_reasons(facts, M0, entry, NOW)) == told
