"""The complaint register: the list, and beside it the record or the form."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.domain.complaint import ComplaintEntry
from desk.i18n import _
from desk.services.complaint import ComplaintDetail, ComplaintRow
from desk.ui.complaint import words
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.form import ComplaintForm
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.paper.preview import Preview
from desk.wording import label

_EXCERPT = 120
_WIRED = "is_wired"


class ComplaintPage(RegisterPage[ComplaintRow]):
    """`visit_wanted` asks the window for the visit a complaint came from."""

    visit_wanted = Signal(int)

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds = deeds
        super().__init__(self._make_plan())

    # What the window and other registers call

    def begin_from_reception(self, reception_id: int) -> QWidget | None:
        """A form that knows what the visit knows; a visit that is one already is opened."""
        known = self._deeds.of_reception(reception_id)
        if known is not None:
            return self._show_detail(known)
        return self._show_form(self._deeds.from_reception(reception_id))

    def begin_for_resident(self, resident_id: int) -> QWidget | None:
        """A form that knows the person."""
        return self._show_form(self._deeds.of_resident(resident_id))

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """The form of an earlier run: a new one, a correction, or a record with words typed."""
        if "course" not in draft:
            return super().resume(draft, subject)
        form = self._form(self._deeds.get(subject) if subject else self._deeds.empty())
        form.restore(draft)
        self.table.forget_choice()
        return form if self.show_record(form) else None

    def show_record(self, widget: QWidget) -> bool:
        """Open a record or a form beside the list."""
        self._wire(widget)
        return super().show_record(widget)

    def open_blank(self) -> Preview:
        """The empty sheet, for the drawer."""
        plan = self._deeds.paper.blank_complaint_sheet(words.sheet_title)
        preview = Preview(plan, self._deeds.paper, parent=self.window())
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()
        return preview

    # Parts

    def _make_plan(self) -> RegisterPlan[ComplaintRow]:
        return RegisterPlan(
            title=words.register_title,
            columns=(
                Column("number", _number_words, _number, 122, muted=True, note=self._received),
                Column("who", _who_words, _complainant, 128, strong=True, note=_unit),
                Column("about", _about_words, _about, stretch=True, note=_excerpt),
                Column("severity", _severity_words, _severity, 108, chip=words.row_severity),
                Column("state", _state_words, _state, 120, chip=words.row_state),
            ),
            fetch=self._deeds.page,
            row_id=_id,
            empty=words.empty_words,
            open_record=self._open_row,
            open_key=self._open_key,
            new_record=self._new_form,
            new_words=words.new_words,
            row_of=_row_of,
            filters=(
                Filter("state", _state_words, words.state_choices),
                Filter("severity", _severity_words, words.severity_choices),
                Filter("nature", _nature_words, words.nature_choices),
                Filter("content", _content_words, words.content_choices),
                Filter("days", _days_words, _day_choices),
            ),
        )

    def _make_head(self) -> QHBoxLayout:
        head = super()._make_head()
        self.blank_button = KeyButton(_blank_words, kind="quiet", sign="document")
        self.blank_button.clicked.connect(self.open_blank)
        head.insertWidget(head.count() - 1, self.blank_button)
        return head

    def _received(self, row: ComplaintRow) -> str:
        return self._deeds.custom.datetime(row.received_at)

    def _open_row(self, row: ComplaintRow) -> QWidget:
        return self._record(self._deeds.get(row.id))

    def _open_key(self, key: str) -> QWidget:
        return self._record(self._deeds.get(int(key) if key.isdecimal() else key))

    def _new_form(self) -> QWidget:
        return self._form(self._deeds.empty())

    def _record(self, detail: ComplaintDetail) -> ComplaintRecord:
        record = ComplaintRecord(self._deeds)
        record.load(detail)
        return record

    def _form(self, value: ComplaintEntry | ComplaintDetail) -> ComplaintForm:
        form = ComplaintForm(self._deeds)
        form.load(value)
        return form

    def _show_form(self, entry: ComplaintEntry) -> QWidget | None:
        self.table.forget_choice()
        form = self._form(entry)
        return form if self.show_record(form) else None

    def _show_detail(self, detail: ComplaintDetail) -> QWidget | None:
        record = self._record(detail)
        shown = self.show_record(record)
        if shown and not self.table.choose(detail.id):
            self.table.forget_choice()
        return record if shown else None

    def _wire(self, widget: QWidget) -> None:
        """Once for each widget, also for one that waited at the side."""
        if widget.property(_WIRED):
            return
        widget.setProperty(_WIRED, True)
        if isinstance(widget, ComplaintForm):
            widget.saved.connect(self._form_saved)
            widget.case_wanted.connect(self.open_key)
        elif isinstance(widget, ComplaintRecord):
            widget.change_wanted.connect(self._change)
            widget.visit_wanted.connect(self.visit_wanted)

    def _form_saved(self, detail: ComplaintDetail) -> None:
        self._show_detail(detail)

    def _change(self, detail: ComplaintDetail) -> None:
        self.show_record(self._form(detail))


def _row_of(detail: ComplaintDetail) -> ComplaintRow:
    return ComplaintRow(
        id=detail.id,
        version=detail.version,
        number=detail.number,
        received_at=detail.received_at,
        unit=detail.unit,
        complainant=detail.complainant,
        about=detail.about,
        excerpt=" ".join(detail.course[:_EXCERPT].split()),
        nature=detail.nature,
        content_class=detail.content_class,
        severity=detail.severity,
        state=detail.state,
    )


def _id(row: ComplaintRow) -> int:
    return row.id


def _number(row: ComplaintRow) -> str:
    return row.number


def _complainant(row: ComplaintRow) -> str:
    return row.complainant


def _unit(row: ComplaintRow) -> str:
    return row.unit or ""


def _about(row: ComplaintRow) -> str:
    return row.about


def _excerpt(row: ComplaintRow) -> str:
    return row.excerpt


def _severity(row: ComplaintRow) -> str:
    return label("severity", row.severity)


def _state(row: ComplaintRow) -> str:
    return label("complaint_state", row.state)


def _day_choices() -> list[Choice]:
    return [
        Choice("today", _("Today")),
        Choice("week", _("Last 7 days")),
        Choice("month", _("This month")),
    ]


def _number_words() -> str:
    return _("Number")


def _who_words() -> str:
    return _("Complainant")


def _about_words() -> str:
    return _("Complaint about")


def _severity_words() -> str:
    return _("Severity")


def _state_words() -> str:
    return _("State")


def _nature_words() -> str:
    return _("Nature")


def _content_words() -> str:
    return _("Content")


def _days_words() -> str:
    return _("Reported")


def _blank_words() -> str:
    return _("Blank sheet")
