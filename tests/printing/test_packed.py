"""Pages packed and unpacked: exactly what was drawn, or a refusal."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.printing.forms import complaint_record, complaint_sheet
from desk.printing.ops import Box, Glyphs, Line, Op, Page, Polyline, Squares, Turned
from desk.printing.packed import pack, unpack
from desk.printing.paint import paint
from tests.printing.case_samples import record
from tests.printing.samples import filled, handled

numbers = st.floats(allow_nan=False, allow_infinity=False)
words = st.text(st.characters(exclude_categories=["Cs"]))
glyphs = st.builds(Glyphs, numbers, numbers, words, numbers, words, numbers)
ops: st.SearchStrategy[Op] = st.one_of(
    glyphs,
    st.builds(Turned, numbers, numbers, numbers, numbers, st.lists(glyphs, max_size=3).map(tuple)),
    st.builds(Line, numbers, numbers, numbers, numbers, numbers, st.booleans()),
    st.builds(Box, numbers, numbers, numbers, numbers, numbers),
    st.builds(
        Polyline, st.lists(st.tuples(numbers, numbers), min_size=1, max_size=4).map(tuple), numbers
    ),
    st.builds(
        Squares, st.lists(st.tuples(numbers, numbers, numbers, numbers), max_size=4).map(tuple)
    ),
)
pages = st.lists(
    st.builds(Page, numbers, numbers, st.lists(ops, max_size=8)), min_size=1, max_size=3
)


@given(pages)
def test_what_was_packed_comes_out_as_it_was(laid: list[Page]) -> None:
    again = unpack(pack(laid))
    assert again == laid
    assert repr(again) == repr(laid)
    assert pack(again) == pack(laid)


def test_a_print_is_kept_in_few_bytes() -> None:
    one = complaint_sheet.FORM.pages(filled("zh_Hant"), "zh_Hant")
    many = complaint_sheet.FORM.pages(handled("zh_Hant"), "zh_Hant")
    tables = complaint_record.FORM.pages(record("zh_Hant"), "zh_Hant", paper="241x279")
    assert len(pack(one)) < 6_000
    assert len(pack(many)) < 6_000 * len(many)
    assert len(pack(tables)) < 6_000 * len(tables)


def test_an_unpacked_print_is_the_same_file() -> None:
    form, data = complaint_sheet.FORM, filled("zh_Hant")
    about = form.about(data, "zh_Hant")
    again = unpack(pack(form.pages(data, "zh_Hant")))
    assert paint(again, about) == form.build(data, "zh_Hant")


@pytest.mark.parametrize("at", range(0, 2_000, 37))
def test_one_flipped_bit_is_refused(at: int) -> None:
    packed = bytearray(pack(complaint_sheet.FORM.pages(filled("zh_Hans"), "zh_Hans")))
    packed[at % len(packed)] ^= 1 << at % 8
    with pytest.raises(ValueError):
        unpack(bytes(packed))


def test_what_is_cut_off_or_goes_on_is_refused() -> None:
    packed = pack(complaint_sheet.FORM.pages(filled("en"), "en"))
    for damaged in (b"", packed[:-1], packed[:40], packed + b"x", b"%PDF-1.4", packed[3:]):
        with pytest.raises(ValueError):
            unpack(damaged)


@pytest.mark.parametrize(
    "told",
    [
        "{}",
        "[[1,2]]",
        "[[1,2,[[]]]]",
        '[[1,2,[["x",1]]]]',
        '[[1,2,[["b",1,2,3,4]]]]',
        '[[1,2,[["b",1,2,3,4,5,6]]]]',
        '[[1,2,[["b",1,2,3,4,"5"]]]]',
        '[[1,2,[["g",1,2,"F",9,7,0.0]]]]',
        '[[1,2,[["l",1,2,3,4,5,1]]]]',
        '[[1,2,[["p",[[1]],2]]]]',
        '[[1,2,[["s",[[1,2,3]]]]]]',
        '[[1,2,[["t",1,2,3,4,[[1]]]]]]',
        '[["1",2,[]]]',
        "[[NaN,2,[]]]",
        "[[true,2,[]]]",
        "[[1e999,2,[]]]",
        f"[[1{'0' * 400},2,[]]]",
        "[]",
        '[[1,2,[["p",[],2]]]]',
        "[" * 5_000,
        "no json",
    ],
)
def test_what_is_no_page_is_refused(told: str) -> None:
    way = pack([]).partition(b"\n")[0] + b"\n"
    with pytest.raises(ValueError):
        unpack(way + zlib.compress(told.encode()))


def test_a_bomb_is_not_blown_up() -> None:
    way = pack([]).partition(b"\n")[0] + b"\n"
    with pytest.raises(ValueError, match="too many"):
        unpack(way + zlib.compress(b" " * (65 * 1024 * 1024)))
