"""The history, as read: what was done, by whom, to which record; never the values.

Nothing here shows what was written: values are personal data, and the trail keeps them for the
rare day on which somebody is asked to look.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, case, func, select

from desk.models.complaint import Complaint
from desk.models.coordination_slip import CoordinationSlip
from desk.models.custody_agreement import CustodyAgreement
from desk.models.defect import Defect
from desk.models.estate import Unit
from desk.models.fee_mandate import FeeMandate
from desk.models.history import History
from desk.models.inspection import Inspection
from desk.models.key_count import KeyCount
from desk.models.key_loan import KeyLoan
from desk.models.key_receipt import KeyReceipt
from desk.models.key_set import KeySet
from desk.models.lists import Page, Reader, page
from desk.models.lists.order import latest_first
from desk.models.move_in import MoveIn
from desk.models.price_board import PriceBoard
from desk.models.receipt import Receipt
from desk.models.reception import Reception
from desk.models.release_pass import ReleasePass
from desk.models.service_agreement import ServiceAgreement
from desk.models.service_order import ServiceOrder
from desk.models.staff import Account
from desk.models.supplier_agreement import SupplierAgreement
from desk.models.work_log import WorkLog

Key = tuple[int]
_RECENT = 5_000


@dataclass(frozen=True)
class HistoryRow:
    """One entry. `record` is a number, a login name or a room; "" where the record has none."""

    id: int
    at: datetime
    actor_id: int | None
    actor: str | None
    deed: str
    kind: str
    record_id: int
    record: str


@dataclass(frozen=True)
class Filter:
    """What to show: entries of one clerk, of one kind of record, of one record."""

    actor_id: int | None = None
    kind: str | None = None
    record_id: int | None = None


def entries(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[HistoryRow]:
    """A page of the history, newest first, after the key of the last entry seen."""
    query = latest_first(_narrowed(wanted), History.id, after)
    if _is_only_a_kind(wanted):
        newest = after[0] if after is not None else newest_id(reader) + 1
        recent = page(reader, query.where(History.id > newest - _RECENT), _row, _key, limit)
        if recent.next_key is not None:
            return recent
    return page(reader, query, _row, _key, limit)


def newest_id(reader: Reader) -> int:
    """The id of the newest entry, which is how many there are; 0 for an empty history."""
    return reader.scalar(select(func.max(History.id))) or 0


def actors(reader: Reader) -> tuple[tuple[int, str], ...]:
    """Everybody who has an account, by name: id and name."""
    rows = reader.execute(select(Account.id, Account.name).order_by(Account.login))
    return tuple((row.id, row.name) for row in rows)


def record_of_number(reader: Reader, number: str) -> tuple[str, int] | None:
    """The kind and the id of the record that bears a number."""
    for table in _NUMBERED:
        found = reader.scalar(select(table.id).where(table.number == number))
        if found is not None:
            return table.__tablename__, found
    return None


def number_of_record(reader: Reader, kind: str, record_id: int) -> str:
    """The number a record bears; "" for a kind that has none."""
    tables = {table.__tablename__: table for table in _NUMBERED}
    if kind not in tables:
        return ""
    table = tables[kind]
    return reader.scalar(select(table.number).where(table.id == record_id)) or ""


def _is_only_a_kind(wanted: Filter) -> bool:
    """A kind alone has no index in the order of time: first look among the newest entries."""
    return wanted.kind is not None and wanted.record_id is None


def _narrowed(wanted: Filter) -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = _QUERY
    if wanted.actor_id is not None:
        query = query.where(History.actor_id == wanted.actor_id)
    if wanted.kind is not None:
        query = query.where(History.kind == wanted.kind)
    if wanted.record_id is not None:
        query = query.where(History.record_id == wanted.record_id)
    return query


def _row(row: Row[*tuple[Any, ...]]) -> HistoryRow:
    return HistoryRow(*row)


def _key(row: HistoryRow) -> Key:
    return (row.id,)


def _joined(table: Any, kind: str) -> Any:
    return and_(History.kind == kind, table.id == History.record_id)


_NUMBERED = (
    Reception,
    Complaint,
    CoordinationSlip,
    WorkLog,
    KeyLoan,
    CustodyAgreement,
    KeyReceipt,
    KeyCount,
    ReleasePass,
    PriceBoard,
    SupplierAgreement,
    ServiceAgreement,
    Inspection,
    Defect,
    MoveIn,
    ServiceOrder,
    Receipt,
    FeeMandate,
)
_Subject = Account.__table__.alias("subject")
_RECORD = case(
    (History.kind == "reception", Reception.number),
    (History.kind == "complaint", Complaint.number),
    (History.kind == "unit", Unit.label),
    (History.kind == "work_log", WorkLog.number),
    (History.kind == "account", _Subject.c.login),
    (History.kind == "custody_agreement", CustodyAgreement.number),
    (History.kind == "key_set", KeySet.tag),
    (History.kind == "key_loan", KeyLoan.number),
    (History.kind == "key_receipt", KeyReceipt.number),
    (History.kind == "key_count", KeyCount.number),
    (History.kind == "release_pass", ReleasePass.number),
    (History.kind == "inspection", Inspection.number),
    (History.kind == "defect", Defect.number),
    (History.kind == "move_in", MoveIn.number),
    (History.kind == "service_order", ServiceOrder.number),
    (History.kind == "receipt", Receipt.number),
    (History.kind == "fee_mandate", FeeMandate.number),
    (History.kind == "price_board", PriceBoard.number),
    (History.kind == "supplier_agreement", SupplierAgreement.number),
    (History.kind == "service_agreement", ServiceAgreement.number),
    else_="",
)
_QUERY = (
    select(
        History.id,
        History.at,
        History.actor_id,
        Account.name,
        History.deed,
        History.kind,
        History.record_id,
        func.coalesce(_RECORD, ""),
    )
    .select_from(History)
    .outerjoin(Account, Account.id == History.actor_id)
    .outerjoin(Reception, _joined(Reception, "reception"))
    .outerjoin(Complaint, _joined(Complaint, "complaint"))
    .outerjoin(Unit, _joined(Unit, "unit"))
    .outerjoin(WorkLog, _joined(WorkLog, "work_log"))
    .outerjoin(CustodyAgreement, _joined(CustodyAgreement, "custody_agreement"))
    .outerjoin(KeySet, _joined(KeySet, "key_set"))
    .outerjoin(KeyLoan, _joined(KeyLoan, "key_loan"))
    .outerjoin(KeyReceipt, _joined(KeyReceipt, "key_receipt"))
    .outerjoin(KeyCount, _joined(KeyCount, "key_count"))
    .outerjoin(Inspection, _joined(Inspection, "inspection"))
    .outerjoin(Defect, _joined(Defect, "defect"))
    .outerjoin(ReleasePass, _joined(ReleasePass, "release_pass"))
    .outerjoin(MoveIn, _joined(MoveIn, "move_in"))
    .outerjoin(ServiceOrder, _joined(ServiceOrder, "service_order"))
    .outerjoin(Receipt, _joined(Receipt, "receipt"))
    .outerjoin(FeeMandate, _joined(FeeMandate, "fee_mandate"))
    .outerjoin(PriceBoard, _joined(PriceBoard, "price_board"))
    .outerjoin(SupplierAgreement, _joined(SupplierAgreement, "supplier_agreement"))
    .outerjoin(ServiceAgreement, _joined(ServiceAgreement, "service_agreement"))
    .outerjoin(_Subject, and_(History.kind == "account", _Subject.c.id == History.record_id))
)
