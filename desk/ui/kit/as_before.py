"""A field as it is now, to be made so again: its words, its cursor, what is chosen in it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPersistentModelIndex
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

Restore = Callable[[], None]


@runtime_checkable
class Typed(Protocol):
    """A form or a dialog that knows whether something typed would be lost."""

    def is_dirty(self) -> bool:
        """Whether it would."""

    def untouched(self) -> None:
        """What was typed is gone again."""


def as_before(field: QObject | None) -> Restore:
    """What makes a field say again what it says now; what can be undone in it stays so.

    A form or dialog around it that had nothing to lose has nothing to lose afterwards.
    """
    return partial(_again, _words_of(field), tuple(_clean_around(field)))


def _again(words: Restore, clean: Sequence["Typed"]) -> None:
    words()
    for one in clean:
        one.untouched()


def _clean_around(field: QObject | None) -> Iterator["Typed"]:
    around = field
    while around is not None:
        if isinstance(around, Typed) and not around.is_dirty():
            yield around
        around = around.parent()


def _words_of(field: QObject | None) -> Restore:
    match field:
        case QLineEdit():
            start, length = field.selectionStart(), field.selectionLength()
            return partial(_line, field, field.text(), field.cursorPosition(), start, length)
        case QPlainTextEdit() | QTextEdit():
            cursor, scrolled = field.textCursor(), field.verticalScrollBar().value()
            places = (cursor.anchor(), cursor.position())
            return partial(_sheet, field, field.toPlainText(), places, scrolled)
        case QComboBox():
            return partial(field.setCurrentIndex, field.currentIndex())
        case QAbstractItemView():
            return partial(_row, field, QPersistentModelIndex(field.currentIndex()))
    return _nothing


def _line(field: QLineEdit, text: str, cursor: int, start: int, length: int) -> None:
    """The same words, cursor and selection; it can still be undone what was typed before."""
    if field.text() != text:
        field.selectAll()
        field.insert(text)
    field.setCursorPosition(cursor)
    if length:
        is_backward = cursor == start
        field.setSelection(
            start + length if is_backward else start, -length if is_backward else length
        )


def _sheet(
    field: QPlainTextEdit | QTextEdit, text: str, places: tuple[int, int], scrolled: int
) -> None:
    cursor = field.textCursor()
    if field.toPlainText() != text:
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
    anchor, position = places
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.verticalScrollBar().setValue(scrolled)


def _row(view: QAbstractItemView, index: QPersistentModelIndex) -> None:
    if index.isValid():
        view.setCurrentIndex(index.model().index(index.row(), index.column(), index.parent()))


def _nothing() -> None:
    """A button or a bare window keeps no words."""
