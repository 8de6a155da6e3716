"""A field that holds files: the pages of a signed paper, scanned or photographed, in order."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import _, ngettext
from desk.ui.attachment.attachment_list import dropped
from desk.ui.kit.field import Field
from desk.ui.kit.file_choice import choose_many_to_open
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label


class PagesField(Field):
    """Files are chosen or dropped, each taken off again; the value is their paths, page by page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: list[Path] = []
        self._lines: list[QWidget] = []
        self.choose_button = KeyButton(_choose_words, kind="quiet", sign="attachment")
        self.choose_button.clicked.connect(self.choose)
        self._hint = plain_label(role="muted")
        self._hint.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.choose_button)
        head.addWidget(self._hint, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addLayout(head)
        self.setAcceptDrops(True)
        self._adopt(self.choose_button)
        self.retranslate()

    def retranslate(self) -> None:
        """Names and hint."""
        super().retranslate()
        count = len(self._paths)
        pages = ngettext("{count} page", "{count} pages", count).format(count=count)
        self._hint.setText(pages if count else _("Drop pictures or PDF files here."))

    def value(self) -> tuple[Path, ...]:
        """The files."""
        return tuple(self._paths)

    def set_value(self, value: Any) -> None:
        """Show files; None shows none."""
        self._paths = [Path(one) for one in value or ()]
        self._show()

    def choose(self) -> None:
        """Ask for files and add them."""
        self.add(choose_many_to_open(self, _("Attach pages"), _kinds()))

    def add(self, paths: Iterable[Path]) -> None:
        """Pages behind those that are there."""
        found = list(paths)
        if found:
            self._paths += found
            self._show()
            self.changed.emit()

    def take_off(self, place: int) -> None:
        """Leave a page out again."""
        del self._paths[place]
        self._show()
        self.choose_button.setFocus()
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this PC may be dropped."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        event.acceptProposedAction()
        self.add(dropped(event.mimeData()))

    def _show(self) -> None:
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(place, path) for place, path in enumerate(self._paths)]
        for line in self._lines:
            self._box.addWidget(line)
        self.retranslate()

    def _line(self, place: int, path: Path) -> QWidget:
        line = QWidget(self)
        box = QHBoxLayout(line)
        box.setContentsMargins(8, 0, 0, 0)
        name = plain_label(f"{place + 1}  {path.name}")
        off = KeyButton(partial(_off_words, path.name), kind="quiet", sign="close", icon_only=True)
        off.clicked.connect(partial(self._off, place))
        box.addWidget(name, 1)
        box.addWidget(off)
        return line

    def _off(self, place: int, _checked: bool = False) -> None:
        self.take_off(place)


def _kinds() -> str:
    return _("Pictures and PDF files") + " (*.png *.jpg *.jpeg *.pdf)"


def _choose_words() -> str:
    return _("Attach pages")


def _off_words(name: str) -> str:
    return _("Leave {file} out").format(file=name)
