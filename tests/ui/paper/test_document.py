"""PDFs and printers: what is painted is what was built."""

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import ImageOps
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter

from desk.config import Profile
from desk.errors import EnvironmentFault
from desk.printing.forms import disposal_record
from desk.services import complaint, paper
from desk.services.workplace import Workplace
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.printer import PLAIN, Printers, paint_on
from desk.ui.paper.recovery import code_sheet, print_code
from tests.printing.case_samples import disposal
from tests.services.test_complaint import WHOLE


@pytest.fixture
def blank(workplace: Workplace) -> bytes:
    return paper.prepare_blank(workplace, paper.FormCode.COMPLAINT_SHEET, "zh_Hant").pdf


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(300)
    printer.setOutputFileName(str(path))
    return printer


def darkness(picture: QImage) -> float:
    """The mean row of everything dark, from 0 (top) to 1 (bottom)."""
    rows = [
        y
        for y in range(0, picture.height(), 2)
        for x in range(0, picture.width(), 3)
        if picture.pixelColor(x, y).lightness() < 128
    ]
    return sum(rows) / len(rows) / picture.height()


def test_a_page_is_black_on_white(blank: bytes) -> None:
    document = PdfDocument(blank)
    picture = document.render(0, QSize(300, 424))
    document.close()
    assert picture.pixelColor(2, 2).getRgb() == (255, 255, 255, 255)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 and then nothing", b"MZ"])
def test_a_damaged_document_is_a_plain_fault(content: bytes) -> None:
    with pytest.raises(EnvironmentFault, match=r"paper\.not_shown"):
        PdfDocument(content)


def test_the_printer_gets_every_page_in_its_size(workplace: Workplace, tmp_path: Path) -> None:
    document = PdfDocument(code_sheet(workplace, "ABCD-EFGH", "zh_Hant"))
    path = tmp_path / "out.pdf"
    assert paint_on(pdf_printer(path), document)
    document.close()
    with pypdfium2.PdfDocument(path) as printed:
        assert len(printed) == 1
        assert printed[0].get_size() == pytest.approx((595, 842), abs=1)


def test_a_lying_page_lies_on_the_printers_ordinary_paper(tmp_path: Path) -> None:
    pdf = disposal_record.build(disposal("zh_Hant"), "zh_Hant")
    document = PdfDocument(pdf)
    path, printer = tmp_path / "out.pdf", pdf_printer(tmp_path / "out.pdf")
    assert paint_on(printer, document)
    document.close()
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    with pypdfium2.PdfDocument(path) as printed:
        assert printed[0].get_size() == pytest.approx((842, 595), abs=1)
        picture = printed[0].render(scale=0.5).to_pil().convert("1")
    box = ImageOps.invert(picture.convert("L")).getbbox()
    assert box is not None
    assert box[2] > 0.9 * picture.width


def test_a_printed_code_can_still_be_scanned(workplace: Workplace, tmp_path: Path) -> None:
    record = complaint.register(workplace, WHOLE)
    sheet = paper.prepare(workplace, paper.FormCode.COMPLAINT_SHEET, record.id, "zh_Hans")
    document = PdfDocument(sheet.pdf)
    path = tmp_path / "out.pdf"
    assert paint_on(pdf_printer(path), document)
    document.close()
    with pypdfium2.PdfDocument(path) as printed:
        picture = printed[0].render(scale=2).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [sheet.content["scan_code"]]


def test_an_offset_shifts_the_page(blank: bytes, tmp_path: Path) -> None:
    document = PdfDocument(blank)
    middles = []
    for name, offset in (("a.pdf", (0.0, 0.0)), ("b.pdf", (0.0, 29.7))):
        assert paint_on(pdf_printer(tmp_path / name), document, Profile(offset=offset))
        printed = PdfDocument((tmp_path / name).read_bytes())
        middles.append(darkness(printed.render(0, QSize(400, 566))))
        printed.close()
    document.close()
    assert middles[1] > middles[0] + 0.03


def test_a_printer_that_does_not_begin_has_not_printed(blank: bytes, tmp_path: Path) -> None:
    document = PdfDocument(blank)
    assert not paint_on(pdf_printer(tmp_path / "none" / "out.pdf"), document)
    document.close()


def test_a_printer_that_is_gone_is_said_so(blank: bytes) -> None:
    document = PdfDocument(blank)
    with pytest.raises(EnvironmentFault, match=r"paper\.printer_gone"):
        Printers().send(document, "no such printer")
    document.close()


def test_the_recovery_code_needs_a_printer(workplace: Workplace) -> None:
    class Gone(Printers):
        def names(self) -> list[str]:
            return []

        def default(self) -> str:
            return ""

    with pytest.raises(EnvironmentFault, match=r"paper\.no_printer"):
        print_code(workplace, "ABCD-EFGH", "zh_Hant", Gone())


def test_the_recovery_code_goes_to_the_pcs_own_printer(workplace: Workplace) -> None:
    sent = []

    class Known(Printers):
        def names(self) -> list[str]:
            return ["front", "back"]

        def default(self) -> str:
            return "back"

        def send(
            self, document: PdfDocument, name: str, profile: Profile = PLAIN, **_more: object
        ) -> None:
            sent.append((name, document.page_count()))

    print_code(workplace, "ABCD-EFGH", "zh_Hant", Known())
    assert sent == [("back", 1)]
