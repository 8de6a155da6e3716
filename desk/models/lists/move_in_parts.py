"""The parts of a move-in 入住, as read: persons, papers, fees, keys, exceptions, journal."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, case, func, select
from sqlalchemy.orm import aliased

from desk.domain.move_in import Document, Excepted, Fee, FeeKind, KeysHanded, Listed, ListedKind
from desk.models.custody_agreement import CustodyAgreement
from desk.models.key_receipt import KeyReceipt, KeyReceiptLine
from desk.models.key_set import KeySet
from desk.models.lists import Reader
from desk.models.move_in import (
    MoveIn,
    MoveInDocument,
    MoveInEvent,
    MoveInException,
    MoveInFee,
    MoveInKeys,
    MoveInListed,
    MoveInPerson,
)
from desk.models.receipt import Receipt
from desk.models.release_pass import ReleasePass
from desk.models.staff import Account

_LookedBy = aliased(Account)


@dataclass(frozen=True)
class OpenAgreement:
    """A custody agreement that is open: its last day, and how many sets of keys it keeps."""

    id: int
    number: str
    ends: date
    kept: int


@dataclass(frozen=True)
class PersonRow:
    """Somebody on the case; `identity` is the whole number: whoever shows it masks it."""

    id: int
    name: str
    role: str
    kind: str
    company: str
    phones: tuple[str, ...]
    permanent: bool
    identity_kind: str
    identity: str
    note: str
    resident_id: int | None


@dataclass(frozen=True)
class EventRow:
    """One line of the journal."""

    id: int
    kind: str
    at: datetime
    by: str
    person: str
    text: str


def persons(reader: Reader, move_in_id: int) -> tuple[PersonRow, ...]:
    """Who moves in, in the order of entry."""
    query = (
        select(
            MoveInPerson.id,
            MoveInPerson.name,
            MoveInPerson.role,
            MoveInPerson.kind,
            MoveInPerson.company,
            MoveInPerson.phones,
            MoveInPerson.permanent,
            MoveInPerson.identity_kind,
            MoveInPerson.identity,
            MoveInPerson.note,
            MoveInPerson.resident_id,
        )
        .where(MoveInPerson.move_in_id == move_in_id, MoveInPerson.dropped_at.is_(None))
        .order_by(MoveInPerson.id)
    )
    return tuple(PersonRow(*row[:5], tuple(row.phones), *row[6:]) for row in reader.execute(query))


def documents(reader: Reader, move_in_id: int) -> tuple[Document, ...]:
    """The papers that were taken in."""
    query = (
        select(
            MoveInDocument.code,
            MoveInDocument.person_id,
            MoveInDocument.received_on,
            MoveInDocument.original,
            MoveInDocument.copy,
            MoveInDocument.authentic,
            MoveInDocument.remark,
            MoveInDocument.attachment_id,
            Account.name,
            MoveInDocument.id,
        )
        .join(Account, Account.id == MoveInDocument.checked_by_id)
        .where(MoveInDocument.move_in_id == move_in_id)
        .order_by(MoveInDocument.id)
    )
    return tuple(_document(row) for row in reader.execute(query))


def listed(reader: Reader, move_in_id: int) -> tuple[Listed, ...]:
    """The agreements that were signed, the materials that were handed over."""
    query = (
        select(
            MoveInListed.code,
            MoveInListed.signed_on,
            MoveInListed.signed_by,
            MoveInListed.attachment_id,
            MoveInListed.kind,
            MoveInListed.paper,
            MoveInListed.id,
        )
        .where(MoveInListed.move_in_id == move_in_id)
        .order_by(MoveInListed.id)
    )
    return tuple(_listed(row) for row in reader.execute(query))


def fees(reader: Reader, move_in_id: int) -> tuple[Fee, ...]:
    """The lines that are collected; a receipt that is void counts for nothing."""
    holds = Receipt.void_at.is_(None)
    query = (
        select(
            MoveInFee.kind,
            MoveInFee.what,
            MoveInFee.amount,
            MoveInFee.mandate_id,
            MoveInFee.by_id,
            Account.name,
            func.coalesce(_LookedBy.name, ""),
            case((holds, Receipt.id)),
            case((holds, Receipt.number), else_=""),
            MoveInFee.id,
        )
        .join(Account, Account.id == MoveInFee.by_id)
        .outerjoin(_LookedBy, _LookedBy.id == MoveInFee.looked_by_id)
        .outerjoin(Receipt, Receipt.id == MoveInFee.receipt_id)
        .where(MoveInFee.move_in_id == move_in_id, MoveInFee.dropped_at.is_(None))
        .order_by(MoveInFee.id)
    )
    return tuple(_fee(row) for row in reader.execute(query))


def keys(reader: Reader, move_in_id: int) -> tuple[KeysHanded, ...]:
    """The key receipts of the case that are not void."""
    count = (
        select(func.coalesce(func.sum(KeyReceiptLine.keys), 0))
        .where(KeyReceiptLine.receipt_id == KeyReceipt.id)
        .scalar_subquery()
    )
    query = (
        select(KeyReceipt.id, KeyReceipt.number, KeyReceipt.signed_on.is_not(None), count)
        .join(MoveInKeys, MoveInKeys.key_receipt_id == KeyReceipt.id)
        .where(MoveInKeys.move_in_id == move_in_id, KeyReceipt.void_why == "")
        .order_by(KeyReceipt.id)
    )
    return tuple(KeysHanded(*row) for row in reader.execute(query))


def move_ins_of_keys(reader: Reader, receipt_id: int) -> tuple[int, ...]:
    """The cases a key receipt belongs to."""
    query = select(MoveInKeys.move_in_id).where(MoveInKeys.key_receipt_id == receipt_id)
    return tuple(reader.scalars(query))


def exceptions(
    reader: Reader, move_in_id: int, day: Callable[[datetime], date]
) -> tuple[Excepted, ...]:
    """What was let pass, in the order in which it was; `day` tells the estate's day."""
    query = (
        select(MoveInException.item, MoveInException.why, Account.name, MoveInException.at)
        .join(Account, Account.id == MoveInException.by_id)
        .where(MoveInException.move_in_id == move_in_id)
        .order_by(MoveInException.id)
    )
    return tuple(Excepted(item, why, by, day(at)) for item, why, by, at in reader.execute(query))


def events(reader: Reader, move_in_id: int) -> tuple[EventRow, ...]:
    """The journal, oldest first."""
    query = (
        select(
            MoveInEvent.id,
            MoveInEvent.kind,
            MoveInEvent.at,
            Account.name,
            MoveInEvent.person,
            MoveInEvent.text,
        )
        .join(Account, Account.id == MoveInEvent.by_id)
        .where(MoveInEvent.move_in_id == move_in_id)
        .order_by(MoveInEvent.id)
    )
    return tuple(EventRow(*row) for row in reader.execute(query))


# What ties a household to its unit


def last_pass(reader: Reader, unit_id: int, since: datetime) -> int | None:
    """The moving-out pass 遷出放行條 of a unit written last since a moment, void ones aside, and
    those by which another household has left."""
    used = select(MoveIn.left_pass_id).where(
        MoveIn.unit_id == unit_id, MoveIn.left_pass_id.is_not(None)
    )
    query = (
        select(ReleasePass.id)
        .where(ReleasePass.unit_id == unit_id, ReleasePass.written_at >= since)
        .where(ReleasePass.kind == "moving_out", ReleasePass.state != "void")
        .where(ReleasePass.id.not_in(used))
        .order_by(ReleasePass.written_at.desc(), ReleasePass.id.desc())
        .limit(1)
    )
    return reader.scalar(query)


def kept_tags(reader: Reader, unit_id: int) -> tuple[str, ...]:
    """The tags of the unit's key sets that are in custody."""
    query = select(KeySet.tag).where(KeySet.unit_id == unit_id, KeySet.left_at.is_(None))
    return tuple(reader.scalars(query.order_by(KeySet.id)))


def open_agreements(reader: Reader, unit_id: int) -> tuple[OpenAgreement, ...]:
    """The unit's custody agreements that are neither ended nor void."""
    kept = select(func.count(KeySet.id)).where(
        KeySet.agreement_id == CustodyAgreement.id, KeySet.left_at.is_(None)
    )
    query = select(
        CustodyAgreement.id,
        CustodyAgreement.number,
        CustodyAgreement.ends,
        kept.correlate(CustodyAgreement).scalar_subquery(),
    ).where(
        CustodyAgreement.unit_id == unit_id,
        CustodyAgreement.ended_at.is_(None),
        CustodyAgreement.void_why == "",
    )
    return tuple(OpenAgreement(*row) for row in reader.execute(query.order_by(CustodyAgreement.id)))


def _document(row: Row[*tuple[Any, ...]]) -> Document:
    return Document(*row)


def _listed(row: Row[*tuple[Any, ...]]) -> Listed:
    code, signed_on, signed_by, attachment_id, kind, paper, key = row
    return Listed(code, signed_on, signed_by, attachment_id, ListedKind(kind), paper, key)


def _fee(row: Row[*tuple[Any, ...]]) -> Fee:
    return Fee(FeeKind(row[0]), *row[1:])
