"""What the parts of an order ask for: materials, changes, damage, rework, money (R238-R256)."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from desk.domain.reasons import Reason
from desk.domain.service_order import OrderFacts
from desk.domain.service_order_deeds import (
    Deed,
    amount_reasons,
    blockers,
    quantity_reasons,
)
from desk.domain.service_order_moments import at_reasons
from desk.domain.service_order_parts import (
    MOST_MATERIALS,
    Change,
    ChangeEntry,
    CheckEntry,
    Damage,
    DamageEntry,
    Fit,
    Material,
    MaterialEntry,
    ReworkEntry,
    SettleEntry,
    Source,
)

# Materials


def material_reasons(facts: OrderFacts, entry: MaterialEntry, now: datetime) -> tuple[Reason, ...]:
    """R238, R253, R254: drawn from the store by somebody, checked by somebody; an unfit one of the
    customer's is used only after the acceptance was signed, one of the store's never."""
    return (*blockers(facts, Deed.MATERIALS), *_material_reasons(facts, entry, now))


def _material_reasons(facts: OrderFacts, entry: MaterialEntry, now: datetime) -> Iterator[Reason]:
    if len(facts.materials) >= MOST_MATERIALS:
        yield Reason("service_order.materials.many", None, {"most": MOST_MATERIALS})
    if not entry.what:
        yield Reason("service_order.material.what_missing", "what")
    yield from quantity_reasons(entry.quantity)
    yield from amount_reasons(entry.price, "price")
    if entry.source is Source.STORE and not entry.drawn_by:
        yield Reason("service_order.material.drawn_by_missing", "drawn_by")
    if entry.source is Source.CUSTOMER and entry.price:
        yield Reason("service_order.material.own_price", "price")
    yield from _fit_reasons(entry.source, entry.fit, entry.checked_by, entry.signed_by)
    yield from at_reasons(entry.at, facts.agreed_at, now)


def check_reasons(facts: OrderFacts, entry: CheckEntry, now: datetime) -> tuple[Reason, ...]:
    """The check of a material that was written down unchecked, or a second look at it."""
    return (*blockers(facts, Deed.MATERIALS), *_check_reasons(facts, entry, now))


def _check_reasons(facts: OrderFacts, entry: CheckEntry, now: datetime) -> Iterator[Reason]:
    known = material_of(facts, entry.material_id)
    if known is None:
        yield Reason("service_order.material.unknown", "material")
        return
    if entry.fit is Fit.UNCHECKED:
        yield Reason("service_order.material.fit_missing", "fit")
    yield from _fit_reasons(known.source, entry.fit, entry.checked_by, entry.signed_by)
    yield from at_reasons(entry.at, known.at, now)


def material_of(facts: OrderFacts, material_id: int) -> Material | None:
    """The material of an id."""
    return next((one for one in facts.materials if one.id == material_id), None)


def _fit_reasons(source: Source, fit: Fit, checked_by: str, signed_by: str) -> Iterator[Reason]:
    if fit is not Fit.UNCHECKED and not checked_by:
        yield Reason("service_order.material.checked_by_missing", "checked_by")
    if fit is not Fit.INSISTED:
        return
    if source is Source.STORE:
        yield Reason("service_order.material.store_unfit", "fit")
    elif not signed_by:
        yield Reason("service_order.material.signature_missing", "signed_by")


# Changes


def change_reasons(facts: OrderFacts, entry: ChangeEntry, now: datetime) -> tuple[Reason, ...]:
    """R243: what differs, told at once; one change after the other."""
    return (*blockers(facts, Deed.CHANGE), *_change_reasons(facts, entry, now))


def _change_reasons(facts: OrderFacts, entry: ChangeEntry, now: datetime) -> Iterator[Reason]:
    if not entry.what:
        yield Reason("service_order.change.what_missing", "what")
    if any(one.is_open for one in facts.changes):
        yield Reason("service_order.change.open")
    yield from amount_reasons(entry.price, "price")
    if facts.rework is not None and entry.price not in (None, facts.price):
        yield Reason("service_order.rework.free", "price")
    yield from at_reasons(entry.at, facts.dispatched_at, now)


def answer_reasons(
    facts: OrderFacts, change_id: int, agreed_by: str, *, granted: bool
) -> tuple[Reason, ...]:
    """The manager answers an open change; one that goes on has the customer's consent (R243)."""
    known = change_of(facts, change_id)
    if known is None:
        return (Reason("service_order.change.unknown", "change"),)
    if not known.is_open:
        return (Reason("service_order.change.answered", "change"),)
    if granted and not agreed_by:
        return (Reason("service_order.change.customer_missing", "agreed_by"),)
    return ()


def change_of(facts: OrderFacts, change_id: int) -> Change | None:
    """The change of an id."""
    return next((one for one in facts.changes if one.id == change_id), None)


# Damage


def damage_reasons(facts: OrderFacts, entry: DamageEntry, now: datetime) -> tuple[Reason, ...]:
    """R255: what was damaged."""
    missing = () if entry.what else (Reason("service_order.damage.what_missing", "what"),)
    return (
        *blockers(facts, Deed.DAMAGE),
        *missing,
        *at_reasons(entry.at, facts.dispatched_at, now),
    )


def settle_reasons(facts: OrderFacts, entry: SettleEntry, now: datetime) -> tuple[Reason, ...]:
    """R255: the apology, what was paid for the damage (nothing is an amount too), who accepted."""
    return (*blockers(facts, Deed.DAMAGE), *_settle_reasons(facts, entry, now))


def _settle_reasons(facts: OrderFacts, entry: SettleEntry, now: datetime) -> Iterator[Reason]:
    known = damage_of(facts, entry.damage_id)
    if known is None:
        yield Reason("service_order.damage.unknown", "damage")
        return
    if not known.is_open:
        yield Reason("service_order.damage.settled", "damage")
    if not entry.apologised:
        yield Reason("service_order.damage.apology_missing", "apologised")
    if not entry.agreed_by:
        yield Reason("service_order.damage.agreed_by_missing", "agreed_by")
    missing = "service_order.damage.compensation_missing"
    yield from amount_reasons(entry.compensation, "compensation", missing)
    yield from at_reasons(entry.at, known.at, now)


def damage_of(facts: OrderFacts, damage_id: int) -> Damage | None:
    """The damage of an id."""
    return next((one for one in facts.damages if one.id == damage_id), None)


# Rework


def rework_reasons(facts: OrderFacts, entry: ReworkEntry, now: datetime) -> tuple[Reason, ...]:
    """R256: why it is done again; the desk has said sorry."""
    return (*blockers(facts, Deed.REWORK), *_rework_reasons(facts, entry, now))


def _rework_reasons(facts: OrderFacts, entry: ReworkEntry, now: datetime) -> Iterator[Reason]:
    if not entry.why:
        yield Reason("service_order.why.missing", "why")
    if not entry.apologised:
        yield Reason("service_order.rework.apology_missing", "apologised")
    yield from at_reasons(entry.at, facts.done_at, now)


def visit_begun(facts: OrderFacts) -> datetime | None:
    """When the visit that is signed for began: the last rework, else the first slip."""
    return facts.reworks[-1].at if facts.reworks else facts.dispatched_at


def signature_reasons(signed_on: date | None, begun_on: date | None) -> Iterator[Reason]:
    """A signature of a day before the visit began is not under this work (R244, R256)."""
    if signed_on is not None and begun_on is not None and signed_on < begun_on:
        yield Reason("service_order.at.before", "signed_on")


# The time at the door


def missed_by(facts: OrderFacts, now: datetime) -> datetime | None:
    """R240: the first moment by which somebody was to be there and nobody was.

    What is agreed afterwards does not mend it, whenever it is said to have been agreed: what
    counts is that it was written down too late. One that is agreed before is as good as the first.
    """
    is_awaited = facts.arrive_by is not None and facts.arrived_at is None
    if facts.missed_by is not None or not is_awaited:
        return facts.missed_by
    return facts.arrive_by if facts.arrive_by is not None and facts.arrive_by < now else None


# Money


def pay_reasons(facts: OrderFacts, amount: Decimal | None) -> tuple[Reason, ...]:
    """R244: no more is taken than is owed."""
    missing, more = "service_order.pay.amount_missing", "service_order.pay.more"
    return (*blockers(facts, Deed.PAY), *_owed_reasons(facts, amount, missing, more))


def waive_reasons(facts: OrderFacts, amount: Decimal | None, why: str) -> tuple[Reason, ...]:
    """R256: how much is let off, and why; no more than is owed."""
    unsaid = () if why else (Reason("service_order.why.missing", "why"),)
    missing, more = "service_order.waive.amount_missing", "service_order.waive.more"
    owed = _owed_reasons(facts, amount, missing, more)
    return (*blockers(facts, Deed.WAIVE), *owed, *unsaid)


def _owed_reasons(
    facts: OrderFacts, amount: Decimal | None, missing: str, more: str
) -> Iterator[Reason]:
    wrong = tuple(amount_reasons(amount, "amount", missing))
    yield from wrong
    if wrong or amount is None:
        return
    told = {"owed": str(facts.owed)}
    if not amount:
        yield Reason(missing, "amount", told)
    elif amount > facts.owed > 0:
        yield Reason(more, "amount", told)
