"""What an order takes from the price board 價目, the service people, the household (R105, R251).

Item, price and names are copied to the order, so that it says for ever what was agreed that day.
"""

from collections.abc import Iterator
from datetime import date

from desk.domain.price_board import Item
from desk.domain.reasons import Reason
from desk.domain.service_order import OrderEntry
from desk.domain.service_person import Person
from desk.models.complaint import Complaint
from desk.models.estate import Resident, Unit
from desk.models.lists import Reader
from desk.models.lists import price_board as board_list
from desk.models.lists import service_person as person_list
from desk.models.lists.service_order import OrderRow
from desk.models.reception import Reception
from desk.models.service_agreement import ServiceAgreement
from desk.models.service_order import ServiceOrder
from desk.models.unit_of_work import UnitOfWork
from desk.services import policy, service_person
from desk.services.cleaning import Cleaning


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


def refuse_unknown(work: UnitOfWork, entry: OrderEntry) -> None:
    """NotFound where one of the records it names is not there; none of them is another home's."""
    for table, key in (
        (Unit, entry.unit_id),
        (Resident, entry.resident_id),
        (Reception, entry.reception_id),
        (Complaint, entry.complaint_id),
        (ServiceAgreement, entry.agreement_id),
    ):
        if key is not None:
            work.get(table, key)
    Cleaning().refuse(_elsewhere(work, entry))


def _elsewhere(work: UnitOfWork, entry: OrderEntry) -> Iterator[Reason]:
    """The resident, and the agreement of the long term, are of the home the order is for (R106)."""
    home, resident, agreement = entry.unit_id, entry.resident_id, entry.agreement_id
    if home is None:
        return
    if resident is not None and work.get(Resident, resident).unit_id != home:
        yield Reason("service_order.resident.elsewhere", "resident")
    if agreement is not None and work.get(ServiceAgreement, agreement).unit_id != home:
        yield Reason("service_order.agreement.elsewhere", "agreement")
