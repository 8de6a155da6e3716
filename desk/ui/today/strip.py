"""Over the list: how many of what, in one glance; each leads to its part."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from desk.domain.today import Section
from desk.i18n import _
from desk.ui.kit.chips import Chip, ChipLabel, chip_width, paint_chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.theme import ACCENT, Tone

_TALL = 34


class PartButton(QPushButton):
    """A part and its count as a chip that can be pressed."""

    def __init__(self, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self.section = section
        self._chip = Chip(Tone.NEUTRAL, "")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_chip(self, chip: Chip) -> None:
        """Other words or another colour."""
        self._chip = chip
        self.setAccessibleName(chip.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the chip and its ring."""
        return QSize(chip_width(self._chip, self.font()) + 4, _TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chip; a ring where the keyboard or the pointer is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, self.rect().adjusted(2, 0, -2, 0), self._chip, self.font())
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(ACCENT), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(self.rect().adjusted(1, 2, -2, -2), 7, 7)
        painter.end()


class Strip(QWidget):
    """`part_chosen` carries the part the clerk wants to see."""

    part_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Section, PartButton] = {}
        self._box = Flow(self, gap=6)
        self.clear_chip = ChipLabel(parent=self)
        self.clear_chip.setFixedHeight(_TALL)
        self._box.addWidget(self.clear_chip)

    def show_parts(self, parts: Sequence[tuple[Section, Chip]], *, is_overdue: bool) -> None:
        """Show these parts; that nothing is overdue is said too."""
        wanted = dict(parts)
        for section, chip in parts:
            self._button(section).show_chip(chip)
        for section, button in self._buttons.items():
            button.setVisible(section in wanted)
        self.clear_chip.show_chip(None if is_overdue else Chip(Tone.DONE, _("Nothing is overdue")))

    def button(self, section: Section) -> PartButton:
        """The way to a part that is shown."""
        return self._buttons[section]

    def _button(self, section: Section) -> PartButton:
        if section not in self._buttons:
            button = PartButton(section, self)
            button.clicked.connect(self._clicked)
            self._buttons[section] = button
            self._box.addWidget(button)
        return self._buttons[section]

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PartButton):
            self.part_chosen.emit(button.section)
