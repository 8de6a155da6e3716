"""A register of cases: beside the list the case with its deeds, or the form that writes it down."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.ui.kit.fault_note import fault_note
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.record_model import Row
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.shown_record import ShownRecord

_WIRED = "is_wired"


class CaseRegister(RegisterPage[Row]):
    """Walking down the list shows one case after another in the record that is open.

    `RECORD` shows a case and `FORM` writes it, either made with the deeds of the room; `DRAFTED` is
    what the drafts of the form alone have: other drafts are words typed at an open record.
    """

    RECORD: ClassVar[type[Any]]
    FORM: ClassVar[type[Any]]
    DRAFTED: ClassVar[str]

    _deeds: Any

    # Written by each register

    def read_case(self, key: int | str) -> Any:
        """A case by its id or number; raises a DeskError."""
        return self._deeds.get(key)

    def wire_record(self, record: Any) -> None:
        """Listen to what a record of this register alone asks for."""

    def wire_form(self, form: Any) -> None:
        """Listen to what a form of this register alone asks for."""

    def case_shown(self, record: Any) -> None:
        """What was written down is shown."""

    # What the window and other registers call

    def begin(self, entry: Any) -> QWidget | None:
        """A form that knows what the entry knows."""
        self.table.forget_choice()
        form = self._form(entry)
        return form if self.show_record(form) else None

    def begin_with(self, make: Callable[[Any], Any], key: object) -> QWidget | None:
        """A form that knows what `make` finds of a key, or in its place why it knows nothing."""
        try:
            return self.begin(make(key))
        except DeskError as fault:
            return self.show_fault(fault)

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """The form of an earlier run: a new one, a correction, or a case with words typed."""
        if self.DRAFTED not in draft:
            return super().resume(draft, subject)
        form = self._form(self.read_case(subject) if subject else self._deeds.empty())
        form.restore(draft)
        self.table.forget_choice()
        return form if self.show_record(form) else None

    def show_record(self, widget: QWidget) -> bool:
        """Open a case or a form beside the list."""
        self._wire(widget)
        return super().show_record(widget)

    def show_case(self, known: Any) -> ShownRecord | None:
        """The case, chosen in the list too where it stands there; None where the open one was
        kept."""
        record = self._record(known)
        if not self.show_record(record):
            return None
        if not self.table.choose(known.detail.id):
            self.table.forget_choice()
        self.case_shown(record)
        return record

    def show_fault(self, fault: DeskError) -> QWidget | None:
        """Why something cannot be shown, in its place."""
        note = fault_note(fault)
        return note if self.show_record(note) else None

    # For the plan

    def cases(self, **told: Any) -> RegisterPlan[Row]:
        """The plan of the register; `told` is what it has of its own."""
        return RegisterPlan(
            fetch=self._deeds.page,
            open_record=self.opened,
            open_key=self.opened_key,
            new_record=self.empty_form if self._deeds.may_register() else None,
            **told,
        )

    def opened(self, row: Any) -> QWidget:
        """A case of the list."""
        return self._record(self.read_case(row.id))

    def opened_key(self, key: str) -> QWidget:
        """A case by its id or number."""
        return self._record(self.read_case(int(key) if key.isdecimal() else key))

    def empty_form(self) -> QWidget:
        """A case that is written."""
        return self._form(self._deeds.empty())

    # Parts

    def _record(self, known: Any) -> ShownRecord:
        record = self.open_form()
        shown: ShownRecord = record if isinstance(record, self.RECORD) else self.RECORD(self._deeds)
        shown.load(known)
        return shown

    def _form(self, value: Any) -> RecordForm:
        form: RecordForm = self.FORM(self._deeds)
        form.load(value)
        return form

    def _wire(self, widget: QWidget) -> None:
        """Once for each widget, also for one that waited at the side."""
        if widget.property(_WIRED):
            return
        widget.setProperty(_WIRED, True)
        if isinstance(widget, self.FORM):
            widget.saved.connect(self._form_saved)
            self.wire_form(widget)
        elif isinstance(widget, self.RECORD):
            widget.change_wanted.connect(self._change)
            self.wire_record(widget)

    def _form_saved(self, known: Any) -> None:
        self.show_case(known)

    def _change(self, known: Any) -> None:
        self.show_record(self._form(known))
