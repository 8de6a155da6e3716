"""The hands of the sample estate's service orders: every deed as clerks and manager do it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from desk.clock import FixedClock
from desk.domain.approval import Answer, Verdict
from desk.domain.permissions import Role
from desk.domain.receipt import Method, Place
from desk.domain.service_order import (
    AgreeEntry,
    DispatchEntry,
    DoneEntry,
    Kind,
    OpinionEntry,
    ReviewEntry,
    Satisfaction,
    StepEntry,
    Urgency,
)
from desk.domain.service_order_parts import (
    ChangeEntry,
    DamageEntry,
    Fit,
    MaterialEntry,
    ReworkEntry,
    SettleEntry,
    Source,
)
from desk.services import (
    service_order,
    service_order_change,
    service_order_closing,
    service_order_damage,
    service_order_material,
    service_order_money,
    service_order_review,
    service_order_work,
)
from desk.services.sample_agenda import Course
from desk.services.sample_order_script import OrderScript
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.service_order import Order
from desk.services.service_order_money import PayEntry, WaiveEntry
from desk.services.workplace import Workplace

_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
_OPINIONS = (Satisfaction.VERY, Satisfaction.SATISFIED, Satisfaction.SATISFIED, Satisfaction.FAIR)
_SAID = Answer("", "", Verdict.GRANTED)

Act = Callable[["Hands", Order], Order]


@dataclass(frozen=True)
class Scene:
    """One order: which kind, asked for so many hours ago, what was done how many minutes later."""

    kind: Kind
    age: float
    acts: tuple[tuple[float, Act], ...] = ()
    beyond: bool = False


class Hands:
    """The clerks, the manager and the service people."""

    def __init__(
        self,
        desks: list[Workplace],
        script: Script,
        callers: list[Caller],
        clock: FixedClock,
        chance: Random,
    ) -> None:
        people = {desk.actor.role: desk for desk in reversed(desks)}
        self.desk, self._manager = people[Role.RECEPTIONIST], people[Role.MANAGER]
        self._script = OrderScript(self.desk, script, callers, clock, chance)
        self._words = self._script.words
        self._clock, self._chance = clock, chance

    def course(self, scene: Scene, today: datetime) -> Course:
        """One order from the wish to where it stands now; none where nobody may be sent."""
        begun = today - scene.age * _HOUR
        yield begun
        is_of_board = scene.kind is not Kind.REPAIR and not scene.beyond
        item = self._script.item() if is_of_board else None
        if item is None and is_of_board:
            return
        known = service_order.write(self.desk, self._script.entry(scene.kind, item))
        for after, act in scene.acts:
            yield min(begun + after * _MINUTE, today)
            known = act(self, known)

    # Deeds

    def agree(self, known: Order) -> Order:
        """The price of the board, a round sum for a repair, nothing for the estate's own parts."""
        return service_order.agree(self.desk, *_seen(known), AgreeEntry(self._script.price(known)))

    def appoint(self, known: Order) -> Order:
        """Somebody is to come in four hours."""
        return self._appointed(known, 4)

    def appoint_tomorrow(self, known: Order) -> Order:
        """Somebody is to come tomorrow."""
        return self._appointed(known, 20)

    def _appointed(self, known: Order, hours: int) -> Order:
        at = self._clock.moment + hours * _HOUR
        entry = AgreeEntry(self._script.price(known), Urgency.APPOINTED, at)
        return service_order.agree(self.desk, *_seen(known), entry)

    def dispatch(self, known: Order) -> Order:
        """Somebody with the skill is sent, and takes the slip."""
        skill = known.detail.skill or self._script.skill_of(known.detail.wish)
        person = self._script.able(skill)
        assert person is not None
        entry = DispatchEntry(person.id, skill, why=self._words["late"])
        return service_order_work.dispatch(self.desk, *_seen(known), entry)

    def accept(self, known: Order) -> Order:
        """The slip is taken."""
        return service_order_work.accept(self.desk, *_seen(known), StepEntry())

    def arrive(self, known: Order) -> Order:
        """At the door."""
        return service_order_work.arrive(self.desk, *_seen(known), StepEntry())

    def material(self, known: Order) -> Order:
        """A part from the store, checked."""
        what, counted = self._words["material"]
        by = known.detail.provider
        entry = MaterialEntry(
            Source.STORE, what, counted=counted, drawn_by=by, fit=Fit.FIT, checked_by=by
        )
        return service_order_material.put(self.desk, *_seen(known), entry)

    def own_material(self, known: Order) -> Order:
        """The customer's own, unfit and signed for."""
        what, counted = self._words["own"]
        entry = MaterialEntry(
            Source.CUSTOMER,
            what,
            counted=counted,
            fit=Fit.INSISTED,
            checked_by=known.detail.provider,
            signed_by=known.detail.customer,
            note=self._words["own_note"],
        )
        return service_order_material.put(self.desk, *_seen(known), entry)

    def change(self, known: Order) -> Order:
        """It is more than was agreed."""
        price = (known.facts.price or Decimal(0)) + self._words["more"]
        entry = ChangeEntry(self._words["change"], price, known.detail.provider)
        return service_order_change.ask(self.desk, *_seen(known), entry)

    def confirm(self, known: Order) -> Order:
        """The manager confirms it."""
        change_id, who = known.changes[-1].id, known.detail.customer
        return service_order_change.answer(self._manager, *_seen(known), change_id, who, _SAID)

    def done(self, known: Order) -> Order:
        """Finished at the agreed price; free where it is done again."""
        amount = known.facts.price if known.facts.rework is None else None
        text = known.detail.plan or known.detail.item_name or known.detail.wish
        return service_order_work.done(self.desk, *_seen(known), DoneEntry(text, amount))

    def sign(self, known: Order) -> Order:
        """Most are satisfied."""
        words = self._chance.choice(self._words["words"])
        entry = OpinionEntry(self._chance.choice(_OPINIONS), words, known.detail.customer)
        return service_order_closing.sign(self.desk, *_seen(known), entry)

    def grumble(self, known: Order) -> Order:
        """Somebody is not."""
        entry = OpinionEntry(Satisfaction.DISSATISFIED, self._words["bad"], known.detail.customer)
        return service_order_closing.sign(self.desk, *_seen(known), entry)

    def pay(self, known: Order) -> Order:
        """At the desk, or to whoever came."""
        if not known.facts.owed:
            return known
        at_home = self._chance.random() < 0.4
        place = Place.ON_SITE if at_home else Place.CENTRE
        entry = PayEntry(
            method=Method.CASH if at_home else Method.CARD,
            place=place,
            collected_by=known.detail.provider if at_home else "",
        )
        return service_order_money.pay(self.desk, *_seen(known), entry)

    def back(self, known: Order) -> Order:
        """The slip is handed in."""
        entry = StepEntry(person=known.detail.provider)
        return service_order_closing.slip_back(self.desk, *_seen(known), entry)

    def close(self, known: Order) -> Order:
        """Everything is there."""
        return service_order_closing.close(self.desk, *_seen(known))

    def rework(self, known: Order) -> Order:
        """It drips again."""
        entry = ReworkEntry(self._words["again"], known.detail.customer, apologised=True)
        return service_order_work.rework(self.desk, *_seen(known), entry)

    def waive(self, known: Order) -> Order:
        """The manager lets a part of it off."""
        if not known.facts.owed:
            return known
        amount = (known.facts.owed / 5).quantize(Decimal(1))
        entry = WaiveEntry(amount, self._words["waived"])
        return service_order_money.waive(self._manager, *_seen(known), entry, _SAID)

    def damage(self, known: Order) -> Order:
        """A tile is scratched."""
        entry = DamageEntry(self._words["damage"], known.detail.provider)
        return service_order_damage.tell(self.desk, *_seen(known), entry)

    def settle(self, known: Order) -> Order:
        """And replaced, with an apology."""
        damage, who = known.damages[-1].id, known.detail.customer
        entry = SettleEntry(
            damage, True, Decimal(self._words["compensation"]), who, self._words["settled"]
        )
        return service_order_damage.settle(self.desk, *_seen(known), entry)

    def refuse(self, known: Order) -> Order:
        """The manager says that it cannot be done."""
        said = Answer("", "", Verdict.REFUSED, self._words["unable"])
        entry = ReviewEntry(others=self._words["others"])
        return service_order_review.review(self._manager, *_seen(known), entry, said)

    def void(self, known: Order) -> Order:
        """The customer wants another day."""
        return service_order.void(self.desk, *_seen(known), self._words["void"])


def _seen(known: Order) -> tuple[int, int]:
    return known.detail.id, known.detail.version
