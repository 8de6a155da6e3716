"""The line that finds words within a register: a glass before them, a cross or its key after."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from desk.i18n import _
from desk.ui.kit.icons import icon, pixmap
from desk.ui.kit.retranslate import Spoken, name
from desk.ui.kit.theme import MUTED, SMALL, sized

_MOST = 200
_SIGN = 16
_CROSS = 32


class WordsLine(Spoken, QLineEdit):
    """F7 comes here, Esc empties it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "search")
        self.setMaxLength(_MOST)
        self.setTextMargins(22, 0, 22, 0)
        self._glass = pixmap("search", MUTED, _SIGN)
        self._cross = QToolButton(self)
        self._cross.setProperty("kind", "icon")
        self._cross.setIcon(icon("close", MUTED, _SIGN))
        self._cross.setIconSize(QSize(_SIGN, _SIGN))
        self._cross.setFixedSize(_CROSS, _CROSS)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self.clear)
        self._cross.hide()
        self.textChanged.connect(self._show_cross)
        QShortcut(QKeySequence(Qt.Key.Key_F7), self).activated.connect(self.come_here)
        self.retranslate()

    def retranslate(self) -> None:
        """Name, placeholder and the cross's name."""
        self.setPlaceholderText(_("Words, room, name, number"))
        self.setAccessibleName(_("Find in the register") + " F7")
        name(self._cross, _("Clear"), _("Clear"))

    def come_here(self) -> None:
        """Take the keyboard; what stood here is replaced by typing."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the line before it closes anything else."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cross stays at the right."""
        super().resizeEvent(event)
        self._cross.move(self.width() - _CROSS - 2, (self.height() - _CROSS) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, the glass and the key."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(QPoint(9, (self.height() - _SIGN) // 2), self._glass)
        if not self.text() and not self.hasFocus():
            painter.setFont(sized(self.font(), SMALL))
            painter.setPen(QColor(MUTED))
            place = self.rect().adjusted(0, 0, -10, 0)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(place, right, "F7")
        painter.end()

    def _show_cross(self, text: str) -> None:
        self._cross.setVisible(bool(text))
