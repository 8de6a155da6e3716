"""Forms on paper: build a record's form, and log what was really printed.

Looking at a sheet is not printing it: `prepare` only builds. `save_pdf` and `log_print` write the
log, the one together with the file, the other after the printer has taken the pages, so that
nothing is marked printed that is not. How each form comes to its values is in `paper_…`; they are
loaded late, when the first paper is made: the first window needs no ReportLab.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desk import i18n
from desk.domain.paper import REGISTERS, FormCode
from desk.domain.permissions import Permission
from desk.domain.policy import Policy
from desk.models.lists import print_log as print_list
from desk.models.lists.print_log import PrintRow
from desk.models.print_log import PrintLog
from desk.services import files
from desk.services.paper_sheet import ACTS, CASE_FORMS, LATEST, Period, Sheet, title_of
from desk.services.workplace import Workplace
from desk.wording import label

LANGUAGES = ("zh_Hant", "zh_Hans", "en")

__all__ = [
    "CASE_FORMS",
    "LANGUAGES",
    "LATEST",
    "REGISTERS",
    "Destination",
    "FormCode",
    "Period",
    "PrintRow",
    "Printed",
    "Sheet",
    "log_print",
    "name_of",
    "prepare",
    "prepare_blank",
    "prepare_register",
    "print_blank",
    "print_record",
    "print_register",
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


def name_of(policy: Policy, form: str) -> str:
    """What a policy calls a kind of paper, in the language being spoken (K11)."""
    return title_of(policy, ACTS.get(form, ()), i18n.language()) or label("form", form)


# Building


def prepare(workplace: Workplace, form: str, key: int | str, language: str) -> Sheet:
    """A record's paper as it stands now; `key` is an id, a number, a code or "latest".

    NotFound for a record there is not, RuleRefused while there is nothing to be printed.
    """
    from desk.services.paper_forms import OF_RECORD  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return OF_RECORD[form](workplace, key, language)


def prepare_blank(workplace: Workplace, form: str, language: str) -> Sheet:
    """Any paper without values, for the drawer."""
    from desk.services.paper_forms import BLANK  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return BLANK[form](workplace, language)


def prepare_register(workplace: Workplace, form: str, period: Period, language: str) -> Sheet:
    """A register over a period; RuleRefused for one that is reversed or too long."""
    from desk.services.paper_forms import OF_PERIOD  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    return OF_PERIOD[form](workplace, period, language)


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


def print_record(
    workplace: Workplace, form: str, key: int | str, language: str, file: Path | None = None
) -> Printed:
    """Print a record's paper as a PDF, into `file` where one is named; see `prepare`."""
    return _print_as_pdf(workplace, prepare(workplace, form, key, language), file)


def print_blank(
    workplace: Workplace, form: str, language: str, file: Path | None = None
) -> Printed:
    """Print a blank paper as a PDF, into `file` where one is named."""
    return _print_as_pdf(workplace, prepare_blank(workplace, form, language), file)


def print_register(
    workplace: Workplace, form: str, period: Period, language: str, file: Path | None = None
) -> Printed:
    """Print a register as a PDF, into `file` where one is named."""
    return _print_as_pdf(workplace, prepare_register(workplace, form, period, language), file)


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
        captions=[],
    )


def _printed(sheet: Sheet, row: PrintLog) -> Printed:
    return Printed(sheet.pdf, sheet.number, sheet.language, sheet.digest, sheet.reprint, row.id)
