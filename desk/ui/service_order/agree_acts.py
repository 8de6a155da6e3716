"""Price and time are agreed with the customer before anybody comes (R105, R236)."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from desk.domain.service_order import OVER, AgreeEntry, State, Urgency
from desk.domain.service_order_deeds import Deed
from desk.i18n import _, pgettext
from desk.services.service_order import Order
from desk.ui.kit.act import Act
from desk.ui.kit.deed_dialog import DeedPlan
from desk.ui.service_order import ask, form_words, words
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.groups import BEFORE

AGREE = "agree"


def acts(deeds: OrderDeeds) -> tuple[Act, ...]:
    """Agree, or agree on another time."""
    return (
        Act(
            AGREE,
            BEFORE,
            _agree_words,
            shown=_may_be_agreed,
            shut=partial(deeds.why_not, Deed.AGREE),
            plan=partial(_plan, deeds),
            primary=_is_written,
        ),
    )


def _may_be_agreed(known: Order) -> bool:
    return known.facts.state not in OVER and known.facts.done_at is None


def _is_written(known: Order) -> bool:
    return known.facts.state is State.WRITTEN


def _plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    detail, facts = known.detail, known.facts
    asked = (
        ask.money(deeds, "price", form_words.price, required=True, begins_with=_price(known)),
        ask.line("person", _person_words, begins_with=detail.agreed_by or detail.customer),
        ask.segments(
            "urgency", words.urgency_choices, form_words.urgency, begins_with=facts.urgency
        ),
        ask.moment(
            deeds,
            form_words.appointed_at,
            "appointed_at",
            begins_with=facts.appointed_at,
            when=_is_appointed,
        ),
        ask.text("note", _note_words),
    )
    return ask.plan(_agree_words, asked, partial(_agree, deeds, known), _lead)


def _price(known: Order) -> Decimal | None:
    """What was agreed already, else what the price board says."""
    detail = known.detail
    if detail.price is not None or detail.unit_price is None:
        return detail.price
    return detail.unit_price * detail.quantity


def _is_appointed(values: Mapping[str, Any]) -> bool:
    return bool(values["urgency"] == Urgency.APPOINTED)


def _agree(deeds: OrderDeeds, known: Order, values: Mapping[str, Any]) -> Order:
    entry = AgreeEntry(
        price=values["price"],
        urgency=Urgency(values["urgency"] or Urgency.USUAL),
        appointed_at=values["appointed_at"] if _is_appointed(values) else None,
        person=values["person"],
        note=values["note"],
    )
    return deeds.agree(known, entry)


def _agree_words() -> str:
    return pgettext("order deed", "Agree on price and time")


def _lead() -> str:
    return _("Tell the price, have it agreed, and set the time by urgency or by appointment.")


def _person_words() -> str:
    return pgettext("order deed", "Agreed with")


def _note_words() -> str:
    return _("Note")
