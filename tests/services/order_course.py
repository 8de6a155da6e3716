"""An order as the desk takes it: one of each step, for the tests that need an order somewhere."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from desk.clock import FixedClock
from desk.domain.approval import Answer, Verdict
from desk.domain.permissions import Permission, Role
from desk.domain.receipt import Method
from desk.domain.service_order import (
    AgreeEntry,
    DispatchEntry,
    DoneEntry,
    Kind,
    OpinionEntry,
    OrderEntry,
    Satisfaction,
    StepEntry,
    Urgency,
)
from desk.domain.service_order_parts import ReworkEntry
from desk.domain.staff import AccountEntry
from desk.models.service_person import ServicePerson
from desk.services import (
    service_order,
    service_order_closing,
    service_order_money,
    service_order_work,
    staff,
)
from desk.services.service_order import Order
from desk.services.service_order_money import PayEntry
from desk.services.workplace import Actor, Workplace
from tests.conftest import CHEAP, PASSWORD

REPAIR = OrderEntry(
    Kind.REPAIR, "曾德華", "廚房水管漏水", phone="9123 4567", place="A座12樓B室廚房"
)
PRICE = Decimal("280.00")


def seen(known: Order) -> tuple[int, int]:
    """The order, and the version that the clerk has read."""
    return known.detail.id, known.detail.version


def seated(workplace: Workplace, login: str, role: Role) -> Workplace:
    """The desk with somebody else signed in."""
    one = staff.add(workplace, AccountEntry(login, login, role, "zh_Hant"), PASSWORD, CHEAP)
    return workplace.signed_in_as(Actor(one.id, one.login, one.name, role, "zh_Hant"))


def manager(workplace: Workplace) -> Workplace:
    """The desk with the manager of the office signed in."""
    return seated(workplace, "manager", Role.MANAGER)


def worker(workplace: Workplace, name: str = "王師傅", **told: Any) -> int:
    """Somebody who may be sent: the id. `skills` are rows of `ServiceSkill`."""
    given = {"employer": "own", "since": dt.date(2026, 1, 1), "skills": []} | told
    with workplace.deed(Permission.REGISTER) as work:
        row = ServicePerson(name=name, entered_at=work.now, **given)
        work.add(row)
        work.commit()
        return row.id


class Course:
    """An order on its way, a minute passing with each step."""

    def __init__(self, workplace: Workplace, clock: FixedClock, entry: OrderEntry = REPAIR) -> None:
        self.workplace, self.clock = workplace, clock
        self.worker_id = worker(workplace)
        self.order = service_order.write(workplace, entry)

    def go_on(self, minutes: float = 1) -> None:
        """Time passes."""
        self.clock.moment += dt.timedelta(minutes=minutes)

    def do(self, deed: Any, *given: Any, minutes: float = 1) -> Order:
        """A deed on the order as it stands now."""
        self.go_on(minutes)
        self.order = deed(self.workplace, *seen(self.order), *given)
        return self.order

    def agree(self, price: Decimal = PRICE, **told: Any) -> Order:
        """Price and time are agreed."""
        return self.do(service_order.agree, AgreeEntry(price, **told))

    def appoint(self, hours: float) -> Order:
        """Somebody is to come in so many hours."""
        at = self.clock.moment + dt.timedelta(hours=hours)
        return self.agree(urgency=Urgency.APPOINTED, appointed_at=at)

    def dispatch(self, **told: Any) -> Order:
        """Somebody is sent."""
        entry = replace(DispatchEntry(self.worker_id), **told)
        return self.do(service_order_work.dispatch, entry)

    def arrive(self, minutes: float = 20) -> Order:
        """Somebody is at the door."""
        return self.do(service_order_work.arrive, StepEntry(), minutes=minutes)

    def done(self, amount: Decimal | None = PRICE, minutes: float = 40) -> Order:
        """The work is finished."""
        entry = DoneEntry("換水管一段", amount)
        return self.do(service_order_work.done, entry, minutes=minutes)

    def sign(self, satisfaction: Satisfaction = Satisfaction.SATISFIED) -> Order:
        """The customer says what she thinks of it, and signs."""
        return self.do(service_order_closing.sign, OpinionEntry(satisfaction, "還可以", "曾德華"))

    def pay(self, amount: Decimal | None = None) -> Order:
        """The customer pays."""
        return self.do(service_order_money.pay, PayEntry(amount, Method.CASH))

    def back(self) -> Order:
        """The slip is handed in."""
        return self.do(service_order_closing.slip_back, StepEntry(person="王師傅"))

    def rework(self) -> Order:
        """It is done again."""
        entry = ReworkEntry("仍然滴水", "曾德華", apologised=True)
        return self.do(service_order_work.rework, entry)

    def close(self) -> Order:
        """It is closed."""
        return self.do(service_order_closing.close)

    def on_site(self) -> Order:
        """From the wish to the door."""
        self.agree()
        self.dispatch()
        return self.arrive()

    def finished(self) -> Order:
        """From the wish to the end of the work."""
        self.on_site()
        return self.done()

    def complete(self) -> Order:
        """From the wish to what only waits to be closed."""
        self.finished()
        self.sign()
        self.pay()
        return self.back()


GRANTED = Answer("", "", Verdict.GRANTED, "同意")
REFUSED = Answer("", "", Verdict.REFUSED, "不做")
