"""What a visit goes on in, as read: the records it became or joined, and whether any still runs."""

from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select

from desk.domain.complaint import OPEN_STATES
from desk.domain.service_order import OVER
from desk.models.complaint import Complaint
from desk.models.complaint_case import JointComplainant
from desk.models.lists import Reader
from desk.models.reception import Reception
from desk.models.service_order import ServiceOrder


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
