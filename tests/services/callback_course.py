"""Orders that are done, straight into the tables: what callbacks and figures are made from."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from desk.domain.permissions import Permission
from desk.domain.service_order_rule import OrderCallbackRule
from desk.models import tables  # noqa: F401 - the tables that orders refer to
from desk.models.service_order import ServiceOrder
from desk.models.service_person import ServicePerson
from desk.services import policy
from desk.services.workplace import Workplace

HOUR = timedelta(hours=1)


def under(workplace: Workplace, rule: OrderCallbackRule, holds_from: date) -> None:
    """The estate takes this rule on callbacks."""
    kept = policy.in_force(workplace, holds_from)
    told = replace(kept.policy, orders=replace(kept.policy.orders, callback=rule))
    policy.adopt(workplace, told, holds_from, "回訪率要求", kept.number)


def done_orders(
    workplace: Workplace, count: int, last: datetime, apart: timedelta = HOUR, **more: Any
) -> list[int]:
    """So many orders that were done one after the other, the last of them at a moment."""
    with workplace.deed(Permission.REGISTER) as work:
        numbers = work.next_numbers("O", count)
        rows = [
            _order(number, last - (count - 1 - place) * apart, work.actor_id, **more)
            for place, number in enumerate(numbers)
        ]
        work.add(*rows)
        work.commit()
    return [row.id for row in rows]


def _order(number: str, done_at: datetime, by_id: int | None, **more: Any) -> ServiceOrder:
    told = {
        "number": number,
        "kind": "commissioned",
        "state": "done",
        "asked_at": done_at - 3 * HOUR,
        "written_at": done_at - 3 * HOUR,
        "by_id": by_id,
        "customer": "曾德華",
        "wish": "清洗冷氣機",
        "item_code": "A01",
        "item_name": "清洗分體冷氣機",
        "quantity": Decimal(1),
        "waived": Decimal(0),
        "dispatched_at": done_at - 2 * HOUR,
        "arrive_by": done_at - HOUR,
        "arrived_at": done_at - HOUR - HOUR / 6,
        "first_done_at": done_at,
        "done_at": done_at,
        "amount": Decimal("300.00"),
        "reworks": 0,
    }
    return ServiceOrder(**told | more)


def person(workplace: Workplace, name: str, since: date) -> int:
    """Somebody who does the work."""
    with workplace.deed(Permission.REGISTER) as work:
        row = ServicePerson(name=name, employer="own", since=since, entered_at=work.now, skills=[])
        work.add(row)
        work.commit()
    return row.id
