"""Every deed of a service order, in the order of its life: one line a room."""

from desk.i18n import pgettext
from desk.ui.kit.act import Act, ActGroup
from desk.ui.service_order import (
    agree_acts,
    care_acts,
    change_acts,
    end_acts,
    money_acts,
    paper_acts,
    review_acts,
    send_acts,
    work_acts,
)
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.groups import BEFORE, END, MONEY, SEND, WORK

_ROOMS = (
    review_acts,
    agree_acts,
    send_acts,
    change_acts,
    work_acts,
    care_acts,
    money_acts,
    end_acts,
    paper_acts,
)


def acts(deeds: OrderDeeds) -> tuple[Act, ...]:
    """What can be done with an order, each act once."""
    return tuple(act for room in _ROOMS for act in room.acts(deeds))


def groups() -> tuple[tuple[ActGroup, ...], ...]:
    """The columns of the sheet of all deeds."""
    return (
        (ActGroup(BEFORE, _before_words), ActGroup(SEND, _send_words)),
        (ActGroup(WORK, _work_words),),
        (ActGroup(MONEY, _money_words), ActGroup(END, _end_words)),
    )


def _before_words() -> str:
    return pgettext("order deeds", "Before the work")


def _send_words() -> str:
    return pgettext("order deeds", "On the way")


def _work_words() -> str:
    return pgettext("order deeds", "The work")


def _money_words() -> str:
    return pgettext("order deeds", "Money")


def _end_words() -> str:
    return pgettext("order deeds", "The end")
