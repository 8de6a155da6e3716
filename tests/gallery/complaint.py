"""Scenes of the complaint register, its files and its paper."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from desk.domain.complaint import State
from desk.i18n import _
from desk.services.paper import FormCode, Period
from desk.ui.complaint import paper_acts
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


def filing(stage: Stage) -> None:
    """Filed at once, with the question that applies."""
    form = _filled(stage)
    form.field("decision").set_value("file")
    form.field("ground").set_value("emergency")
    form.filing.show_wanted()
    stage.settle()
    bar = scroll_of(form).verticalScrollBar()
    bar.setValue(bar.maximum())


def joining(stage: Stage) -> None:
    """Another caller is added to an open case with what is typed already."""
    form = _filled(stage)
    dialog = form.join(stage.estate.complaints["busy"])
    assert dialog is not None
    _over(stage, dialog)


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


def preview_of(form: FormCode, state: str) -> Callable[[Stage], None]:
    """Another paper of a case."""

    def scene(stage: Stage) -> None:
        """A paper of a case before it is printed."""
        record = _record(stage, state)
        _over(stage, paper_acts.preview(record._deeds, form, record, record.case()))

    return scene


def preview_register(form: FormCode) -> Callable[[Stage], None]:
    """A register over the days up to today."""

    def scene(stage: Stage) -> None:
        """A register before it is printed."""
        page = _page(stage)
        today = page._deeds.today()
        plan = page._deeds.paper.register(form, Period(today - timedelta(days=14), today))
        _over(stage, paper_acts.show_plan(page._deeds, plan, page))

    return scene


def print_menu(stage: Stage) -> None:
    """Registers and blank forms."""
    page = _page(stage)
    stage.drop(page.print_menu.menu(), page.print_menu)


def blank_menu(stage: Stage) -> None:
    """Every form as a blank."""
    page = _page(stage)
    stage.drop(page.print_menu.blank_menu(), page.print_menu)


def register_dialog(stage: Stage) -> None:
    """Which days the follow-up register is of."""
    _over(stage, _page(stage).print_menu.ask_period(FormCode.FOLLOW_UP_REGISTER))


def month_dialog(stage: Stage) -> None:
    """Which month is summed up."""
    _over(stage, _page(stage).print_menu.ask_period(FormCode.MONTHLY_SUMMARY))


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
    "complaint-new-filing": filing,
    "complaint-new-joining": joining,
    "complaint-new-refused": refused,
    "complaint-registered": registered,
    "complaint-busy": busy,
    "complaint-busy-below": busy_below,
    "complaint-busy-deeds": busy_deeds,
    "complaint-handled": handled,
    "complaint-closed": closed,
    "complaint-attachments": attachments,
    "attachment-viewer": viewer,
    "complaint-print-menu": print_menu,
    "complaint-blank-menu": blank_menu,
    "complaint-register-dialog": register_dialog,
    "complaint-month-dialog": month_dialog,
    "print-preview": preview,
    "print-record": preview_of(FormCode.COMPLAINT_RECORD, State.CLOSED),
    "print-corrective-action": preview_of(FormCode.CORRECTIVE_ACTION, "reported"),
    "print-special-report": preview_of(FormCode.SPECIAL_REPORT, "reported"),
    "print-joint-report": preview_of(FormCode.JOINT_REPORT, "busy"),
    "print-disposal-record": preview_register(FormCode.DISPOSAL_RECORD),
    "print-follow-up-register": preview_register(FormCode.FOLLOW_UP_REGISTER),
    "print-monthly-summary": preview_register(FormCode.MONTHLY_SUMMARY),
    "print-preview-blank": preview_blank,
    "print-came-out": preview_asks,
    "question-discard": discard,
}
