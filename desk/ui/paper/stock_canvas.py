"""The stock as it lies on the desk: its picture, and the fields that are dragged over it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desk.domain.paper import SIZES
from desk.domain.print_stock import StockField
from desk.i18n import _
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import ACCENT, ACCENT_DEEP, INK, LINE, SUNKEN
from desk.ui.paper.stock_draft import StockDraft

_MARGIN = 20
_FAR, _NEAR = 1.0, 0.1  # millimetres that an arrow key moves a field
_POINT = 25.4 / 72
_LEADING = 1.25
_HANDLE = 8.0  # pixels at the right edge that make a field wider
_LEAST_WIDTH = 3.0
_LIGHT = 46
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class StockCanvas(Spoken, QWidget):
    """Arrow keys move the chosen field by a millimetre, with Shift by a tenth; Page up and down
    choose another, Delete takes it off. The mouse drags it, and its right edge makes it wider."""

    def __init__(self, draft: StockDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._paper = "A4"
        self._ground: QImage | None = None
        self._grip: QPointF | None = None  # where the mouse holds the field, in millimetres
        self._is_widening = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        draft.changed.connect(self.update)
        draft.chosen_changed.connect(self.update)
        self.retranslate()

    def retranslate(self) -> None:
        """The canvas' name and how it is used."""
        self.setAccessibleName(_("The stock"))
        self.setAccessibleDescription(
            _("Arrow keys move the field by 1 mm, with Shift by 0.1 mm; Page down: the next one.")
        )

    def show_paper(self, paper: str) -> None:
        """The paper that the stock is."""
        self._paper = paper
        self.update()

    def show_ground(self, ground: QImage | None) -> None:
        """The picture of the stock."""
        self._ground = ground
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a page."""
        return QSize(620, 620)

    def place_of(self, one: StockField) -> QRectF:
        """A field's box in pixels of the canvas."""
        scale, page = self._scale(), self._page()
        height = one.width if one.name == "qr" else one.lines * one.size * _LEADING * _POINT
        corner = QPointF(page.left() + one.x * scale, page.top() + one.y * scale)
        return QRectF(corner.x(), corner.y(), one.width * scale, height * scale)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Quiet ground, paper, picture, fields; the chosen one stands out."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(SUNKEN))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = self._page()
        painter.fillRect(page, QColor("white"))
        if self._ground is not None:
            painter.drawImage(page, self._ground)
        painter.setPen(QColor(LINE))
        painter.drawRect(page)
        for place, one in enumerate(self._draft.fields()):
            self._paint_field(painter, one, chosen=place == self._draft.chosen())
        painter.end()

    def _paint_field(self, painter: QPainter, one: StockField, *, chosen: bool) -> None:
        box, ground = self.place_of(one), QColor(ACCENT)
        ground.setAlpha(_LIGHT if chosen else _LIGHT // 2)
        painter.fillRect(box, ground)
        style = Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DotLine
        painter.setPen(QPen(QColor(ACCENT_DEEP), 2 if chosen else 1, style))
        painter.drawRect(box)
        font = painter.font()
        font.setPixelSize(max(5, round(one.size * _POINT * self._scale())))
        font.setBold(one.bold)
        painter.setFont(font)
        painter.setPen(QColor(INK))
        sides = {"middle": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}
        side = sides.get(one.align, Qt.AlignmentFlag.AlignLeft)
        flags = side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere
        painter.drawText(box, int(flags), self._draft.words(one))
        if chosen and self.hasFocus():
            painter.fillRect(QRectF(box.right() - 3, box.top(), 3, box.height()), QColor(ACCENT))

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, choose, take off."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            step = _NEAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FAR
            right, down = _ARROWS[key]
            self._draft.move(right * step, down * step)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._draft.step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._draft.remove()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the uppermost field under the mouse."""
        at = event.position()
        for place, one in reversed(list(enumerate(self._draft.fields()))):
            box = self.place_of(one)
            if box.adjusted(-2, -2, _HANDLE, 2).contains(at):
                self._draft.choose(place)
                self._is_widening = at.x() > box.right() - _HANDLE / 2
                self._grip = self._millimetres(at) - QPointF(one.x, one.y)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, or make it wider."""
        one = self._draft.field()
        if self._grip is None or one is None:
            return
        at = self._millimetres(event.position())
        if self._is_widening:
            self._draft.alter(width=max(_LEAST_WIDTH, at.x() - one.x))
        else:
            corner = at - self._grip
            self._draft.alter(x=max(0.0, corner.x()), y=max(0.0, corner.y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let it go."""
        self._grip = None

    # Measures

    def _scale(self) -> float:
        """Pixels of a millimetre: the whole paper is seen."""
        size = SIZES[self._paper]
        across = (self.width() - 2 * _MARGIN) / size.width
        return max(0.5, min(across, (self.height() - 2 * _MARGIN) / size.height))

    def _page(self) -> QRectF:
        size, scale = SIZES[self._paper], self._scale()
        width, height = size.width * scale, size.height * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _millimetres(self, at: QPointF) -> QPointF:
        return (at - self._page().topLeft()) / self._scale()
