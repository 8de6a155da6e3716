"""One matter of the settings: a heading, what it is about, its fields, its button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.errors import DeskError, RuleRefused
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.faults import fault_words
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.retranslate import Words

_WIDTH = 620


class Block(QWidget):
    """Built from the top: `fields`, `add`, then `add_button`. `attempt` does the deed."""

    def __init__(
        self, title: Words, note: Words | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.fields = FieldSet()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        labels = [WordLabel(title, "heading")]
        if note is not None:
            labels.append(WordLabel(note, "muted"))
        for label in labels:
            label.setWordWrap(True)
            self._box.addWidget(label)
        self._spoken: list[WordLabel | KeyButton] = [*labels]
        self._box.addWidget(self.fields)
        self._refusal = plain_label(role="refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self._box.addWidget(self._refusal)

    def add(self, widget: QWidget) -> None:
        """Set something under the fields."""
        self._box.insertWidget(self._box.count() - 1, widget)

    def add_button(
        self, words: Words, deed: Callable[[], object], *, kind: str = "", sign: str = ""
    ) -> KeyButton:
        """A button under everything; Enter in the last field leads to it."""
        button = KeyButton(words, kind=kind, sign=sign)
        self._spoken.append(button)
        button.clicked.connect(deed)
        self.fields.walked_through.connect(button.setFocus)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch()
        self._box.addSpacing(2)
        self._box.addLayout(row)
        return button

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do it; refusals stand beside their fields, what belongs to none under them."""
        commit_composing_text()
        self.fields.clear_refusals()
        self.say("")
        if self.fields.show_problems():
            self.fields.focus_first_refusal()
            return False
        try:
            deed()
        except RuleRefused as refused:
            _count, loose = self.fields.refuse(refused.reasons)
            self.say("\n".join(loose))
            self.fields.focus_first_refusal()
            return False
        except DeskError as fault:
            self.say(fault_words(fault))
            return False
        return True

    def rewrite(self) -> None:
        """Ask for the words of heading, note and buttons again, because they mean another state."""
        for part in self._spoken:
            part.retranslate()

    def refusal(self, key: str = "") -> str:
        """What stands beside a field, or under all of them."""
        return self.fields.cell(key).refusal() if key else self._refusal.text()

    def say(self, words: str) -> None:
        """Why it was not done; "" takes it back."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))


class Column(QScrollArea):
    """Blocks under one another, under the title of their section, no wider than is easily read."""

    def __init__(self, title: Words, blocks: list[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        inside.setProperty("role", "surface")
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        self._box = QVBoxLayout(column)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(20)
        self._box.addWidget(WordLabel(title, "title"))
        self._box.addStretch()
        for number, block in enumerate(blocks):
            if number:
                self.add_block(rule())
            self.add_block(block)
        line = QHBoxLayout(inside)
        line.setContentsMargins(16, 14, 24, 24)
        line.addWidget(column, 1)
        line.addStretch()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def add_block(self, block: QWidget) -> None:
        """Set something under the others."""
        self._box.insertWidget(self._box.count() - 1, block)
