"""The guide: one section at a time, chosen above; a role sees the sections it may use."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.domain.permissions import Permission
from desk.ui.guide import words
from desk.ui.guide.breaches import BreachPage
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.guide.departments import DepartmentPage
from desk.ui.guide.faq import FaqPage
from desk.ui.guide.matrix import MatrixPage
from desk.ui.guide.reference import ReferencePage
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.label import rule
from desk.ui.kit.register_page import RegisterPage
from desk.ui.kit.retranslate import Words
from desk.ui.kit.shell_page import ShellPage

_OF_KIND = {"duty": "duty", "faq": "faq", "department": "department", "reference_text": "text"}


class Section(NamedTuple):
    """One section: its key, its name, how it is made, what a role needs for it."""

    key: str
    title: Words
    make: Callable[[], RegisterPage[Any]]
    permission: Permission = Permission.READ


class GuidePage(ShellPage):
    """Sections are made when they are first visited.

    `section_changed` says that New may mean something else, `visit_wanted` asks for a visit.
    """

    section_changed = Signal()
    visit_wanted = Signal(int)

    def __init__(self, deeds: GuideDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sections = {one.key: one for one in self._allowed()}
        self._made: dict[str, RegisterPage[Any]] = {}
        self.tabs = SegmentField(self._choices)
        self.tabs.set_label(words.title)
        self._stack = QStackedWidget()
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 12, 12)
        top.addWidget(self.tabs)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(rule())
        box.addWidget(self._stack, 1)
        self.tabs.changed.connect(self._tab_changed)
        self.tabs.entered.connect(self._enter_section)
        self.setFocusProxy(self.tabs)
        self.tabs.set_value(next(iter(self._sections)))

    # Sections

    def show_section(self, key: str) -> RegisterPage[Any]:
        """Open a section; KeyError where the clerk's role has none of that key."""
        section = self._made.get(key) or self._make(key)
        self.tabs.set_value(key)
        self._stack.setCurrentWidget(section)
        section.keeps_aside = self.keeps_aside
        section.shown()
        self.section_changed.emit()
        return section

    def section(self) -> RegisterPage[Any]:
        """The open section."""
        key = str(self.tabs.value())
        return self._made.get(key) or self.show_section(key)

    def keys(self) -> Sequence[str]:
        """The sections of this clerk."""
        return tuple(self._sections)

    # What the window calls

    def shown(self) -> None:
        """The open section."""
        self.show_section(str(self.tabs.value()))

    def reload(self) -> None:
        """Read the open section again."""
        self.section().reload()

    def new_words(self) -> str:
        """What New makes in the open section."""
        return self.section().new_words()

    def start_new(self) -> QWidget | None:
        """Another entry of the open section."""
        return self.section().start_new()

    def open_key(self, key: str) -> QWidget | None:
        """Open an entry by its kind and key, such as `faq:7`; a section by its own key."""
        kind, _colon, number = key.partition(":")
        if kind in _OF_KIND and number:
            return self.show_section(_OF_KIND[kind]).open_key(number)
        return self.show_section(key) if key in self._sections else None

    def take_back(self, form: QWidget) -> bool:
        """A form that waited, in the section it came from."""
        key = form.property("guide_section")
        return key in self._sections and self.show_section(str(key)).take_back(form)

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """A form of an earlier run, told apart by its fields."""
        key = next((key for field, key in _BY_FIELD if field in draft), None)
        if key is None or key not in self._sections:
            return None
        return self.show_section(key).resume(draft, subject)

    def open_form(self) -> QWidget | None:
        """What is open in the open section."""
        return self.section().open_form()

    # Parts

    def _allowed(self) -> Sequence[Section]:
        every = (
            Section("duty", words.duties, self._matrix),
            Section("faq", words.faqs, self._faqs),
            Section("text", words.texts, self._texts),
            Section("department", words.departments, self._departments),
            Section("breach", words.breaches, self._breaches, Permission.RECORD_BREACHES),
        )
        return [one for one in every if self._deeds.may(one.permission)]

    def _choices(self) -> Sequence[Choice]:
        return [Choice(one.key, one.title()) for one in self._sections.values()]

    def _make(self, key: str) -> RegisterPage[Any]:
        section = self._made[key] = self._sections[key].make()
        section.setProperty("guide_section", key)
        section.set_aside.connect(self._set_aside)
        section.drafts_changed.connect(self.drafts_changed)
        section.saved.connect(self.saved)
        self._stack.addWidget(section)
        return section

    def _set_aside(self, form: QWidget) -> None:
        section = self.sender()
        if isinstance(section, RegisterPage):
            form.setProperty("guide_section", section.property("guide_section"))
        self.set_aside.emit(form)

    def _tab_changed(self) -> None:
        self.show_section(str(self.tabs.value()))

    def _enter_section(self) -> None:
        """Enter leads into the section."""
        self.focusNextChild()

    def _matrix(self) -> RegisterPage[Any]:
        return MatrixPage(self._deeds)

    def _faqs(self) -> RegisterPage[Any]:
        return FaqPage(self._deeds)

    def _texts(self) -> RegisterPage[Any]:
        return ReferencePage(self._deeds)

    def _departments(self) -> RegisterPage[Any]:
        return DepartmentPage(self._deeds)

    def _breaches(self) -> RegisterPage[Any]:
        page = BreachPage(self._deeds)
        page.visit_wanted.connect(self.visit_wanted)
        return page


_BY_FIELD = (
    ("matter", "duty"),
    ("question", "faq"),
    ("body", "text"),
    ("division", "department"),
    ("finding", "breach"),
)
