"""A PDF in memory as pictures of its pages; QtPdf is loaded late, when the first one is shown.

The bytes never touch the disk.
"""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from desk.errors import EnvironmentFault

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

POINTS_PER_INCH = 72.0


class Pages(Protocol):
    """What can be shown page by page. `is_picture` asks to be seen whole."""

    is_picture: bool

    def page_count(self) -> int:
        """How many pages there are."""

    def page_points(self, page: int) -> QSizeF:
        """The size of a page in points."""

    def render(self, page: int, size: QSize) -> QImage:
        """A page in `size` pixels."""

    def close(self) -> None:
        """Let the bytes go."""


class PdfDocument:
    """The pages of a PDF. `close` it when it is no longer shown."""

    is_picture = False

    def __init__(self, content: bytes) -> None:
        from PySide6.QtPdf import QPdfDocument as Document  # noqa: PLC0415

        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document: QPdfDocument = Document(None)  # type: ignore[call-overload]
        self._document.load(self._buffer)
        if self._document.status() != Document.Status.Ready or not self.page_count():
            self.close()
            raise EnvironmentFault("paper.not_shown")

    def page_count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def page_points(self, page: int) -> QSizeF:
        """The size of a page in points."""
        return self._document.pagePointSize(page)

    def render(self, page: int, size: QSize) -> QImage:
        """A page as black on white, `size` in pixels."""
        picture = QImage(size, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.drawImage(0, 0, self._document.render(page, size))
        painter.end()
        return picture

    def close(self) -> None:
        """Let the bytes go."""
        self._document.close()
        self._buffer.close()
