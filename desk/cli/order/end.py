"""The end of orders on the command line: opinion, signature, money, the slip back, closed."""

from desk.cli.case import approval
from desk.cli.case.deed import Given, amount, choice, day, moment, text
from desk.cli.case.words import AT, WHY
from desk.cli.order.deed import NOTE, OWN, REFUSE, OrderDeed, key_of
from desk.domain.receipt import Method, Place
from desk.domain.service_order import OpinionEntry, Satisfaction, StepEntry
from desk.i18n import N_
from desk.services import service_order_closing, service_order_money
from desk.services.service_order import Order
from desk.services.service_order_money import PayEntry, WaiveEntry
from desk.services.workplace import Workplace


def _sign(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = OpinionEntry(given["opinion"], given["text"], given["signed_by"], given["signed_on"])
    return service_order_closing.sign(workplace, *key_of(known), entry)


def _pay(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = PayEntry(
        amount=given["amount"],
        method=given["method"] or Method.CASH,
        place=given["place"] or Place.CENTRE,
        payer=given["payer"],
        collected_by=given["collected_by"],
        reference=given["reference"],
        received_at=given["received_at"],
        remark=given["note"],
    )
    return service_order_money.pay(workplace, *key_of(known), entry)


def _waive(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = WaiveEntry(given["amount"], given["why"])
    said = approval.answer_of(given, service_order_money.shown(workplace, known, entry))
    return service_order_money.waive(workplace, *key_of(known), entry, said)


def _back(workplace: Workplace, known: Order, given: Given) -> Order:
    entry = StepEntry(given["at"], given["person"], given["note"])
    return service_order_closing.slip_back(workplace, *key_of(known), entry)


def _close(workplace: Workplace, known: Order, _given: Given) -> Order:
    return service_order_closing.close(workplace, *key_of(known))


DEEDS = (
    OrderDeed(
        "sign",
        N_("the customer’s opinion and signature"),
        (
            choice(
                "opinion",
                Satisfaction,
                N_("how satisfied the customer is"),
                vocabulary="satisfaction",
            ),
            text("text", N_("what the customer says")),
            text("signed-by", N_("who signed")),
            day("signed-on", N_("on which day; today where nothing is said"), "signed_on"),
        ),
        _sign,
    ),
    OrderDeed(
        "pay",
        N_("money was taken; a receipt is written"),
        (
            amount("amount", N_("how much; all that is owed where nothing is said")),
            choice("method", Method, N_("how it was paid")),
            choice("place", Place, N_("where it was paid")),
            text("payer", N_("who paid; the customer where nobody is named")),
            text("collected-by", N_("who took it; the clerk where nobody is named")),
            text("reference", N_("the number of the cheque or transfer")),
            moment("received-at", N_("when it was taken"), now=False),
            NOTE,
        ),
        _pay,
    ),
    OrderDeed(
        "waive",
        N_("the manager lets the customer go without some of it"),
        (
            amount("amount", N_("how much; all that is owed where nothing is said")),
            WHY,
            OWN,
            REFUSE,
            NOTE,
        ),
        _waive,
    ),
    OrderDeed(
        "back",
        N_("the slip is handed in at the desk"),
        (text("person", N_("who handed it in")), AT, NOTE),
        _back,
    ),
    OrderDeed("close", N_("close it when everything is there"), (), _close),
)
