"""A field that holds any number of codes of a vocabulary, as buttons that stay pressed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desk.ui.kit.choice_field import Choices
from desk.ui.kit.field import Field, mark
from desk.ui.kit.flow import Flow


class ManyField(Field):
    """Each button is chosen for itself: Space or a click. The value is a list of codes."""

    def __init__(self, choices: Choices, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._buttons: dict[str, QPushButton] = {}
        box = Flow(self)
        for choice in choices():
            button = self._buttons[choice.code] = self._make_button()
            box.addWidget(button)
        if self._buttons:
            self._adopt(next(iter(self._buttons.values())))
        else:
            self._adopt(QWidget(self))
        self.retranslate()

    def retranslate(self) -> None:
        """The words of every button."""
        for choice in self._choices():
            self._buttons[choice.code].setText(choice.words)
        self.say_name()

    def say_name(self) -> None:
        """Each button speaks the field's name and its own."""
        label = self._label() if self._label else ""
        for button in self._buttons.values():
            button.setAccessibleName(f"{label} {button.text()}".strip())

    def value(self) -> list[str]:
        """The chosen codes, in the order of the choices."""
        return [code for code, button in self._buttons.items() if button.isChecked()]

    def set_value(self, value: Any) -> None:
        """Choose codes; None chooses nothing."""
        chosen = {str(one) for one in value} if isinstance(value, Sequence) else set()
        for code, button in self._buttons.items():
            button.setChecked(code in chosen)

    def set_read_only(self, read_only: bool) -> None:
        """Only the chosen ones stay lit."""
        for button in self._buttons.values():
            button.setEnabled(not read_only)

    def mark_refused(self, sentence: str) -> None:
        """Every button carries the mark."""
        for button in self._buttons.values():
            mark(button, sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter leads on instead of pressing."""
        is_enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if is_enter:
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _make_button(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.installEventFilter(self)
        button.clicked.connect(self._picked)
        return button

    def _picked(self, _checked: bool) -> None:
        self.changed.emit()
