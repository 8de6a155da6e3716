"""The chart of bars: on every paper, however many bars there are."""

from dataclasses import replace
from itertools import pairwise

import pytest

from desk.printing.chart import MOST_BARS, Bar, BarChart, Group, Spot
from desk.printing.ops import Box, Glyphs, Squares
from desk.printing.packed import pack, unpack
from desk.printing.papers import PAPERS
from desk.printing.pen import Hand

WIDTH = 480.0


def chart(groups: int, bars: int, part: float | None = 0.5) -> BarChart:
    every = tuple(Bar(str(number + 1), part, "99.9") for number in range(bars))
    titled = tuple(Group(f"及時率 {number}", every) for number in range(groups))
    return BarChart(Hand.of(PAPERS["A4"], "zh_Hant"), WIDTH, titled)


def test_the_last_bar_of_a_group_is_filled_and_the_others_are_outlined() -> None:
    ops = chart(4, 3).page().ops
    assert sum(isinstance(op, Squares) for op in ops) == 4
    assert sum(isinstance(op, Box) for op in ops) == 8


@pytest.mark.parametrize("part", [None, 0.0])
def test_nothing_has_no_bar_but_its_words(part: float | None) -> None:
    ops = chart(1, 2, part).page().ops
    assert not any(isinstance(op, Squares | Box) for op in ops)
    assert sum(isinstance(op, Glyphs) and op.text == "99.9" for op in ops) == 2


@pytest.mark.parametrize("bars", [1, 2, 3, 6, 12, 30])
def test_everything_stands_on_the_page_and_no_two_words_touch(bars: int) -> None:
    page = chart(4, bars).page()
    spans = []
    hand = Hand.of(PAPERS["A4"], "zh_Hant")
    for op in page.ops:
        if isinstance(op, Glyphs):
            wide = hand.regular.width(op.text, op.size)
            assert 0 <= op.x <= op.x + wide <= page.width
            assert 0 <= op.y < page.height
            spans.append((round(op.y, 1), op.x, op.x + wide))
    spans.sort()
    for (y, _start, end), (other, start, _end) in pairwise(spans):
        assert y != other or end <= start + 0.01


@pytest.mark.parametrize("bars", [1, 3, 12, 30])
def test_every_group_and_every_bar_that_is_shown_has_its_spot(bars: int) -> None:
    drawn = chart(4, bars)
    spots, page = drawn.spots(), drawn.page()
    assert sum(one.bar is None for one in spots) == 4
    assert {one.bar for one in spots} == {None, *range(max(0, bars - MOST_BARS), bars)}
    for op in page.ops:
        if isinstance(op, Box | Squares):
            x, y, wide, tall = (op.x, op.y, op.w, op.h) if isinstance(op, Box) else op.rectangles[0]
            over = page.height - y - tall
            held = [one for one in spots if _holds(one, (x, over, wide, tall))]
            assert len(held) == 1


def _holds(spot: Spot, place: tuple[float, float, float, float]) -> bool:
    left, top, wide, tall = place
    across = spot.left <= left and left + wide <= spot.left + spot.width
    return across and spot.top <= top and top + tall <= spot.top + spot.height


def test_of_many_bars_the_latest_are_shown() -> None:
    texts = [op.text for op in chart(1, 30).page().ops if isinstance(op, Glyphs)]
    assert sum(text == "99.9" for text in texts) == MOST_BARS
    assert "30" in texts
    assert "18" not in texts


def test_more_than_a_whole_is_no_taller_than_a_whole() -> None:
    (whole,), (more,) = (
        [op for op in chart(1, 1, part).page().ops if isinstance(op, Squares)]
        for part in (1.0, 1.7)
    )
    assert whole == more


def test_a_chart_parts_between_its_rows() -> None:
    tall = chart(12, 3)
    parts = tall.split(tall.height() * 0.7)
    assert parts is not None
    first, rest = parts
    assert first.groups + rest.groups == tall.groups
    assert first.height() <= tall.height() * 0.7
    assert tall.split(10.0) is None
    assert tall.split(tall.height()) is None
    assert replace(tall, groups=()).height() == 0


def test_a_chart_packs_like_every_drawing() -> None:
    page = chart(4, 3).page()
    assert unpack(pack([page])) == [page]


def test_a_year_has_room_for_two_rates_beside_one_another() -> None:
    bars = tuple(Bar(str(number + 1), 1.0, "100") for number in range(12))
    titled = tuple(Group("及時率", bars) for _number in range(4))
    assert BarChart(Hand.of(PAPERS["A4"], "zh_Hant"), WIDTH, titled).beside == 2
