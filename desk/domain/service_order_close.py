"""What an order needs before it is closed 銷單, by the policy it was opened under (K13, R244)."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from desk.domain.reasons import Reason
from desk.domain.service_order import OrderFacts
from desk.domain.service_order_deeds import Deed, blockers
from desk.domain.service_order_rule import OrderCondition, OrderRule


def close_reasons(facts: OrderFacts, rule: OrderRule) -> tuple[Reason, ...]:
    """Why it is not closed now, everything at once."""
    wrong = blockers(facts, Deed.CLOSE)
    told = {one.code for one in wrong}
    return (*wrong, *(one for one in missing(facts, rule) if one.code not in told))


def missing(facts: OrderFacts, rule: OrderRule) -> tuple[Reason, ...]:
    """Every condition of the policy that does not hold yet, in the policy's order."""
    return tuple(reason for one in rule.close for reason in _HOLDS[one](facts))


def _done(facts: OrderFacts) -> Iterator[Reason]:
    if facts.done_at is None:
        yield Reason("service_order.close.done")


def _signed(facts: OrderFacts) -> Iterator[Reason]:
    if facts.signed_on is None:
        yield Reason("service_order.close.signed")


def _opinion(facts: OrderFacts) -> Iterator[Reason]:
    if facts.satisfaction is None:
        yield Reason("service_order.close.opinion")


def _paid(facts: OrderFacts) -> Iterator[Reason]:
    if facts.owed:
        yield Reason("service_order.close.paid", None, {"owed": str(facts.owed)})
    if facts.overpaid and facts.paid:
        yield Reason("service_order.close.overpaid", None, {"over": str(facts.overpaid)})


def _slip_back(facts: OrderFacts) -> Iterator[Reason]:
    if facts.slip_back_at is None:
        yield Reason("service_order.close.slip_back")


def _changes(facts: OrderFacts) -> Iterator[Reason]:
    if any(one.is_open for one in facts.changes):
        yield Reason("service_order.close.changes")


def _damage(facts: OrderFacts) -> Iterator[Reason]:
    for one in facts.damages:
        if one.is_open:
            yield Reason("service_order.close.damage", None, {"what": one.what})


def _rework(facts: OrderFacts) -> Iterator[Reason]:
    if facts.rework is not None:
        yield Reason("service_order.close.rework")


_HOLDS: Mapping[OrderCondition, Callable[[OrderFacts], Iterator[Reason]]] = MappingProxyType(
    {
        OrderCondition.DONE: _done,
        OrderCondition.SIGNED: _signed,
        OrderCondition.OPINION: _opinion,
        OrderCondition.PAID: _paid,
        OrderCondition.SLIP_BACK: _slip_back,
        OrderCondition.CHANGES: _changes,
        OrderCondition.DAMAGE: _damage,
        OrderCondition.REWORK: _rework,
    }
)
