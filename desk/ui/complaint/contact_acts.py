"""Deeds of a case: a leader called in, the handlers urged, the complainant answered and told."""

from collections.abc import Callable
from functools import partial

from desk.domain import complaint_contact as rules
from desk.domain.complaint_contact import SaidEntry
from desk.domain.complaint_handling import open_blockers
from desk.domain.policy import Post
from desk.services import complaint_contact as service
from desk.services.complaint_case import Case
from desk.ui.complaint import act_fields as ask
from desk.ui.complaint import act_words
from desk.ui.complaint import contact_words as say
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import DeedPlan

Deed = Callable[..., Case]


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Calling a leader, urging; what the complainant hears while the case is open."""
    return (
        Act(
            "call_in",
            Group.HANDLING,
            say.call_in,
            shown=ask.is_open,
            shut=partial(ask.shut, deeds, open_blockers),
            plan=partial(_call_in_plan, deeds),
        ),
        Act(
            "urge",
            Group.HANDLING,
            say.urge,
            shown=_is_unhandled,
            shut=partial(ask.shut, deeds, rules.urge_blockers),
            plan=partial(_urge_plan, deeds),
        ),
        Act(
            "answer",
            Group.TELLING,
            say.answer,
            shown=_owes_answer,
            shut=partial(_answer_shut, deeds),
            plan=partial(_answer_plan, deeds),
            primary=_owes_answer,
        ),
        Act(
            "tell_progress",
            Group.TELLING,
            say.progress,
            shown=_is_unhandled,
            shut=partial(ask.shut, deeds, open_blockers),
            plan=partial(_progress_plan, deeds),
        ),
    )


# Called, urged, told


def _call_in_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=say.call_in,
        button=say.called,
        asked=(
            ask.choice("post", partial(_called, case), say.post),
            ask.line("person", say.person, required=True),
            ask.moment(deeds, say.when),
            ask.text("text", say.why_called, required=True),
        ),
        do=partial(said, deeds, case, service.call_in),
        lead=say.call_in_lead,
    )


def _called(case: Case) -> list[Choice]:
    return [Choice(one, act_words.post_words(case.policy, one)) for one in rules.CALLED]


def _urge_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    ageing = rules.ageing(case.facts, deeds.now())
    return DeedPlan(
        title=say.urge,
        button=say.urged,
        asked=(
            ask.line("person", say.urged_person, required=True, begins_with=case.texts.department),
            ask.moment(deeds, say.when),
            ask.how(say.how),
            ask.text("text", say.answer_of_urged, required=True),
        ),
        do=partial(said, deeds, case, service.urge),
        lead=partial(say.urge_lead, ageing, deeds.custom),
    )


def _answer_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return _to_complainant(deeds, case, say.answer, service.answer, say.answer_lead)


def _progress_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return _to_complainant(deeds, case, say.progress, service.tell_progress, say.progress_lead)


def _to_complainant(
    deeds: ComplaintDeeds, case: Case, title: ask.Words, deed: Deed, lead: ask.Words
) -> DeedPlan:
    detail = case.detail
    return DeedPlan(
        title=title,
        button=say.told,
        asked=(
            ask.how(say.how, detail.contact_method),
            ask.line("person", say.hearer, required=True, begins_with=detail.complainant),
            ask.moment(deeds, say.when),
            ask.text("text", say.told_words, required=True),
        ),
        do=partial(said, deeds, case, deed),
        lead=lead,
    )


def said(deeds: ComplaintDeeds, case: Case, deed: Deed, values: ask.Values) -> Case:
    """What was said to whom, as its deed takes it."""
    post = values.get("post")
    entry = SaidEntry(
        ask.at(deeds, values),
        values["person"],
        ask.way_of(values) if "how" in values else None,
        values["text"],
        Post(post) if post else None,
    )
    return deed(deeds.workplace, case.detail.id, case.detail.version, entry)


# What is shown, and why not


def _owes_answer(case: Case) -> bool:
    return not rules.answer_blockers(case.facts, case.clocks)


def _answer_shut(deeds: ComplaintDeeds, case: Case) -> str:
    return ask.shut_for(deeds, rules.answer_blockers(case.facts, case.clocks))


def _is_unhandled(case: Case) -> bool:
    return case.facts.is_open and case.facts.handled_at is None
