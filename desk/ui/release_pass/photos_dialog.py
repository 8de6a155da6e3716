"""The photos of one thing on a pass: how it looked when it was listed (R38)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.domain.release_pass import Item
from desk.i18n import _
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.fit import fit
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.retranslate import Spoken
from desk.ui.release_pass import words

_SIZE = (520, 420)


class PhotosDialog(Spoken, QDialog):
    """Photos are attached and looked at here; it is freed when it closes."""

    def __init__(self, item: Item, deeds: AttachmentDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.photos = AttachmentList()
        self.photos.show_record(deeds)
        self.close_button = KeyButton(_close_words)
        self.close_button.clicked.connect(self.accept)
        what = plain_label(words.item_words(item), "number")
        what.setWordWrap(True)
        inside = QWidget()
        inside.setProperty("role", "surface")
        body = QVBoxLayout(inside)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(10)
        body.addWidget(what)
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

    def retranslate(self) -> None:
        """The window's title; parts look after themselves."""
        self.setWindowTitle(_("Photos"))


def _close_words() -> str:
    return _("Close")
