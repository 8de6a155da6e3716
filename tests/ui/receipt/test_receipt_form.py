"""A receipt is typed as people type: amounts with their currency, another payer after the first."""

from decimal import Decimal

import pytest

from desk.domain.receipt import LineEntry
from desk.ui.kit.result_list import Found
from desk.ui.receipt.form import ReceiptForm
from desk.ui.receipt.receipts_page import ReceiptsPage
from desk.wording import sentence
from tests.services.conftest import Household


@pytest.fixture
def form(page: ReceiptsPage) -> ReceiptForm:
    made = page.start_new()
    assert isinstance(made, ReceiptForm)
    return made


@pytest.mark.parametrize(
    ("typed", "what", "amount"),
    [
        ("上門費 HK$180", "上門費", "180"),
        ("上門費（夜間）：NT$1,180.50", "上門費（夜間）", "1180.50"),
        ("上門費\t￥１８０", "上門費", "180"),
        ("上門費180元", "上門費", "180"),
        ("減收 -$60", "減收", "-60"),
        ("２樓走廊 60", "２樓走廊", "60"),
    ],
)
def test_an_amount_is_typed_with_its_currency_and_the_words_stay(
    form: ReceiptForm, typed: str, what: str, amount: str
) -> None:
    form.field("lines").set_value(typed)
    assert form.read().lines == (LineEntry(what, Decimal(amount)),)


def test_a_comma_that_parts_no_thousands_is_not_passed_over(form: ReceiptForm) -> None:
    form.field("payer").set_value("曾德華")
    form.field("lines").set_value("換水喉 12,50")
    assert not form.save()
    assert form.refusal("lines") == sentence("receipt.amount.none", {"place": 1})


def test_another_person_pays_under_her_own_name(form: ReceiptForm, household: Household) -> None:
    form.person._picked(Found("resident", str(household.resident_id), "陳大文", ""))
    form.person.search_again()
    form.person._picked(Found("unit", str(household.unit_id), household.unit, ""))
    assert form.field("payer").value() == household.name
    form.field("payer").set_value("李小姐")
    form.person._picked(Found("resident", str(household.resident_id), "陳大文", ""))
    assert form.field("payer").value() == "李小姐"
