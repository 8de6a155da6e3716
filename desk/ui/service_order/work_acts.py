"""The work is done; the customer's opinion and signature (R242, R244)."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from desk.domain.service_order import (
    PLAN_LIMIT,
    WORDS_LIMIT,
    DoneEntry,
    OpinionEntry,
    Satisfaction,
    State,
)
from desk.domain.service_order_deeds import Deed
from desk.i18n import _, pgettext
from desk.services import service_order_closing as closing
from desk.services import service_order_work as work
from desk.services.service_order import Order
from desk.ui.kit.act import Act
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.service_order import ask, words
from desk.ui.service_order.ask import Values
from desk.ui.service_order.change_acts import has_open_change
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.groups import END, WORK


def acts(deeds: OrderDeeds) -> tuple[Act, ...]:
    """Done; opinion and signature."""
    return (
        Act(
            "done",
            WORK,
            _done_words,
            shown=_is_at_work,
            shut=partial(deeds.why_not, Deed.DONE),
            plan=partial(_done_plan, deeds),
            settles=frozenset({"service_order.close.done", "service_order.close.rework"}),
            primary=_is_there,
        ),
        Act(
            "sign",
            END,
            _sign_words,
            shown=_was_done,
            shut=partial(deeds.why_not, Deed.SIGN),
            plan=partial(_sign_plan, deeds),
            settles=frozenset({"service_order.close.signed", "service_order.close.opinion"}),
            primary=_is_unsigned,
        ),
    )


# When


def _is_at_work(known: Order) -> bool:
    return known.facts.state in (State.DISPATCHED, State.ON_SITE, State.REWORK)


def _is_there(known: Order) -> bool:
    return _is_at_work(known) and known.facts.is_there and not has_open_change(known)


def _was_done(known: Order) -> bool:
    return known.facts.state in (State.DONE, State.CLOSED)


def _is_unsigned(known: Order) -> bool:
    facts = known.facts
    return facts.state is State.DONE and (facts.signed_on is None or facts.satisfaction is None)


# Done


def _done_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    again = known.facts.rework is not None
    cost: Sequence[Asked] = () if again else (_cost(deeds, known),)
    asked = (
        ask.text("work_done", _work_done_words, PLAN_LIMIT, required=True),
        *cost,
        ask.moment(deeds, ask.at_words),
    )
    return ask.plan(_done_words, asked, partial(_done, deeds, known), _done_lead)


def _cost(deeds: OrderDeeds, known: Order) -> Asked:
    price: Decimal | None = known.facts.price
    return ask.money(deeds, "amount", _amount_words, required=True, begins_with=price)


def _done(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = DoneEntry(values["work_done"], values.get("amount"), values["at"])
    return work.done(deeds.workplace, known.detail.id, known.detail.version, entry)


def _sign_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    detail = known.detail
    asked = (
        ask.segments(
            "satisfaction",
            words.satisfaction_choices,
            _opinion_words,
            required=False,
            begins_with=detail.satisfaction or None,
        ),
        ask.text("words", _in_words_words, WORDS_LIMIT, begins_with=detail.opinion),
        ask.line("signed_by", _signed_by_words, begins_with=detail.signed_by or detail.customer),
        ask.day(
            deeds, "signed_on", _signed_on_words, begins_with=detail.signed_on or deeds.today()
        ),
    )
    return ask.plan(_sign_words, asked, partial(_sign, deeds, known), _sign_lead)


def _sign(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    said = values["satisfaction"]
    entry = OpinionEntry(
        satisfaction=Satisfaction(said) if said else None,
        words=values["words"],
        signed_by=values["signed_by"],
        signed_on=values["signed_on"] if values["signed_by"] else None,
    )
    return closing.sign(deeds.workplace, known.detail.id, known.detail.version, entry)


# Words


def _done_words() -> str:
    return pgettext("order deed", "Work is done")


def _done_lead() -> str:
    return _("No more than was agreed or confirmed.")


def _work_done_words() -> str:
    return pgettext("order deed", "What was done")


def _amount_words() -> str:
    return pgettext("order deed", "Costs in all")


def _sign_words() -> str:
    return pgettext("order deed", "Opinion and signature")


def _sign_lead() -> str:
    return _("As they stand on the slip (R244).")


def _opinion_words() -> str:
    return pgettext("order deed", "Customer’s opinion")


def _in_words_words() -> str:
    return pgettext("order deed", "In the customer’s words")


def _signed_by_words() -> str:
    return pgettext("order deed", "Signed by")


def _signed_on_words() -> str:
    return pgettext("order deed", "Signed on")
