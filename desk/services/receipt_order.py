"""What a receipt 收據 that is void means for the order it was paid for (R244, K13)."""

from desk.clock import newer
from desk.domain.service_order import EventKind, State
from desk.models.receipt import Receipt
from desk.models.service_order import ServiceOrder, ServiceOrderEvent
from desk.models.unit_of_work import UnitOfWork

KIND = "service_order"


def follow_void(work: UnitOfWork, receipt: Receipt, why: str) -> None:
    """Its money is owed again: an order that was closed with it is open again. Whoever has the
    order open is told that it has changed."""
    if receipt.kind != KIND or receipt.record_id is None:
        return
    order = work.get(ServiceOrder, receipt.record_id)
    order.touched_at = newer(order.touched_at, work.now)
    if order.state != State.CLOSED:
        return
    order.state, order.closed_at, order.closed_by_id = State.DONE, None, None
    work.add(
        ServiceOrderEvent(
            order_id=order.id,
            kind=EventKind.REOPENED,
            at=work.now,
            entered_at=work.now,
            by_id=work.actor_id,
            text=why,
            refers_to=receipt.id,
        )
    )
