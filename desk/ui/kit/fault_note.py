"""Why nothing is shown, in its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desk.errors import DeskError
from desk.ui.kit.faults import fault_words
from desk.ui.kit.label import plain_label


def fault_note(fault: DeskError) -> QLabel:
    """The words of a fault where a record or a form would stand."""
    note = plain_label(fault_words(fault), "refusal")
    note.setWordWrap(True)
    note.setAlignment(Qt.AlignmentFlag.AlignTop)
    note.setContentsMargins(24, 56, 24, 24)
    return note
