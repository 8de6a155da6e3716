"""The print room: one section at a time, chosen above."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.domain.paper import FORMS
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.label import rule
from desk.ui.kit.retranslate import Words
from desk.ui.kit.shell_page import ShellPage
from desk.ui.print_room import words
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.ui.print_room.forms import FormsPage
from desk.ui.print_room.log import LogPage
from desk.ui.print_room.papers import PaperPage, out_page, unanswered_page

OUT = "out"
PRINT = "print_log"


class Section(NamedTuple):
    """One section: its key, its name, how it is made."""

    key: str
    title: Words
    make: Callable[[], ShellPage]


class PrintRoomPage(ShellPage):
    """Sections are made when they are first visited.

    `section_changed` says that New may mean something else, `record_wanted` asks for a record,
    `code_wanted` for the paper of a code, `counted` says that another number of papers is out,
    `started` carries a long work, to be followed.
    """

    section_changed = Signal()
    record_wanted = Signal(str, str)
    code_wanted = Signal(str)
    counted = Signal()
    started = Signal(object)

    def __init__(self, deeds: PrintRoomDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sections = {one.key: one for one in self._every()}
        self._made: dict[str, ShellPage] = {}
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
        self.tabs.set_value(OUT)

    # Sections

    def show_section(self, key: str) -> ShellPage:
        """Open a section; KeyError where there is none of that key."""
        section = self._made.get(key) or self._make(key)
        self.tabs.set_value(key)
        self._stack.setCurrentWidget(section)
        section.keeps_aside = self.keeps_aside
        section.shown()
        self.section_changed.emit()
        return section

    def section(self) -> ShellPage:
        """The open section."""
        key = str(self.tabs.value())
        return self._made.get(key) or self.show_section(key)

    def keys(self) -> Sequence[str]:
        """The sections there are."""
        return tuple(self._sections)

    # What the window calls

    def shown(self) -> None:
        """The open section, read anew: papers come and go elsewhere."""
        self.show_section(str(self.tabs.value())).reload()

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
        """A print by its id, a section or a form by its key, a signed paper as `signed_paper:3`;
        any other key is the code of a paper."""
        if key in self._sections:
            return self.show_section(key)
        kind, _colon, number = key.partition(":")
        if number.isdecimal():
            key = number if kind == PRINT else str(self._deeds.print_of(int(number)))
        if key in FORMS:
            return self.show_section("forms").open_key(key)
        if key.isdecimal():
            return self.show_section(OUT).open_key(key)
        self.code_wanted.emit(key)
        return self

    def take_back(self, form: QWidget) -> bool:
        """A form that waited."""
        return self.section().take_back(form)

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """A form of an earlier run."""
        return self.section().resume(draft, subject)

    def open_form(self) -> QWidget | None:
        """What is open in the open section."""
        return self.section().open_form()

    # Parts

    def _every(self) -> Sequence[Section]:
        return (
            Section(OUT, words.papers_out, self._out),
            Section("unanswered", words.not_answered, self._unanswered),
            Section("log", words.log, self._log),
            Section("forms", words.forms, self._forms),
        )

    def _choices(self) -> Sequence[Choice]:
        return [Choice(one.key, one.title()) for one in self._sections.values()]

    def _make(self, key: str) -> ShellPage:
        section = self._made[key] = self._sections[key].make()
        section.set_aside.connect(self.set_aside)
        section.drafts_changed.connect(self.drafts_changed)
        section.saved.connect(self.saved)
        self._stack.addWidget(section)
        return section

    def _tab_changed(self) -> None:
        self.show_section(str(self.tabs.value())).reload()

    def _enter_section(self) -> None:
        self.section().setFocus(Qt.FocusReason.TabFocusReason)

    def _out(self) -> PaperPage:
        return self._papers(out_page(self._deeds))

    def _unanswered(self) -> PaperPage:
        return self._papers(unanswered_page(self._deeds))

    def _log(self) -> LogPage:
        page = LogPage(self._deeds)
        page.record_wanted.connect(self.record_wanted)
        page.counted.connect(self.counted)
        return page

    def _forms(self) -> FormsPage:
        page = FormsPage(self._deeds)
        page.started.connect(self.started)
        return page

    def _papers(self, page: PaperPage) -> PaperPage:
        page.record_wanted.connect(self.record_wanted)
        page.counted.connect(self.counted)
        return page
