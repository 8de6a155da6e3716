"""Deeds of a case: its clocks stand still and go on (K10)."""

from functools import partial

from desk.domain import clock_pause as rules
from desk.domain.clock_pause import ALL, PauseEntry, ResumeEntry
from desk.domain.complaint_case import Pause
from desk.i18n import _
from desk.services import clock_pause as service
from desk.services.case_words import owed_words
from desk.services.complaint_case import Case
from desk.ui.complaint import act_fields as ask
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import DeedPlan

_EVERY = "every"


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Pausing, going on."""
    return (
        Act(
            "pause",
            Group.HANDLING,
            _pause_words,
            shown=ask.is_open,
            shut=partial(_pause_shut, deeds),
            plan=partial(_pause_plan, deeds),
        ),
        Act(
            "resume",
            Group.HANDLING,
            _resume_words,
            shown=_stands_still,
            shut=partial(ask.shut, deeds, rules.resume_blockers),
            plan=partial(_resume_plan, deeds),
            primary=_stands_still,
        ),
    )


def _pause_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    clocks = partial(_clocks, case)
    return DeedPlan(
        title=_pause_words,
        button=_pause_button,
        asked=(
            ask.choice("clock", clocks, _which_words, begins_with=_EVERY),
            ask.line("why", _why_words, rules.WHY_LIMIT, required=True, span=12),
            ask.moment(deeds, _since_words),
        ),
        do=partial(_pause, deeds, case),
        lead=_pause_lead,
    )


def _pause(deeds: ComplaintDeeds, case: Case, values: ask.Values) -> Case:
    clock = ALL if values["clock"] == _EVERY else values["clock"] or ""
    entry = PauseEntry(ask.at(deeds, values), clock, values["why"])
    return service.pause(deeds.workplace, case.detail.id, case.detail.version, entry)


def _resume_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=_resume_words,
        button=_resume_button,
        asked=(
            ask.choice("pause_id", partial(_pauses, case), _which_words),
            ask.line("why", _on_words, rules.WHY_LIMIT, required=True, span=12),
            ask.moment(deeds, _until_words),
        ),
        do=partial(_resume, deeds, case),
    )


def _resume(deeds: ComplaintDeeds, case: Case, values: ask.Values) -> Case:
    entry = ResumeEntry(ask.at(deeds, values), int(values["pause_id"] or 0), values["why"])
    return service.resume(deeds.workplace, case.detail.id, case.detail.version, entry)


def _clocks(case: Case) -> list[Choice]:
    """Every clock, or one by what it asks for."""
    codes = rules.stoppable(case.policy, case.clocks)
    return [Choice(_EVERY, _all_words()), *(Choice(one, _clock_words(case, one)) for one in codes)]


def _pauses(case: Case) -> list[Choice]:
    return [Choice(str(one.id), _pause_line(case, one)) for one in rules.standing_still(case.facts)]


def _pause_line(case: Case, pause: Pause) -> str:
    which = _all_words() if pause.clock == ALL else _clock_words(case, pause.clock)
    return f"{which} · {pause.why}"


def _clock_words(case: Case, code: str) -> str:
    named = [one for one in case.clocks if one.code.partition(":")[0] == code]
    return owed_words(case, named[-1]) if named else code


def _pause_shut(deeds: ComplaintDeeds, case: Case) -> str:
    return ask.shut_for(deeds, rules.pause_blockers(case.facts, case.policy, case.clocks))


def _stands_still(case: Case) -> bool:
    return case.facts.is_open and bool(rules.standing_still(case.facts))


def _pause_words() -> str:
    return _("Pause a clock")


def _pause_button() -> str:
    return _("Pause")


def _pause_lead() -> str:
    return _("The time of the pause is not counted; its reason stays with the case.")


def _which_words() -> str:
    return _("Which clock")


def _all_words() -> str:
    return _("All clocks")


def _why_words() -> str:
    return _("Why it stands still")


def _since_words() -> str:
    return _("Since when")


def _resume_words() -> str:
    return _("Let the clock go on")


def _resume_button() -> str:
    return _("Go on")


def _on_words() -> str:
    return _("Why it goes on")


def _until_words() -> str:
    return _("Since when it goes on")
