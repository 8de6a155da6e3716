"""What the input method is still composing is not in `text()` yet."""

from PySide6.QtGui import QGuiApplication


def commit_composing_text() -> None:
    """Take it over before a form is read, or it would be lost."""
    method = QGuiApplication.inputMethod()
    if method is not None:
        method.commit()
