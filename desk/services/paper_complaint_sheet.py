"""《客戶投訴意見表》 (F4) of a complaint. Printing is imported late."""

from functools import partial
from typing import TYPE_CHECKING

from desk.domain import numbering
from desk.domain.complaint import ContactMethod, ContentClass, Nature, Severity
from desk.domain.permissions import Permission
from desk.domain.reception import Channel
from desk.errors import NotFound
from desk.models.lists import complaint as complaint_list
from desk.models.lists import complaint_detail
from desk.models.lists import print_log as print_list
from desk.models.lists.complaint_detail import ComplaintDetail
from desk.services.paper_sheet import LATEST, Sheet, Subject, build, number_of
from desk.services.workplace import Workplace

if TYPE_CHECKING:
    from desk.printing.forms.complaint_sheet import ComplaintSheet
    from desk.printing.job import Job

COMPLAINT_SHEET = "complaint_sheet"
KIND = "complaint"


def prepare_complaint_sheet(workplace: Workplace, key: int | str, language: str) -> Sheet:
    """The complaint sheet (F4) as it stands now; `key` is an id, a number, a code or "latest"."""
    from desk.printing.forms.complaint_sheet import FORM  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    detail, before = _complaint(workplace, key)
    subject = Subject(COMPLAINT_SHEET, KIND, detail.id, detail.version, detail.number, before)
    return build(workplace, FORM, subject, language, partial(_gathered, detail))


def prepare_blank_complaint_sheet(workplace: Workplace, language: str) -> Sheet:
    """The complaint sheet without values, for the drawer."""
    from desk.printing.forms.complaint_sheet import FORM  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(COMPLAINT_SHEET, KIND), language)


def _complaint(workplace: Workplace, key: int | str) -> tuple[ComplaintDetail, int]:
    """The record, and how often its sheet was printed before."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            detail = complaint_detail.detail(reader, key)
        else:
            number = complaint_list.latest_number(reader) if key == LATEST else number_of(key)
            detail = complaint_detail.detail_by_number(reader, number or "")
        if detail is None:
            raise NotFound(KIND, str(key))
        return detail, print_list.times_printed(reader, COMPLAINT_SHEET, KIND, detail.id)


def _gathered(detail: ComplaintDetail, job: "Job") -> "ComplaintSheet":
    from desk.printing.forms.complaint_sheet import ComplaintSheet  # noqa: PLC0415

    return ComplaintSheet(
        job=job,
        number=detail.number,
        scan_code=numbering.scan_code(detail.number),
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
        process=detail.process,
        result=detail.result,
    )
