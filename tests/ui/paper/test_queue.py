"""Real queues of a real CUPS: what comes out is what was meant, and what does not is said."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import ImageOps
from reportlab.pdfgen.canvas import Canvas

from desk.config import Profile
from desk.domain.paper import SIZES, PaperCode
from desk.errors import EnvironmentFault
from desk.services import complaint, paper
from desk.services.complaint import ComplaintDetail
from desk.services.paper import FormCode
from desk.services.workplace import Workplace
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.preview import Preview
from desk.ui.paper.printer import PLAIN, Printers
from tests.printing_queue.fixtures import BACK, FRONT
from tests.printing_queue.server import DRIVER, Kept, PrintServer
from tests.services.test_complaint import WHOLE

MM = 72 / 25.4
DOTS = 200
MARK = (30.0, 20.0, 50.0, 25.0)  # left, top, width and height of a black field, in millimetres

Box = tuple[float, float, float, float]


def marked(width: float, height: float, pages: int = 1) -> bytes:
    """Pages of a size with one black field each."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(width * MM, height * MM))
    left, top, broad, high = MARK
    for _page in range(pages):
        canvas.rect(left * MM, (height - top - high) * MM, broad * MM, high * MM, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def half() -> Iterator[PdfDocument]:
    """One page of 241 × 140 mm."""
    size = SIZES[PaperCode.HALF]
    document = PdfDocument(marked(size.width, size.height))
    yield document
    document.close()


def sizes(file: Path) -> list[tuple[float, float]]:
    """Every page in millimetres."""
    with pypdfium2.PdfDocument(file) as printed:
        return [(page.get_width() / MM, page.get_height() / MM) for page in printed]


def field_of(file: Path) -> Box:
    """Where the black field lies on the first page, in millimetres: left, top, width, height."""
    with pypdfium2.PdfDocument(file) as printed:
        picture = printed[0].render(scale=DOTS / 72).to_pil().convert("L")
    box = ImageOps.invert(picture).point(lambda dot: 255 * (dot > 127)).getbbox()
    assert box is not None
    left, top, right, bottom = (place * 25.4 / DOTS for place in box)
    return left, top, right - left, bottom - top


def out_of(queues: PrintServer, name: str = FRONT) -> Kept:
    """The only job that came out of a printer."""
    (kept,) = queues.printed(name)
    return kept


def refusal(document: PdfDocument, name: str = FRONT) -> str:
    """The code with which sending is refused."""
    with pytest.raises(EnvironmentFault) as fault:
        Printers().send(document, name)
    return fault.value.code


# What comes out


def test_the_printers_of_the_pc_are_listed(queues: PrintServer) -> None:
    queues.tell("lpadmin", "-d", BACK)
    assert sorted(Printers().names()) == [BACK, FRONT]
    assert Printers().default() == BACK


@pytest.mark.parametrize("code", list(PaperCode))
def test_every_paper_comes_out_in_its_own_size(queues: PrintServer, code: PaperCode) -> None:
    size = SIZES[code]
    document = PdfDocument(marked(size.width, size.height))
    Printers().send(document, FRONT)
    document.close()
    kept = out_of(queues)
    assert sizes(kept.file)[0] == pytest.approx((size.width, size.height), abs=0.5)
    assert field_of(kept.file) == pytest.approx(MARK, abs=0.5)


def test_a_lying_page_lies_on_ordinary_paper(queues: PrintServer) -> None:
    document = PdfDocument(marked(297, 210))
    Printers().send(document, FRONT)
    document.close()
    kept = out_of(queues)
    assert kept.options["media"] == "A4"
    assert sorted(sizes(kept.file)[0]) == pytest.approx((210, 297), abs=0.5)


def test_every_page_comes_out_in_its_own_size_too(queues: PrintServer) -> None:
    upright, lying = marked(210, 297), marked(297, 210)
    with pypdfium2.PdfDocument.new() as both:
        for pdf in (upright, lying):
            both.import_pages(pypdfium2.PdfDocument(pdf))
        stream = io.BytesIO()
        both.save(stream)
    document = PdfDocument(stream.getvalue())
    Printers().send(document, FRONT)
    document.close()
    assert len(sizes(out_of(queues).file)) == 2


def test_the_offset_moves_the_content_by_so_much(queues: PrintServer, half: PdfDocument) -> None:
    Printers().send(half, FRONT, Profile(offset=(3.5, -2.0)))
    left, top, width, height = field_of(out_of(queues).file)
    assert (left, top) == pytest.approx((MARK[0] + 3.5, MARK[1] - 2.0), abs=0.3)
    assert (width, height) == pytest.approx(MARK[2:], abs=0.3)


def test_the_scale_stretches_from_the_papers_corner(queues: PrintServer, half: PdfDocument) -> None:
    Printers().send(half, FRONT, Profile(scale=(98.0, 104.0)))
    expected = (MARK[0] * 0.98, MARK[1] * 1.04, MARK[2] * 0.98, MARK[3] * 1.04)
    assert field_of(out_of(queues).file) == pytest.approx(expected, abs=0.3)


def test_the_tray_reaches_the_queue(queues: PrintServer, half: PdfDocument) -> None:
    Printers().send(half, FRONT, Profile(tray="tractor"))
    assert out_of(queues).options["InputSlot"] == "Tractor"


def test_without_a_tray_the_printer_chooses(queues: PrintServer, half: PdfDocument) -> None:
    Printers().send(half, FRONT)
    assert "InputSlot" not in out_of(queues).options


def test_so_many_copies_come_out(queues: PrintServer) -> None:
    document = PdfDocument(marked(210, 297, pages=2))
    Printers().send(document, FRONT, PLAIN, copies=3)
    document.close()
    kept = out_of(queues)
    assert len(sizes(kept.file)) * (1 if len(sizes(kept.file)) == 6 else kept.copies) == 6


def test_the_job_goes_to_the_chosen_printer_alone(queues: PrintServer, half: PdfDocument) -> None:
    Printers().send(half, BACK)
    assert len(queues.printed(BACK)) == 1
    assert queues.printed(FRONT, patience=0) == []


# What does not


def test_a_stopped_printer_is_said(queues: PrintServer, half: PdfDocument) -> None:
    queues.tell("cupsdisable", FRONT)
    assert refusal(half) == "paper.printer_stopped"
    queues.tell("cupsenable", FRONT)
    assert queues.printed(FRONT, patience=0.3) == []


def test_a_printer_that_takes_no_jobs_is_said(queues: PrintServer, half: PdfDocument) -> None:
    queues.tell("cupsreject", FRONT)
    assert refusal(half) == "paper.printer_rejecting"


def test_a_deleted_printer_is_said(queues: PrintServer, half: PdfDocument) -> None:
    assert FRONT in Printers().names()
    queues.remove_queue(FRONT)
    assert refusal(half) == "paper.printer_gone"
    assert queues.printed(BACK, patience=0) == []


def test_a_dead_server_is_said(queues: PrintServer, half: PdfDocument) -> None:
    queues.halt()
    assert Printers().names() == []
    assert refusal(half) == "paper.printer_gone"


@pytest.mark.parametrize("death", ["the printer is deleted", "the server dies", "it rejects"])
def test_what_goes_wrong_while_the_pages_are_painted_is_said(
    queues: PrintServer, monkeypatch: pytest.MonkeyPatch, death: str
) -> None:
    class Fatal(PdfDocument):
        def page_count(self) -> int:
            if not dying:
                return 1
            dying.pop()()
            return 1

    dying = []
    document = Fatal(marked(210, 297))
    dying.append(
        {
            "the printer is deleted": lambda: queues.remove_queue(FRONT),
            "the server dies": queues.halt,
            "it rejects": lambda: queues.tell("cupsreject", FRONT),
        }[death]
    )
    code = refusal(document)
    document.close()
    assert dying == []
    rejecting = death == "it rejects"
    assert code == ("paper.printer_rejecting" if rejecting else "paper.printer_gone")
    queues.resume()
    assert queues.printed(FRONT, patience=0.2) == []


def test_a_paper_that_the_printer_does_not_have_is_said(
    queues: PrintServer, half: PdfDocument, tmp_path: Path
) -> None:
    driver = tmp_path / "cut.ppd"
    lines = DRIVER.read_text().splitlines(keepends=True)
    kept = (line for line in lines if not line.startswith(("*VariablePaper", "*CustomPage")))
    driver.write_text("".join(line for line in kept if not line.startswith("*ParamCustom")))
    queues.add_queue(FRONT, driver)
    assert refusal(half) == "paper.size_refused"
    assert queues.printed(FRONT, patience=0.2) == []


def test_after_a_refusal_the_next_print_goes_through(
    queues: PrintServer, half: PdfDocument
) -> None:
    queues.tell("cupsreject", FRONT)
    assert refusal(half) == "paper.printer_rejecting"
    queues.tell("cupsaccept", FRONT)
    Printers().send(half, FRONT)
    assert len(queues.printed(FRONT)) == 1


# From the preview


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


@pytest.fixture
def preview(
    workplace: Workplace, record: ComplaintDetail, queues: PrintServer
) -> Iterator[Preview]:
    queues.tell("lpadmin", "-d", FRONT)
    deeds = PaperDeeds(workplace)
    made = Preview(deeds.of_case(FormCode.COMPLAINT_SHEET, record.id), deeds)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def outcomes(workplace: Workplace, record: ComplaintDetail) -> list[str]:
    return [row.outcome for row in paper.prints_of(workplace, "complaint", record.id)]


def test_from_the_preview_to_the_paper(
    preview: Preview, workplace: Workplace, record: ComplaintDetail, queues: PrintServer
) -> None:
    preview.panel.copies.set_value("2")
    preview.print_sheet()
    kept = out_of(queues)
    assert len(sizes(kept.file)) == 2
    with pypdfium2.PdfDocument(kept.file) as printed:
        pictures = [page.render(scale=DOTS / 72).to_pil() for page in printed]
    codes = [code.text for page in pictures for code in zxingcpp.read_barcodes(page)]
    assert codes == [codes[0]] * 2
    assert outcomes(workplace, record) == ["asked"]
    preview.panel.yes_button.click()
    assert outcomes(workplace, record) == ["printed"]


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        (("cupsdisable", FRONT), "is stopped"),
        (("cupsreject", FRONT), "takes no jobs now"),
        (("lpadmin", "-x", FRONT), "is not there any more"),
    ],
)
def test_what_the_queue_refuses_is_said_and_counts_for_no_print(  # noqa: PLR0917 - fixtures
    preview: Preview,
    workplace: Workplace,
    record: ComplaintDetail,
    queues: PrintServer,
    deed: tuple[str, ...],
    words: str,
) -> None:
    queues.tell(*deed)
    preview.print_sheet()
    assert words in preview.panel.message()
    assert not preview.panel.is_asking()
    assert outcomes(workplace, record) == ["failed"]
    sheet = preview.sheet()
    assert sheet is not None
    assert sheet.reprint == 0
