"""The complaint register: the list, and beside it the record or the form."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.domain.complaint import ComplaintEntry
from desk.errors import DeskError
from desk.services.complaint import ComplaintRow
from desk.services.complaint_case import Case
from desk.ui.complaint import columns, words
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.form import ComplaintForm
from desk.ui.complaint.print_menu import PrintMenu
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.fault_note import fault_note
from desk.ui.kit.register_page import RegisterPage, RegisterPlan

_WIRED = "is_wired"


class ComplaintPage(RegisterPage[ComplaintRow]):
    """`visit_wanted` asks the window for the visit a complaint came from, `repair_wanted` for a
    repair slip of one, `record_wanted` for a record by its word and key."""

    visit_wanted = Signal(int)
    repair_wanted = Signal(int)
    record_wanted = Signal(str, str)

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds = deeds
        super().__init__(self._make_plan())

    # What the window and other registers call

    def begin_from_reception(self, reception_id: int) -> QWidget | None:
        """A form that knows what the visit knows; a visit that is one already is opened."""
        try:
            known = self._deeds.of_reception(reception_id)
            if known is not None:
                return self._show_case(self._deeds.case(known.id))
            return self._show_form(self._deeds.from_reception(reception_id))
        except DeskError as fault:
            return self._show_fault(fault)

    def begin_for_resident(self, resident_id: int) -> QWidget | None:
        """A form that knows the person."""
        try:
            return self._show_form(self._deeds.of_resident(resident_id))
        except DeskError as fault:
            return self._show_fault(fault)

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """The form of an earlier run: a new one, a correction, or a record with words typed."""
        if "course" not in draft:
            return super().resume(draft, subject)
        form = self._form(self._deeds.case(subject) if subject else self._deeds.empty())
        form.restore(draft)
        self.table.forget_choice()
        return form if self.show_record(form) else None

    def show_record(self, widget: QWidget) -> bool:
        """Open a record or a form beside the list."""
        self._wire(widget)
        return super().show_record(widget)

    # Parts

    def _make_plan(self) -> RegisterPlan[ComplaintRow]:
        plan = columns.Columns(self._deeds)
        return RegisterPlan(
            title=words.register_title,
            columns=plan.columns(),
            fetch=self._deeds.page,
            row_id=columns.id_of,
            empty=words.empty_words,
            open_record=self._open_row,
            open_key=self._open_key,
            new_record=self._new_form if self._deeds.may_register() else None,
            new_words=words.new_words,
            row_of=columns.row_of,
            filters=plan.filters(),
        )

    def _make_head(self) -> QHBoxLayout:
        head = super()._make_head()
        self.print_menu = PrintMenu(self._deeds)
        self.print_menu.shut(self._deeds.why_not_print())
        head.insertWidget(head.count() - 1, self.print_menu)
        return head

    def _open_row(self, row: ComplaintRow) -> QWidget:
        return self._opened(row.id)

    def _open_key(self, key: str) -> QWidget:
        return self._opened(int(key) if key.isdecimal() else key)

    def _opened(self, key: int | str) -> QWidget:
        return self._record(self._deeds.case(key))

    def _new_form(self) -> QWidget:
        return self._form(self._deeds.empty())

    def _record(self, case: Case) -> ComplaintRecord:
        """An open record shows the next case: walking down the list stays quick."""
        record = self.open_form()
        if not isinstance(record, ComplaintRecord):
            record = ComplaintRecord(self._deeds)
        record.load(case)
        return record

    def _form(self, value: ComplaintEntry | Case) -> ComplaintForm:
        form = ComplaintForm(self._deeds)
        form.load(value)
        return form

    def _show_form(self, entry: ComplaintEntry) -> QWidget | None:
        self.table.forget_choice()
        form = self._form(entry)
        return form if self.show_record(form) else None

    def _show_case(self, case: Case) -> QWidget | None:
        record = self._record(case)
        shown = self.show_record(record)
        if shown and not self.table.choose(case.detail.id):
            self.table.forget_choice()
        return record if shown else None

    def _show_fault(self, fault: DeskError) -> QWidget | None:
        note = fault_note(fault)
        return note if self.show_record(note) else None

    def _wire(self, widget: QWidget) -> None:
        """Once for each widget, also for one that waited at the side."""
        if widget.property(_WIRED):
            return
        widget.setProperty(_WIRED, True)
        if isinstance(widget, ComplaintForm):
            widget.saved.connect(self._form_saved)
            widget.case_wanted.connect(self.open_key)
            widget.joined.connect(self._joined)
        elif isinstance(widget, ComplaintRecord):
            widget.change_wanted.connect(self._change)
            widget.visit_wanted.connect(self.visit_wanted)
            widget.repair_wanted.connect(self.repair_wanted)
            widget.record_wanted.connect(self.record_wanted)

    def _form_saved(self, case: Case) -> None:
        self._show_case(case)

    def _joined(self, case: Case) -> None:
        """The caller stands in the open case; the form is done with."""
        self._show_case(case)
        self.table.refresh_row(columns.row_of(case))

    def _change(self, case: Case) -> None:
        self.show_record(self._form(case))
