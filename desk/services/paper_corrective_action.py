"""糾正預防措施 of a grave case (R146): what its sheet says."""

from functools import partial

from desk.domain.complaint import Severity
from desk.domain.complaint_case import Correction
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.printing.forms.corrective_action import FORM, CorrectiveAction
from desk.printing.job import Job
from desk.services.complaint_case import Case
from desk.services.paper_case import blank_of, case_of, sheet_of
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace

CODE = FormCode.CORRECTIVE_ACTION


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The sheet as it stands now; refused while there is none."""
    workplace.require(Permission.PRINT)
    case = case_of(workplace, key)
    sheet = case.facts.correction
    if sheet is None:
        raise RuleRefused([Reason("paper.corrective_action.missing")])
    gather = partial(gathered, case, sheet)
    return sheet_of(workplace, FORM, CODE, case=case, asked=asked, gather=gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The sheet without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return blank_of(workplace, FORM, CODE, asked)


def gathered(case: Case, sheet: Correction, job: Job) -> CorrectiveAction:
    """What was written, done and verified."""
    return CorrectiveAction(
        job=job,
        number=case.detail.number,
        department=case.texts.department or case.detail.about,
        severity=Severity(case.detail.severity),
        written_by=sheet.written_by,
        written_at=sheet.written_at,
        facts=case.detail.course,
        cause=sheet.cause,
        correction=sheet.correction,
        prevention=sheet.prevention,
        responsible=sheet.responsible,
        due_on=sheet.due_on,
        done=sheet.done_text,
        done_at=sheet.done_at,
        verification=sheet.verified_text,
        verified_by=sheet.verified_by,
        verified_at=sheet.verified_at,
    )
