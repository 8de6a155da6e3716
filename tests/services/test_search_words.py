"""The words typed into the line of a register."""

import pytest

from desk.services.search_words import terms_of


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_a_line_without_words_narrows_nothing(text: str) -> None:
    assert terms_of(text) is None


def test_words_of_which_nothing_can_be_found_find_nothing() -> None:
    assert terms_of("——") == ()


def test_each_word_is_a_term() -> None:
    found = terms_of(" plumber  kitchen ")
    assert found is not None
    assert len(found) == 2
