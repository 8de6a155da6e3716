"""The estate's policy 服務標準: the shipped profiles, the kept versions, a new version.

Versions are append-only. A record keeps the id of the version it was opened under; which version
holds on a day is asked when a record is opened, and never again.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache, reduce
from typing import Any

from desk.config import resources_folder
from desk.domain import policy_text
from desk.domain.permissions import Permission
from desk.domain.policy import Policy
from desk.domain.policy_part import Labels
from desk.domain.policy_part_strictest import orders as stricter_orders
from desk.domain.policy_rules import policy_reasons
from desk.domain.policy_strictest import CODE as STRICTEST
from desk.domain.policy_strictest import strictest
from desk.domain.reasons import Reason
from desk.errors import EnvironmentFault, NotFound, RuleRefused, StaleRecord
from desk.models.lists import Reader
from desk.models.lists import estate as estate_list
from desk.models.lists import policy as policy_list
from desk.models.lists.policy import PolicyVersion, StoredPolicy
from desk.models.policy import Policy as PolicyRow
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.shipped_words import in_region
from desk.services.workplace import Workplace

__all__ = [
    "STRICTEST",
    "KeptPolicy",
    "PolicyVersion",
    "adopt",
    "adopt_reasons",
    "by_id",
    "by_number",
    "compose",
    "ensure",
    "in_force",
    "is_kept",
    "profile",
    "shipped",
    "versions",
]

KIND = "policy"
PROFILES = ("M0", "M1", "M2", "M4")
WHY_LIMIT = 400
FIRST_DAY = date(2000, 1, 1)

_FOLDER = "policies"

Source = Workplace | UnitOfWork | Reader


@dataclass(frozen=True)
class KeptPolicy:
    """One kept version; it never changes."""

    id: int
    number: int
    holds_from: date
    policy: Policy


# The profiles that come with the program


def shipped(region: str = "") -> tuple[Policy, ...]:
    """The profiles of the manuals, and the strictest of those an estate begins with."""
    return tuple(profile(code, region) for code in (*PROFILES, STRICTEST))


@cache
def profile(code: str, region: str = "") -> Policy:
    """One profile by its code, in a region's words; RuleRefused for one that is not shipped."""
    if code == STRICTEST:
        return _strictest(region)
    if code not in PROFILES:
        known = ", ".join((*PROFILES, STRICTEST))
        told = {"code": code, "known": known}
        raise RuleRefused([Reason("policy.profile.unknown", "profile", told)])
    whole = policy_text.write(policy_text.read(_resource(code)))
    return policy_text.read(in_region(whole, region))


def compose(codes: Sequence[str], region: str = "") -> Policy:
    """The strictest of the chosen profiles 從嚴; names and definitions are the first one's."""
    chosen = tuple(dict.fromkeys(codes))
    if not chosen:
        raise RuleRefused([Reason("policy.profile.none", "profile")])
    return strictest([profile(code, region) for code in chosen], _labels(chosen))


def _labels(codes: Sequence[str]) -> Labels:
    names: Labels = _resource(STRICTEST)["labels"]
    return {language: text.format(codes=" + ".join(codes)) for language, text in names.items()}


def _strictest(region: str) -> Policy:
    """What an estate begins with; of its orders M4 speaks too (K9)."""
    chosen = compose(_strictest_of(), region)
    codes: list[str] = _resource(STRICTEST)["orders_of"]
    rules = [*(profile(code, region).orders for code in codes), chosen.orders]
    manuals = tuple(dict.fromkeys((*chosen.manuals, *codes)))
    return replace(chosen, orders=reduce(stricter_orders, rules), manuals=manuals)


def _strictest_of() -> list[str]:
    """What an estate begins with: M2 names and defines the levels, M0 and M1 add to it.

    So no complaint of the first day falls short of any manual, until the supervisor decides.
    M4 is left out of complaints: what it says of them is who handles which impact.
    """
    return list(_resource(STRICTEST)["strictest_of"])


@cache
def _resource(code: str) -> dict[str, Any]:
    path = resources_folder() / _FOLDER / f"{code}.json"
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


# The estate's versions


def in_force(at: Source, day: date) -> KeptPolicy:
    """The version that holds for what is opened on this day of the estate."""
    return _kept(at, lambda reader: policy_list.in_force(reader, day), day.isoformat())


def by_id(at: Source, policy_id: int | None) -> KeptPolicy:
    """The version a record was opened under; None, from before there were any, is the first."""
    if policy_id is None:
        return by_number(at, 1)
    return _kept(at, lambda reader: policy_list.by_id(reader, policy_id), str(policy_id))


def by_number(at: Source, number: int) -> KeptPolicy:
    """A version by the number people know it by; NotFound when there is none."""
    return _kept(at, lambda reader: policy_list.by_number(reader, number), str(number))


def versions(workplace: Workplace) -> tuple[PolicyVersion, ...]:
    """Every version, newest first; what came with the program was made by nobody."""
    with workplace.reading() as reader:
        return policy_list.versions(reader)


def adopt_reasons(workplace: Workplace) -> tuple[Reason, ...]:
    """Why the clerk may not make a version: the words on a shut button."""
    return workplace.missing(Permission.EDIT_POLICY)


def adopt(
    workplace: Workplace, policy: Policy, holds_from: date, why: str, based_on: int | None = None
) -> KeptPolicy:
    """Keep a new version that holds from a day on, today or later; older records stay as they are.

    `based_on` is the number of the version that was edited: StaleRecord when it is no longer the
    newest, so that nobody's edit is lost unseen. R223: a policy says from when it is in force.
    """
    workplace.require(Permission.EDIT_POLICY)
    cleaning = Cleaning()
    why = cleaning.line(why, WHY_LIMIT, "why")
    policy = policy_text.read(policy_text.write(policy))
    with workplace.deed(Permission.EDIT_POLICY) as work:
        newest = policy_list.newest_number(work.reader)
        if based_on not in (None, newest):
            raise StaleRecord(KIND, str(newest))
        today = workplace.estate.custom.day(work.now)
        cleaning.refuse(_adoption_reasons(holds_from, today, why), policy_reasons(policy))
        row = _row(work, policy, newest + 1, holds_from, why)
        work.add(row)
        work.commit()
    return KeptPolicy(row.id, row.number, row.holds_from, policy)


def is_kept(reader: Reader) -> bool:
    """Whether the estate has a policy."""
    return policy_list.newest_number(reader) > 0


def ensure(work: UnitOfWork) -> None:
    """An estate that has no policy begins with the strictest of the manuals, in its words."""
    if not is_kept(work.reader):
        begun = profile(STRICTEST, estate_list.estate(work.reader).region)
        work.add(_row(work, begun, 1, FIRST_DAY, ""))


def _adoption_reasons(holds_from: date, today: date, why: str) -> Iterator[Reason]:
    if holds_from < today:
        yield Reason("policy.holds_from.past", "holds_from")
    if not why:
        yield Reason("policy.why.missing", "why")


def _row(work: UnitOfWork, policy: Policy, number: int, holds_from: date, why: str) -> PolicyRow:
    return PolicyRow(
        number=number,
        code=policy.code,
        holds_from=holds_from,
        content=policy_text.write(policy),
        made_at=work.now,
        made_by_id=work.actor_id,
        why=why,
    )


def _kept(at: Source, find: Callable[[Reader], StoredPolicy | None], key: str) -> KeptPolicy:
    if isinstance(at, Workplace):
        with at.reading() as reader:
            found = find(reader)
    else:
        found = find(at.reader if isinstance(at, UnitOfWork) else at)
    if found is None:
        raise NotFound(KIND, key)
    return KeptPolicy(found.id, found.number, found.holds_from, _parsed(found.content))


@lru_cache(maxsize=32)
def _parsed(content: str) -> Policy:
    """A version's content, parsed once; fault `policy.unreadable` where it is damaged."""
    try:
        return policy_text.read(json.loads(content))
    except (ValueError, RuleRefused) as damaged:
        raise EnvironmentFault("policy.unreadable") from damaged
