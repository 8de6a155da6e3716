"""A receipt that is void has a second pair of eyes: the desk goes on, and another looks (R21)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desk.domain.permissions import Role
from desk.domain.receipt import LineEntry, ReceiptEntry
from desk.domain.today import Section
from desk.errors import RuleRefused, StaleRecord
from desk.models.lists.receipt import ReceiptRow
from desk.services import receipt, today
from desk.services.workplace import Workplace
from tests.services.order_course import seated

MONEY = ReceiptEntry(payer="曾德華", lines=(LineEntry("裝修按金", Decimal(2000)),))


@pytest.fixture
def night(workplace: Workplace) -> Workplace:
    """The receptionist of the night alone at the desk."""
    return seated(workplace, "night", Role.RECEPTIONIST)


def voided(workplace: Workplace) -> ReceiptRow:
    known = receipt.take(workplace, MONEY)
    return receipt.void(workplace, known.id, known.version, "金額寫錯")


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[str]:
    return [one.code for one in refused.value.reasons]


def waiting(workplace: Workplace) -> list[tuple[str, str, str]]:
    parts = {one.section: one.rows for one in today.day(workplace).parts}
    return [(row.clock, row.who, row.by) for row in parts[Section.APPROVALS]]


def test_the_desk_voids_alone_and_the_supervisor_finds_it_on_the_day(
    workplace: Workplace, night: Workplace
) -> None:
    known = voided(night)
    assert (known.void_why, known.void_seen_at, known.void_seen_by) == ("金額寫錯", None, None)
    lead = seated(workplace, "lead", Role.SUPERVISOR)
    assert waiting(lead) == [("receipt.void", "曾德華", "night")]
    seen = receipt.see_void(lead, known.id, known.version)
    assert (seen.void_seen_by, seen.void_seen_at) == ("lead", lead.now())
    assert waiting(lead) == []
    assert (seen.number, seen.void_why) == (known.number, known.void_why)


def test_nobody_looks_who_may_not_or_has_looked_or_at_what_holds(
    workplace: Workplace, night: Workplace
) -> None:
    known = voided(night)
    lead = seated(workplace, "lead", Role.SUPERVISOR)
    holds = receipt.take(night, MONEY)
    with pytest.raises(RuleRefused) as refused:
        receipt.see_void(night, known.id, known.version)
    assert codes(refused) == ["permission.missing"]
    assert [one.code for one in receipt.see_blockers(lead, holds)] == ["receipt.seen.not_void"]
    with pytest.raises(RuleRefused) as refused:
        receipt.see_void(lead, holds.id, holds.version)
    assert codes(refused) == ["receipt.seen.not_void"]
    seen = receipt.see_void(lead, known.id, known.version)
    with pytest.raises(StaleRecord):
        receipt.see_void(lead, known.id, known.version)
    with pytest.raises(RuleRefused) as refused:
        receipt.see_void(lead, seen.id, seen.version)
    assert codes(refused) == ["receipt.seen.already"]


def test_who_voided_at_the_desk_and_was_promoted_since_does_not_look_at_it_herself(
    night: Workplace,
) -> None:
    known = voided(night)
    promoted = night.signed_in_as(replace(night.actor, role=Role.SUPERVISOR))
    with pytest.raises(RuleRefused) as refused:
        receipt.see_void(promoted, known.id, known.version)
    assert codes(refused) == ["receipt.seen.same"]


def test_what_the_manager_voids_waits_for_another_too(workplace: Workplace) -> None:
    """Nobody takes money off the books alone."""
    manager = seated(workplace, "manager", Role.MANAGER)
    known = voided(manager)
    assert waiting(manager) == [("receipt.void", "曾德華", "manager")]
    with pytest.raises(RuleRefused) as refused:
        receipt.see_void(manager, known.id, known.version)
    assert codes(refused) == ["receipt.seen.same"]
    lead = seated(workplace, "lead", Role.SUPERVISOR)
    assert receipt.see_void(lead, known.id, known.version).void_seen_by == "lead"
