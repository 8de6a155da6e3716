"""A search line with its results under it: the top bar's box and the person field are both one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.ui.kit.icons import pixmap
from desk.ui.kit.result_list import Found, FoundGroup, ResultList
from desk.ui.kit.retranslate import Spoken, Words
from desk.ui.kit.theme import MUTED, SMALL, sized

Find = Callable[[str], Sequence[FoundGroup]]
_MOST = 200


class SearchLine(Spoken, QLineEdit):
    """Typing finds at once; arrows move, Enter opens, Esc closes.

    `find(text)` answers groups; it is short, so it runs in the window's thread. `nothing(text)`
    is the sentence shown where nothing was found.
    """

    chosen = Signal(object)
    given_up = Signal()
    least_results = 420  # pixels of width for what is found

    def __init__(  # noqa: PLR0913 - all but the first are named
        self,
        find: Find,
        *,
        title: Words,
        placeholder: Words,
        nothing: Words,
        key_hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find, self._title = find, title
        self._placeholder, self._nothing, self._hint = placeholder, nothing, key_hint
        self._results: ResultList | None = None
        self._looked_for = ""
        self._sign = pixmap("search", MUTED, 18)
        self.setProperty("kind", "search")
        self.setMaxLength(_MOST)
        self.setTextMargins(26, 0, 52 if key_hint else 0, 0)
        self.textEdited.connect(self._look)
        self.retranslate()

    def retranslate(self) -> None:
        """Name and placeholder."""
        self.setAccessibleName(self._title())
        self.setPlaceholderText(self._placeholder())

    def results(self) -> ResultList:
        """The list, made at the first use, laid over the whole window."""
        if self._results is None or self._results.parentWidget() is not self.window():
            self._results = ResultList(self.window())
            self._results.chosen.connect(self._chosen)
        return self._results

    def look_again(self) -> None:
        """Find what stands in the line."""
        self._look(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter and Esc serve the list; everything else is typing."""
        key, is_open = event.key(), self._results is not None and self._results.isVisible()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if is_open:
                self.results().step(1 if key == Qt.Key.Key_Down else -1)
                self.setAccessibleDescription(self.results().current_words())
            elif self.text():
                self.look_again()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(is_open)
        elif key == Qt.Key.Key_Escape:
            self._give_up(is_open)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus."""
        super().focusOutEvent(event)
        self._close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing found stays on the screen when the line is gone, as under a lock."""
        super().hideEvent(event)
        self._close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, a glass at its left and its key at its right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(QPoint(10, (self.height() - 18) // 2), self._sign)
        if self._hint and not self.text():
            painter.setFont(sized(self.font(), SMALL))
            painter.setPen(QColor(MUTED))
            place = self.rect().adjusted(0, 0, -12, 0)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._hint
            )
        painter.end()

    def _choose(self, is_open: bool) -> None:
        """Open what was found for the words in the line, and for no others."""
        if not is_open or self._looked_for != self.text():
            self.look_again()
        if self.text().strip():
            self.results().choose_current()

    def _look(self, text: str) -> None:
        self._looked_for = text
        words = text.strip()
        if not words:
            self._close()
            return
        groups = self._find(words)
        if not any(group.items for group in groups):
            self.results().show_nothing(self._nothing(), self._place())
        else:
            self.results().show_groups(groups, self._place())
        self.setAccessibleDescription(self.results().current_words())

    def _place(self) -> QRect:
        corner = self.mapTo(self.window(), QPoint(0, 0))
        return QRect(corner, QSize(max(self.width(), self.least_results), self.height()))

    def _chosen(self, found: Found) -> None:
        self.chosen.emit(found)

    def _give_up(self, is_open: bool) -> None:
        self._close()
        if not is_open:
            self.clear()
            self.given_up.emit()

    def _close(self) -> None:
        if self._results is not None:
            self._results.hide()
