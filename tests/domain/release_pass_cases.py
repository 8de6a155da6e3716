"""The matrix of release passes: kind by applicant by each lock, one missing at a time."""

import datetime as dt
from dataclasses import replace
from itertools import product

from desk.domain.release_pass import Evidence, Item, PassFacts, Role, State
from desk.domain.release_pass_locks import FeesHow, LockCode, OwnerHow, about
from desk.domain.release_pass_rule import PassKind

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 21)
HOUR = dt.timedelta(hours=1)
MOVING = {PassKind.MOVING_OUT, PassKind.MOVING_IN}
ALWAYS = {PassKind.BULKY_GOODS, *MOVING}  # whose owner is asked whoever applies (R40)

MISSING = (None, *LockCode)
MATRIX = list(product(PassKind, Role, MISSING))


def asked(kind: PassKind, role: Role) -> set[LockCode]:
    """What M0 asks for, and our reading where it is silent (R38-R40, K20)."""
    fees = {LockCode.FEES} if kind in MOVING else set()
    owner = {LockCode.OWNER} if kind in ALWAYS or role is Role.TENANT else set()
    return {LockCode.ITEMS, *fees, *owner}


def refusals(kind: PassKind, role: Role, missing: LockCode | None) -> list[str]:
    """What stands against issuing it: one sentence, or none where nobody asks for the lock."""
    is_asked = missing is not None and missing in asked(kind, role)
    return [f"release_pass.{missing}.missing"] if is_asked else []


def facts(kind: PassKind, role: Role = Role.OWNER, missing: LockCode | None = None) -> PassFacts:
    """A draft with evidence for every lock but one."""
    returnable = kind is PassKind.RETURNABLE_GOODS
    things = (
        Item(1, "雙門冰箱", 1, "台", returnable=returnable),
        Item(2, "紙箱", 5, "箱", "", "", returnable),
    )
    found = PassFacts(
        kind=kind,
        state=State.DRAFT,
        applicant="曾德華",
        role=role,
        unit_id=7,
        items=() if missing is LockCode.ITEMS else things,
        plate="AB 1234",
        starts=NOW,
        ends=NOW + 3 * HOUR,
        first_day=DAY,
        back_by=DAY + dt.timedelta(days=2) if returnable else None,
    )
    given = [one for one in (LockCode.FEES, LockCode.OWNER) if one is not missing]
    return replace(found, evidence=tuple(evidence(found, lock) for lock in given))


def evidence(found: PassFacts, lock: LockCode) -> Evidence:
    """Whole evidence for a lock of this pass."""
    if lock is LockCode.FEES:
        known = Evidence(lock, FeesHow.CLEARED, NOW, person="陳", until=DAY, attachment_id=3)
    else:
        known = Evidence(lock, OwnerHow.PHONE, NOW, person="曾", caller="陳", phone="91234567")
    return replace(known, about=about(found, lock))
