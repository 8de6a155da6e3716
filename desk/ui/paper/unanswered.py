"""Prints of which nobody has said whether they came out: a quiet count, and the list behind it."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.errors import DeskError
from desk.i18n import _, ngettext
from desk.services.paper import PrintRow
from desk.ui.kit.fit import fit
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.notify import fault_words
from desk.ui.kit.retranslate import Spoken
from desk.ui.paper.came_out import no_words, yes_words
from desk.ui.paper.deeds import PaperDeeds
from desk.wording import label

_SIZE = (720, 460)
_MOST = 50  # shown at a time; answering brings the next


class UnansweredNote(KeyButton):
    """A count at the foot of the window, there only while something waits; it opens the list.

    It looks again whenever its window is entered, because prints are sent and answered in others.
    """

    def __init__(self, deeds: PaperDeeds, window: QWidget) -> None:
        self._count = 0
        super().__init__(
            self._count_words, key="Ctrl+Shift+P", kind="link", sign="print", parent=window
        )
        self._deeds, self._window = deeds, window
        window.installEventFilter(self)
        self.clicked.connect(self.open_list)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        self._count = len(self._deeds.unanswered())
        self.retranslate()
        self.setVisible(bool(self._count))

    def rest(self) -> None:
        """The clerk leaves: the log is not looked at any more."""
        self._window.removeEventFilter(self)
        self.hide()

    def count(self) -> int:
        """How many wait."""
        return self._count

    def open_list(self) -> "Unanswered":
        """Every print that waits for its answer."""
        shown = Unanswered(self._deeds, self._window)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.answered.connect(self.refresh)
        shown.open()
        return shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is entered again: a preview may have been closed."""
        if event.type() == QEvent.Type.WindowActivate:
            self.refresh()
        return super().eventFilter(watched, event)

    def _count_words(self) -> str:
        words = ngettext("Did {count} print come out?", "Did {count} prints come out?", self._count)
        return words.format(count=self._count)


def count_again(widget: object) -> None:
    """The log changed under a window: its note, where it has one, counts again."""
    if isinstance(widget, QWidget):
        for note in widget.window().findChildren(UnansweredNote):
            note.refresh()


class Unanswered(Spoken, QDialog):
    """The list, oldest first; `answered` says that one was answered. It closes after the last.

    `ids` narrows it to the prints of one packet. What did not come out is said line by line, then
    the rest comes out in one go.
    """

    answered = Signal()

    def __init__(
        self, deeds: PaperDeeds, parent: QWidget | None = None, ids: Collection[int] | None = None
    ) -> None:
        super().__init__(parent)
        self._deeds, self._ids = deeds, ids
        self.lines: list[PrintLine] = []
        self._refusal = plain_label(role="refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self.shut_button = KeyButton(_later_words, key="Esc", kind="quiet")
        self.shut_button.clicked.connect(self.reject)
        self.all_button = KeyButton(_all_words, key="Alt+A", kind="primary", sign="check")
        self.all_button.clicked.connect(self._answer_all)
        self._lay_out()
        fit(self, *_SIZE)
        self._show_rows()
        self.retranslate()

    def retranslate(self) -> None:
        """The window's title."""
        self.setWindowTitle(_heading_words())

    def say(self, words: str) -> None:
        """Why an answer was not taken."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))

    # Parts

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._inside.setProperty("role", "surface")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(24, 0, 24, 8)
        self._rows.setSpacing(0)
        self._rows.addStretch()
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside)
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 12)
        head.setSpacing(6)
        lead = WordLabel(_lead_words, "muted")
        lead.setWordWrap(True)
        for part in (WordLabel(_heading_words, "title"), lead, self._refusal):
            head.addWidget(part)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 12)
        foot.addWidget(self.shut_button)
        foot.addStretch()
        foot.addWidget(self.all_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(rule())
        box.addWidget(area, 1)
        box.addWidget(rule())
        box.addLayout(foot)

    def _show_rows(self) -> None:
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for row in self._waiting()[:_MOST]:
            line = PrintLine(row, self._deeds.moment(row))
            line.answered.connect(self._answer)
            self._rows.insertWidget(len(self.lines), line)
            self.lines.append(line)
        self.all_button.setVisible(len(self.lines) > 1)
        if len(self.lines) > 1 and self._ids is not None:
            self.all_button.setFocus()
        elif self.lines:
            self.lines[0].yes_button.setFocus()
        if self.lines:
            self._area.ensureWidgetVisible(self.lines[0])

    def _waiting(self) -> Sequence[PrintRow]:
        rows = self._deeds.unanswered()
        return rows if self._ids is None else [row for row in rows if row.id in self._ids]

    def _answer(self, print_id: int, came_out: bool) -> None:
        self._tell([print_id], came_out=came_out)

    def _answer_all(self) -> None:
        """Everything that stands on the list came out."""
        self._tell([line.print_id for line in self.lines], came_out=True)

    def _tell(self, ids: Sequence[int], *, came_out: bool) -> None:
        self.say("")
        for print_id in ids:
            try:
                self._deeds.answer(print_id, came_out)
            except DeskError as fault:
                self.say(fault_words(fault))
        self._show_rows()
        self.answered.emit()
        if not self.lines:
            self.accept()


def ask_at_once(deeds: PaperDeeds, window: QWidget, ids: Collection[int]) -> Unanswered:
    """One question for all prints of a packet, once they are sent."""
    shown = Unanswered(deeds, window, ids)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    shown.answered.connect(partial(count_again, window))
    shown.open()
    return shown


class PrintLine(Spoken, QWidget):
    """One print with its two answers; `answered` carries its id and whether it came out."""

    answered = Signal(int, bool)

    def __init__(self, row: PrintRow, moment: str) -> None:
        super().__init__()
        self._row, self._moment = row, moment
        self._what, self._when = plain_label(), plain_label(role="small")
        self.yes_button = KeyButton(yes_words, sign="check")
        self.no_button = KeyButton(no_words, kind="quiet")
        self.yes_button.clicked.connect(self._said_yes)
        self.no_button.clicked.connect(self._said_no)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._what, self._when):
            part.setWordWrap(True)
            words.addWidget(part)
        line = QHBoxLayout()
        line.setContentsMargins(0, 12, 0, 12)
        line.setSpacing(8)
        line.addLayout(words, 1)
        line.addWidget(self.yes_button)
        line.addWidget(self.no_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(line)
        box.addWidget(rule())
        self.retranslate()

    @property
    def print_id(self) -> int:
        """Which print it is."""
        return self._row.id

    def retranslate(self) -> None:
        """What was printed, where and when; the buttons say of what they speak."""
        row = self._row
        what = f"{row.number} {label('form', row.form)}".strip()
        self._what.setText(what)
        self._when.setText(" · ".join(filter(None, (row.printer, self._moment, row.printed_by))))
        for button, words in ((self.yes_button, yes_words()), (self.no_button, no_words())):
            button.retranslate()
            button.setAccessibleName(f"{words}: {what}")

    def _said_yes(self) -> None:
        self.answered.emit(self._row.id, True)

    def _said_no(self) -> None:
        self.answered.emit(self._row.id, False)


def _heading_words() -> str:
    return _("Did these come out?")


def _lead_words() -> str:
    return _("Sent is not yet printed. Look at the printer; what did not come out counts for none.")


def _all_words() -> str:
    return _("All of these came out")


def _later_words() -> str:
    return _("Later")
