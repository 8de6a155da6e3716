"""The board 鑰匙板: every hook at a glance, one tile a key set, drawn in one view.

Two thousand hooks are a few hundred visible tiles at most: only those are painted.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from desk.i18n import _
from desk.ui.key_custody.board_painter import TilePainter
from desk.ui.key_custody.tile import Tile
from desk.ui.kit.retranslate import Spoken, Words, plain
from desk.ui.kit.theme import MUTED, SURFACE

_WIDE, _TALL = 172, 78
_GAP, _EDGE = 8, 16


class Board(Spoken, QAbstractScrollArea):
    """Arrow keys move over the tiles, Enter opens one, letters and digits go to the finding line.

    `tile_chosen` and `tile_opened` carry the tile, `typed` what was typed.
    """

    tile_chosen = Signal(object)
    tile_opened = Signal(object)
    typed = Signal(str)

    def __init__(self, empty: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self._tiles: Sequence[Tile] = ()
        self._at = -1
        self._painter = TilePainter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Its name, and the tile the keyboard stands on."""
        self.setAccessibleName(_("Key board"))
        self._painter.renew_fonts()
        self._speak()
        self.viewport().update()

    # The tiles

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other tiles; the chosen one stays chosen while it is among them."""
        chosen = self.chosen()
        self._tiles = tiles
        self._at = self._place_of(chosen)
        self._measure()
        self._speak()
        self.viewport().update()

    def tiles(self) -> Sequence[Tile]:
        """What is shown."""
        return self._tiles

    def chosen(self) -> Tile | None:
        """The tile the keyboard stands on."""
        return self._tiles[self._at] if 0 <= self._at < len(self._tiles) else None

    def choose(self, key: int | None) -> bool:
        """Stand on the tile of a set, telling nobody; False where it is not shown."""
        at = next((at for at, one in enumerate(self._tiles) if one.key == key), -1)
        if key is None or at < 0:
            return False
        self._stand(at)
        return True

    def choose_first(self) -> None:
        """Stand on the first tile, where there is one."""
        if self._tiles and self._at < 0:
            self._stand(0)

    def forget_choice(self) -> None:
        """Stand nowhere."""
        self._at = -1
        self._speak()
        self.viewport().update()

    def columns(self) -> int:
        """How many tiles stand beside one another."""
        return max(1, (self.viewport().width() - 2 * _EDGE + _GAP) // (_WIDE + _GAP))

    def place(self, at: int) -> QRect:
        """Where a tile is drawn."""
        columns = self.columns()
        room = self.viewport().width() - 2 * _EDGE + _GAP
        wide = room // columns - _GAP
        row, column = divmod(at, columns)
        top = _EDGE // 2 + row * (_TALL + _GAP) - self.verticalScrollBar().value()
        return QRect(_EDGE + column * (wide + _GAP), top, wide, _TALL)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, or type to find."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns(),
            Qt.Key.Key_Down: self.columns(),
            Qt.Key.Key_PageUp: -self.columns() * self._rows_seen(),
            Qt.Key.Key_PageDown: self.columns() * self._rows_seen(),
            Qt.Key.Key_Home: -len(self._tiles),
            Qt.Key.Key_End: len(self._tiles),
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._walk(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.text().strip() and event.text().isprintable() and not _is_command(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        at = self._at_point(event.position().toPoint())
        if at >= 0:
            self._go(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks open."""
        if self._at_point(event.position().toPoint()) >= 0:
            self._open()

    def viewportEvent(self, event: QEvent) -> bool:
        """A tile whose words are cut says all of them under the pointer."""
        if isinstance(event, QHelpEvent):
            at = self._at_point(event.pos())
            words = plain(self._tiles[at].spoken()) if at >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer tiles beside one another."""
        super().resizeEvent(event)
        self._measure()
        self._show_chosen()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint what came into sight."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tiles in sight, or the sentence that says what to do first."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(SURFACE))
        if not self._tiles:
            painter.setPen(QColor(MUTED))
            room = self.viewport().rect().adjusted(32, 0, -32, -self.viewport().height() // 4)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._empty())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in self._seen():
            place = self.place(at)
            if place.intersects(event.rect()):
                chosen = at == self._at
                self._painter.paint(painter, place, self._tiles[at], chosen, self.hasFocus())
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard stands on a tile."""
        super().focusInEvent(event)
        self.choose_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        """One tile, and the next row showing."""
        return QSize(_WIDE + 2 * _EDGE, 2 * _TALL)

    # Parts

    def _walk(self, step: int) -> None:
        if not self._tiles:
            return
        if self._at < 0:
            self._go(0)
            return
        wanted = self._at + step
        if abs(step) == self.columns() and self._leaves(wanted):
            return
        self._go(max(0, min(len(self._tiles) - 1, wanted)))

    def _leaves(self, wanted: int) -> bool:
        """A row up from the first or down from the last is none; the last may be shorter."""
        last_row = (len(self._tiles) - 1) // self.columns()
        return wanted < 0 or (self._at // self.columns() == last_row and wanted > self._at)

    def _go(self, at: int) -> None:
        if at != self._at:
            self._stand(at)
            self.tile_chosen.emit(self._tiles[at])

    def _open(self) -> None:
        tile = self.chosen()
        if tile is not None:
            self.tile_opened.emit(tile)

    def _stand(self, at: int) -> None:
        self._at = at
        self._show_chosen()
        self._speak()
        self.viewport().update()

    def _speak(self) -> None:
        """The tile in words, for whoever listens."""
        tile = self.chosen()
        words = tile.spoken() if tile is not None else ("" if self._tiles else self._empty())
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            change = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(change)

    def _place_of(self, tile: Tile | None) -> int:
        if tile is None or tile.key is None:
            return -1
        return next((at for at, one in enumerate(self._tiles) if one.key == tile.key), -1)

    def _rows_seen(self) -> int:
        return max(1, self.viewport().height() // (_TALL + _GAP))

    def _seen(self) -> range:
        """The tiles that may be in sight."""
        columns, pitch = self.columns(), _TALL + _GAP
        first = max(0, (self.verticalScrollBar().value() - _EDGE // 2) // pitch)
        rows = self.viewport().height() // pitch + 2
        return range(first * columns, min(len(self._tiles), (first + rows) * columns))

    def _at_point(self, point: QPoint) -> int:
        return next((at for at in self._seen() if self.place(at).contains(point)), -1)

    def _measure(self) -> None:
        rows = -(-len(self._tiles) // self.columns())
        whole = rows * (_TALL + _GAP) - _GAP + _EDGE
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(_TALL + _GAP)

    def _show_chosen(self) -> None:
        if self._at < 0:
            return
        place, bar = self.place(self._at), self.verticalScrollBar()
        if place.top() < 0:
            bar.setValue(bar.value() + place.top() - _EDGE // 2)
        elif place.bottom() > self.viewport().height():
            bar.setValue(bar.value() + place.bottom() - self.viewport().height() + _EDGE // 2)


def _is_command(event: QKeyEvent) -> bool:
    held = event.modifiers()
    return bool(held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
