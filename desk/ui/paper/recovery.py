"""The recovery code on one sheet of paper, for the safe; written to no disk on its way."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from desk.errors import EnvironmentFault
from desk.i18n import _, speaking
from desk.services.workplace import Workplace
from desk.ui.kit.theme import base_font
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.printer import Printers

_DOTS = 1200
_MARGIN = 25  # millimetres
_GAP = 120


def print_code(
    workplace: Workplace, code: str, language: str, printers: Printers | None = None
) -> None:
    """Print the code on the PC's own printer; a fault says when there is none."""
    printers = printers or Printers()
    name = printers.default() or next(iter(printers.names()), "")
    if not name:
        raise EnvironmentFault("paper.no_printer")
    document = PdfDocument(code_sheet(workplace, code, language))
    try:
        printers.send(document, name)
    finally:
        document.close()


def code_sheet(workplace: Workplace, code: str, language: str) -> bytes:
    """The sheet as a PDF."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(
        QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter
    )
    painter = QPainter(writer)
    with speaking(language):
        lines = _lines(workplace, code)
    top = 0.0
    for words, points, strong in lines:
        painter.setFont(_font(language, points, strong=strong))
        place = QRectF(0, top, writer.width(), writer.height() - top)
        used = painter.drawText(place, int(Qt.TextFlag.TextWordWrap), words)
        top = used.bottom() + _GAP
    painter.end()
    buffer.close()
    return bytes(content.data())


def _lines(workplace: Workplace, code: str) -> list[tuple[str, int, bool]]:
    """Each line with its size in points and whether it is bold."""
    custom = workplace.estate.custom
    return [
        (workplace.estate.name, 12, False),
        (_("Recovery code of the front desk"), 20, True),
        (code, 18, True),
        (_("With this code an account gets a new password when the old one is lost."), 11, False),
        (_("Choose Password forgotten in the first window, and type the code there."), 11, False),
        (_("Keep this sheet in the safe. Whoever holds it can read everything."), 11, False),
        (custom.datetime(workplace.now()), 10, False),
    ]


def _font(language: str, points: int, *, strong: bool) -> QFont:
    font = base_font(language)
    font.setPointSize(points)
    font.setBold(strong)
    return font
