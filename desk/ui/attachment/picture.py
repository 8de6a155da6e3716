"""A picture in memory as one page; the bytes never touch the disk."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader

from desk.domain.attachment import MediaType
from desk.errors import EnvironmentFault
from desk.ui.paper.document import POINTS_PER_INCH, Pages, PdfDocument

_SCREEN = 96.0
_LONGEST = 6_000  # pixels: a larger picture is read smaller, or it would fill the memory
_FORMATS = {MediaType.PNG: b"png", MediaType.JPEG: b"jpeg"}


class Picture:
    """One picture, turned the way the camera was held."""

    is_picture = True

    def __init__(self, content: bytes, kind: MediaType) -> None:
        buffer = QBuffer()
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(_FORMATS[kind]))
        reader.setAutoTransform(True)
        size = reader.size()
        if max(size.width(), size.height()) > _LONGEST:
            longest = QSize(_LONGEST, _LONGEST)
            reader.setScaledSize(size.scaled(longest, Qt.AspectRatioMode.KeepAspectRatio))
        self._image = reader.read()
        buffer.close()
        if self._image.isNull():
            raise EnvironmentFault("paper.not_shown")

    def page_count(self) -> int:
        """One."""
        return 1

    def page_points(self, _page: int) -> QSizeF:
        """The picture's size where a pixel is a pixel of the screen."""
        return QSizeF(self._image.size()) * (POINTS_PER_INCH / _SCREEN)

    def render(self, _page: int, size: QSize) -> QImage:
        """The picture in `size` pixels."""
        return self._image.scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )

    def close(self) -> None:
        """Let the picture go."""
        self._image = QImage()


def pages_of(content: bytes, media_type: str) -> Pages:
    """The content as pages; a fault when it is damaged."""
    kind = MediaType(media_type)
    return Picture(content, kind) if kind.is_picture else PdfDocument(content)
