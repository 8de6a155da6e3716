"""Deeds of a case: the sheet goes to the department, is signed for, comes back (F5, R143, R145)."""

from collections.abc import Callable, Iterable
from functools import partial

from desk.domain import complaint_handling as handling
from desk.domain import hand_out as rules
from desk.domain.hand_out import HandOutEntry, Sheet, SheetEntry
from desk.i18n import _
from desk.services import complaint_handling as service
from desk.services import department
from desk.services.complaint_case import Case
from desk.ui.complaint import act_fields as ask
from desk.ui.complaint.act_fields import Values
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.many_field import ManyField

Deed = Callable[..., Case]


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Out, signed, back."""
    return (
        Act(
            "hand_out",
            Group.HANDLING,
            _hand_out_words,
            shown=_may_go_out,
            shut=partial(ask.shut, deeds, handling.work_blockers),
            plan=partial(_hand_out_plan, deeds),
            primary=_waits_to_go_out,
        ),
        Act(
            "sign_sheet",
            Group.HANDLING,
            _sign_words,
            shown=_waits_to_be_signed,
            shut=partial(ask.shut, deeds, rules.sign_blockers),
            plan=partial(_sign_plan, deeds),
            primary=_waits_to_be_signed,
        ),
        Act(
            "return_sheet",
            Group.HANDLING,
            _return_words,
            shown=_is_out,
            shut=partial(ask.shut, deeds, rules.return_blockers),
            plan=partial(_return_plan, deeds),
        ),
    )


# Out


def _hand_out_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    known = _departments(deeds)
    chosen = (Asked("departments", partial(ManyField, known), _departments_words),)
    name = ask.line("other" if known() else "departments", _other_words, required=not known())
    return DeedPlan(
        title=_hand_out_words,
        button=_hand_out_button,
        asked=(
            *(chosen if known() else ()),
            name,
            ask.moment(deeds, _when_words),
            ask.text("text", _task_words),
        ),
        do=partial(_hand_out, deeds, case),
        lead=_hand_out_lead,
    )


def _hand_out(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    chosen = values["departments"]
    names = (*chosen, values["other"]) if isinstance(chosen, list) else (chosen,)
    entry = HandOutEntry(ask.at(deeds, values), names, values["text"])
    return service.hand_out(deeds.workplace, case.detail.id, case.detail.version, entry)


def _departments(deeds: ComplaintDeeds) -> Callable[[], list[Choice]]:
    """Those that still exist, by their names; read once for the dialog."""
    names = [one.name for one in department.departments(deeds.workplace) if one.active]
    return partial(_as_choices, names)


def _as_choices(names: Iterable[str]) -> list[Choice]:
    return [Choice(name, name) for name in names]


# Signed, back


def _sign_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    unsigned = [one for one in rules.sheets(case.facts) if one.is_out and one.signed is None]
    return DeedPlan(
        title=_sign_words,
        button=_sign_button,
        asked=(
            _which(deeds, unsigned),
            ask.line("person", _receiver_words, required=True),
            ask.moment(deeds, _when_words),
        ),
        do=partial(_sheet_deed, deeds, case, service.sign_sheet),
        lead=_sign_lead,
    )


def _return_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    out = [one for one in rules.sheets(case.facts) if one.is_out]
    signer = out[0].signed.person if len(out) == 1 and out[0].signed is not None else ""
    return DeedPlan(
        title=_return_words,
        button=_return_button,
        asked=(
            _which(deeds, out),
            ask.line("person", _bringer_words, required=True, begins_with=signer),
            ask.moment(deeds, _when_words),
            ask.text("text", _note_words),
        ),
        do=partial(_sheet_deed, deeds, case, service.return_sheet),
        lead=_return_lead,
    )


def _sheet_deed(deeds: ComplaintDeeds, case: Case, deed: Deed, values: Values) -> Case:
    which = int(values["hand_out_id"] or 0)
    entry = SheetEntry(ask.at(deeds, values), which, values["person"], values.get("text", ""))
    return deed(deeds.workplace, case.detail.id, case.detail.version, entry)


def _which(deeds: ComplaintDeeds, sheets: list[Sheet]) -> Asked:
    return ask.choice("hand_out_id", partial(_sheet_choices, deeds, sheets), _sheet_words)


def _sheet_choices(deeds: ComplaintDeeds, sheets: list[Sheet]) -> list[Choice]:
    return [
        Choice(
            str(one.hand_out.id),
            f"{one.hand_out.person} · {deeds.custom.datetime(one.hand_out.at)}",
        )
        for one in sheets
    ]


# What is shown


def _may_go_out(case: Case) -> bool:
    return case.facts.is_open and case.facts.handled_at is None


def _waits_to_go_out(case: Case) -> bool:
    return not rules.sheets(case.facts) and not handling.work_blockers(case.facts)


def _waits_to_be_signed(case: Case) -> bool:
    return not rules.sign_blockers(case.facts)


def _is_out(case: Case) -> bool:
    return not rules.return_blockers(case.facts)


# Words


def _hand_out_words() -> str:
    return _("Hand out to a department")


def _hand_out_button() -> str:
    return _("Hand out")


def _hand_out_lead() -> str:
    return _("The complaint sheet goes to the department; its receiver signs for it (R143).")


def _departments_words() -> str:
    return _("Departments")


def _other_words() -> str:
    return _("Another department")


def _when_words() -> str:
    return _("When")


def _task_words() -> str:
    return _("What they are asked to do")


def _sign_words() -> str:
    return _("Receiver signs for the sheet")


def _sign_button() -> str:
    return _("Signed for")


def _sign_lead() -> str:
    return _("The receiver signs in the disposal record (R143).")


def _sheet_words() -> str:
    return _("Sheet")


def _receiver_words() -> str:
    return _("Who signed for it")


def _return_words() -> str:
    return _("Sheet is back")


def _return_button() -> str:
    return _("Take it back")


def _return_lead() -> str:
    return _("The department brings the sheet back on the day the work is finished (R145).")


def _bringer_words() -> str:
    return _("Who brought it back")


def _note_words() -> str:
    return _("Note")
