"""The print log 列印記錄: what was sent, what came of it, and the very pages, shown again.

A print is written down with its pages before the printer or the file gets anything, as `asked`:
sent is not yet printed. What happens next is written then. A program that is killed in between
leaves an unanswered print, never a paper without a record.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desk.domain import print_log as rules
from desk.domain.paper import FORMS, Outcome
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import RuleRefused, StaleRecord
from desk.models.lists import print_log as print_list
from desk.models.lists.print_log import PrintRow
from desk.models.print_log import PrintLog, keep_pages
from desk.models.unit_of_work import UnitOfWork
from desk.services import files
from desk.services.cleaning import Cleaning
from desk.services.paper_sheet import Sheet
from desk.services.workplace import Workplace

KIND = "print_log"


class Destination(StrEnum):
    """Where a print went."""

    PRINTER = "printer"
    PDF = "pdf"


@dataclass(frozen=True)
class Printed:
    """A form that was sent, printed or saved, and its entry in the log."""

    pdf: bytes
    number: str
    language: str
    digest: str
    reprint: int
    log_id: int


# Printing


def send(workplace: Workplace, sheet: Sheet, printer: str, copies: int = 1) -> Printed:
    """Write down that the sheet goes to a printer, before it does.

    StaleRecord when the record was changed, or printed by somebody else, since the sheet was built.
    """
    with workplace.deed(Permission.PRINT) as work:
        row = _written(work, sheet, Destination.PRINTER, printer, copies)
        work.commit()
    return printed_of(sheet, row.id)


def not_taken(workplace: Workplace, print_id: int) -> PrintRow:
    """The printer refused it: nothing came out, and it counts for no print."""
    return answer(workplace, print_id, came_out=False)


def answer(workplace: Workplace, print_id: int, came_out: bool) -> PrintRow:
    """Whether it came out, now or later; asked once. A reprint lets the older paper go."""
    with workplace.deed(Permission.PRINT) as work:
        row = work.get(PrintLog, print_id)
        reasons = rules.answer_reasons(Outcome(row.outcome))
        if reasons:
            raise RuleRefused(reasons)
        settle(work, row, Outcome.PRINTED if came_out else Outcome.FAILED)
        return work.committed(print_list.one, KIND, print_id)


def save_pdf(workplace: Workplace, sheet: Sheet, path: Path) -> Printed:
    """Write the PDF whole or not at all, and log it; no file stands that the log does not know.

    An older file of that name stays as it was until both are safe.
    """
    workplace.require(Permission.PRINT)
    asked: list[PrintLog] = []
    try:
        with files.written_after(path, sheet.pdf), workplace.deed(Permission.PRINT) as work:
            row = _written(work, sheet, Destination.PDF, "", 1)
            work.commit()
            asked.append(row)
    except BaseException:
        for row in asked:
            answer(workplace, row.id, came_out=False)
        raise
    answer(workplace, row.id, came_out=True)
    return printed_of(sheet, row.id)


def log_print(
    workplace: Workplace, sheet: Sheet, destination: Destination, copies: int = 1
) -> Printed:
    """Write down that the sheet was printed; called once it is known to have come out."""
    with workplace.deed(Permission.PRINT) as work:
        row = _written(work, sheet, destination, "", copies)
        settle(work, row, Outcome.PRINTED)
        work.commit()
    return printed_of(sheet, row.id)


def let_go(workplace: Workplace, print_id: int, why: str) -> PrintRow:
    """The paper will not come home: spoilt, lost, not wanted any more."""
    with workplace.deed(Permission.PRINT) as work:
        row = work.get(PrintLog, print_id)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(_let_go_reasons(row, why))
        row.let_go_at, row.let_go_why = work.now, why
        return work.committed(print_list.one, KIND, print_id)


# Looking


def prints_of(workplace: Workplace, kind: str, record_id: int) -> tuple[PrintRow, ...]:
    """What was printed of a record, newest first."""
    with workplace.reading() as reader:
        return print_list.of_record(reader, kind, record_id)


def unanswered(workplace: Workplace) -> tuple[PrintRow, ...]:
    """What was sent and of which nobody has said yet whether it came out, oldest first."""
    with workplace.reading() as reader:
        return print_list.unanswered(reader)


# Parts, also of a batch


def written(
    work: UnitOfWork, sheets: list[Sheet], destination: Destination, batch: str = ""
) -> list[PrintLog]:
    """Rows and pages of several sheets in one go, as asked; each sheet as `send` checks it."""
    for sheet in sheets:
        _refuse_changed(work, sheet)
    rows = [_row(work, sheet, destination, batch=batch) for sheet in sheets]
    work.add(*rows)
    keep_pages(work.reader, [(row.id, one.pages) for row, one in zip(rows, sheets, strict=True)])
    return rows


def settle(work: UnitOfWork, row: PrintLog, outcome: Outcome) -> None:
    """What became of a print; one that came out takes the place of the older paper."""
    row.outcome, row.answered_at, row.answered_by_id = outcome, work.now, work.actor_id
    if outcome is not Outcome.PRINTED or row.record_id is None:
        return
    for print_id in print_list.still_out(work.reader, row.form, row.kind, row.record_id):
        if print_id < row.id:
            older = work.get(PrintLog, print_id)
            older.let_go_at, older.let_go_why = work.now, rules.REPRINTED


def printed_of(sheet: Sheet, print_id: int) -> Printed:
    """What the caller is told."""
    return Printed(sheet.pdf, sheet.number, sheet.language, sheet.digest, sheet.reprint, print_id)


def _written(
    work: UnitOfWork, sheet: Sheet, destination: Destination, printer: str, copies: int
) -> PrintLog:
    _refuse_changed(work, sheet)
    row = _row(work, sheet, destination, printer=printer, copies=copies)
    work.add(row)
    keep_pages(work.reader, [(row.id, sheet.pages)])
    return row


def _refuse_changed(work: UnitOfWork, sheet: Sheet) -> None:
    """Two clerks cannot both print the first one, and nobody prints what has changed since."""
    if sheet.record_id is None:
        return
    kind, record_id, reader = sheet.kind, sheet.record_id, work.reader
    is_changed = sheet.record_version and sheet.record_version != print_list.record_version(
        reader, kind, record_id
    )
    times = print_list.times_printed(reader, sheet.form, kind, record_id)
    if is_changed or times != sheet.reprint:
        last = print_list.of_record(reader, kind, record_id, 1)
        by, at = (last[0].printed_by, last[0].printed_at) if last and not is_changed else ("", None)
        raise StaleRecord(kind, sheet.number, by, at)


def _row(  # noqa: PLR0913 - a row is all of these
    work: UnitOfWork,
    sheet: Sheet,
    destination: Destination,
    *,
    printer: str = "",
    copies: int = 1,
    batch: str = "",
) -> PrintLog:
    comes_home = FORMS[sheet.form].comes_home
    return PrintLog(
        printed_at=work.now,
        printed_by_id=work.actor_id,
        form=sheet.form,
        kind=sheet.kind,
        record_id=sheet.record_id,
        number=sheet.number,
        language=sheet.language,
        template_version=sheet.template_version,
        digest=sheet.digest,
        destination=destination,
        copies=copies * sheet.copies,
        reprint=sheet.reprint,
        content=dict(sheet.content),
        paper=sheet.paper,
        captions=list(sheet.captions),
        printer=printer,
        policy_id=sheet.policy_id,
        is_void=sheet.is_void,
        batch=batch,
        outcome=Outcome.ASKED,
        awaited=comes_home and sheet.record_id is not None and not sheet.is_void,
    )


def _let_go_reasons(row: PrintLog, why: str) -> tuple[Reason, ...]:
    return rules.let_go_reasons(
        Outcome(row.outcome),
        awaited=row.awaited,
        is_home=row.home_at is not None,
        is_let_go=row.let_go_at is not None,
        why=why,
    )
