"""《投訴記錄表》 of a case (F6; F2, F3): from its filing to its closing."""

from functools import partial

from desk.domain.business_calendar import BusinessCalendar
from desk.domain.complaint import ContactMethod, ContentClass, Filing, Nature, Severity
from desk.domain.complaint_approval import AGREE, is_agreed
from desk.domain.complaint_close import conditions
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.i18n import pgettext
from desk.printing.forms.complaint_record import FORM, ComplaintRecord
from desk.printing.job import Job
from desk.services import business_calendar, complaint
from desk.services import paper_case_words as words
from desk.services.complaint import Reclassification
from desk.services.complaint_case import Case
from desk.services.paper_case import blank_of, case_of, last_told, sheet_of
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace
from desk.wording import label

CODE = FormCode.COMPLAINT_RECORD

Conditions = tuple[tuple[str, bool], ...]


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The record as the case stands now."""
    workplace.require(Permission.PRINT)
    case = case_of(workplace, key)
    reclassified = complaint.reclassifications(workplace, case.detail.id)
    gather = partial(gathered, business_calendar.of(workplace), case, reclassified)
    return sheet_of(workplace, FORM, CODE, case=case, asked=asked, gather=gather)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The record without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return blank_of(workplace, FORM, CODE, asked)


def gathered(
    calendar: BusinessCalendar, case: Case, reclassified: tuple[Reclassification, ...], job: Job
) -> ComplaintRecord:
    """Everything that is known of the case, in the paper's language."""
    detail, facts, texts, told = case.detail, case.facts, case.texts, last_told(case)
    agreed = [one for one in facts.approvals if one.matter == AGREE] if is_agreed(facts) else []
    is_closed = facts.closed_at is not None and facts.filing is not Filing.EXPLAINED
    return ComplaintRecord(
        job=job,
        number=detail.number,
        filing=facts.filing,
        filed_at=facts.filed_at,
        filed_by=texts.filed_by or "",
        grounds=_grounds(case),
        received_at=detail.received_at,
        complainant=detail.complainant,
        address=detail.unit or "",
        contact=detail.contact,
        about=detail.about,
        matter=matter(case),
        nature=Nature(detail.nature),
        content_class=ContentClass(detail.content_class),
        severity=Severity(detail.severity),
        hot=detail.hot,
        history=words.judged(case, reclassified),
        limits=words.limits(case),
        steps=words.steps(case, job.custom),
        promises=words.promises(case, job.custom),
        result=detail.result,
        told_how=ContactMethod(told.how) if told and told.how else None,
        told_at=told.at if told else None,
        conditions=_conditions(calendar, case),
        verified_by=texts.verified_by or "",
        verified_at=facts.verified_at,
        why_it_happened=facts.why_it_happened,
        what_was_learnt=facts.what_was_learnt,
        how_to_avoid=facts.how_to_avoid,
        agreed_by=agreed[-1].approver if agreed else "",
        agreed_at=agreed[-1].at if agreed else None,
        closed_by=(detail.closed_by or "") if is_closed else "",
        closed_at=detail.closed_at if is_closed else None,
    )


def matter(case: Case) -> str:
    """立項內容: what happened, and what the complainant asks for."""
    demand = pgettext("paper", "Demand: {demand}").format(demand=case.detail.demand)
    return f"{case.detail.course}\n{demand}" if case.detail.demand else case.detail.course


def _grounds(case: Case) -> str:
    """Which of the questions a to f decided, and why (R156-R163)."""
    ground = case.texts.filing_ground
    parts = (label("ground", ground) if ground else "", case.texts.filing_why)
    return " · ".join(part for part in parts if part)


def _conditions(calendar: BusinessCalendar, case: Case) -> Conditions:
    """What the policy asks of this case before it closes; nothing is asked of what is no case."""
    if case.facts.filing is not Filing.FILED:
        return ()
    told = conditions(case.facts, case.policy, calendar, case.seen_at)
    return tuple((label("condition", one), holds) for one, holds in told)
