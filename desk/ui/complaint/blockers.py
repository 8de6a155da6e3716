"""What is missing before a case is closed 銷項: all of it, each with the deed that settles it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.i18n import _, ngettext
from desk.ui.complaint.acts import Act
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import EDGE

_ABOVE = 7
_MIDDLE = 17


class Missing(NamedTuple):
    """Some things that one deed settles: in words, and the deed where there is one; why shut."""

    words: tuple[str, ...]
    act: Act | None = None
    shut: str = ""


class Blockers(Spoken, QWidget):
    """`act_wanted` carries the deed whose button was pressed."""

    act_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing: Sequence[Missing] = ()
        self._rows: list[_Row] = []
        self._title = plain_label(role="heading")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.retranslate()

    def retranslate(self) -> None:
        """The heading; the lines are given in words."""
        count = len(self.words())
        words = ngettext("{count} thing missing to close", "{count} things missing to close", count)
        self._title.setText(
            words.format(count=count) if count else _("Nothing is missing to close")
        )

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show what is missing now."""
        self._missing = missing
        while len(self._rows) < len(missing):
            row = _Row(self)
            row.act_wanted.connect(self.act_wanted)
            self._rows.append(row)
            self._box.addWidget(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(missing))
        for row, one in zip(self._rows, missing, strict=False):
            row.show_missing(one)
        self.retranslate()

    def words(self) -> list[str]:
        """Everything that is missing, in words."""
        return [words for one in self._missing for words in one.words]

    def button(self, code: str) -> KeyButton | None:
        """The button of a deed, if one of the missing things has it."""
        for row, one in zip(self._rows, self._missing, strict=False):
            if one.act is not None and one.act.code == code:
                return row.button
        return None


class _Row(QWidget):
    """A ring, the words, the button."""

    act_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._act: Act | None = None
        self._words = plain_label(parent=self)
        self._words.setWordWrap(True)
        self.button = KeyButton(self._act_words, kind="link", parent=self)
        self.button.clicked.connect(self._clicked)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self._words.setContentsMargins(0, _ABOVE, 0, _ABOVE)
        box.addWidget(_Ring(self), 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_missing(self, missing: Missing) -> None:
        """Show one line; several things of one deed stand in it one under the other."""
        self._act = missing.act
        self._words.setText("\n".join(missing.words))
        self.button.setVisible(missing.act is not None)
        self.button.shut(missing.shut)
        self.button.retranslate()

    def _act_words(self) -> str:
        return _("Settle") if self._act is None else self._act.words()

    def _clicked(self) -> None:
        self.act_wanted.emit(self._act)


class _Ring(QWidget):
    """Not done yet."""

    def sizeHint(self) -> QSize:
        """As high as one line."""
        return QSize(14, 2 * _MIDDLE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """An open circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(EDGE), 1.6))
        painter.drawEllipse(QPointF(7, _MIDDLE), 5, 5)
        painter.end()
