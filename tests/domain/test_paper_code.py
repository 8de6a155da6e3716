"""The short code under a paper's QR: what is written is read, and what was misread is noticed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk.domain import paper_code
from desk.domain.numbering import format_number, scan_code
from desk.domain.paper import FORMS
from desk.domain.paper_code import PaperCode, is_misread, plain, read, seal, write

CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NUMBERS = st.builds(
    format_number, st.sampled_from("CXPKDHN"), st.integers(2000, 2099), st.integers(1, 999_999_999)
)
FORM_CODES = st.sampled_from(sorted(FORMS))
SEALS = st.one_of(st.just(""), st.builds(seal, st.binary(min_size=1), st.lists(st.text())))


@given(NUMBERS, FORM_CODES, st.integers(0, 34), SEALS)
def test_what_is_written_is_read(number: str, form: str, reprint: int, mark: str) -> None:
    assert read(write(number, form, reprint, mark)) == PaperCode(number, form, reprint, mark)


@given(NUMBERS, FORM_CODES, st.integers(0, 34), SEALS)
def test_a_scanner_needs_capitals_and_digits_alone(
    number: str, form: str, reprint: int, mark: str
) -> None:
    assert set(write(number, form, reprint, mark)) <= set(CHARACTERS)


@given(NUMBERS, FORM_CODES, st.integers(35, 10_000))
def test_from_the_35th_reprint_on_the_code_says_only_that(
    number: str, form: str, reprint: int
) -> None:
    code = read(write(number, form, reprint))
    assert code is not None
    assert code.is_last_print


@given(NUMBERS, FORM_CODES, SEALS, st.data())
def test_one_wrong_character_is_always_noticed(
    number: str, form: str, mark: str, data: st.DataObject
) -> None:
    code = write(number, form, 0, mark)
    place = data.draw(st.integers(0, len(code) - 1))
    wrong = data.draw(st.sampled_from(CHARACTERS))
    assume(wrong != code[place])
    assert read(code[:place] + wrong + code[place + 1 :]) is None


@given(NUMBERS)
def test_the_code_of_a_record_alone_is_read_too(number: str) -> None:
    assert read(scan_code(number)) == PaperCode(number)


@pytest.mark.parametrize(
    "typed",
    [
        "P2026000012J0GQ85UF",
        "p2026000012j0gq85uf",
        " P2026-000012 J0 GQ85U F\n",
        "Ｐ２０２６０００－０１２Ｊ０ＧＱ８５ＵＦ",
    ],
)
def test_a_code_is_read_as_people_and_input_methods_write_it(typed: str) -> None:
    assert read(typed) == PaperCode("P2026-000012", "release_pass", 0, "GQ85U")
    assert plain(typed) == "P2026000012J0GQ85UF"


@pytest.mark.parametrize("text", ["", "陳大文", "P2026-000012", "12B", "X" * 400, "\ud800"])
def test_what_is_no_code_is_neither_read_nor_called_misread(text: str) -> None:
    assert read(text) is None
    assert not is_misread(text)


@pytest.mark.parametrize("text", ["P2026000012J0GQ85UG", "C20260000457", "P2026000012J00"])
def test_a_wrong_check_character_is_told_from_what_is_no_code(text: str) -> None:
    assert read(text) is None
    assert is_misread(text)


def test_what_is_no_record_number_has_no_code() -> None:
    with pytest.raises(ValueError, match="not a record number"):
        write("12B", "release_pass", 0)


@given(st.binary(min_size=1), st.lists(st.text(), min_size=1))
def test_the_seal_changes_with_the_key_and_with_every_fact(secret: bytes, facts: list[str]) -> None:
    made = seal(secret, facts)
    assert len(made) == paper_code.SEAL_LENGTH
    assert not set(made) & set("01IO")
    assert made == seal(secret, facts)
    assert made not in {seal(secret + b"x", facts), seal(secret, [*facts, "x"])}
