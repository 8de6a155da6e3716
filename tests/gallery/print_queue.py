"""On the way to the printer: how a paper is wanted, a profile, what waits for its answer."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QDialog

from desk.domain.complaint import State
from desk.services.paper import FormCode, PrintRow
from desk.ui.complaint.page import ComplaintPage
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.paper.calibration import CalibrationDialog
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.preview import Preview
from desk.ui.paper.profile import ProfileDialog
from desk.ui.paper.unanswered import UnansweredNote, ask_at_once
from desk.wording import sentence
from tests.gallery.estates import NOW
from tests.gallery.stage import Stage

PRINTERS = ["EPSON LQ-735KII", "HP LaserJet M404"]


def continuous(stage: Stage) -> None:
    """Three copies on carbonless paper: one strike prints them all."""
    shown = _preview(stage)
    shown.panel.paper.set_value("241x279")
    shown.panel.copies.set_value("3")
    shown.panel.paper.changed.emit()
    _over(stage, shown)


def refused(stage: Stage) -> None:
    """The printer is stopped: said, and nothing is marked as printed."""
    shown = _preview(stage)
    shown.panel.say(sentence("paper.printer_stopped", {"printer": PRINTERS[0]}), refused=True)
    _over(stage, shown)


def profile(stage: Stage) -> None:
    """How this form goes through this printer."""
    _over(stage, _profile(stage))


def calibration(stage: Stage) -> None:
    """What was measured on the calibration page."""
    dialog = _calibration(stage)
    for key, value in (("left", 31.5), ("top", 20), ("across", 100.5), ("down", 99.5)):
        dialog.field(key).set_value(value)
    _over(stage, dialog)


def calibration_refused(stage: Stage) -> None:
    """What no working printer does is measured again."""
    dialog = _calibration(stage)
    for key, value in (("left", 90), ("top", 20), ("across", 100.5)):
        dialog.field(key).set_value(value)
    dialog.save()
    _over(stage, dialog)


def stock(stage: Stage) -> None:
    """Fields of the form on the picture of the stock."""
    editor = _preview(stage).open_stock()
    editor.head.field("name").set_value(stage.estate.words["estate"])
    for place, (name, wide) in enumerate((("number", 42.0), ("qr", 20.0), ("printed_by", 30.0))):
        editor.draft.add(name)
        editor.draft.alter(x=24.0 + 62 * place, y=26.0, width=wide)
    editor.canvas.show_ground(_printed_stock())
    editor.canvas.setFocus()
    _over(stage, editor)


def waiting(stage: Stage) -> None:
    """At the foot of the window: prints that wait for their answer."""
    _note(stage)


def unanswered(stage: Stage) -> None:
    """Did these come out?"""
    _over(stage, _note(stage).open_list())


def packet(stage: Stage) -> None:
    """The papers of one packet: all of them came out."""
    note = _note(stage)
    _over(stage, ask_at_once(note._deeds, note.window(), (1, 2)))


def _printed_stock() -> QImage:
    """A form with lines to write on, as a scanner sees it."""
    image = QImage(840, 1188, QImage.Format.Format_RGB32)
    image.fill(QColor("#fbf8f0"))
    painter = QPainter(image)
    painter.setPen(QColor("#b03a2e"))
    painter.drawRect(60, 60, 720, 1068)
    for line in range(12):
        painter.drawLine(60, 180 + 76 * line, 780, 180 + 76 * line)
    painter.end()
    return image


def _preview(stage: Stage) -> Preview:
    page = stage.page("complaint", "supervisor")
    assert isinstance(page, ComplaintPage)
    record = page.open_key(str(stage.estate.complaints[State.HANDLED]))
    assert isinstance(record, ComplaintRecord)
    shown = record.open_preview()
    shown.panel.show_printers(PRINTERS, PRINTERS[0])
    stage.settle()
    return shown


def _profile(stage: Stage) -> ProfileDialog:
    dialog = _preview(stage).open_profile()
    assert dialog is not None
    return dialog


def _calibration(stage: Stage) -> CalibrationDialog:
    dialog = _profile(stage).calibrate()
    assert dialog is not None
    return dialog


class _Waiting(PaperDeeds):
    """Prints that were sent, though no queue and no log knows of them."""

    number, printed_by = "", ""

    def unanswered(self) -> tuple[PrintRow, ...]:
        """Two papers of one case."""
        row = PrintRow(
            id=1,
            printed_at=NOW - timedelta(minutes=14),
            printed_by=self.printed_by,
            form=FormCode.COMPLAINT_SHEET,
            kind="complaint",
            record_id=1,
            number=self.number,
            language="zh_Hant",
            template_version="1",
            digest="",
            destination="printer",
            copies=1,
            reprint=0,
            content={},
            printer=PRINTERS[0],
        )
        return row, replace(row, id=2, form=FormCode.COMPLAINT_RECORD, printer=PRINTERS[1])


def _note(stage: Stage) -> UnansweredNote:
    window = stage.desk("complaint", "supervisor")
    (note,) = window.status.findChildren(UnansweredNote)
    deeds = _Waiting(stage.workplace())
    deeds.number, deeds.printed_by = "C2026-000020", stage.workplace().actor.name
    note._deeds = deeds
    note.refresh()
    return note


def _over(stage: Stage, dialog: QDialog) -> None:
    stage.cover(dialog)


SCENES = {
    "print-continuous": continuous,
    "print-refused": refused,
    "print-profile": profile,
    "print-calibration": calibration,
    "print-calibration-refused": calibration_refused,
    "print-stock": stock,
    "print-waiting": waiting,
    "print-unanswered": unanswered,
    "print-packet": packet,
}
