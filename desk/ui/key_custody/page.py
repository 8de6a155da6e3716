"""The keys: one section at a time, chosen above; the board comes first."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.ui.key_custody import words
from desk.ui.key_custody.agreements_page import AgreementsPage
from desk.ui.key_custody.board_page import BoardPage
from desk.ui.key_custody.count_deeds import CountDeeds
from desk.ui.key_custody.counts_page import CountsPage
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.loans_page import LoansPage
from desk.ui.key_custody.receipt_deeds import ReceiptDeeds
from desk.ui.key_custody.receipts_page import ReceiptsPage
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.label import rule
from desk.ui.kit.register_page import RegisterPage
from desk.ui.kit.retranslate import Words
from desk.ui.kit.shell_page import ShellPage

_SECTION = "key_section"
_OF_KIND = {
    "key_set": "board",
    "key_loan": "loan",
    "custody_agreement": "agreement",
    "key_count": "count",
    "key_receipt": "receipt",
}
_BY_FIELD = (
    ("count_marks", "count"),
    ("tag", "board"),
    ("starts", "agreement"),
    ("receiver", "receipt"),
)


class Section(NamedTuple):
    """One section: its key, its name, how it is made."""

    key: str
    title: Words
    make: Callable[[], RegisterPage[Any]]


class KeyPage(ShellPage):
    """Sections are made when they are first visited; `section_changed` says New may mean another
    thing."""

    section_changed = Signal()

    def __init__(self, deeds: KeyDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sections = {one.key: one for one in self._every()}
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
        self.tabs.set_value(next(iter(self._sections)))
        self.setFocusProxy(self.tabs)

    # Sections

    def show_section(self, key: str) -> RegisterPage[Any]:
        """Open a section; KeyError for one there is not."""
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
        """The sections there are."""
        return tuple(self._sections)

    def begin_receipt(self, unit_id: int) -> QWidget | None:
        """A receipt for the keys of a home (R34)."""
        section = self.show_section("receipt")
        assert isinstance(section, ReceiptsPage)
        return section.begin_for_unit(unit_id)

    # What the window calls

    def shown(self) -> None:
        """The open section; on the board the keyboard stands in the finding line."""
        section = self.show_section(str(self.tabs.value()))
        if isinstance(section, BoardPage) and section.open_form() is None:
            section.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the open section again."""
        self.section().reload()

    def new_words(self) -> str:
        """What New makes in the open section."""
        return self.section().new_words()

    def start_new(self) -> QWidget | None:
        """Another one in the open section."""
        return self.section().start_new()

    def open_key(self, key: str) -> QWidget | None:
        """A record by its kind and key, such as `key_loan:7`; a set by its id or tag; a section."""
        kind, _colon, number = key.partition(":")
        if kind in _OF_KIND and number:
            return self.show_section(_OF_KIND[kind]).open_key(number)
        if key in self._sections:
            return self.show_section(key)
        return self.show_section("board").open_key(key)

    def take_back(self, form: QWidget) -> bool:
        """A form that waited, in the section it came from."""
        key = form.property(_SECTION)
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

    def _every(self) -> Sequence[Section]:
        return (
            Section("board", words.board_title, self._board),
            Section("loan", words.loans_title, self._loans),
            Section("agreement", words.agreements_title, self._agreements),
            Section("count", words.counts_title, self._counts),
            Section("receipt", words.receipts_title, self._receipts),
        )

    def _choices(self) -> Sequence[Choice]:
        return [Choice(one.key, one.title()) for one in self._sections.values()]

    def _make(self, key: str) -> RegisterPage[Any]:
        section = self._made[key] = self._sections[key].make()
        section.setProperty(_SECTION, key)
        section.set_aside.connect(self._set_aside)
        section.drafts_changed.connect(self.drafts_changed)
        section.saved.connect(self.saved)
        self._stack.addWidget(section)
        return section

    def _set_aside(self, form: QWidget) -> None:
        section = self.sender()
        if isinstance(section, RegisterPage):
            form.setProperty(_SECTION, section.property(_SECTION))
        self.set_aside.emit(form)

    def _tab_changed(self) -> None:
        self.show_section(str(self.tabs.value()))

    def _enter_section(self) -> None:
        """Enter leads into the section."""
        section = self.section()
        if isinstance(section, BoardPage):
            section.words.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focusNextChild()

    def _take_in(self, agreement_id: int) -> None:
        board = self.show_section("board")
        assert isinstance(board, BoardPage)
        board.begin_under(agreement_id)

    def _board(self) -> RegisterPage[Any]:
        return BoardPage(self._deeds)

    def _loans(self) -> RegisterPage[Any]:
        return LoansPage(self._deeds)

    def _counts(self) -> RegisterPage[Any]:
        return CountsPage(CountDeeds(self._deeds))

    def _receipts(self) -> RegisterPage[Any]:
        return ReceiptsPage(ReceiptDeeds(self._deeds))

    def _agreements(self) -> RegisterPage[Any]:
        page = AgreementsPage(self._deeds)
        page.take_in_wanted.connect(self._take_in)
        return page
