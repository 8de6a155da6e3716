"""What the tests of the clauses ask of the rules."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from desk.domain.complaint_case import CaseFacts
from desk.domain.complaint_clock import Clock
from desk.domain.complaint_clocks import clocks
from desk.domain.complaint_close import close_blockers
from desk.domain.policy import Condition, Policy
from desk.errors import ReasonLike, RuleRefused
from desk.services import policy
from tests.domain.cases import CALENDAR
from tests.domain.closing_cases import ELSEWHERE, FLIPS, closable


def clock(profile: str, code: str, facts: CaseFacts) -> Clock | None:
    """The clock of a rule in a case under a shipped profile."""
    found = [one for one in clocks(facts, policy.profile(profile), CALENDAR) if one.code == code]
    return found[0] if found else None


def term(profile: str, code: str, facts: CaseFacts) -> timedelta | None:
    """How long the case has under a rule."""
    found = clock(profile, code, facts)
    return None if found is None else found.due_at - found.started_at


def due(profile: str, code: str, facts: CaseFacts) -> datetime | None:
    """When a clock of the case runs out."""
    found = clock(profile, code, facts)
    return None if found is None else found.due_at


def codes(reasons: Iterable[ReasonLike]) -> set[str]:
    """Why not, by its codes."""
    return {one.code for one in reasons}


def fields(reasons: Iterable[ReasonLike]) -> set[str | None]:
    """Beside which fields something is wrong."""
    return {one.field for one in reasons}


def refused(deed: Callable[..., Any], *given: Any) -> set[str]:
    """Why a deed was refused; empty where it was done."""
    try:
        deed(*given)
    except RuleRefused as why:
        return codes(why.reasons)
    return set()


def missing(
    profile: str | Policy, condition: Condition, severity: str = "major", kind: str = ELSEWHERE
) -> set[str]:
    """What keeps a case shut of which one condition was taken away."""
    flip = FLIPS[condition]
    facts = flip.change(closable(severity, kind))
    ruled = policy.profile(profile) if isinstance(profile, str) else profile
    return codes(close_blockers(facts, ruled, CALENDAR, flip.now))


def told(facts: CaseFacts, **changes: Any) -> CaseFacts:
    """The case with something else known of it."""
    return replace(facts, **changes)
