"""The base form, with a fixed life: build, load, read, validate all, save, ask before losing.

A screen subclasses `RecordForm` and writes four methods: `build`, `show_value`, `read` and
`save_value`. Everything else is here, so that all forms behave alike.
"""

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.errors import DeskError, RuleRefused
from desk.i18n import _
from desk.ui.kit.chips import Chip
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.faults import count_words, fault_words
from desk.ui.kit.field import Field
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.form_frame import FormFrame
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.notify import ask, say
from desk.ui.kit.retranslate import Spoken, Words

_SEEN = "seen_version"


class RecordForm(Spoken, QWidget):
    """A record as a form. `saved` carries what `save_value` gave back.

    `draft_key` names its draft, the same over its whole life and over a restart.
    """

    saved = Signal(object)
    back_wanted = Signal()
    dirty_changed = Signal(bool)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.draft_key = os.urandom(16).hex()
        self.fields = FieldSet()
        self._value: Any = None
        self._is_dirty = self._is_read_only = False
        self._lay_out()
        self.build()
        self.setFocusProxy(self.fields)
        self.retranslate()

    # Written by each screen

    def build(self) -> None:
        """Add sections, fields and buttons, in the order in which Enter walks."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Put a frozen value into the fields."""
        raise NotImplementedError

    def read(self) -> Any:
        """The frozen value that the fields make."""
        raise NotImplementedError

    def save_value(self, value: Any) -> Any:
        """Ask the service to save and give the record as it is now, which is loaded again.

        May raise RuleRefused or another DeskError.
        """
        raise NotImplementedError

    def heading(self) -> str:
        """The title in the current language."""
        return ""

    def saved_title(self) -> str:
        """What a message calls the record that was just saved."""
        return self.heading()

    def subject(self) -> str:
        """The key of the record being changed, "" for a new one; kept with a draft."""
        return ""

    def make_frame(self) -> FormFrame:
        """How the form stands; one that is no single column of fields makes its own."""
        return FormFrame(self.fields, self.save_button)

    def save_words(self) -> str:
        """What stands on the button that saves."""
        return _("Save")

    # Building

    def add_section(self, title: Words | None = None) -> None:
        """Begin a group of fields, under a heading where there is one."""
        self.fields.add_section(title)

    def add(  # noqa: PLR0913 - all but the first three are named
        self,
        key: str,
        field: Field,
        label: Words,
        *,
        hint: Words | None = None,
        required: bool = False,
        span: float = 2,
    ) -> Field:
        """Add a field. `key` is the `Reason.field` its refusals name; span 1 is half a line."""
        self.fields.add(key, field, label, hint=hint, required=required, span=span)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field, over the whole width."""
        self.fields.add_widget(widget)

    def add_button(self, button: KeyButton, *, at_end: bool = False) -> KeyButton:
        """Add a button to the foot, beside Save; `at_end` puts it to the far right."""
        self._frame.add_button(button, at_end=at_end)
        return button

    def field(self, key: str) -> Field:
        """The field of that key."""
        return self.fields.field(key)

    def retranslate(self) -> None:
        """The heading and the summary; parts look after themselves."""
        self.show_heading()
        self.clear_refusals()

    def show_heading(self) -> None:
        """Write the heading again, because what it says has changed."""
        self._frame.show_title(self.heading())
        self.setAccessibleName(self.heading())

    def show_chip(self, chip: Chip | None) -> None:
        """The state beside the heading."""
        self._frame.chip.show_chip(chip)

    # The life

    def load(self, value: Any) -> None:
        """Show a value; nothing is changed yet."""
        self._value = value
        self.show_value(value)
        self.clear_refusals()
        self.show_heading()
        self._set_dirty(False)

    def value(self) -> Any:
        """What was loaded or saved last."""
        return self._value

    def save(self) -> bool:
        """Read, check every field, save; refusals are shown all at once beside their fields."""
        commit_composing_text()
        self.clear_refusals()
        if self._is_read_only or not self._fields_can_be_read():
            return False
        try:
            answer = self.save_value(self.read())
        except RuleRefused as refused:
            self.show_refusals(refused)
            return False
        except DeskError as fault:
            self.show_summary(fault_words(fault))
            return False
        self.load(answer)
        say(self, _("Saved"))
        self.saved.emit(answer)
        return True

    def is_dirty(self) -> bool:
        """Whether something would be lost."""
        return self._is_dirty

    def untouched(self) -> None:
        """What was typed is gone again: nothing would be lost."""
        self._set_dirty(False)

    def may_leave(self) -> bool:
        """Ask before losing changes; True where there is nothing to lose."""
        commit_composing_text()
        if not self._is_dirty:
            return True
        return ask(self, _("Discard what you typed?"), _("Discard"), self.heading())

    def is_read_only(self) -> bool:
        """Whether it only shows."""
        return self._is_read_only

    def set_read_only(self, read_only: bool) -> None:
        """Show the record without letting it be changed."""
        self._is_read_only = read_only
        self.fields.set_read_only(read_only)
        self.save_button.setVisible(not read_only)

    def draft(self) -> dict[str, Any]:
        """Everything typed so far as JSON values, so that it survives a lock and a restart.

        With it goes the version of the record that the clerk saw when she began to type.
        """
        seen = getattr(self._value, "version", None)
        return self.fields.draft() | ({} if seen is None else {_SEEN: seen})

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Put a draft back; the form has something to lose again.

        The record is taken for the one the clerk saw, so that saving over what somebody else
        saved in the meantime is refused as stale.
        """
        self.fields.restore(draft)
        seen = draft.get(_SEEN)
        if isinstance(seen, int) and getattr(self._value, "version", seen) != seen:
            self._value = replace(self._value, version=seen)
        self._set_dirty(True)

    # Refusals

    def show_refusals(self, refused: RuleRefused) -> None:
        """Each reason beside its field; what belongs to no field stands on top."""
        count, loose = self.fields.refuse(refused.reasons)
        self.show_summary("\n".join(loose) or count_words(count))
        self._show_first_refusal()

    def refusal(self, key: str) -> str:
        """What stands beside a field."""
        return self.fields.cell(key).refusal()

    def summary(self) -> str:
        """What stands on top."""
        return self._frame.summary.text()

    def show_summary(self, words: str) -> None:
        """Say on top what belongs to no field; "" takes it back."""
        self._frame.summary.setText(words)
        self._frame.summary.setVisible(bool(words))

    def clear_refusals(self) -> None:
        """Take every refusal back."""
        self.fields.clear_refusals()
        self.show_summary("")

    # Parts

    def _lay_out(self) -> None:
        self.save_button = KeyButton(self.save_words, key="F8", kind="primary", sign="save")
        self.save_button.clicked.connect(self.save)
        self.fields.changed.connect(self._field_changed)
        self.fields.walked_through.connect(self._to_save)
        self._frame = self.make_frame()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._frame)

    def _fields_can_be_read(self) -> bool:
        count = self.fields.show_problems()
        if count:
            self.show_summary(count_words(count))
            self._show_first_refusal()
        return not count

    def _show_first_refusal(self) -> None:
        cell = self.fields.focus_first_refusal()
        if cell is not None:
            self._frame.area.ensureWidgetVisible(cell)

    def _field_changed(self) -> None:
        self._set_dirty(True)
        self.edited.emit()

    def _set_dirty(self, dirty: bool) -> None:
        if dirty != self._is_dirty:
            self._is_dirty = dirty
            self.dirty_changed.emit(dirty)

    def _to_save(self) -> None:
        self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
