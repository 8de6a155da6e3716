"""The printers of this PC; QtPrintSupport is loaded late, when a sheet is shown to be printed.

Qt answers an unknown printer with a PDF file and calls it valid, so the list of printers is asked
first, and nothing counts as sent that the printer did not begin and end.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from desk.errors import EnvironmentFault
from desk.ui.paper.document import POINTS_PER_INCH, PdfDocument

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SHARPEST = 400  # dots per inch: beyond it a page costs more memory than the eye gains
_MILLIMETRES_PER_INCH = 25.4

Offset = tuple[float, float]


class Printers:
    """What the preview asks of the PC's printers."""

    def names(self) -> list[str]:
        """Every printer that is there now."""
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415

        return list(QPrinterInfo.availablePrinterNames())

    def default(self) -> str:
        """The PC's own choice, "" for none."""
        from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415

        return QPrinterInfo.defaultPrinterName()

    def send(
        self, document: PdfDocument, name: str, copies: int = 1, offset: Offset = (0.0, 0.0)
    ) -> None:
        """Send every page; `offset` shifts them right and down, in millimetres.

        Fault `paper.printer_gone` or `paper.printer_refused`. Sent is not yet printed.
        """
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415

        information = QPrinterInfo.printerInfo(name)
        if information.isNull():
            raise EnvironmentFault("paper.printer_gone", printer=name)
        printer = QPrinter(information, QPrinter.PrinterMode.HighResolution)
        printer.setCopyCount(copies)
        if not paint_on(printer, document, offset):
            raise EnvironmentFault("paper.printer_refused", printer=name)


def paint_on(printer: "QPrinter", document: PdfDocument, offset: Offset = (0.0, 0.0)) -> bool:
    """Paint every page at the printer's sharpness; False where it did not take the job."""
    size = document.page_points(0)
    printer.setPageSize(_paper(size))
    printer.setPageOrientation(_orientation(size))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    dots = printer.resolution()
    took_all = True
    for page in range(document.page_count()):
        took_all = took_all and (page == 0 or printer.newPage())
        if took_all:
            _paint_page(painter, document, page, dots, offset)
    ended = painter.end()
    return took_all and ended and printer.printerState() != printer.PrinterState.Error


def _paint_page(
    painter: QPainter, document: PdfDocument, page: int, dots: int, offset: Offset
) -> None:
    size = document.page_points(page)
    per_point = dots / POINTS_PER_INCH
    right, down = (shift * dots / _MILLIMETRES_PER_INCH for shift in offset)
    place = QRectF(right, down, size.width() * per_point, size.height() * per_point)
    painter.drawImage(place, document.render(page, _pixels(size, min(dots, SHARPEST))))


def _pixels(size: QSizeF, dots: int) -> QSize:
    return (size * (dots / POINTS_PER_INCH)).toSize()


def _orientation(size: QSizeF) -> QPageLayout.Orientation:
    if size.width() > size.height():
        return QPageLayout.Orientation.Landscape
    return QPageLayout.Orientation.Portrait


def _paper(size: QSizeF) -> QPageSize:
    """The paper as it stands in the printer's tray: a lying page has its name too."""
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    return QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
