"""The document control heads 文件頭 of the forms, as read (R224)."""

from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from sqlalchemy import Select, bindparam, select

from desk.models.lists import Reader, once
from desk.models.print_log import DocumentControl


@dataclass(frozen=True)
class HeadRow:
    """What the estate keeps at the head of one form; empty where it keeps nothing."""

    form: str
    id: int | None = None
    version: int = 0
    number: str = ""
    edition: str = ""
    revision: str = ""
    effective_on: date | None = None
    prepared_by: str = ""
    reviewed_by: str = ""
    approved_by: str = ""


def of_form(reader: Reader, form: str) -> HeadRow:
    """The head of one form."""
    return once(reader, (DocumentControl, form), partial(_read, reader, form))


def every(reader: Reader) -> tuple[HeadRow, ...]:
    """Every head that is kept."""
    return tuple(HeadRow(*row) for row in reader.execute(_query().order_by(DocumentControl.form)))


def _read(reader: Reader, form: str) -> HeadRow:
    row = reader.execute(_of_form(), {"key": form}).first()
    return HeadRow(form) if row is None else HeadRow(*row)


@cache
def _of_form() -> Select[*tuple[Any, ...]]:
    return _query().where(DocumentControl.form == bindparam("key"))


def _query() -> Select[*tuple[Any, ...]]:
    return select(
        DocumentControl.form,
        DocumentControl.id,
        DocumentControl.version,
        DocumentControl.number,
        DocumentControl.edition,
        DocumentControl.revision,
        DocumentControl.effective_on,
        DocumentControl.prepared_by,
        DocumentControl.reviewed_by,
        DocumentControl.approved_by,
    )
