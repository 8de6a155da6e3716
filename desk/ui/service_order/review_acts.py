"""The review of what is beyond the price board: able, or unable and explained (R104, R237)."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain import service_order as limits
from desk.domain.approval import Answer
from desk.domain.service_order import ReviewEntry, State
from desk.domain.service_order_deeds import Deed
from desk.i18n import _, pgettext
from desk.services import service_order_review as review
from desk.services.service_order import Order
from desk.ui.kit.act import Act
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.service_order import ask
from desk.ui.service_order.ask import HALF, Values
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.groups import BEFORE


def acts(deeds: OrderDeeds) -> tuple[Act, ...]:
    """A manager gives the word at her own desk, for anybody else she signs in."""
    shut = partial(deeds.why_not, Deed.REVIEW)
    return (
        Act(
            "review",
            BEFORE,
            _review_words,
            shown=partial(_is_to_review, deeds, True),
            shut=shut,
            plan=partial(_own_plan, deeds),
            primary=_waits,
        ),
        Act(
            "ask_review",
            BEFORE,
            _ask_words,
            shown=partial(_is_to_review, deeds, False),
            shut=shut,
            opens=partial(_ask, deeds),
            primary=_waits,
        ),
    )


def _waits(known: Order) -> bool:
    return known.facts.state is State.REVIEW


def _is_to_review(deeds: OrderDeeds, own: bool, known: Order) -> bool:
    return _waits(known) and (not review.own_reasons(deeds.workplace, known)) is own


def _asked(deeds: OrderDeeds) -> tuple[Asked, ...]:
    """What joins the board if it can be done; whom else to ask if it cannot."""
    return (
        ask.yes_or_no("to_board", _to_board_words, hint=_to_board_hint),
        ask.line("name", _name_words, limits.ITEM_LIMIT, span=HALF, when=_joins),
        ask.line("counted", _counted_words, limits.COUNTED_LIMIT, span=3, when=_joins),
        ask.money(deeds, "price", _price_words, span=3, when=_joins),
        ask.text("others", _others_words, hint=_others_hint),
    )


def _joins(values: Values) -> bool:
    return ask.is_yes(values, "to_board")


def _entry(values: Values) -> ReviewEntry:
    return ReviewEntry(
        name=values["name"],
        counted=values["counted"],
        price=values["price"],
        to_board=ask.is_yes(values, "to_board"),
        others=values["others"],
    )


def _own_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (ask.verdict_asked(), *_asked(deeds), ask.note_asked())
    return ask.plan(_review_words, asked, partial(_review_own, deeds, known), _lead)


def _review_own(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    answer = ask.own_answer(values, review.shown(deeds.workplace, known))
    return _review(deeds, known, _entry(values), answer)


def _ask(deeds: OrderDeeds, parent: QWidget, known: Order) -> None:
    plan = DeedPlan(_ask_words, ask.go_on_words, _asked(deeds), _entry, _lead)
    ask.ask_first(parent, known, plan, partial(_ask_manager, deeds, parent, known))


def _ask_manager(deeds: OrderDeeds, parent: QWidget, known: Order, entry: ReviewEntry) -> None:
    lines = review.shown(deeds.workplace, known)
    decide = partial(_review, deeds, known, entry)
    ask.ask_manager(deeds, parent, known, _review_words, lines, decide)


def _review(deeds: OrderDeeds, known: Order, entry: ReviewEntry, answer: Answer) -> Order:
    detail = known.detail
    return review.review(deeds.workplace, detail.id, detail.version, entry, answer)


def _review_words() -> str:
    return pgettext("order deed", "Review it")


def _ask_words() -> str:
    return pgettext("order deed", "Ask for the review")


def _lead() -> str:
    return _(
        "It is not on the price board. Able: it is arranged and may join the next board. Unable: "
        "it is explained, and other companies may be named (R237)."
    )


def _to_board_words() -> str:
    return pgettext("order deed", "Put it on the next price board")


def _to_board_hint() -> str:
    return _("If it is able to be done.")


def _name_words() -> str:
    return pgettext("order deed", "Name of the item")


def _counted_words() -> str:
    return pgettext("order deed", "Counted in")


def _price_words() -> str:
    return pgettext("order deed", "Price of one")


def _others_words() -> str:
    return pgettext("order deed", "Other companies to ask")


def _others_hint() -> str:
    return _("Where the office is unable: names and phones the customer may try.")
