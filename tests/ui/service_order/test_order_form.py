"""An order as it is written down: from a person, a visit, a complaint; with its price."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pytest

from desk.domain.permissions import Permission
from desk.domain.reception import Channel, ReceptionEntry
from desk.domain.reception import Kind as VisitKind
from desk.domain.service_order import Kind, State
from desk.models.estate import Phone, Resident
from desk.models.price_board import PriceBoard, PriceItem
from desk.services import reception
from desk.services.workplace import Workplace
from desk.ui.kit.result_list import Found, FoundGroup
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.form import OrderForm
from desk.ui.service_order.orders_page import OrdersPage
from desk.ui.service_order.record import OrderRecord
from tests.services.catalogue_course import with_household
from tests.services.conftest import Household
from tests.services.order_course import Course

DAY = dt.date(2026, 1, 1)


@pytest.fixture
def board(workplace: Workplace) -> None:
    """Two items are on the board in force."""
    with workplace.deed(Permission.REGISTER) as work:
        row = PriceBoard(
            number=work.next_number("B"), state="in_force", written_at=work.now, in_force_on=DAY
        )
        work.add(row)
        work.flush()
        for place, (name, price) in enumerate((("更換水龍頭", "80"), ("疏通喉管", "150")), 1):
            work.add(
                PriceItem(
                    board_id=row.id,
                    place=place,
                    code=f"{place:03}",
                    name=name,
                    unit="次",
                    price=Decimal(price),
                    launched_on=DAY,
                    entered_at=work.now,
                )
            )
        work.commit()


@pytest.fixture
def form(page: OrdersPage) -> OrderForm:
    made = page.start_new()
    assert isinstance(made, OrderForm)
    return made


def picked(form: OrderForm, household: Household) -> None:
    form.person._picked(Found("resident", str(household.resident_id), household.name))


def groups(form: OrderForm, text: str) -> Sequence[FoundGroup]:
    return form.item._find(text)


def choose(form: OrderForm, text: str) -> None:
    form.item.line.chosen.emit(groups(form, text)[0].items[0])


def test_all_that_is_missing_is_said_at_once(form: OrderForm) -> None:
    assert not form.save()
    assert form.refusal("customer")
    assert form.refusal("wish")
    assert form.refusal("unit")


def test_a_person_brings_name_phone_and_room(form: OrderForm, household: Household) -> None:
    picked(form, household)
    assert form.field("customer").value() == "曾德華"
    assert form.field("phone").value() == "9123 4567"
    assert form.read().unit_id == household.unit_id


def test_what_was_typed_stays_when_a_person_is_found(form: OrderForm, household: Household) -> None:
    form.field("customer").set_value("曾太太")
    picked(form, household)
    assert form.field("customer").value() == "曾太太"


def test_another_customer_of_a_correction_brings_name_and_phone_along(
    page: OrdersPage, form: OrderForm, household: Household, workplace: Workplace
) -> None:
    picked(form, household)
    form.field("wish").set_value("廚房水龍頭漏水")
    assert form.save()
    record = page.open_form()
    assert isinstance(record, OrderRecord)
    form.load(record.known())
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        other = Resident(
            unit_id=household.unit_id,
            name="余俊",
            role="tenant",
            kind="natural",
            phones=[Phone(number="9876 5432", digits="98765432")],
        )
        work.add(other)
        work.commit()
        key = other.id
    form.person._picked(Found("resident", str(key), "余俊"))
    entry = form.read()
    assert (entry.resident_id, entry.customer, entry.phone) == (key, "余俊", "9876 5432")
    assert form.save()


def test_an_item_is_found_by_a_part_of_its_name_and_by_its_code(
    board: None, form: OrderForm
) -> None:
    for typed in ("龍", "更換", "1", "001"):
        assert [one.key for one in groups(form, typed)[0].items] == ["001"]
    assert not groups(form, "無此項")[0].items


def test_the_board_tells_the_price_for_how_many(board: None, form: OrderForm) -> None:
    choose(form, "水龍頭")
    assert form.field("price").value() == Decimal(80)
    form.field("quantity").set_value(Decimal(3))
    form.field("quantity").changed.emit()
    assert form.field("price").value() == Decimal(240)
    form.field("price").set_value(Decimal(200))
    form.field("quantity").changed.emit()
    assert form.field("price").value() == Decimal(200)  # what was agreed stays


def test_none_of_an_item_is_not_one(board: None, form: OrderForm, household: Household) -> None:
    picked(form, household)
    choose(form, "水龍頭")
    form.field("wish").set_value("廚房水龍頭漏水")
    form.field("quantity").set_value(Decimal(0))
    assert not form.save()
    assert form.refusal("quantity")


def test_written_and_agreed_in_one_go_it_waits_to_be_sent(
    board: None, form: OrderForm, page: OrdersPage, household: Household
) -> None:
    picked(form, household)
    choose(form, "水龍頭")
    form.field("wish").set_value("廚房水龍頭漏水")
    assert form.save()
    record = page.open_form()
    assert isinstance(record, OrderRecord)
    facts = record.known().facts
    assert facts.state is State.AGREED
    assert facts.price == Decimal(80)
    assert record.bar.primary()[0].code == "send"


def test_what_is_not_on_the_board_goes_to_the_review(
    board: None, form: OrderForm, page: OrdersPage, household: Household
) -> None:
    """R237: the door for what is not on it."""
    picked(form, household)
    form.item.line.chosen.emit(groups(form, "貓")[1].items[0])
    assert form.item.value() is None
    assert form.beyond.isVisibleTo(form)
    assert not form.fields.cell("price").isVisibleTo(form)
    form.field("wish").set_value("訂製貓爬架")
    assert form.save()
    record = page.open_form()
    assert isinstance(record, OrderRecord)
    assert record.known().facts.state is State.REVIEW


def test_a_refused_appointment_does_not_write_it_twice(
    board: None, form: OrderForm, page: OrdersPage, household: Household
) -> None:
    picked(form, household)
    choose(form, "水龍頭")
    form.field("wish").set_value("廚房水龍頭漏水")
    form.field("urgency").set_value("appointed")
    form._show_around()
    assert not form.save()
    assert form.refusal("appointed_at")
    form.field("urgency").set_value("urgent")
    form._show_around()
    assert form.save()
    assert len(page._deeds.page({}, None).rows) == 1


def test_a_visit_tells_who_and_what(
    page: OrdersPage, workplace: Workplace, household: Household
) -> None:
    entry = ReceptionEntry(
        kind=VisitKind.HELP,
        channel=Channel.PHONE,
        unit_id=household.unit_id,
        resident_id=household.resident_id,
        caller_name="曾德華",
        request="水龍頭漏水，請派人",
        happened_at=workplace.now(),
    )
    visit = reception.register(workplace, entry)
    form = page.begin_from_reception(visit.id)
    assert isinstance(form, OrderForm)
    assert not form.is_dirty()
    read = form.read()
    assert (read.reception_id, read.unit_id) == (visit.id, household.unit_id)
    assert read.wish == "水龍頭漏水，請派人"


def test_a_second_order_of_the_same_home_is_seen_before_it_is_made(
    course: Course, page: OrdersPage, household: Household, workplace: Workplace
) -> None:
    deeds = OrderDeeds(workplace, page._deeds.find_people)
    first = page.begin_for_unit(household.unit_id)
    assert isinstance(first, OrderForm)
    first.field("kind").set_value(Kind.REPAIR)
    first.field("customer").set_value("曾德華")
    first.field("wish").set_value("漏水")
    assert first.save()
    second = page.begin_for_unit(household.unit_id)
    assert isinstance(second, OrderForm)
    assert second.others.isVisibleTo(second)
    assert len(second.others.lines) == len(deeds.of_unit(household.unit_id)) == 1


def test_a_form_that_waited_knows_what_it_belongs_to(
    form: OrderForm, page: OrdersPage, household: Household
) -> None:
    picked(form, household)
    form.field("wish").set_value("漏水")
    draft = form.draft()
    form.untouched()
    again = page.resume(draft, form.subject())
    assert isinstance(again, OrderForm)
    assert again.read().resident_id == household.resident_id
    assert again.field("wish").value() == "漏水"


def test_a_correction_leaves_price_and_time_to_their_own_deed(
    course: Course, page: OrdersPage
) -> None:
    course.agree()
    said: list[str] = []
    page.saved.connect(said.append)
    record = page.open_key(course.order.detail.number)
    assert isinstance(record, OrderRecord)
    record.change_button.click()
    form = page.open_form()
    assert isinstance(form, OrderForm)
    assert not form.fields.cell("price").isVisibleTo(form)
    form.field("phone").set_value("9876 5432")
    assert form.save()
    shown = page.open_form()
    assert isinstance(shown, OrderRecord)
    assert said == [course.order.detail.number]
    assert shown.known().detail.phone == "9876 5432"
    assert shown.known().facts.state is State.AGREED


def test_a_household_with_a_long_term_agreement_is_served_under_it(
    form: OrderForm, household: Household, workplace: Workplace
) -> None:
    """R106: chosen already, and it may be taken off."""
    assert not form.fields.cell("agreement_id").isVisibleTo(form)
    known = with_household(workplace, household.unit_id)
    picked(form, household)
    assert form.fields.cell("agreement_id").isVisibleTo(form)
    assert form.read().agreement_id == known.id
    form.field("agreement_id").set_value(None)
    assert form.read().agreement_id is None
