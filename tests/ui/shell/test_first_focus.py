"""Where the keyboard is when the desk opens."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.ui.shell.main_window import MainWindow
from desk.ui.shell.registers import Clerk
from tests.ui.samples import Deeds, Pages


def test_the_desk_opens_with_the_keyboard_in_its_list(qtbot: QtBot) -> None:
    clerk = Clerk("lee", "李小姐", "receptionist")
    window = MainWindow(Pages().entries(), Deeds(), clerk, estate="翠湖花園", idle_minutes=0)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.page().isAncestorOf(focused)
    window.tasks.close()
