"""Receptions, as read: the register by pages, one reception whole, those of a unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, case, func, select, text
from sqlalchemy.orm import aliased

from desk.domain import reception as rules
from desk.domain.complaint import State as CaseState
from desk.domain.service_order import State as OrderState
from desk.models import facets, search_index
from desk.models.complaint import Complaint
from desk.models.complaint_case import JointComplainant
from desk.models.estate import Resident, Unit
from desk.models.lists import Page, Reader
from desk.models.lists.reception_order import Filter, Key, following, unfollowed
from desk.models.reception import Reception
from desk.models.service_order import ServiceOrder
from desk.models.staff import Account

__all__ = [
    "FIRST_ASKED_NAME",
    "Filter",
    "FirstAskedAccount",
    "Key",
    "ReceptionDetail",
    "ReceptionRow",
]

EXCERPT = 160

FirstAskedAccount = aliased(Account)
FIRST_ASKED_NAME = case(
    (Reception.first_asked_name != "", Reception.first_asked_name), else_=FirstAskedAccount.name
)
_ClosedBy = aliased(Account)
_Other = aliased(Complaint)


@dataclass(frozen=True)
class ReceptionRow:
    """One line of the register; `request` and `answer` are how the texts begin, on one line."""

    id: int
    version: int
    number: str
    happened_at: datetime
    entered_at: datetime
    channel: str
    kind: str
    state: str
    unit_id: int | None
    unit: str | None
    resident_id: int | None
    caller_name: str
    caller_phone: str
    first_asked_id: int
    first_asked: str
    request: str
    answer: str

    @property
    def is_late(self) -> bool:
        """Entered later than it happened (R86)."""
        return rules.is_late(self.happened_at, self.entered_at)


@dataclass(frozen=True)
class ReceptionDetail(ReceptionRow):
    """One reception with its whole texts; `complaint` and `order` are the numbers of what it
    became, or joined; `order` is the newest that is not void.

    `first_asked_name` is only of somebody without an account; `duty_scope` may be empty.
    """

    resident: str | None
    first_asked_rank: str
    first_asked_name: str
    duty_scope: str
    closed_at: datetime | None
    closed_by: str | None
    complaint_id: int | None
    complaint: str | None
    order: str | None


def receptions(reader: Reader, wanted: Filter, after: Key | None, limit: int) -> Page[ReceptionRow]:
    """A page of the register, newest first, after the key of the last row seen."""
    return _page(_in_order(reader, following(reader, wanted, after, limit + 1)), limit)


def of_unit(
    reader: Reader, unit_id: int, state: str | None, limit: int
) -> tuple[ReceptionRow, ...]:
    """The newest receptions of a unit, in one state or in any."""
    return receptions(reader, Filter(unit_id=unit_id, state=state), None, limit).rows


def unit_of_resident(reader: Reader, resident_id: int) -> int | None:
    """The unit a resident belongs to."""
    return reader.scalar(select(Resident.unit_id).where(Resident.id == resident_id))


def unanswered(reader: Reader, limit: int) -> tuple[int, ...]:
    """The open receptions that wait for the desk, those entered first before the others.

    What goes on as a complaint or an order is followed there. The search index holds the state as
    a token.
    """
    match = search_index.match_expression([[facets.token("state", rules.State.OPEN)]])
    return tuple(reader.scalars(_UNANSWERED, {"match": match, "limit": limit}))


def open_count(reader: Reader, limit: int) -> int:
    """How many wait for the desk, counted up to the limit."""
    return len(unanswered(reader, limit))


def detail(reader: Reader, reception_id: int) -> ReceptionDetail | None:
    """One reception by its id."""
    return next(iter(_details(reader, (reception_id,))), None)


def detail_by_number(reader: Reader, number: str) -> ReceptionDetail | None:
    """One reception by its number."""
    found = reader.scalar(select(Reception.id).where(Reception.number == number))
    return None if found is None else detail(reader, found)


def whole(reader: Reader, wanted: Filter, at_once: int) -> Iterator[tuple[ReceptionDetail, ...]]:
    """The filtered register to its end, in the order of its pages, a handful at a time."""
    after: Key | None = None
    while ids := following(reader, wanted, after, at_once):
        found = {one.id: one for one in _details(reader, ids)}
        yield tuple(found[one] for one in ids)
        after = found[ids[-1]].happened_at, ids[-1]


def _page(rows: tuple[ReceptionRow, ...], limit: int) -> Page[ReceptionRow]:
    more = len(rows) > limit
    rows = rows[:limit]
    return Page(rows, (rows[-1].happened_at, rows[-1].id) if more else None)


def _in_order(reader: Reader, ids: tuple[int, ...]) -> tuple[ReceptionRow, ...]:
    if not ids:
        return ()
    found = {row.id: _row(row) for row in reader.execute(_ROWS, {"ids": ids})}
    return tuple(found[one] for one in ids)


def _row(row: Row[*tuple[Any, ...]]) -> ReceptionRow:
    values = list(row)
    values[-2:] = (" ".join(one.split()) for one in values[-2:])
    return ReceptionRow(*values)


def _details(reader: Reader, ids: Sequence[int]) -> tuple[ReceptionDetail, ...]:
    return tuple(ReceptionDetail(*row) for row in reader.execute(_DETAILS, {"ids": ids}))


_UNANSWERED = text(
    "SELECT rowid FROM search_reception WHERE search_reception MATCH :match"
    f"{unfollowed('search_reception.rowid')} ORDER BY rowid LIMIT :limit"
)
_HEAD = (
    Reception.id,
    Reception.version,
    Reception.number,
    Reception.happened_at,
    Reception.entered_at,
    Reception.channel,
    Reception.kind,
    Reception.state,
    Reception.unit_id,
    Unit.label,
    Reception.resident_id,
    Reception.caller_name,
    Reception.caller_phone,
    Reception.first_asked_id,
    FIRST_ASKED_NAME,
)


def _query(*columns: Any) -> Select[*tuple[Any, ...]]:
    """Outer joins only: the receptions lead, whatever is known about the other tables' sizes."""
    return (
        select(*_HEAD, *columns)
        .select_from(Reception)
        .outerjoin(Unit, Unit.id == Reception.unit_id)
        .outerjoin(FirstAskedAccount, FirstAskedAccount.id == Reception.first_asked_id)
        .where(Reception.id.in_(bindparam("ids", expanding=True)))
    )


_ROWS = _query(
    func.substr(Reception.request, 1, EXCERPT), func.substr(Reception.answer, 1, EXCERPT)
)
_FIRST_COMPLAINT = (
    select(func.min(_Other.id)).where(_Other.reception_id == Reception.id).scalar_subquery()
)
_JOINED_CASE = (
    select(func.min(_Other.id))
    .join(JointComplainant, JointComplainant.complaint_id == _Other.id)
    .where(JointComplainant.reception_id == Reception.id, _Other.state != CaseState.EXPLAINED)
    .scalar_subquery()
)
_LAST_ORDER = (
    select(ServiceOrder.number)
    .where(ServiceOrder.reception_id == Reception.id, ServiceOrder.state != OrderState.VOID)
    .order_by(ServiceOrder.id.desc())
    .limit(1)
    .scalar_subquery()
)
_DETAILS = (
    _query(
        Reception.request,
        Reception.answer,
        Resident.name,
        Reception.first_asked_rank,
        Reception.first_asked_name,
        Reception.duty_scope,
        Reception.closed_at,
        _ClosedBy.name,
        Complaint.id,
        Complaint.number,
        _LAST_ORDER,
    )
    .outerjoin(Resident, Resident.id == Reception.resident_id)
    .outerjoin(_ClosedBy, _ClosedBy.id == Reception.closed_by_id)
    .outerjoin(Complaint, Complaint.id == func.coalesce(_FIRST_COMPLAINT, _JOINED_CASE))
)
