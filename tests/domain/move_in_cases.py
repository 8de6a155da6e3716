"""Move-ins for the rules: every kind of case, complete but for what a test takes away."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from desk.domain.estate import ResidentRole
from desk.domain.move_in import (
    Document,
    Fee,
    FeeKind,
    KeysHanded,
    Listed,
    ListedKind,
    MoveInFacts,
    Person,
)
from desk.domain.move_in_document import applies, wanted
from desk.domain.move_in_rule import MOVE_IN, Arrival, DocumentRule, Holder, MoveInRule

DAY = dt.date(2026, 11, 21)
LEASE = DocumentRule(
    "lease", {"en": "Lease"}, ("R41",), (Arrival.TENANT,), (Holder.PERSON,), agent=False
)
# What an estate may write for its tenants; none is shipped (R41).
WITH_TENANTS = replace(MOVE_IN, documents=(*MOVE_IN.documents, LEASE))


def persons(arrival: Arrival, holder: Holder) -> tuple[Person, ...]:
    """Whose case it is, and two who live there."""
    role = ResidentRole.OWNER if arrival is Arrival.OWNER else ResidentRole.TENANT
    return (
        Person(1, "何美玲", role, permanent=holder is Holder.PERSON),
        Person(2, "何小明", ResidentRole.FAMILY),
        Person(3, "何家訪客", ResidentRole.FAMILY, permanent=False),
    )


def complete(
    arrival: Arrival = Arrival.OWNER,
    holder: Holder = Holder.PERSON,
    rule: MoveInRule = MOVE_IN,
    *,
    by_agent: bool = False,
    **told: Any,
) -> MoveInFacts:
    """A case in which nothing is missing."""
    facts = MoveInFacts(
        arrival=arrival,
        holder=holder,
        by_agent=by_agent,
        moved_on=DAY,
        persons=persons(arrival, holder),
        fees=(Fee(FeeKind.PROPERTY, "物業費", Decimal(900), None, 1, "陳", "李", 5, "Y1", 1),),
        keys=(KeysHanded(1, "H1", signed=True, keys=3),),
        inspection=(),
        registered=True,
    )
    facts = replace(facts, documents=papers(facts, rule), listed=signed(facts, rule))
    return replace(facts, **told)


def papers(facts: MoveInFacts, rule: MoveInRule) -> tuple[Document, ...]:
    """Every paper that is asked for, received and checked."""
    return tuple(
        Document(one.rule.code, one.person_id, DAY, original=True, copy=True, authentic=True, id=at)
        for at, one in enumerate(wanted(facts, rule), start=1)
    )


def signed(facts: MoveInFacts, rule: MoveInRule) -> tuple[Listed, ...]:
    """Every agreement signed, every material handed over."""
    lists = (
        (ListedKind.AGREEMENT, rule.agreements),
        (ListedKind.MATERIAL, rule.materials),
    )
    return tuple(
        Listed(one.code, DAY, "何美玲", kind=kind)
        for kind, papers_ in lists
        for one in papers_
        if applies(one, facts.arrival)
    )
