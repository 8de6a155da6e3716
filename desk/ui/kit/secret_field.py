"""A field for a password: hidden, never drafted, never trimmed."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.ui.kit.line_field import LineField

_MOST = 200


class SecretField(LineField):
    """A password as it was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_MOST, parent=parent)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)

    def value(self) -> str:
        """Blanks belong to a password."""
        return self.line.text()

    def draft(self) -> str:
        """A password is never kept."""
        return ""

    def restore(self, draft: Any) -> None:
        """Nothing was kept."""
