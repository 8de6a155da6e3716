"""The open complaints of the household, seen before the same problem is registered twice."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _, ngettext
from desk.services.complaint import ComplaintRow
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken

_MOST = 4


class OpenCases(Spoken, QFrame):
    """`case_wanted` carries the number of a complaint to be opened instead."""

    case_wanted = Signal(str)

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._custom = custom
        self._rows: Sequence[ComplaintRow] = ()
        self._head = plain_label()
        self._head.setWordWrap(True)
        self._links: list[_Case] = []
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
            "This household has {count} open complaint. Is it the same matter?",
            "This household has {count} open complaints. Is it the same matter?",
            count,
        )
        self._head.setText(words.format(count=count))

    def show_rows(self, rows: Sequence[ComplaintRow]) -> None:
        """Show the cases; none hides the notice."""
        self._rows = rows
        for link in self._links:
            self._box.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [_Case(row, self._custom) for row in rows[:_MOST]]
        for link in self._links:
            link.wanted.connect(self.case_wanted)
            self._box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(rows))
        self.retranslate()

    def numbers(self) -> list[str]:
        """The numbers shown."""
        return [row.number for row in self._rows[:_MOST]]


class _Case(KeyButton):
    """One case as a link."""

    wanted = Signal(str)

    def __init__(self, row: ComplaintRow, custom: EstateFormat) -> None:
        self._row, self._custom = row, custom
        super().__init__(self._case_words, kind="link")
        self.clicked.connect(self._clicked)

    def _case_words(self) -> str:
        row = self._row
        about = row.about or row.excerpt
        return _("{number}, {day}: {about}").format(
            number=row.number, day=self._custom.date(row.received_at), about=about
        )

    def _clicked(self) -> None:
        self.wanted.emit(self._row.number)
