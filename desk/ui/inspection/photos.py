"""Photos of a part: as a strip that is looked at, or in a dialog where they are added."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.attachment.file_tile import FileTile
from desk.ui.kit.fit import fit
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.retranslate import Spoken, Words

_SIZE = (520, 420)


class PhotoStrip(QWidget):
    """The photos of a part as the inspection found it; not there without any."""

    def __init__(
        self,
        title: Words,
        deeds_of: Callable[[int], AttachmentDeeds],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deeds_of = deeds_of
        self.tiles: list[FileTile] = []
        self._viewer = AttachmentList(self)
        self._viewer.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(WordLabel(title, "heading"))

    def show_item(self, item_id: int) -> None:
        """Show the photos of a part."""
        deeds = self._deeds_of(item_id)
        self._viewer.show_record(deeds)
        for tile in self.tiles:
            self._box.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = [FileTile(row, deeds.custom) for row in self._viewer.rows()]
        for tile in self.tiles:
            tile.wanted.connect(self._viewer.open)
            self._box.addWidget(tile)
        self.setVisible(bool(self.tiles))


class PhotosDialog(Spoken, QDialog):
    """Photos of a part are added and looked at here; it is freed when it closes."""

    def __init__(self, what: str, deeds: AttachmentDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.photos = AttachmentList()
        self.photos.show_record(deeds)
        self.close_button = KeyButton(_close_words)
        self.close_button.clicked.connect(self.accept)
        named = plain_label(what, "number")
        named.setWordWrap(True)
        inside = QWidget()
        inside.setProperty("role", "surface")
        body = QVBoxLayout(inside)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(10)
        body.addWidget(named)
        body.addWidget(self.photos)
        body.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 12)
        foot.addStretch()
        foot.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(area, 1)
        box.addWidget(rule())
        box.addLayout(foot)
        self.retranslate()
        fit(self, *_SIZE)
        self.photos.add_button.setFocus()

    def retranslate(self) -> None:
        """The window's title; parts look after themselves."""
        self.setWindowTitle(_("Photos"))


def _close_words() -> str:
    return _("Close")
