"""Photos that belong to a deed: chosen or dropped in its dialog, attached to its record (R35)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.errors import DeskError
from desk.i18n import _, pgettext
from desk.services.attachment import AttachmentRow
from desk.ui.attachment.attachment_list import dropped
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.faults import fault_words
from desk.ui.kit.field import Field
from desk.ui.kit.file_choice import choose_to_open
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label


class PhotosField(Field):
    """The value is the ids of the files that were attached here. They are on the record at once:
    a photo that was taken stays, also where the deed itself is put off."""

    def __init__(self, deeds: AttachmentDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._added: list[AttachmentRow] = []
        self.attach_button = KeyButton(_attach_words, sign="attachment")
        self.attach_button.clicked.connect(self.choose)
        self._names, self._fault = plain_label(role="muted"), plain_label(role="refusal")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.attach_button)
        line.addWidget(self._names, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(line)
        box.addWidget(self._fault)
        for label in (self._names, self._fault):
            label.setWordWrap(True)
        self._fault.hide()
        self.setAcceptDrops(True)
        self._adopt(self.attach_button)
        self.retranslate()

    def retranslate(self) -> None:
        """Its name, and which files were attached."""
        super().retranslate()
        between = pgettext("list", ", ")
        self._names.setText(between.join(one.name for one in self._added) or _hint_words())

    def value(self) -> tuple[int, ...]:
        """The files that were attached here."""
        return tuple(one.id for one in self._added)

    def set_value(self, _value: Any) -> None:
        """Nothing has been attached yet."""
        self._added = []
        self.retranslate()

    def draft(self) -> Any:
        """What was attached is on the record already."""
        return None

    def choose(self) -> None:
        """Ask for a file of this PC and attach it."""
        path = choose_to_open(self, _attach_words(), _kinds())
        if path is not None:
            self.add([path])

    def add(self, paths: Iterable[Path]) -> None:
        """Attach files; what is refused is said by its name, the others are kept."""
        refused = []
        for path in paths:
            try:
                self._added.append(self._deeds.add(path))
            except DeskError as fault:
                told = _("{file}: {why}").format(file=path.name, why=fault_words(fault))
                refused.append(told)
        self._fault.setText("\n".join(refused))
        self._fault.setVisible(bool(refused))
        self.retranslate()

    def fault(self) -> str:
        """Which files were refused, and why."""
        return self._fault.text()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this PC may be dropped."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        event.acceptProposedAction()
        self.add(dropped(event.mimeData()))


def _attach_words() -> str:
    return _("Attach a photo")


def _hint_words() -> str:
    return _("Drop pictures or PDF files here.")


def _kinds() -> str:
    return _("Pictures and PDF files") + " (*.png *.jpg *.jpeg *.pdf)"
