"""Who is sent: everybody in a list, and beside whoever cannot be sent the reason (R239, R251)."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.i18n import _, pgettext
from desk.services.service_order_people import Candidate
from desk.ui.kit.choice_field import Choice, ChoiceField
from desk.ui.kit.field import Field
from desk.ui.service_order.people_painter import HEAD_ROLE, NOTE_ROLE, ROW, PeoplePainter
from desk.wording import reasons_words

_MOST_ROWS = 5
_KEY = Qt.ItemDataRole.UserRole


class Chosen(NamedTuple):
    """Who is sent, and the skill that the work was said to need; "" where the item names it."""

    person_id: int
    skill: str


class PeopleField(Field):
    """Arrow keys choose among those who may be sent; the value is a `Chosen`, or None.

    `find` tells who may be sent to work that needs a skill. Where the order names none, one of
    `skills` is asked for above the list, and whoever has it not is shut (R251).
    """

    def __init__(
        self,
        find: Callable[[str], Sequence[Candidate]],
        skills: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find, self._skills = find, skills
        people = self._people = find("")
        self.list = QListWidget(self)
        self.list.setProperty("kind", "choices")
        self.list.setItemDelegate(PeoplePainter(self.list))
        self.list.setFixedHeight(ROW * max(2, min(_MOST_ROWS, len(people))) + 8)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.skill = ChoiceField(self._skill_choices, nothing=_no_skill_words)
        self.skill.set_label(_skill_words)
        self.skill.setVisible(bool(skills))
        self.skill.changed.connect(self._skill_chosen)
        self.skill.entered.connect(self.list.setFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.skill)
        box.addWidget(self.list)
        self._adopt(self.list)
        self._fill()
        self.list.itemSelectionChanged.connect(self._chosen)
        self.list.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Every line; who is chosen stays chosen."""
        super().retranslate()
        for number, one in enumerate(self._people):
            self._write(self.list.item(number), one)

    def value(self) -> Chosen | None:
        """Who is chosen; a list that has the focus stands on its first line and chooses nobody."""
        item = next(iter(self.list.selectedItems()), None)
        if item is None or not _is_open(item):
            return None
        return Chosen(int(item.data(_KEY)), self.skill.value() or "")

    def set_value(self, value: Any) -> None:
        """Choose a person by id; nobody where there is none such."""
        for number, one in enumerate(self._people):
            if value is not None and one.person.id == int(value) and not one.reasons:
                self.list.setCurrentRow(number)
                return
        self.list.setCurrentRow(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter leads on; the first Down chooses the first who may be sent."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return True
        if event.key() == Qt.Key.Key_Down and not self.list.selectedItems():
            self.set_value(next((one.person.id for one in self._people if not one.reasons), None))
            return True
        return super().eventFilter(watched, event)

    def _skill_chosen(self) -> None:
        """Other people may be sent now; who was chosen stays where that is so."""
        before = self.value()
        self._people = self._find(self.skill.value() or "")
        self._fill()
        self.set_value(None if before is None else before.person_id)
        self.changed.emit()

    def _fill(self) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in self._people:
                self.list.addItem(self._item(one))

    def _skill_choices(self) -> Sequence[Choice]:
        return [Choice(one, one) for one in self._skills]

    def _item(self, one: Candidate) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(_KEY, one.person.id)
        self._write(item, one)
        if one.reasons:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item

    def _write(self, item: QListWidgetItem, one: Candidate) -> None:
        """Name and house; below it what they can do, or why they are not sent."""
        person = one.person
        house = person.employer.name or pgettext("order", "own staff")
        head = f"{person.name}　{house}"
        if one.reasons:
            note = " ".join(reasons_words(one.reasons).splitlines())
        else:
            skills = _(", ").join(skill.code for skill in person.skills)
            note = skills or pgettext("order", "no skill written down")
        item.setData(HEAD_ROLE, head)
        item.setData(NOTE_ROLE, note)
        item.setText(f"{head} {note}")
        item.setToolTip(note)

    def _chosen(self, *_items: object) -> None:
        self.changed.emit()


def _is_open(item: QListWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)


def _skill_words() -> str:
    return pgettext("order", "Skill the work needs")


def _no_skill_words() -> str:
    return pgettext("order", "no special skill")
