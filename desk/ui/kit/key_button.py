"""A button that shows its key and, when it is shut, says why."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desk.ui.kit.icons import icon
from desk.ui.kit.retranslate import Spoken, Words, plain
from desk.ui.kit.theme import ACCENT_DEEP, DISABLED, INK, MUTED, ON_ACCENT, SMALL, sized

_GAP = 8
_ICON = 18


class KeyButton(Spoken, QPushButton):
    """`words` and the key stand on it: `KeyButton(words, key="F8", kind="primary")`.

    The key works while the button is in an active window and visible. `kind` is "", "primary",
    "quiet" or "danger". `icon_only` keeps the words for the ear and the tooltip.
    """

    def __init__(  # noqa: PLR0913 - all but the words are named
        self,
        words: Words,
        *,
        key: str = "",
        kind: str = "",
        sign: str = "",
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._key, self._why = words, key, ""
        self._icon_only = icon_only
        self.setAutoDefault(False)
        self.setProperty("kind", kind)
        if sign:
            self.setIcon(icon(sign, ON_ACCENT if kind == "primary" else INK, _ICON))
            self.setIconSize(QSize(_ICON, _ICON))
        if key:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)  # a key that is held down does a deed but once
            shortcut.activated.connect(self._press)
        self.retranslate()

    def retranslate(self) -> None:
        """Words, spoken name and tooltip."""
        words = self._words()
        self.setText("" if self._icon_only else words)
        self.setAccessibleName(f"{words} {self._key_words()}".strip())
        self._say_why()
        self.updateGeometry()

    def shut(self, why: str) -> None:
        """Close the button and say why in the current language; "" opens it again."""
        self._why = why
        self.setEnabled(not why)
        self._say_why()

    def why_shut(self) -> str:
        """Why the button is closed, "" when it is open."""
        return self._why

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        frame = {"quiet": 20, "link": 10}.get(self.property("kind"), 28)
        return QSize(self._content_width() + frame, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It is never cut, but for a waiting form's long title."""
        hint = self.sizeHint()
        return QSize(32, hint.height()) if self.property("kind") == "aside" else hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame by the style, then icon, words and the key in a quieter ink."""
        painter = QStylePainter(self)
        option: Any = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        ink, quiet = self._inks()
        place = self.rect()
        slack = max(0, (place.width() - self._content_width()) // 2)
        left = place.left() + (min(slack, 10) if self.property("kind") == "aside" else slack)
        if not self.icon().isNull():
            mode = self.icon().Mode.Normal if self.isEnabled() else self.icon().Mode.Disabled
            top = place.top() + (place.height() - _ICON) // 2
            self.icon().paint(painter, QRect(left, top, _ICON, _ICON), mode=mode)
            left += _ICON + (_GAP if self.text() or self._key else 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if self.text():
            painter.setPen(QColor(ink))
            room = place.right() - left
            metrics = QFontMetrics(self.font())
            words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, 0, room, place.height()), flags, words)
            left += metrics.horizontalAdvance(self.text()) + _GAP
        if self._key:
            painter.setFont(sized(self.font(), SMALL))
            painter.setPen(QColor(quiet))
            painter.drawText(
                QRect(left, 0, place.width(), place.height()), flags, self._key_words()
            )

    def _inks(self) -> tuple[str, str]:
        if not self.isEnabled():
            return DISABLED, DISABLED
        kind = self.property("kind")
        if kind == "primary":
            return ON_ACCENT, "#d5dffa"
        if kind == "link":
            return ACCENT_DEEP, MUTED
        return (self.palette().buttonText().color().name() if kind == "danger" else INK), MUTED

    def _content_width(self) -> int:
        width = 0 if self.icon().isNull() else _ICON
        for words, font in (
            (self.text(), self.font()),
            (self._key_words(), sized(self.font(), SMALL)),
        ):
            if words:
                gap = _GAP if width else 0
                width += gap + QFontMetrics(font).horizontalAdvance(words)
        return width

    def _key_words(self) -> str:
        return QKeySequence(self._key).toString(QKeySequence.SequenceFormat.NativeText)

    def _say_why(self) -> None:
        tip = self._words() if self._icon_only else ""
        self.setToolTip(plain(self._why or tip))
        self.setAccessibleDescription(self._why)

    def _press(self) -> None:
        if self.isVisible() and self.isEnabled():
            self.click()


def at_left(button: KeyButton) -> QWidget:
    """A line of its own, in which the button is as wide as its words."""
    line = QWidget()
    box = QHBoxLayout(line)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(button)
    box.addStretch()
    return line
