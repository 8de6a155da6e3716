"""Where the rows of the household file 住戶檔案 come from: one source a kind of record."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from desk.domain.move_in import EventKind
from desk.models.base import UtcDateTime
from desk.models.complaint import Complaint
from desk.models.custody_agreement import CustodyAgreement
from desk.models.defect import Defect
from desk.models.estate import Resident
from desk.models.history import History
from desk.models.inspection import Inspection
from desk.models.key_loan import KeyLoan
from desk.models.key_receipt import KeyReceipt
from desk.models.key_set import KeySet
from desk.models.move_in import MoveIn, MoveInDocument, MoveInEvent
from desk.models.print_log import PrintLog
from desk.models.receipt import Receipt, ReceiptLine
from desk.models.reception import Reception
from desk.models.release_pass import ReleaseItem, ReleasePass
from desk.models.service_agreement import ServiceAgreement
from desk.models.service_order import ServiceOrder
from desk.models.work_log import WorkLog

EXCERPT = 160


@dataclass(frozen=True)
class Source:
    """Where the rows of one kind come from: the moment and the id they are ordered by."""

    kind: str
    at: Any
    id: Any
    query: Select[*tuple[Any, ...]]


_NOTHING: ColumnElement[str] = literal_column("''")


def _excerpt(text: Any) -> Any:
    return func.substr(text, 1, EXCERPT)


def _plain(table: Any, at: Any, unit_id: int, *told: Any) -> Source:
    """A table that bears its unit; `told` is who, what and the state."""
    kind = table.__tablename__
    query = select(table.id, at, table.number, *told, literal(kind), table.id)
    return Source(kind, at, table.id, query.where(table.unit_id == unit_id))


def _receptions(unit_id: int) -> Source:
    what = _excerpt(Reception.request)
    return _plain(
        Reception, Reception.happened_at, unit_id, Reception.caller_name, what, Reception.state
    )


def _complaints(unit_id: int) -> Source:
    told = (Complaint.complainant, _excerpt(Complaint.about), Complaint.state)
    return _plain(Complaint, Complaint.received_at, unit_id, *told)


def _visits(unit_id: int) -> Source:
    told = (WorkLog.participants, _excerpt(WorkLog.text), WorkLog.state)
    return _plain(WorkLog, WorkLog.happened_at, unit_id, *told)


def _passes(unit_id: int) -> Source:
    goods = (
        select(ReleaseItem.what)
        .where(ReleaseItem.pass_id == ReleasePass.id, ReleaseItem.dropped_at.is_(None))
        .order_by(ReleaseItem.place)
        .limit(1)
        .scalar_subquery()
    )
    told = (ReleasePass.applicant, func.coalesce(goods, ""), ReleasePass.state)
    return _plain(ReleasePass, ReleasePass.written_at, unit_id, *told)


def _orders(unit_id: int) -> Source:
    told = (ServiceOrder.customer, _excerpt(ServiceOrder.wish), ServiceOrder.state)
    return _plain(ServiceOrder, ServiceOrder.written_at, unit_id, *told)


def _agreements(unit_id: int) -> Source:
    told = (ServiceAgreement.customer, _NOTHING, _NOTHING)
    return _plain(ServiceAgreement, ServiceAgreement.entered_at, unit_id, *told)


def _receipts(unit_id: int) -> Source:
    state = case((Receipt.void_at.is_not(None), "void"), else_="")
    paid_for = (
        select(ReceiptLine.what)
        .where(ReceiptLine.receipt_id == Receipt.id)
        .order_by(ReceiptLine.place)
        .limit(1)
        .scalar_subquery()
    )
    told = (Receipt.payer, func.coalesce(paid_for, ""), state)
    return _plain(Receipt, Receipt.received_at, unit_id, *told)


def _move_ins(unit_id: int) -> Source:
    return _plain(MoveIn, MoveIn.written_at, unit_id, MoveIn.name, _NOTHING, MoveIn.state)


def _inspections(unit_id: int) -> Source:
    told = (Inspection.owner, _NOTHING, Inspection.state)
    return _plain(Inspection, Inspection.begun_at, unit_id, *told)


def _defects(unit_id: int) -> Source:
    return _plain(Defect, Defect.found_at, unit_id, _NOTHING, Defect.what, Defect.state)


def _key_receipts(unit_id: int) -> Source:
    state = case(
        (KeyReceipt.void_why != "", "void"),
        (KeyReceipt.signed_on.is_not(None), "signed"),
        else_="to_sign",
    )
    return _plain(
        KeyReceipt, KeyReceipt.handed_over_at, unit_id, KeyReceipt.receiver, _NOTHING, state
    )


def _custody(unit_id: int) -> Source:
    state = case(
        (CustodyAgreement.void_why != "", "void"),
        (CustodyAgreement.ended_at.is_not(None), "ended"),
        else_="",
    )
    told = (CustodyAgreement.owner, _NOTHING, state)
    return _plain(CustodyAgreement, CustodyAgreement.entered_at, unit_id, *told)


def _key_sets(unit_id: int) -> Source:
    state = case((KeySet.left_at.is_not(None), "returned"), else_="")
    told = (KeySet.tag, KeySet.left_by, KeySet.opens, state, literal("key_set"), KeySet.id)
    query = select(KeySet.id, KeySet.received_at, *told).where(KeySet.unit_id == unit_id)
    return Source("key_set", KeySet.received_at, KeySet.id, query)


def _key_loans(unit_id: int) -> Source:
    state = case(
        (KeyLoan.void_why != "", "void"),
        (KeyLoan.returned_at.is_not(None), "back"),
        (KeyLoan.ended_at.is_(None), "out"),
        else_="",
    )
    told = (KeyLoan.number, KeyLoan.borrower, KeyLoan.purpose, state)
    query = (
        select(KeyLoan.id, KeyLoan.out_at, *told, literal("key_loan"), KeyLoan.id)
        .join(KeySet, KeySet.id == KeyLoan.key_set_id)
        .where(KeySet.unit_id == unit_id)
    )
    return Source("key_loan", literal_column("+key_loan.out_at", UtcDateTime()), KeyLoan.id, query)


def _people(unit_id: int) -> Source:
    """Who was written down as a resident, and when: the history knows it."""
    residents = select(Resident.id).where(Resident.unit_id == unit_id)
    state = case((Resident.active, "active"), else_="former")
    query = (
        select(
            Resident.id,
            History.at,
            _NOTHING,
            Resident.name,
            Resident.role,
            state,
            literal("unit"),
            Resident.unit_id,
        )
        .join(Resident, Resident.id == History.record_id)
        .where(History.kind == "resident", History.deed == "created")
        .where(History.record_id.in_(residents))
    )
    return Source("resident", History.at, Resident.id, query)


def _documents(unit_id: int) -> Source:
    """The papers that were taken in at a move-in."""
    row = MoveInDocument
    was_taken = row.received_on.is_not(None)
    return _of_move_in(row, row.checked_at, row.code, unit_id, was_taken)


_TOLD = (EventKind.FILED, EventKind.VISITED, EventKind.MOVED_OUT)


def _move_in_events(unit_id: int) -> Source:
    """Of a case's journal what the home is asked for later: the filing, the visit, the end."""
    row = MoveInEvent
    return _of_move_in(row, row.at, row.kind, unit_id, row.kind.in_(_TOLD))


def _of_move_in(row: Any, at: Any, what: Any, unit_id: int, which: Any) -> Source:
    """A part of a move-in case, which opens the case."""
    told = (MoveIn.number, MoveIn.name, what, _NOTHING)
    query = (
        select(row.id, at, *told, literal("move_in"), MoveIn.id)
        .join(MoveIn, MoveIn.id == row.move_in_id)
        .where(MoveIn.unit_id == unit_id, which)
    )
    return Source(row.__tablename__, at, row.id, query)


_PRINTED = (
    Complaint,
    CustodyAgreement,
    Defect,
    Inspection,
    KeyReceipt,
    MoveIn,
    Receipt,
    Reception,
    ReleasePass,
    ServiceAgreement,
    ServiceOrder,
)


def _prints(unit_id: int) -> Source:
    """What was printed of the unit's records, found by the record and not by the time."""
    at = literal_column("+print_log.printed_at", UtcDateTime())
    state = case((PrintLog.home_at.is_not(None), "home"), else_="")
    query = select(
        PrintLog.id,
        at,
        PrintLog.number,
        _NOTHING,
        PrintLog.form,
        state,
        PrintLog.kind,
        PrintLog.record_id,
    ).where(PrintLog.outcome != "failed", or_(*_of_unit(unit_id)))
    return Source("print_log", at, PrintLog.id, query)


def _of_unit(unit_id: int) -> Iterator[ColumnElement[bool]]:
    for table in _PRINTED:
        ids = select(table.id).where(table.unit_id == unit_id)
        yield and_(PrintLog.kind == table.__tablename__, PrintLog.record_id.in_(ids))


SOURCES: Mapping[str, Callable[[int], Source]] = MappingProxyType(
    {
        "complaint": _complaints,
        "custody_agreement": _custody,
        "defect": _defects,
        "inspection": _inspections,
        "key_loan": _key_loans,
        "key_receipt": _key_receipts,
        "key_set": _key_sets,
        "move_in": _move_ins,
        "move_in_document": _documents,
        "move_in_event": _move_in_events,
        "print_log": _prints,
        "receipt": _receipts,
        "reception": _receptions,
        "release_pass": _passes,
        "resident": _people,
        "service_agreement": _agreements,
        "service_order": _orders,
        "work_log": _visits,
    }
)
