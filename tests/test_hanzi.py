"""Characters meet in one form, are read in every living way, and cost the start nothing."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import hanzi, hanzi_tables

ROOT = Path(__file__).resolve().parent.parent
VARIANTS = [
    "峯峰",
    "裏裡里",
    "衞衛卫",
    "户戶戸",
    "台臺",
    "羣群",
    "綫線线",
    "牀床",
    "啓啟启",
    "眞真",
    "黃黄",
    "吳吴",
    "呂吕",
    "𠮷吉",
    "寧甯宁",
    "說説说",
    "葉叶",
    "麪麵面",
    "祕秘",
    "鷄雞鸡",
    "曾曾",
    "陳陈",
    "邨村",
    "恆恒",
    "昇升",
    "錄録录",
    "溫温",
    "爲為为",
    "敎教",
    "淸清",
    "靑青",
]
ANY_HAN = st.characters(min_codepoint=0x3400, max_codepoint=0x3134A)


@pytest.mark.parametrize(
    "variants",
    VARIANTS,
)
def test_variants_of_a_character_meet(variants: str) -> None:
    assert len({hanzi.fold(char) for char in variants}) == 1


@pytest.mark.parametrize("pair", ["沈沉", "芸藝", "淼渺", "澹淡", "曾會", "王玉", "未末", "土士"])
def test_characters_that_only_look_alike_stay_apart(pair: str) -> None:
    assert hanzi.fold(pair[0]) != hanzi.fold(pair[1])


def test_a_text_of_letters_and_figures_is_left_as_it_is() -> None:
    assert hanzi.fold("Flat B, 12/F") == "Flat B, 12/F"


@given(st.text(ANY_HAN), st.text(ANY_HAN))
def test_a_part_folds_as_it_does_within_the_whole(first: str, second: str) -> None:
    assert hanzi.fold(first) + hanzi.fold(second) == hanzi.fold(first + second)
    assert len(hanzi.fold(first)) == len(first)


def test_folding_twice_is_folding_once() -> None:
    every = "".join(map(chr, range(0x3400, 0x9FFF)))
    assert hanzi.fold(hanzi.fold(every)) == hanzi.fold(every)


@pytest.mark.parametrize(
    ("chars", "spoken"),
    [
        ("曾", "zeng ceng"),
        ("單单", "shan dan chan"),
        ("仇", "qiu chou"),
        ("查", "zha cha"),
        ("區区", "ou qu"),
        ("解", "xie jie"),
        ("任", "ren"),
        ("覃", "qin tan"),
        ("冼洗", "xian"),
        ("尉", "yu wei"),
        ("遲", "chi"),
        ("長长", "zhang chang"),
        ("孫", "sun"),
        ("樂乐", "le yue"),
        ("蓋盖", "ge gai"),
        ("繁", "po fan"),
        ("翟", "zhai di"),
        ("朴", "piao pu"),
        ("秘", "bi mi"),
        ("員", "yun yuan"),
        ("黑", "he hei"),
        ("万萬", "mo wan"),
        ("乾", "qian gan"),
        ("行", "xing hang"),
        ("重", "zhong chong"),
        ("晟", "sheng cheng"),
        ("𠮷", "ji"),
        ("呂吕", "lv lu"),
        ("女", "nv nu"),
        ("〇", "ling"),
    ],
)
def test_a_character_is_read_in_every_living_way(chars: str, spoken: str) -> None:
    for char in chars:
        assert set(spoken.split()) <= set(hanzi.readings(char))


@pytest.mark.parametrize(
    ("char", "bookish"), [("方", "wang"), ("華", "kua"), ("王", "yu"), ("沈", "chen")]
)
def test_a_reading_of_old_books_is_left_out(char: str, bookish: str) -> None:
    assert bookish not in hanzi.readings(char)


def test_every_character_of_the_basic_set_of_both_scripts_is_read() -> None:
    both = {chr(point) for point in range(0x4E00, 0x9FA6)}
    common = [char for char in both if _encodes(char, "gb2312") or _encodes(char, "big5")]
    unread = {char for char in common if not hanzi.readings(char)}
    assert unread <= set("呣兙嗧兡")  # a murmur and three Japanese units


@pytest.mark.parametrize("other", ["", "a", "曾德", "，", "あ", "\U0003fff0"])
def test_what_is_not_one_character_has_no_reading(other: str) -> None:
    assert hanzi.readings(other) == ()


@pytest.mark.slow
def test_the_tables_are_what_the_libraries_give_today(tables: ModuleType) -> None:
    assert tables.TARGET.read_text(encoding="utf-8") == tables.written()


def test_no_group_of_variants_contradicts_another(tables: ModuleType) -> None:
    for group in tables.VARIANTS.split():
        assert len({hanzi.fold(char) for char in group}) == 1, group


def test_the_tables_load_late_and_the_libraries_never() -> None:
    said = _imported("from desk import hanzi; hanzi.fold('abc')")
    assert "desk.hanzi_tables" not in said
    said = _imported("from desk import hanzi; hanzi.fold('曾'); hanzi.readings('曾')")
    assert "desk.hanzi_tables" in said
    assert not {"opencc", "pypinyin"} & said


def test_the_tables_name_only_syllables_and_characters() -> None:
    assert all(letters.isascii() and letters.isalpha() for letters in hanzi_tables.READINGS)
    assert all(min(chars) >= "\u3007" for chars in hanzi_tables.READINGS.values())


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _imported(code: str) -> set[str]:
    command = f"{code}; import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", ROOT / "packaging" / "hanzi_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
