"""The one door for text from outside."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.clean import clean_line, clean_text, too_long
from desk.domain.reasons import Reason
from desk.errors import RuleRefused

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  陳大文 \t", "陳大文"),
        ("陳\x00大\x1b文", "陳大文"),
        ("陳\u202e大文\u202c", "陳大文"),
        ("\u2066陳大文\u2069", "陳大文"),
        ("\ufeff陳\u200b大文\u200e", "陳大文"),
        ("陳\ud800大文", "陳大文"),
        ("Jose\u0301", "José"),
        ("ＡＢＣ１２", "ＡＢＣ１２"),
        ("①㈱ﬁ", "①㈱ﬁ"),
        ("line\r\nline\u2028line", "line line line"),
        ("a \u3000 b", "a b"),
        ("葛\U000e0100城", "葛\U000e0100城"),
        ("👩\u200d🔧", "👩\u200d🔧"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("\u200d陳\u200c", "陳"),
        ("<b>&amp;</b> <img src=x>", "<b>&amp;</b> <img src=x>"),
        ("𠮷野家", "𠮷野家"),
        ("", ""),
        ("\x00\u202e\ud83d", ""),
    ],
)
def test_a_line_keeps_what_can_be_read(written: str, kept: str) -> None:
    assert clean_line(written) == kept


def test_a_text_keeps_its_lines() -> None:
    written = "\r\n 一 \r\n二\t\r三\x85\n\n\n\n四 \u202e"
    assert clean_text(written) == "一\n二\n三\n\n四"


def test_compatibility_characters_of_a_name_stay_as_they_were_written() -> None:
    assert clean_line("ｱﾞ㊟") == "ｱﾞ㊟"


@pytest.mark.parametrize("clean", [clean_line, clean_text])
def test_what_is_too_long_is_refused_and_never_cut(clean) -> None:  # noqa: ANN001
    assert clean("字" * 20, 20) == "字" * 20
    with pytest.raises(RuleRefused) as refused:
        clean("字" * 21, 20, "request")
    assert refused.value.reasons == (
        Reason("text.too_long", "request", {"limit": 20, "length": 21}),
    )


def test_what_is_dropped_does_not_count() -> None:
    assert clean_line("\x00" * 100 + "字" * 20, 20) == "字" * 20


@pytest.mark.parametrize("junk", ["字", "\x00", "\u202e", " ", "\n", "\u0301", "\u200d"])
@pytest.mark.parametrize("clean", [clean_line, clean_text])
def test_five_million_characters_are_refused_at_once(clean, junk: str) -> None:  # noqa: ANN001
    flood = junk * 5_000_000
    started = time.perf_counter()
    with pytest.raises(RuleRefused) as refused:
        clean(flood)
    assert time.perf_counter() - started < 0.05
    assert refused.value.reasons[0].parameters["length"] == 5_000_000


def test_the_longest_text_that_is_looked_at_is_cleaned_at_once() -> None:
    for junk in ("\u200d ", " \n", "\u0301", "\u202e字", "\r"):
        flood = junk * (16_000 // len(junk))
        started = time.perf_counter()
        assert len(clean_text(flood, 16_000)) <= 16_000
        assert time.perf_counter() - started < 0.2


@given(ANYTHING)
def test_what_has_passed_the_door_passes_it_unchanged(written: str) -> None:
    for clean in (clean_line, clean_text):
        kept = clean(written, 100_000)
        assert clean(kept, 100_000) == kept


@given(ANYTHING)
def test_nothing_harmful_passes_the_door(written: str) -> None:
    kept = clean_text(written, 100_000)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert unicodedata.is_normalized("NFC", kept)
    harmful = {"Cc", "Cs"}
    assert not {unicodedata.category(char) for char in kept.replace("\n", "")} & harmful
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff") & set(kept)


@given(st.text("陳大文abc，。!<>&'\"%;-"))
def test_ordinary_text_is_left_alone(written: str) -> None:
    assert clean_text(written) == written


def test_a_text_within_its_limit_gives_no_reason() -> None:
    assert too_long("字" * 5, 5) == ()
