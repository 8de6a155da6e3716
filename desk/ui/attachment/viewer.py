"""An attachment looked at inside the program."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.attachment.picture import pages_of
from desk.ui.kit.fit import fit
from desk.ui.kit.label import rule
from desk.ui.paper.page_strip import PageStrip
from desk.ui.paper.page_view import PageView
from desk.ui.paper.zoom_bar import ZoomBar

_SIZE = (980, 680)


class Viewer(QDialog):
    """Pages or a picture; `content` is already deciphered and stays in memory."""

    def __init__(
        self, name: str, content: bytes, media_type: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = pages_of(content, media_type)
        self.setWindowTitle(name)
        self.view, self.strip = PageView(), PageStrip()
        self.bar = ZoomBar(self.view)
        self._lay_out()
        fit(self, *_SIZE)
        self.bar.close_wanted.connect(self.reject)
        self.view.page_changed.connect(self.strip.mark)
        self.strip.page_chosen.connect(self.view.go_to)
        self.view.show_document(self._pages)
        self.strip.show_document(self._pages)
        self.view.setFocus()

    def done(self, result: int) -> None:
        """Let the content go with the window."""
        super().done(result)
        self.view.show_document(None)
        self._pages.close()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(rule())
        right.addWidget(self.view, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addLayout(right, 1)
