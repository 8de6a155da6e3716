"""Deeds of a case: its papers, each looked at in the preview before it is printed."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.domain import corrective_action, special_report
from desk.domain.complaint import State
from desk.services.complaint_case import Case
from desk.services.paper import CASE_FORMS, FormCode, name_of
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.paper.at_once import look
from desk.ui.paper.deeds import PaperPlan
from desk.ui.paper.preview import Preview
from desk.wording import sentence

REPORT_JOINT = "report_joint"


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Print each paper of a case that applies to it; one that says nothing yet is shut."""
    return tuple(
        Act(
            code=f"print_{form}",
            group=Group.PAPER,
            words=partial(deeds.form_words, form),
            shown=partial(_applies, form),
            shut=partial(_why_not, deeds, form),
            opens=partial(_opens, deeds, form),
        )
        for form in CASE_FORMS
    )


def likeliest(case: Case) -> FormCode:
    """What is printed of a case as it stands: the sheet to hand out, once it is done the record."""
    is_done = case.detail.state in (State.HANDLED, State.CLOSED)
    return FormCode.COMPLAINT_RECORD if is_done else FormCode.COMPLAINT_SHEET


def preview(
    deeds: ComplaintDeeds, form: FormCode, parent: QWidget, case: Case, *, at_once: bool = False
) -> Preview:
    """A paper of the case; what is printed shows in its record at once.

    `at_once` lets this PC's profile of the form print it without a look.
    """
    title = partial(name_of, case.policy, form)
    plan = replace(deeds.paper.of_case(form, case.detail.id), title=title)
    shown = show_plan(deeds, plan, parent, at_once=at_once)
    for changed in (shown.printed, shown.log_changed):
        changed.connect(deeds.reload)
    if form is FormCode.JOINT_REPORT:
        _HandIn(shown, deeds, case.detail.id)
    return shown


def show_plan(
    deeds: ComplaintDeeds, plan: PaperPlan, parent: QWidget, *, at_once: bool = False
) -> Preview:
    """Any paper, to be looked at and printed."""
    return look(plan, deeds.paper, parent, at_once=at_once)


class _HandIn(QObject):
    """R10: who printed the report of a joint complaint is asked to whom it was handed in."""

    def __init__(self, shown: Preview, deeds: ComplaintDeeds, complaint_id: int) -> None:
        super().__init__(shown)
        self._deeds, self._complaint_id, self._is_printed = deeds, complaint_id, False
        shown.printed.connect(self._was_printed)
        shown.finished.connect(self._was_closed)

    def _was_printed(self, _printed: object) -> None:
        self._is_printed = True

    def _was_closed(self, _result: int) -> None:
        if self._is_printed:
            self._deeds.deed_wanted.emit(self._complaint_id, REPORT_JOINT)


def _opens(deeds: ComplaintDeeds, form: FormCode, parent: QWidget, case: Case) -> None:
    preview(deeds, form, parent, case)


def _applies(form: FormCode, case: Case) -> bool:
    """Whether a paper belongs to a case of its kind, written already or not."""
    facts, policy = case.facts, case.policy
    match form:
        case FormCode.CORRECTIVE_ACTION:
            return corrective_action.is_asked(facts, policy) or facts.correction is not None
        case FormCode.SPECIAL_REPORT:
            return special_report.is_asked_for(facts, policy) or facts.report is not None
        case FormCode.JOINT_REPORT:
            return bool(facts.joint)
    return True


def _why_not(deeds: ComplaintDeeds, form: FormCode, case: Case) -> str:
    """Why a paper is not printed now."""
    return deeds.why_not_print() or _is_empty(form, case)


def _is_empty(form: FormCode, case: Case) -> str:
    """A paper that nobody has written yet says so; for the pen there is the blank one."""
    facts = case.facts
    match form:
        case FormCode.CORRECTIVE_ACTION if facts.correction is None:
            return sentence("paper.corrective_action.missing")
        case FormCode.SPECIAL_REPORT if facts.report is None:
            return sentence("paper.special_report.missing")
        case FormCode.JOINT_REPORT if not facts.is_joint(case.policy):
            least = case.policy.switches.joint_from
            told = {"count": facts.complainants, "least": least}
            return sentence("complaint.joint.too_few", told)
    return ""
