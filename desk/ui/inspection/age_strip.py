"""The age list 帳齡 as chips: how many defects are how old, each narrowing the list to its age."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desk.domain.defect import Age
from desk.i18n import _
from desk.ui.kit.retranslate import Spoken
from desk.wording import label


class AgeStrip(Spoken, QWidget):
    """`changed` says that another age, or every age, is wanted; a second press takes it back."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Age, int] = {}
        self.buttons = {age: QPushButton(self) for age in Age}
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for button in self.buttons.values():
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "segment")
            button.clicked.connect(self._clicked)
            box.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """The ages with their counts."""
        for age, button in self.buttons.items():
            count = self._counts.get(age, 0)
            button.setText(f"{label('age', age)}  {count}")
            told = _("{age}: {count} defects").format(age=label("age", age), count=count)
            button.setAccessibleName(told)

    def show_counts(self, counts: Mapping[Age, int]) -> None:
        """Show how many are how old."""
        self._counts = counts
        self.retranslate()

    def value(self) -> str:
        """The age that is wanted, "" for every one."""
        return next((age.value for age, one in self.buttons.items() if one.isChecked()), "")

    def _clicked(self) -> None:
        for button in self.buttons.values():
            if button is not self.sender():
                button.setChecked(False)
        self.changed.emit()
