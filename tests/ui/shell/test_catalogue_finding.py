"""Service people, suppliers and agreements: found by their words, opened, begun from a home."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desk.app import Program
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.services import service_person
from desk.services.workplace import Workplace
from desk.ui.estate.household_view import AGREEMENT
from desk.ui.estate.page import EstatePage
from desk.ui.kit.result_list import Found
from desk.ui.price_board.page import CataloguePage
from desk.ui.price_board.service_agreement_form import ServiceAgreementForm
from desk.ui.shell.finding import groups_of
from desk.ui.shell.main_window import MainWindow
from tests.services import catalogue_course as catalogue
from tests.services.conftest import Household
from tests.services.conftest import household as of_estate

household = of_estate


@pytest.fixture
def window(
    dressed: QApplication, folder: DataFolder, workplace: Workplace, clock: FixedClock
) -> Iterator[MainWindow]:
    program = Program(dressed, folder, clock)
    program.show_desk(workplace)
    assert isinstance(program.window, MainWindow)
    yield program.window
    program.window.idle.set_minutes(0)
    program.window.close()
    program.window.deleteLater()


def found(workplace: Workplace, said: str) -> dict[str, Found]:
    return {hit.kind: hit for group in groups_of(workplace, said) for hit in group.items}


def test_people_suppliers_and_agreements_are_found_by_their_words(
    window: MainWindow, workplace: Workplace, household: Household
) -> None:
    person, company = catalogue.plumber(workplace), catalogue.company(workplace)
    theirs = catalogue.with_company(workplace, company.id)
    ours = catalogue.with_household(workplace, household.unit_id)
    asked = {
        "黃志強": ("service_person", person.name),
        "永安機電": ("supplier", company.name),
        "空調清洗": ("supplier_agreement", theirs.number),
        "家政清潔": ("service_agreement", ours.number),
        ours.number: ("service_agreement", ours.number),
    }
    for said, (kind, title) in asked.items():
        hit = found(workplace, said)[kind]
        assert (hit.title, hit.icon) == (title, "price_board")
        shown = window.open(hit.kind, hit.key)
        assert shown is not None
        assert isinstance(window.page(), CataloguePage)
    assert "永安機電" in found(workplace, "永安機電")["supplier"].title


def test_who_left_says_so(workplace: Workplace) -> None:
    person = catalogue.plumber(workplace)
    assert found(workplace, "黃志強")["service_person"].chip is None
    service_person.leave(workplace, person.id, person.version, "離職")
    chip = found(workplace, "黃志強")["service_person"].chip
    assert chip is not None
    assert chip.text == "No longer"


def test_r106_a_home_leads_to_a_long_term_agreement_with_it(
    window: MainWindow, household: Household
) -> None:
    page = window.go("estate")
    assert isinstance(page, EstatePage)
    page.open_key(f"unit:{household.unit_id}")
    page.do(AGREEMENT, None)
    catalogue_page = window.page()
    assert isinstance(catalogue_page, CataloguePage)
    form = catalogue_page.open_form()
    assert isinstance(form, ServiceAgreementForm)
    assert form.read().unit_id == household.unit_id
    assert form.read().customer
    form.untouched()
