"""The print room: one section at a time, chosen above."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desk.domain.paper import FORMS
from desk.ui.kit.section_page import Section, SectionPage
from desk.ui.kit.shell_page import ShellPage
from desk.ui.print_room import words
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.ui.print_room.forms import FormsPage
from desk.ui.print_room.log import LogPage
from desk.ui.print_room.papers import PaperPage, out_page, unanswered_page

OUT = "out"
PRINT = "print_log"


class PrintRoomPage(SectionPage[ShellPage]):
    """`record_wanted` asks for a record, `code_wanted` for the paper of a code, `counted` says that
    another number of papers is out, `started` carries a long work, to be followed."""

    BY_FIELD = (("revision", "forms"),)

    record_wanted = Signal(str, str)
    code_wanted = Signal(str)
    counted = Signal()
    started = Signal(object)

    def __init__(self, deeds: PrintRoomDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(words.title, self._every(), parent)

    def shown(self) -> None:
        """The open section, read anew: papers come and go elsewhere."""
        self.show_section(str(self.tabs.value())).reload()

    def tab_changed(self) -> None:
        """The section that is chosen is read anew as well."""
        self.shown()

    def enter_section(self) -> None:
        """Enter leads into the section itself."""
        self.section().setFocus(Qt.FocusReason.TabFocusReason)

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

    def _every(self) -> Sequence[Section[ShellPage]]:
        return (
            Section(OUT, words.papers_out, self._out),
            Section("unanswered", words.not_answered, self._unanswered),
            Section("log", words.log, self._log),
            Section("forms", words.forms, self._forms),
        )

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
