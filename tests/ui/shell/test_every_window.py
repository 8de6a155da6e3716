"""The whole window in every language: spoken names, plain labels, nothing left in English."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.kit.retranslate import speak
from desk.ui.shell.main_window import MainWindow
from desk.ui.shell.registers import Clerk
from tests.ui.samples import Deeds, Pages
from tests.ui.walk import guessing, unnamed, visible_words

LEE = Clerk("lee", "李小姐", "receptionist")
KEYS = re.compile(r"\b(?:Ctrl\+\w|F\d+|Esc|R\d{4}-\d+|A-?\w*|\w+花園)\b")
LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture
def window(qtbot: QtBot, language: str) -> MainWindow:
    made = MainWindow(Pages().entries(), Deeds(), LEE, estate="翠湖花園", idle_minutes=0)
    qtbot.addWidget(made)
    made.page().open_key("7")
    made.show()
    return made


def test_every_control_has_a_spoken_name(window: MainWindow) -> None:
    assert unnamed(window) == []


def test_every_label_is_plain(window: MainWindow) -> None:
    assert guessing(window) == []


@pytest.mark.parametrize("code", ["zh_Hant", "zh_Hans"])
def test_no_english_is_left_on_a_chinese_window(
    qtbot: QtBot, dressed: QApplication, code: str
) -> None:
    made = MainWindow(Pages().entries(), Deeds(), LEE, estate="翠湖花園", idle_minutes=0)
    qtbot.addWidget(made)
    made.page().open_key("7")
    speak(dressed, code)
    native = {"English"}
    left = {text for text in visible_words(made) - native if LATIN.search(KEYS.sub("", text))}
    assert left == set()


def test_the_walk_notices_a_control_without_a_name(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    line.setPlaceholderText("placeholder only")
    assert len(unnamed(window)) == 1
