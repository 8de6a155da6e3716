"""Deeds of a case: problems that came up beside it (R168, R169)."""

from functools import partial

from desk.domain import side_problem as rules
from desk.domain.complaint_handling import open_blockers
from desk.domain.side_problem import FileEntry, SettleEntry
from desk.i18n import _
from desk.services import side_problem as service
from desk.services.complaint_case import Case
from desk.ui.complaint import act_fields as ask
from desk.ui.complaint.acts import Act, Asked, DeedPlan, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice

_SETTLES = frozenset({"complaint.side_problem.open"})
_EXCERPT = 60


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Noting, filing, settling."""
    return (
        Act(
            "note_side_problem",
            Group.HANDLING,
            _note_words,
            shown=ask.is_open,
            shut=partial(ask.shut, deeds, open_blockers),
            plan=partial(_note_plan, deeds),
        ),
        Act(
            "settle_side_problem",
            Group.HANDLING,
            _settle_words,
            shown=_waits,
            shut=partial(ask.shut, deeds, rules.waiting_blockers),
            plan=partial(_settle_plan, deeds),
            settles=_SETTLES,
        ),
        Act(
            "file_side_problem",
            Group.HANDLING,
            _file_words,
            shown=_waits,
            shut=partial(ask.shut, deeds, rules.waiting_blockers),
            plan=partial(_file_plan, deeds),
            settles=_SETTLES,
        ),
    )


def _note_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=_note_words,
        button=_note_button,
        asked=(ask.text("text", _problem_words, required=True),),
        do=partial(_note, deeds, case),
        lead=_note_lead,
    )


def _note(deeds: ComplaintDeeds, case: Case, values: ask.Values) -> Case:
    return service.note(deeds.workplace, case.detail.id, case.detail.version, values["text"])


def _file_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=_file_words,
        button=_file_button,
        asked=(
            _which(case),
            ask.line("number", _number_words, rules.REFERENCE_LIMIT),
            ask.line("reference", _reference_words, rules.REFERENCE_LIMIT),
        ),
        do=partial(_file, deeds, case),
        lead=_file_lead,
    )


def _file(deeds: ComplaintDeeds, case: Case, values: ask.Values) -> Case:
    entry = FileEntry(int(values["problem_id"] or 0), values["number"], values["reference"])
    return service.file(deeds.workplace, case.detail.id, case.detail.version, entry)


def _settle_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=_settle_words,
        button=_settle_button,
        asked=(_which(case), ask.text("text", _settled_words, required=True)),
        do=partial(_settle, deeds, case),
        lead=_settle_lead,
    )


def _settle(deeds: ComplaintDeeds, case: Case, values: ask.Values) -> Case:
    entry = SettleEntry(int(values["problem_id"] or 0), values["text"])
    return service.settle(deeds.workplace, case.detail.id, case.detail.version, entry)


def _which(case: Case) -> Asked:
    return ask.choice("problem_id", partial(_problems, case), _problem_words)


def _problems(case: Case) -> list[Choice]:
    return [Choice(str(one.id), _short(one.text)) for one in rules.waiting(case.facts)]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"


def _waits(case: Case) -> bool:
    return case.facts.is_open and bool(rules.waiting(case.facts))


def _note_words() -> str:
    return _("Note a side problem")


def _note_button() -> str:
    return _("Note it")


def _note_lead() -> str:
    return _("It keeps this case open until it is filed on its own or settled (R168, R169).")


def _problem_words() -> str:
    return _("Side problem")


def _file_words() -> str:
    return _("Link a side problem to its own record")


def _file_button() -> str:
    return _("Link")


def _file_lead() -> str:
    return _("Register it as a complaint of its own first, or give the order’s number (R168).")


def _number_words() -> str:
    return _("Number of its complaint")


def _reference_words() -> str:
    return _("Another reference")


def _settle_words() -> str:
    return _("Settle a side problem")


def _settle_button() -> str:
    return _("Settled")


def _settle_lead() -> str:
    return _("What cannot be filed anew is settled before this case is closed (R169).")


def _settled_words() -> str:
    return _("How it was settled")
