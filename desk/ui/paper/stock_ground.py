"""The look of pre-printed stock, as a picture for the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from desk.errors import EnvironmentFault
from desk.ui.paper.document import POINTS_PER_INCH, PdfDocument

_DOTS = 110
_PDF = b"%PDF"


def ground_of(content: bytes) -> QImage | None:
    """A scan or the first page of a PDF; None where there is none, or it cannot be read."""
    if not content.startswith(_PDF):
        picture = QImage.fromData(content)
        return None if picture.isNull() else picture
    try:
        document = PdfDocument(content)
    except EnvironmentFault:
        return None
    size: QSize = (document.page_points(0) * (_DOTS / POINTS_PER_INCH)).toSize()
    picture = document.render(0, size)
    document.close()
    return picture
