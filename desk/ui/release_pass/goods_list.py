"""The things of a pass as they stand: how many left and are back, and what is out elsewhere too."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desk.domain.release_pass import Item
from desk.domain.release_pass_entry import Duplicate
from desk.i18n import _, ngettext
from desk.services.release_pass import Pass
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.release_pass import words


class GoodsList(Spoken, QWidget):
    """One line a thing; a thing that another pass has out says so under it.

    `photos_wanted` carries the thing whose photos are to be seen.
    """

    photos_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Pass | None = None
        self._labels: list[QLabel] = []
        self.buttons: list[KeyButton] = []
        self._title = plain_label(role="heading")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._title)
        box.addLayout(self._grid)

    def retranslate(self) -> None:
        """Everything is written again."""
        if self._known is not None:
            self.show_pass(self._known)

    def show_pass(self, known: Pass) -> None:
        """Show the things of a pass."""
        self._known = known
        count = len(known.items)
        told = ngettext("{count} thing", "{count} things", count)
        self._title.setText(told.format(count=count) if count else _("Nothing listed yet"))
        for part in (*self._labels, *self.buttons):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._labels, self.buttons = [], []
        row = 0
        for at, item in enumerate(known.items, 1):
            row = self._add(row, at, item, _same(known.duplicates, item))

    def words(self) -> list[str]:
        """Everything that is shown."""
        return [label.text() for label in self._labels]

    def _add(self, row: int, at: int, item: Item, twice: Sequence[Duplicate]) -> int:
        marks = words.marks_words(item)
        lines = [(str(at), "muted", 0), (words.item_words(item), "", 1)]
        lines.append((words.item_state_words(item), "label", 2))
        for text, role, column in lines:
            self._put(text, role, row, column)
        self._add_button(row, item, 2 if marks or twice else 1)
        row += 1
        if marks:
            self._put(marks, "muted", row, 1)
            row += 1
        for one in twice:
            said = _("Pass {number} has the same out").format(number=one.number)
            self._put(said, "refusal", row, 1)
            row += 1
        return row

    def _add_button(self, row: int, item: Item, span: int) -> None:
        told = partial(_photos_words, item)
        button = KeyButton(told, kind="quiet", sign="picture", icon_only=True)
        button.clicked.connect(partial(self._photos_clicked, item))
        self.buttons.append(button)
        self._grid.addWidget(button, row, 3, span, 1, Qt.AlignmentFlag.AlignTop)

    def _photos_clicked(self, item: Item, _checked: bool = False) -> None:
        self.photos_wanted.emit(item)

    def _put(self, text: str, role: str, row: int, column: int) -> None:
        label = plain_label(text, role)
        label.setWordWrap(column == 1)
        self._labels.append(label)
        self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)


def _same(found: Sequence[Duplicate], item: Item) -> list[Duplicate]:
    """What another pass has out of this thing."""
    return [
        one
        for one in found
        if (one.serial and one.serial.casefold() == item.serial.casefold())
        or (not one.serial and one.what == item.what)
    ]


def _photos_words(item: Item) -> str:
    return _("Photos of {what}").format(what=item.what)
