"""What was printed, as read."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Select, TextClause, bindparam, func, select
from sqlalchemy.orm import aliased

from desk.models.base import Base
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import newest_first
from desk.models.print_log import ASKED, FAILED, PrintLog, PrintPage
from desk.models.staff import Account

Key = tuple[datetime, int]

_FAILED = "failed"
_FEW: Mapping[str, TextClause] = MappingProxyType({"asked": ASKED, "failed": FAILED})
_Answerer = aliased(Account)


@dataclass(frozen=True)
class PrintRow:
    """One print; `reprint` counts the prints of the same sheet before it, `content` its values.

    `captions` are the codes of its copies, `batch` what was printed in one go; `outcome` is
    `domain.paper.Outcome`. A paper that is `awaited` comes home, or was let go.
    """

    id: int
    printed_at: datetime
    printed_by: str
    form: str
    kind: str
    record_id: int | None
    number: str
    language: str
    template_version: str
    digest: str
    destination: str
    copies: int
    reprint: int
    content: Mapping[str, Any]
    printed_by_id: int = 0
    paper: str = "A4"
    captions: tuple[str, ...] = ()
    printer: str = ""
    policy_id: int | None = None
    is_void: bool = False
    batch: str = ""
    outcome: str = "printed"
    answered_at: datetime | None = None
    answered_by: str | None = None
    awaited: bool = False
    home_at: datetime | None = None
    let_go_at: datetime | None = None
    let_go_why: str = ""


@dataclass(frozen=True)
class Filter:
    """What the print log is narrowed to; None means everything.

    `since` and `until` are UTC and half open; `number` is a part of a record's number.
    """

    form: str | None = None
    clerk_id: int | None = None
    outcome: str | None = None
    batch: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    number: str = ""


def entries(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[PrintRow]:
    """A page of the print log, newest first, after the key of the last row seen."""
    query = _query().where(*_narrowed(wanted))
    query = newest_first(query, PrintLog.printed_at, PrintLog.id, after)
    return page(reader, query, _row, _key, limit)


def clerks(reader: Reader) -> tuple[tuple[int, str], ...]:
    """Everybody who has printed: id and name."""
    printed = select(PrintLog.id).where(PrintLog.printed_by_id == Account.id).exists()
    query = select(Account.id, Account.name).where(printed).order_by(Account.name, Account.id)
    return tuple((row.id, row.name) for row in reader.execute(query))


def of_record(reader: Reader, kind: str, record_id: int, limit: int = 50) -> tuple[PrintRow, ...]:
    """The newest prints of a record first."""
    query = (
        _query()
        .where(PrintLog.kind == kind, PrintLog.record_id == record_id)
        .order_by(PrintLog.id.desc())
        .limit(limit)
    )
    return tuple(_row(row) for row in reader.execute(query))


def one(reader: Reader, print_id: int) -> PrintRow | None:
    """One print by its id."""
    row = reader.execute(_query().where(PrintLog.id == print_id)).first()
    return None if row is None else _row(row)


def unanswered(reader: Reader, limit: int = 200) -> tuple[PrintRow, ...]:
    """What was sent and of which nobody has said whether it came out, oldest first."""
    query = _query().where(ASKED).order_by(PrintLog.id).limit(limit)
    return tuple(_row(row) for row in reader.execute(query))


def times_printed(reader: Reader, form: str, kind: str, record_id: int) -> int:
    """How often this form of the record was printed or sent so far, in any language."""
    told = {"form": form, "kind": kind, "record": record_id}
    count: int = reader.execute(_times_printed(), told).scalar_one()
    return count


def times_printed_of(
    reader: Reader, form: str, kind: str, record_ids: Collection[int]
) -> Mapping[int, int]:
    """The same of many records; one that was never printed is not among them."""
    query = select(PrintLog.record_id, func.count()).where(
        PrintLog.kind == kind,
        PrintLog.record_id.in_(record_ids),
        PrintLog.form == form,
        PrintLog.outcome != _FAILED,
    )
    found = reader.execute(query.group_by(PrintLog.record_id))
    return {record_id: count for record_id, count in found if record_id is not None}


def still_out(reader: Reader, form: str, kind: str, record_id: int) -> tuple[int, ...]:
    """The prints of this form of the record whose paper has not come home."""
    query = _out_of(kind, record_id).where(PrintLog.form == form)
    return tuple(reader.execute(query).scalars())


def every_out(reader: Reader, kind: str, record_id: int) -> tuple[int, ...]:
    """The prints of any form of the record whose paper has not come home."""
    return tuple(reader.execute(_out_of(kind, record_id)).scalars())


def _out_of(kind: str, record_id: int) -> Select[int]:
    return select(PrintLog.id).where(
        PrintLog.kind == kind,
        PrintLog.record_id == record_id,
        PrintLog.awaited,
        PrintLog.home_at.is_(None),
        PrintLog.let_go_at.is_(None),
        PrintLog.outcome != _FAILED,
    )


def pages_of(reader: Reader, print_id: int) -> bytes | None:
    """The packed pages of a print; None for one of before they were kept."""
    query = select(PrintPage.pages).where(PrintPage.print_id == print_id)
    return reader.execute(query).scalar_one_or_none()


def has_pages(reader: Reader, print_id: int) -> bool:
    """Whether the pages of a print were kept."""
    query = select(PrintPage.print_id).where(PrintPage.print_id == print_id)
    return reader.execute(query).first() is not None


def record_versions(reader: Reader, kind: str, record_ids: Collection[int]) -> Mapping[int, int]:
    """The versions at which records of any kind stand; one that has gone is not among them."""
    table = Base.metadata.tables[kind]
    query = select(table.c.id, table.c.version).where(table.c.id.in_(record_ids))
    return {row.id: row.version for row in reader.execute(query)}


@cache
def _times_printed() -> Select[*tuple[Any, ...]]:
    return select(func.count()).where(
        PrintLog.kind == bindparam("kind"),
        PrintLog.record_id == bindparam("record"),
        PrintLog.form == bindparam("form"),
        PrintLog.outcome != _FAILED,
    )


def _narrowed(wanted: Filter) -> Iterator[ColumnElement[bool]]:
    same = (
        (PrintLog.form, wanted.form),
        (PrintLog.printed_by_id, wanted.clerk_id),
        (PrintLog.batch, wanted.batch),
    )
    yield from (column == value for column, value in same if value is not None)
    if wanted.since is not None:
        yield PrintLog.printed_at >= wanted.since
    if wanted.until is not None:
        yield PrintLog.printed_at < wanted.until
    if wanted.outcome is not None:
        few = _FEW.get(wanted.outcome)
        ids = select(PrintLog.id)
        yield PrintLog.outcome == wanted.outcome if few is None else PrintLog.id.in_(ids.where(few))
    if wanted.number:
        part = select(PrintLog.id).where(PrintLog.number.contains(wanted.number, autoescape=True))
        yield PrintLog.id.in_(part)


def _key(row: PrintRow) -> Key:
    return row.printed_at, row.id


def _row(row: Any) -> PrintRow:
    told = dict(row._mapping)
    return PrintRow(**told | {"captions": tuple(told["captions"])})


def _query() -> Select[*tuple[Any, ...]]:
    return (
        select(
            PrintLog.id,
            PrintLog.printed_at,
            Account.name.label("printed_by"),
            PrintLog.form,
            PrintLog.kind,
            PrintLog.record_id,
            PrintLog.number,
            PrintLog.language,
            PrintLog.template_version,
            PrintLog.digest,
            PrintLog.destination,
            PrintLog.copies,
            PrintLog.reprint,
            PrintLog.content,
            PrintLog.printed_by_id,
            PrintLog.paper,
            PrintLog.captions,
            PrintLog.printer,
            PrintLog.policy_id,
            PrintLog.is_void,
            PrintLog.batch,
            PrintLog.outcome,
            PrintLog.answered_at,
            _Answerer.name.label("answered_by"),
            PrintLog.awaited,
            PrintLog.home_at,
            PrintLog.let_go_at,
            PrintLog.let_go_why,
        )
        .join(Account, Account.id == PrintLog.printed_by_id)
        .outerjoin(_Answerer, _Answerer.id == PrintLog.answered_by_id)
    )
