"""Photos of a part as a strip that is looked at."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.attachment.file_tile import FileTile
from desk.ui.kit.label import WordLabel
from desk.ui.kit.retranslate import Words


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
