"""The line over pages: smaller, larger, fit, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.paper.page_view import PageView


class ZoomBar(QWidget):
    """Works on a `PageView`; `close_wanted` is for the window."""

    close_wanted = Signal()

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._percent = plain_label()
        self._percent.setMinimumWidth(56)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.smaller = KeyButton(_smaller_words, kind="quiet", sign="smaller", icon_only=True)
        self.larger = KeyButton(_larger_words, kind="quiet", sign="new", icon_only=True)
        self.fit = KeyButton(_fit_words, key="Ctrl+0", kind="quiet")
        self.shut = KeyButton(_close_words, key="Esc", kind="quiet")
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(4)
        for part in (self.smaller, self._percent, self.larger, self.fit):
            box.addWidget(part)
        box.addStretch()
        box.addWidget(self.shut)
        self._connect()
        self._say_zoom(view.zoom())

    def _connect(self) -> None:
        for button, deed in (
            (self.smaller, self._zoom_out),
            (self.larger, self._zoom_in),
            (self.fit, self._zoom_fit),
        ):
            button.clicked.connect(deed)
        for keys, deed in (("Ctrl+-", self._zoom_out), ("Ctrl++", self._zoom_in)):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        self.shut.clicked.connect(self.close_wanted)
        self._view.zoom_changed.connect(self._say_zoom)

    def _zoom_in(self) -> None:
        self._view.step_zoom(1)

    def _zoom_out(self) -> None:
        self._view.step_zoom(-1)

    def _zoom_fit(self) -> None:
        self._view.set_zoom(0)

    def _say_zoom(self, percent: int) -> None:
        self._percent.setText(f"{percent} %")


def _smaller_words() -> str:
    return _("Smaller")


def _larger_words() -> str:
    return _("Larger")


def _fit_words() -> str:
    return _("Fit")


def _close_words() -> str:
    return _("Close")
