"""Deeds of a case: the result told, the callback, a new complaint of who is not content."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from desk.domain import callback as callbacks
from desk.domain import complaint_closing as closing_rules
from desk.domain.callback import CallbackEntry, CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.complaint import TEXT_LIMIT, ContactMethod, State
from desk.domain.complaint_clock import Category
from desk.domain.complaint_closing import TellEntry
from desk.domain.policy import Post
from desk.services import callback, complaint_closing
from desk.services.callback import AgainEntry
from desk.services.complaint_case import Case
from desk.ui.complaint import telling_words as say
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.text_field import TextField
from desk.wording import label, reasons_words

Values = Mapping[str, Any]
Reasons = Callable[..., Any]


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Telling, calling back, complaining anew."""
    return (
        Act(
            "tell_result",
            Group.TELLING,
            say.tell,
            shown=_is_open,
            shut=partial(_why_not, deeds, complaint_closing.tell_reasons),
            plan=partial(_tell_plan, deeds),
            settles=frozenset({"complaint.told.missing"}),
            primary=_waits_to_be_told,
        ),
        Act(
            "call_back",
            Group.TELLING,
            say.call_back,
            shown=_has_outcome,
            shut=partial(_why_not, deeds, callback.call_back_reasons),
            plan=partial(_call_plan, deeds),
            primary=_owes_callback,
        ),
        Act(
            "order_callback",
            Group.TELLING,
            say.order,
            shown=partial(_may_order, deeds),
            shut=partial(_why_not, deeds, callback.order_reasons),
            plan=partial(_order_plan, deeds),
        ),
        Act(
            "complain_again",
            Group.TELLING,
            say.again,
            shown=_is_dissatisfied_and_closed,
            shut=partial(_why_not, deeds, callback.complain_again_reasons),
            plan=partial(_again_plan, deeds),
            primary=_is_dissatisfied_and_closed,
        ),
    )


def _why_not(deeds: ComplaintDeeds, reasons: Reasons, case: Case) -> str:
    return reasons_words(reasons(deeds.workplace, case))


# The result


def _tell_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    detail = case.detail
    return DeedPlan(
        title=say.tell,
        button=say.told,
        asked=(
            Asked("how", partial(SegmentField, _ways), say.how, True, 12, detail.contact_method),
            Asked(
                "person",
                partial(LineField, closing_rules.PERSON_LIMIT),
                say.person,
                True,
                6,
                detail.complainant,
            ),
            _moment(deeds, "at", say.when),
            Asked(
                "text",
                partial(TextField, closing_rules.TEXT_LIMIT, lines=3),
                say.told_words,
                begins_with=detail.result[: closing_rules.TEXT_LIMIT],
            ),
        ),
        do=partial(_tell, deeds, case),
        lead=partial(say.tell_lead, detail.contact),
    )


def _tell(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    how = ContactMethod(values["how"]) if values["how"] else None
    entry = TellEntry(how, values["person"], values["at"], values["text"])
    return complaint_closing.tell_result(
        deeds.workplace, case.detail.id, case.detail.version, entry
    )


# The callback


def _call_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    reason = partial(LineField, callbacks.WHY_LIMIT)
    opinion = partial(TextField, callbacks.OPINION_LIMIT, lines=2)
    return DeedPlan(
        title=say.call_back,
        button=say.called_back,
        asked=(
            Asked("how", partial(SegmentField, _call_ways), say.how, True, 6),
            _moment(deeds, "at", say.when),
            Asked("outcome", partial(SegmentField, _outcomes), say.outcome, required=True),
            Asked("satisfaction", partial(SegmentField, _answers), say.satisfaction, when=_reached),
            Asked("opinion", opinion, say.opinion, hint=say.opinion_hint, when=_reached),
            Asked("why", reason, say.why, when=_not_reached),
        ),
        do=partial(_call, deeds, case),
        lead=partial(say.call_lead, case),
    )


def _call(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = CallbackEntry(
        how=CallbackHow(values["how"]) if values["how"] else None,
        outcome=CallbackOutcome(values["outcome"]) if values["outcome"] else None,
        at=values["at"],
        why=values["why"],
        satisfaction=Satisfaction(values["satisfaction"]) if values["satisfaction"] else None,
        opinion=values["opinion"],
    )
    return callback.call_back(deeds.workplace, case.detail.id, case.detail.version, entry)


def _reached(values: Values) -> bool:
    return bool(values["outcome"] == CallbackOutcome.REACHED)


def _not_reached(values: Values) -> bool:
    return values["outcome"] not in (None, CallbackOutcome.REACHED)


def _order_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    person = partial(LineField, callbacks.PERSON_LIMIT)
    return DeedPlan(
        title=say.order,
        button=say.order,
        asked=(Asked("person", person, say.by_whom),),
        do=partial(_order, deeds, case),
        lead=say.order_lead,
    )


def _order(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    detail = case.detail
    return callback.order(deeds.workplace, detail.id, detail.version, values["person"])


# A new complaint of who is not content


def _again_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    answer = callbacks.last_answer(case.facts)
    return DeedPlan(
        title=say.again,
        button=say.again_button,
        asked=(
            Asked(
                "course",
                partial(TextField, TEXT_LIMIT, lines=3),
                say.course,
                required=True,
                begins_with=answer.opinion if answer is not None else "",
            ),
            Asked(
                "demand",
                partial(TextField, TEXT_LIMIT, lines=2),
                say.demand,
                required=True,
                begins_with=case.detail.demand,
            ),
            _moment(deeds, "occurred_at", say.since_when),
        ),
        do=partial(_again, deeds, case),
        lead=partial(say.again_lead, case),
    )


def _again(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = AgainEntry(values["course"], values["demand"], values["occurred_at"])
    return callback.complain_again(deeds.workplace, case.detail.id, case.detail.version, entry)


# What is shown, and what is chosen from


def _is_open(case: Case) -> bool:
    return case.facts.is_open and case.facts.filing == "filed"


def _waits_to_be_told(case: Case) -> bool:
    return any(one.code == "complaint.told.missing" for one in case.blockers) and (
        case.facts.handled_at is not None
    )


def _has_outcome(case: Case) -> bool:
    return case.facts.state in (State.HANDLED, State.CLOSED)


def _owes_callback(case: Case) -> bool:
    return any(one.category is Category.CALLBACK and one.is_open for one in case.clocks)


def _may_order(deeds: ComplaintDeeds, case: Case) -> bool:
    roles = case.policy.post(Post.SUPERVISOR).roles
    return _has_outcome(case) and deeds.workplace.actor.role in roles


def _is_dissatisfied_and_closed(case: Case) -> bool:
    return case.facts.state is State.CLOSED and callbacks.is_dissatisfied(case.facts)


def _moment(deeds: ComplaintDeeds, key: str, caption: Callable[[], str]) -> Asked:
    make = partial(MomentField, deeds.custom, deeds.now)
    return Asked(key, make, caption, required=True, span=6, begins_with=deeds.now())


def _ways() -> list[Choice]:
    return [Choice(one, label("contact_method", one)) for one in ContactMethod]


def _call_ways() -> list[Choice]:
    return [Choice(one, label("callback_how", one)) for one in CallbackHow]


def _outcomes() -> list[Choice]:
    return [Choice(one, label("callback_outcome", one)) for one in CallbackOutcome]


def _answers() -> list[Choice]:
    return [Choice(one, label("satisfaction", one)) for one in Satisfaction]
