"""The catalogues are fresh, complete, filled alike, and in the words of their offices."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("zh_Hant", "zh_Hans")
# What is read in an estate: of Hong Kong, of the mainland, of Taiwan (an overlay on the first).
READ = (*LANGUAGES, "zh_Hant_TW")
# What each script's own character set holds; Latin letters and signs are anybody's.
CHARACTER_SETS = {"zh_Hant": "big5", "zh_Hans": "gb2312", "zh_Hant_TW": "big5"}
# Characters of the other script that happen to be in the set, though not for what we mean.
GIVEAWAYS = {"zh_Hant": "后里干", "zh_Hans": "於著乾", "zh_Hant_TW": "后里干"}
HAN = re.compile(r"[\u3400-\u9fff]")
ENDS = {".": "。", "?": "？", "!": "！", ":": "：", "…": "…"}
ABBREVIATED = re.compile(r"\bno\.$", re.IGNORECASE)
HALF_WIDTH = re.compile(r"[\u3400-\u9fff][,;:?!]|[,;:?!][\u3400-\u9fff]")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging/catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(message: Message) -> str:
    string = message.string
    return " ".join(string) if isinstance(string, tuple) else str(string)


def singular(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else str(message.id)


def messages(tool: ModuleType, language: str) -> list[Message]:
    """The messages that have words; that none is left without is the first test's care.

    Of an overlay all that its reader sees: its own, and those it leaves as they are.
    """
    catalogue = tool.read(tool.catalogue_path(language), language)
    found = {key(message): message for message in tool.messages(catalogue)}
    if language in tool.OVERLAYS:
        below = messages(tool, tool.OVERLAYS[language])
        found = {key(message): message for message in below} | found
    return [message for message in found.values() if words(message).strip()]


def key(message: Message) -> tuple[str, str]:
    return message.context or "", singular(message)


def test_the_catalogues_are_fresh_complete_and_filled_alike(tool: ModuleType) -> None:
    assert "\n".join(tool.faults()) == ""


def strays(language: str, text: str) -> set[str]:
    """The characters of a text that the language's offices do not write."""
    kept = set(HAN.findall(text))
    legal = {char for char in kept if is_legal(char, CHARACTER_SETS[language])}
    return (kept - legal) | (kept & set(GIVEAWAYS[language]))


def is_legal(char: str, character_set: str) -> bool:
    try:
        char.encode(character_set)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("language", READ)
def test_each_catalogue_keeps_to_its_script(tool: ModuleType, language: str) -> None:
    found = {
        words(message): strays(language, words(message)) for message in messages(tool, language)
    }
    assert {text: chars for text, chars in found.items() if chars} == {}


def test_a_character_of_the_other_script_is_noticed() -> None:
    assert strays("zh_Hant", "列印开票后") == {"开", "后"}
    assert strays("zh_Hans", "打印開票於") == {"開", "於"}
    assert strays("zh_Hant", "住戶電話：A座12樓") == strays("zh_Hans", "住户电话：3栋") == set()


def test_opencc_finds_no_traditional_form_in_the_simplified_catalogue(tool: ModuleType) -> None:
    opencc = pytest.importorskip("opencc")
    to_simplified = opencc.OpenCC("t2s")
    mixed = [
        words(message)
        for message in messages(tool, "zh_Hans")
        if to_simplified.convert(words(message)) != words(message)
    ]
    assert mixed == []


def table(heading: str) -> Iterator[list[str]]:
    """The rows of one table of the glossary, without its head."""
    text = (ROOT / "translations" / "GLOSSARY.md").read_text(encoding="utf-8")
    section = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return ([cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:])


def misnamed(english: str, chinese: str, column: int) -> list[str]:
    """The terms of the glossary that stand in the English but not in the Chinese."""
    text = re.sub(r"\{[^}]*\}", "", english.lower())
    missing = []
    for row in sorted(table("Terms"), key=lambda cells: -len(cells[0])):
        pattern = rf"\b{row[0]}s?\b"
        if re.search(pattern, text):
            text = re.sub(pattern, "", text)
            if not any(word in chinese for word in row[column].split("/")):
                missing.append(row[0])
    return missing


@pytest.mark.parametrize(("column", "language"), list(enumerate(READ, start=1)))
def test_terms_are_called_what_the_glossary_calls_them(
    tool: ModuleType, column: int, language: str
) -> None:
    found = [
        f"{singular(message)} = {words(message)}: {term}"
        for message in messages(tool, language)
        for term in misnamed(singular(message), words(message), column)
    ]
    assert "\n".join(found) == ""


def test_a_term_called_otherwise_is_noticed() -> None:
    assert misnamed("Two complaints of the household", "住戶的兩項申訴", 1) == ["complaint"]
    assert misnamed("Sample estate", "示範屋苑", 1) == []


@pytest.mark.parametrize("language", READ)
def test_words_of_the_other_side_are_not_used(tool: ModuleType, language: str) -> None:
    never = dict(table("Never"))[language].split()
    assert len(never) > 10
    found = [
        f"{words(message)}: {word}"
        for message in messages(tool, language)
        for word in never
        if word in words(message)
    ]
    assert found == []


def misended(english: str, chinese: str) -> bool:
    """Whether a sentence ends in one language and not in the other, or in half-width signs."""
    ending = None if ABBREVIATED.search(english) else ENDS.get(english[-1:])
    if ending is not None and not chinese.endswith(ending):
        return True
    return (ending is None and chinese.endswith("。")) or HALF_WIDTH.search(chinese) is not None


@pytest.mark.parametrize("language", READ)
def test_sentences_end_alike_and_in_full_width(tool: ModuleType, language: str) -> None:
    found = [
        f"{singular(message)} = {words(message)}"
        for message in messages(tool, language)
        if misended(singular(message), words(message))
    ]
    assert "\n".join(found) == ""


def test_a_sentence_that_ends_otherwise_is_noticed() -> None:
    assert misended("Done.", "完成")
    assert misended("Done", "完成。")
    assert misended("Done, saved.", "完成,已儲存。")
    assert not misended("Done.", "完成。")


@pytest.fixture
def small(tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small tree with one marked file and its catalogues, brought up to date."""
    (tmp_path / "desk").mkdir()
    folder = tmp_path / "translations"
    folder.mkdir()
    (folder / "babel.cfg").write_text("[python: **.py]\nencoding = utf-8\n")
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    monkeypatch.setattr(tool, "FOLDER", folder)
    monkeypatch.setattr(tool, "TEMPLATE", folder / "desk.pot")
    say(tmp_path, '_("Print {n} sheets")\npgettext("deed", "Open")\nngettext("{n} a", "{n} b", 2)')
    tool.update()
    return tmp_path


def say(root: Path, source: str) -> None:
    (root / "desk" / "a.py").write_text(source + "\n", encoding="utf-8")


def fill(tool: ModuleType, root: Path, *rows: str) -> None:
    path = root / "table.tsv"
    path.write_text("context\tmsgid\tzh_Hant\tzh_Hans\n" + "\n".join(rows), encoding="utf-8")
    tool.merge([path])


FULL = (
    "\tPrint {n} sheets\t列印{n}張\t打印{n}张",
    "deed\tOpen\t開啟\t打开",
    "\t{n} a\t{n}項\t{n}项",
)


def test_filled_tables_make_the_catalogues_whole(tool: ModuleType, small: Path) -> None:
    assert len(list(tool.missing())) == 3
    fill(tool, small, *FULL)
    assert list(tool.faults()) == []
    assert list(tool.missing()) == []


def test_a_table_without_contexts_fills_messages_without_contexts(
    tool: ModuleType, small: Path
) -> None:
    fill(tool, small, "Print {n} sheets\t列印{n}張\t打印{n}张", "Open\t開啟\t打开")
    assert [line.split("\t")[1] for line in tool.missing()] == ["Open", "{n} a"]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("\tPrint {n} sheets\t列印張\t打印{n}张", "zh_Hant: placeholders differ"),
        ("\tPrint {n} sheets\t列印{n}張\t打印{m}张", "zh_Hans: placeholders differ"),
        ("\tPrint {n} sheets\t列印{n張\t打印{n}张", "zh_Hant: placeholders differ"),
        ("\tPrint {n} sheets\t列印{n}張 \t打印{n}张", "zh_Hant: blank at an end"),
        ("\t{n} a\t項\t{n}项", "zh_Hant: placeholders differ"),
    ],
)
def test_a_bad_translation_is_noticed(tool: ModuleType, small: Path, row: str, fault: str) -> None:
    fill(tool, small, *FULL)
    fill(tool, small, row)
    told = list(tool.faults())
    assert len(told) == 1
    assert told[0].startswith(fault)


def test_a_new_string_makes_the_catalogues_stale(tool: ModuleType, small: Path) -> None:
    fill(tool, small, *FULL)
    say(small, '_("Print {n} sheets")\npgettext("deed", "Open")\n_("New")')
    told = " ".join(tool.faults())
    assert "desk.pot: not what the source says" in told
    assert "zh_Hans: missing: 'New'" in told
    assert "zh_Hans: unused: '{n} a'" in told


def test_the_same_words_give_the_same_files(tool: ModuleType, small: Path) -> None:
    fill(tool, small, *FULL)
    before = {path: path.read_bytes() for path in small.rglob("desk.po*")}
    tool.update()
    assert {path: path.read_bytes() for path in small.rglob("desk.po*")} == before
    assert len(before) == 3


def test_catalogues_are_compiled_only_when_older(tool: ModuleType, small: Path) -> None:
    fill(tool, small, *FULL)
    assert [tool.compile_catalogues() for _time in range(2)] == [2, 0]
    made = tool.catalogue_path("zh_Hant").with_suffix(".mo")
    made.unlink()
    assert tool.compile_catalogues() == 1
    assert made.exists()


def test_a_table_with_a_wrong_line_is_refused_by_its_number(tool: ModuleType, small: Path) -> None:
    with pytest.raises(ValueError, match=r"table\.tsv, line 2: 2 columns"):
        fill(tool, small, "Open\t開啟")


def test_an_overlay_holds_what_a_region_says_otherwise_and_nothing_else(
    tool: ModuleType, small: Path
) -> None:
    fill(tool, small, *FULL)
    assert not tool.catalogue_path("zh_Hant_TW").exists()
    fill(
        tool,
        small,
        "\tPrint {n} sheets\t列印{n}張\t打印{n}张\t列印{n}頁",
        "deed\tOpen\t開啟\t打开\t開啟",
    )
    assert [words(message) for message in overlay(tool)] == ["列印{n}頁"]
    assert list(tool.faults()) == []


def overlay(tool: ModuleType) -> list[Message]:
    path = tool.catalogue_path("zh_Hant_TW")
    return list(tool.messages(tool.read(path, "zh_Hant_TW")))


OVERLAID = (*FULL, "\t{n} a\t{n}項\t{n}项\t{n}件")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("\t{n} a\t{n}件\t{n}项", "zh_Hant_TW: no other words than zh_Hant"),
        ("\t{n} a\t{n}項\t{n}项\t{m}件", "zh_Hant_TW: placeholders differ"),
    ],
)
def test_a_bad_overlay_is_noticed(tool: ModuleType, small: Path, row: str, fault: str) -> None:
    fill(tool, small, *OVERLAID)
    before = tool.catalogue_path("zh_Hant_TW").read_bytes()
    fill(tool, small, row)
    if "no other" in fault:
        tool.catalogue_path("zh_Hant_TW").write_bytes(before)
    told = list(tool.faults())
    assert len(told) == 1
    assert told[0].startswith(fault)


def test_an_overlay_loses_what_the_source_no_longer_says(tool: ModuleType, small: Path) -> None:
    fill(tool, small, *OVERLAID)
    before = tool.catalogue_path("zh_Hant_TW").read_bytes()
    say(small, '_("Print {n} sheets")\npgettext("deed", "Open")')
    tool.update()
    assert list(tool.faults()) == []
    assert overlay(tool) == []
    tool.catalogue_path("zh_Hant_TW").write_bytes(before)
    assert list(tool.faults()) == ["zh_Hant_TW: unused: '{n} a'"]


def test_an_overlay_is_compiled_with_the_others(tool: ModuleType, small: Path) -> None:
    fill(tool, small, *OVERLAID)
    assert tool.compile_catalogues() == 3
    assert tool.catalogue_path("zh_Hant_TW").with_suffix(".mo").exists()
