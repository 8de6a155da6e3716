"""A dialog stays within its room, and takes what it wants where there is enough."""

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.kit.fit import fit


def test_a_dialog_is_no_larger_than_screen_or_window(qtbot: QtBot) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(300, 200)
    dialog = QDialog(behind)
    fit(dialog, 9_000, 9_000)
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() < room.height()


def test_a_dialog_takes_what_it_wants_where_there_is_room(qtbot: QtBot) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1366, 768)
    dialog = QDialog(behind)
    fit(dialog, 1180, 700)
    assert (dialog.width(), dialog.height()) == (1180, 700)
