"""The register of release passes: the list, and beside it the pass or the form."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.domain.release_pass import PassEntry
from desk.errors import DeskError
from desk.i18n import pgettext
from desk.services.release_pass import Pass, PassRow
from desk.ui.kit.fault_note import fault_note
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.release_pass import acts, columns, words
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.form import PassForm
from desk.ui.release_pass.record import PassRecord
from desk.ui.release_pass.verify_dialog import VerifyDialog

_WIRED = "is_wired"


class PassPage(WordedRegister[PassRow]):
    """Everything that was written down, newest first, found by words too."""

    WIDTH = 200

    def __init__(self, deeds: PassDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        self._dialog: VerifyDialog | None = None
        super().__init__(self._make_plan(), parent)

    # What the window and other registers call

    def begin_for_resident(self, resident_id: int) -> QWidget | None:
        """A form that knows the person."""
        try:
            return self._show_form(self._deeds.of_resident(resident_id))
        except DeskError as fault:
            return self._show_fault(fault)

    def begin_for_unit(self, unit_id: int) -> QWidget | None:
        """A form that knows the unit; who applies is asked for."""
        return self._show_form(replace(self._deeds.empty(), unit_id=unit_id))

    def begin_from_reception(self, reception_id: int) -> QWidget | None:
        """A form that knows what the visit knows of the person."""
        try:
            return self._show_form(self._deeds.from_reception(reception_id))
        except DeskError as fault:
            return self._show_fault(fault)

    def verify(self, code: str = "") -> VerifyDialog:
        """Answer the guard; a scanned code is answered at once, in the dialog that is open."""
        if self._dialog is None:
            dialog = self._dialog = VerifyDialog(
                self._deeds.verify, acts.acts(self._deeds), self._deeds.custom, self.window()
            )
            dialog.act_wanted.connect(self._run_at_gate)
            dialog.pass_wanted.connect(self._show_pass)
            dialog.finished.connect(self._verified)
            dialog.open()
        if code:
            self._dialog.show_code(code)
        return self._dialog

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """The form of an earlier run: a new one, a correction, or a pass that was open."""
        if "items" not in draft:
            return super().resume(draft, subject)
        form = self._form(self._deeds.get(subject) if subject else self._deeds.empty())
        form.restore(draft)
        self.table.forget_choice()
        return form if self.show_record(form) else None

    def show_record(self, widget: QWidget) -> bool:
        """Open a pass or a form beside the list."""
        self._wire(widget)
        return super().show_record(widget)

    # Parts

    def _make_plan(self) -> RegisterPlan[PassRow]:
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
            row_of=columns.row_of,
        )

    def _make_head(self) -> QHBoxLayout:
        head = super()._make_head()
        self.verify_button = KeyButton(_verify_words, key="F6", sign="check")
        self.verify_button.clicked.connect(self._verify_clicked)
        head.insertWidget(head.count() - 1, self.verify_button)
        return head

    def _open_row(self, row: PassRow) -> QWidget:
        return self._record(self._deeds.get(row.id))

    def _open_key(self, key: str) -> QWidget:
        return self._record(self._deeds.get(int(key) if key.isdecimal() else key))

    def _new_form(self) -> QWidget:
        return self._form(self._deeds.empty())

    def _record(self, known: Pass) -> PassRecord:
        """An open record shows the next pass: walking down the list stays quick."""
        record = self.open_form()
        if not isinstance(record, PassRecord):
            record = PassRecord(self._deeds)
        record.load(known)
        return record

    def _form(self, value: PassEntry | Pass) -> PassForm:
        form = PassForm(self._deeds)
        form.load(value)
        return form

    def _show_form(self, entry: PassEntry) -> QWidget | None:
        self.table.forget_choice()
        form = self._form(entry)
        return form if self.show_record(form) else None

    def _show_pass(self, known: Pass) -> PassRecord | None:
        record = self._record(known)
        shown = self.show_record(record)
        if shown and not self.table.choose(known.detail.id):
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
        if isinstance(widget, PassForm):
            widget.saved.connect(self._show_pass)
            widget.pass_wanted.connect(self.open_key)
        elif isinstance(widget, PassRecord):
            widget.change_wanted.connect(self._change)

    def _change(self, known: Pass) -> None:
        self.show_record(self._form(known))

    def _verify_clicked(self) -> None:
        self.verify()

    def _verified(self, _result: int) -> None:
        self._dialog = None

    def _run_at_gate(self, code: str, known: Pass) -> None:
        """The pass opens, and over it the dialog of what the guard did."""
        record = self._show_pass(known)
        if record is not None:
            record.run_code(code)


def _verify_words() -> str:
    return pgettext("release", "Check a pass")
