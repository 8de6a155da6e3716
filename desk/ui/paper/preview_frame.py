"""The parts of the preview in their places: pages and their list, zoom, and the deeds beside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.ui.kit.fit import fit
from desk.ui.kit.label import plain_label, rule
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.page_strip import PageStrip
from desk.ui.paper.page_view import PageView
from desk.ui.paper.print_panel import PrintPanel
from desk.ui.paper.zoom_bar import ZoomBar

_SIZE = (1180, 700)
_ROOMY = 790  # with less, as where text is large, pages are reached by scrolling alone


class PreviewFrame(QDialog):
    """Shows a document, or words in its place; it owns the document and closes it."""

    def __init__(self, form: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document: PdfDocument | None = None
        self.view, self.strip, self.panel = PageView(), PageStrip(), PrintPanel(form)
        self.bar = ZoomBar(self.view)
        self._refusal = plain_label(role="refusal")
        self._middle = QStackedWidget()
        self._lay_out()
        self.bar.close_wanted.connect(self.reject)
        self.view.page_changed.connect(self.strip.mark)
        self.strip.page_chosen.connect(self.view.go_to)
        fit(self, *_SIZE)
        self._has_room = self.width() >= _ROOMY

    def show_document(self, document: PdfDocument) -> None:
        """Show these pages; the former ones are let go."""
        self.forget_document()
        self.document = document
        self.view.show_document(document)
        self.strip.show_document(document)
        if not self._has_room:
            self.strip.hide()
        self._middle.setCurrentWidget(self.view)

    def show_words(self, words: str) -> None:
        """Why there are no pages."""
        self.forget_document()
        self.strip.show_document(None)
        self._refusal.setText(words)
        self._middle.setCurrentWidget(self._refusal)

    def words(self) -> str:
        """What stands in the pages' place."""
        return self._refusal.text()

    def forget_document(self) -> None:
        """Let the bytes go."""
        self.view.show_document(None)
        if self.document is not None:
            self.document.close()
            self.document = None

    def show_question(self) -> None:
        """Bring the question after sending into sight."""
        self._side.ensureWidgetVisible(self.panel.question)

    def done(self, result: int) -> None:
        """Let the document go with the window."""
        super().done(result)
        self.forget_document()

    def _lay_out(self) -> None:
        self._refusal.setWordWrap(True)
        self._refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._refusal.setContentsMargins(48, 48, 48, 48)
        self._middle.addWidget(self.view)
        self._middle.addWidget(self._refusal)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.bar)
        left.addWidget(rule())
        left.addWidget(self._middle, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addLayout(left, 1)
        box.addWidget(rule(upright=True))
        box.addWidget(self._make_side())

    def _make_side(self) -> QWidget:
        """The deeds, to be scrolled where large text leaves little room."""
        side = self._side = QScrollArea()
        side.setWidgetResizable(True)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(self.panel.width())
        side.setWidget(self.panel)
        return side
