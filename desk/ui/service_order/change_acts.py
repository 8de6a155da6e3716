"""Work that differs or exceeds is confirmed with the manager before it goes on (R243)."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain import service_order_parts as limits
from desk.domain.approval import Answer
from desk.domain.service_order import State
from desk.domain.service_order_deeds import Deed
from desk.domain.service_order_parts import Change, ChangeEntry
from desk.i18n import _, pgettext
from desk.services import service_order_change as change
from desk.services.service_order import Order
from desk.ui.kit.act import Act
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.service_order import ask
from desk.ui.service_order.ask import Values
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.groups import WORK

_CHANGE = frozenset({"service_order.close.changes", "service_order.change.open"})
_AT_WORK = (State.DISPATCHED, State.ON_SITE, State.REWORK)


def acts(deeds: OrderDeeds) -> tuple[Act, ...]:
    """Answer a change that is open; tell one."""
    answering = partial(_answers, deeds)
    return (
        Act(
            "answer_change",
            WORK,
            _answer_words,
            shown=partial(answering, True),
            shut=_never,
            plan=partial(_own_plan, deeds),
            settles=_CHANGE,
            primary=has_open_change,
        ),
        Act(
            "ask_change",
            WORK,
            _answer_words,
            shown=partial(answering, False),
            shut=_never,
            opens=partial(_ask, deeds),
            settles=_CHANGE,
            primary=has_open_change,
        ),
        Act(
            "change",
            WORK,
            _change_words,
            shown=_is_at_work,
            shut=partial(deeds.why_not, Deed.CHANGE),
            plan=partial(_change_plan, deeds),
        ),
    )


def has_open_change(known: Order) -> bool:
    """Whether the manager has not answered yet."""
    return _open_change(known) is not None


# When


def _never(_known: Order) -> str:
    return ""


def _is_at_work(known: Order) -> bool:
    return known.facts.state in _AT_WORK


def _open_change(known: Order) -> Change | None:
    return next((one for one in known.changes if one.is_open), None)


def _answers(deeds: OrderDeeds, own: bool, known: Order) -> bool:
    """A manager at her own desk gives the word herself, for anybody else she signs in."""
    found = _open_change(known)
    if found is None:
        return False
    return (not change.own_reasons(deeds.workplace, known, found.id)) is own


# Changes


def _change_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (
        ask.text("what", _what_words, limits.TEXT_LIMIT, required=True),
        ask.money(deeds, "price", _price_words, hint=_price_hint),
        ask.line("person", _told_by_words, begins_with=known.detail.provider),
    )
    return ask.plan(_change_words, asked, partial(_change, deeds, known), _change_lead)


def _change(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = ChangeEntry(values["what"], values["price"], values["person"])
    return change.ask(deeds.workplace, known.detail.id, known.detail.version, entry)


def _customer_asked(known: Order) -> Asked:
    return ask.line("agreed_by", _agreed_words, begins_with=known.detail.customer)


def _own_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (ask.verdict_asked(), _customer_asked(known), ask.note_asked())
    lead = partial(_change_said, deeds, known)
    return ask.plan(_answer_words, asked, partial(_answer_own, deeds, known), lead)


def _answer_own(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    found = _open_change(known)
    assert found is not None
    lines = change.shown(deeds.workplace, known, found.id)
    answer = ask.own_answer(values, lines)
    return _answer(deeds, known, found.id, values["agreed_by"], answer)


def _ask(deeds: OrderDeeds, parent: QWidget, known: Order) -> None:
    """Who of the customers agreed is written down, then the manager signs in."""
    lead = partial(_change_said, deeds, known)
    plan = DeedPlan(_answer_words, ask.go_on_words, (_customer_asked(known),), _agreed_by, lead)
    ask.ask_first(parent, known, plan, partial(_ask_manager, deeds, parent, known))


def _agreed_by(values: Values) -> str:
    return str(values["agreed_by"])


def _ask_manager(deeds: OrderDeeds, parent: QWidget, known: Order, agreed_by: str) -> None:
    found = _open_change(known)
    if found is None:
        return
    lines = change.shown(deeds.workplace, known, found.id)
    decide = partial(_answer, deeds, known, found.id, agreed_by)
    ask.ask_manager(deeds, parent, known, _answer_words, lines, decide)


def _answer(deeds: OrderDeeds, known: Order, change_id: int, agreed_by: str, said: Answer) -> Order:
    detail = known.detail
    return change.answer(deeds.workplace, detail.id, detail.version, change_id, agreed_by, said)


# Words


def _change_words() -> str:
    return pgettext("order deed", "Work differs or exceeds")


def _change_lead() -> str:
    return _("Told to the manager at once. The work goes on when it is confirmed (R243).")


def _what_words() -> str:
    return pgettext("order deed", "What differs")


def _price_words() -> str:
    return pgettext("order deed", "New price in all")


def _price_hint() -> str:
    return _("Empty where the price stays.")


def _told_by_words() -> str:
    return pgettext("order deed", "Told by")


def _answer_words() -> str:
    return pgettext("order deed", "Confirm the change")


def _change_said(deeds: OrderDeeds, known: Order) -> str:
    """What differs, and the new price where there is one."""
    found = _open_change(known)
    if found is None or found.price is None:
        return "" if found is None else found.what
    money = deeds.custom.beside(known.amounts).money
    return f"{found.what} · {_price_words()} {money(found.price)}"


def _agreed_words() -> str:
    return pgettext("order deed", "Customer who agreed")
