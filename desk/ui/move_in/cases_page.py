"""The cases as a section: the list, and beside it the case or the form."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.move_in import MoveInEntry
from desk.errors import DeskError
from desk.services.move_in import MoveIn, MoveInRow
from desk.ui.kit.fault_note import fault_note
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.move_in import columns, words
from desk.ui.move_in.deeds import MoveInDeeds
from desk.ui.move_in.form import CaseForm
from desk.ui.move_in.record import CaseRecord

_WIRED = "is_wired"


class CasesPage(WordedRegister[MoveInRow]):
    """Everything that was written down, newest first, found by words too."""

    WIDTH = 200

    def __init__(self, deeds: MoveInDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(self._make_plan(), parent)

    # What the window and other registers call

    def begin_for_unit(self, unit_id: int) -> QWidget | None:
        """A form that knows the room."""
        try:
            entry = self._deeds.of_unit(unit_id)
        except DeskError as fault:
            note = fault_note(fault)
            return note if self.show_record(note) else None
        self.table.forget_choice()
        form = self._form(entry)
        return form if self.show_record(form) else None

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """The form of an earlier run: a new one, a correction, or a case that was open."""
        if "moved_on" not in draft:
            return super().resume(draft, subject)
        form = self._form(self._deeds.get(subject) if subject else self._deeds.empty())
        form.restore(draft)
        self.table.forget_choice()
        return form if self.show_record(form) else None

    def show_record(self, widget: QWidget) -> bool:
        """Open a case or a form beside the list."""
        self._wire(widget)
        return super().show_record(widget)

    # Parts

    def _make_plan(self) -> RegisterPlan[MoveInRow]:
        plan = columns.Columns(self._deeds)
        return RegisterPlan(
            title=words.title,
            columns=plan.columns(),
            fetch=self._deeds.page,
            row_id=columns.id_of,
            empty=words.empty_words,
            filters=plan.filters(),
            open_record=self._open_row,
            open_key=self._open_key,
            new_record=self._new_form if self._deeds.may_register() else None,
            new_words=words.new_words,
            row_of=plan.row_of,
        )

    def _open_row(self, row: MoveInRow) -> QWidget:
        return self._record(self._deeds.get(row.id))

    def _open_key(self, key: str) -> QWidget:
        return self._record(self._deeds.get(int(key) if key.isdecimal() else key))

    def _new_form(self) -> QWidget:
        return self._form(self._deeds.empty())

    def _record(self, known: MoveIn) -> CaseRecord:
        """An open record shows the next case: walking down the list stays quick."""
        record = self.open_form()
        if not isinstance(record, CaseRecord):
            record = CaseRecord(self._deeds)
        record.load(known)
        return record

    def _form(self, value: MoveInEntry | MoveIn) -> CaseForm:
        form = CaseForm(self._deeds)
        form.load(value)
        return form

    def _show_case(self, known: MoveIn) -> None:
        """What was written down, the keyboard on what comes next."""
        record = self._record(known)
        if not self.show_record(record):
            return
        if not self.table.choose(known.detail.id):
            self.table.forget_choice()
        record.focus_deed()

    def _wire(self, widget: QWidget) -> None:
        """Once for each widget, also for one that waited at the side."""
        if widget.property(_WIRED):
            return
        widget.setProperty(_WIRED, True)
        if isinstance(widget, CaseForm):
            widget.saved.connect(self._show_case)
        elif isinstance(widget, CaseRecord):
            widget.change_wanted.connect(self._change)

    def _change(self, known: MoveIn) -> None:
        self.show_record(self._form(known))
