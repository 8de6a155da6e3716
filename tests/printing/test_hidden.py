"""What must not be seen is taken out of kept pages, or they are not shown."""

import pytest

from desk.printing.hidden import hidden
from desk.printing.ops import Glyphs, Line, Page, Turned

INSTEAD = {"9123 4567": "9123 ****", "91234567": "9123****"}


def piece(text: str) -> Glyphs:
    return Glyphs(10.0, 20.0, "song", 9.0, text)


def test_words_are_replaced_and_nothing_else_is_touched() -> None:
    line = Line(0, 0, 10, 10, 0.5)
    page = Page(100, 200, [line, piece("電話 9123 4567 / 91234567"), piece("2026")])
    (found,) = hidden([page], INSTEAD)
    assert found == Page(100, 200, [line, piece("電話 9123 **** / 9123****"), piece("2026")])
    assert page.ops[1] == piece("電話 9123 4567 / 91234567")


def test_turned_words_are_replaced_too() -> None:
    page = Page(100, 200, [Turned(1, 2, 45, 0, (piece("91234567"),))])
    (found,) = hidden([page], INSTEAD)
    assert found.ops == [Turned(1, 2, 45, 0, (piece("9123****"),))]


@pytest.mark.parametrize("pieces", [("9123", "4567"), ("9123 ", "4567"), ("電話9123", "4567止")])
def test_pages_in_which_it_stands_across_pieces_are_refused(pieces: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="across pieces"):
        hidden([Page(100, 200, [piece(one) for one in pieces])], INSTEAD)


def test_without_anything_to_hide_the_pages_are_as_they_were() -> None:
    page = Page(100, 200, [piece("9123 4567")])
    assert hidden([page], {}) == [page]
