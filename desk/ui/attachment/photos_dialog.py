"""Photos of one thing are looked at and added: a part of a home (R30), goods that leave (R38)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.fit import fit
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.retranslate import Spoken

_SIZE = (520, 420)


class PhotosDialog(Spoken, QDialog):
    """Photos of what is named are added and looked at here; it is freed when it closes."""

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
