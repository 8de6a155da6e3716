"""The table of locks in the policy: M0, our own reading, the stricter of two (K20)."""

from dataclasses import replace

import pytest

from desk.domain import policy_text
from desk.domain.policy import Policy
from desk.domain.policy_part import Part
from desk.domain.policy_rules import policy_reasons
from desk.domain.policy_strictest import strictest
from desk.domain.release_pass import Role, needs_owner
from desk.domain.release_pass_rule import PASSES, OwnerRule, PassKind, PassRule
from desk.services import policy as service

SHIPPED = [one.code for one in service.shipped()]


def rule(kind: PassKind, **told: object) -> PassRule:
    return PassRule(kind, ("K20",), **told)  # type: ignore[arg-type]


def with_passes(*passes: PassRule) -> Policy:
    return replace(service.profile("M0"), passes=passes)


def test_m0_asks_the_owner_for_bulky_goods_and_moving_and_the_fees_for_moving() -> None:
    """R39, R40."""
    told = {one.kind: (one.owner, one.fees) for one in service.profile("M0").passes}
    assert told[PassKind.BULKY_GOODS] == (OwnerRule.ALWAYS, False)
    assert told[PassKind.MOVING_OUT] == (OwnerRule.ALWAYS, True)
    assert told[PassKind.MOVING_IN] == (OwnerRule.ALWAYS, True)


def test_what_the_manual_does_not_say_is_marked_as_our_reading() -> None:
    """K20: no rule for contractors' tools and small goods."""
    ours = {one.kind: one.ours for one in service.profile("M0").passes}
    assert ours[PassKind.CONTRACTOR_TOOLS] == ours[PassKind.RETURNABLE_GOODS] == (Part.RULE,)
    assert ours[PassKind.BULKY_GOODS] == ours[PassKind.MOVING_OUT] == ()


@pytest.mark.parametrize("code", SHIPPED)
def test_every_shipped_policy_knows_every_kind(code: str) -> None:
    assert {one.kind for one in service.profile(code).passes} == set(PassKind)


def test_the_table_of_the_program_is_that_of_m0() -> None:
    assert service.profile("M0").passes == PASSES


def test_a_policy_kept_before_there_were_passes_reads_as_m0() -> None:
    content = policy_text.write(service.profile("M2"))
    del content["passes"]
    assert policy_text.read(content).passes == PASSES


def test_a_policy_with_its_own_table_is_read_as_it_was_written() -> None:
    own = with_passes(*(rule(kind, owner=OwnerRule.NEVER) for kind in PassKind))
    assert policy_text.read(policy_text.write(own)) == own


def test_a_kind_without_a_rule_is_refused() -> None:
    known = with_passes(*PASSES[1:])
    told = [(one.code, one.field, dict(one.parameters)) for one in policy_reasons(known)]
    place = {"place": "passes", "kind": PassKind.BULKY_GOODS}
    assert told == [("policy.pass.missing", "passes", place)]


def test_a_kind_with_two_rules_is_refused() -> None:
    known = with_passes(*PASSES, PASSES[0])
    assert [one.code for one in policy_reasons(known)] == ["policy.code.twice"]


def test_the_stricter_of_two_holds_lock_by_lock() -> None:
    one = with_passes(rule(PassKind.BULKY_GOODS, owner=OwnerRule.TENANTS, fees=True))
    other = with_passes(rule(PassKind.BULKY_GOODS, owner=OwnerRule.ALWAYS, returnable=True))
    for both in (one, other), (other, one):
        found = strictest(both, {}).release(PassKind.BULKY_GOODS)
        assert (found.owner, found.fees, found.returnable) == (OwnerRule.ALWAYS, True, True)


@pytest.mark.parametrize("order", [("M2", "M0"), ("M0", "M2")])
def test_a_silent_manual_takes_no_clause_from_one_that_speaks(order: tuple[str, str]) -> None:
    found = service.compose(order).release(PassKind.MOVING_OUT)
    assert (found.clauses, found.ours) == (("R37", "R38", "R39", "R40"), ())


OWNERS = [
    (OwnerRule.ALWAYS, Role.OWNER, False, True),
    (OwnerRule.ALWAYS, Role.STAFF, True, True),
    (OwnerRule.TENANTS, Role.TENANT, False, True),
    (OwnerRule.TENANTS, Role.TENANT, True, True),
    (OwnerRule.TENANTS, Role.OWNER, True, False),
    (OwnerRule.TENANTS, Role.FAMILY, True, True),
    (OwnerRule.TENANTS, Role.FAMILY, False, False),
    (OwnerRule.TENANTS, Role.CONTRACTOR, True, True),
    (OwnerRule.TENANTS, Role.CONTRACTOR, False, False),
    (OwnerRule.NEVER, Role.TENANT, True, False),
]


@pytest.mark.parametrize(("owner", "role", "let", "asked"), OWNERS)
def test_whose_things_the_owner_is_asked_about(
    *, owner: OwnerRule, role: Role, let: bool, asked: bool
) -> None:
    """R40: tenants above all; in a unit that is let, whoever is not the owner counts as theirs."""
    assert needs_owner(rule(PassKind.BULKY_GOODS, owner=owner), role, let=let) is asked
