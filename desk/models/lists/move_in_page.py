"""What the cases of one page of move-ins 入住 have, read at once: a query a kind of part."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, case, select

from desk.domain.estate import ResidentRole
from desk.domain.move_in import Document, Excepted, Fee, FeeKind, KeysHanded, Listed, ListedKind
from desk.domain.move_in import Person as Somebody
from desk.models.inspection import Inspection
from desk.models.key_receipt import KeyReceipt
from desk.models.lists import Reader
from desk.models.move_in import (
    MoveInDocument,
    MoveInException,
    MoveInFee,
    MoveInKeys,
    MoveInListed,
    MoveInPerson,
)
from desk.models.receipt import Receipt

Part = TypeVar("Part")
Parts = Mapping[int, tuple[Part, ...]]
Ids = Sequence[int]


def persons(reader: Reader, ids: Ids) -> Parts[Somebody]:
    """Who moves in."""
    query = select(
        MoveInPerson.id, MoveInPerson.name, MoveInPerson.role, MoveInPerson.permanent
    ).where(MoveInPerson.dropped_at.is_(None))
    return _of_each(reader, query, MoveInPerson.move_in_id, ids, _person)


def documents(reader: Reader, ids: Ids) -> Parts[Document]:
    """The papers that were taken in."""
    query = select(
        MoveInDocument.code,
        MoveInDocument.person_id,
        MoveInDocument.received_on,
        MoveInDocument.original,
        MoveInDocument.copy,
        MoveInDocument.authentic,
        MoveInDocument.remark,
    )
    return _of_each(reader, query, MoveInDocument.move_in_id, ids, Document)


def listed(reader: Reader, ids: Ids) -> Parts[Listed]:
    """The agreements that were signed, the materials that were handed over."""
    query = select(MoveInListed.code, MoveInListed.signed_on, MoveInListed.kind)
    return _of_each(reader, query, MoveInListed.move_in_id, ids, _listed)


def fees(reader: Reader, ids: Ids) -> Parts[Fee]:
    """The lines that are collected; a receipt that is void counts for nothing."""
    holds = case((Receipt.void_at.is_(None), Receipt.id))
    query = (
        select(MoveInFee.kind, MoveInFee.what, MoveInFee.looked_by_id, holds, MoveInFee.id)
        .outerjoin(Receipt, Receipt.id == MoveInFee.receipt_id)
        .where(MoveInFee.dropped_at.is_(None))
    )
    return _of_each(reader, query, MoveInFee.move_in_id, ids, _fee)


def keys(reader: Reader, ids: Ids) -> Parts[KeysHanded]:
    """The key receipts that are not void."""
    query = (
        select(KeyReceipt.id, KeyReceipt.number, KeyReceipt.signed_on.is_not(None))
        .join(MoveInKeys, MoveInKeys.key_receipt_id == KeyReceipt.id)
        .where(KeyReceipt.void_why == "")
    )
    return _of_each(reader, query, MoveInKeys.move_in_id, ids, KeysHanded)


def exceptions(reader: Reader, ids: Ids) -> Parts[Excepted]:
    """What was let pass."""
    query = select(MoveInException.item, MoveInException.why)
    return _of_each(reader, query, MoveInException.move_in_id, ids, Excepted)


def inspected(reader: Reader, ids: Ids) -> Mapping[int, bool]:
    """Of the cases with an inspection that is not void: whether the last one lacks nothing, settled
    and signed by builder, owner and staff (R30)."""
    signed = (
        Inspection.builder_signed_on.is_not(None)
        & Inspection.owner_signed_on.is_not(None)
        & Inspection.staff_signed_on.is_not(None)
    )
    query = (
        select(Inspection.move_in_id, (Inspection.state == "done") & signed)
        .where(Inspection.move_in_id.in_(ids), Inspection.state != "void")
        .order_by(Inspection.id)
    )
    rows = reader.execute(query)
    return {key: bool(whole) for key, whole in rows if key is not None}


def _of_each(
    reader: Reader,
    query: Select[*tuple[Any, ...]],
    of: ColumnElement[int] | Any,
    ids: Ids,
    made: Callable[..., Part],
) -> Parts[Part]:
    found: dict[int, list[Part]] = {}
    for row in reader.execute(query.add_columns(of).where(of.in_(ids))):
        found.setdefault(row[-1], []).append(made(*row[:-1]))
    return {key: tuple(parts) for key, parts in found.items()}


def _person(key: int, name: str, role: str, permanent: bool) -> Somebody:
    return Somebody(key, name, ResidentRole(role), permanent)


def _listed(code: str, signed_on: Any, kind: str) -> Listed:
    return Listed(code, signed_on, kind=ListedKind(kind))


def _fee(kind: str, what: str, looked_by: int | None, receipt: int | None, key: int) -> Fee:
    seen = "" if looked_by is None else str(looked_by)
    return Fee(FeeKind(kind), what, looked_by=seen, receipt_id=receipt, id=key)
