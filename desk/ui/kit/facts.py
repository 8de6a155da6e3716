"""What is written down, to be read: short facts in two columns, long texts under their names."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Words

_TWO_COLUMNS = 400
_GAP_AFTER_NAME = 1
_GAP_AFTER_VALUE = 9


class Fact(NamedTuple):
    """A name and what stands under it; `wide` takes the whole width."""

    name: str
    value: str
    wide: bool = False


class Facts(QWidget):
    """Everything can be chosen and copied; an empty value is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Sequence[Fact] = ()
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(_GAP_AFTER_NAME)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self._facts = [fact for fact in facts if fact.value]
        while len(self._labels) < len(self._facts):
            self._labels.append((plain_label(role="small", parent=self), self._value()))
        for number, (name, value) in enumerate(self._labels):
            is_used = number < len(self._facts)
            if is_used:
                fact = self._facts[number]
                name.setText(fact.name)
                value.setText(fact.value)
                value.setAccessibleName(f"{fact.name}: {fact.value}")
            name.setVisible(is_used and bool(self._facts[number].name))
            value.setVisible(is_used)
        self._arrange()

    def words(self) -> list[str]:
        """What is shown, name and value by turns."""
        return [words for fact in self._facts for words in fact[:2]]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be too narrow."""
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= _TWO_COLUMNS else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        row = column = 0
        for fact, (name, value) in zip(self._facts, self._labels, strict=False):
            span = self._columns if fact.wide else 1
            if column + span > self._columns:
                row, column = row + 2, 0
            self._grid.addWidget(name, row, column, 1, span)
            self._grid.addWidget(value, row + 1, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span

    def _value(self) -> QLabel:
        label = plain_label(parent=self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        label.setContentsMargins(0, 0, 0, _GAP_AFTER_VALUE)
        return label


class FactSection(QWidget):
    """A heading with facts under it, used again from record to record; without facts not there."""

    def __init__(self, title: Words | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Facts()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        if title is not None:
            box.addWidget(WordLabel(title, "heading"))
        box.addWidget(self.facts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self.facts.show_facts(facts)
        self.setVisible(bool(self.facts.words()))

    def words(self) -> list[str]:
        """What is shown, name and value by turns."""
        return self.facts.words()
