"""What happened to a case, newest first."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _
from desk.services.move_in import EventRow, MoveIn
from desk.ui.kit.label import WordLabel, plain_label
from desk.wording import label

_BETWEEN = " · "


class Journal(QWidget):
    """One line an event: when, what, by whom, what was said of it."""

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom = custom
        self._lines = plain_label()
        self._lines.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(WordLabel(_title_words, "heading"))
        box.addWidget(self._lines)

    def show_case(self, known: MoveIn) -> None:
        """Show what happened to a case."""
        written = _("{at} · Written down by {by}").format(
            at=self._custom.datetime(known.detail.written_at), by=known.detail.by
        )
        lines = [self._line(one) for one in reversed(known.events)]
        self._lines.setText("\n".join([*lines, written]))

    def words(self) -> str:
        """What is shown."""
        return self._lines.text()

    def _line(self, one: EventRow) -> str:
        told = [self._custom.datetime(one.at), label("move_in_event", one.kind)]
        told.extend((one.person, one.text))
        if one.by and one.by != one.person:
            told.append(_("by {by}").format(by=one.by))
        return _BETWEEN.join(filter(None, told))


def _title_words() -> str:
    return _("What happened")
