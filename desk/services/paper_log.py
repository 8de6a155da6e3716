"""The print log 列印記錄: what was sent, what came of it, and the very pages, shown again.

A print is written down with its pages before the printer or the file gets anything, as `asked`:
sent is not yet printed. What happens next is written then. A program that is killed in between
leaves an unanswered print, never a paper without a record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from desk.domain import print_log as rules
from desk.domain.paper import FORMS, Outcome
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.errors import RuleRefused, StaleRecord
from desk.models.history import last_hand
from desk.models.lists import print_log as print_list
from desk.models.lists.print_log import PrintRow
from desk.models.print_log import PrintLog, keep_pages
from desk.models.unit_of_work import UnitOfWork
from desk.services import files, personal_data
from desk.services.cleaning import Cleaning
from desk.services.paper_sheet import Sheet
from desk.services.workplace import Workplace

KIND = "print_log"
_AT_ONCE = 100


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


@dataclass(frozen=True)
class Entry:
    """What the log keeps of one sheet: its columns by name, and the packed pages."""

    values: Mapping[str, Any]
    pages: bytes
    record_version: int


# Printing


def send(workplace: Workplace, sheet: Sheet, printer: str, copies: int = 1) -> Printed:
    """Write down that the sheet goes to a printer, before it does.

    StaleRecord when the record was changed, or printed by somebody else, since the sheet was built.
    """
    entry = entry_of(sheet, Destination.PRINTER, printer=printer, copies=copies)
    with workplace.deed(Permission.PRINT) as work:
        (row,) = _written(workplace, work, [entry])
        work.commit()
    return _printed(sheet, row.id)


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
        _settled(work, [row], Outcome.PRINTED if came_out else Outcome.FAILED)
        answered = work.committed(print_list.one, KIND, print_id)
    return personal_data.listed_print(answered)


def save_pdf(workplace: Workplace, sheet: Sheet, path: Path) -> Printed:
    """Write the PDF whole or not at all, and log it; no file stands that the log does not know.

    An older file of that name stays as it was until both are safe.
    """
    (print_id,) = save(workplace, [entry_of(sheet, Destination.PDF)], sheet.pdf, path)
    return _printed(sheet, print_id)


def save(workplace: Workplace, entries: Sequence[Entry], content: bytes, path: Path) -> list[int]:
    """One file of one or many sheets, and their entries in the log: all of it or nothing.

    They are written down as asked before the file gets its name, and as printed after.
    """
    workplace.require(Permission.PRINT)
    ids: list[int] = []
    try:
        with files.written_after(path, content), workplace.deed(Permission.PRINT) as work:
            rows = _written(workplace, work, entries)
            work.commit()
            ids += [row.id for row in rows]
    except BaseException:
        _settle(workplace, ids, Outcome.FAILED)
        raise
    _settle(workplace, ids, Outcome.PRINTED)
    return ids


def log_print(
    workplace: Workplace, sheet: Sheet, destination: Destination, copies: int = 1
) -> Printed:
    """Write down that the sheet was printed; called once it is known to have come out."""
    with workplace.deed(Permission.PRINT) as work:
        (row,) = _written(workplace, work, [entry_of(sheet, destination, copies=copies)])
        _settled(work, [row], Outcome.PRINTED)
        work.commit()
    return _printed(sheet, row.id)


def let_go(workplace: Workplace, print_id: int, why: str) -> PrintRow:
    """The paper will not come home: spoilt, lost, not wanted any more."""
    with workplace.deed(Permission.PRINT) as work:
        row = work.get(PrintLog, print_id)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(_let_go_reasons(row, why))
        row.let_go_at, row.let_go_why = work.now, why
        gone = work.committed(print_list.one, KIND, print_id)
    return personal_data.listed_print(gone)


# Looking


def prints_of(workplace: Workplace, kind: str, record_id: int) -> tuple[PrintRow, ...]:
    """What was printed of a record, newest first."""
    with workplace.reading() as reader:
        found = print_list.of_record(reader, kind, record_id)
    return tuple(map(personal_data.listed_print, found))


def unanswered(workplace: Workplace) -> tuple[PrintRow, ...]:
    """What was sent and of which nobody has said yet whether it came out, oldest first."""
    with workplace.reading() as reader:
        found = print_list.unanswered(reader)
    return tuple(map(personal_data.listed_print, found))


# Parts


def entry_of(
    sheet: Sheet, destination: Destination, *, printer: str = "", copies: int = 1, batch: str = ""
) -> Entry:
    """What the log keeps of a sheet."""
    comes_home = FORMS[sheet.form].comes_home
    values = {
        "form": sheet.form,
        "kind": sheet.kind,
        "record_id": sheet.record_id,
        "number": sheet.number,
        "language": sheet.language,
        "template_version": sheet.template_version,
        "digest": sheet.digest,
        "destination": destination,
        "copies": copies * sheet.copies,
        "reprint": sheet.reprint,
        "content": dict(sheet.content),
        "paper": sheet.paper,
        "captions": list(sheet.captions),
        "printer": printer,
        "policy_id": sheet.policy_id,
        "is_void": sheet.is_void,
        "batch": batch,
        "outcome": Outcome.ASKED,
        "awaited": comes_home and sheet.record_id is not None and not sheet.is_void,
    }
    return Entry(values, sheet.pages, sheet.record_version)


def _written(workplace: Workplace, work: UnitOfWork, entries: Sequence[Entry]) -> list[PrintLog]:
    """Rows and pages, once nothing has moved since the sheets were built.

    A paper that tells who somebody is is a look at it as well (R36); a blank one tells of nobody.
    """
    for one in entries:
        if one.values["record_id"] is not None:
            personal_data.refuse_paper(workplace, one.values["form"])
    _refuse_changed(work, entries)
    told = {"printed_at": work.now, "printed_by_id": work.actor_id}
    rows = [PrintLog(**told, **one.values) for one in entries]
    work.add(*rows)
    keep_pages(work.reader, [(row.id, one.pages) for row, one in zip(rows, entries, strict=True)])
    for row in rows:
        personal_data.record_paper(work, row.form, row.kind, row.record_id)
    return rows


def _refuse_changed(work: UnitOfWork, entries: Sequence[Entry]) -> None:
    """Two clerks cannot both print the first one, and nobody prints what has changed since."""
    groups: dict[tuple[str, str], dict[int, Entry]] = {}
    for one in entries:
        form, kind, record_id = (one.values[name] for name in ("form", "kind", "record_id"))
        if record_id is not None:
            groups.setdefault((form, kind), {})[record_id] = one
    for (form, kind), seen in groups.items():
        times = print_list.times_printed_of(work.reader, form, kind, seen)
        versions = print_list.record_versions(work.reader, kind, seen)
        for record_id, one in seen.items():
            if one.record_version not in {0, versions.get(record_id)}:
                hand = last_hand(work.reader, kind, record_id)
                raise StaleRecord(kind, one.values["number"], *hand)
            if one.values["reprint"] != times.get(record_id, 0):
                (last,) = print_list.of_record(work.reader, kind, record_id, 1) or (None,)
                told = (last.printed_by, last.printed_at) if last else ()
                raise StaleRecord(kind, one.values["number"], *told)


def _settle(workplace: Workplace, ids: Sequence[int], outcome: Outcome) -> None:
    """A part at a time: nobody else at the folder waits for a thousand."""
    for start in range(0, len(ids), _AT_ONCE):
        with workplace.deed(Permission.PRINT) as work:
            rows = [work.get(PrintLog, print_id) for print_id in ids[start : start + _AT_ONCE]]
            _settled(work, rows, outcome)
            work.commit()


def _settled(work: UnitOfWork, rows: Sequence[PrintLog], outcome: Outcome) -> None:
    """What became of prints; one that came out takes the place of the older paper.

    All looks come before the first change: a look between two would write them one by one.
    """
    came_out = rows if outcome is Outcome.PRINTED else ()
    replaced = [older for row in came_out for older in _older(work, row)]
    for row in rows:
        row.outcome, row.answered_at, row.answered_by_id = outcome, work.now, work.actor_id
    for older in replaced:
        older.let_go_at, older.let_go_why = work.now, rules.REPRINTED


def _older(work: UnitOfWork, row: PrintLog) -> list[PrintLog]:
    """The earlier prints of the same paper that are still out."""
    if row.record_id is None or not row.reprint:
        return []
    out = print_list.still_out(work.reader, row.form, row.kind, row.record_id)
    return [work.get(PrintLog, print_id) for print_id in out if print_id < row.id]


def _printed(sheet: Sheet, print_id: int) -> Printed:
    return Printed(sheet.pdf, sheet.number, sheet.language, sheet.digest, sheet.reprint, print_id)


def _let_go_reasons(row: PrintLog, why: str) -> tuple[Reason, ...]:
    return rules.let_go_reasons(
        Outcome(row.outcome),
        awaited=row.awaited,
        is_home=row.home_at is not None,
        is_let_go=row.let_go_at is not None,
        why=why,
    )
