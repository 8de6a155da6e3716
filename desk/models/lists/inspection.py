"""Inspections of homes 驗房, as read: one whole, those of a unit, the register, the template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, case, func, select, text

from desk.domain.inspection import Item, Verdict
from desk.domain.search_text import Term
from desk.models.attachment import Attachment
from desk.models.estate import Unit
from desk.models.inspection import Inspection, InspectionItem, InspectionTemplate
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import found_by, newest_first
from desk.models.staff import Account

Key = tuple[datetime, int]
ITEM = "inspection_item"


@dataclass(frozen=True)
class InspectionRow:
    """One inspection; `parts`, `failed` and `unseen` count its parts."""

    id: int
    version: int
    number: str
    unit_id: int
    unit: str
    move_in_id: int | None
    policy_id: int | None
    state: str
    template: int
    begun_at: datetime
    by: str
    held_on: date | None
    builder: str
    contact: str
    phone: str
    owner: str
    staff: str
    remark: str
    finished_at: datetime | None
    builder_signed_on: date | None
    builder_signed_by: str
    owner_signed_on: date | None
    owner_signed_by: str
    staff_signed_on: date | None
    staff_signed_by: str
    void_why: str
    parts: int
    failed: int
    unseen: int


@dataclass(frozen=True)
class TemplateRow:
    """One version of the estate's template; `rooms` as plain JSON."""

    id: int
    number: int
    rooms: list[Any]
    made_at: datetime
    made_by: str
    why: str


@dataclass(frozen=True)
class Filter:
    """What the register is narrowed to; None means everything. No term finds nothing."""

    state: str | None = None
    unit_id: int | None = None
    terms: Sequence[Term] | None = None


def inspections(
    reader: Reader, wanted: Filter, after: Key | None, limit: int
) -> Page[InspectionRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    query = newest_first(_narrowed(wanted), Inspection.begun_at, Inspection.id, after)
    return page(reader, query, _row, _key, limit)


def detail(reader: Reader, inspection_id: int) -> InspectionRow | None:
    """One inspection by its id."""
    row = reader.execute(_QUERY.where(Inspection.id == inspection_id)).first()
    return None if row is None else _row(row)


def id_of_number(reader: Reader, number: str) -> int | None:
    """The inspection of a number."""
    return reader.scalar(select(Inspection.id).where(Inspection.number == number))


def newest_id(reader: Reader) -> int | None:
    """The inspection begun last."""
    return reader.scalar(select(func.max(Inspection.id)))


def of_move_in(reader: Reader, move_in_id: int) -> int | None:
    """The last inspection of a move-in that is not void."""
    return reader.scalar(
        select(Inspection.id)
        .where(Inspection.move_in_id == move_in_id, Inspection.state != "void")
        .order_by(Inspection.id.desc())
        .limit(1)
    )


def open_of_unit(reader: Reader, unit_id: int) -> int | None:
    """The inspection of a unit that goes on."""
    query = select(Inspection.id).where(Inspection.unit_id == unit_id, text("state = 'open'"))
    return reader.scalar(query.limit(1))


def items(reader: Reader, inspection_id: int) -> tuple[Item, ...]:
    """Its parts in their order, with the ids of their photos."""
    query = (
        select(
            InspectionItem.id,
            InspectionItem.place,
            InspectionItem.room,
            InspectionItem.part,
            InspectionItem.verdict,
            InspectionItem.remark,
        )
        .where(InspectionItem.inspection_id == inspection_id, InspectionItem.dropped_at.is_(None))
        .order_by(InspectionItem.place, InspectionItem.id)
    )
    found = tuple(Item(*row) for row in reader.execute(query))
    photos = _photos(reader, [one.id for one in found])
    return tuple(
        replace(one, verdict=Verdict(one.verdict), photos=tuple(photos.get(one.id, ())))
        for one in found
    )


def template(reader: Reader, number: int | None = None) -> TemplateRow | None:
    """A version of the estate's template, the last one unless told; None where there is none."""
    query = _TEMPLATES.order_by(InspectionTemplate.number.desc()).limit(1)
    if number is not None:
        query = query.where(InspectionTemplate.number == number)
    row = reader.execute(query).first()
    return None if row is None else TemplateRow(*row)


def templates(reader: Reader, limit: int) -> tuple[TemplateRow, ...]:
    """The versions of the estate's template, newest first."""
    query = _TEMPLATES.order_by(InspectionTemplate.number.desc()).limit(limit)
    return tuple(TemplateRow(*row) for row in reader.execute(query))


def _photos(reader: Reader, ids: Sequence[int]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = {}
    query = (
        select(Attachment.record_id, Attachment.id)
        .where(Attachment.kind == ITEM, Attachment.record_id.in_(ids))
        .order_by(Attachment.id)
    )
    for record_id, attachment_id in reader.execute(query):
        found.setdefault(record_id, []).append(attachment_id)
    return found


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query = _QUERY
    if wanted.state is not None:
        query = query.where(Inspection.state == wanted.state)
    if wanted.unit_id is not None:
        query = query.where(Inspection.unit_id == wanted.unit_id)
    if wanted.terms is not None:
        query = query.where(found_by(wanted.terms, Inspection))
    return query


def _row(row: Row[*tuple[Any, ...]]) -> InspectionRow:
    return InspectionRow(*row)


def _key(row: InspectionRow) -> Key:
    return row.begun_at, row.id


def _counted(verdict: str | None = None) -> Any:
    told = case((InspectionItem.verdict == verdict, 1)) if verdict else InspectionItem.id
    kept = InspectionItem.dropped_at.is_(None)
    query = select(func.count(told)).where(InspectionItem.inspection_id == Inspection.id, kept)
    return query.scalar_subquery()


_TEMPLATES: Select[*tuple[Any, ...]] = select(
    InspectionTemplate.id,
    InspectionTemplate.number,
    InspectionTemplate.rooms,
    InspectionTemplate.made_at,
    Account.name,
    InspectionTemplate.why,
).join(Account, Account.id == InspectionTemplate.made_by_id)

_QUERY: Select[*tuple[Any, ...]] = (
    select(
        Inspection.id,
        Inspection.version,
        Inspection.number,
        Inspection.unit_id,
        Unit.label,
        Inspection.move_in_id,
        Inspection.policy_id,
        Inspection.state,
        Inspection.template,
        Inspection.begun_at,
        Account.name,
        Inspection.held_on,
        Inspection.builder,
        Inspection.contact,
        Inspection.phone,
        Inspection.owner,
        Inspection.staff,
        Inspection.remark,
        Inspection.finished_at,
        Inspection.builder_signed_on,
        Inspection.builder_signed_by,
        Inspection.owner_signed_on,
        Inspection.owner_signed_by,
        Inspection.staff_signed_on,
        Inspection.staff_signed_by,
        Inspection.void_why,
        _counted(),
        _counted(Verdict.FAIL),
        _counted(Verdict.UNSEEN),
    )
    .select_from(Inspection)
    .join(Unit, Unit.id == Inspection.unit_id)
    .join(Account, Account.id == Inspection.by_id)
)
