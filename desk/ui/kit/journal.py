"""What happened to a record, newest first, and last who wrote it down."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Spoken

_BETWEEN = " · "


class Journal(Spoken, QWidget):
    """One line an event, as each room words it."""

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom = custom
        self._known: Any = None
        self._lines = plain_label()
        self._lines.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(WordLabel(_title_words, "heading"))
        box.addWidget(self._lines)

    # Written by each room

    def told(self, event: Any, known: Any) -> Iterable[str]:
        """An event in pieces: when, what, by whom; an empty piece is left out."""
        raise NotImplementedError

    def beginning(self, _known: Any) -> str:
        """Below the events: who wrote the record down; "" where the events say so."""
        return ""

    # What the record calls

    def retranslate(self) -> None:
        """Every line."""
        if self._known is not None:
            self.show_known(self._known)

    def show_known(self, known: Any) -> None:
        """Show what happened to a record with its `events`."""
        self._known = known
        self._lines.setText("\n".join(self._told(known)))

    def words(self) -> str:
        """What is shown."""
        return self._lines.text()

    def _told(self, known: Any) -> Iterator[str]:
        for event in reversed(known.events):
            yield _BETWEEN.join(filter(None, self.told(event, known)))
        written = self.beginning(known)
        if written:
            yield written


def written_down(known: Any, custom: EstateFormat) -> str:
    """Who wrote a record down, and when."""
    at = custom.datetime(known.detail.written_at)
    return _("{at} · Written down by {by}").format(at=at, by=known.detail.by)


def _title_words() -> str:
    return _("What happened")
