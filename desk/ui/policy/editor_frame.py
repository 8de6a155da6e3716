"""How the editor of a policy stands: the groups above, the open one in the middle."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.form_frame import FormFrame
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import rule
from desk.ui.policy.words import GROUPS, policy_words, section_words

NARROW = 720
_LOW = 300
SECTIONS = ("policy", *GROUPS, "changes")


class EditorFrame(FormFrame):
    """`section_changed` says that another group is open; `counts` how much of each changed."""

    section_changed = Signal(str)

    def __init__(
        self, fields: QWidget, save_button: KeyButton, counts: Callable[[str], int]
    ) -> None:
        self._counts = counts
        super().__init__(fields, save_button)

    def make_body(self, _fields: QWidget) -> QWidget:
        """The groups as buttons, and room for their pages; the fields stand on the last one."""
        self.tabs = SegmentField(self._choices)
        self.tabs.set_label(policy_words)
        self.tabs.changed.connect(self._tab_changed)
        self.tabs.entered.connect(self.enter)
        self.picker = ChoiceField(self._choices)
        self.picker.set_label(policy_words)
        self.picker.changed.connect(self._picked)
        self.picker.entered.connect(self.enter)
        self.picker.hide()
        self.stack = QStackedWidget()
        self.area = QScrollArea(self)  # what a form scrolls to a refused field
        self.area.hide()
        top = QVBoxLayout()
        top.setContentsMargins(24, 0, 24, 12)
        top.setSpacing(8)
        top.addWidget(self.summary)
        top.addWidget(self.tabs)
        top.addWidget(self.picker)
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(rule())
        box.addWidget(self.stack, 1)
        return body

    def section(self) -> str:
        """The open group."""
        return str(self.tabs.value())

    def show_page(self, section: str, page: QWidget) -> None:
        """Open a group."""
        self.tabs.set_value(section)
        self.picker.set_value(section)
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def say_counts(self) -> None:
        """How much of each group is changed by now."""
        self.tabs.retranslate()
        self.picker.retranslate()

    def mark(self, section: str, words: str) -> None:
        """What is refused in a group; "" takes it back."""
        self.tabs.mark_one(section, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the groups do not fit side by side, they are a list."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        self.tabs.setVisible(not is_narrow)
        self.picker.setVisible(is_narrow)
        self.title.setVisible(event.size().height() >= _LOW)

    def enter(self) -> None:
        """Enter leads into the group."""
        page = self.stack.currentWidget()
        if page is not None:
            page.setFocus()

    def _choices(self) -> Sequence[Choice]:
        return [Choice(one, self._words(one)) for one in SECTIONS]

    def _words(self, section: str) -> str:
        count = self._counts(section)
        words = section_words(section)
        return f"{words} · {count}" if count else words

    def _tab_changed(self) -> None:
        self.section_changed.emit(self.section())

    def _picked(self) -> None:
        self.section_changed.emit(str(self.picker.value()))
