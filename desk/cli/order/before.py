"""Orders on the command line before anybody is sent: new, correct, review, agree."""

from dataclasses import fields, replace

from desk.cli.case import approval, home
from desk.cli.case.deed import Given, Misread, amount, choice, flag, moment, number, text
from desk.cli.case.words import AT, WHY
from desk.cli.order.deed import NOTE, OWN, REFUSE, OrderDeed, key_of, quantity
from desk.domain.service_order import (
    AgreeEntry,
    Kind,
    Liability,
    OrderEntry,
    ReviewEntry,
    Urgency,
)
from desk.i18n import N_, _
from desk.services import household, service_order, service_order_review
from desk.services.service_order import Order
from desk.services.workplace import Workplace

_KIND = choice("kind", Kind, N_("a commissioned service or a repair"), vocabulary="order_kind")
_LIABILITY = choice(
    "liability", Liability, N_("who answers for what is repaired"), vocabulary="order_liability"
)
SAID = (
    _KIND,
    text("customer", N_("the customer’s name")),
    text("wish", N_("what is wished for")),
    home.unit(),
    number("resident", N_("the resident, by the id; the unit is then the home"), "resident_id"),
    text("phone", N_("the customer’s phone")),
    text("place", N_("where it is, if not in the unit")),
    number("reception", N_("the visit it comes from, by the id"), "reception_id"),
    number("complaint", N_("the complaint it comes from, by the id"), "complaint_id"),
    text("item", N_("the item of the price board, by its code"), "item_code"),
    quantity("quantity", N_("how many; one where nothing is said")),
    home.agreement("agreement", N_("the long-term agreement, by its number")),
    text("plan", N_("how it is to be repaired")),
    _LIABILITY,
    text("remark", N_("what else is to be said")),
    moment("asked-at", N_("when it was asked for"), now=False),
)
_URGENCY = choice("urgency", Urgency, N_("by what the time is set"), vocabulary="order_urgency")


def begin(workplace: Workplace, given: Given) -> Order:
    """A new order; of a resident alone it is at the home."""
    if given["kind"] is None:
        raise Misread(_("say which kind of order: --kind"))
    entry = OrderEntry(**given)
    if entry.resident_id is not None and entry.unit_id is None:
        entry = replace(entry, unit_id=household.unit_of_resident(workplace, entry.resident_id))
    return service_order.write(workplace, entry)


def _correct(workplace: Workplace, known: Order, given: Given) -> Order:
    """What is not given stays."""
    kept = service_order.entry_of(known.detail)
    names = [one.name for one in fields(OrderEntry)]
    told = {name: given[name] for name in names if given[name] not in (None, "")}
    if given["quantity"] == 1:
        told["quantity"] = kept.quantity
    return service_order.correct(workplace, *key_of(known), replace(kept, **told))


def _review(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = ReviewEntry(
        name=given["name"],
        counted=given["counted"],
        price=given["price"],
        to_board=given["to_board"],
        others=given["others"],
    )
    said = approval.answer_of(given, service_order_review.shown(workplace, known))
    return service_order_review.review(workplace, *key_of(known), entry, said)


def _agree(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = AgreeEntry(
        price=given["price"],
        urgency=given["urgency"] or (Urgency.APPOINTED if given["appointed_at"] else Urgency.USUAL),
        appointed_at=given["appointed_at"],
        person=given["person"],
        at=given["at"],
        note=given["note"],
    )
    return service_order.agree(workplace, *key_of(known), entry)


def _void(workplace: Workplace, known: Order, given: Given) -> Order:
    return service_order.void(workplace, *key_of(known), given["why"])


DEEDS = (
    OrderDeed("correct", N_("correct an order before anybody is sent"), SAID, _correct),
    OrderDeed(
        "review",
        N_("the manager says whether it can be done though it is not on the price board"),
        (
            OWN,
            REFUSE,
            NOTE,
            text("others", N_("other companies’ contacts, where it cannot be done")),
            flag("to-board", N_("it joins the next price board"), "to_board"),
            text("name", N_("what it is called on the board")),
            text("counted", N_("what it is counted in")),
            amount("price", N_("its price on the board")),
        ),
        _review,
    ),
    OrderDeed(
        "agree",
        N_("price and time are agreed with the customer"),
        (
            amount("price", N_("the whole price; 0 where it is free")),
            _URGENCY,
            moment("appointed-at", N_("the appointed time"), now=False),
            text("person", N_("who agreed; the customer where nobody is named")),
            AT,
            NOTE,
        ),
        _agree,
    ),
    OrderDeed("void", N_("declare it void before it is done"), (WHY,), _void),
)
