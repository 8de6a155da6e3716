"""Forms on paper: gather a record's values, build the PDF, and log what was really printed.

Looking at a sheet is not printing it: `prepare_…` only builds. `save_pdf` and `log_print` write
the log, the one together with the file, the other after the printer has taken the pages, so that
nothing is marked printed that is not. Printing is imported late: the first window needs no
ReportLab.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.domain import numbering
from desk.domain.clean import clean_line
from desk.domain.complaint import ContactMethod, ContentClass, Nature, Severity
from desk.domain.permissions import Permission
from desk.domain.reception import Channel
from desk.errors import NotFound
from desk.models.lists import complaint as complaint_list
from desk.models.lists import complaint_detail
from desk.models.lists import print_log as print_list
from desk.models.lists.complaint_detail import ComplaintDetail
from desk.models.lists.print_log import PrintRow
from desk.models.print_log import PrintLog
from desk.services import files
from desk.services.workplace import Workplace

if TYPE_CHECKING:
    from desk.printing.forms.complaint_sheet import ComplaintSheet
    from desk.printing.job import Job

LANGUAGES = ("zh_Hant", "zh_Hans", "en")
LATEST = "latest"
COMPLAINT_SHEET = "complaint_sheet"

__all__ = [
    "COMPLAINT_SHEET",
    "LANGUAGES",
    "LATEST",
    "Destination",
    "PrintRow",
    "Printed",
    "Sheet",
    "blank_complaint_sheet",
    "complaint_sheet",
    "log_print",
    "prepare_blank_complaint_sheet",
    "prepare_complaint_sheet",
    "prints_of",
    "save_pdf",
]


class Destination(StrEnum):
    """Where a print went."""

    PRINTER = "printer"
    PDF = "pdf"


@dataclass(frozen=True)
class Sheet:
    """A form that was built and not yet printed.

    `version` is that of the record when it was read; `reprint` counts the prints before this one;
    `digest` is the SHA-256 of the PDF in hexadecimal.
    """

    pdf: bytes
    form: str
    kind: str
    record_id: int | None
    version: int
    number: str
    language: str
    template_version: str
    reprint: int
    prepared_at: datetime
    content: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """What the log keeps of the PDF itself."""
        return hashlib.sha256(self.pdf).hexdigest()


@dataclass(frozen=True)
class Printed:
    """A form that was printed or saved, and its entry in the log."""

    pdf: bytes
    number: str
    language: str
    digest: str
    reprint: int
    log_id: int


# Building


def prepare_complaint_sheet(workplace: Workplace, key: int | str, language: str) -> Sheet:
    """The complaint sheet (F4) as it stands now; `key` is an id, a number, a code or "latest"."""
    from desk.printing.forms.complaint_sheet import TEMPLATE_VERSION, build  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    detail, before = _complaint(workplace, key)
    now = workplace.now()
    sheet = _complaint_sheet(detail, _job(workplace, now, before))
    return Sheet(
        pdf=build(sheet, language),
        form=COMPLAINT_SHEET,
        kind="complaint",
        record_id=detail.id,
        version=detail.version,
        number=detail.number,
        language=language,
        template_version=TEMPLATE_VERSION,
        reprint=before,
        prepared_at=now,
        content=_content(sheet),
    )


def prepare_blank_complaint_sheet(workplace: Workplace, language: str) -> Sheet:
    """The complaint sheet without values, for the drawer."""
    from desk.printing.forms.complaint_sheet import TEMPLATE_VERSION, blank  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    now = workplace.now()
    return Sheet(
        pdf=blank(_job(workplace, now, 0), language),
        form=COMPLAINT_SHEET,
        kind="complaint",
        record_id=None,
        version=0,
        number="",
        language=language,
        template_version=TEMPLATE_VERSION,
        reprint=0,
        prepared_at=now,
        content={},
    )


# Printing


def log_print(
    workplace: Workplace, sheet: Sheet, destination: Destination, copies: int = 1
) -> Printed:
    """Write down that the sheet was printed; called once the printer has taken it."""
    with workplace.deed(Permission.PRINT) as work:
        row = _log_row(sheet, destination, copies)
        row.printed_at, row.printed_by_id = work.now, workplace.actor.id
        work.add(row)
        work.commit()
    return _printed(sheet, row)


def save_pdf(workplace: Workplace, sheet: Sheet, path: Path) -> Printed:
    """Write the PDF whole or not at all, and log it; no file stands that the log does not know.

    An older file of that name stays as it was until both are safe.
    """
    with workplace.deed(Permission.PRINT) as work:
        row = _log_row(sheet, Destination.PDF, 1)
        row.printed_at, row.printed_by_id = work.now, workplace.actor.id
        work.add(row)
        with files.written_after(path, sheet.pdf):
            work.commit()
    return _printed(sheet, row)


def complaint_sheet(
    workplace: Workplace, number: str, language: str, file: Path | None = None
) -> Printed:
    """Print the sheet of a number or of "latest" as a PDF, into `file` where one is named."""
    return _print_as_pdf(workplace, prepare_complaint_sheet(workplace, number, language), file)


def blank_complaint_sheet(workplace: Workplace, language: str, file: Path | None = None) -> Printed:
    """Print the blank complaint sheet as a PDF, into `file` where one is named."""
    return _print_as_pdf(workplace, prepare_blank_complaint_sheet(workplace, language), file)


def prints_of(workplace: Workplace, kind: str, record_id: int) -> tuple[PrintRow, ...]:
    """What was printed of a record, newest first."""
    with workplace.reading() as reader:
        return print_list.of_record(reader, kind, record_id)


# Parts


def _print_as_pdf(workplace: Workplace, sheet: Sheet, file: Path | None) -> Printed:
    if file is None:
        return log_print(workplace, sheet, Destination.PDF)
    return save_pdf(workplace, sheet, file)


def _complaint(workplace: Workplace, key: int | str) -> tuple[ComplaintDetail, int]:
    """The record, and how often its sheet was printed before."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            detail = complaint_detail.detail(reader, key)
        else:
            number = complaint_list.latest_number(reader) if key == LATEST else _number(key)
            detail = complaint_detail.detail_by_number(reader, number or "")
        if detail is None:
            raise NotFound("complaint", str(key))
        return detail, print_list.times_printed(reader, COMPLAINT_SHEET, "complaint", detail.id)


def _number(key: str) -> str:
    """A number as people type it, or as a scanner reads it."""
    key = clean_line(key)
    return numbering.from_scan_code(key) or str(numbering.parse_number(key) or key)


def _job(workplace: Workplace, now: datetime, reprint: int) -> "Job":
    from desk.printing.job import Job  # noqa: PLC0415

    return Job(
        estate=workplace.estate.name,
        custom=workplace.estate.custom,
        printed_at=now,
        printed_by=workplace.actor.name,
        reprint=reprint,
    )


def _complaint_sheet(detail: ComplaintDetail, job: "Job") -> "ComplaintSheet":
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


def _content(sheet: "ComplaintSheet") -> dict[str, Any]:
    """The values on the paper as plain JSON; what is empty is left out."""
    from desk.printing.form import plain  # noqa: PLC0415

    return plain(sheet)


def _log_row(sheet: Sheet, destination: Destination, copies: int) -> PrintLog:
    return PrintLog(
        form=sheet.form,
        kind=sheet.kind,
        record_id=sheet.record_id,
        number=sheet.number,
        language=sheet.language,
        template_version=sheet.template_version,
        digest=sheet.digest,
        destination=destination,
        copies=copies,
        reprint=sheet.reprint,
        content=dict(sheet.content),
    )


def _printed(sheet: Sheet, row: PrintLog) -> Printed:
    return Printed(sheet.pdf, sheet.number, sheet.language, sheet.digest, sheet.reprint, row.id)
