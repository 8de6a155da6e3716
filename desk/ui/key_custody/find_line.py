"""The line above the board: a tag is typed or scanned, Enter opens it; a room, a name narrow it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desk.i18n import _
from desk.ui.kit.words_line import WordsLine


class FindLine(WordsLine):
    """`opened` on Enter, `left_down` when the arrow leads to the tiles."""

    opened = Signal()
    left_down = Signal()

    def retranslate(self) -> None:
        """Name and placeholder."""
        super().retranslate()
        self.setPlaceholderText(_("Tag, room, name"))
        self.setAccessibleName(_("Find a key") + " F7")

    def go_on_typing(self, text: str) -> None:
        """What was typed over the tiles begins a new word here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, the arrow goes to the tiles."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)
