"""Headings and words of the household sheet, in every language of the program."""

import pytest

from desk.domain.estate import IdentityKind, PersonKind, Region, ResidentRole
from desk.domain.household_layout import layout, letters
from desk.domain.household_sheet import HEADINGS, LANGUAGES, Column, Words, heading, word_of

WORDS = Words.known()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_is_understood_in_every_language(language: str) -> None:
    found = layout([[heading(column, language) for column in Column]], WORDS)
    assert found is not None
    assert dict(found.places) == {column: at for at, column in enumerate(Column)}
    assert found.faults() == ()


def test_no_heading_means_two_columns() -> None:
    for column, headings in HEADINGS.items():
        for text in headings:
            assert WORDS.columns[text.replace(" ", "").casefold()] is column


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", [*ResidentRole, *PersonKind, *IdentityKind])
def test_every_value_is_understood_in_every_language(
    language: str, value: ResidentRole | PersonKind | IdentityKind
) -> None:
    meant = {**WORDS.roles, **WORDS.kinds, **WORDS.papers}
    assert meant[word_of(value, language).replace(" ", "").casefold()] is value


@pytest.mark.parametrize(
    "text", ["  姓 名 *", "ＮＡＭＥ", "name:", "住戶姓名", "业主姓名", "Resident"]
)
def test_headings_are_read_as_people_write_them(text: str) -> None:
    assert WORDS.recognised([text]) == 1


@pytest.mark.parametrize(
    ("region", "kind", "paper"),
    [
        (Region.HK, PersonKind.NATURAL, IdentityKind.HKID),
        (Region.TW, PersonKind.NATURAL, IdentityKind.TWID),
        (Region.CN, PersonKind.NATURAL, IdentityKind.PRC_ID),
        (Region.HK, PersonKind.LEGAL, IdentityKind.BUSINESS_REGISTRATION),
        (Region.TW, PersonKind.LEGAL, IdentityKind.UBN),
        (Region.CN, PersonKind.LEGAL, IdentityKind.USCC),
    ],
)
def test_a_paper_without_a_word_is_the_usual_one_of_the_region(
    region: Region, kind: PersonKind, paper: IdentityKind
) -> None:
    assert WORDS.paper("", region, kind) is paper


def test_a_plain_identity_card_is_the_regions_own_even_for_the_agent_of_a_company() -> None:
    assert WORDS.paper("身份證", Region.HK, PersonKind.LEGAL) is IdentityKind.HKID
    assert WORDS.paper("身份证", Region.CN, PersonKind.NATURAL) is IdentityKind.PRC_ID


def test_an_unknown_paper_is_nobodys() -> None:
    assert WORDS.paper("圖書證", Region.HK, PersonKind.NATURAL) is None


def test_the_headings_may_stand_below_a_title() -> None:
    found = layout([["海濱花園住戶表"], [], ["座別", "室號", "姓名"], ["A", "B", "陳"]], WORDS)
    assert found is not None
    assert found.row == 3


def test_a_sheet_without_headings_has_no_layout() -> None:
    assert layout([["A", "12", "B", "陳大文"]], WORDS) is None
    assert layout([], WORDS) is None


def test_what_is_missing_and_what_stands_twice_is_told_at_the_headings() -> None:
    found = layout([["姓名", "電話1", "備註", "備註", "顏色"]], WORDS)
    assert found is not None
    told = [(fault.column, fault.reason.code) for fault in found.faults()]
    assert told == [
        ("", "import.heading.missing"),
        ("", "import.heading.missing"),
        ("D", "import.heading.twice"),
    ]
    assert found.ignored == ("顏色",)


def test_three_columns_called_phone_are_the_three_phones() -> None:
    found = layout([["座", "室", "姓名", "電話", "電話", "電話"]], WORDS)
    assert found is not None
    assert [found.places[one] for one in (Column.PHONE_1, Column.PHONE_2, Column.PHONE_3)] == [
        3,
        4,
        5,
    ]
    assert found.faults() == ()


def test_columns_are_lettered_as_spreadsheets_do() -> None:
    assert [letters(at) for at in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip
