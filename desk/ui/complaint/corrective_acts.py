"""Deeds of a case: the corrective-action sheet, written, carried out, verified (R146)."""

import datetime as dt
from functools import partial

from desk.domain import corrective_action as rules
from desk.domain.corrective_action import DoneEntry, SheetEntry, VerifyEntry
from desk.i18n import _
from desk.services import corrective_action as service
from desk.services.complaint_case import Case
from desk.ui.complaint import act_fields as ask
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked, DeedPlan


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Written, done, verified."""
    return (
        Act(
            "write_corrective_action",
            Group.HANDLING,
            _write_words,
            shown=_may_be_written,
            shut=partial(ask.shut, deeds, rules.write_blockers),
            plan=partial(_write_plan, deeds),
            settles=frozenset({"complaint.corrective_action.missing"}),
        ),
        Act(
            "mark_corrective_action",
            Group.HANDLING,
            _done_words,
            shown=_waits_to_be_done,
            shut=partial(ask.shut, deeds, rules.done_blockers),
            plan=partial(_done_plan, deeds),
            settles=frozenset({"complaint.corrective_action.unverified"}),
        ),
        Act(
            "verify_corrective_action",
            Group.HANDLING,
            _verify_words,
            shown=_waits_to_be_verified,
            shut=partial(_verify_shut, deeds),
            plan=partial(_verify_plan, deeds),
            settles=frozenset({"complaint.corrective_action.unverified"}),
        ),
    )


def _write_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    sheet = case.facts.correction
    captions = {"cause": _cause, "correction": _correction, "prevention": _prevention}
    texts = tuple(
        ask.text(key, words, required=True, begins_with=getattr(sheet, key, ""))
        for key, words in captions.items()
    )
    day = Asked(
        "due_on",
        partial(DayField, deeds.custom, partial(_today, deeds)),
        _due_words,
        required=True,
        span=ask.HALF,
        begins_with=getattr(sheet, "due_on", None),
    )
    responsible = ask.line(
        "responsible",
        _responsible_words,
        required=True,
        begins_with=getattr(sheet, "responsible", case.texts.department),
    )
    return DeedPlan(
        title=_write_words,
        button=_write_button,
        asked=(*texts, responsible, day),
        do=partial(_write, deeds, case),
        lead=_write_lead,
    )


def _today(deeds: ComplaintDeeds) -> dt.date:
    return deeds.custom.day(deeds.now())


def _write(deeds: ComplaintDeeds, case: Case, values: ask.Values) -> Case:
    entry = SheetEntry(**{key: values[key] for key in (*rules.TEXTS, "responsible", "due_on")})
    return service.write(deeds.workplace, case.detail.id, case.detail.version, entry)


def _done_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=_done_words,
        button=_done_button,
        asked=(
            ask.text("text", _carried_out_words, required=True),
            ask.moment(deeds, _when_words),
        ),
        do=partial(_done, deeds, case),
    )


def _done(deeds: ComplaintDeeds, case: Case, values: ask.Values) -> Case:
    entry = DoneEntry(ask.at(deeds, values), values["text"])
    return service.mark_done(deeds.workplace, case.detail.id, case.detail.version, entry)


def _verify_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=_verify_words,
        button=_verify_button,
        asked=(ask.text("text", _found_words, required=True),),
        do=partial(_verify, deeds, case),
        lead=_verify_lead,
    )


def _verify(deeds: ComplaintDeeds, case: Case, values: ask.Values) -> Case:
    entry = VerifyEntry(values["text"])
    return service.verify(deeds.workplace, case.detail.id, case.detail.version, entry)


# What is shown, and why not


def _may_be_written(case: Case) -> bool:
    """Where the policy asks for a sheet, or there is one, until it is carried out."""
    sheet = case.facts.correction
    wanted = sheet is not None or rules.is_asked(case.facts, case.policy)
    return case.facts.is_open and wanted and (sheet is None or sheet.done_at is None)


def _waits_to_be_done(case: Case) -> bool:
    sheet = case.facts.correction
    return case.facts.is_open and sheet is not None and sheet.done_at is None


def _waits_to_be_verified(case: Case) -> bool:
    sheet = case.facts.correction
    done = sheet is not None and sheet.done_at is not None and sheet.verified_at is None
    return case.facts.is_open and done


def _verify_shut(deeds: ComplaintDeeds, case: Case) -> str:
    return ask.shut_for(deeds, rules.verify_blockers(case.facts, deeds.workplace.actor.id))


# Words


def _write_words() -> str:
    return _("Write the corrective-action sheet")


def _write_button() -> str:
    return _("Keep the sheet")


def _write_lead() -> str:
    return _("Major and important cases are put right and kept from coming back (R146).")


def _cause() -> str:
    return _("Cause")


def _correction() -> str:
    return _("Correction")


def _prevention() -> str:
    return _("Prevention")


def _responsible_words() -> str:
    return _("Responsible")


def _due_words() -> str:
    return _("To be done by")


def _done_words() -> str:
    return _("Corrective action carried out")


def _done_button() -> str:
    return _("Carried out")


def _carried_out_words() -> str:
    return _("What was carried out")


def _when_words() -> str:
    return _("When")


def _verify_words() -> str:
    return _("Verify the corrective action")


def _verify_button() -> str:
    return _("Verified")


def _verify_lead() -> str:
    return _("Another person than the writer of the sheet looks whether it works (R146).")


def _found_words() -> str:
    return _("What was found")
