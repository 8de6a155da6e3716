"""A page of several sections: one at a time, chosen above, each made when it is first visited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.domain.permissions import Permission
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.label import rule
from desk.ui.kit.retranslate import Words
from desk.ui.kit.shell_page import ShellPage

_OF_SECTION = "of_section"

Part = TypeVar("Part", bound=QWidget)


@dataclass(frozen=True)
class Section(Generic[Part]):
    """One section: its key, its name, how it is made, what a role needs for it (None: nothing)."""

    key: str
    title: Words
    make: Callable[[], Part]
    permission: Permission | None = None


def allowed(
    sections: Sequence[Section[Part]], may: Callable[[Permission], bool]
) -> list[Section[Part]]:
    """The sections that a role may use."""
    return [one for one in sections if one.permission is None or may(one.permission)]


class SectionPage(ShellPage, Generic[Part]):
    """The open section answers what the window asks; one that is no page has no answer.

    `section_changed` says that New may mean something else. `BY_FIELD` tells by a field of a draft
    which section it is of, `OF_KIND` which section a kind of record is shown in.
    """

    BY_FIELD: ClassVar[Sequence[tuple[str, str]]] = ()
    OF_KIND: ClassVar[Mapping[str, str]] = {}

    section_changed = Signal()

    def __init__(
        self, title: Words, sections: Sequence[Section[Part]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sections = {one.key: one for one in sections}
        self._made: dict[str, Part] = {}
        self.tabs = SegmentField(self._choices)
        self.tabs.set_label(title)
        self.tabs.set_value(sections[0].key)
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.changed.connect(self.tab_changed)
        self.tabs.entered.connect(self.enter_section)
        self.setFocusProxy(self.tabs)

    # Sections

    def show_section(self, key: str) -> Part:
        """Open a section; KeyError where the clerk has none of that key."""
        section = self._made.get(key) or self._make(key)
        self.tabs.set_value(key)
        self._stack.setCurrentWidget(section)
        if isinstance(section, ShellPage):
            section.keeps_aside = self.keeps_aside
            section.shown()
        self.section_changed.emit()
        return section

    def section(self) -> Part:
        """The open section."""
        key = self._key()
        return self._made.get(key) or self.show_section(key)

    def keys(self) -> Sequence[str]:
        """The sections of this clerk."""
        return tuple(self._sections)

    def made(self) -> Sequence[Part]:
        """The sections that were visited."""
        return tuple(self._made.values())

    # Written otherwise by a page whose sections want it

    def follow(self, section: ShellPage) -> None:
        """A section that is a page says what it saved."""
        section.saved.connect(self.saved)

    def tab_changed(self) -> None:
        """Another section was chosen above."""
        self.show_section(self._key())

    def enter_section(self) -> None:
        """Enter leads into the section."""
        self.focusNextChild()

    # What the window calls

    def shown(self) -> None:
        """The open section."""
        self.show_section(self._key())

    def reload(self) -> None:
        """Read the open section again."""
        section = self.section()
        if isinstance(section, ShellPage):
            section.reload()

    def new_words(self) -> str:
        """What New makes in the open section."""
        section = self.section()
        return section.new_words() if isinstance(section, ShellPage) else ""

    def start_new(self) -> QWidget | None:
        """Another entry of the open section."""
        section = self.section()
        return section.start_new() if isinstance(section, ShellPage) else None

    def open_key(self, key: str) -> QWidget | None:
        """Open a record by its kind and key, such as `faq:7`; a section by its own key."""
        kind, _colon, number = key.partition(":")
        if kind in self.OF_KIND and number:
            page = self._page(self.OF_KIND[kind])
            return None if page is None else page.open_key(number)
        return self.show_section(key) if key in self._sections else None

    def take_back(self, form: QWidget) -> bool:
        """A form that waited, in the section it came from."""
        page = self._page(form.property(_OF_SECTION))
        return page is not None and page.take_back(form)

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """A form of an earlier run, told apart by its fields."""
        page = self._page(next((key for field, key in self.BY_FIELD if field in draft), None))
        return None if page is None else page.resume(draft, subject)

    def open_form(self) -> QWidget | None:
        """What is open in the open section."""
        section = self.section()
        return section.open_form() if isinstance(section, ShellPage) else None

    # Parts

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 12, 12)
        top.addWidget(self.tabs)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(rule())
        box.addWidget(self._stack, 1)

    def _key(self) -> str:
        return self.tabs.value() or next(iter(self._sections))

    def _page(self, key: str | None) -> ShellPage | None:
        """The section of that key, opened, where there is one and it is a page."""
        section = self.show_section(key) if key in self._sections else None
        return section if isinstance(section, ShellPage) else None

    def _choices(self) -> Sequence[Choice]:
        return [Choice(one.key, one.title()) for one in self._sections.values()]

    def _make(self, key: str) -> Part:
        section = self._made[key] = self._sections[key].make()
        section.setProperty(_OF_SECTION, key)
        if isinstance(section, ShellPage):
            section.set_aside.connect(self._set_aside)
            section.drafts_changed.connect(self.drafts_changed)
            self.follow(section)
        self._stack.addWidget(section)
        return section

    def _set_aside(self, form: QWidget) -> None:
        section = self.sender()
        if isinstance(section, QWidget):
            form.setProperty(_OF_SECTION, section.property(_OF_SECTION))
        self.set_aside.emit(form)
