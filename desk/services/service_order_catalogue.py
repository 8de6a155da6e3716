"""What an order takes from the price board 價目 and from the service people (R105, R239, R251).

Item, price and names are copied to the order, so that it says for ever what was agreed that day.
"""

from datetime import date

from desk.domain.price_board import Item
from desk.domain.reasons import Reason
from desk.domain.service_person import Person
from desk.models.lists import Reader
from desk.models.lists import price_board as board_list
from desk.models.lists import service_person as person_list
from desk.models.lists.service_order import OrderRow
from desk.models.service_order import ServiceOrder
from desk.services import policy, service_person


def item_of(reader: Reader, code: str) -> Item | None:
    """The item of a code on the board in force."""
    board = board_list.in_force(reader)
    items = () if board is None else board.items
    return next((one for one in items if one.code == code and one.active), None)


def item_reasons(reader: Reader, code: str, kept: str = "") -> tuple[Reason, ...]:
    """R105: what is named is on the board in force; what the order has already (`kept`) stays."""
    if not code or code == kept or item_of(reader, code) is not None:
        return ()
    return (Reason("service_order.item.unknown", "item_code", {"code": code}),)


def put_item(reader: Reader, row: ServiceOrder, code: str) -> None:
    """Write the item into the order as it is offered today; without a code nothing is named."""
    item = item_of(reader, code) if code else None
    row.item_name = "" if item is None else item.name
    row.counted = "" if item is None else item.unit
    row.unit_price = None if item is None else item.price
    row.skill = "" if item is None else item.skill


def person_of(reader: Reader, person_id: int | None) -> Person | None:
    """One of the service people."""
    found = None if person_id is None else person_list.detail(reader, person_id)
    return None if found is None else found.person


def person_reasons(
    reader: Reader, order: ServiceOrder | OrderRow, person: Person | None, skill: str, day: date
) -> tuple[Reason, ...]:
    """R251, R239: why this person is not sent to the order on the day: skill, certificate, the
    supplier's agreement 委託服務協議."""
    if person is None:
        return (Reason("service_order.person.unknown", "person"),)
    rule = policy.by_id(reader, order.policy_id).policy.orders
    unit_id = order.unit_id
    return service_person.dispatch_reasons(reader, person.id, skill, day, rule, unit_id=unit_id)
