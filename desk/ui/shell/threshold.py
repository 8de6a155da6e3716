"""The quiet page on which the program is entered: a mark, a title, one column, the languages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desk.ui.kit.icons import pixmap
from desk.ui.kit.theme import ON_ACCENT
from desk.ui.shell.language_line import LanguageLine

_COLUMN = 400
_MARK = 48


class Threshold(QWidget):
    """A top-level window with one column in the middle, in which one step stands at a time."""

    language_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._steps: list[QWidget] = []
        self._place = QVBoxLayout()
        self.languages = LanguageLine()
        self.languages.wanted.connect(self.language_wanted)
        column = QWidget()
        column.setFixedWidth(_COLUMN)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 32, 0, 24)
        inside.setSpacing(20)
        inside.addStretch(2)
        inside.addWidget(_mark())
        inside.addLayout(self._place)
        inside.addWidget(self.languages)
        inside.addStretch(3)
        self._frame(column)
        self.resize(960, 680)

    def add_step(self, step: QWidget) -> None:
        """One more thing that can stand in the column."""
        self._steps.append(step)
        self._place.addWidget(step)
        step.hide()

    def show_step(self, step: QWidget) -> None:
        """Bring one of the steps forward."""
        for other in self._steps:
            other.setVisible(other is step)

    def step(self) -> QWidget | None:
        """Which one stands there."""
        return next((step for step in self._steps if not step.isHidden()), None)

    def _frame(self, column: QWidget) -> None:
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.addStretch()
        row.addWidget(column)
        row.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle.setProperty("role", "canvas")
        scroll.setWidget(middle)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)


def _mark() -> QLabel:
    mark = QLabel()
    mark.setPixmap(pixmap("estate", ON_ACCENT, 28))
    mark.setFixedSize(_MARK, _MARK)
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    mark.setProperty("role", "mark")
    return mark
