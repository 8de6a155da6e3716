"""專項報告 of a 重大, 熱點 or 重要 case (F14, R93): what it says, under its own volume number."""

from functools import partial

from desk.domain.complaint import ContentClass, Impact, Nature, Severity
from desk.domain.complaint_case import Report
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.models.lists import attachment as attachment_list
from desk.printing.forms.special_report import FORM, SpecialReport
from desk.printing.job import Job
from desk.services import paper_case_words as words
from desk.services.complaint_case import KIND, Case
from desk.services.paper_case import blank_of, case_of, sheet_of
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace

CODE = FormCode.SPECIAL_REPORT


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The report as it stands now; refused while there is none."""
    workplace.require(Permission.PRINT)
    case = case_of(workplace, key)
    report = case.facts.report
    if report is None:
        raise RuleRefused([Reason("paper.special_report.missing")])
    with workplace.reading() as reader:
        files = tuple(one.name for one in attachment_list.of_record(reader, KIND, case.detail.id))
    gather = partial(gathered, case, report, files)
    return sheet_of(workplace, FORM, CODE, case=case, asked=asked, gather=gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The report without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return blank_of(workplace, FORM, CODE, asked)


def gathered(case: Case, report: Report, files: tuple[str, ...], job: Job) -> SpecialReport:
    """What was written, and what the case says of itself."""
    detail, facts = case.detail, case.facts
    return SpecialReport(
        job=job,
        number=detail.number,
        volume=report.volume,
        received_at=detail.received_at,
        closed_at=detail.closed_at,
        complainant=detail.complainant,
        room=detail.unit or "",
        complainants=facts.complainants if facts.joint else None,
        department=case.texts.department or detail.about,
        nature=Nature(detail.nature),
        content_class=ContentClass(detail.content_class),
        severity=Severity(detail.severity),
        hot=detail.hot,
        impact=Impact(detail.impact),
        facts=detail.course,
        course=words.course(case, job.custom),
        cause=report.cause,
        handling=report.handling,
        result=detail.result or detail.process,
        review=report.review,
        improvement=report.improvement,
        attachments="、".join(files),
        written_by=report.written_by,
        written_on=job.custom.day(report.written_at),
    )
