"""Deeds of a case: summed up, found to be unsolvable, closed 銷項."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from desk.domain import complaint_closing as rules
from desk.domain.complaint import State
from desk.domain.complaint_closing import SummaryEntry
from desk.services import complaint_closing as closing
from desk.services.complaint_case import Case
from desk.ui.complaint import clock_words
from desk.ui.complaint import closing_words as say
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.text_field import TextField
from desk.wording import reasons_words

Values = Mapping[str, Any]
Deed = Callable[..., Case]

RESULT = "complaint.result.missing"


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """What is written down before the closing, and the closing."""
    return (
        Act(
            "summarise",
            Group.CLOSING,
            say.summarise,
            shown=is_filed,
            shut=partial(why_not, deeds, closing.note_reasons),
            plan=partial(_summary_plan, deeds),
            settles=frozenset(f"complaint.{one}.missing" for one in rules.SUMMARY),
        ),
        Act(
            "write_result",
            Group.CLOSING,
            say.result,
            shown=is_filed,
            shut=partial(why_not, deeds, closing.note_reasons),
            plan=partial(_result_plan, deeds, closing.write_result, say.RESULT),
            settles=frozenset({RESULT}),
        ),
        *_unsolvable_acts(deeds),
        Act(
            "close",
            Group.CLOSING,
            say.close,
            shown=is_filed,
            shut=partial(_why_not_close, deeds),
            plan=partial(_result_plan, deeds, closing.close, say.CLOSE),
            primary=_may_be_closed,
        ),
    )


def _unsolvable_acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    return (
        Act(
            "mark_unsolvable",
            Group.CLOSING,
            say.unsolvable,
            shown=_is_unhandled,
            shut=partial(why_not, deeds, closing.unsolvable_reasons),
            plan=partial(text_plan, deeds, closing.mark_unsolvable, say.UNSOLVABLE),
        ),
        Act(
            "take_up",
            Group.CLOSING,
            say.take_up,
            shown=_is_stuck,
            shut=partial(why_not, deeds, closing.solvable_reasons),
            plan=partial(text_plan, deeds, closing.take_up, say.TAKE_UP),
        ),
    )


# Why not


def why_not(deeds: ComplaintDeeds, reasons: Callable[..., Any], case: Case) -> str:
    """Why a deed is shut, in words."""
    return reasons_words(reasons(deeds.workplace, case))


def _why_not_close(deeds: ComplaintDeeds, case: Case) -> str:
    """Everything that is missing; the result alone is asked for in the dialog itself."""
    missing = closing.close_reasons(deeds.workplace, case)
    if all(one.code == RESULT for one in missing):
        return ""
    return "\n".join(clock_words.blocker_words(case, one) for one in missing)


# What a deed asks for


def text_plan(deeds: ComplaintDeeds, deed: Deed, said: say.OneText, case: Case) -> DeedPlan:
    """A deed that asks for one text."""
    field = Asked(
        said.key, partial(TextField, rules.TEXT_LIMIT, lines=3), said.caption, required=True
    )
    return DeedPlan(
        title=said.title,
        button=said.button,
        asked=(field,),
        do=partial(_write, deeds, deed, said.key, case),
        lead=said.lead,
    )


def _result_plan(deeds: ComplaintDeeds, deed: Deed, said: say.OneText, case: Case) -> DeedPlan:
    """The final result, which may have been written before."""
    text = Asked(
        said.key,
        partial(TextField, rules.RESULT_LIMIT, lines=4),
        said.caption,
        required=True,
        begins_with=case.detail.result,
    )
    return DeedPlan(
        title=said.title,
        button=said.button,
        asked=(text,),
        do=partial(_write, deeds, deed, said.key, case),
        lead=said.lead,
    )


def _write(deeds: ComplaintDeeds, deed: Deed, key: str, case: Case, values: Values) -> Case:
    return deed(deeds.workplace, case.detail.id, case.detail.version, values[key])


def _summary_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=say.summarise,
        button=say.keep,
        asked=tuple(
            Asked(
                key,
                partial(TextField, rules.TEXT_LIMIT, lines=2),
                say.SUMMARY[key],
                required=key != "what_to_adjust",
                begins_with=getattr(case.facts, key),
            )
            for key in rules.SUMMARY
        ),
        do=partial(_summarise, deeds, case),
        lead=say.summary_lead,
    )


def _summarise(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = SummaryEntry(**{key: values[key] for key in rules.SUMMARY})
    return closing.summarise(deeds.workplace, case.detail.id, case.detail.version, entry)


# What is shown, and what is chosen from


def is_filed(case: Case) -> bool:
    """Whether it is a case that is still open."""
    return case.facts.is_open and case.facts.filing == "filed"


def _is_unhandled(case: Case) -> bool:
    return is_filed(case) and case.facts.handled_at is None and not _is_stuck(case)


def _is_stuck(case: Case) -> bool:
    facts = case.facts
    return is_filed(case) and facts.handled_at is None and facts.unsolvable_at is not None


def _may_be_closed(case: Case) -> bool:
    return case.facts.state is State.HANDLED or _is_stuck(case)
