"""Deeds of a case: what is done while it is open 處理."""

from functools import partial

from desk.domain import complaint_handling as rules
from desk.domain.complaint import Filing, State, Urgency
from desk.domain.complaint_handling import HandleEntry, ReworkEntry
from desk.i18n import _
from desk.services import complaint_handling as service
from desk.services.complaint_case import Case
from desk.ui.complaint import act_fields as ask
from desk.ui.complaint import (
    contact_acts,
    corrective_acts,
    forward_acts,
    hand_out_acts,
    pause_acts,
    promise_acts,
    side_acts,
)
from desk.ui.complaint.act_fields import Values
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.many_field import ManyField
from desk.wording import label


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Everything between the filing and the result."""
    return (
        *hand_out_acts.acts(deeds),
        *forward_acts.acts(deeds),
        *_work_acts(deeds),
        *contact_acts.acts(deeds),
        *promise_acts.acts(deeds),
        *side_acts.acts(deeds),
        *corrective_acts.acts(deeds),
        *pause_acts.acts(deeds),
    )


def _work_acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    return (
        Act(
            "handle",
            Group.HANDLING,
            _handle_words,
            shown=_is_unhandled,
            shut=partial(ask.shut, deeds, rules.work_blockers),
            plan=partial(_handle_plan, deeds),
            settles=frozenset({"complaint.not_handled"}),
            primary=_may_be_handled,
        ),
        Act(
            "rework",
            Group.HANDLING,
            _rework_words,
            shown=_is_handled,
            shut=partial(ask.shut, deeds, rules.rework_blockers),
            plan=partial(_rework_plan, deeds),
        ),
        Act(
            "act_immediately",
            Group.HANDLING,
            _immediate_words,
            shown=_is_not_at_once,
            shut=partial(ask.shut, deeds, rules.open_blockers),
            plan=partial(_immediate_plan, deeds),
        ),
    )


# Handled


def _handle_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    clerk = deeds.workplace.actor.name
    process = ask.text("process", _process_words, rules.PROCESS_LIMIT, required=True)
    return DeedPlan(
        title=_handle_words,
        button=_handle_button,
        asked=(
            process,
            ask.line("handler", _handler_words, required=True, begins_with=clerk),
            ask.moment(deeds, _finished_words),
            ask.yes_or_no("on_site", _on_site_words, case.facts.on_site, span=12),
        ),
        do=partial(_handle, deeds, case),
        lead=_handle_lead,
    )


def _handle(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = HandleEntry(
        ask.at(deeds, values), values["process"], values["handler"], ask.is_yes(values, "on_site")
    )
    return service.handle(deeds.workplace, case.detail.id, case.detail.version, entry)


# Done over


def _rework_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=_rework_words,
        button=_rework_button,
        asked=(
            ask.text("why", _rework_why, required=True),
            ask.moment(deeds, _found_words),
        ),
        do=partial(_rework, deeds, case),
        lead=_rework_lead,
    )


def _rework(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = ReworkEntry(ask.at(deeds, values), values["why"])
    return service.rework(deeds.workplace, case.detail.id, case.detail.version, entry)


# At once


def _immediate_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    ticks = Asked(
        "immediate",
        partial(ManyField, _urgencies),
        _reasons_words,
        required=True,
    )
    return DeedPlan(
        title=_immediate_words,
        button=_immediate_button,
        asked=(ticks,),
        do=partial(_act_immediately, deeds, case),
        lead=_immediate_lead,
    )


def _act_immediately(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    urgent = frozenset(map(Urgency, values["immediate"]))
    return service.act_immediately(deeds.workplace, case.detail.id, case.detail.version, urgent)


# What is shown, and what is chosen from


def _is_unhandled(case: Case) -> bool:
    return case.facts.state is State.REGISTERED


def _may_be_handled(case: Case) -> bool:
    is_case = case.facts.filing is Filing.FILED or bool(case.facts.immediate)
    return is_case and _is_unhandled(case)


def _is_handled(case: Case) -> bool:
    return case.facts.state is State.HANDLED


def _is_not_at_once(case: Case) -> bool:
    return case.facts.is_open and not case.facts.immediate


def _urgencies() -> list[Choice]:
    return [Choice(one, label("urgency", one)) for one in Urgency]


# Words


def _handle_words() -> str:
    return _("Handling finished")


def _handle_button() -> str:
    return _("Write it down")


def _handle_lead() -> str:
    return _("What was done, by whom, and when it was finished (R145).")


def _process_words() -> str:
    return _("How it was handled")


def _handler_words() -> str:
    return _("Handler")


def _finished_words() -> str:
    return _("When it was finished")


def _on_site_words() -> str:
    return _("Somebody worked on site")


def _rework_words() -> str:
    return _("Do the work over")


def _rework_button() -> str:
    return _("Do it over")


def _rework_lead() -> str:
    return _(
        "The case goes back to the department. What proved the first work falls, and a second"
        " callback is owed (R191)."
    )


def _rework_why() -> str:
    return _("Why it has to be done over")


def _found_words() -> str:
    return _("When it was found")


def _immediate_words() -> str:
    return _("Act at once")


def _immediate_button() -> str:
    return _("Put it first")


def _immediate_lead() -> str:
    return _("One reason is enough; the case then stands at the top of the queue (R3).")


def _reasons_words() -> str:
    return _("Reasons")
