"""A field that holds a person of the estate: found by room, name, initials or phone tail."""

from typing import ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.i18n import _
from desk.ui.kit.picked_field import PickedField
from desk.ui.kit.result_list import Found
from desk.ui.kit.search_line import Find, SearchLine


class PickedPerson(NamedTuple):
    """Who was picked: the key of the found thing and the two lines that were shown."""

    kind: str
    key: str
    title: str
    detail: str


class PersonField(PickedField):
    """Search first, then the person in two lines with "Change" beside.

    The value is a `PickedPerson` or None; `picked` carries the `Found` so that a form can show
    the household. A draft keeps the key and the lines.
    """

    PICKED: ClassVar[type[PickedPerson]] = PickedPerson

    picked = Signal(object)

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        line = SearchLine(
            find, title=_title_words, placeholder=_placeholder_words, nothing=_nothing_words
        )
        super().__init__(line, parent)

    def value(self) -> PickedPerson | None:
        """Who was picked."""
        person: PickedPerson | None = super().value()
        return person

    def _picked(self, found: Found) -> None:
        self.set_value(PickedPerson(found.kind, found.key, found.title, found.detail))
        self.picked.emit(found)
        self.changed.emit()
        self.entered.emit()


def _title_words() -> str:
    return _("Find a person")


def _placeholder_words() -> str:
    return _("Room, name, initials or phone tail")


def _nothing_words() -> str:
    return _("Nobody found. Try the room, fewer letters or the last four digits.")
