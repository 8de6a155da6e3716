"""What may not be saved as the rules of orders and of moving in (R20-R36, R107-R110, K9)."""

from collections.abc import Iterator, Sequence

from desk.domain.move_in_rule import DocumentRule, ListedPaper, MoveInRule
from desk.domain.policy_checks import between, code, labels, once, term, told
from desk.domain.reasons import Reason
from desk.domain.service_order_rule import (
    CallbackTier,
    OrderCallbackRule,
    OrderCondition,
    OrderRule,
)

REQUIRED = (OrderCondition.DONE,)
MOST_DAYS = 3_660
MOST_MONTHS = 60
MOST_TRIES = 20
MOST_APART = 10_080  # minutes of a week
_CALLBACK = "orders.callback"


def order_reasons(rule: OrderRule) -> Iterator[Reason]:
    """Terms, shares and conditions of orders; an order is not closed before it is done (R242)."""
    yield from term(rule.arrive, "orders.arrive")
    yield from between(rule.agreement_notice_days, 0, MOST_DAYS, "orders.agreement_notice_days")
    yield from between(rule.money_days, 1, MOST_DAYS, "orders.money_days")
    yield from once("orders.close", rule.close)
    for condition in REQUIRED:
        if condition not in rule.close:
            yield Reason(
                "policy.order.required", "orders.close", told("orders.close", condition=condition)
            )
    if rule.labels:
        yield from labels(rule.labels, "orders.labels")
    yield from _callback(rule.callback)


def _callback(rule: OrderCallbackRule) -> Iterator[Reason]:
    yield from term(rule.term, f"{_CALLBACK}.term")
    yield from tier_reasons(rule.tiers)
    yield from once(f"{_CALLBACK}.always", rule.always)
    yield from between(rule.visit_share, 0, 100, f"{_CALLBACK}.visit_share")
    yield from between(rule.home_visit_months, 0, MOST_MONTHS, f"{_CALLBACK}.home_visit_months")
    yield from between(rule.new_days, 0, MOST_DAYS, f"{_CALLBACK}.new_days")
    yield from between(rule.tries, 1, MOST_TRIES, f"{_CALLBACK}.tries")
    yield from between(rule.tries_apart, 1, MOST_APART, f"{_CALLBACK}.tries_apart")


def tier_reasons(tiers: Sequence[CallbackTier]) -> Iterator[Reason]:
    """Tiers cover every count of orders once: from 0 on, one after the other, the last one open
    (R108, K9). Without any there is no quota."""
    begins = 0
    for at, tier in enumerate(tiers):
        place = f"{_CALLBACK}.tiers.{at}"
        yield from between(tier.share, 0, 100, f"{place}.share")
        if tier.least != begins:
            gap = "gap" if tier.least > begins else "overlap"
            yield Reason(
                f"policy.tier.{gap}", f"{place}.least", told(f"{place}.least", begins=begins)
            )
        is_last = at == len(tiers) - 1
        if tier.most is None and not is_last:
            yield Reason("policy.tier.open", f"{place}.most", told(f"{place}.most"))
        elif tier.most is not None and is_last:
            yield Reason("policy.tier.end", f"{place}.most", told(f"{place}.most"))
        elif tier.most is not None and tier.most < tier.least:
            yield Reason("policy.tier.backward", f"{place}.most", told(f"{place}.most"))
        begins = (tier.least if tier.most is None else tier.most) + 1


def move_in_reasons(rule: MoveInRule) -> Iterator[Reason]:
    """Lists without anything twice, named in both scripts; days that make sense (R20-R36, R74)."""
    yield from once("move_in.documents", (one.code for one in rule.documents))
    for at, document in enumerate(rule.documents):
        yield from _document(document, f"move_in.documents.{at}")
    for name, papers in (("agreements", rule.agreements), ("materials", rule.materials)):
        yield from once(f"move_in.{name}", (one.code for one in papers))
        for at, paper in enumerate(papers):
            yield from _listed(paper, f"move_in.{name}.{at}")
    for name in ("visit_days", "defect_days", "remind_days"):
        yield from between(getattr(rule, name), 1, MOST_DAYS, f"move_in.{name}")


def _document(rule: DocumentRule, place: str) -> Iterator[Reason]:
    """A paper is seen or kept, else it is not asked for (R20)."""
    yield from code(rule.code, f"{place}.code")
    yield from labels(rule.labels, f"{place}.labels")
    yield from once(f"{place}.arrivals", rule.arrivals)
    yield from once(f"{place}.holders", rule.holders)
    if not (rule.original or rule.copy):
        yield Reason("policy.document.nothing", f"{place}.original", told(f"{place}.original"))


def _listed(rule: ListedPaper, place: str) -> Iterator[Reason]:
    yield from code(rule.code, f"{place}.code")
    yield from labels(rule.labels, f"{place}.labels")
    yield from once(f"{place}.arrivals", rule.arrivals)
    if any(rule.text.values()):
        yield from labels(rule.text, f"{place}.text")
