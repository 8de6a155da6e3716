"""Prints as papers in somebody's hand: which are out, what came home, what a code stands for."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, false, func, or_, select
from sqlalchemy.orm import aliased

from desk.domain.paper import FORMS, Outcome
from desk.models.base import Base
from desk.models.lists import Page, Reader, page
from desk.models.print_log import ASKED, OUT, PrintLog, SignedPaper
from desk.models.staff import Account

Key = tuple[datetime, int]

_HOMECOMING = tuple(form for form, facts in FORMS.items() if facts.comes_home)
_VOID = "void"
_Withdrawer = aliased(Account)


@dataclass(frozen=True)
class PaperRow:
    """One print as the paper it is; `title` is what it was called when it was printed."""

    id: int
    version: int
    printed_at: datetime
    printed_by: str
    form: str
    kind: str
    record_id: int | None
    number: str
    language: str
    paper: str
    copies: int
    reprint: int
    outcome: str
    is_void: bool
    awaited: bool
    home_at: datetime | None
    let_go_at: datetime | None
    let_go_why: str
    title: str


@dataclass(frozen=True)
class SignedRow:
    """One signed paper that came home; `ticked` names what it met in its record."""

    id: int
    version: int
    print_id: int
    form: str
    kind: str
    record_id: int
    number: str
    signed_on: date
    signed_by: str
    remark: str
    ticked: str
    received_at: datetime
    received_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    withdrawn_why: str


# Papers that are out


def out(
    reader: Reader, form: str | None, after: Key | None, limit: int, before: datetime | None = None
) -> Page[PaperRow]:
    """The papers somebody waits for, the oldest first; of one form, printed before a moment."""
    query = _QUERY.where(OUT)
    if form is not None:
        query = query.where(func.coalesce(PrintLog.form, "") == form)  # not by the form's index
    if before is not None:
        query = query.where(PrintLog.printed_at < before)
    if after is not None:
        at, last = after
        later = or_(PrintLog.printed_at > at, PrintLog.id > last)
        query = query.where(PrintLog.printed_at >= at, later)
    return page(reader, query.order_by(PrintLog.printed_at, PrintLog.id), _paper, _key, limit)


def out_count(reader: Reader, before: datetime, most: int) -> int:
    """How many papers are out that were printed before a moment; counted up to `most`."""
    waiting = select(PrintLog.id).where(OUT, PrintLog.printed_at < before).limit(most)
    return reader.scalar(select(func.count()).select_from(waiting.subquery())) or 0


def unanswered(reader: Reader, after: Key | None, limit: int) -> Page[PaperRow]:
    """The prints of which nobody said yet whether they came out, the oldest first."""
    query = _QUERY.where(ASKED)
    if after is not None:
        query = query.where(PrintLog.id > after[1])
    return page(reader, query.order_by(PrintLog.id), _paper, _key, limit)


# One paper


def one(reader: Reader, print_id: int) -> PaperRow | None:
    """One print by its id."""
    return _first(reader, _QUERY.where(PrintLog.id == print_id))


def of_code(
    reader: Reader, record: tuple[str, int], form: str, reprint: int, *, or_later: bool
) -> PaperRow | None:
    """The print that a code stands for; one that did not come out gives way to one that did."""
    same = PrintLog.reprint >= reprint if or_later else PrintLog.reprint == reprint
    query = _QUERY.where(*_of_record(*record), PrintLog.form == form, same)
    failed = PrintLog.outcome == Outcome.FAILED
    return _first(reader, query.order_by(failed, PrintLog.id.desc()))


def likeliest(reader: Reader, kind: str, record_id: int) -> PaperRow | None:
    """The paper of a record that somebody would bring: one that is out, else the last signed."""
    query = _QUERY.where(*_of_record(kind, record_id), PrintLog.form.in_(_HOMECOMING))
    return _first(reader, query.order_by(_is_out().desc(), PrintLog.id.desc()))


def newer(reader: Reader, known: PaperRow) -> PaperRow | None:
    """The last print of the same form and record that came out after this one."""
    if known.record_id is None:
        return None
    query = _QUERY.where(
        *_of_record(known.kind, known.record_id),
        PrintLog.form == known.form,
        PrintLog.id > known.id,
        PrintLog.outcome == Outcome.PRINTED,
    )
    return _first(reader, query.order_by(PrintLog.id.desc()))


def content(reader: Reader, print_id: int) -> dict[str, Any]:
    """The values that stand on a print."""
    found = reader.scalar(select(PrintLog.content).where(PrintLog.id == print_id))
    return dict(found or {})


def is_void(reader: Reader, kind: str, record_id: int) -> bool:
    """Whether the record was declared void 作廢."""
    table = Base.metadata.tables.get(kind)
    if table is None:
        return False
    said = [table.c.state == _VOID] if "state" in table.c else []
    said += [table.c.void_why != ""] if "void_why" in table.c else []
    return bool(reader.scalar(select(or_(false(), *said)).where(table.c.id == record_id)))


# What came home


def of_print(reader: Reader, print_id: int) -> tuple[SignedRow, ...]:
    """What came home of one print, the first first; withdrawn ones too."""
    return _signed_rows(reader, SignedPaper.print_id == print_id)


def of_record(reader: Reader, kind: str, record_id: int) -> tuple[SignedRow, ...]:
    """What came home of a record, the first first; withdrawn ones too."""
    return _signed_rows(reader, and_(SignedPaper.kind == kind, SignedPaper.record_id == record_id))


def signed(reader: Reader, signed_id: int) -> SignedRow | None:
    """One signed paper by its id."""
    return next(iter(_signed_rows(reader, SignedPaper.id == signed_id)), None)


# Parts


def _signed_rows(reader: Reader, wanted: ColumnElement[bool]) -> tuple[SignedRow, ...]:
    query = _SIGNED.where(wanted).order_by(SignedPaper.id)
    return tuple(SignedRow(*row) for row in reader.execute(query))


def _is_out() -> ColumnElement[bool]:
    return and_(
        PrintLog.awaited,
        PrintLog.home_at.is_(None),
        PrintLog.let_go_at.is_(None),
        PrintLog.outcome != Outcome.FAILED,
    )


def _of_record(kind: str, record_id: int) -> tuple[ColumnElement[bool], ...]:
    return PrintLog.kind == kind, PrintLog.record_id == record_id


def _first(reader: Reader, query: Select[*tuple[Any, ...]]) -> PaperRow | None:
    row = reader.execute(query.limit(1)).first()
    return None if row is None else _paper(row)


def _paper(row: Row[*tuple[Any, ...]]) -> PaperRow:
    return PaperRow(*row)


def _key(row: PaperRow) -> Key:
    return (row.printed_at, row.id)


_QUERY: Select[*tuple[Any, ...]] = select(
    PrintLog.id,
    PrintLog.version,
    PrintLog.printed_at,
    Account.name,
    PrintLog.form,
    PrintLog.kind,
    PrintLog.record_id,
    PrintLog.number,
    PrintLog.language,
    PrintLog.paper,
    PrintLog.copies,
    PrintLog.reprint,
    PrintLog.outcome,
    PrintLog.is_void,
    PrintLog.awaited,
    PrintLog.home_at,
    PrintLog.let_go_at,
    PrintLog.let_go_why,
    func.coalesce(PrintLog.content["title"].as_string(), ""),
).join(Account, Account.id == PrintLog.printed_by_id)

_SIGNED: Select[*tuple[Any, ...]] = (
    select(
        SignedPaper.id,
        SignedPaper.version,
        SignedPaper.print_id,
        SignedPaper.form,
        SignedPaper.kind,
        SignedPaper.record_id,
        SignedPaper.number,
        SignedPaper.signed_on,
        SignedPaper.signed_by,
        SignedPaper.remark,
        SignedPaper.ticked,
        SignedPaper.received_at,
        Account.name,
        SignedPaper.withdrawn_at,
        _Withdrawer.name,
        SignedPaper.withdrawn_why,
    )
    .join(Account, Account.id == SignedPaper.received_by_id)
    .outerjoin(_Withdrawer, _Withdrawer.id == SignedPaper.withdrawn_by_id)
)
