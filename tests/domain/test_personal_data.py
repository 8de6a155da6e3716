"""The one rule of personal data: what is asked of whoever looks, and what is masked (R36)."""

from dataclasses import dataclass, field
from types import MappingProxyType

import pytest

from desk.domain import personal_data as rules
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission

REGISTRATION = {FormCode.OWNER_REGISTRATION, FormCode.OWNER_CARD, FormCode.AUTHORISATION}


@dataclass(frozen=True)
class Word:
    word_phone: str


@dataclass(frozen=True)
class Row:
    name: str
    phone: str
    contact: str = ""
    phones: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    more: object = field(default_factory=dict)


@pytest.mark.parametrize("form", FormCode)
def test_a_paper_that_tells_who_somebody_is_asks_for_the_right_to_see(form: FormCode) -> None:
    wanted = Permission.SEE_IDENTITY if form in REGISTRATION else Permission.PRINT
    assert rules.to_see_paper(form) is wanted


@pytest.mark.parametrize(
    ("kind", "form", "is_guarded"),
    [
        ("move_in", "", True),
        ("move_in", FormCode.MATERIALS_RECEIPT, True),
        ("move_in", FormCode.OWNER_REGISTRATION, True),
        ("complaint", FormCode.COMPLAINT_SHEET, False),
        ("key_receipt", FormCode.KEY_RECEIPT, False),
        ("release_pass", "", False),
    ],
)
def test_a_file_of_a_move_in_asks_for_the_right_to_see(
    kind: str, form: str, is_guarded: bool
) -> None:
    wanted = Permission.SEE_IDENTITY if is_guarded else Permission.READ
    assert rules.to_see_file(kind, form) is wanted


def test_every_phone_of_a_row_is_masked_however_deep_it_lies() -> None:
    row = Row(
        "曾德華",
        "9123 4567",
        contact="91234567",
        phones=("9123 4567", "+852 6123 4567"),
        words=(Word("9123 4567"),),
    )
    assert rules.masked(row) == Row(
        "曾德華",
        "9123 ****",
        contact="9123****",
        phones=("9123 ****", "+852 6123 ****"),
        words=(Word("9123 ****"),),
    )
    assert rules.masked((row,))[0].phone == "9123 ****"


def test_what_has_no_phone_stays_the_very_same() -> None:
    row = Row("曾德華 2026", "", contact="陳先生", more=MappingProxyType({"number": "R2026"}))
    assert rules.masked(row) is row
    assert rules.masked((row,)) == (row,)
    assert rules.masked(None) is None


def test_the_phone_of_a_firm_is_not_masked_on_its_paper() -> None:
    told = {"phone": "2788 1122"}
    assert rules.masked_paper(FormCode.SUPPLIER_AGREEMENT, told) == told
    assert rules.phones(FormCode.SUPPLIER_AGREEMENT, told) == {}
    assert rules.masked_paper(FormCode.KEY_RECEIPT, told) == {"phone": "2788 ****"}


def test_the_phones_of_a_paper_are_found_with_what_stands_in_their_place() -> None:
    told = {"title": "", "contact": "陳先生", "members": [{"phone": "9123 4567"}, {"phone": ""}]}
    assert rules.phones(FormCode.KEY_LOAN, told) == {"9123 4567": "9123 ****"}


def test_a_list_says_of_a_registration_its_title_alone() -> None:
    told = {"title": "業主信息登記表", "owner": "曾德華", "phone": "9123 4567"}
    assert rules.listed_paper(FormCode.OWNER_CARD, told) == {"title": "業主信息登記表"}
    assert rules.listed_paper(FormCode.OWNER_CARD, {"owner": "曾德華"}) == {}
    assert rules.listed_paper(FormCode.KEY_LOAN, told) == told | {"phone": "9123 ****"}
