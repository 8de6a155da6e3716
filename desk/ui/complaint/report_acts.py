"""Deeds of a case: its special report 專項報告 (R93)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from desk.domain import special_report as rules
from desk.domain.complaint import State
from desk.domain.complaint_clock import Category
from desk.domain.special_report import SpecialReportEntry
from desk.services import special_report
from desk.services.complaint_case import Case
from desk.ui.complaint import telling_words as say
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.text_field import TextField
from desk.wording import reasons_words

Values = Mapping[str, Any]
Reasons = Callable[..., Any]


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Writing the report, correcting it."""
    return (
        Act(
            "special_report",
            Group.PAPER,
            say.report,
            shown=_waits_for_report,
            shut=partial(_why_not, deeds, special_report.write_reasons),
            plan=partial(_report_plan, deeds),
            primary=_owes_report,
        ),
        Act(
            "correct_special_report",
            Group.PAPER,
            say.correct_report,
            shown=_has_report,
            shut=partial(_why_not, deeds, special_report.correct_reasons),
            plan=partial(_report_plan, deeds),
        ),
    )


def _why_not(deeds: ComplaintDeeds, reasons: Reasons, case: Case) -> str:
    return reasons_words(reasons(deeds.workplace, case))


def _report_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    """As it was written, or begun from what the case says already."""
    facts, known = case.facts, case.facts.report
    begun = {
        "cause": known.cause if known else facts.why_it_happened,
        "handling": known.handling if known else case.detail.process,
        "review": known.review if known else facts.what_was_learnt,
        "improvement": known.improvement if known else facts.how_to_avoid,
    }
    title = say.report if known is None else say.correct_report
    return DeedPlan(
        title=title,
        button=title,
        asked=tuple(
            Asked(
                field,
                partial(TextField, rules.TEXT_LIMIT, lines=3),
                say.REPORT[field],
                required=True,
                begins_with=text,
            )
            for field, text in begun.items()
        ),
        do=partial(_report, deeds, case),
        lead=partial(say.report_lead, "" if known is None else known.volume),
    )


def _report(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = SpecialReportEntry(**{field: values[field] for field in rules.FIELDS})
    deed = special_report.write if case.facts.report is None else special_report.correct
    return deed(deeds.workplace, case.detail.id, case.detail.version, entry)


def _waits_for_report(case: Case) -> bool:
    is_done = case.facts.handled_at is not None or case.facts.state is State.CLOSED
    return is_done and not _has_report(case) and rules.is_asked_for(case.facts, case.policy)


def _owes_report(case: Case) -> bool:
    return any(one.category is Category.PAPER and one.is_open for one in case.clocks)


def _has_report(case: Case) -> bool:
    return case.facts.report is not None
