"""Other records that belong to the one that is shown: each a link that opens it, with its state."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.chips import Chip, ChipLabel
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel
from desk.ui.kit.retranslate import Words
from desk.ui.kit.states import state_chip

_MOST = 24


@dataclass(frozen=True)
class Link:
    """A record by its word and its number or id, what the link says, where the record stands."""

    kind: str
    key: str
    text: str
    chip: Chip | None = None


def link_of(kind: str, number: str, what: str, state: str) -> Link:
    """Number and the beginning of what it is about; the chip of its state."""
    said = " ".join(what.split())
    shown = said if len(said) <= _MOST else f"{said[:_MOST]}…"
    text = _("{number}: {what}").format(number=number, what=shown)
    return Link(kind, number, text, state_chip(kind, state))


class RecordLinks(QWidget):
    """`wanted` carries word and key of the link that was chosen. Without links it takes no room."""

    wanted = Signal(str, str)

    def __init__(self, title: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[_Line] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(WordLabel(title, "label"))
        self.hide()

    def show_links(self, links: Sequence[Link]) -> None:
        """Show other links; the same ones keep the keyboard where it is."""
        if [line.shown for line in self.lines] == list(links):
            return
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(one) for one in links]
        self.setVisible(bool(links))

    def words(self) -> str:
        """What is shown, a line a link."""
        return "\n".join(line.words() for line in self.lines)

    def _line(self, link: Link) -> "_Line":
        line = _Line(link)
        line.wanted.connect(self.wanted)
        self._box.addWidget(line)
        return line


class _Line(QWidget):
    """The words as a link, and where the record stands."""

    wanted = Signal(str, str)

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.shown = link
        self.link = KeyButton(self._words, kind="link")
        self.link.clicked.connect(self._clicked)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.link)
        box.addStretch()
        if link.chip is not None:
            box.addWidget(ChipLabel(link.chip, self))

    def words(self) -> str:
        """The link and the state."""
        chip = self.shown.chip
        return " ".join(filter(None, (self.shown.text, chip.text if chip else "")))

    def _words(self) -> str:
        return self.shown.text

    def _clicked(self) -> None:
        self.wanted.emit(self.shown.kind, self.shown.key)
