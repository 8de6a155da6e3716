"""What the main window may ask of any page in its middle."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class ShellPage(QWidget):
    """A page of the main window. All answers here are "nothing": a page overrides what it can.

    `saved` says which record was written, by its heading; `set_aside` hands a half-finished form
    to the window, where it waits; `drafts_changed` says that something was typed that would be
    lost in a crash. `keeps_aside` is set by a window that lets forms wait; without one a form with
    changes asks instead.
    """

    keeps_aside = False

    set_aside = Signal(QWidget)
    saved = Signal(str)
    drafts_changed = Signal()

    def shown(self) -> None:
        """The clerk came to this page."""

    def reload(self) -> None:
        """Read everything again."""

    def new_words(self) -> str:
        """What the New button says here in the current language; "" where nothing can be new."""
        return ""

    def start_new(self) -> QWidget | None:
        """Open an empty form (F2)."""
        return None

    def open_key(self, key: str) -> QWidget | None:  # noqa: ARG002
        """Open the record of that key, such as one that was searched."""
        return None

    def take_back(self, form: QWidget) -> bool:  # noqa: ARG002
        """Show a form again that waited at the side; False where another one was kept."""
        return False

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:  # noqa: ARG002
        """Make a form again from an earlier run's draft; `subject` is the record's key or ""."""
        return None

    def open_form(self) -> QWidget | None:
        """The form that is open now."""
        return None
