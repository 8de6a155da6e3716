"""What every field of a form can do, whatever it holds."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desk.ui.kit.retranslate import Spoken, Words


class Field(Spoken, QWidget):
    """One field. `changed` says the clerk altered it, `entered` that she pressed Enter in it.

    A subclass sets `self.control`, the widget that takes the keyboard, and calls `retranslate()`
    last. Drafts are JSON values, so that a half-finished form survives a restart.
    """

    changed = Signal()
    entered = Signal()

    control: QWidget
    _label: Words | None = None

    def value(self) -> Any:
        """What stands in the field, typed; None where nothing does."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value; this is not a change by the clerk."""
        raise NotImplementedError

    def draft(self) -> Any:
        """The raw content as a JSON value, valid or not."""
        return self.value()

    def restore(self, draft: Any) -> None:
        """Show a raw content again; one that no longer fits is left out."""
        self.set_value(draft)

    def problem(self) -> str | None:
        """Why the raw content cannot be read as a value, in the current language."""
        return None

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting it be changed."""
        self.control.setEnabled(not read_only)

    def set_label(self, label: Words) -> None:
        """Which words name the field; they become its accessible name."""
        self._label = label
        self.say_name()

    def say_name(self) -> None:
        """Write the accessible name in the current language."""
        if self._label is not None:
            self.control.setAccessibleName(self._label())

    def mark_refused(self, sentence: str) -> None:
        """Show that the field was refused, and say why to whoever listens; "" takes it back."""
        mark(self.control, sentence)

    def retranslate(self) -> None:
        """The name; a field with more words adds them."""
        self.say_name()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A field is entered by its control."""
        super().focusInEvent(event)
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _adopt(self, control: QWidget) -> None:
        self.control = control
        self.setFocusProxy(control)


def mark(control: QWidget, sentence: str) -> None:
    """Draw a control as refused, and say why to whoever listens; "" takes it back."""
    control.setAccessibleDescription(sentence)
    restyle(control, "refused", "true" if sentence else "false")


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at; an unchanged one costs nothing."""
    if (widget.property(name) or "false") != value:
        widget.setProperty(name, value)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
