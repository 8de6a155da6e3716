"""Open cases of the same room or topic, seen before the same matter is registered twice (R10)."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _, ngettext
from desk.services.complaint import ComplaintRow
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken

_MOST = 4


class OpenCases(Spoken, QFrame):
    """`case_wanted` carries the number of a case to be opened instead, `join_wanted` its id."""

    case_wanted = Signal(str)
    join_wanted = Signal(int)

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._custom = custom
        self._rows: Sequence[ComplaintRow] = ()
        self._head = plain_label()
        self._head.setWordWrap(True)
        self._cases: list[_Case] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 8, 12, 8)
        self._box.setSpacing(0)
        self._box.addWidget(self._head)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """The sentence over the cases."""
        count = len(self._rows)
        words = ngettext(
            "{count} open case of the same room or topic. Is it the same matter?",
            "{count} open cases of the same room or topic. Is it the same matter?",
            count,
        )
        self._head.setText(words.format(count=count))

    def show_rows(self, rows: Sequence[ComplaintRow]) -> None:
        """Show the cases; none hides the notice."""
        if rows == self._rows:
            return
        self._rows = rows
        for case in self._cases:
            self._box.removeWidget(case)
            case.hide()
            case.deleteLater()
        self._cases = [_Case(row, self._custom) for row in rows[:_MOST]]
        for case in self._cases:
            case.case_wanted.connect(self.case_wanted)
            case.join_wanted.connect(self.join_wanted)
            self._box.addWidget(case)
        self.setVisible(bool(rows))
        self.retranslate()

    def numbers(self) -> list[str]:
        """The numbers shown."""
        return [row.number for row in self._rows[:_MOST]]

    def join_button(self, number: str) -> KeyButton:
        """The button that adds the caller to that case."""
        return self._cases[self.numbers().index(number)].join_button


class _Case(QWidget):
    """One case as a link, and the button that adds the caller to it."""

    case_wanted = Signal(str)
    join_wanted = Signal(int)

    def __init__(self, row: ComplaintRow, custom: EstateFormat) -> None:
        super().__init__()
        self._row, self._custom = row, custom
        self.link = _Link(self._case_words, kind="link")
        self.link.clicked.connect(self._link_clicked)
        self.join_button = KeyButton(_join_words, kind="quiet", sign="people")
        self.join_button.clicked.connect(self._join_clicked)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.link)
        box.addStretch()
        box.addWidget(self.join_button)

    def _case_words(self) -> str:
        row = self._row
        about = row.about or row.excerpt
        return _("{number}, {day}: {about}").format(
            number=row.number, day=self._custom.date(row.received_at), about=about
        )

    def _link_clicked(self) -> None:
        self.case_wanted.emit(self._row.number)

    def _join_clicked(self) -> None:
        self.join_wanted.emit(self._row.id)


class _Link(KeyButton):
    """A long case gives way to the button beside it."""

    def minimumSizeHint(self) -> QSize:
        """Its words are elided where there is no room."""
        return QSize(80, self.sizeHint().height())


def _join_words() -> str:
    return _("Add this caller to it")
