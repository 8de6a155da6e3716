"""The rail at the left: one entry per register, a count where something waits."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from desk.i18n import _, ngettext
from desk.ui.kit.icons import icon
from desk.ui.kit.retranslate import Spoken, plain
from desk.ui.kit.theme import ACCENT, ACCENT_DEEP, INK, MUTED, SMALL, SUNKEN, TONES, Tone, sized
from desk.ui.shell.registers import RegisterEntry

_WIDE = 200
_SLIM = 56
_TALL = 38
_ICON = 20


class RailButton(Spoken, QPushButton):
    """One register. The open one has a ground, a bar and bold words."""

    def __init__(self, entry: RegisterEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry, self._count, self.is_slim = entry, 0, False
        self._plain = icon(entry.icon, MUTED, _ICON)
        self._lit = icon(entry.icon, ACCENT_DEEP, _ICON)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFixedHeight(_TALL)
        self.setProperty("kind", "rail")
        self.retranslate()

    def retranslate(self) -> None:
        """Title, and how many wait, for the ear."""
        title = self.entry.title()
        waiting = ngettext("{count} waiting", "{count} waiting", self._count)
        spoken = f"{title}, {waiting.format(count=self._count)}" if self._count else title
        self.setText(title)
        self.setAccessibleName(spoken)
        self.setToolTip(plain(spoken) if self.is_slim else "")
        self.update()

    def show_count(self, count: int) -> None:
        """Show how many wait; 0 shows nothing."""
        if count != self._count:
            self._count = count
            self.retranslate()

    def count(self) -> int:
        """How many wait."""
        return self._count

    def sizeHint(self) -> QSize:
        """The rail gives the width."""
        return QSize(_SLIM if self.is_slim else _WIDE, _TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, bar, icon, words, count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = self.rect().adjusted(8, 1, -8, -1)
        self._paint_ground(painter, body)
        sign = self._lit if self.isChecked() else self._plain
        left = body.left() + 10
        sign.paint(painter, QRect(left, body.center().y() - _ICON // 2 + 1, _ICON, _ICON))
        if not self.is_slim:
            self._paint_words(painter, body.adjusted(10 + _ICON + 10, 0, -8, 0))
        elif self._count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(TONES[Tone.DUE].ink))
            painter.drawEllipse(body.right() - 10, body.top() + 5, 7, 7)
        painter.end()

    def _paint_ground(self, painter: QPainter, body: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor("#e1e5ee" if self.isChecked() else SUNKEN))
            painter.drawRoundedRect(body, 7, 7)
        if self.isChecked():
            painter.setBrush(QColor(ACCENT))
            painter.drawRoundedRect(
                QRectF(body.left(), body.top() + 9, 3, body.height() - 18), 1.5, 1.5
            )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(ACCENT))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_words(self, painter: QPainter, place: QRect) -> None:
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if self._count:
            place = self._paint_count(painter, place)
        font = QFont(self.font())
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(INK))
        words = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, flags, words)

    def _paint_count(self, painter: QPainter, place: QRect) -> QRect:
        small = sized(self.font(), SMALL, strong=True)
        words = "99+" if self._count > 99 else str(self._count)
        width = max(22, QFontMetrics(small).horizontalAdvance(words) + 12)
        pill = QRect(place.right() - width, place.center().y() - 9, width, 20)
        colours = TONES[Tone.DUE]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(pill, 10, 10)
        painter.setFont(small)
        painter.setPen(QColor(colours.ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return place.adjusted(0, 0, -width - 6, 0)


class Rail(Spoken, QFrame):
    """Registers above, then whatever `add_middle` sets at the side, the apart ones at the foot."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RegisterEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 10, 0, 10)
        self._box.setSpacing(2)
        for entry in (entry for entry in entries if not entry.at_foot):
            self._box.addWidget(self._make(entry))
        self._middle = self._box.count()
        self._box.addStretch(1)
        for entry in (entry for entry in entries if entry.at_foot):
            self._box.addWidget(self._make(entry))
        self._group.buttonClicked.connect(self._clicked)
        self.set_slim(False)
        self.retranslate()

    def retranslate(self) -> None:
        """The rail's own name."""
        self.setAccessibleName(_("Registers"))

    def add_middle(self, widget: QWidget) -> None:
        """Set something between the registers and the foot."""
        self._box.insertWidget(self._middle, widget)

    def mark(self, word: str) -> None:
        """Show which register is open."""
        self._buttons[word].setChecked(True)

    def allow(self, words: set[str]) -> None:
        """Show only these registers."""
        for word, button in self._buttons.items():
            button.setVisible(word in words)

    def refresh_counts(self) -> None:
        """Ask every register how many wait."""
        for button in self._buttons.values():
            if button.entry.count is not None and not button.isHidden():
                button.show_count(button.entry.count())

    def set_slim(self, slim: bool) -> None:
        """Icons alone where the window is narrow; words then come as tooltips."""
        self.setFixedWidth(_SLIM if slim else _WIDE)
        for button in self._buttons.values():
            button.is_slim = slim
            button.retranslate()

    def button(self, word: str) -> RailButton:
        """The entry of a register."""
        return self._buttons[word]

    def _make(self, entry: RegisterEntry) -> RailButton:
        button = RailButton(entry, self)
        self._buttons[entry.word] = button
        self._group.addButton(button)
        return button

    def _clicked(self, button: Any) -> None:
        self.chosen.emit(button.entry.word)
