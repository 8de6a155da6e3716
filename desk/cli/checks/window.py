"""The entrance is made, shown, spoken in every language, closed and freed."""

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desk.cli.checks import need
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.i18n import LANGUAGES, _, language
from desk.ui.kit.retranslate import speak
from desk.ui.kit.theme import dress
from desk.ui.shell.entrance import Entrance
from desk.ui.shell.sign_in import SignInWindow


def check(folder: Path) -> None:
    """The first window anybody sees, on a folder that is not opened."""
    before = qInstallMessageHandler(_keep_silent)
    try:
        _make_and_free(folder)
    finally:
        qInstallMessageHandler(before)


def _make_and_free(folder: Path) -> None:
    app = QApplication.instance() or QApplication(["desk"])
    need(isinstance(app, QApplication), _("there is no window system"))
    assert isinstance(app, QApplication)
    spoken = language()
    dress(app, spoken)
    window = SignInWindow(Entrance(DataFolder(folder), SystemClock()))
    trace = weakref.ref(window)
    window.show()
    for code in LANGUAGES:
        speak(app, code)
        app.processEvents()
        need(not window.grab().isNull(), _("nothing was drawn"))
    speak(app, spoken)
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    need(trace() is None, _("a closed window stayed in memory"))


def _keep_silent(_kind: QtMsgType, _place: object, _words: str) -> None:
    """What Qt remarks on a display without a screen is no failure."""
