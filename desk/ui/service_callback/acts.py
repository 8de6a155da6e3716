"""Deeds of a callback: ask the customer, tell the provider, void, a complaint about who did it."""

from enum import StrEnum
from functools import partial
from typing import Final

from desk.domain.service_callback import WHY_LIMIT
from desk.i18n import _, pgettext
from desk.services.service_callback import (
    TellEntry,
)
from desk.services.service_callback_mark import MarkEntry
from desk.ui.kit.act import Act, ActGroup, Groups
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.moment_field import MomentField
from desk.ui.service_callback import asking
from desk.ui.service_callback.deeds import CallbackDeeds
from desk.ui.service_callback.view import CustomerShown, OrderShown

_NUMBER_LIMIT = 20


class Group(StrEnum):
    """The groups of deeds."""

    ASK = "ask"
    CARE = "care"


def _ask_title() -> str:
    return pgettext("callback deeds", "Callback")


def _care_title() -> str:
    return pgettext("callback deeds", "Care")


GROUPS: Final[Groups] = (
    (ActGroup(Group.ASK, _ask_title),),
    (ActGroup(Group.CARE, _care_title),),
)


def order_acts(deeds: CallbackDeeds) -> tuple[Act, ...]:
    """What is done with an order that is called back."""
    return (
        Act(
            "call",
            Group.ASK,
            asking.call_words,
            shown=_always,
            shut=partial(_why_not, "call"),
            plan=partial(asking.call_plan, deeds),
            primary=_is_open,
        ),
        Act(
            "tell",
            Group.ASK,
            tell_words,
            shown=_is_answered,
            shut=partial(_why_not, "tell"),
            plan=partial(_tell_plan, deeds),
            primary=_is_untold,
        ),
        Act(
            "mark",
            Group.CARE,
            mark_words,
            shown=_has_person,
            shut=partial(_why_not, "mark"),
            plan=partial(_mark_plan, deeds),
        ),
        Act(
            "void",
            Group.CARE,
            void_words,
            shown=_has_callbacks,
            shut=partial(_why_not, "void"),
            plan=partial(_void_plan, deeds),
        ),
    )


def customer_acts(deeds: CallbackDeeds) -> tuple[Act, ...]:
    """A customer with a long-term agreement is visited (R110)."""
    return (
        Act(
            "visit",
            Group.ASK,
            asking.visit_words,
            shown=_always,
            shut=partial(_why_not, "visit"),
            plan=partial(asking.visit_plan, deeds),
            primary=_always,
        ),
        Act(
            "void",
            Group.CARE,
            void_words,
            shown=_has_visits,
            shut=partial(_why_not, "void"),
            plan=partial(_void_visit_plan, deeds),
        ),
    )


# What follows


def _tell_plan(deeds: CallbackDeeds, shown: OrderShown) -> DeedPlan:
    moment = partial(MomentField, deeds.custom, deeds.now)
    return DeedPlan(
        title=tell_words,
        button=tell_words,
        asked=(
            asking.line("told_to", _told_words, begins_with=shown.row.provider, required=True),
            Asked(
                "told_at",
                moment,
                asking.at_words,
                required=True,
                span=asking.HALF,
                begins_with=deeds.now(),
            ),
        ),
        do=partial(_tell, deeds, shown),
        lead=_tell_lead,
    )


def _tell(deeds: CallbackDeeds, shown: OrderShown, values: asking.Values) -> OrderShown:
    answer = shown.view.answer
    assert answer is not None
    return deeds.tell(answer, TellEntry(values["told_to"], values["told_at"]))


def _mark_plan(deeds: CallbackDeeds, shown: OrderShown) -> DeedPlan:
    return DeedPlan(
        title=mark_words,
        button=mark_words,
        asked=(
            asking.line("why", _complained_words, WHY_LIMIT, span=12, required=True),
            asking.line("complaint", _complaint_words, _NUMBER_LIMIT),
        ),
        do=partial(_mark, deeds, shown),
        lead=_mark_lead,
    )


def _mark(deeds: CallbackDeeds, shown: OrderShown, values: asking.Values) -> OrderShown:
    entry = MarkEntry(shown.row.person_id, values["why"], values["complaint"])
    return deeds.mark(shown, entry)


def _void_plan(deeds: CallbackDeeds, shown: OrderShown) -> DeedPlan:
    return DeedPlan(
        title=void_words,
        button=void_words,
        asked=(asking.line("why", _reason_words, WHY_LIMIT, span=12, required=True),),
        do=partial(_void, deeds, shown),
        lead=_void_lead,
    )


def _void(deeds: CallbackDeeds, shown: OrderShown, values: asking.Values) -> OrderShown:
    return deeds.void(shown.view.callbacks[-1], values["why"])


def _void_visit_plan(deeds: CallbackDeeds, shown: CustomerShown) -> DeedPlan:
    return DeedPlan(
        title=void_words,
        button=void_words,
        asked=(asking.line("why", _reason_words, WHY_LIMIT, span=12, required=True),),
        do=partial(_void_visit, deeds, shown),
        lead=_void_lead,
    )


def _void_visit(deeds: CallbackDeeds, shown: CustomerShown, values: asking.Values) -> CustomerShown:
    return deeds.void_visit(shown, values["why"])


# Parts


def _why_not(deed: str, shown: OrderShown | CustomerShown) -> str:
    return shown.shut.get(deed, "")


def _always(_shown: object) -> bool:
    return True


def _is_open(shown: OrderShown) -> bool:
    return not shown.shut.get("call")


def _is_answered(shown: OrderShown) -> bool:
    return shown.view.answer is not None


def _is_untold(shown: OrderShown) -> bool:
    answer = shown.view.answer
    return answer is not None and answer.told_at is None


def _has_person(shown: OrderShown) -> bool:
    return shown.row.person_id is not None


def _has_visits(shown: CustomerShown) -> bool:
    return bool(shown.visits)


def _has_callbacks(shown: OrderShown) -> bool:
    return bool(shown.view.callbacks)


# Words


def tell_words() -> str:
    """The deed that tells the provider."""
    return pgettext("callback deed", "Tell the provider")


def mark_words() -> str:
    """The deed that marks who did the work."""
    return pgettext("callback deed", "Complaint about the service person")


def void_words() -> str:
    """The deed that takes the last callback back."""
    return pgettext("callback deed", "Last callback void")


def _tell_lead() -> str:
    return _("Whoever did the work hears what the customer said, a supplier too (R248, R249).")


def _mark_lead() -> str:
    return _("The next services of this person are called back until one is found well (R109).")


def _void_lead() -> str:
    return _("It stays to be seen with its reason; the order is called back again.")


def _told_words() -> str:
    return _("Who was told")


def _complained_words() -> str:
    return _("What was complained about")


def _complaint_words() -> str:
    return _("Number of the complaint")


def _reason_words() -> str:
    return _("Why")
