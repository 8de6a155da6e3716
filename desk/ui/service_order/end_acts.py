"""The end of an order: the slip is back, it is closed; or it is void (R244, R245, K13)."""

from functools import partial

from desk.domain.service_order import OVER, WHY_LIMIT, State, StepEntry
from desk.domain.service_order_deeds import Deed
from desk.i18n import _, pgettext
from desk.services import service_order
from desk.services import service_order_closing as closing
from desk.services.service_order import Order
from desk.ui.kit.act import Act
from desk.ui.kit.deed_dialog import DeedPlan
from desk.ui.service_order import ask
from desk.ui.service_order.ask import Values
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.groups import END


def acts(deeds: OrderDeeds) -> tuple[Act, ...]:
    """Slip back, close, void."""
    return (
        Act(
            "back",
            END,
            _back_words,
            shown=_was_done,
            shut=partial(deeds.why_not, Deed.BACK),
            plan=partial(_back_plan, deeds),
            settles=frozenset({"service_order.close.slip_back"}),
            primary=_is_out,
        ),
        Act(
            "close",
            END,
            _close_words,
            shown=_was_done,
            shut=partial(deeds.why_not, Deed.CLOSE),
            plan=partial(_close_plan, deeds),
            primary=_is_done,
        ),
        Act(
            "void",
            END,
            _void_words,
            shown=_may_be_void,
            shut=partial(deeds.why_not, Deed.VOID),
            plan=partial(_void_plan, deeds),
        ),
    )


def _was_done(known: Order) -> bool:
    return known.facts.state in (State.DONE, State.CLOSED)


def _is_done(known: Order) -> bool:
    return known.facts.state is State.DONE


def _is_out(known: Order) -> bool:
    return _is_done(known) and known.facts.slip_back_at is None


def _may_be_void(known: Order) -> bool:
    return known.facts.state not in (*OVER, State.DONE)


def _back_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    asked = (
        ask.line("person", _person_words, begins_with=known.detail.provider),
        ask.moment(deeds, ask.at_words),
        ask.text("note", _note_words),
    )
    return ask.plan(_back_words, asked, partial(_back, deeds, known), _back_lead)


def _back(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    entry = StepEntry(values["at"], values["person"], values["note"])
    return closing.slip_back(deeds.workplace, known.detail.id, known.detail.version, entry)


def _close_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    return ask.plan(_close_words, (), partial(_close, deeds, known), _close_lead)


def _close(deeds: OrderDeeds, known: Order, _values: Values) -> Order:
    return closing.close(deeds.workplace, known.detail.id, known.detail.version)


def _void_plan(deeds: OrderDeeds, known: Order) -> DeedPlan:
    why = ask.line("why", ask.why_words, WHY_LIMIT, required=True, span=12)
    return ask.plan(_void_words, (why,), partial(_void, deeds, known), _void_lead)


def _void(deeds: OrderDeeds, known: Order, values: Values) -> Order:
    detail = known.detail
    return service_order.void(deeds.workplace, detail.id, detail.version, values["why"])


def _back_words() -> str:
    return pgettext("order deed", "Slip is back")


def _back_lead() -> str:
    return _("A slip that is scanned home needs no word here: its code brings it back (R245).")


def _person_words() -> str:
    return pgettext("order deed", "Handed in by")


def _note_words() -> str:
    return _("Note")


def _close_words() -> str:
    return pgettext("order deed", "Close the order")


def _close_lead() -> str:
    return _("Everything that closes it is there.")


def _void_words() -> str:
    return pgettext("order deed", "Declare void")


def _void_lead() -> str:
    return _("It keeps its number, and nobody waits for its papers.")
