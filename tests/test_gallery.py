"""Every window of the program in each Chinese script: it can be shown, and it speaks the script."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMainWindow, QMenu, QWidget

from desk import i18n, ui
from desk.config import translations_folder
from desk.ui.kit.block import Column
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.retranslate import speak
from desk.ui.kit.shell_page import ShellPage
from desk.ui.shell.lock_cover import LockCover
from desk.ui.shell.main_window import MainWindow
from desk.ui.shell.threshold import Threshold
from desk.wording import LABELS
from tests.gallery.estates import SCRIPTS, Script, build
from tests.gallery.scenes import SCENES
from tests.gallery.stage import SIZE, Stage, staged
from tests.ui.walk import visible_words

WINDOWS = (QDialog, QMainWindow, Threshold, LockCover, ShellPage, RecordForm, Column)
OURS_IN_ENGLISH = {"English"}
LOGINS = {"admin", "general_manager", "manager", "quality", "reception", "reception2", "supervisor"}


class Shown(NamedTuple):
    """What the scenes of a script came to."""

    faults: list[str]
    kinds: set[type]
    places: set[str]


CHINESE = [script for script in SCRIPTS if script.name in {"zh_Hant", "zh_Hans"}]


@pytest.fixture(scope="module")
def played() -> dict[str, Shown]:
    """What was seen, by script: in whatever order the tests run, each script plays once."""
    return {}


@pytest.fixture(params=CHINESE, ids=[script.name for script in CHINESE])
def shown(
    request: pytest.FixtureRequest,
    played: dict[str, Shown],
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
) -> Shown:
    """Every scene was played once in this script."""
    script: Script = request.param
    if script.name not in played:
        played[script.name] = _play(qapp, script, tmp_path_factory.mktemp(script.name))
        speak(qapp, "en")
    return played[script.name]


def _play(app: QApplication, script: Script, place: Path) -> Shown:
    estate = build(script, place / "estate")
    told = Shown([], set(), set())
    english = untranslated(script.language)
    for name, scene in SCENES.items():
        with staged(app, estate, place / name) as stage:
            scene(stage)
            _look(stage, name, english, told)
    return told


def _look(stage: Stage, name: str, english: set[str], told: Shown) -> None:
    picture = stage.picture()
    if not name.startswith("narrow") and picture.size().toTuple() != SIZE:
        told.faults.append(f"{name}: {picture.size().toTuple()}")
    told.faults.extend(f"{name}: {text}" for text in sorted(words(stage) & english))
    told.kinds.update(type(widget) for widget in stage.widgets())
    if isinstance(stage.window, MainWindow):
        told.places.add(stage.window._word)
        told.places.update(f"all:{word}" for word in stage.window._entries)


def words(stage: Stage) -> set[str]:
    """Every text that is seen or spoken, lists and menus included."""
    found: set[str] = set()
    for widget in stage.widgets():
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found.update(_cells(widget.model()))
        if isinstance(widget, QMenu):
            found.update(action.text() for action in widget.actions())
    for top in [stage.window, *(over for over, _corner in stage.over)]:
        found |= visible_words(top)
    return found


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    is_list = isinstance(model, QAbstractListModel)
    columns = range(1 if is_list else model.columnCount(QModelIndex()))
    for column in columns:
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(QModelIndex()), 30)):
        yield from (str(model.index(row, column).data() or "") for column in columns)


def untranslated(language: str) -> set[str]:
    """Every text that the catalogue of this language says otherwise, and every bare code."""
    path = translations_folder() / language / "LC_MESSAGES" / "desk.po"
    with path.open("rb") as stream:
        told = {text for one in read_po(stream) for text in _texts(one.id)}
    with i18n.speaking(language):
        marked = {text for text in told if text and i18n.gettext(text) != text}
    codes = {code for known in LABELS.values() for code in known if len(code) > 3}
    return (marked | codes) - OURS_IN_ENGLISH - LOGINS


def _texts(marked: str | tuple[str, ...]) -> tuple[str, ...]:
    return (marked,) if isinstance(marked, str) else tuple(marked)


def windows() -> set[type[QWidget]]:
    """Every class of ours that is a window, a dialog, a page or the form of a record."""
    for module in pkgutil.walk_packages(ui.__path__, "desk.ui."):
        importlib.import_module(module.name)
    found: set[type[QWidget]] = set()
    left = list(WINDOWS)
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        found.add(kind)
    return {kind for kind in found if kind.__module__.startswith("desk.") and not _is_base(kind)}


def _is_base(kind: type) -> bool:
    """Shown only as what is built on it."""
    return any(one.__module__.startswith("desk.") for one in kind.__subclasses__())


def test_every_scene_is_shown_at_its_size_and_leaves_no_english(shown: Shown) -> None:
    assert shown.faults == []


def test_every_window_dialog_page_and_form_has_a_scene(shown: Shown) -> None:
    missing = {f"{kind.__module__}.{kind.__qualname__}" for kind in windows() - shown.kinds}
    assert missing == set()


def test_every_place_on_the_rail_has_a_scene(shown: Shown) -> None:
    assert {f"all:{word}" for word in shown.places if ":" not in word} == {
        word for word in shown.places if ":" in word
    }


def test_the_walk_would_notice_a_window_without_a_scene(shown: Shown) -> None:
    class Forgotten(QDialog):
        __module__ = "desk.ui.forgotten"

    assert Forgotten in windows() - shown.kinds
    Forgotten.__module__ = __name__


def test_the_walk_would_notice_an_english_word(qapp: QApplication) -> None:
    assert {"Reception", "Save"} <= untranslated("zh_Hant")


def test_every_scene_says_what_it_shows() -> None:
    assert [name for name, scene in SCENES.items() if not (scene.__doc__ or "").strip()] == []
    assert all(Path(name).name == name for name in SCENES)
