"""What else the unit has under way: seen before the same is written down twice."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import _
from desk.services.service_order import OrderRow
from desk.ui.kit.chips import ChipLabel
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel
from desk.ui.service_order import words


class OpenOrders(QWidget):
    """`order_wanted` carries the number that was chosen. Without rows it takes no room."""

    order_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(WordLabel(_title_words, "label"))
        self.hide()

    def show_rows(self, rows: Sequence[OrderRow]) -> None:
        """Show other orders."""
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(row) for row in rows]
        for line in self.lines:
            self._box.addWidget(line)
        self.setVisible(bool(rows))

    def _line(self, row: OrderRow) -> QWidget:
        line = _Line(row)
        line.wanted.connect(self.order_wanted)
        return line


class _Line(QWidget):
    """Number and wish as a link, and where the order stands."""

    wanted = Signal(str)

    def __init__(self, row: OrderRow) -> None:
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
        what = words.what_words(self._row)
        shown = what if len(what) <= _MOST else f"{what[:_MOST]}…"
        return _("{number}: {what}").format(number=self._row.number, what=shown)

    def _clicked(self) -> None:
        self.wanted.emit(self._row.number)


_MOST = 24


def _title_words() -> str:
    return _("This unit has these orders under way")
