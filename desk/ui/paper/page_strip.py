"""The list of pages beside the view, each as a small picture."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from desk.i18n import _
from desk.ui.kit.retranslate import Spoken
from desk.ui.paper.document import Pages

_WIDTH = 96
_MOST = 60  # more pages are reached by scrolling


class PageStrip(Spoken, QListWidget):
    """`page_chosen` carries the number of a page, from 0."""

    page_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(_WIDTH, _WIDTH * 3 // 2))
        self.setSpacing(8)
        self.setFixedWidth(_WIDTH + 52)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self.page_chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """The list's name."""
        self.setAccessibleName(_("Pages"))

    def show_document(self, document: Pages | None) -> None:
        """List the pages; one page alone needs no list."""
        self.blockSignals(True)
        self.clear()
        count = document.page_count() if document else 0
        for number in range(min(count, _MOST)):
            self.addItem(self._item(document, number))
        self.blockSignals(False)
        self.setVisible(count > 1)
        self.mark(0)

    def mark(self, page: int) -> None:
        """Show which page is seen."""
        self.blockSignals(True)
        self.setCurrentRow(page)
        self.blockSignals(False)

    def _item(self, document: Pages | None, number: int) -> QListWidgetItem:
        item = QListWidgetItem(str(number + 1))
        if document is not None:
            points = document.page_points(number)
            size = QSize(_WIDTH, max(1, int(_WIDTH * points.height() / points.width())))
            ratio = self.devicePixelRatioF()
            picture = QPixmap.fromImage(document.render(number, size * ratio))
            picture.setDevicePixelRatio(ratio)
            item.setIcon(QIcon(picture))
        item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
        return item
