"""How the editor of a policy stands: the groups above, the open one in the middle."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.form_frame import FormFrame
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import rule
from desk.ui.policy.words import GROUPS, policy_words, section_words

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
        self.stack = QStackedWidget()
        self.area = QScrollArea(self)  # what a form scrolls to a refused field
        self.area.hide()
        top = QVBoxLayout()
        top.setContentsMargins(24, 0, 24, 12)
        top.setSpacing(8)
        top.addWidget(self.summary)
        top.addWidget(self.tabs)
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
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

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
