"""The slip of an order: printed for whoever goes, again with all that is known (F8, F18)."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.service_order import Kind
from desk.i18n import pgettext
from desk.services.service_order import KIND, Order
from desk.ui.kit.act import Act
from desk.ui.paper.at_once import look
from desk.ui.paper.preview import Preview
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.groups import SEND
from desk.wording import reasons_words

FORM = {Kind.COMMISSIONED: FormCode.SERVICE_ORDER, Kind.REPAIR: FormCode.REPAIR_SLIP}


def acts(deeds: OrderDeeds) -> tuple[Act, ...]:
    """Print it."""
    return (
        Act(
            "print",
            SEND,
            _print_words,
            shown=_always,
            shut=partial(why_not_print, deeds),
            opens=partial(_opens, deeds),
        ),
    )


def why_not_print(deeds: OrderDeeds, _known: Order) -> str:
    """Why it is not printed, "" where it is."""
    return reasons_words(deeds.workplace.missing(Permission.PRINT))


def preview(deeds: OrderDeeds, parent: QWidget, known: Order, *, at_once: bool = True) -> Preview:
    """The slip on paper; what is printed shows in the record at once."""
    plan = deeds.paper.of_record(FORM[known.facts.kind], KIND, known.detail.id)
    return look(plan, deeds.paper, parent, deeds.reload, at_once=at_once)


def _always(_known: Order) -> bool:
    return True


def _opens(deeds: OrderDeeds, parent: QWidget, known: Order) -> None:
    preview(deeds, parent, known)


def _print_words() -> str:
    return pgettext("order deed", "Print the slip")
