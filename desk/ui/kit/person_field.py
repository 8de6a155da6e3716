"""A field that holds a person of the estate: found by room, name, initials or phone tail."""

from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.field import Field
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.result_list import Found
from desk.ui.kit.search_line import Find, SearchLine


class PickedPerson(NamedTuple):
    """Who was picked: the key of the found thing and the two lines that were shown."""

    kind: str
    key: str
    title: str
    detail: str


class PersonField(Field):
    """Search first, then the person in two lines with "Change" beside.

    The value is a `PickedPerson` or None; `picked` carries the `Found` so that a form can show
    the household. A draft keeps the key and the lines.
    """

    picked = Signal(object)

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: PickedPerson | None = None
        self._is_read_only = False
        self.line = SearchLine(
            find, title=_title_words, placeholder=_placeholder_words, nothing=_nothing_words
        )
        self.line.chosen.connect(self._picked)
        self.change_button = KeyButton(_change_words, kind="quiet")
        self.change_button.clicked.connect(self.search_again)
        self._name, self._detail = plain_label(role="number"), plain_label(role="muted")
        self._detail.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        box.addWidget(self._make_card())
        self._adopt(self.line)
        self.retranslate()
        self._show()

    def value(self) -> PickedPerson | None:
        """Who was picked."""
        return self._person

    def set_value(self, value: Any) -> None:
        """Show a `PickedPerson`; None asks for one."""
        self._person = value if isinstance(value, PickedPerson) else None
        self.line.clear()
        self._show()

    def draft(self) -> list[str] | str:
        """The person, or what was typed to find one."""
        return list(self._person) if self._person else self.line.text()

    def restore(self, draft: Any) -> None:
        """The person, or what was typed."""
        if isinstance(draft, list) and len(draft) == 4:
            self.set_value(PickedPerson(*map(str, draft)))
        else:
            self.set_value(None)
            self.line.setText(str(draft or ""))

    def set_read_only(self, read_only: bool) -> None:
        """The person stays, without "Change"."""
        self._is_read_only = read_only
        self._show()

    def search_again(self) -> None:
        """Look for another person."""
        self.set_value(None)
        self.changed.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_card(self) -> QWidget:
        self._card = QWidget()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        row = QHBoxLayout(self._card)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.change_button)
        return self._card

    def _picked(self, found: Found) -> None:
        self.set_value(PickedPerson(found.kind, found.key, found.title, found.detail))
        self.picked.emit(found)
        self.changed.emit()
        self.entered.emit()

    def _show(self) -> None:
        person = self._person
        self._name.setText(person.title if person else "")
        self._detail.setText(person.detail if person else "")
        self._detail.setVisible(bool(person and person.detail))
        self._card.setVisible(person is not None)
        self.line.setVisible(person is None and not self._is_read_only)
        self.change_button.setVisible(not self._is_read_only)
        self._adopt(self.change_button if person else self.line)


def _title_words() -> str:
    return _("Find a person")


def _placeholder_words() -> str:
    return _("Room, name, initials or phone tail")


def _nothing_words() -> str:
    return _("Nobody found. Try the room, fewer letters or the last four digits.")


def _change_words() -> str:
    return _("Change")
