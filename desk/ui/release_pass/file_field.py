"""Which file of the pass is the evidence: one that is attached already, or one attached here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.errors import DeskError
from desk.i18n import _, pgettext
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.kit.choice_field import Choice, ChoiceField
from desk.ui.kit.faults import fault_words
from desk.ui.kit.field import Field, mark
from desk.ui.kit.file_choice import choose_to_open
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label


class FileField(Field):
    """The value is the attachment's id, or None. A file that is refused says why under it."""

    def __init__(self, deeds: AttachmentDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.choice = ChoiceField(self._files, nothing=_none_words)
        self.attach_button = KeyButton(_attach_words, kind="quiet", sign="attachment")
        self.attach_button.clicked.connect(self.choose)
        self.choice.changed.connect(self.changed)
        self.choice.entered.connect(self.entered)
        self._fault = plain_label(role="refusal")
        self._fault.setWordWrap(True)
        self._fault.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.choice, 1)
        line.addWidget(self.attach_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(line)
        box.addWidget(self._fault)
        self._adopt(self.choice.combo)
        self.retranslate()

    def value(self) -> int | None:
        """The file that was chosen."""
        code = self.choice.value()
        return None if code is None else int(code)

    def set_value(self, value: Any) -> None:
        """Choose a file; None chooses none."""
        self.choice.set_value(value)

    def mark_refused(self, sentence: str) -> None:
        """The list is marked."""
        mark(self.choice.combo, sentence)

    def choose(self) -> None:
        """Ask for a file of this PC and attach it."""
        path = choose_to_open(self, _("Attach a file"), _kinds())
        if path is not None:
            self.add(path)

    def add(self, path: Path) -> None:
        """Attach a file and choose it."""
        try:
            row = self._deeds.add(path)
        except DeskError as fault:
            self._say(fault_words(fault))
            return
        self._say("")
        self.choice.retranslate()
        self.choice.set_value(row.id)
        self.changed.emit()

    def fault(self) -> str:
        """Why the last file was refused."""
        return self._fault.text()

    def _files(self) -> Sequence[Choice]:
        return [Choice(str(row.id), row.name) for row in self._deeds.rows()]

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setVisible(bool(words))


def _kinds() -> str:
    return _("Pictures and PDF files") + " (*.png *.jpg *.jpeg *.pdf)"


def _none_words() -> str:
    return pgettext("release", "No file")


def _attach_words() -> str:
    return _("Attach a file")
