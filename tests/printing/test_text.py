"""Chinese line breaking holds its rules on any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.printing.text import NO_END, NO_START, WHOLE, balanced_lines, break_lines

CLOSING = "，。、；：？！）》」』】〕…—％"
OPENING = "（《「『【〔“‘"
LETTERS = "投訴意見表管理處電梯住戶"
MIXED = st.text(alphabet=CLOSING + OPENING + LETTERS + "abcXYZ019@.-_ \n　𠮷𪚥", max_size=200)


def measure(char: str) -> float:
    """One em for an ideograph, half for a Latin letter."""
    return 1.0 if char >= "\u2000" else 0.5


def width_of(text: str) -> float:
    return sum(map(measure, text))


@given(MIXED, st.floats(1, 40))
@settings(deadline=None, max_examples=400)
def test_no_character_is_lost_and_none_is_added(text: str, width: float) -> None:
    assert "".join(break_lines(text, width, measure)) == text.replace("\n", "")


@given(MIXED, st.floats(1, 40))
@settings(deadline=None, max_examples=400)
def test_no_line_is_wider_than_the_paper_but_for_blanks_that_hang(text: str, width: float) -> None:
    for line in break_lines(text, width, measure):
        assert width_of(line.rstrip(" ")) <= width + 1e-6


@given(st.text(alphabet=CLOSING + OPENING + LETTERS, max_size=200), st.integers(12, 40))
@settings(deadline=None, max_examples=400)
def test_no_line_starts_with_closing_or_ends_with_opening_punctuation_where_that_can_be_helped(
    text: str, width: int
) -> None:
    lines = break_lines(text, width, measure)
    for before, after in pairwise(lines):
        allowed = not (set(after[0]) & NO_START) and not (set(before[-1]) & NO_END)
        assert allowed or _is_all_glued(before)


def _is_all_glued(line: str) -> bool:
    """Whether the line has no place at all where it could have ended instead."""
    return all(after in NO_START or before in NO_END for before, after in pairwise(line))


@pytest.mark.parametrize("char", sorted(NO_START))
def test_a_closing_mark_is_carried_with_the_character_before_it(char: str) -> None:
    assert break_lines("電梯壞了" + char, 4, measure)[-1] == "了" + char


@pytest.mark.parametrize("char", sorted(NO_END))
def test_an_opening_mark_is_carried_to_the_line_it_opens(char: str) -> None:
    lines = break_lines("電梯壞" + char + "了了了", 4, measure)
    assert lines[0].rstrip() == "電梯壞"
    assert lines[1].startswith(char)


@pytest.mark.parametrize("char", sorted(WHOLE))
def test_a_doubled_dash_or_ellipsis_is_never_parted(char: str) -> None:
    assert break_lines("電梯壞" + char * 2 + "了", 4, measure) == ["電梯", "壞" + char * 2 + "了"]


@pytest.mark.parametrize(
    "word", ["hello", "kwok.family@example.com", "12,345.67", "2026-11-21", "don’t", "A/C"]
)
def test_a_latin_word_wraps_whole(word: str) -> None:
    text = f"住戶的電郵是{word}請回覆"
    lines = break_lines(text, 13, measure)
    assert sum(word in line for line in lines) == 1
    assert "".join(lines) == text


def test_a_word_longer_than_the_line_is_cut_by_character_and_starts_on_its_own_line() -> None:
    lines = break_lines("見" + "x" * 25, 5, measure)
    assert lines == ["見", "x" * 10, "x" * 10, "x" * 5]


def test_blanks_at_the_end_of_a_line_hang_and_do_not_start_the_next() -> None:
    assert break_lines("aaaa bbbb  cccc", 2, measure) == ["aaaa ", "bbbb  ", "cccc"]


def test_a_blank_does_not_let_a_closing_mark_start_a_line() -> None:
    assert break_lines("電梯 ，壞", 3, measure)[1][0] != "，"


def test_a_no_break_space_holds_two_words_together() -> None:
    assert break_lines("住戶 10\u00a0000 元", 4, measure) == ["住戶 ", "10\u00a0000 ", "元"]


def test_a_no_break_space_holds_ideographs_together() -> None:
    assert break_lines("住戶十\u00a0元", 4, measure) == ["住戶", "十\u00a0元"]


def test_a_variation_selector_stays_with_its_ideograph() -> None:
    lines = break_lines("電梯葛\U000e0100城", 3, measure)
    assert not any(line.startswith("\U000e0100") for line in lines)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_every_newline_that_was_typed_is_kept(newline: str) -> None:
    assert break_lines(f"一{newline}{newline}二", 9, measure) == ["一", "", "二"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert break_lines("", 9, measure) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "電梯（三號機）於「昨晚」停機……住戶說：“沒有人來”，聯絡 someone@example.com。" * 2500,
        "x" * 100_000,
        "（" * 100_000,
        "。" * 100_000,
        " " * 100_000,
        "\u200d" * 100_000,
    ],
    ids=["prose", "word", "opening", "closing", "blanks", "joiners"],
)
def test_a_hundred_thousand_characters_break_in_linear_time(text: str) -> None:
    def seconds(characters: int) -> float:
        start = time.perf_counter()
        break_lines(text[:characters], 37, measure)
        return time.perf_counter() - start

    seconds(1_000)
    assert seconds(100_000) < 30 * max(seconds(10_000), 0.005)


@given(st.text(alphabet=LETTERS + "，（ab ", min_size=1, max_size=30), st.integers(3, 12))
@settings(deadline=None)
def test_balanced_lines_are_no_more_and_no_wider(text: str, width: int) -> None:
    lines = balanced_lines(text, width, measure)
    assert len(lines) == len(break_lines(text, width, measure))
    assert "".join(lines) == text
    assert all(width_of(line.rstrip(" ")) <= width + 1e-6 for line in lines)


def test_a_label_does_not_leave_one_character_alone() -> None:
    assert balanced_lines("被投訴人或部門", 6, measure) == ["被投訴人", "或部門"]
