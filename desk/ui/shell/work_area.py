"""What the window shows while it is open: rail and tray, search and New, the page, the foot."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.ui.kit.label import rule
from desk.ui.kit.search_line import Find
from desk.ui.shell.brand import Brand
from desk.ui.shell.clerk import Clerk
from desk.ui.shell.rail import Rail
from desk.ui.shell.registers import RegisterEntry
from desk.ui.shell.status_line import StatusLine
from desk.ui.shell.top_bar import TopBar
from desk.ui.shell.tray import Tray


class WorkArea(QWidget):
    """The parts in their places; the window makes them work together."""

    def __init__(
        self, entries: Sequence[RegisterEntry], find: Find, clerk: Clerk, estate: str
    ) -> None:
        super().__init__()
        self.brand, self.rail, self.tray = Brand(estate), Rail(entries), Tray()
        self.bar, self.status = TopBar(find, clerk), StatusLine()
        self.pages = QStackedWidget()
        self.rail.add_middle(self.tray)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(_column(self.brand, self.rail))
        middle.addWidget(rule(upright=True))
        middle.addLayout(_column(self.bar, rule(), self.pages), 1)
        box = _column(rule(), self.status)
        box.insertLayout(0, middle, 1)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)

    def set_slim(self, slim: bool) -> None:
        """Signs instead of words at the sides, where the window is narrow."""
        for part in (self.rail, self.brand, self.tray, self.bar):
            part.set_slim(slim)


def _column(*parts: QWidget) -> QVBoxLayout:
    """Parts under one another; the last takes the room that is left."""
    column = QVBoxLayout()
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.setStretchFactor(parts[-1], 1)
    return column
