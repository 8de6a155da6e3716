"""The stricter of two rules of orders, and of two rules of moving in 從嚴 (K9, H)."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from desk.domain.deadlines import Term, strictness
from desk.domain.move_in_rule import DocumentRule, ListedPaper, MoveInRule
from desk.domain.policy_part import Part
from desk.domain.service_order_rule import (
    CallbackTier,
    Denominator,
    OrderCallbackRule,
    OrderCondition,
    OrderRule,
)

Key = TypeVar("Key", bound=Hashable)


def orders(one: OrderRule, other: OrderRule) -> OrderRule:
    """The shorter way to the door, the conditions of both, the callbacks of both."""
    close = {*one.close, *other.close}
    return OrderRule(
        arrive=_shorter(one.arrive, other.arrive),
        callback=callbacks(one.callback, other.callback),
        close=tuple(condition for condition in OrderCondition if condition in close),
        skill_checked=one.skill_checked or other.skill_checked,
        agreement_notice_days=max(one.agreement_notice_days, other.agreement_notice_days),
        money_days=min(one.money_days, other.money_days),
        clauses=union(one.clauses, other.clauses),
        labels=one.labels or other.labels,
        ours=_both(one.ours, other.ours),
    )


def callbacks(one: OrderCallbackRule, other: OrderCallbackRule) -> OrderCallbackRule:
    """The higher share of every count, within the shorter term, for the classes of both (K9).

    A manual that asks for no callbacks has no say in how soon they are made.
    """
    if not _asks(other):
        return replace(one, clauses=union(one.clauses, other.clauses))
    if not _asks(one):
        return replace(other, clauses=union(one.clauses, other.clauses))
    months = [rule.home_visit_months for rule in (one, other) if rule.home_visit_months]
    return OrderCallbackRule(
        term=_shorter(one.term, other.term),
        tiers=tiers(one.tiers, other.tiers),
        always=union(one.always, other.always),
        visit_share=max(one.visit_share, other.visit_share),
        visit_of=_wider_of(one, other),
        home_visit_months=min(months, default=0),
        new_days=max(one.new_days, other.new_days),
        tries=max(one.tries, other.tries),
        tries_apart=max(one.tries_apart, other.tries_apart),
        clauses=union(one.clauses, other.clauses),
        ours=union(one.ours, other.ours),
    )


def tiers(one: Sequence[CallbackTier], other: Sequence[CallbackTier]) -> tuple[CallbackTier, ...]:
    """Both tables as one: at every border of either the higher share begins; neighbours that ask
    the same are one tier."""
    found: list[CallbackTier] = []
    borders = sorted({tier.least for tier in (*one, *other)})
    for at, least in enumerate(borders):
        most = borders[at + 1] - 1 if at + 1 < len(borders) else None
        hard = max(_at(one, least), _at(other, least), key=lambda tier: tier.share)
        last = found[-1] if found else None
        if last is not None and (last.share, last.ours) == (hard.share, hard.ours):
            found[-1] = replace(last, most=most)
        else:
            found.append(CallbackTier(least, most, hard.share, hard.ours))
    return tuple(found)


def move_in(one: MoveInRule, other: MoveInRule) -> MoveInRule:
    """The papers of both, the shorter days; names and texts are the first one's."""
    return MoveInRule(
        documents=_merged_documents(one.documents, other.documents),
        agreements=_merged_papers(one.agreements, other.agreements),
        materials=_merged_papers(one.materials, other.materials),
        visit_days=min(one.visit_days, other.visit_days),
        defect_days=min(one.defect_days, other.defect_days),
        remind_days=min(one.remind_days, other.remind_days),
        second_look=one.second_look or other.second_look,
        clauses=union(one.clauses, other.clauses),
        ours=_both(one.ours, other.ours),
    )


def union(*lists: Iterable[Key]) -> tuple[Key, ...]:
    """Everything once, in the order in which it first comes."""
    return tuple(dict.fromkeys(one for several in lists for one in several))


def _merged_documents(
    ones: Sequence[DocumentRule], others: Sequence[DocumentRule]
) -> tuple[DocumentRule, ...]:
    found = {rule.code: rule for rule in ones}
    for rule in others:
        known = found.get(rule.code)
        found[rule.code] = rule if known is None else _document(known, rule)
    return tuple(found.values())


def _document(one: DocumentRule, other: DocumentRule) -> DocumentRule:
    """Asked of everybody of whom either asks it, and all that either asks of it."""
    return replace(
        one,
        clauses=union(one.clauses, other.clauses),
        arrivals=_wider(one.arrivals, other.arrivals),
        holders=_wider(one.holders, other.holders),
        agent=one.agent and other.agent,
        each_resident=one.each_resident or other.each_resident,
        original=one.original or other.original,
        copy=one.copy or other.copy,
        ours=_both(one.ours, other.ours),
    )


def _merged_papers(
    ones: Sequence[ListedPaper], others: Sequence[ListedPaper]
) -> tuple[ListedPaper, ...]:
    found = {rule.code: rule for rule in ones}
    for rule in others:
        known = found.get(rule.code)
        found[rule.code] = rule if known is None else _paper(known, rule)
    return tuple(found.values())


def _paper(one: ListedPaper, other: ListedPaper) -> ListedPaper:
    return replace(
        one,
        clauses=union(one.clauses, other.clauses),
        arrivals=_wider(one.arrivals, other.arrivals),
        text=one.text or other.text,
        ours=_both(one.ours, other.ours),
    )


def _asks(rule: OrderCallbackRule) -> bool:
    """Whether it wants anybody called back or visited at all."""
    return bool(rule.tiers or rule.always or rule.visit_share or rule.home_visit_months)


def _at(rule: Sequence[CallbackTier], orders: int) -> CallbackTier:
    """The tier of so many orders; one that asks nothing where there is none."""
    found = (
        one for one in rule if one.least <= orders and (one.most is None or orders <= one.most)
    )
    return next(found, CallbackTier(orders, None, 0))


def _wider_of(one: OrderCallbackRule, other: OrderCallbackRule) -> Denominator:
    """So many of all orders are more visits than so many of the callbacks (K9)."""
    of = {rule.visit_of for rule in (one, other) if rule.visit_share}
    return Denominator.ORDERS if Denominator.ORDERS in of else Denominator.CALLBACKS


def _wider(one: tuple[Key, ...], other: tuple[Key, ...]) -> tuple[Key, ...]:
    """Nobody named means everybody."""
    return union(one, other) if one and other else ()


def _shorter(one: Term, other: Term) -> Term:
    return min(one, other, key=strictness)


def _both(one: tuple[Part, ...], other: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in one if part in other)
