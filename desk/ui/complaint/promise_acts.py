"""Deeds of a case: promises made, reported, kept, broken (R8, R9, R133, K18)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain import promise as rules
from desk.domain.approval import Answer
from desk.domain.authority_letter import Letter, amount_of
from desk.domain.complaint_case import PromiseMade
from desk.domain.complaint_handling import open_blockers
from desk.domain.policy import Post
from desk.domain.promise import BreakEntry, KeepEntry, PromiseEntry, ReportEntry
from desk.services import approval_shown, authority_letter
from desk.services import promise as service
from desk.services.complaint_case import Case
from desk.ui.complaint import act_fields as ask
from desk.ui.complaint import act_words
from desk.ui.complaint import promise_words as say
from desk.ui.complaint.act_fields import Values
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.promise_dialog import Above, PromiseDialog, Promising
from desk.ui.complaint.topic_field import TopicField
from desk.ui.kit.approval_dialog import ApprovalQuestion
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.line_field import LineField

_FIGURES = 20
_EXCERPT = 60


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Made, reported, kept, broken."""
    return (
        Act(
            "promise",
            Group.TELLING,
            say.promise,
            shown=ask.is_open,
            shut=partial(ask.shut, deeds, open_blockers),
            opens=partial(_open, deeds),
        ),
        _act(deeds, "report_promise", say.report, _waits_to_be_reported, _report_plan),
        _act(deeds, "keep_promise", say.keep, _waits_to_be_kept, _keep_plan),
        _act(deeds, "break_promise", say.break_off, _may_be_broken, _break_plan),
    )


def _act(
    deeds: ComplaintDeeds,
    code: str,
    words: ask.Words,
    shown: Callable[[Case], bool],
    plan: Callable[[ComplaintDeeds, Case], DeedPlan],
) -> Act:
    return Act(
        code,
        Group.TELLING,
        words,
        shown=shown,
        shut=partial(ask.shut, deeds, open_blockers),
        plan=partial(plan, deeds),
        primary=shown if code == "report_promise" else None,
    )


# Made


def _open(deeds: ComplaintDeeds, parent: QWidget, case: Case) -> None:
    dialog = promise_dialog(deeds, case, parent.window())
    dialog.deed_done.connect(partial(_was_done, deeds))
    dialog.open()


def _was_done(deeds: ComplaintDeeds, _case: object) -> None:
    deeds.reload()


def promise_dialog(deeds: ComplaintDeeds, case: Case, parent: QWidget) -> PromiseDialog:
    """What is asked for, and how a word from above is asked where it goes beyond the letter."""
    above = Above(partial(_question, deeds, case), partial(_approved, deeds, case))
    about = f"{case.detail.number} · {case.detail.complainant}"
    return PromiseDialog(_promise_plan(deeds, case), above, parent, about=about)


def _promise_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    letters = authority_letter.of_day(deeds.workplace, deeds.custom.day(deeds.now()))
    holders = partial(_holders, letters)
    return DeedPlan(
        title=say.promise,
        button=say.promise_button,
        asked=(
            ask.text("text", say.what, rules.WORDS_LIMIT, required=True),
            Asked(
                "made_by", partial(TopicField, rules.NAME_LIMIT, holders), say.who, True, ask.HALF
            ),
            ask.choice("post", partial(_posts, case), say.post, span=ask.HALF),
            ask.moment(deeds, say.due, "due_at", begins_with=None),
            Asked(
                "amount",
                partial(LineField, _FIGURES, check=_amount_problem),
                say.amount,
                span=ask.HALF,
                hint=say.amount_hint,
            ),
            ask.yes_or_no("covered", say.covered),
            ask.moment(deeds, say.made, "made_at"),
        ),
        do=Promising(partial(_make, deeds, case)),
        lead=partial(say.promise_lead, letters, case.policy, deeds.custom),
    )


def _make(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    detail = case.detail
    return service.make(deeds.workplace, detail.id, detail.version, _entry(deeds, values))


def _approved(deeds: ComplaintDeeds, case: Case, values: Values, answer: Answer) -> Case:
    detail, entry = case.detail, _entry(deeds, values)
    return service.make_approved(deeds.workplace, detail.id, detail.version, entry, answer)


def _question(deeds: ComplaintDeeds, case: Case, values: Values) -> ApprovalQuestion:
    entry = _entry(deeds, values)
    beyond = service.power_reasons(deeds.workplace, entry)
    return ApprovalQuestion(
        say.ask_title(),
        approval_shown.of_promise(deeds.workplace, case, entry, beyond),
        act_words.post_words(case.policy, rules.approver_of(entry.post)),
        deeds.workplace.actor.name,
    )


def _entry(deeds: ComplaintDeeds, values: Values) -> PromiseEntry:
    return PromiseEntry(
        made_at=ask.at(deeds, values, "made_at"),
        text=values["text"],
        made_by=values["made_by"],
        post=Post(values["post"]) if values["post"] else None,
        due_at=values["due_at"],
        amount=amount_of(values["amount"]),
        covered=ask.is_yes(values, "covered"),
    )


def _amount_problem(text: str) -> str | None:
    return say.not_an_amount() if text and amount_of(text) is None else None


def _holders(letters: Sequence[Letter]) -> list[str]:
    return list(dict.fromkeys(one.holder for one in letters))


def _posts(case: Case) -> list[Choice]:
    return [Choice(one, act_words.post_words(case.policy, one)) for one in Post]


# Reported, kept, broken


def _report_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=say.report,
        button=say.report_button,
        asked=(
            _which(rules.to_report(case.facts)),
            ask.line("reported_to", say.reported_to, required=True),
            ask.moment(deeds, say.when),
        ),
        do=partial(_report, deeds, case),
        lead=say.report_lead,
    )


def _report(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = ReportEntry(ask.at(deeds, values), _chosen(values), values["reported_to"])
    return service.report(deeds.workplace, case.detail.id, case.detail.version, entry)


def _keep_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=say.keep,
        button=say.keep_button,
        asked=(_which(rules.unkept(case.facts)), ask.moment(deeds, say.when)),
        do=partial(_keep, deeds, case),
    )


def _keep(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = KeepEntry(ask.at(deeds, values), _chosen(values))
    return service.keep(deeds.workplace, case.detail.id, case.detail.version, entry)


def _break_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    return DeedPlan(
        title=say.break_off,
        button=say.break_button,
        asked=(
            _which(_unbroken(case)),
            ask.line("why", say.why, rules.WHY_LIMIT, required=True, span=12),
        ),
        do=partial(_break, deeds, case),
        lead=say.break_lead,
    )


def _break(deeds: ComplaintDeeds, case: Case, values: Values) -> Case:
    entry = BreakEntry(_chosen(values), values["why"])
    return service.break_off(deeds.workplace, case.detail.id, case.detail.version, entry)


def _chosen(values: Values) -> int:
    return int(values["promise_id"] or 0)


def _which(promises: Sequence[PromiseMade]) -> Asked:
    return ask.choice("promise_id", partial(_lines, promises), say.which)


def _lines(promises: Sequence[PromiseMade]) -> list[Choice]:
    return [Choice(str(one.id), _short(one.text)) for one in promises]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"


# What is shown


def _waits_to_be_reported(case: Case) -> bool:
    return case.facts.is_open and bool(rules.to_report(case.facts))


def _waits_to_be_kept(case: Case) -> bool:
    return case.facts.is_open and bool(rules.unkept(case.facts))


def _may_be_broken(case: Case) -> bool:
    return case.facts.is_open and bool(_unbroken(case))


def _unbroken(case: Case) -> tuple[PromiseMade, ...]:
    return tuple(one for one in rules.unkept(case.facts) if not one.broken_why)
