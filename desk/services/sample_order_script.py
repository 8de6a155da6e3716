"""Who asks for which service of the sample estate, at what price, and who may be sent."""

import json
from dataclasses import replace
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any

from desk.clock import FixedClock
from desk.config import resources_folder
from desk.domain.price_board import Item
from desk.domain.service_order import Kind, Liability, OrderEntry
from desk.domain.service_person import Person
from desk.services import price_board, service_order, service_person
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.service_order import Order
from desk.services.workplace import Workplace


class OrderScript:
    """Draws from the callers, the board and the people; `words` are those of the region."""

    def __init__(
        self,
        desk: Workplace,
        script: Script,
        callers: list[Caller],
        clock: FixedClock,
        chance: Random,
    ) -> None:
        told = (resources_folder() / "sample" / "orders.json").read_text("utf-8")
        self.words: dict[str, Any] = json.loads(told)[script.region]
        self._desk, self._clock, self._chance = desk, clock, chance
        self._callers = chance.sample(callers, len(callers))
        self._items = price_board.items(desk)
        self._people = [one for one in service_person.everyone(desk) if one.active]

    def item(self) -> Item | None:
        """Something of the board that somebody may be sent for."""
        shuffled = self._chance.sample(self._items, len(self._items))
        return next((one for one in shuffled if self.able(one.skill) is not None), None)

    def entry(self, kind: Kind, item: Item | None) -> OrderEntry:
        """A repair, an item of the board, or what is not on it."""
        caller = self._callers[self._chance.randrange(len(self._callers))]
        entry = OrderEntry(
            kind,
            caller.name,
            unit_id=caller.unit_id,
            resident_id=caller.resident_id,
            phone=caller.phone,
        )
        if kind is Kind.REPAIR:
            wish, plan, liability, _skill = self._chance.choice(self.words["repairs"])
            return replace(entry, wish=wish, plan=plan, liability=Liability(liability))
        if item is None:
            return replace(entry, wish=self._chance.choice(self.words["beyond"]))
        quantity = Decimal(self.words["quantities"].get(item.unit, 1))
        return replace(entry, wish=item.name, item_code=item.code, quantity=quantity)

    def able(self, skill: str) -> Person | None:
        """Somebody who may be sent on the day that the clock shows."""
        day = self._desk.estate.custom.day(self._clock.moment)
        rule = service_order.policy_today(self._desk).orders
        anybody = self._chance.sample(self._people, len(self._people))
        with self._desk.reading() as reader:
            reasons = partial(service_person.dispatch_reasons, reader)
            return next((one for one in anybody if not reasons(one.id, skill, day, rule)), None)

    def price(self, known: Order) -> Decimal:
        """By the board; a round sum for a repair that the customer answers for."""
        detail = known.detail
        if detail.unit_price is not None:
            return (detail.unit_price * detail.quantity).quantize(Decimal("0.01"))
        free = detail.liability in (Liability.ESTATE, Liability.BUILDER)
        return Decimal(0) if free else Decimal(self._chance.randrange(*self.words["prices"]))

    def skill_of(self, wish: str) -> str:
        """What a repair asks for."""
        return next((one[3] for one in self.words["repairs"] if one[0] == wish), "")
