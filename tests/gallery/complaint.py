"""Scenes of the complaint register, its files and its paper."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from desk.domain.complaint import State
from desk.i18n import _
from desk.services.paper import FormCode
from desk.ui.complaint.form import ComplaintForm
from desk.ui.complaint.page import ComplaintPage
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.notify import question_box
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "supervisor") -> ComplaintPage:
    page = stage.page("complaint", login)
    assert isinstance(page, ComplaintPage)
    return page


def _record(stage: Stage, state: str) -> ComplaintRecord:
    page = _page(stage)
    number = stage.estate.complaints[state]
    record = page.open_key(str(number))
    assert isinstance(record, ComplaintRecord)
    page.table.choose(number)
    stage.settle()
    return record


def register(stage: Stage) -> None:
    """The list alone."""
    _page(stage)


def new(stage: Stage) -> None:
    """F2."""
    _page(stage, "reception").start_new()


def _filled(stage: Stage) -> ComplaintForm:
    page = _page(stage, "reception")
    form = page.begin_for_resident(stage.estate.resident.id)
    assert isinstance(form, ComplaintForm)
    told = stage.estate.words["complaints"][3]
    for key in ("about", "course", "demand", "content_class", "severity"):
        form.field(key).set_value(told[key])
    stage.settle()
    return form


def filled(stage: Stage) -> None:
    """Written down, ready to be saved."""
    _filled(stage)


def filled_below(stage: Stage) -> None:
    """The lower half of the form."""
    bar = scroll_of(_filled(stage)).verticalScrollBar()
    bar.setValue(bar.maximum())


def refused(stage: Stage) -> None:
    """Nothing was written down: everything is said at once."""
    form = _page(stage, "reception").start_new()
    assert isinstance(form, ComplaintForm)
    form.save()


def registered(stage: Stage) -> None:
    """A complaint that waits to be handled."""
    _record(stage, State.REGISTERED)


def busy(stage: Stage) -> None:
    """A major case in the midst of it: what is late, what stands still, what is missing."""
    _record(stage, "busy")


def busy_below(stage: Stage) -> None:
    """Its journal."""
    record = _record(stage, "busy")
    scroll_of(record).ensureWidgetVisible(record.timeline, 0, 0)


def busy_deeds(stage: Stage) -> None:
    """Every deed of it, and why some are shut."""
    record = _record(stage, "busy")
    sheet = record.bar.open_sheet()
    assert sheet is not None
    stage.settle()
    stage.over.append((sheet, sheet.pos() - record.window().pos()))


def handled(stage: Stage) -> None:
    """A complaint that waits to be closed."""
    _record(stage, State.HANDLED)


def closed(stage: Stage) -> None:
    """A complaint that is closed for now."""
    _record(stage, State.CLOSED)


def attachments(stage: Stage) -> None:
    """The files of a complaint, and one that was refused."""
    record = _record(stage, State.REGISTERED)
    wrong = stage.estate.folder.path.parent / "notes.txt"
    wrong.write_text("plain text")
    record.attachments.add([wrong])
    wrong.unlink()
    stage.settle()
    scroll_of(record).ensureWidgetVisible(record.attachments)


def viewer(stage: Stage) -> None:
    """A picture looked at inside the program."""
    record = _record(stage, State.REGISTERED)
    shown = record.attachments.open(record.attachments._rows[0])
    assert shown is not None
    _over(stage, shown)


def preview(stage: Stage) -> None:
    """The sheet before it is printed."""
    _over(stage, _record(stage, State.HANDLED).open_preview())


def preview_blank(stage: Stage) -> None:
    """The blank sheet."""
    _over(stage, _page(stage).print_menu.open_blank(FormCode.COMPLAINT_SHEET))


def preview_asks(stage: Stage) -> None:
    """Sent to the printer: has it come out?"""
    shown = _record(stage, State.HANDLED).open_preview()
    shown.panel.show_printers(["HP LaserJet M404"], "HP LaserJet M404")
    shown.panel.ask_whether_it_came_out("HP LaserJet M404")
    _over(stage, shown)


def discard(stage: Stage) -> None:
    """The question before typed words are lost."""
    form = _filled(stage)
    box, _deed = question_box(form, _("Discard what you typed?"), _("Discard"), form.heading())
    _over(stage, box)


def scroll_of(form: QWidget) -> QScrollArea:
    """The part of a form that moves."""
    found = form.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


def _over(stage: Stage, dialog: QDialog) -> None:
    stage.cover(dialog)


SCENES: dict[str, Callable[[Stage], None]] = {
    "complaint-register": register,
    "complaint-new": new,
    "complaint-new-filled": filled,
    "complaint-new-filled-below": filled_below,
    "complaint-new-refused": refused,
    "complaint-registered": registered,
    "complaint-busy": busy,
    "complaint-busy-below": busy_below,
    "complaint-busy-deeds": busy_deeds,
    "complaint-handled": handled,
    "complaint-closed": closed,
    "complaint-attachments": attachments,
    "attachment-viewer": viewer,
    "print-preview": preview,
    "print-preview-blank": preview_blank,
    "print-came-out": preview_asks,
    "question-discard": discard,
}
