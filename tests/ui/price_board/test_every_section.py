"""Every section and record has spoken names and plain labels, and shows empty lists kindly."""

import pytest
from PySide6.QtWidgets import QApplication

from desk.services.workplace import Workplace
from desk.ui.kit.retranslate import speak
from desk.ui.price_board.page import CataloguePage
from tests.services.catalogue_course import (
    TAP,
    company,
    drafted,
    plumber,
    with_company,
    with_household,
)
from tests.services.conftest import Household
from tests.ui.walk import guessing, unnamed

SECTIONS = ("board", "people", "supplier", "with_supplier", "with_customer")


@pytest.mark.parametrize("section", SECTIONS)
def test_an_empty_section_is_named_and_a_form_of_it_is(page: CataloguePage, section: str) -> None:
    page.show_section(section)
    assert page.start_new() is not None
    assert unnamed(page) == []
    assert guessing(page) == []


def test_every_record_is_named_in_every_language(
    page: CataloguePage, workplace: Workplace, household: Household, qapp: QApplication
) -> None:
    drafted(workplace, TAP)
    plumber(workplace)
    firm = company(workplace)
    with_company(workplace, firm.id)
    with_household(workplace, household.unit_id)
    for kind in page.OF_KIND:
        page.open_key(f"{kind}:1")
        for language in ("zh_Hant", "zh_Hans", "en"):
            speak(qapp, language)
            assert unnamed(page) == []
            assert guessing(page) == []
