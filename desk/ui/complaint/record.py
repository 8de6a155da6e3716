"""A complaint as it stands, and the next thing to be done with it."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal

from desk.domain.complaint import TEXT_LIMIT, State
from desk.i18n import _, pgettext
from desk.services.complaint import ComplaintDetail
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.complaint import words
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.facts import Fact, Facts
from desk.ui.complaint.print_history import PrintHistory
from desk.ui.complaint.steps import Step, StepTrack
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField
from desk.ui.paper.preview import Preview
from desk.wording import label


class ComplaintRecord(RecordForm):
    """Shows a `ComplaintDetail`; what is typed is how it was handled, or its result.

    `change_wanted` asks for the form that corrects it, `visit_wanted` for the visit it came from.
    """

    change_wanted = Signal(object)
    visit_wanted = Signal(int)

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds = deeds
        super().__init__()

    # The life of a form

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self._detail().number

    def subject(self) -> str:
        """The number, for a draft."""
        return self.heading()

    def build(self) -> None:
        """Where it stands, what to do next, what was written down, files and prints."""
        self.steps, self.facts = StepTrack(), Facts()
        self.attachments, self.prints = AttachmentList(), PrintHistory(self._deeds.custom)
        self.visit_button = KeyButton(self._visit_words, kind="link")
        self.visit_button.clicked.connect(self._visit_clicked)
        self.add_widget(self.steps)
        self.add("process", TextField(TEXT_LIMIT, lines=3), _process_words, required=True)
        self.add("result", TextField(TEXT_LIMIT, lines=3), _result_words, required=True)
        for part in (self.facts, self.visit_button, self.attachments, self.prints):
            self.add_widget(part)
        self._build_buttons()

    def show_value(self, value: ComplaintDetail) -> None:
        """Show everything as it stands."""
        self._value = value
        self.field("process").set_value("")
        self.field("result").set_value("")
        self.attachments.show_record(self._deeds.attachments(value.id))
        self.show_prints()
        self._show_words()

    def read(self) -> str:
        """What was typed: how it was handled, or the result."""
        return str(self.field(self._typed()).value())

    def save_value(self, value: str) -> ComplaintDetail:
        """Handle or close."""
        detail = self._detail()
        if detail.state == State.REGISTERED:
            return self._deeds.handle(detail, value)
        return self._deeds.close(detail, value)

    def retranslate(self) -> None:
        """The parts that are written from the record."""
        super().retranslate()
        if self.value() is not None:
            self._show_words()

    # Deeds

    def open_preview(self) -> Preview:
        """The sheet, to be looked at and printed."""
        plan = self._deeds.paper.complaint_sheet(self._detail().id, words.sheet_title)
        preview = Preview(plan, self._deeds.paper, parent=self.window())
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.printed.connect(self._was_printed)
        preview.open()
        return preview

    def show_prints(self) -> None:
        """Read again what was printed."""
        self.prints.show_rows(self._deeds.paper.prints("complaint", self._detail().id))

    # Parts

    def _build_buttons(self) -> None:
        self.save_button.hide()
        self.handle_button = KeyButton(_handle_words, key="F8", kind="primary", sign="check")
        self.close_button = KeyButton(_close_words, key="F8", kind="primary", sign="check")
        self.change_button = KeyButton(_change_words, kind="quiet", sign="edit")
        self.print_button = KeyButton(_print_words, key="Ctrl+P", sign="print")
        for button, deed in (
            (self.handle_button, self.save),
            (self.close_button, self.save),
            (self.change_button, self._change_clicked),
            (self.print_button, self.open_preview),
        ):
            button.clicked.connect(deed)
            self.add_button(button, at_end=button in (self.change_button, self.print_button))

    def _show_words(self) -> None:
        detail = self._detail()
        self.show_chip(words.state_chip(detail.state))
        self.steps.show_steps(self._steps(detail))
        self.facts.show_facts(self._facts(detail))
        self.visit_button.retranslate()
        self.visit_button.setVisible(detail.reception_id is not None)
        self._show_deeds(detail)

    def _show_deeds(self, detail: ComplaintDetail) -> None:
        """The next deed is open or says why not; a deed that is behind is gone."""
        handle, close = self._deeds.why_not_handle(detail), self._deeds.why_not_close(detail)
        self.handle_button.shut(handle)
        self.close_button.shut(close)
        self.change_button.shut(self._deeds.why_not_change(detail))
        self.print_button.shut(self._deeds.why_not_print())
        self.handle_button.setVisible(detail.state == State.REGISTERED)
        self.close_button.setVisible(detail.state != State.CLOSED)
        self.fields.cell("process").setVisible(not handle)
        self.fields.cell("result").setVisible(not close)

    def _typed(self) -> str:
        return "process" if self._detail().state == State.REGISTERED else "result"

    def _detail(self) -> ComplaintDetail:
        value: Any = self.value()
        if not isinstance(value, ComplaintDetail):
            raise TypeError("no complaint is shown")
        return value

    def _steps(self, detail: ComplaintDetail) -> list[Step]:
        return [
            self._step(State.REGISTERED, detail.received_at, detail.received_by),
            self._step(State.HANDLED, detail.handled_at, detail.handled_by),
            self._step(State.CLOSED, detail.closed_at, detail.closed_by),
        ]

    def _step(self, state: State, at: datetime | None, by: str | None) -> Step:
        name = label("complaint_state", state)
        if at is None:
            return Step(name, "", done=False)
        return Step(name, f"{self._deeds.custom.datetime(at)}  {by or ''}".strip(), done=True)

    def _facts(self, detail: ComplaintDetail) -> list[Fact]:
        custom = self._deeds.custom
        return [
            Fact(_("Complainant"), detail.complainant),
            Fact(_("Room"), detail.unit or ""),
            Fact(_("How to reach the resident"), detail.contact),
            Fact(_("Answer wanted"), label("contact_method", detail.contact_method)),
            Fact(_("When it happened"), custom.datetime(detail.occurred_at)),
            Fact(_("Where"), detail.place),
            Fact(_("Person or department complained about"), detail.about, wide=True),
            Fact(_("Course of events"), detail.course, wide=True),
            Fact(_("What the resident asks for"), detail.demand, wide=True),
            Fact(_("Nature"), label("nature", detail.nature)),
            Fact(_("Content"), label("content_class", detail.content_class)),
            Fact(_("Severity"), label("severity", detail.severity)),
            Fact(_("Channel"), label("channel", detail.channel)),
            *self._judged_anew(detail),
            Fact(_("How it was handled"), detail.process, wide=True),
            Fact(_("Final result"), detail.result, wide=True),
        ]

    def _judged_anew(self, detail: ComplaintDetail) -> list[Fact]:
        """R130: each new judgement with its reason."""
        told = []
        for one in self._deeds.reclassifications(detail.id):
            line = _("{when}, {by}: from {before} to {after}. {why}").format(
                when=self._deeds.custom.datetime(one.at),
                by=one.by,
                before=label("nature", one.before),
                after=label("nature", one.after),
                why=one.why,
            )
            told.append(Fact(_("Judged anew"), line, wide=True))
        return told

    def _visit_words(self) -> str:
        number = "" if self.value() is None else self._detail().reception_number or ""
        return _("From visit {number}").format(number=number)

    def _visit_clicked(self) -> None:
        reception_id = self._detail().reception_id
        if reception_id is not None:
            self.visit_wanted.emit(reception_id)

    def _change_clicked(self) -> None:
        self.change_wanted.emit(self._detail())

    def _was_printed(self, _printed: object) -> None:
        self.show_prints()


def _process_words() -> str:
    return _("How it was handled")


def _result_words() -> str:
    return _("Final result")


def _handle_words() -> str:
    return pgettext("deed", "Handled")


def _close_words() -> str:
    return pgettext("deed", "Close")


def _change_words() -> str:
    return _("Change")


def _print_words() -> str:
    return _("Print")
