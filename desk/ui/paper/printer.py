"""The printers of this PC; QtPrintSupport is loaded late, when a sheet is shown to be printed.

Qt answers an unknown printer with a PDF file and calls it valid, clamps a paper it does not know
without a word, and ends a job that the queue turned away. So the printer is asked before and after,
its layout is read back, and nothing counts as sent that was not begun, ended and taken.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from desk.config import Profile
from desk.domain.paper import SIZES
from desk.errors import EnvironmentFault
from desk.ui.paper import cups
from desk.ui.paper.document import POINTS_PER_INCH, PdfDocument

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

SHARPEST = 400  # dots per inch: beyond it a page costs more memory than the eye gains
NEAR = 0.5  # millimetres by which a paper may differ from what was asked for
_MILLIMETRES_PER_INCH = 25.4
MILLIMETRES = _MILLIMETRES_PER_INCH / POINTS_PER_INCH  # of one point
PLAIN = Profile()
# The names that Qt has for a profile's trays.
_SOURCES = {
    "upper": "OnlyOne",
    "middle": "Middle",
    "lower": "Lower",
    "manual": "Manual",
    "cassette": "Cassette",
    "tractor": "Tractor",
}


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
        self,
        document: PdfDocument,
        name: str,
        profile: Profile = PLAIN,
        *,
        copies: int = 1,
        title: str = "",
    ) -> None:
        """Send every page as the profile says; `title` names the job in the queue.

        `copies` are the printer's own, beside those that the sheet has a page for.

        Faults `paper.printer_gone`, `_stopped`, `_rejecting`, `_refused` and `paper.size_refused`.
        Sent is not yet printed.
        """
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415

        information = QPrinterInfo.printerInfo(name)
        _need_running(information, name)
        _need_paper(information, document, name)
        printer = QPrinter(information, QPrinter.PrinterMode.HighResolution)
        if printer.outputFormat() != QPrinter.OutputFormat.NativeFormat:
            raise EnvironmentFault("paper.printer_gone", printer=name)
        printer.setDocName(title)
        printer.setCopyCount(copies)
        _choose_tray(printer, profile.tray)
        took_all = paint_on(printer, document, profile, name)
        refused = cups.last_refusal(name)
        if QPrinterInfo.printerInfo(name).isNull():
            raise EnvironmentFault("paper.printer_gone", printer=name)
        if refused is not None or not took_all:
            raise refused or EnvironmentFault("paper.printer_refused", printer=name)


def paint_on(
    printer: "QPrinter", document: PdfDocument, profile: Profile = PLAIN, name: str = ""
) -> bool:
    """Paint every page at the printer's sharpness; False where it did not take the job.

    Fault `paper.size_refused` for a paper that it cannot be set to.
    """
    _set_page(printer, document.page_points(0), name)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    took_all = True
    for page in range(document.page_count()):
        if page:
            _set_page(printer, document.page_points(page), name)
            took_all = took_all and printer.newPage()
        if took_all:
            _paint_page(painter, document, page, printer.resolution(), profile)
    ended = painter.end()
    failed = (printer.PrinterState.Error, printer.PrinterState.Aborted)
    return took_all and ended and printer.printerState() not in failed


def _need_running(information: "QPrinterInfo", name: str) -> None:
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415

    if information.isNull():
        raise EnvironmentFault("paper.printer_gone", printer=name)
    if information.state() == QPrinter.PrinterState.Error:
        raise EnvironmentFault("paper.printer_stopped", printer=name)


def _need_paper(information: "QPrinterInfo", document: PdfDocument, name: str) -> None:
    """Refuse a paper that the printer has not: Qt would set it, and the queue print on another."""
    known = [one.size(QPageSize.Unit.Point) for one in information.supportedPageSizes()]
    for page in range(document.page_count()) if known else ():
        size = _paper(document.page_points(page)).size(QPageSize.Unit.Point)
        custom = information.supportsCustomPageSizes() and _is_between(
            size, information.minimumPhysicalPageSize(), information.maximumPhysicalPageSize()
        )
        if not custom and not any(_is_near(one, size) for one in known):
            raise _size_refused(size, name)


def _is_between(size: QSizeF, least: QPageSize, most: QPageSize) -> bool:
    """Whether a paper may be cut so; a printer that names no bounds has none."""
    low, high = least.size(QPageSize.Unit.Point), most.size(QPageSize.Unit.Point)
    return high.isEmpty() or (
        low.width() <= size.width() <= high.width()
        and low.height() <= size.height() <= high.height()
    )


def _choose_tray(printer: "QPrinter", tray: str) -> None:
    if tray in _SOURCES:
        printer.setPaperSource(printer.PaperSource[_SOURCES[tray]])
        cups.choose_tray(printer, tray)


def _set_page(printer: "QPrinter", size: QSizeF, name: str) -> None:
    """Set the paper to its very edges, and read back whether it stayed so."""
    printer.setPageSize(_paper(size))
    printer.setPageOrientation(_orientation(size))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    layout = printer.pageLayout()
    set_to = layout.fullRect(QPageLayout.Unit.Point).size()
    given = layout.paintRect(QPageLayout.Unit.Point).size()
    if not _is_near(set_to, size) or not _is_near(given, size):
        raise _size_refused(size, name)


def _is_near(one: QSizeF, other: QSizeF) -> bool:
    """Whether two sizes in points are the same paper."""
    apart = (one - other) * MILLIMETRES
    return max(abs(apart.width()), abs(apart.height())) <= NEAR


def _size_refused(size: QSizeF, name: str) -> EnvironmentFault:
    width, height = (f"{side * MILLIMETRES:.0f}" for side in size.toTuple())
    return EnvironmentFault("paper.size_refused", printer=name, width=width, height=height)


def _paint_page(
    painter: QPainter, document: PdfDocument, page: int, dots: int, profile: Profile
) -> None:
    """A page as ink on paper: grey values without loss, so that no letter gets a halo."""
    size = document.page_points(page)
    per_point = dots / POINTS_PER_INCH
    right, down = (shift * dots / _MILLIMETRES_PER_INCH for shift in profile.offset)
    across, along = (percent / 100 * per_point for percent in profile.scale)
    place = QRectF(right, down, size.width() * across, size.height() * along)
    picture = document.render(page, _pixels(size, min(dots, SHARPEST)))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.drawImage(place, picture.convertToFormat(QImage.Format.Format_Grayscale8))


def _pixels(size: QSizeF, dots: int) -> QSize:
    return (size * (dots / POINTS_PER_INCH)).toSize()


def _is_fed_broad(size: QSizeF) -> bool:
    """Whether it is continuous paper, which goes in as broad as it is: it is never turned."""
    return any(
        one.continuous and _is_near(size, QSizeF(one.width, one.height) / MILLIMETRES)
        for one in SIZES.values()
    )


def _orientation(size: QSizeF) -> QPageLayout.Orientation:
    if size.width() > size.height() and not _is_fed_broad(size):
        return QPageLayout.Orientation.Landscape
    return QPageLayout.Orientation.Portrait


def _paper(size: QSizeF) -> QPageSize:
    """The paper as it stands in the printer's tray: a lying page has its name too."""
    if _orientation(size) == QPageLayout.Orientation.Landscape:
        size = size.transposed()
    return QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
