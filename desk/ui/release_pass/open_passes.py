"""What else the unit has at the gate or to come: seen before the same is written down twice."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import _
from desk.services.release_pass import PassRow
from desk.ui.kit.chips import ChipLabel
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel
from desk.ui.release_pass import words


class OpenPasses(QWidget):
    """`pass_wanted` carries the number that was chosen. Without rows it takes no room."""

    pass_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(WordLabel(_title_words, "label"))
        self.hide()

    def show_rows(self, rows: Sequence[PassRow]) -> None:
        """Show other passes."""
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(row) for row in rows]
        for line in self.lines:
            self._box.addWidget(line)
        self.setVisible(bool(rows))

    def _line(self, row: PassRow) -> QWidget:
        line = _Line(row)
        line.wanted.connect(self.pass_wanted)
        return line


class _Line(QWidget):
    """Number and goods as a link, and where the pass stands."""

    wanted = Signal(str)

    def __init__(self, row: PassRow) -> None:
        super().__init__()
        self._row = row
        self.link = KeyButton(self._words, kind="link")
        self.link.clicked.connect(self._clicked)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.link)
        box.addStretch()
        box.addWidget(ChipLabel(words.state_chip(row.state), self))

    def _words(self) -> str:
        goods = words.goods_words(self._row)
        return _("{number}: {goods}").format(number=self._row.number, goods=goods)

    def _clicked(self) -> None:
        self.wanted.emit(self._row.number)


def _title_words() -> str:
    return _("This unit has these passes already")
