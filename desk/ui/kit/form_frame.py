"""How a form stands: heading with its state, the fields in a scroll area, buttons at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk.ui.kit.chips import ChipLabel
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label, rule

_LEAST_TITLE = 80
_CORNER = 88  # the panel's own two buttons


class FormFrame(QWidget):
    """`title`, `chip` and `summary` are written by the form; `area` holds its fields."""

    def __init__(self, fields: QWidget, first_button: KeyButton) -> None:
        super().__init__()
        self.title = plain_label(role="title")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.show_title("")
        self.chip = ChipLabel(parent=self)
        self.summary = plain_label(role="refusal")
        self.summary.setWordWrap(True)
        self.summary.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._make_head())
        box.addWidget(self.make_body(fields), 1)
        box.addWidget(rule())
        box.addLayout(self._make_foot(first_button))

    def show_title(self, words: str) -> None:
        """Write the heading; a short one takes no more than its room, a long one may be cut."""
        self.title.setText(words)
        self.title.setMinimumWidth(min(_LEAST_TITLE, self.title.sizeHint().width()))

    def add_button(self, button: KeyButton, *, at_end: bool) -> None:
        """One more button beside the first, or at the far right."""
        count = self._foot.count()
        self._foot.insertWidget(count if at_end else count - 1, button)

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, _CORNER, 8)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.chip)
        head.addStretch()
        return head

    def make_body(self, fields: QWidget) -> QWidget:
        """What stands between head and foot: the fields, scrolled in `area`."""
        inside = QWidget()
        inside.setProperty("role", "surface")
        body = QVBoxLayout(inside)
        body.setContentsMargins(24, 8, 24, 24)
        body.setSpacing(14)
        body.addWidget(self.summary)
        body.addWidget(fields)
        body.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        return self.area

    def _make_foot(self, first_button: KeyButton) -> QHBoxLayout:
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(24, 10, 24, 10)
        self._foot.setSpacing(8)
        self._foot.addWidget(first_button)
        self._foot.addStretch()
        return self._foot
