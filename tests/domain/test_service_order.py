"""Which deed an order allows where it stands, and what each asks for (R235-R245, R253-R256)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desk.domain import service_order_deeds as rules
from desk.domain import service_order_part_rules as parts
from desk.domain.business_calendar import BusinessCalendar
from desk.domain.reasons import Reason
from desk.domain.service_order import (
    MOST,
    AgreeEntry,
    DispatchEntry,
    DoneEntry,
    Kind,
    OpinionEntry,
    OrderEntry,
    OrderFacts,
    ReviewEntry,
    Satisfaction,
    State,
    StepEntry,
    Urgency,
    first_state,
)
from desk.domain.service_order_deeds import WHEN, Deed, blockers
from desk.domain.service_order_parts import (
    MOST_MATERIALS,
    ChangeEntry,
    CheckEntry,
    DamageEntry,
    Fit,
    MaterialEntry,
    ReworkEntry,
    SettleEntry,
    Source,
    Word,
)
from desk.domain.service_order_rule import ORDERS
from tests.domain.order_cases import HOUR, NOW, change, damage, facts, material, rework

WISH = OrderEntry(Kind.COMMISSIONED, "曾德華", "清洗冷氣機", place="A座12樓B室", item_code="001")
LATER, LONG_AGO = NOW + HOUR, NOW - 30 * HOUR


def codes(reasons: Iterable[Reason]) -> list[str]:
    return [one.code.removeprefix("service_order.") for one in reasons]


def at_work(state: State = State.ON_SITE, **told: Any) -> OrderFacts:
    """Somebody is there; nothing is finished, and nothing of it is paid."""
    bare: dict[str, Any] = {"materials": (), "changes": (), "damages": (), "reworks": ()}
    bare |= {"done_at": None, "amount": None, "satisfaction": None, "signed_on": None}
    bare |= {"slip_back_at": None, "paid": Decimal(0)}
    return replace(facts(state), **bare | told)


# Where it stands


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("state", State)
def test_a_deed_is_possible_from_its_states_alone(state: State, deed: Deed) -> None:
    said = codes(blockers(at_work(state), deed))
    assert (f"is.{state}" not in said) or state not in WHEN[deed]
    if state not in WHEN[deed]:
        assert said == [f"is.{state}"]


def test_a_service_that_no_item_names_is_reviewed_and_a_repair_is_not() -> None:
    assert first_state(Kind.COMMISSIONED, "") is State.REVIEW
    assert first_state(Kind.COMMISSIONED, "001") is State.WRITTEN
    assert first_state(Kind.REPAIR, "") is State.WRITTEN


def test_nobody_arrives_who_was_not_sent_nor_is_done_who_is_not_there() -> None:
    again = at_work(State.REWORK, reworks=(rework(done=False),))
    visit = again.reworks[0]
    unsent = replace(again, reworks=(replace(visit, dispatched_at=None, arrived_at=None),))
    sent = replace(again, reworks=(replace(visit, arrived_at=None),))
    assert codes(blockers(unsent, Deed.ARRIVE)) == ["is.agreed"]
    assert codes(blockers(sent, Deed.DONE)) == ["is.dispatched"]
    assert codes(blockers(again, Deed.ARRIVE)) == ["is.on_site"]
    assert not blockers(sent, Deed.ARRIVE)
    assert not blockers(again, Deed.DONE)


def test_money_that_was_taken_keeps_an_order_from_being_void() -> None:
    assert codes(rules.void_reasons(at_work(paid=Decimal(1)), "")) == ["void.paid", "why.missing"]
    assert not rules.void_reasons(at_work(), "客戶取消")


# Written and agreed


def test_all_that_is_missing_of_a_wish_is_said_at_once() -> None:
    bare = OrderEntry(Kind.REPAIR, quantity=Decimal(0), asked_at=LATER)
    assert codes(rules.entry_reasons(bare, NOW)) == [
        "customer.missing",
        "wish.missing",
        "place.missing",
        "at.future",
        "quantity.outside",
    ]
    assert not rules.entry_reasons(WISH, NOW)
    assert not rules.entry_reasons(replace(WISH, place="", unit_id=7), NOW)


@pytest.mark.parametrize("quantity", ["0", "-1", "0.001", "100000", "NaN", "Infinity"])
def test_a_quantity_is_more_than_nothing_with_two_places(quantity: str) -> None:
    assert rules.entry_reasons(replace(WISH, quantity=Decimal(quantity)), NOW)


def agree(known: OrderFacts | None = None, **told: Any) -> list[str]:
    entry = replace(AgreeEntry(Decimal(300)), **told)
    written = known or at_work(State.WRITTEN, dispatched_at=None, arrived_at=None, price=None)
    return codes(rules.agree_reasons(written, entry, NOW))


def test_price_and_time_are_agreed() -> None:
    assert not agree()
    assert not agree(price=Decimal(0))
    assert agree(price=None) == ["price.missing"]
    assert agree(price=Decimal("1.001")) == ["amount.places"]
    assert agree(price=MOST + 1) == ["amount.outside"]
    assert agree(price=Decimal(-1)) == ["amount.outside"]
    assert agree(at=LATER) == ["at.future"]
    assert agree(at=LONG_AGO) == ["at.before"]


def test_an_appointment_has_a_time_to_come_and_nothing_else_has_one() -> None:
    appointed = Urgency.APPOINTED
    assert agree(urgency=appointed) == ["appointed.missing"]
    assert agree(urgency=appointed, appointed_at=NOW - HOUR) == ["appointed.past"]
    assert not agree(urgency=appointed, appointed_at=LATER)
    assert agree(urgency=Urgency.URGENT, appointed_at=LATER) == ["appointed.not_asked"]


def test_once_somebody_is_sent_the_price_is_changed_by_a_change_alone() -> None:
    sent = at_work(State.DISPATCHED, arrived_at=None)
    assert agree(sent, price=Decimal(300)) == ["price.by_change"]
    assert not agree(sent, price=sent.price)


def test_somebody_is_at_the_door_in_half_an_hour_or_at_the_appointed_time() -> None:
    calendar = BusinessCalendar("Asia/Hong_Kong", ((),) * 7)
    appointed = (Urgency.APPOINTED, NOW + 5 * HOUR)
    half = NOW + dt.timedelta(minutes=30)
    assert rules.arrive_by(NOW, Urgency.USUAL, None, ORDERS, calendar) == half
    assert rules.arrive_by(NOW, Urgency.URGENT, None, ORDERS, calendar) == half
    assert rules.arrive_by(NOW, *appointed, ORDERS, calendar) == NOW + 5 * HOUR


def test_an_item_for_the_board_is_whole() -> None:
    bare = ReviewEntry(to_board=True)
    told = ["review.name_missing", "review.counted_missing", "review.price_missing"]
    assert codes(rules.board_reasons(bare, granted=True)) == told
    assert not rules.board_reasons(bare, granted=False)
    assert not rules.board_reasons(ReviewEntry(), granted=True)


# The work


def test_who_is_sent_has_a_name_and_somebody_else_a_reason() -> None:
    sent = at_work(State.DISPATCHED, arrived_at=None)
    assert codes(rules.dispatch_reasons(sent, DispatchEntry(), NOW)) == ["person.missing"]
    assert not rules.dispatch_reasons(sent, DispatchEntry(1), NOW, before=1)
    other = DispatchEntry(2)
    assert codes(rules.dispatch_reasons(sent, other, NOW, 1)) == ["dispatch.why_missing"]
    assert not rules.dispatch_reasons(sent, replace(other, why="請病假"), NOW, 1)


def test_a_slip_is_accepted_once() -> None:
    sent = at_work(State.DISPATCHED, arrived_at=None, accepted_at=NOW)
    assert codes(rules.accept_reasons(sent, StepEntry(), NOW)) == ["accepted"]
    assert not rules.accept_reasons(replace(sent, accepted_at=None), StepEntry(), NOW)


def test_a_time_that_is_typed_to_the_minute_is_not_before_its_own_minute() -> None:
    sent_at = NOW + dt.timedelta(seconds=40)
    sent = at_work(State.DISPATCHED, arrived_at=None, dispatched_at=sent_at)
    assert not rules.arrive_reasons(sent, StepEntry(NOW), LATER)
    before = StepEntry(NOW - dt.timedelta(minutes=1))
    assert codes(rules.arrive_reasons(sent, before, LATER)) == ["at.before"]
    assert codes(rules.arrive_reasons(sent, StepEntry(LATER), NOW)) == ["at.future"]


def done(known: OrderFacts, amount: str | None = "280", text: str = "換水管") -> list[str]:
    entry = DoneEntry(text, None if amount is None else Decimal(amount))
    return codes(rules.done_reasons(known, entry, NOW))


def test_work_ends_with_what_was_done_for_what_was_agreed() -> None:
    assert not done(at_work())
    assert done(at_work(), "0") == ["amount.below"]
    assert done(at_work(), None, "") == ["work_done.missing", "amount.missing"]
    assert done(at_work(), "280.01") == ["amount.exceeds"]


def test_work_is_not_done_with_materials_unchecked_or_a_change_open() -> None:
    known = at_work(materials=(material(Fit.UNCHECKED),), changes=(change(Word.OPEN),))
    assert done(known) == ["material.unchecked", "change.open"]


def test_what_is_done_again_is_free() -> None:
    again = at_work(State.REWORK, reworks=(rework(done=False),), amount=Decimal(280))
    assert not done(again, None)
    assert not done(again, "280")
    assert done(again, "300") == ["rework.free"]


def test_an_opinion_says_why_somebody_is_dissatisfied_and_a_signature_whose_it_is() -> None:
    known = facts()

    def said(**told: Any) -> list[str]:
        return codes(rules.opinion_reasons(known, OpinionEntry(**told), NOW.date()))

    assert said() == ["opinion.missing"]
    assert said(satisfaction=Satisfaction.DISSATISFIED) == ["opinion.words_missing"]
    assert not said(satisfaction=Satisfaction.FAIR)
    tomorrow = NOW.date() + dt.timedelta(days=1)
    assert said(satisfaction=Satisfaction.FAIR, signed_on=tomorrow) == [
        "signed_by.missing",
        "signed_on.future",
    ]
    assert not said(signed_by="曾德華")


def test_the_slip_is_handed_in_once_by_somebody() -> None:
    out = replace(facts(), slip_back_at=None)
    assert codes(rules.back_reasons(out, StepEntry(), NOW)) == ["back.person_missing"]
    assert not rules.back_reasons(out, StepEntry(person="王"), NOW)
    assert codes(rules.back_reasons(facts(), StepEntry(person="王"), NOW)) == ["slip_is_back"]


# Materials


PIPE = MaterialEntry(Source.STORE, "水管", drawn_by="王", fit=Fit.FIT, checked_by="王")
OWN = MaterialEntry(Source.CUSTOMER, "水龍頭", fit=Fit.FIT, checked_by="王")


@pytest.mark.parametrize(
    ("entry", "told", "said"),
    [
        (PIPE, {}, []),
        (PIPE, {"drawn_by": ""}, ["drawn_by_missing"]),
        (PIPE, {"checked_by": ""}, ["checked_by_missing"]),
        (PIPE, {"fit": Fit.UNCHECKED, "checked_by": ""}, []),
        (PIPE, {"fit": Fit.UNFIT}, []),
        (PIPE, {"fit": Fit.INSISTED, "signed_by": "曾"}, ["store_unfit"]),
        (PIPE, {"what": ""}, ["what_missing"]),
        (OWN, {}, []),
        (OWN, {"price": Decimal(5)}, ["own_price"]),
        (OWN, {"fit": Fit.INSISTED}, ["signature_missing"]),
        (OWN, {"fit": Fit.INSISTED, "signed_by": "曾"}, []),
        (OWN, {"fit": Fit.UNFIT}, []),
    ],
)
def test_materials_are_checked_and_an_unfit_one_is_signed_for_first(
    entry: MaterialEntry, told: dict[str, Any], said: list[str]
) -> None:
    found = codes(parts.material_reasons(at_work(), replace(entry, **told), NOW))
    assert found == [f"material.{one}" for one in said]


def test_a_check_afterwards_asks_for_the_same() -> None:
    known = at_work(materials=(material(Fit.UNCHECKED, Source.CUSTOMER),))
    assert not parts.check_reasons(known, CheckEntry(1, Fit.FIT, "王"), NOW)
    bare = CheckEntry(1, Fit.INSISTED)
    assert codes(parts.check_reasons(known, bare, NOW)) == [
        "material.checked_by_missing",
        "material.signature_missing",
    ]
    assert codes(parts.check_reasons(known, CheckEntry(1, Fit.UNCHECKED), NOW)) == [
        "material.fit_missing"
    ]
    assert codes(parts.check_reasons(known, CheckEntry(2, Fit.FIT, "王"), NOW)) == [
        "material.unknown"
    ]


# Changes, damage, rework, money


def test_one_change_after_the_other_waits_for_the_manager() -> None:
    entry = ChangeEntry("另需開牆", Decimal(500))
    assert not parts.change_reasons(at_work(), entry, NOW)
    open_ = at_work(changes=(change(Word.OPEN),))
    assert codes(parts.change_reasons(open_, ChangeEntry(), NOW)) == [
        "change.what_missing",
        "change.open",
    ]
    again = at_work(State.REWORK, reworks=(rework(done=False),))
    assert codes(parts.change_reasons(again, entry, NOW)) == ["rework.free"]


def test_a_change_goes_on_with_the_customer_and_is_answered_once() -> None:
    open_ = at_work(changes=(change(Word.OPEN),))

    def said(key: int, agreed_by: str, *, granted: bool) -> list[str]:
        return codes(parts.answer_reasons(open_, key, agreed_by, granted=granted))

    assert said(1, "", granted=True) == ["change.customer_missing"]
    assert not said(1, "曾", granted=True)
    assert not said(1, "", granted=False)
    assert said(2, "曾", granted=True) == ["change.unknown"]
    answered = at_work(changes=(change(Word.REFUSED),))
    found = parts.answer_reasons(answered, 1, "曾", granted=True)
    assert codes(found) == ["change.answered"]


def test_damage_is_settled_with_an_apology_and_a_sum() -> None:
    known = at_work(damages=(damage(settled=False),))
    assert codes(parts.damage_reasons(known, DamageEntry(), NOW)) == ["damage.what_missing"]
    assert codes(parts.settle_reasons(known, SettleEntry(1), NOW)) == [
        "damage.apology_missing",
        "damage.agreed_by_missing",
        "damage.compensation_missing",
    ]
    whole = SettleEntry(1, True, Decimal(0), "曾")
    assert not parts.settle_reasons(known, whole, NOW)
    settled = at_work(damages=(damage(settled=True),))
    assert codes(parts.settle_reasons(settled, whole, NOW)) == ["damage.settled"]
    assert codes(parts.settle_reasons(known, replace(whole, damage_id=9), NOW)) == [
        "damage.unknown"
    ]


def test_work_is_done_again_with_a_reason_and_an_apology() -> None:
    assert codes(parts.rework_reasons(facts(), ReworkEntry(), NOW)) == [
        "why.missing",
        "rework.apology_missing",
    ]
    assert not parts.rework_reasons(facts(State.CLOSED), ReworkEntry("滴水", "曾", True), NOW)


@pytest.mark.parametrize("amount", [None, "0", "-5", "0.001", "280.01"])
def test_no_more_is_taken_or_let_off_than_is_owed(amount: str | None) -> None:
    known = at_work(State.DONE, amount=Decimal(280))
    given = None if amount is None else Decimal(amount)
    assert len(parts.pay_reasons(known, given)) == 1
    assert len(parts.waive_reasons(known, given, "返工兩次")) == 1
    assert not parts.pay_reasons(known, Decimal(280))
    assert codes(parts.waive_reasons(known, Decimal(80), "")) == ["why.missing"]


def test_nothing_is_taken_or_let_off_where_nothing_is_owed() -> None:
    paid = facts()
    assert codes(blockers(paid, Deed.PAY)) == ["nothing_owed"]
    assert codes(blockers(paid, Deed.WAIVE)) == ["nothing_owed"]
    assert not blockers(replace(paid, paid=Decimal(0)), Deed.PAY)


def test_an_order_has_so_many_materials_and_no_more() -> None:
    full = at_work(materials=(material(),) * MOST_MATERIALS)
    assert codes(parts.material_reasons(full, PIPE, NOW)) == ["materials.many"]
    assert not parts.material_reasons(replace(full, materials=full.materials[1:]), PIPE, NOW)
