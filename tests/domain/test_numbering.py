"""Numbers of records: how they look, what follows, and what the scanner reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_37_36

from desk.domain.numbering import (
    RecordNumber,
    check_character,
    format_number,
    from_scan_code,
    named_in,
    parse_number,
    scan_code,
    typed,
)

LETTERS = st.sampled_from("RCSKPMZ")
YEARS = st.integers(2000, 2099)
VALUES = st.integers(1, 999_999)
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_a_number_is_letter_year_and_six_figures() -> None:
    assert format_number("R", 2026, 123) == "R2026-000123"


def test_the_millionth_number_of_a_year_grows_by_a_figure() -> None:
    assert format_number("R", 2026, 1_000_000) == "R2026-1000000"


@pytest.mark.parametrize(
    "typed",
    ["R2026-000123", "r2026-000123", "R2026000123", "R2026-123", " Ｒ２０２６－０００１２３ "],
)
def test_a_number_is_read_as_people_type_it(typed: str) -> None:
    assert parse_number(typed) == RecordNumber("R", 2026, 123)


@pytest.mark.parametrize(
    "other", ["", "R2026", "2026-000123", "R2026-", "R26-000123", "RR2026-000123", "R2026-0x1"]
)
def test_what_is_no_number_is_not_read_as_one(other: str) -> None:
    assert parse_number(other) is None


def test_the_order_of_numbers_is_the_order_of_their_issue() -> None:
    assert RecordNumber("R", 2026, 999_999) < RecordNumber("R", 2027, 1)


@given(LETTERS, YEARS, VALUES)
def test_a_scanned_code_gives_its_number_back(letter: str, year: int, value: int) -> None:
    number = format_number(letter, year, value)
    assert from_scan_code(scan_code(number)) == number
    assert from_scan_code(scan_code(number).lower()) == number


@given(LETTERS, YEARS, VALUES)
def test_a_scanned_code_is_safe_behind_an_input_method(letter: str, year: int, value: int) -> None:
    code = scan_code(format_number(letter, year, value))
    assert set(code) <= set(ALPHABET)
    assert len(code) == 12


@given(st.text(ALPHABET, min_size=1))
def test_the_check_character_is_that_of_the_standard(body: str) -> None:
    assert mod_37_36.is_valid(body + check_character(body))


@given(LETTERS, YEARS, VALUES, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(
    letter: str, year: int, value: int, place: int, wrong: str
) -> None:
    code = scan_code(format_number(letter, year, value))
    damaged = code[:place] + wrong + code[place + 1 :]
    assert damaged == code or from_scan_code(damaged) is None


def test_of_two_neighbours_that_changed_places_nearly_all_are_noticed() -> None:
    """The standard's mixed system misses a few of them, and only a few."""
    swapped = [
        other
        for value in range(1, 60_000, 37)
        for code in (scan_code(format_number("C", 2026, value)),)
        for place in range(11)
        if (other := code[:place] + code[place + 1] + code[place] + code[place + 2 :]) != code
    ]
    missed = [code for code in swapped if from_scan_code(code) is not None]

    assert len(missed) < len(swapped) / 100


@pytest.mark.parametrize("other", ["", "R2026-000123", "hello", "R2026000123!", "曾德華"])
def test_what_is_no_scanned_code_gives_no_number(other: str) -> None:
    assert from_scan_code(other) is None


def test_no_code_is_made_of_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="not a record number"):
        scan_code("hello")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("c2026123", "c2026123"),
        ("c2026-123", "C2026-000123"),
        (scan_code("C2026-000123"), "C2026-000123"),
        ("x\udcff", "x?"),
    ],
)
def test_whatever_is_typed_as_a_number_can_be_looked_for(text: str, number: str) -> None:
    assert typed(text) == number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("維修單o2026-12，遲到", ("O2026-000012",)),
        ("O2026-000012, O2026000012 and C2026-3", ("O2026-000012", "C2026-000003")),
        ("XO2026-000012 2026-11-22 O2026-1234567890", ()),
    ],
)
def test_the_numbers_that_a_text_names(text: str, numbers: tuple[str, ...]) -> None:
    assert named_in(text) == numbers
