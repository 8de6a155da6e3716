"""What a visit goes on in, as read: the records it became or joined, whether any still runs, and
what came of those that do not."""

from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, exists, or_, select

from desk.domain.complaint import OPEN_STATES
from desk.domain.complaint import State as CaseState
from desk.domain.service_order import OVER, EventKind
from desk.domain.service_order import State as OrderState
from desk.models.complaint import Complaint
from desk.models.complaint_case import JointComplainant
from desk.models.lists import Reader
from desk.models.reception import Reception
from desk.models.service_order import ServiceOrder, ServiceOrderEvent


def of_complaint(reader: Reader, complaint_id: int) -> tuple[int, ...]:
    """The visits that a complaint answers: the one it was made of, and those that joined (R10)."""
    made = select(Complaint.reception_id).where(Complaint.id == complaint_id)
    joined = select(JointComplainant.reception_id).where(
        JointComplainant.complaint_id == complaint_id
    )
    found = (*reader.scalars(made), *reader.scalars(joined.order_by(JointComplainant.id)))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def goes_on(reader: Reader, reception_id: int) -> bool:
    """Whether a complaint that a visit became or joined, or an order of it, is still open."""
    return bool(reader.scalar(select(_GOES_ON).where(Reception.id == reception_id)))


def outcomes(reader: Reader, reception_id: int) -> tuple[str, ...]:
    """What came of a visit, the oldest first, each said once.

    The results of its closed cases, what was done by its closed orders, and why an order could not
    be done, with whom else to ask (R237). An order of a complaint is told by the case's result,
    where there is one.
    """
    given = {"visit": reception_id}
    results = [*reader.scalars(_RESULTS, given), *reader.scalars(_JOINED_RESULTS, given)]
    told = list(results)
    for of_case, state, done, why, others in reader.execute(_ORDERS, given):
        if not (of_case and results):
            told += (why, others) if state == OrderState.UNABLE else (done,)
    return tuple(dict.fromkeys(one for one in told if one))


_IS_OPEN: ColumnElement[bool] = Complaint.state.in_(sorted(OPEN_STATES))
_JOINED: tuple[Any, ...] = (
    JointComplainant.reception_id == Reception.id,
    Complaint.id == JointComplainant.complaint_id,
)
_GOES_ON: ColumnElement[bool] = or_(
    exists().where(Complaint.reception_id == Reception.id, _IS_OPEN),
    exists().where(*_JOINED, _IS_OPEN),
    exists().where(ServiceOrder.reception_id == Reception.id, ServiceOrder.state.not_in(OVER)),
)
_VISIT: BindParameter[int] = bindparam("visit")
_IS_CLOSED: ColumnElement[bool] = Complaint.state == CaseState.CLOSED
_RESULTS = (
    select(Complaint.result)
    .where(Complaint.reception_id == _VISIT, _IS_CLOSED)
    .order_by(Complaint.id)
)
_JOINED_RESULTS = (
    select(Complaint.result)
    .join(JointComplainant, JointComplainant.complaint_id == Complaint.id)
    .where(JointComplainant.reception_id == _VISIT, _IS_CLOSED)
    .order_by(JointComplainant.id)
)
_WHY_UNABLE = (
    select(ServiceOrderEvent.text)
    .where(
        ServiceOrderEvent.order_id == ServiceOrder.id, ServiceOrderEvent.kind == EventKind.UNABLE
    )
    .order_by(ServiceOrderEvent.id.desc())
    .limit(1)
    .scalar_subquery()
)
_ORDERS = (
    select(
        ServiceOrder.complaint_id.is_not(None),
        ServiceOrder.state,
        ServiceOrder.work_done,
        _WHY_UNABLE,
        ServiceOrder.others,
    )
    .where(
        ServiceOrder.reception_id == _VISIT,
        ServiceOrder.state.in_([OrderState.CLOSED, OrderState.UNABLE]),
    )
    .order_by(ServiceOrder.id)
)
