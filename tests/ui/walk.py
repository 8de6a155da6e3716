"""Walks through every widget of a window: what the ear hears, what must stay plain."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def controls(window: QWidget) -> Iterator[QWidget]:
    """Everything of ours that takes the keyboard or the mouse."""
    for widget in window.findChildren(QWidget):
        is_qt_own = widget.objectName().startswith("qt_") or "Private" in type(widget).__name__
        if isinstance(widget, CONTROLS) and not is_qt_own and not is_part(widget):
            yield widget


def is_part(widget: QWidget) -> bool:
    """Whether it is a piece of another control, such as the list that a combo box opens."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractItemView | QComboBox | QScrollBar):
            return True
        parent = parent.parentWidget()
    return False


def unnamed(window: QWidget) -> list[str]:
    """Controls that an ear would meet as "button" or "edit"."""
    return [describe(widget) for widget in controls(window) if not spoken(widget)]


def spoken(widget: QWidget) -> str:
    """What is spoken: the accessible name, or a button's own text."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or text).strip()


def guessing(window: QWidget) -> list[str]:
    """Labels that would take data for markup."""
    return [
        describe(label)
        for label in window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and label.pixmap().isNull()
    ]


def visible_words(window: QWidget) -> set[str]:
    """Every text on the window that is made of words."""
    found = {window.windowTitle()}
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            found.add(widget.placeholderText())
        found.add(widget.accessibleName())
    return {text for text in found if text.strip()}


def describe(widget: QWidget) -> str:
    """Which widget it is, for the message of a failed test."""
    chain = [widget]
    while (parent := chain[-1].parentWidget()) is not None:
        chain.append(parent)
    return " < ".join(type(part).__name__ for part in chain)
