"""Commissioned services, repairs and their callbacks: R102-R111, R188-R190, R227-R260, K9, K16."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from desk.domain import (
    price_board,
    service_agreement,
    service_callback,
    service_person,
    supplier_agreement,
)
from desk.domain import service_callback_quota as quota
from desk.domain import service_order_deeds as deeds
from desk.domain import service_order_part_rules as parts
from desk.domain.agreement_course import CourseFacts, Signatory
from desk.domain.callback import CallbackHow, CallbackOutcome
from desk.domain.price_board import BoardFacts, BoardState, FilingEntry, ItemEntry, Reviewer
from desk.domain.reasons import Reason
from desk.domain.receipt import Place
from desk.domain.service_agreement import ServiceAgreementEntry
from desk.domain.service_callback import Aspect, CallbackEntry, CallbackFacts
from desk.domain.service_callback_quota import OrderDone
from desk.domain.service_figures import FigureKind, quarter_of
from desk.domain.service_order import (
    AgreeEntry,
    DoneEntry,
    Kind,
    Liability,
    OpinionEntry,
    OrderEntry,
    ReviewEntry,
    State,
    StepEntry,
    Urgency,
    first_state,
    is_beyond_board,
)
from desk.domain.service_order_close import close_reasons
from desk.domain.service_order_parts import (
    ChangeEntry,
    DamageEntry,
    Fit,
    MaterialEntry,
    ReworkEntry,
    SettleEntry,
    Source,
    Word,
)
from desk.domain.service_order_rule import AlwaysClass, OrderCallbackRule, OrderCondition, OrderRule
from desk.domain.service_person import Employer, EmployerKind, Person
from desk.services import policy
from tests.clauses.registry import clause
from tests.domain.cases import CALENDAR
from tests.domain.order_cases import FLIPS, HOUR, NOW, PRICE, change, facts, material

DAY = dt.date(2026, 11, 21)
DEEDS = "desk.domain.service_order_deeds"
PARTS = "desk.domain.service_order_part_rules"
QUOTA = "desk.domain.service_callback_quota"


def codes(reasons: Iterable[Reason]) -> set[str]:
    return {reason.code for reason in reasons}


def orders(profile: str) -> OrderRule:
    return policy.profile(profile).orders


def callbacks(profile: str) -> OrderCallbackRule:
    return policy.profile(profile).orders.callback


def shut(profile: str, condition: OrderCondition) -> set[str]:
    """What keeps an order open of which one condition does not hold."""
    flip, _code = FLIPS[condition]
    return codes(close_reasons(flip(facts()), orders(profile)))


def done(**told: object) -> OrderDone:
    made = OrderDone(1, NOW)
    return replace(made, **told)  # type: ignore[arg-type]


# The board and its services


@clause("R102", without="desk.domain.service_order_deeds.blockers")
def test_a_service_goes_its_way_deed_by_deed() -> None:
    assert codes(deeds.blockers(facts(State.WRITTEN), deeds.Deed.DONE)) == {
        "service_order.is.written"
    }


@clause("R103", without="desk.domain.price_board.review_reasons")
def test_quality_and_finance_look_the_list_through() -> None:
    unsigned = price_board.ReviewEntry(Reviewer.FINANCE, on=DAY)
    assert codes(price_board.review_reasons(unsigned, DAY)) == {"price_board.person.missing"}


@clause("R104", "R237", without="desk.domain.service_order.first_state")
def test_what_is_beyond_the_routine_is_assessed_first() -> None:
    assert first_state(Kind.COMMISSIONED, "") is State.REVIEW


@clause("R105", "R236", without=f"{DEEDS}.agree_reasons")
def test_the_price_is_told_and_agreed_before_the_work() -> None:
    silent = AgreeEntry(price=None, urgency=Urgency.APPOINTED)
    assert codes(deeds.agree_reasons(facts(State.WRITTEN), silent, NOW)) >= {
        "service_order.price.missing",
        "service_order.appointed.missing",
    }


@clause("R105", without=f"{DEEDS}.opinion_reasons")
def test_the_customer_signs_after_the_service() -> None:
    unnamed = OpinionEntry(signed_on=DAY)
    assert "service_order.signed_by.missing" in codes(deeds.opinion_reasons(facts(), unnamed, DAY))


@clause("R105", without="M1:orders")
def test_an_order_without_the_customers_signature_stays_open() -> None:
    assert "service_order.close.signed" in shut("M1", OrderCondition.SIGNED)


@clause("R106", without="desk.domain.service_agreement.entry_reasons")
def test_a_long_term_agreement_says_what_how_long_for_how_much_and_who_owes_what() -> None:
    assert codes(service_agreement.entry_reasons(ServiceAgreementEntry())) >= {
        "agreement.lines.missing",
        "agreement.starts.missing",
        "service_agreement.amount.missing",
        "service_agreement.office_terms.missing",
        "service_agreement.customer_terms.missing",
    }


# Callbacks


@clause("R107", "R247", without="desk.domain.service_callback.Aspect")
def test_a_callback_asks_about_quality_time_and_manners() -> None:
    assert set(Aspect) >= {Aspect.QUALITY, Aspect.TIMELINESS, Aspect.MANNERS}


@clause("R107", "R108", "R109", "R110", "K9", without="M1:orders.callback")
def test_m1_calls_back_a_share_by_the_months_orders_and_four_classes_always() -> None:
    rule = callbacks("M1")
    shares = [rule.share(count) for count in (1, 99, 100, 101, 200, 201, 299, 300)]
    assert shares == [30, 30, 30, 20, 20, 20, 20, 10]
    assert set(rule.always) == set(AlwaysClass)
    assert rule.home_visit_months == 3


@clause("R108", "R250", without=f"{QUOTA}.least")
def test_the_share_is_counted_in_whole_orders_upwards() -> None:
    assert quota.least(callbacks("M1"), 99) == 30
    assert quota.least(callbacks("M4"), 99) == 60


@clause("R109", without=f"{QUOTA}.classes_of")
def test_four_kinds_of_orders_are_called_back_whatever_the_share() -> None:
    new = done(agreement_since=DAY, item_since=DAY, person_since=DAY, is_marked=True)
    assert set(quota.classes_of(new, callbacks("M1"), DAY)) == set(AlwaysClass)


@clause("R109", without="desk.domain.service_callback.marks_person")
def test_who_was_complained_about_is_called_back_after_next_time() -> None:
    angry = CallbackFacts(NOW, CallbackOutcome.REACHED, (1, 1, 1, 1))
    assert service_callback.marks_person(angry)


@clause("R110", without=f"{QUOTA}.visit_period")
def test_a_customer_with_an_agreement_is_visited_once_a_quarter() -> None:
    assert quota.visit_period(DAY, 3) == (dt.date(2026, 10, 1), dt.date(2027, 1, 1))


@clause("R250", "K9", without="M4:orders.callback")
def test_m4_calls_back_sixty_percent_within_two_days_forty_of_them_at_the_door() -> None:
    rule = callbacks("M4")
    assert (rule.share(1), rule.visit_share, rule.term.amount) == (60, 40, 2)


@clause("R250", "K9", without=f"{QUOTA}.visits_least")
def test_visits_are_counted_of_callbacks_or_of_orders() -> None:
    assert quota.visits_least(callbacks("M4"), 100, 60) == (60, 24)


@clause("R248", without="desk.domain.service_callback.entry_reasons")
def test_the_customer_signs_at_the_door_and_the_caller_on_the_phone() -> None:
    def unsigned(how: CallbackHow) -> set[str]:
        told = CallbackEntry(how, CallbackOutcome.REACHED, None, 5, 5, 5, 5)
        return codes(service_callback.entry_reasons(told, NOW, NOW))

    assert unsigned(CallbackHow.VISIT) == {"service_callback.customer_signature"}
    assert unsigned(CallbackHow.PHONE) == {"service_callback.signature"}


@clause("R248", "R249", without="desk.domain.service_callback.tell_reasons")
def test_whoever_did_the_work_is_told_the_result() -> None:
    heard = CallbackFacts(NOW, CallbackOutcome.REACHED, (5, 5, 5, 5))
    assert codes(service_callback.tell_reasons(heard, "", None, NOW)) == {
        "service_callback.told_to.missing"
    }


# Figures


@clause("R111", "R258", without="desk.domain.service_figures.quarter_of")
def test_services_are_analysed_by_the_quarter() -> None:
    assert quarter_of(DAY) == (dt.date(2026, 10, 1), dt.date(2026, 12, 31))


@clause("R257", without="desk.domain.service_figures.FigureKind")
def test_on_time_right_and_satisfied_are_counted() -> None:
    assert len(set(FigureKind)) >= 3


# Slips


@clause("R188", without="desk.domain.service_order.OrderEntry.plan")
def test_a_repair_slip_says_how_it_is_to_be_repaired() -> None:
    assert OrderEntry(Kind.REPAIR, plan="更換水龍頭").plan == "更換水龍頭"


@clause("R188", without="desk.domain.service_order.Liability")
def test_a_repair_slip_says_who_bears_it() -> None:
    assert set(Liability)


@clause("R189", "R245", without=f"{DEEDS}.back_reasons")
def test_the_slip_comes_back_to_the_desk_from_a_hand_that_is_named() -> None:
    back = replace(facts(), slip_back_at=None)
    assert codes(deeds.back_reasons(back, StepEntry(), NOW)) == {
        "service_order.back.person_missing"
    }


@clause("R189", without="M2:orders")
def test_a_repair_is_filed_when_it_is_paid_signed_and_back() -> None:
    assert "service_order.close.slip_back" in shut("M2", OrderCondition.SLIP_BACK)
    assert "service_order.close.paid" in shut("M2", OrderCondition.PAID)


@clause("R231", "R235", without=f"{DEEDS}.entry_reasons")
def test_the_desk_registers_a_need_that_is_clear() -> None:
    assert codes(deeds.entry_reasons(OrderEntry(Kind.COMMISSIONED), NOW)) >= {
        "service_order.customer.missing",
        "service_order.wish.missing",
        "service_order.place.missing",
    }


@clause("R232", without="desk.domain.service_person.EmployerKind")
def test_own_workers_departments_and_suppliers_do_the_work() -> None:
    assert len(set(EmployerKind)) == 3


@clause("R233", without="desk.domain.price_board.filing_reasons")
def test_the_board_is_filed_on_a_day_with_somebody() -> None:
    assert codes(price_board.filing_reasons(FilingEntry(), DAY)) == {
        "price_board.filed_with.filed",
        "price_board.filed_on.missing",
    }


@clause("R103", "R233", without="desk.domain.price_board.approve_blockers")
def test_a_board_is_approved_with_its_filing_settled() -> None:
    drawn_up = BoardFacts(BoardState.DRAFT, ("001",))
    assert codes(price_board.approve_blockers(drawn_up)) == {"price_board.filing.missing"}


@clause("R234", without="desk.domain.price_board.post_blockers")
def test_what_hangs_on_the_wall_is_what_is_in_force() -> None:
    assert codes(price_board.post_blockers(BoardState.DRAFT)) == {"price_board.not_in_force"}


@clause("R234", without="desk.domain.price_board.item_reasons")
def test_every_item_of_the_board_has_its_price() -> None:
    assert "price_board.price.missing" in codes(price_board.item_reasons(ItemEntry(), ()))


@clause("R237", without=f"{DEEDS}.board_reasons")
def test_what_can_be_done_joins_the_board_with_name_and_price() -> None:
    able = ReviewEntry(to_board=True)
    assert codes(deeds.board_reasons(able, granted=True)) == {
        "service_order.review.name_missing",
        "service_order.review.counted_missing",
        "service_order.review.price_missing",
    }


@clause("R237", without="desk.domain.service_order.is_beyond_board")
def test_a_service_that_no_item_names_is_beyond_the_board() -> None:
    assert is_beyond_board(Kind.COMMISSIONED, "")


@clause("R238", "R253", "R254", without=f"{PARTS}.material_reasons")
def test_unfit_material_of_the_customer_is_used_after_the_signature_alone() -> None:
    at_work = facts(State.ON_SITE)

    def why(source: Source) -> set[str]:
        unfit = MaterialEntry(source, "水管", drawn_by="王", fit=Fit.INSISTED, checked_by="王")
        return codes(parts.material_reasons(at_work, unfit, NOW))

    assert why(Source.CUSTOMER) == {"service_order.material.signature_missing"}
    assert why(Source.STORE) == {"service_order.material.store_unfit"}


@clause("R253", "R254", without=f"{DEEDS}.done_blockers")
def test_no_work_is_finished_with_material_nobody_checked() -> None:
    unchecked = replace(facts(State.ON_SITE), materials=(material(Fit.UNCHECKED),))
    assert "service_order.material.unchecked" in codes(deeds.done_blockers(unchecked))


@clause("R239", without="desk.domain.supplier_agreement.dispatch_reasons")
def test_nobody_of_a_supplier_comes_without_an_agreement_signed_by_both() -> None:
    unsigned = CourseFacts(DAY, DAY, (Signatory.SUPPLIER, Signatory.OFFICE), copy_asked=True)
    assert codes(supplier_agreement.dispatch_reasons([unsigned], DAY, active=True)) == {
        "agreement.signature.supplier",
        "agreement.signature.office",
        "agreement.copy.missing",
    }


@clause("R240", without=f"{DEEDS}.arrive_by")
def test_somebody_is_at_the_door_in_thirty_minutes_or_at_the_appointed_time() -> None:
    rule = orders("M4")
    soon = deeds.arrive_by(NOW, Urgency.USUAL, None, rule, CALENDAR)
    assert soon == NOW + dt.timedelta(minutes=30)
    later = NOW + 5 * HOUR
    assert deeds.arrive_by(NOW, Urgency.APPOINTED, later, rule, CALENDAR) == later


@clause("R242", "R243", without=f"{DEEDS}.done_reasons")
def test_no_more_is_charged_than_was_agreed() -> None:
    dearer = DoneEntry("更換", PRICE + 1)
    at_work = facts(State.ON_SITE)
    assert "service_order.amount.exceeds" in codes(deeds.done_reasons(at_work, dearer, NOW))


@clause("R243", without=f"{PARTS}.change_reasons")
def test_work_that_differs_is_told() -> None:
    nothing = ChangeEntry()
    assert "service_order.change.what_missing" in codes(
        parts.change_reasons(facts(State.ON_SITE), nothing, NOW)
    )


@clause("R243", without=f"{PARTS}.answer_reasons")
def test_what_the_manager_confirms_was_agreed_with_the_customer() -> None:
    told = replace(facts(State.ON_SITE), changes=(change(Word.OPEN),))
    assert codes(parts.answer_reasons(told, 1, "", granted=True)) == {
        "service_order.change.customer_missing"
    }


@clause("R244", without=f"{PARTS}.pay_reasons")
def test_no_more_is_taken_than_is_owed() -> None:
    unpaid = replace(facts(), paid=Decimal(0))
    assert codes(parts.pay_reasons(unpaid, PRICE + 1)) == {"service_order.pay.more"}


@clause("R244", "K16", without="desk.domain.receipt.Place")
def test_it_is_paid_at_the_centre_or_on_the_spot() -> None:
    assert len(set(Place)) == 2


@clause("R244", "R245", "K16", without="M4:orders")
def test_m4_closes_with_signature_payment_and_slip() -> None:
    for condition in (OrderCondition.SIGNED, OrderCondition.PAID, OrderCondition.SLIP_BACK):
        _flip, code = FLIPS[condition]
        assert code in shut("M4", condition)


@clause("R251", without="desk.domain.service_person.dispatch_reasons")
def test_who_is_sent_holds_the_skill() -> None:
    unskilled = Person(1, "王師傅", Employer(), (), since=DAY)
    reasons = service_person.dispatch_reasons(unskilled, "電工", DAY, orders("M4"))
    assert codes(reasons) == {"service_person.skill.missing"}


@clause("R255", without=f"{PARTS}.damage_reasons")
def test_what_was_damaged_is_written_down() -> None:
    assert codes(parts.damage_reasons(facts(), DamageEntry(), NOW)) == {
        "service_order.damage.what_missing"
    }


@clause("R255", without=f"{PARTS}.settle_reasons")
def test_damage_is_settled_with_an_apology_and_compensation() -> None:
    broken = facts()
    broken = replace(broken, damages=tuple(replace(one, settled_at=None) for one in broken.damages))
    assert codes(parts.settle_reasons(broken, SettleEntry(1), NOW)) >= {
        "service_order.damage.apology_missing",
        "service_order.damage.compensation_missing",
    }


@clause("R256", without=f"{PARTS}.rework_reasons")
def test_unqualified_work_is_done_again_with_an_apology() -> None:
    assert codes(parts.rework_reasons(facts(), ReworkEntry("滴水"), NOW)) == {
        "service_order.rework.apology_missing"
    }


@clause("R256", without=f"{PARTS}.waive_reasons")
def test_what_is_let_off_has_its_reason() -> None:
    unpaid = replace(facts(), paid=Decimal(0))
    assert codes(parts.waive_reasons(unpaid, PRICE, "")) == {"service_order.why.missing"}
