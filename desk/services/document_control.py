"""The document control heads 文件頭 of the forms, as the estate keeps them (R224).

A head is printed on its form from the moment it is kept; what was printed before keeps its own.
"""

from dataclasses import fields, replace

from desk.domain import document_control as rules
from desk.domain.document_control import DocumentEntry
from desk.domain.paper import FORMS
from desk.domain.permissions import Permission
from desk.errors import NotFound, StaleRecord
from desk.models.lists import document_control as control_list
from desk.models.lists.document_control import HeadRow
from desk.models.print_log import DocumentControl
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = ["HeadRow", "entry_of", "every", "keep", "of_form"]

KIND = "document_control"


def every(workplace: Workplace) -> tuple[HeadRow, ...]:
    """The head of every form, in the order of the forms; empty where none is kept."""
    with workplace.reading() as reader:
        kept = {row.form: row for row in control_list.every(reader)}
    return tuple(kept.get(form) or HeadRow(form) for form in FORMS)


def of_form(workplace: Workplace, form: str) -> HeadRow:
    """The head of one form; NotFound for a form there is not."""
    _require_form(form)
    with workplace.reading() as reader:
        return control_list.of_form(reader, form)


def keep(workplace: Workplace, form: str, version: int, entry: DocumentEntry) -> HeadRow:
    """Keep the head of a form; `version` is that of the head that was read, 0 where none was.

    StaleRecord when somebody kept another meanwhile.
    """
    with workplace.deed(Permission.EDIT_POLICY) as work:
        _require_form(form)
        entry = _ready(workplace, work, form, entry)
        row = _row(work, form, version)
        for field in fields(entry):
            setattr(row, field.name, getattr(entry, field.name))
        if row.id is None:
            work.add(row)
        work.flush()
        kept = control_list.of_form(work.reader, form)
        work.commit()
    return kept


def entry_of(row: HeadRow) -> DocumentEntry:
    """What is kept, as it may be kept anew."""
    return DocumentEntry(**{one.name: getattr(row, one.name) for one in fields(DocumentEntry)})


def _require_form(form: str) -> None:
    if form not in FORMS:
        raise NotFound("form", form)


def _row(work: UnitOfWork, form: str, version: int) -> DocumentControl:
    known = control_list.of_form(work.reader, form)
    if known.id is not None:
        return work.get_as_seen(DocumentControl, known.id, version)
    if version:
        raise StaleRecord(KIND)
    return DocumentControl(form=form)


def _ready(
    workplace: Workplace, work: UnitOfWork, form: str, entry: DocumentEntry
) -> DocumentEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    entry = replace(
        entry,
        number=cleaning.line(entry.number, rules.NUMBER_LIMIT, "number"),
        edition=cleaning.line(entry.edition, rules.EDITION_LIMIT, "edition"),
        revision=cleaning.line(entry.revision, rules.REVISION_LIMIT, "revision"),
        prepared_by=cleaning.line(entry.prepared_by, rules.NAME_LIMIT, "prepared_by"),
        reviewed_by=cleaning.line(entry.reviewed_by, rules.NAME_LIMIT, "reviewed_by"),
        approved_by=cleaning.line(entry.approved_by, rules.NAME_LIMIT, "approved_by"),
    )
    others = {row.number for row in control_list.every(work.reader) if row.form != form}
    today = workplace.estate.custom.day(work.now)
    cleaning.refuse(rules.entry_reasons(entry, today, others - {""}))
    return entry
