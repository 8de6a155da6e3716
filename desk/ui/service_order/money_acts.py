"""The money of an order: taken against a receipt, or let off by the manager (R244, R256)."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain import service_order as limits
from desk.domain.approval import Answer
from desk.domain.reasons import Reason
from desk.domain.receipt import COLLECTOR_LIMIT, PAYER_LIMIT, REFERENCE_LIMIT, Method, Place
from desk.domain.service_order import OVER, State
from desk.domain.service_order_deeds import Deed
from desk.errors import RuleRefused
from desk.i18n import _, pgettext
from desk.services import service_order_money as money
from desk.services.receipt import ReceiptRow
from desk.services.service_order import Order
from desk.services.service_order_money import PayEntry, WaiveEntry
from desk.ui.kit.act import Act
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.paper.at_once import look
from desk.ui.paper.preview import Preview
from desk.ui.receipt import receipt_acts
from desk.ui.service_order import ask
from desk.ui.service_order.ask import Values
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.groups import MONEY
from desk.wording import label

PAY = "pay"
_PAID = frozenset({"service_order.close.paid"})


def acts(deeds: OrderDeeds) -> tuple[Act, ...]:
    """Pay, let off, print the receipt."""
    return (
        Act(
            PAY,
            MONEY,
            _pay_words,
            shown=_has_money,
            shut=partial(deeds.why_not, Deed.PAY),
            plan=partial(_pay_plan, deeds),
            settles=_PAID,
            primary=_is_owed,
        ),
        Act(
            "waive",
            MONEY,
            _waive_words,
            shown=partial(_waives, deeds, True),
            shut=partial(deeds.why_not, Deed.WAIVE),
            plan=partial(_own_plan, deeds),
        ),
        Act(
            "ask_waiver",
            MONEY,
            _ask_words,
            shown=partial(_waives, deeds, False),
            shut=partial(deeds.why_not, Deed.WAIVE),
            opens=partial(_ask, deeds),
        ),
        Act(
            "print_receipt",
            MONEY,
            _print_words,
            shown=_has_receipt,
            shut=_never,
            opens=partial(_print, deeds),
        ),
    )


def preview(deeds: OrderDeeds, parent: QWidget, row: ReceiptRow) -> Preview:
    """The receipt on paper, to be handed to the customer."""
    return look(receipt_acts.plan_of(deeds.paper, row.id), deeds.paper, parent)


def last_receipt(known: Order) -> ReceiptRow | None:
    """The newest receipt that holds."""
    held = [one for one in known.receipts if not one.is_void]
    return held[-1] if held else None


# When


def _never(_known: Order) -> str:
    return ""


def _has_money(known: Order) -> bool:
    still_owes = known.facts.state is State.CLOSED and bool(known.facts.owed)
    is_open = known.facts.state not in OVER
    return known.facts.agreed_at is not None and (is_open or still_owes)


def _is_owed(known: Order) -> bool:
    return known.facts.state is State.DONE and bool(known.facts.owed)


def _has_receipt(known: Order) -> bool:
    return last_receipt(known) is not None


def _waives(deeds: OrderDeeds, own: bool, known: Order) -> bool:
    if not _has_money(known) or not known.facts.owed:
        return False
    return (not money.own_reasons(deeds.workplace, known)) is own


# Paying


def _pay_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (
        ask.money(deeds, "amount", _amount_words, required=True, begins_with=known.facts.owed),
        ask.line("payer", _payer_words, PAYER_LIMIT, begins_with=known.detail.customer),
        ask.choice("method", _methods, _method_words, begins_with=Method.CASH, span=ask.HALF),
        ask.line("reference", _reference_words, REFERENCE_LIMIT, when=_has_reference),
        ask.segments("place", _places, _place_words, begins_with=Place.CENTRE),
        ask.line(
            "collected_by",
            _collector_words,
            COLLECTOR_LIMIT,
            begins_with=known.detail.provider,
            when=_is_on_site,
        ),
    )
    return ask.plan(_pay_words, asked, partial(_pay, deeds, known), _pay_lead)


def _pay(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    if values["amount"] is None:
        raise RuleRefused([Reason("service_order.pay.amount_missing", "amount")])
    entry = PayEntry(
        amount=values["amount"],
        method=Method(values["method"] or Method.CASH),
        place=Place(values["place"] or Place.CENTRE),
        payer=values["payer"],
        collected_by=values["collected_by"] if _is_on_site(values) else "",
        reference=values["reference"],
    )
    return money.pay(deeds.workplace, known.detail.id, known.detail.version, entry)


def _is_on_site(values: Values) -> bool:
    return bool(values["place"] == Place.ON_SITE)


def _has_reference(values: Values) -> bool:
    return values["method"] not in (None, Method.CASH)


def _methods() -> Sequence[Choice]:
    return [Choice(one, label("receipt_method", one)) for one in Method]


def _places() -> Sequence[Choice]:
    return [Choice(one, label("receipt_place", one)) for one in Place]


def _print(deeds: OrderDeeds, parent: QWidget, known: Order) -> None:
    found = last_receipt(known)
    if found is not None:
        preview(deeds, parent, found)


# Letting off


def _waive_asked(deeds: OrderDeeds, known: Order) -> tuple[Asked, ...]:
    return (
        ask.money(deeds, "amount", _let_off_words, required=True, begins_with=known.facts.owed),
        ask.line("why", ask.why_words, limits.WHY_LIMIT, required=True, span=12),
    )


def _own_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (*_waive_asked(deeds, known), ask.verdict_asked())
    return ask.plan(_waive_words, asked, partial(_waive_own, deeds, known), _waive_lead)


def _waive_own(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = _entry(values)
    answer = ask.own_answer(values, money.shown(deeds.workplace, known, entry))
    return _waive(deeds, known, entry, answer)


def _ask(deeds: OrderDeeds, parent: QWidget, known: Order) -> None:
    """First the clerk writes down how much and why, then the manager signs in."""
    asked = _waive_asked(deeds, known)
    plan = DeedPlan(_ask_words, ask.go_on_words, asked, _entry, _waive_lead)
    ask.ask_first(parent, known, plan, partial(_ask_manager, deeds, parent, known))


def _ask_manager(deeds: OrderDeeds, parent: QWidget, known: Order, entry: WaiveEntry) -> None:
    lines = money.shown(deeds.workplace, known, entry)
    decide = partial(_waive, deeds, known, entry)
    ask.ask_manager(deeds, parent, known, _waive_words, lines, decide)


def _entry(values: Values) -> WaiveEntry:
    amount: Decimal | None = values["amount"]
    if amount is None:
        raise RuleRefused([Reason("service_order.waive.amount_missing", "amount")])
    if not values["why"]:
        raise RuleRefused([Reason("service_order.why.missing", "why")])
    return WaiveEntry(amount, values["why"])


def _waive(deeds: OrderDeeds, known: Order, entry: WaiveEntry, said: Answer) -> Order:
    detail = known.detail
    return money.waive(deeds.workplace, detail.id, detail.version, entry, said)


# Words


def _pay_words() -> str:
    return pgettext("order deed", "Take the money")


def _pay_lead() -> str:
    return _("The customer gets a receipt with a number of its own; it is printed next.")


def _amount_words() -> str:
    return pgettext("order deed", "Amount")


def _payer_words() -> str:
    return pgettext("order deed", "Paid by")


def _method_words() -> str:
    return pgettext("order deed", "How")


def _reference_words() -> str:
    return pgettext("order deed", "Number of cheque or transfer")


def _place_words() -> str:
    return pgettext("order deed", "Where")


def _collector_words() -> str:
    return pgettext("order deed", "Collected by")


def _waive_words() -> str:
    return pgettext("order deed", "Let off, reduce")


def _ask_words() -> str:
    return pgettext("order deed", "Ask to let it off")


def _waive_lead() -> str:
    return _("The manager may let the customer go without some of it, or all (R256).")


def _let_off_words() -> str:
    return pgettext("order deed", "How much is let off")


def _print_words() -> str:
    return pgettext("order deed", "Print the receipt")
