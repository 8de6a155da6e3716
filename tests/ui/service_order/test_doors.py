"""Ways into an order: from a complaint, a household, the day; the sections of the page."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desk.domain.reception import ReceptionEntry
from desk.domain.service_order import Kind
from desk.services import reception, service_order
from desk.services.workplace import Workplace
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.page import ComplaintPage
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.household_view import ORDER
from desk.ui.estate.page import EstatePage
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.form import OrderForm
from desk.ui.service_order.orders_page import OrdersPage
from desk.ui.service_order.page import ServiceOrderPage
from desk.ui.service_order.record import OrderRecord
from tests.services.case_course import registered
from tests.services.catalogue_course import with_household
from tests.services.conftest import Household
from tests.services.order_course import REPAIR, Course
from tests.ui.service_order.conftest import nobody


@pytest.fixture
def whole(deeds: OrderDeeds) -> Iterator[ServiceOrderPage]:
    made = ServiceOrderPage(deeds)
    made.resize(1280, 720)
    made.show()
    made.shown()
    yield made
    made.close()
    made.deleteLater()


def test_a_complaint_asks_for_a_repair_with_what_it_knows(
    page: OrdersPage, workplace: Workplace, qtbot: QtBot
) -> None:
    """R156, R166: the slip knows its complaint."""
    case = registered(workplace)
    complaints = ComplaintPage(ComplaintDeeds(workplace, nobody))
    record = complaints.open_key(case.detail.number)
    assert isinstance(record, ComplaintRecord)
    with qtbot.waitSignal(complaints.repair_wanted, timeout=1000) as wanted:
        record.repair_button.click()
    form = page.begin_from_complaint(*wanted.args)
    complaints.deleteLater()
    assert isinstance(form, OrderForm)
    read = form.read()
    assert read.kind is Kind.REPAIR
    assert read.complaint_id == case.detail.id
    assert read.wish == case.detail.course
    assert form.save()
    shown = page.open_form()
    assert isinstance(shown, OrderRecord)
    assert case.detail.number in shown.sources.words()
    with qtbot.waitSignal(page._deeds.record_wanted, timeout=1000) as wanted:
        shown.sources.lines[0].link.click()
    assert wanted.args == ["complaint", str(case.detail.id)]


def test_a_complaint_shows_its_orders_and_opens_them(workplace: Workplace, qtbot: QtBot) -> None:
    """R156, R166: each with its state, beside those that came before."""
    case = registered(workplace)
    complaints = ComplaintPage(ComplaintDeeds(workplace, nobody))
    record = complaints.open_key(case.detail.number)
    assert isinstance(record, ComplaintRecord)
    assert record.orders.lines == []
    one = service_order.write(workplace, replace(REPAIR, complaint_id=case.detail.id)).detail
    record.reload()
    assert record.orders.words() == f"{one.number}: {REPAIR.wish} Not agreed yet"
    with qtbot.waitSignal(complaints.record_wanted, timeout=1000) as wanted:
        record.orders.lines[0].link.click()
    assert wanted.args == ["service_order", one.number]
    complaints.deleteLater()


def test_an_order_leads_to_its_visit_and_the_agreement_it_is_done_under(
    page: OrdersPage, workplace: Workplace, household: Household, qtbot: QtBot
) -> None:
    visit = reception.register(
        workplace, ReceptionEntry(workplace.now(), caller_name="李小龍", request="水管漏水")
    ).id
    agreement = with_household(workplace, household.unit_id)
    entry = replace(REPAIR, reception_id=visit, agreement_id=agreement.id)
    record = page.open_key(service_order.write(workplace, entry).detail.number)
    assert isinstance(record, OrderRecord)
    wanted: list[tuple[str, str]] = []
    page._deeds.record_wanted.connect(lambda *told: wanted.append(told))
    for line in record.sources.lines:
        line.link.click()
    assert wanted == [("reception", str(visit)), ("service_agreement", str(agreement.id))]
    assert agreement.number in record.sources.words()


def test_a_household_asks_for_an_order(
    page: OrdersPage, workplace: Workplace, household: Household, qtbot: QtBot
) -> None:
    estate = EstatePage(EstateDeeds(workplace))
    estate.open_key(str(household.unit_id))
    with qtbot.waitSignal(estate.order_wanted, timeout=1000) as wanted:
        estate.do(ORDER, None)
    form = page.begin_for_unit(*wanted.args)
    estate.deleteLater()
    assert isinstance(form, OrderForm)
    assert form.read().unit_id == household.unit_id


def test_the_page_has_its_sections_and_opens_an_order_from_each(
    whole: ServiceOrderPage, course: Course
) -> None:
    every = list(whole.keys())
    assert every[:4] == ["orders", "callbacks", "figures", "receipts"]
    for key in every:
        whole.show_section(key)
    record = whole.open_key(str(course.order.detail.id))
    assert isinstance(record, OrderRecord)
    assert whole.tabs.value() == "orders"
    assert isinstance(whole.open_key(course.order.detail.number), OrderRecord)


def test_the_list_is_narrowed_to_a_person_a_kind_and_what_is_late(
    page: OrdersPage, course: Course
) -> None:
    course.agree()
    course.dispatch()
    course.go_on(45)

    def found(**asked: str) -> int:
        return len(page._deeds.page(asked, None).rows)

    assert found(person=str(course.worker_id)) == found(kind="repair") == found(state="late") == 1
    assert found(state="out") == found(state="open") == found(days="today") == 1
    assert found(kind="commissioned") == found(state="at_desk") == found(state="closed") == 0
    assert found(text="水管") == 1
    assert found(text="無此事") == 0
