"""Who is sent: everybody in a list, and beside whoever cannot be sent the reason (R239, R251)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _, pgettext
from desk.services.service_order_people import Candidate
from desk.ui.kit.field import Field
from desk.ui.service_order.deeds import reasons_words
from desk.ui.service_order.people_painter import HEAD_ROLE, NOTE_ROLE, ROW, PeoplePainter

_MOST_ROWS = 5
_KEY = Qt.ItemDataRole.UserRole


class PeopleField(Field):
    """Arrow keys choose among those who may be sent; the value is a person's id, or None."""

    def __init__(
        self, people: Sequence[Candidate], custom: EstateFormat, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._people, self._custom = people, custom
        self.list = QListWidget(self)
        self.list.setProperty("kind", "choices")
        self.list.setItemDelegate(PeoplePainter(self.list))
        self.list.setFixedHeight(ROW * max(2, min(_MOST_ROWS, len(people))) + 8)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        self._adopt(self.list)
        for one in people:
            self.list.addItem(self._item(one))
        self.list.currentItemChanged.connect(self._chosen)
        self.list.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Every line; who is chosen stays chosen."""
        super().retranslate()
        for number, one in enumerate(self._people):
            self._write(self.list.item(number), one)

    def value(self) -> int | None:
        """Who is chosen."""
        item = self.list.currentItem()
        return None if item is None or not _is_open(item) else int(item.data(_KEY))

    def set_value(self, value: Any) -> None:
        """Choose a person by id; nobody where there is none such."""
        for number, one in enumerate(self._people):
            if value is not None and one.person.id == int(value) and not one.reasons:
                self.list.setCurrentRow(number)
                return
        self.list.setCurrentRow(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter leads on."""
        is_enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if is_enter:
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

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
        head = f"{person.name}　{person.employer.name or pgettext('order', 'own staff')}"
        if one.reasons:
            note = " ".join(reasons_words(one.reasons, self._custom).splitlines())
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
