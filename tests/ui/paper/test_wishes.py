"""How a paper is wanted: what a printer's profile says, what the clerk changes, what comes out."""

from collections.abc import Iterator

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.config import Profile, Settings
from desk.services import complaint, paper
from desk.services.complaint import ComplaintDetail
from desk.services.paper import FormCode
from desk.services.workplace import Workplace
from desk.ui.paper.at_once import begin
from desk.ui.paper.calibration import CalibrationDialog
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.measure_field import MeasureField
from desk.ui.paper.preview import Preview
from desk.ui.paper.profile import ProfileDialog
from tests.ui.paper.test_preview import WHOLE, FakePrinters
from tests.ui.walk import guessing, unnamed

FORM = FormCode.COMPLAINT_SHEET


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


@pytest.fixture
def deeds(workplace: Workplace) -> PaperDeeds:
    return PaperDeeds(workplace)


@pytest.fixture
def printers() -> FakePrinters:
    return FakePrinters()


@pytest.fixture
def behind() -> Iterator[QWidget]:
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def preview(
    deeds: PaperDeeds, record: ComplaintDetail, printers: FakePrinters
) -> Iterator[Preview]:
    made = Preview(deeds.of_case(FORM, record.id), deeds, printers)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def size_of(shown: Preview) -> tuple[float, float]:
    """The sheet's first page in millimetres."""
    sheet = shown.sheet()
    assert sheet is not None
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        return tuple(round(side / 72 * 25.4) for side in document[0].get_size())


def test_every_control_has_a_name_and_every_label_is_plain(
    deeds: PaperDeeds, record: ComplaintDetail, printers: FakePrinters, language: str
) -> None:
    made = Preview(deeds.of_case(FORM, record.id), deeds, printers)
    made.show()
    dialog = made.open_profile()
    assert dialog is not None
    measured = dialog.calibrate()
    assert measured is not None
    for window in (made, dialog, measured):
        assert unnamed(window) == []
        assert guessing(window) == []
    for window in (measured, dialog, made):
        window.close()
    made.deleteLater()


def test_another_paper_is_another_sheet(preview: Preview) -> None:
    assert size_of(preview) == (210, 297)
    preview.panel.paper.set_value("A5")
    preview.panel.paper.changed.emit()
    assert size_of(preview) == (148, 210)


def test_each_copy_says_whose_it_is(preview: Preview) -> None:
    one = preview.sheet()
    assert one is not None
    QTest.keyClick(preview.panel.copies.control, Qt.Key.Key_Right)
    assert preview.panel.wishes.captions() == "Stub · Customer"
    two = preview.sheet()
    assert two is not None
    assert two.captions == ("stub", "customer")
    with pypdfium2.PdfDocument(one.pdf) as alone, pypdfium2.PdfDocument(two.pdf) as both:
        assert len(both) == 2 * len(alone)


def test_carbonless_paper_says_that_one_strike_prints_all(preview: Preview) -> None:
    preview.panel.copies.set_value("2")
    preview.panel.paper.set_value("241x279")
    preview.panel.paper.changed.emit()
    assert preview.panel.wishes.captions() == "Stub · Customer: one strike prints them all."
    assert size_of(preview) == (241, 279)


def test_a_printer_brings_its_own_way_with_the_form(
    preview: Preview, deeds: PaperDeeds, printers: FakePrinters
) -> None:
    deeds.keep_profile(FORM, "front", Profile(paper="A5", copies=3, tray="lower", offset=(2, 1)))
    preview.panel.printer.set_value("front")
    preview.panel.printer.changed.emit()
    asked = preview.panel.asked()
    assert (asked.paper, asked.copies, preview.panel.tray.value()) == ("A5", 3, "lower")
    assert size_of(preview) == (148, 210)
    preview.print_sheet()
    assert printers.sent == [("front", 1, (2, 1))]
    preview.panel.printer.set_value("back")
    preview.panel.printer.changed.emit()
    assert size_of(preview) == (210, 297)


def test_a_paper_that_the_form_does_not_stand_on_is_passed_over(
    deeds: PaperDeeds, record: ComplaintDetail, printers: FakePrinters
) -> None:
    deeds.keep_profile(FORM, "back", Profile(paper="241x93"))
    made = Preview(deeds.of_case(FORM, record.id), deeds, printers)
    assert made.panel.asked().paper == "A4"
    assert made.sheet() is not None
    made.close()
    made.deleteLater()


def profile_of(preview: Preview) -> ProfileDialog:
    QTest.keyClick(preview, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    (dialog,) = preview.findChildren(ProfileDialog)
    return dialog


def test_the_profile_is_kept_for_this_printer_and_this_form(
    preview: Preview, workplace: Workplace
) -> None:
    dialog = profile_of(preview)
    for key, value in (("right", 1.5), ("down", -2), ("across", 99.5), ("copies", 2)):
        dialog.field(key).set_value(value)
    dialog.field("at_once").set_value("yes")
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    kept = Settings.load(workplace.folder.settings).profile(FORM, "back")
    assert kept == Profile(paper="A4", copies=2, offset=(1.5, -2), scale=(99.5, 100), at_once=True)
    assert preview.panel.asked().copies == 2
    assert not Settings.load(workplace.folder.settings).profile(FORM, "front").at_once


def test_a_measure_beyond_its_bounds_is_refused_beside_its_field(preview: Preview) -> None:
    dialog = profile_of(preview)
    dialog.field("right").restore("99")
    dialog.field("across").restore("wide")
    assert not dialog.save()
    assert dialog.refusal("right") == "Type a number from -50 to 50."
    assert dialog.refusal("across") == "Type a number, such as 1.5."
    dialog.field("right").restore("")
    dialog.field("across").restore("")
    assert dialog.save()


# Calibration


def calibration_of(preview: Preview) -> CalibrationDialog:
    dialog = profile_of(preview)
    QTest.keyClick(dialog, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    (measured,) = dialog.findChildren(CalibrationDialog)
    return measured


def test_the_calibration_page_is_printed_as_the_printer_prints_now(
    preview: Preview, workplace: Workplace, deeds: PaperDeeds, printers: FakePrinters
) -> None:
    deeds.keep_profile(FORM, "back", Profile(offset=(1.5, -2)))
    dialog = calibration_of(preview)
    QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert printers.sent == [("back", 1, (1.5, -2))]
    assert dialog.sent() == "Sent to back."
    assert paper.unanswered(workplace) == ()


def test_a_calibration_page_that_was_not_taken_is_said(
    preview: Preview, printers: FakePrinters
) -> None:
    dialog = calibration_of(preview)
    printers.there = []
    dialog.print_page()
    assert "The printer back is not there any more." in dialog.refusal()
    assert dialog.sent() == ""


def test_what_was_measured_becomes_the_printers_place_and_size(
    preview: Preview, workplace: Workplace
) -> None:
    dialog = calibration_of(preview)
    for key, value in (("left", 32), ("top", 18), ("across", 102), ("down", 100)):
        dialog.field(key).set_value(value)
    assert dialog.save()
    (profile,) = preview.findChildren(ProfileDialog)
    values = profile.values()
    assert (values["across"], values["along"]) == pytest.approx((98.04, 100))
    assert values["right"] < 0 < values["down"]
    assert profile.save()
    kept = Settings.load(workplace.folder.settings).profile(FORM, "back")
    assert kept.offset == (values["right"], values["down"])


def test_what_no_working_printer_does_is_measured_again(preview: Preview) -> None:
    dialog = calibration_of(preview)
    for key, value in (("left", 90), ("across", 100), ("down", 100)):
        dialog.field(key).set_value(value)
    assert not dialog.save()
    assert dialog.refusal("top") == "Measure this on the page, and type it in millimetres."
    dialog.field("top").set_value(20)
    assert not dialog.save()
    assert dialog.refusal("left").startswith("Measure the left mark again")


@pytest.mark.parametrize(("typed", "read"), [("1.5", 1.5), ("-2,25", -2.25), ("", 0.0), ("x", 0.0)])
def test_a_measure_is_read_as_it_is_written(typed: str, read: float) -> None:
    field = MeasureField(-50, 50)
    field.restore(typed)
    assert field.value() == read


def test_arrow_keys_move_a_measure() -> None:
    field = MeasureField(-50, 50)
    QTest.keyClick(field.line, Qt.Key.Key_Up)
    assert field.draft() == "0.1"
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert field.draft() == "-0.9"


# Without preview


def at_once(
    deeds: PaperDeeds, record: ComplaintDetail, printers: FakePrinters, behind: QWidget
) -> Preview:
    deeds.keep_profile(FORM, "back", Profile(at_once=True))
    made = Preview(deeds.of_case(FORM, record.id), deeds, printers, behind)
    begin(made)
    QApplication.processEvents()
    return made


def test_one_key_prints_where_the_profile_says_so(
    workplace: Workplace,
    deeds: PaperDeeds,
    record: ComplaintDetail,
    printers: FakePrinters,
    behind: QWidget,
) -> None:
    made = at_once(deeds, record, printers, behind)
    assert not made.isVisible()
    assert printers.sent == [("back", 1, (0.0, 0.0))]
    assert [row.number for row in paper.unanswered(workplace)] == [record.number]


def test_a_print_without_preview_that_fails_opens_the_preview_and_says_why(
    workplace: Workplace,
    deeds: PaperDeeds,
    record: ComplaintDetail,
    printers: FakePrinters,
    behind: QWidget,
) -> None:
    class Gone(FakePrinters):
        def names(self) -> list[str]:
            return ["front", "back"]

    gone = Gone(())
    gone.default = lambda: "back"  # type: ignore[method-assign]
    made = at_once(deeds, record, gone, behind)
    assert made.isVisible()
    assert "The printer back is not there any more." in made.panel.message()
    assert paper.unanswered(workplace) == ()
    made.close()


def test_without_the_profile_the_preview_opens(
    deeds: PaperDeeds, record: ComplaintDetail, printers: FakePrinters, behind: QWidget
) -> None:
    made = Preview(deeds.of_case(FORM, record.id), deeds, printers, behind)
    begin(made)
    assert made.isVisible()
    assert printers.sent == []
    made.close()
