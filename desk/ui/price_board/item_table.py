"""What is on a version, a line each; on a draft with what changes it and takes it off."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _, pgettext
from desk.services.price_board import ItemRow
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.retranslate import Spoken

_UNIT, _PRICE = 52, 92


class ItemTable(Spoken, QWidget):
    """`change_wanted` and `drop_wanted` carry the item's id."""

    change_wanted = Signal(int)
    drop_wanted = Signal(int)

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom, self._money = custom, custom.money
        self.lines: list[QWidget] = []
        self._none = plain_label(role="muted")
        self._none.setWordWrap(True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(WordLabel(_title_words, "heading"))
        self._box.addWidget(self._none)
        self.retranslate()

    def retranslate(self) -> None:
        """The words for none; the lines are written anew by the record."""
        self._none.setText(_("Nothing yet: add the first item."))

    def show_items(self, items: Sequence[ItemRow], *, is_draft: bool) -> None:
        """Show what is on a version."""
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._money = self._custom.beside(one.price for one in items).money
        self.lines = [self._line(one, is_draft=is_draft) for one in items]
        for line in self.lines:
            self._box.addWidget(line)
        self._none.setVisible(not items)

    def _line(self, one: ItemRow, *, is_draft: bool) -> QWidget:
        line = QWidget(self)
        box = QVBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(self._said(one), 1)
        for text, width in ((one.unit, _UNIT), (self._money(one.price), _PRICE)):
            cell = plain_label(text, role="strong" if width == _PRICE else "")
            cell.setMinimumWidth(width)
            cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(cell)
        if is_draft:
            for words, sign, signal in (
                (_change_words, "edit", self.change_wanted),
                (_drop_words, "close", self.drop_wanted),
            ):
                button = KeyButton(words, kind="quiet", sign=sign, icon_only=True)
                button.clicked.connect(partial(self._pressed, signal, one.id))
                row.addWidget(button)
        box.addWidget(rule())
        box.addLayout(row)
        return line

    def _said(self, one: ItemRow) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(0)
        name = plain_label(one.name, role="strong")
        name.setWordWrap(True)
        box.addWidget(name)
        for text in (_note(one), one.why):
            if text:
                note = plain_label(text, role="small")
                note.setWordWrap(True)
                box.addWidget(note)
        return box

    def _pressed(self, signal: SignalInstance, item_id: int, _checked: bool = False) -> None:
        signal.emit(item_id)


def _note(one: ItemRow) -> str:
    skill = pgettext("catalogue", "Skill: {skill}").format(skill=one.skill) if one.skill else ""
    return " · ".join(filter(None, (one.code, one.materials, skill)))


def _title_words() -> str:
    return pgettext("catalogue", "Items and prices")


def _change_words() -> str:
    return pgettext("catalogue", "Change the item")


def _drop_words() -> str:
    return pgettext("catalogue", "Take the item off")
