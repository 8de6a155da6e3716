"""The files of a record: listed, added by choice or by dropping them, opened inside the program."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.errors import DeskError
from desk.i18n import _
from desk.services.attachment import AttachmentRow
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.attachment.file_tile import FileTile
from desk.ui.attachment.viewer import Viewer
from desk.ui.kit.file_choice import choose_to_open
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.notify import fault_words
from desk.ui.kit.retranslate import Spoken

_MOST_AT_ONCE = 20


class AttachmentList(Spoken, QWidget):
    """`changed` says that a file was added. Faults stand under the list, one line a file."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds: AttachmentDeeds | None = None
        self._rows: tuple[AttachmentRow, ...] = ()
        self.tiles: list[FileTile] = []
        self.add_button = KeyButton(_add_words, kind="quiet", sign="attachment")
        self.add_button.clicked.connect(self.choose)
        self._hint = plain_label(role="muted")
        self._fault = plain_label(role="refusal")
        for label in (self._hint, self._fault):
            label.setWordWrap(True)
        self._lay_out()
        self.setAcceptDrops(True)
        self.retranslate()

    def retranslate(self) -> None:
        """The hint and why nothing may be added; old faults are taken back."""
        may_add = self._deeds is not None and self._deeds.may_add()
        self.add_button.shut("" if may_add else _("Your role does not attach files."))
        self._hint.setText(_("Drop pictures or PDF files here."))
        self._say_fault("")

    def show_record(self, deeds: AttachmentDeeds) -> None:
        """Show the files of a record."""
        self._deeds = deeds
        self.retranslate()
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        if self._deeds is None:
            return
        self._rows = self._deeds.rows()
        for tile in self.tiles:
            self._box.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = [FileTile(row, self._deeds.custom) for row in self._rows]
        for tile in self.tiles:
            tile.wanted.connect(self.open)
            self._box.addWidget(tile)
        self._hint.setVisible(not self.tiles and self._deeds.may_add())

    def choose(self) -> None:
        """Ask for a file and add it."""
        path = choose_to_open(self, _("Attach a file"), _kinds())
        if path is not None:
            self.add([path])

    def add(self, paths: Iterable[Path]) -> None:
        """Attach files; what is refused is said by its name, the others are kept."""
        if self._deeds is None or not self._deeds.may_add():
            return
        refused = []
        for path in list(paths)[:_MOST_AT_ONCE]:
            try:
                self._deeds.add(path)
            except DeskError as fault:
                words = _("{file}: {why}").format(file=path.name, why=fault_words(fault))
                refused.append(words)
        self.reload()
        self._say_fault("\n".join(refused))
        self.changed.emit()

    def open(self, row: AttachmentRow) -> Viewer | None:
        """Look at a file; a fault stands under the list."""
        if self._deeds is None:
            return None
        self._say_fault("")
        try:
            viewer = Viewer(row.name, self._deeds.open(row), row.media_type, self.window())
        except DeskError as fault:
            self._say_fault(fault_words(fault))
            return None
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewer.open()
        return viewer

    def rows(self) -> tuple[AttachmentRow, ...]:
        """The files shown."""
        return self._rows

    def fault(self) -> str:
        """What stands under the list."""
        return self._fault.text()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this PC may be dropped."""
        if self._deeds is not None and self._deeds.may_add() and dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        event.acceptProposedAction()
        self.add(dropped(event.mimeData()))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(WordLabel(_title_words, "heading"))
        head.addStretch()
        head.addWidget(self.add_button)
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addLayout(self._box)
        box.addWidget(self._hint)
        box.addWidget(self._fault)

    def _say_fault(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setVisible(bool(words))


def dropped(data: QMimeData) -> list[Path]:
    """The files of this PC among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _kinds() -> str:
    return _("Pictures and PDF files") + " (*.png *.jpg *.jpeg *.pdf)"


def _title_words() -> str:
    return _("Attachments")


def _add_words() -> str:
    return _("Attach a file")
