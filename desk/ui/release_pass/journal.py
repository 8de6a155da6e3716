"""What happened to a pass, newest first: issued, at the gate, back, extended, void."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.domain.release_pass import Item
from desk.i18n import EstateFormat, _
from desk.services.release_pass import Pass
from desk.services.release_pass_case import EventRow
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Spoken
from desk.wording import label


class Journal(Spoken, QWidget):
    """One line an event: when, what, which things, by which guard, written down by whom."""

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom = custom
        self._known: Pass | None = None
        self._lines = plain_label()
        self._lines.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(WordLabel(_title_words, "heading"))
        box.addWidget(self._lines)

    def retranslate(self) -> None:
        """Every line."""
        if self._known is not None:
            self.show_pass(self._known)

    def show_pass(self, known: Pass) -> None:
        """Show what happened to a pass."""
        self._known = known
        written = _("{at} · Written down by {by}").format(
            at=self._custom.datetime(known.detail.written_at), by=known.detail.by
        )
        lines = [_line(one, known, self._custom) for one in reversed(known.events)]
        self._lines.setText("\n".join([*lines, written]))

    def words(self) -> str:
        """What is shown."""
        return self._lines.text()


def _line(one: EventRow, known: Pass, custom: EstateFormat) -> str:
    items = {item.id: item for item in known.items}
    counts = [_counted(items.get(key), count) for key, count in one.counts]
    told = [custom.datetime(one.at), label("pass_event", one.kind)]
    told.append(_(", ").join(filter(None, counts)))
    if one.ends is not None:
        told.append(_("until {at}").format(at=custom.datetime(one.ends)))
    told.extend((one.person, one.why))
    if one.by:
        told.append(_("by {by}").format(by=one.by))
    return " · ".join(filter(None, told))


def _counted(item: Item | None, count: int) -> str:
    return "" if item is None else f"{item.what} × {count}"


def _title_words() -> str:
    return _("What happened")
