"""Fields that hold one code of a vocabulary: a drop-down list, or buttons side by side."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QWidget

from desk.ui.kit.field import Field, mark
from desk.ui.kit.flow import Flow
from desk.ui.kit.icons import icon
from desk.ui.kit.retranslate import Words


class Choice(NamedTuple):
    """One code and its words in the current language; buttons may carry an icon."""

    code: str
    words: str
    icon: str = ""


Choices = Callable[[], Sequence[Choice]]


class _Combo(QComboBox):
    """A drop-down list that the wheel does not change by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form, not the value."""
        event.ignore()


class ChoiceField(Field):
    """One code out of many, or None where `nothing` names the empty choice."""

    def __init__(
        self, choices: Choices, *, nothing: Words | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices, self._nothing = choices, nothing
        self.combo = _Combo(self)
        self.combo.setMaxVisibleItems(12)
        box = Flow(self)
        box.addWidget(self.combo)
        self._adopt(self.combo)
        self.combo.activated.connect(self._picked)
        self.combo.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """The words of every choice; the chosen code stays."""
        super().retranslate()
        kept = self.value()
        self.combo.clear()
        if self._nothing is not None:
            self.combo.addItem(self._nothing(), None)
        for choice in self._choices():
            self.combo.addItem(choice.words, choice.code)
        self.set_value(kept)

    def value(self) -> str | None:
        """The chosen code."""
        code = self.combo.currentData()
        return None if code is None else str(code)

    def set_value(self, value: Any) -> None:
        """Choose a code; an unknown one chooses nothing."""
        self.combo.setCurrentIndex(self.combo.findData(None if value is None else str(value)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter leads on instead of opening the list."""
        is_enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if is_enter and watched is self.combo:
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _picked(self, _index: int) -> None:
        self.changed.emit()


class SegmentField(Field):
    """A few codes as buttons side by side: one key or one click chooses.

    Arrow keys move the choice, Enter leads on.
    """

    def __init__(self, choices: Choices, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        box = Flow(self)
        for choice in choices():
            button = self._make_button(choice)
            box.addWidget(button)
        self._adopt(next(iter(self._buttons.values())))
        self._group.buttonClicked.connect(self._picked)
        self.retranslate()

    def retranslate(self) -> None:
        """The words of every button."""
        for choice in self._choices():
            self._buttons[choice.code].setText(choice.words)
        self.say_name()

    def say_name(self) -> None:
        """Each button speaks the field's name and its own."""
        for button in self._buttons.values():
            label = self._label() if self._label else ""
            button.setAccessibleName(f"{label} {button.text()}".strip())

    def value(self) -> str | None:
        """The chosen code."""
        for code, button in self._buttons.items():
            if button.isChecked():
                return code
        return None

    def set_value(self, value: Any) -> None:
        """Choose a code; None or an unknown one chooses nothing."""
        self._group.setExclusive(False)
        for code, button in self._buttons.items():
            button.setChecked(value is not None and code == str(value))
        self._group.setExclusive(True)
        self._move_tab_stop()

    def set_read_only(self, read_only: bool) -> None:
        """Only the chosen one stays lit."""
        for button in self._buttons.values():
            button.setEnabled(not read_only)

    def mark_refused(self, sentence: str) -> None:
        """Every button carries the mark: none of them was chosen, or the wrong one."""
        for button in self._buttons.values():
            mark(button, sentence)

    def mark_one(self, code: str, sentence: str) -> None:
        """One button alone carries the mark, and says why; "" takes it back."""
        mark(self._buttons[code], sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move the choice, Enter leads on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
            step = {
                Qt.Key.Key_Left: -1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_Right: 1,
                Qt.Key.Key_Down: 1,
            }.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, QPushButton):
                self._step_from(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _make_button(self, choice: Choice) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.setAutoDefault(False)
        if choice.icon:
            button.setIcon(icon(choice.icon, size=16))
        button.installEventFilter(self)
        self._group.addButton(button)
        self._buttons[choice.code] = button
        return button

    def _step_from(self, button: QPushButton, step: int) -> None:
        buttons = list(self._buttons.values())
        target = buttons[(buttons.index(button) + step) % len(buttons)]
        target.setChecked(True)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._picked(target)

    def _picked(self, _button: object) -> None:
        self._move_tab_stop()
        self.changed.emit()

    def _move_tab_stop(self) -> None:
        """One stop for Tab: the chosen button, or the first."""
        buttons = list(self._buttons.values())
        stop = next((button for button in buttons if button.isChecked()), buttons[0])
        for button in buttons:
            is_stop = button is stop
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )
        self._adopt(stop)
