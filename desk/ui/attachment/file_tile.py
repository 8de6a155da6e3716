"""One attached file in a list: its sign, its name, and when it came."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk.domain.attachment import MediaType
from desk.i18n import EstateFormat
from desk.services.attachment import AttachmentRow
from desk.ui.kit.icons import pixmap
from desk.ui.kit.retranslate import plain
from desk.ui.kit.theme import ACCENT, CANVAS, INK, MUTED, SMALL, SURFACE, sized

_TALL = 48
_SIDE = 12
_SIGN = 20
_KIB = 1024


class FileTile(QAbstractButton):
    """A click or Enter opens the file: `wanted` carries its row."""

    wanted = Signal(object)

    def __init__(
        self, row: AttachmentRow, custom: EstateFormat, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row = row
        came = custom.datetime(row.added_at)
        self._detail = "  ·  ".join((size_words(row.size), came, row.added_by))
        self._sign = "picture" if MediaType(row.media_type).is_picture else "document"
        self.setText(row.name)
        self.setAccessibleName(f"{row.name} {self._detail}")
        self.setToolTip(plain(row.name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._clicked)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(240, _TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sign, name elided in its middle, and the quiet second line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(QColor(ACCENT) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(CANVAS if self.underMouse() else SURFACE))
        painter.drawRoundedRect(place, 6, 6)
        ratio = self.devicePixelRatioF()
        top = (self.height() - _SIGN) // 2
        painter.drawPixmap(_SIDE, top, pixmap(self._sign, MUTED, _SIGN, ratio))
        left = _SIDE + _SIGN + _SIDE
        room = self.width() - left - _SIDE
        self._write(painter, QRect(left, 5, room, 20), self.text(), INK, small=False)
        self._write(painter, QRect(left, 25, room, 18), self._detail, MUTED, small=True)
        painter.end()

    def _write(self, painter: QPainter, place: QRect, words: str, ink: str, *, small: bool) -> None:
        font = sized(self.font(), SMALL) if small else self.font()
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _clicked(self) -> None:
        self.wanted.emit(self._row)


def size_words(size: int) -> str:
    """Bytes as people say them."""
    if size < _KIB:
        return f"{size} B"
    if size < _KIB * _KIB:
        return f"{size / _KIB:.0f} KB"
    return f"{size / _KIB / _KIB:.1f} MB"
