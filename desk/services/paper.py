"""Forms on paper: build a record's form, and log what was really printed.

Looking at a sheet is not printing it: `prepare_…` only builds. `save_pdf` and `log_print` write
the log, the one together with the file, the other after the printer has taken the pages, so that
nothing is marked printed that is not. How each form comes to its values is in `paper_…`.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desk.domain.permissions import Permission
from desk.models.lists import print_log as print_list
from desk.models.lists.print_log import PrintRow
from desk.models.print_log import PrintLog
from desk.services import files
from desk.services.paper_complaint_sheet import (
    COMPLAINT_SHEET,
    prepare_blank_complaint_sheet,
    prepare_complaint_sheet,
)
from desk.services.paper_coordination_slip import (
    COORDINATION_SLIP,
    prepare_blank_coordination_slip,
    prepare_coordination_slip,
)
from desk.services.paper_sheet import LATEST, Sheet
from desk.services.workplace import Workplace

LANGUAGES = ("zh_Hant", "zh_Hans", "en")

__all__ = [
    "COMPLAINT_SHEET",
    "COORDINATION_SLIP",
    "LANGUAGES",
    "LATEST",
    "Destination",
    "PrintRow",
    "Printed",
    "Sheet",
    "blank_complaint_sheet",
    "blank_coordination_slip",
    "complaint_sheet",
    "coordination_slip",
    "log_print",
    "prepare_blank_complaint_sheet",
    "prepare_blank_coordination_slip",
    "prepare_complaint_sheet",
    "prepare_coordination_slip",
    "prints_of",
    "save_pdf",
]


class Destination(StrEnum):
    """Where a print went."""

    PRINTER = "printer"
    PDF = "pdf"


@dataclass(frozen=True)
class Printed:
    """A form that was printed or saved, and its entry in the log."""

    pdf: bytes
    number: str
    language: str
    digest: str
    reprint: int
    log_id: int


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


def coordination_slip(
    workplace: Workplace, number: str, language: str, file: Path | None = None
) -> Printed:
    """Print the slip of a number or of "latest" as a PDF, into `file` where one is named."""
    return _print_as_pdf(workplace, prepare_coordination_slip(workplace, number, language), file)


def blank_coordination_slip(
    workplace: Workplace, language: str, file: Path | None = None
) -> Printed:
    """Print the blank slip as a PDF, into `file` where one is named."""
    return _print_as_pdf(workplace, prepare_blank_coordination_slip(workplace, language), file)


def prints_of(workplace: Workplace, kind: str, record_id: int) -> tuple[PrintRow, ...]:
    """What was printed of a record, newest first."""
    with workplace.reading() as reader:
        return print_list.of_record(reader, kind, record_id)


# Parts


def _print_as_pdf(workplace: Workplace, sheet: Sheet, file: Path | None) -> Printed:
    if file is None:
        return log_print(workplace, sheet, Destination.PDF)
    return save_pdf(workplace, sheet, file)


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
