"""《客戶投訴意見表》 of a complaint (F4; F1, and F10 for one by phone): what the sheet says."""

from functools import partial

from desk.domain.callback import CallbackHow, Satisfaction, last_callback
from desk.domain.complaint import ContactMethod, ContentClass, Nature, Severity
from desk.domain.complaint_handling import StepKind
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.policy import Act, Post
from desk.domain.reception import Channel
from desk.printing.forms.complaint_sheet import FORM, ComplaintSheet
from desk.printing.job import Job
from desk.services.complaint_case import Case
from desk.services.paper_case import blank_of, case_of, last_told, sheet_of
from desk.services.paper_sheet import Asked, Sheet
from desk.services.workplace import Workplace

CODE = FormCode.COMPLAINT_SHEET

_TICKED = (Post.SUPERVISOR, Post.PROPERTY_MANAGER)


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """The sheet as the case stands now, under the policy's title for an intake of its channel."""
    workplace.require(Permission.PRINT)
    case = case_of(workplace, key)
    is_by_phone = case.detail.channel == Channel.PHONE
    before = (Act.PHONE_INTAKE,) if is_by_phone else ()
    gather = partial(gathered, case)
    return sheet_of(workplace, FORM, CODE, case=case, asked=asked, gather=gather, before=before)


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The sheet without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return blank_of(workplace, FORM, CODE, asked)


def gathered(case: Case, job: Job) -> ComplaintSheet:
    """Everything that is known of the case and stands on the sheet."""
    detail, told, callback = case.detail, last_told(case), last_callback(case.facts)
    return ComplaintSheet(
        job=job,
        number=detail.number,
        received_at=detail.received_at,
        received_by=detail.received_by,
        channel=Channel(detail.channel),
        complainant=detail.complainant,
        room=detail.unit or "",
        contact=detail.contact,
        contact_method=ContactMethod(detail.contact_method),
        occurred_at=detail.occurred_at,
        place=detail.place,
        about=detail.about,
        course=detail.course,
        demand=detail.demand,
        nature=Nature(detail.nature),
        content_class=ContentClass(detail.content_class),
        severity=Severity(detail.severity),
        called_in=_called_in(case),
        process=detail.process,
        result=detail.result,
        told_how=ContactMethod(told.how) if told and told.how else None,
        told_at=told.at if told else None,
        called_back_by=callback.by if callback else "",
        called_back_at=callback.at if callback else None,
        called_back_how=CallbackHow(callback.how) if callback else None,
        satisfaction=Satisfaction(callback.satisfaction)
        if callback and callback.satisfaction
        else None,
        opinion=(callback.opinion or callback.why) if callback else "",
    )


def _called_in(case: Case) -> tuple[Post | str, ...]:
    """R141: the two posts of the manual are ticked, others named; at the intake it was a name."""
    called: list[Post | str] = []
    steps = tuple(case.facts.steps_of(StepKind.CALLED_IN))
    for step in steps:
        is_ticked = step.post in _TICKED
        called.append(Post(step.post) if is_ticked else step.person)
    at_intake = case.detail.called_in
    if at_intake and at_intake not in {step.person for step in steps}:
        called.insert(0, at_intake)
    return tuple(dict.fromkeys(called))
