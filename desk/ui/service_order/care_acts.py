"""Materials and their check; damage and its settlement; work that is done again (R238-R256)."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from desk.domain import service_order_parts as limits
from desk.domain.service_order import State
from desk.domain.service_order_deeds import Deed
from desk.domain.service_order_parts import (
    CheckEntry,
    DamageEntry,
    Fit,
    MaterialEntry,
    ReworkEntry,
    SettleEntry,
    Source,
)
from desk.services import service_order_damage as damage
from desk.services import service_order_material as material
from desk.services import service_order_work as work
from desk.services.service_order import Order
from desk.ui.kit.act import Act
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.service_order import ask, care_words
from desk.ui.service_order.ask import THIRD, Values
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.groups import WORK
from desk.wording import label

_DAMAGE = frozenset({"service_order.close.damage"})


def acts(deeds: OrderDeeds) -> tuple[Act, ...]:
    """Materials, damage, rework."""
    shut_material = partial(deeds.why_not, Deed.MATERIALS)
    return (
        Act(
            "material",
            WORK,
            care_words.material,
            shown=_takes_materials,
            shut=shut_material,
            plan=partial(_material_plan, deeds),
        ),
        Act(
            "check_material",
            WORK,
            care_words.check,
            shown=_has_unchecked,
            shut=shut_material,
            plan=partial(_check_plan, deeds),
            settles=frozenset({"service_order.material.unchecked"}),
            primary=_has_unchecked,
        ),
        Act(
            "settle_damage",
            WORK,
            care_words.settle,
            shown=_has_open_damage,
            shut=partial(deeds.why_not, Deed.DAMAGE),
            plan=partial(_settle_plan, deeds),
            settles=_DAMAGE,
        ),
        Act(
            "damage",
            WORK,
            care_words.damage,
            shown=_was_there,
            shut=partial(deeds.why_not, Deed.DAMAGE),
            plan=partial(_damage_plan, deeds),
        ),
        Act(
            "rework",
            WORK,
            care_words.rework,
            shown=_was_done,
            shut=partial(deeds.why_not, Deed.REWORK),
            plan=partial(_rework_plan, deeds),
        ),
    )


# When


def _takes_materials(known: Order) -> bool:
    at_work = (State.AGREED, State.DISPATCHED, State.ON_SITE, State.REWORK)
    return known.facts.state in at_work


def _has_unchecked(known: Order) -> bool:
    unchecked = any(one.fit is Fit.UNCHECKED for one in known.materials)
    return _takes_materials(known) and unchecked


def _was_there(known: Order) -> bool:
    return known.facts.arrived_at is not None


def _was_done(known: Order) -> bool:
    return known.facts.state in (State.DONE, State.CLOSED)


def _has_open_damage(known: Order) -> bool:
    return any(one.is_open for one in known.damages)


# Materials


def _material_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (
        ask.segments("source", _sources, care_words.source, begins_with=Source.STORE),
        ask.line("what", care_words.what_material, limits.WHAT_LIMIT, required=True, span=12),
        ask.count("quantity", care_words.quantity, span=THIRD, begins_with=Decimal(1)),
        ask.line("counted", care_words.counted, limits.COUNTED_LIMIT, span=THIRD),
        ask.money(deeds, "price", care_words.price, span=THIRD, when=_is_store),
        ask.line("drawn_by", care_words.drawn_by, when=_is_store, begins_with=_who(known)),
        *_check_asked(known),
    )
    do = partial(_put, deeds, known)
    return ask.plan(care_words.material, asked, do, care_words.material_lead)


def _check_asked(known: Order) -> tuple[Asked, ...]:
    return (
        ask.choice("fit", _fits, care_words.fit, begins_with=Fit.UNCHECKED, span=12),
        ask.line("checked_by", care_words.checked_by, when=_is_checked, begins_with=_who(known)),
        ask.line("signed_by", care_words.signed_by, when=_is_insisted, required=True),
    )


def _put(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = MaterialEntry(
        source=Source(values["source"]),
        what=values["what"],
        quantity=values["quantity"] or Decimal(),
        counted=values["counted"],
        price=values["price"],
        drawn_by=values["drawn_by"],
        fit=Fit(values["fit"]),
        checked_by=values["checked_by"],
        signed_by=values["signed_by"],
    )
    return material.put(deeds.workplace, known.detail.id, known.detail.version, entry)


def _check_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (
        ask.choice("material", partial(_unchecked, known), care_words.what_material),
        *_check_asked(known),
        ask.text("note", care_words.note),
    )
    do = partial(_check, deeds, known)
    return ask.plan(care_words.check, asked, do, care_words.check_lead)


def _check(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = CheckEntry(
        material_id=int(values["material"] or 0),
        fit=Fit(values["fit"]),
        checked_by=values["checked_by"],
        signed_by=values["signed_by"],
        note=values["note"],
    )
    return material.check(deeds.workplace, known.detail.id, known.detail.version, entry)


def _who(known: Order) -> str:
    return known.detail.provider


def _is_store(values: Values) -> bool:
    return bool(values["source"] == Source.STORE)


def _is_checked(values: Values) -> bool:
    return values["fit"] not in (None, Fit.UNCHECKED)


def _is_insisted(values: Values) -> bool:
    return bool(values["fit"] == Fit.INSISTED)


def _sources() -> Sequence[Choice]:
    return [Choice(one, label("material_source", one)) for one in Source]


def _fits() -> Sequence[Choice]:
    return [Choice(one, label("material_fit", one)) for one in Fit]


def _unchecked(known: Order) -> Sequence[Choice]:
    return [Choice(str(one.id), one.what) for one in known.materials if one.fit is Fit.UNCHECKED]


# Damage and rework


def _damage_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (
        ask.text("what", care_words.what_damage, limits.TEXT_LIMIT, required=True),
        ask.line("person", care_words.who_damage, begins_with=_who(known)),
        ask.moment(deeds, ask.at_words),
    )
    do = partial(_damage, deeds, known)
    return ask.plan(care_words.damage, asked, do, care_words.damage_lead)


def _damage(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = DamageEntry(values["what"], values["person"], values["at"])
    return damage.tell(deeds.workplace, known.detail.id, known.detail.version, entry)


def _settle_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (
        ask.choice("damage", partial(_open_damages, known), care_words.what_damage),
        ask.yes_or_no("apologised", care_words.apologised),
        ask.money(deeds, "compensation", care_words.compensation, required=True),
        ask.line("agreed_by", care_words.accepted_by, begins_with=known.detail.customer),
        ask.text("note", care_words.note),
    )
    do = partial(_settle, deeds, known)
    return ask.plan(care_words.settle, asked, do, care_words.settle_lead)


def _settle(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = SettleEntry(
        damage_id=int(values["damage"] or 0),
        apologised=ask.is_yes(values, "apologised"),
        compensation=values["compensation"],
        agreed_by=values["agreed_by"],
        note=values["note"],
    )
    return damage.settle(deeds.workplace, known.detail.id, known.detail.version, entry)


def _open_damages(known: Order) -> Sequence[Choice]:
    return [Choice(str(one.id), one.what[:_MOST]) for one in known.damages if one.is_open]


def _rework_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (
        ask.line("why", care_words.why_rework, limits.WHY_LIMIT, required=True, span=12),
        ask.line("found_by", care_words.found_by, begins_with=known.detail.customer),
        ask.yes_or_no("apologised", care_words.apologised, span=ask.HALF),
        ask.moment(deeds, ask.at_words),
    )
    do = partial(_rework, deeds, known)
    return ask.plan(care_words.rework, asked, do, care_words.rework_lead)


def _rework(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = ReworkEntry(
        why=values["why"],
        found_by=values["found_by"],
        apologised=ask.is_yes(values, "apologised"),
        at=values["at"],
    )
    return work.rework(deeds.workplace, known.detail.id, known.detail.version, entry)


_MOST = 60
