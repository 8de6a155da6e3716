"""Buttons with keys and reasons, chips with shapes, icons of one stroke."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.config import resources_folder
from desk.ui.kit.chips import Chip, ChipLabel, paint_chip
from desk.ui.kit.icons import icon, pixmap
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.theme import TONES, Tone
from tests.ui.samples import words

ICONS = sorted((resources_folder() / "icons").glob("*.svg"))


def test_a_key_presses_its_button(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = KeyButton(words, key="F2", parent=window)
    window.show()
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(window, Qt.Key.Key_F2)


def test_a_shut_button_says_why_and_its_key_does_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = KeyButton(words, key="F2", parent=window)
    window.show()
    window.activateWindow()
    button.shut("Not <yet>")
    with qtbot.assertNotEmitted(button.clicked, wait=20):
        qtbot.keyClick(window, Qt.Key.Key_F2)
    assert button.accessibleDescription() == "Not <yet>"
    assert "Not &lt;yet&gt;" in button.toolTip()
    button.shut("")
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_a_button_with_an_icon_alone_still_has_a_name(qtbot: QtBot) -> None:
    button = KeyButton(words, sign="refresh", icon_only=True)
    qtbot.addWidget(button)
    assert button.text() == ""
    assert button.accessibleName() == "New"
    assert "New" in button.toolTip()


def test_enter_does_not_fire_a_button_that_has_no_focus(qtbot: QtBot) -> None:
    button = KeyButton(words)
    qtbot.addWidget(button)
    assert not button.autoDefault()


@pytest.mark.parametrize("tone", list(Tone))
def test_a_chip_is_drawn_in_its_colours(dressed: object, tone: Tone) -> None:
    image = QImage(120, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_chip(painter, QRect(0, 0, 120, 40), Chip(tone, "剩 2 小時"), painter.font())
    painter.end()
    seen = {image.pixelColor(x, y).name() for x in range(120) for y in range(40)}
    assert {TONES[tone].ink, TONES[tone].ground} <= seen


def test_the_shapes_of_all_states_differ(dressed: object) -> None:
    drawn = set()
    for tone in Tone:
        image = QImage(24, 40, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_chip(painter, QRect(0, 0, 24, 40), Chip(tone, ""), painter.font())
        painter.end()
        ink = QColor(TONES[tone].ink)
        drawn.add(tuple(image.pixelColor(x, y) == ink for x in range(24) for y in range(40)))
    assert len(drawn) == len(Tone)


def test_a_chip_is_heard_in_words(qtbot: QtBot) -> None:
    chip = ChipLabel(Chip(Tone.OVERDUE, "逾期 1 天"))
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "逾期 1 天"
    chip.show_chip(None)
    assert chip.accessibleName() == ""


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_every_icon_is_a_line_on_the_24_grid(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke="currentColor"' in source
    assert 'fill="none"' in source
    assert re.findall(r'stroke-width="([^"]+)"', source) == ["1.7"]
    assert not pixmap(path.stem).toImage().isNull()


def test_an_icon_is_tinted_and_has_a_disabled_look(dressed: object) -> None:
    made = icon("print", "#a91f19", 20)
    normal = made.pixmap(20, 20).toImage()
    disabled = made.pixmap(20, 20, made.Mode.Disabled).toImage()
    assert normal != disabled
    reds = [normal.pixelColor(x, y) for x in range(20) for y in range(20)]
    assert any(c.alpha() > 200 and c.red() > 150 and c.green() < 60 for c in reds)


def test_every_icon_that_is_asked_for_exists() -> None:
    folder = Path(__file__).parents[3] / "desk" / "ui"
    asked = set()
    for path in folder.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r'\b(?:icon|pixmap)\("(\w+)"', source))
        asked |= set(re.findall(r'\bsign="(\w+)"', source))
        asked |= set(re.findall(r'icon="(\w+)"', source))
    assert asked
    assert asked <= {path.stem for path in ICONS}
