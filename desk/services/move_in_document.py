"""The papers of a move-in 入住資料, taken in and checked (R20, R24-R28)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desk.domain import move_in as rules
from desk.domain import move_in_document as document_rules
from desk.domain.move_in import DocumentEntry
from desk.domain.move_in_document import DocumentStanding, Wanted
from desk.domain.move_in_filing import part_reasons
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.models.lists import attachment as attachment_list
from desk.models.move_in import MoveInDocument
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.move_in_case import KIND, finished, opened
from desk.services.move_in_view import MoveIn
from desk.services.workplace import Workplace


def take(
    workplace: Workplace, move_in_id: int, version: int, entries: Sequence[DocumentEntry]
) -> MoveIn:
    """What was found of papers, several at once: received, the original seen, the copy kept,
    authentic or not. The clerk at the desk is who checked them."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        cleaning = Cleaning()
        last = {(one.code, one.person_id): one for one in entries}
        entries = tuple(_cleaned(cleaning, one) for one in last.values())
        today = workplace.estate.custom.day(work.now)
        asked = document_rules.wanted(case.facts, case.rule)
        case.refuse(
            cleaning,
            part_reasons(case.facts, _items(entries, asked)),
            document_rules.document_reasons(entries, asked, today),
            attachment_reasons(work, move_in_id, (one.attachment_id for one in entries)),
        )
        ids = {(one.code, one.person_id): one.id for one in case.facts.documents}
        for one in entries:
            _put(work, move_in_id, ids.get((one.code, one.person_id)), one)
        return finished(workplace, work, case.row)


def entry_of(standing: DocumentStanding) -> DocumentEntry:
    """What was found of a paper, as it may be written down again."""
    known, asked = standing.document, standing.wanted
    if known is None:
        return DocumentEntry(asked.rule.code, asked.person_id)
    return DocumentEntry(
        known.code,
        known.person_id,
        known.received_on,
        known.original,
        known.copy,
        known.authentic,
        known.remark,
        known.attachment_id,
    )


def attachment_reasons(
    work: UnitOfWork, move_in_id: int, given: Iterable[int | None]
) -> tuple[Reason, ...]:
    """A scan or a photo is a file of this very case."""
    for key in given:
        found = None if key is None else attachment_list.one(work.reader, key)
        if key is not None and (
            found is None or (found.kind, found.record_id) != (KIND, move_in_id)
        ):
            return (Reason("move_in.attachment.unknown", "attachment"),)
    return ()


def _items(entries: Iterable[DocumentEntry], asked: Iterable[Wanted]) -> list[str]:
    """What the papers are called among what is missing."""
    names = {(one.rule.code, one.person_id): one.item for one in asked}
    return [names.get((one.code, one.person_id), one.code) for one in entries]


def _cleaned(cleaning: Cleaning, entry: DocumentEntry) -> DocumentEntry:
    return replace(entry, remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"))


def _put(work: UnitOfWork, move_in_id: int, row_id: int | None, entry: DocumentEntry) -> None:
    if row_id is None:
        row = MoveInDocument(move_in_id=move_in_id, code=entry.code, person_id=entry.person_id)
    else:
        row = work.get(MoveInDocument, row_id)
    row.received_on, row.original, row.copy = entry.received_on, entry.original, entry.copy
    row.authentic, row.remark = entry.authentic, entry.remark
    row.attachment_id = entry.attachment_id
    assert work.actor_id is not None
    row.checked_by_id, row.checked_at = work.actor_id, work.now
    if row_id is None:
        work.add(row)
