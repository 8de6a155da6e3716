"""Messages: dangerous questions default to Cancel, texts stay plain, notes pass."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desk.domain.reasons import Reason
from desk.errors import DeskError, EnvironmentFault, NotFound, RuleRefused, StaleRecord
from desk.i18n import _
from desk.ui.kit.faults import fault_words
from desk.ui.kit.notify import ask, hush, question_box, say
from desk.ui.kit.toast import Toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_a_dangerous_question_defaults_to_cancel(window: QWidget, language: str) -> None:
    box, deed = question_box(window, "Discard <b>it</b>?", "Discard")
    assert box.defaultButton().text() == box.escapeButton().text() == _("Cancel")
    assert not deed.autoDefault()
    assert box.textFormat() == Qt.TextFormat.PlainText
    box.deleteLater()


@pytest.mark.parametrize(
    ("key", "agreed"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False)]
)
def test_enter_and_escape_both_mean_cancel(
    window: QWidget, qtbot: QtBot, key: Qt.Key, agreed: bool
) -> None:
    def press() -> None:
        qtbot.keyClick(QApplication.activeModalWidget(), key)

    QTimer.singleShot(50, press)
    assert ask(window, "Discard?", "Discard") is agreed


def test_the_deed_happens_when_its_own_button_is_pressed(window: QWidget) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if button.text() == "Discard").click()

    QTimer.singleShot(50, press)
    assert ask(window, "Discard?", "Discard")


def test_a_note_passes_by_and_takes_neither_focus_nor_mouse(window: QWidget) -> None:
    say(window, "Saved <b>")
    toast = window.findChild(Toast)
    assert toast is not None
    assert toast.text == "Saved <b>"
    assert toast.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert toast.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    say(window, "Printed")
    assert len(window.findChildren(Toast)) == 1
    hush(window)
    assert toast.text == ""


@pytest.mark.parametrize(
    "fault",
    [
        RuleRefused([Reason("sign_in.refused"), Reason("never.heard.of")]),
        EnvironmentFault("storage.disk_full"),
        StaleRecord("reception", by="李小姐"),
        NotFound("reception", "R2026-000001"),
        DeskError(),
    ],
)
def test_every_fault_has_words(fault: DeskError, language: str) -> None:
    assert len(fault_words(fault)) > 5


def test_one_file_alone_has_message_boxes_and_one_alone_has_threads() -> None:
    folder = Path(__file__).parents[3] / "desk" / "ui"
    boxes, threads = set(), set()
    for path in folder.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if "QMessageBox" in source:
            boxes.add(path.name)
        if "QThread" in source or "import threading" in source or "concurrent" in source:
            threads.add(path.name)
    assert boxes == {"notify.py"}
    assert threads == {"tasks.py"}
