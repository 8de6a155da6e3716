"""Lines of label and value to be read before an answer; plain text, whatever stands in it."""

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desk.domain.approval import Line
from desk.ui.kit.label import plain_label

_UNBROKEN = re.compile(r"(\S{24})(?=\S)")
_LABEL_WIDTH = 120


class ShownLines(QWidget):
    """A line without a label is a heading over the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """These, in place of what stood here."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for row, line in enumerate(lines):
            if line.label:
                self._grid.addWidget(_label(line.label), row, 0)
                self._grid.addWidget(_value(line.value), row, 1)
            else:
                self._grid.addWidget(_value(line.value, "title"), row, 0, 1, 2)


def _label(words: str) -> QLabel:
    label = plain_label(words, "label")
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setWordWrap(True)
    label.setMaximumWidth(2 * _LABEL_WIDTH)
    return label


def _value(words: str, role: str = "") -> QLabel:
    """A word without an end is broken too, or part of it would stand outside."""
    value = plain_label(_UNBROKEN.sub("\\1\u200b", words), role)
    value.setWordWrap(True)
    value.setAlignment(Qt.AlignmentFlag.AlignTop)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return value
