"""Pages one under the other on a quiet ground, with zoom; a page is drawn when it is seen."""

from collections import OrderedDict

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desk.ui.kit.theme import LINE, SUNKEN
from desk.ui.paper.document import POINTS_PER_INCH, Pages

STEPS = (50, 75, 100, 125, 150, 200, 300)
_SCREEN = 96.0
_MARGIN = 24
_GAP = 16
_KEPT = 6
_LEAST, _MOST = 2, 150


class PageView(QScrollArea):
    """Shows `Pages`. `zoom` is in percent of paper size; 0 fits the width."""

    zoom_changed = Signal(int)
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Pages | None = None
        self._zoom = 0
        self._ground_picture: QImage | None = None
        self._pages: list[_PageSheet] = []
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._ground = QWidget()
        self._ground.setProperty("role", "ground")
        self._box = QVBoxLayout(self._ground)
        self._box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._box.setSpacing(_GAP)
        self.setWidget(self._ground)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setStyleSheet(f'QWidget[role="ground"] {{ background: {SUNKEN}; }}')
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.viewport().installEventFilter(self)

    def show_document(self, document: Pages | None) -> None:
        """Show other pages; the former document stays the caller's."""
        self._document = document
        self._pictures.clear()
        for sheet in self._pages:
            self._box.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        count = document.page_count() if document else 0
        self._pages = [_PageSheet(self, number) for number in range(count)]
        for sheet in self._pages:
            self._box.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._resize_pages()

    def set_ground(self, ground: QImage | None) -> None:
        """What every page is printed on, on the screen alone: a picture of the stock."""
        self._ground_picture = ground
        self._ground.update()

    def ground(self) -> QImage | None:
        """The picture that lies under the pages."""
        return self._ground_picture

    def zoom(self) -> int:
        """The zoom in percent as it is now, fitted or chosen."""
        return self._zoom or self._fitting()

    def is_fitted(self) -> bool:
        """Whether the pages follow the width."""
        return not self._zoom

    def set_zoom(self, percent: int) -> None:
        """Choose a zoom; 0 fits the width."""
        self._zoom = percent
        self._resize_pages()

    def step_zoom(self, by: int) -> None:
        """The next larger or smaller of the usual steps."""
        now = self.zoom()
        steps = [one for one in STEPS if (one > now if by > 0 else one < now)]
        if steps:
            self.set_zoom(steps[0] if by > 0 else steps[-1])

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        if 0 <= page < len(self._pages):
            self.verticalScrollBar().setValue(self._pages[page].y() - _MARGIN // 2)

    def page(self) -> int:
        """The page that is mostly seen."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        seen = [number for number, one in enumerate(self._pages) if one.y() <= middle]
        return seen[-1] if seen else 0

    def picture(self, page: int, size: QSize) -> QImage | None:
        """A page as a picture; the last few are kept."""
        if self._document is None:
            return None
        key = page, size.width()
        if key not in self._pictures:
            self._pictures[key] = self._document.render(page, size)
            while len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fitted pages follow the width."""
        super().resizeEvent(event)
        if self.is_fitted():
            self._resize_pages()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel zoom."""
        is_zoom = isinstance(event, QWheelEvent) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if is_zoom and isinstance(event, QWheelEvent):
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def _fitting(self) -> int:
        if self._document is None:
            return 100
        paper = self._document.page_points(0) * (_SCREEN / POINTS_PER_INCH)
        room = self.width() - 2 * _MARGIN - self.verticalScrollBar().sizeHint().width() - 4
        share = room / paper.width()
        if self._document.is_picture:
            share = min(share, (self.height() - 2 * _MARGIN - 4) / paper.height())
        return max(_LEAST, min(_MOST, int(share * 100)))

    def _resize_pages(self) -> None:
        if self._document is None:
            return
        scale = self.zoom() / 100 * _SCREEN / POINTS_PER_INCH
        for number, sheet in enumerate(self._pages):
            sheet.setFixedSize((self._document.page_points(number) * scale).toSize())
        self.zoom_changed.emit(self.zoom())

    def _scrolled(self, _value: int) -> None:
        self.page_changed.emit(self.page())


class _PageSheet(QWidget):
    """One page, drawn when it comes into sight."""

    def __init__(self, view: PageView, number: int) -> None:
        super().__init__()
        self._view, self._number = view, number

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page at the screen's sharpness, with a hairline around it."""
        ratio = self.devicePixelRatioF()
        picture = self._view.picture(self._number, self.size() * ratio)
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        ground = self._view.ground()
        if ground is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), ground)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        if picture is not None:
            painter.drawImage(self.rect(), picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QColor(LINE))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
