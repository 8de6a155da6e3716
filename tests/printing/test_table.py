"""A table over pages: its head on each of them, every row whole, nothing lost."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.printing.flow import Section
from desk.printing.job import Title
from desk.printing.ops import Glyphs, Line, Page
from desk.printing.papers import MM, PAPERS
from desk.printing.pen import Hand
from desk.printing.rows import Rows, signer, words
from desk.printing.sheet import full_width, lay_out
from desk.printing.table import PRINTED, Column, Ruling, Table, table
from tests.printing.checks import faults, overlaps, writing
from tests.printing.samples import JOBS

HAND = Hand.of(PAPERS["A4"], "zh_Hant")
COLUMNS = (Column("序號", 1, middle=True), Column("事項", 4), Column("簽收", 2))
TITLE = Title("登記表", numbered=False)


def table_of(rows: int, ruling: Ruling = PRINTED, text: str = "電梯") -> Table:
    lines = [(str(number), f"{text}{number}號", "") for number in range(1, rows + 1)]
    return table(HAND, full_width(HAND.paper), COLUMNS, lines, ruling)


def pages_of(*sections: Section) -> list[Page]:
    return lay_out(HAND, JOBS["zh_Hant"], TITLE, sections)


def glyphs(page: Page) -> list[Glyphs]:
    return [op for op in page.ops if isinstance(op, Glyphs)]


def heights(page: Page) -> list[float]:
    """The heights of the rows, from the lines across, in millimetres."""
    edges = sorted({op.y1 for op in page.ops if isinstance(op, Line) and op.y1 == op.y2})
    return [(high - low) / MM for low, high in pairwise(edges)]


def test_the_head_stands_on_every_page_and_no_row_is_lost() -> None:
    pages = pages_of(Section("", [table_of(120)]))
    assert len(pages) > 2
    assert all("序號" in writing(page) and "簽收" in writing(page) for page in pages)
    written = " ".join(map(writing, pages))
    assert [n for n in range(1, 121) if written.count(f"電梯{n}號") != 1] == []
    assert [fault for page in pages for fault in faults(page) + overlaps(page)] == []


def test_rows_keep_their_order_over_pages() -> None:
    pages = pages_of(Section("", [table_of(90)]))
    numbers = [
        int(op.text[2:-1])
        for page in pages
        for op in page.ops
        if isinstance(op, Glyphs) and op.text.startswith("電梯")
    ]
    assert numbers == list(range(1, 91))


def test_a_row_moves_on_whole_where_it_does_not_fit() -> None:
    lines = [("1", "行\n" * 9 + "末", "")] * 12
    pages = pages_of(Section("", [table(HAND, full_width(HAND.paper), COLUMNS, lines)]))
    for page in pages:
        assert writing(page).count("行") == 9 * writing(page).count("末")


def test_a_row_higher_than_a_page_goes_on_over_pages() -> None:
    lines = [("1", "\n".join(f"第{n}行" for n in range(200)), "")]
    pages = pages_of(Section("", [table(HAND, full_width(HAND.paper), COLUMNS, lines)]))
    written = " ".join(map(writing, pages))
    assert len(pages) > 3
    assert [n for n in range(200) if f"第{n}行" not in written] == []


@given(st.lists(st.integers(0, 60), max_size=40), st.floats(40, 700))
@settings(deadline=None, max_examples=60)
def test_splitting_loses_no_line_and_keeps_to_its_room(lines: list[int], room: float) -> None:
    rows = [("甲", "\n".join("行" * n), "") for n in lines]
    whole: Table | None = table(HAND, full_width(HAND.paper), COLUMNS, rows)
    counted = 0
    while whole is not None:
        parts = whole.split(room)
        first, rest = parts if parts is not None else (whole, None)
        counted += sum(len(line.cells[1]) for line in first.lines)
        if parts is not None:
            assert first.height() <= room + 0.01
            assert first.lines
        if rest is not None and not rest.lines:
            rest = None
        whole = rest
    assert counted == sum(lines)


def test_a_table_that_fills_has_empty_rows_down_to_the_foot() -> None:
    short, filled = (
        pages_of(Section("", [table_of(3, ruling)]))
        for ruling in (Ruling(least=12), Ruling(least=12, fills=True))
    )
    assert len(heights(filled[0])) > len(heights(short[0])) + 10
    assert min(heights(filled[0])[:-1]) >= 12 - 0.01


@pytest.mark.parametrize("text", ["電梯", "電梯" + "\n困人" * 9])
def test_only_the_last_page_is_filled(text: str) -> None:
    pages = pages_of(Section("", [table_of(60, Ruling(least=12, fills=True), text)]))
    for page in pages[:-1]:
        texts = [op for op in page.ops if isinstance(op, Glyphs) and op.text.startswith("電梯")]
        assert len(texts) == len(heights(page)) - 1


def test_empty_rows_to_write_on_are_as_many_as_asked_and_high_enough() -> None:
    [page] = pages_of(Section("", [table_of(0, Ruling(least=11, blank=4))]))
    rows = heights(page)
    assert len(rows) == 5
    assert rows[:4] == pytest.approx([11] * 4)


@pytest.mark.parametrize("rows", range(20, 60))
def test_signatures_after_a_table_never_stand_alone(rows: int) -> None:
    makes = Rows(HAND, JOBS["zh_Hant"], full=True)
    signatures = Section("", makes.signatures(signer("主管")))
    pages = pages_of(Section("", [table_of(rows)]), signatures)
    last = writing(pages[-1])
    assert "主管" in last
    assert f"電梯{rows}號" in last
    assert sum(writing(page).count("電梯") for page in pages) == rows


def test_joined_cells_have_no_line_between_them_but_at_the_top_of_a_page() -> None:
    group = [("", f"第{n}行", "") for n in range(80)]
    joined = table_of(0).with_rows(group, joined=1)
    left = HAND.paper.side * MM
    for page in pages_of(Section("", [joined])):
        across = [op for op in page.ops if isinstance(op, Line) and op.y1 == op.y2]
        whole = {op.y1 for op in across if op.x1 <= left + 0.1}
        assert len(whole) == 3, "top and bottom of the grid, and the line under the head"
        assert len({op.y1 for op in across} - whole) > 5


def test_a_bold_row_is_drawn_by_the_bold_face() -> None:
    total = table_of(1).with_rows([("", "合計", "5")], bold=True)
    [page] = pages_of(Section("", [total]))
    face = {op.text: op.face for op in page.ops if isinstance(op, Glyphs)}
    assert face["合計"].endswith("Bold")
    assert face["電梯1號"].endswith("Regular")


def test_a_section_without_a_name_has_the_whole_width() -> None:
    [named], [bare] = pages_of(Section("名", [table_of(2)])), pages_of(Section("", [table_of(2)]))
    first = [
        next(op.x for op in page.ops if isinstance(op, Glyphs) and op.text == "電梯1號")
        for page in (named, bare)
    ]
    assert first[0] - first[1] == pytest.approx(HAND.paper.section * MM)


def test_two_thousand_rows_print_in_reasonable_time() -> None:
    pages = pages_of(Section("", [table_of(2000)]))
    assert len(pages) > 50


def test_a_turned_paper_is_as_large_and_binds_at_the_same_edge() -> None:
    paper = PAPERS["A4"]
    turned = paper.turned()
    assert (turned.width, turned.height) == (paper.height, paper.width)
    assert turned.top == paper.side
    assert replace(turned.turned(), code="A4") == paper


def test_figures_that_are_added_up_end_above_one_another() -> None:
    columns = (Column("項目", 3), Column("金額", 1, end=True))
    lines = [("更換水龍頭", "HK$80.00"), ("安裝冷氣機", "HK$1,480.00")]
    one = table(HAND, full_width(HAND.paper), columns, lines)
    (page,) = pages_of(Section("", [one]))
    size = HAND.paper.caption
    prices = [op for op in glyphs(page) if op.text.startswith("HK$")]
    ends = {round(op.x + HAND.regular.width(op.text, size), 1) for op in prices}
    assert len(prices) == 2
    assert len(ends) == 1


def test_a_name_too_long_for_its_part_is_read_across() -> None:
    row = Rows(HAND, JOBS["zh_Hant"]).row(words("日期", "115/11/21"))
    (low,) = pages_of(Section("時間地點", [row]))
    assert [op.text for op in glyphs(low) if op.text in ("時間", "地點")] == ["時間", "地點"]
    (high,) = pages_of(Section("時間地點", [row] * 3))
    assert [op.text for op in glyphs(high) if op.text in "時間地點"] == list("時間地點")


@pytest.mark.parametrize(("sealed", "free"), [(False, 15.0), (True, 30.0)])
def test_a_seal_has_room_where_the_page_has(sealed: bool, free: float) -> None:
    rows = Rows(HAND, JOBS["zh_Hant"])
    boxes = rows.signatures(signer("單位（蓋章）"), signer("業主"), sealed=sealed)
    (page,) = pages_of(Section("簽署", list(boxes)))
    height = max(heights(page))
    assert free < height < free + 17
