"""Deeds of a case: problems that came up beside it (R168, R169)."""

from functools import partial

from desk.domain import side_problem as rules
from desk.domain.complaint_handling import open_blockers
from desk.domain.side_problem import FileEntry, SettleEntry
from desk.i18n import _
from desk.services import side_problem as service
from desk.services.complaint_case import Case
from desk.ui.complaint import act_fields as ask
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedPlan

_FILED, _SETTLED = "filed", "settled"
_EXCERPT = 60


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Noting it, and what becomes of it."""
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
            "resolve_side_problem",
            Group.HANDLING,
            _resolve_words,
            shown=_waits,
            shut=partial(ask.shut, deeds, rules.waiting_blockers),
            plan=partial(_resolve_plan, deeds),
            settles=frozenset({"complaint.side_problem.open"}),
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


def _resolve_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    """R168: it stands on its own; R169: or it is settled here."""
    outcome = partial(SegmentField, _outcomes)
    return DeedPlan(
        title=_resolve_words,
        button=_resolve_button,
        asked=(
            _which(case),
            Asked("outcome", outcome, _outcome_words, required=True, begins_with=_FILED),
            ask.line("number", _number_words, rules.REFERENCE_LIMIT, when=_is_filed),
            ask.line("reference", _reference_words, rules.REFERENCE_LIMIT, when=_is_filed),
            ask.text("text", _settled_words, required=True, when=_is_settled),
        ),
        do=partial(_resolve, deeds, case),
        lead=_resolve_lead,
    )


def _resolve(deeds: ComplaintDeeds, case: Case, values: ask.Values) -> Case:
    which, detail = int(values["problem_id"] or 0), case.detail
    if _is_settled(values):
        settled = SettleEntry(which, values["text"])
        return service.settle(deeds.workplace, detail.id, detail.version, settled)
    entry = FileEntry(which, values["number"], values["reference"])
    return service.file(deeds.workplace, detail.id, detail.version, entry)


def _is_filed(values: ask.Values) -> bool:
    return bool(values["outcome"] == _FILED)


def _is_settled(values: ask.Values) -> bool:
    return bool(values["outcome"] == _SETTLED)


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


def _resolve_words() -> str:
    return _("Settle or link a side problem")


def _resolve_button() -> str:
    return _("Keep it so")


def _resolve_lead() -> str:
    return _(
        "Register it as a complaint of its own first, or give the order's number (R168). What"
        " cannot be filed anew is settled before this case is closed (R169)."
    )


def _outcome_words() -> str:
    return _("What became of it")


def _outcomes() -> list[Choice]:
    return [Choice(_FILED, _("Filed on its own")), Choice(_SETTLED, _("Settled here"))]


def _number_words() -> str:
    return _("Number of its complaint")


def _reference_words() -> str:
    return _("Another reference")


def _settled_words() -> str:
    return _("How it was settled")
