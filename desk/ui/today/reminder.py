"""Tells quietly of a clock that has just run out; keeps counts and the open day fresh."""

from PySide6.QtCore import QObject, QTimer, Signal

from desk.errors import DeskError
from desk.services.today import OwedRow, Turned
from desk.ui.today import words
from desk.ui.today.deeds import TodayDeeds

_EVERY = 45_000  # milliseconds


class Reminder(QObject):
    """One a window. `turned` carries the clocks that ran out since it last looked, never none;
    `looked` says that the minute is over.

    It stands still while the desk is locked; what ran out in the meantime is told afterwards.
    """

    turned = Signal(object)
    looked = Signal()

    def __init__(self, deeds: TodayDeeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._since = deeds.now()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask once. What cannot be read now is asked for again the next time."""
        try:
            found = self._deeds.turned(self._since)
        except DeskError:
            return
        self._since = found.seen_at
        self.looked.emit()
        if found.rows:
            self.turned.emit(found)

    def rest(self) -> None:
        """The desk is locked, or the window closes."""
        self._timer.stop()

    def go_on(self) -> None:
        """The clerk is back: look at once."""
        self._timer.start()
        self.look()


class TurnedWords:
    """The words of a reminder, asked for anew in each language."""

    def __init__(self, found: Turned) -> None:
        self._found = found

    def __call__(self) -> str:
        return words.turned_words(self._found)

    @property
    def only(self) -> OwedRow | None:
        """The record to open, where it is about one alone."""
        rows = self._found.rows
        is_one = len({row.record_id for row in rows}) == 1 and not self._found.more
        return rows[0] if is_one else None
