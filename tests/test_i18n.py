"""The language spoken, and who hears it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from desk import i18n


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two small compiled catalogues in place of the program's own."""
    for language, words in {"zh_Hant": ("列印", "開啟"), "zh_Hans": ("打印", "打开")}.items():
        catalogue = Catalog(locale=language)
        catalogue.add("Print", words[0])
        catalogue.add("Open", "未結", context="state")
        catalogue.add("Open", words[1], context="deed")
        catalogue.add(("{n} day", "{n} days"), ("{n} 天",))
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with (folder / "desk.mo").open("wb") as stream:
            write_mo(stream, catalogue)
    taiwan = Catalog(locale="zh_Hant_TW")
    taiwan.add("Open", "啟用", context="deed")
    (tmp_path / "zh_Hant_TW" / "LC_MESSAGES").mkdir(parents=True)
    with (tmp_path / "zh_Hant_TW" / "LC_MESSAGES" / "desk.mo").open("wb") as stream:
        write_mo(stream, taiwan)
    monkeypatch.setattr(i18n, "translations_folder", lambda: tmp_path)
    i18n._catalogue.cache_clear()
    yield tmp_path
    i18n._catalogue.cache_clear()


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Print"), ("zh_Hant", "列印"), ("zh_Hans", "打印")]
)
def test_each_language_has_its_own_word(catalogues: Path, language: str, word: str) -> None:
    i18n.use(language)
    assert i18n._("Print") == word


def test_a_word_with_two_meanings_is_told_apart_by_its_context(catalogues: Path) -> None:
    i18n.use("zh_Hant")
    assert i18n.pgettext("state", "Open") == "未結"
    assert i18n.pgettext("deed", "Open") == "開啟"
    assert i18n.pgettext("unknown", "Open") == "Open"


def test_a_count_chooses_its_form(catalogues: Path) -> None:
    forms = [i18n.ngettext("{n} day", "{n} days", count) for count in (1, 2)]
    assert forms == ["{n} day", "{n} days"]
    i18n.use("zh_Hans")
    assert i18n.ngettext("{n} day", "{n} days", 1) == "{n} 天"


def test_paper_speaks_another_language_while_the_window_keeps_its_own(catalogues: Path) -> None:
    i18n.use("zh_Hant")
    with i18n.speaking("zh_Hans"):
        assert i18n._("Print") == "打印"
        with i18n.speaking("en"):
            assert i18n._("Print") == "Print"
        assert i18n.language() == "zh_Hans"
    assert i18n._("Print") == "列印"


def test_the_language_of_the_window_comes_back_after_an_error(catalogues: Path) -> None:
    i18n.use("zh_Hant")
    with pytest.raises(OSError, match="printer"), i18n.speaking("zh_Hans"):
        raise OSError("printer")
    assert i18n.language() == "zh_Hant"


def test_another_thread_speaks_the_language_of_the_process(catalogues: Path) -> None:
    heard: list[str] = []
    i18n.use("zh_Hant")
    with i18n.speaking("zh_Hans"):
        thread = threading.Thread(target=lambda: heard.append(i18n._("Print")))
        thread.start()
        thread.join()
    assert heard == ["列印"]


def test_a_change_of_language_inside_a_block_waits_for_its_end(catalogues: Path) -> None:
    with i18n.speaking("zh_Hans"):
        i18n.use("zh_Hant")
        assert i18n.language() == "zh_Hans"
    assert i18n.language() == "zh_Hant"


def test_a_language_we_lack_is_refused_and_changes_nothing() -> None:
    with pytest.raises(ValueError, match="fr"):
        i18n.use("fr")
    with pytest.raises(ValueError, match="fr"), i18n.speaking("fr"):
        pass
    assert i18n.language() == "en"


def test_a_tree_without_compiled_catalogues_speaks_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "translations_folder", lambda: tmp_path)
    i18n._catalogue.cache_clear()
    i18n.use("zh_Hant")
    assert i18n._("Print") == "Print"
    i18n._catalogue.cache_clear()


def test_an_estate_of_taiwan_is_served_in_its_own_words(catalogues: Path) -> None:
    i18n.use("zh_Hant")
    assert i18n.pgettext("deed", "Open") == "開啟"
    i18n.serve("TW")
    assert i18n.pgettext("deed", "Open") == "啟用"
    assert i18n._("Print") == "列印"
    assert i18n.ngettext("{n} day", "{n} days", 2) == "{n} 天"
    assert i18n.language() == "zh_Hant"


@pytest.mark.parametrize(("language", "word"), [("zh_Hans", "打开"), ("en", "Open")])
def test_the_region_changes_no_other_language(catalogues: Path, language: str, word: str) -> None:
    i18n.use(language)
    i18n.serve("TW")
    assert i18n.pgettext("deed", "Open") == word


@pytest.mark.parametrize("region", ["HK", "CN", ""])
def test_elsewhere_the_traditional_words_are_those_of_hong_kong(
    catalogues: Path, region: str
) -> None:
    i18n.use("zh_Hant")
    i18n.serve(region)
    assert i18n.pgettext("deed", "Open") == "開啟"


def test_a_paper_names_the_region_of_its_estate(catalogues: Path) -> None:
    i18n.use("zh_Hant")
    i18n.serve("HK")
    with i18n.speaking("zh_Hant", "TW"):
        assert i18n.pgettext("deed", "Open") == "啟用"
        with i18n.speaking("zh_Hant"):
            assert i18n.pgettext("deed", "Open") == "啟用"
        with i18n.speaking("zh_Hant", "HK"):
            assert i18n.pgettext("deed", "Open") == "開啟"
    assert i18n.pgettext("deed", "Open") == "開啟"


def test_an_empty_text_stays_empty_in_every_language(catalogues: Path) -> None:
    i18n.use("zh_Hant")
    assert i18n._("") == ""


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_TW.UTF-8", "zh_Hant"),
        ("zh-HK", "zh_Hant"),
        ("zh_MO", "zh_Hant"),
        ("zh-Hant-HK", "zh_Hant"),
        ("zh_CN.GB18030", "zh_Hans"),
        ("zh_SG", "zh_Hans"),
        ("zh-Hans-CN", "zh_Hans"),
        ("zh", "zh_Hans"),
        ("en_GB.UTF-8", "en"),
        ("C", "en"),
        ("", "en"),
    ],
)
def test_a_system_locale_suggests_a_language(locale: str, language: str) -> None:
    assert i18n.language_for(locale) == language
