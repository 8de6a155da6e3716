"""The page of a register: title and deeds, filters, the list, and the record beside it."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desk.errors import DeskError
from desk.i18n import _
from desk.ui.kit.fault_note import fault_note
from desk.ui.kit.filter_bar import Filter, FilterBar
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, rule
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.record_model import Column, Page, Row
from desk.ui.kit.record_table import RecordTable
from desk.ui.kit.retranslate import Words
from desk.ui.kit.shell_page import ShellPage
from desk.ui.kit.side_panel import SidePanel

_NARROW = 860
_PANEL = 480


@dataclass(frozen=True)
class RegisterPlan(Generic[Row]):
    """Everything that is particular to one register.

    `fetch(filters, after)` reads a page; `open_record(row)` makes the widget beside the list,
    usually a `RecordForm`; `open_key(key)` the same for a record that was searched or drafted;
    `new_record()` an empty one. `row_of` turns what a form saved into the
    row the list shows. `export(filters)` writes the list to a file. `new_words` stands on the
    window's New button.
    """

    title: Words
    columns: Sequence[Column[Row]]
    fetch: Callable[[Mapping[str, str], object | None], Page[Row]]
    row_id: Callable[[Row], Hashable]
    empty: Words
    open_record: Callable[[Row], QWidget]
    open_key: Callable[[str], QWidget] | None = None
    new_record: Callable[[], QWidget] | None = None
    new_words: Words | None = None
    row_of: Callable[[Any], Row | None] | None = None
    filters: Sequence[Filter] = field(default_factory=tuple)
    export: Callable[[Mapping[str, str]], None] | None = None


class RegisterPage(ShellPage, Generic[Row]):
    """List and record side by side; where the window is narrow, one at a time."""

    record_shown = Signal(object)

    def __init__(self, plan: RegisterPlan[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._was_open = False
        self.filters = FilterBar(plan.filters)
        self.table = self._make_table()
        self.panel = SidePanel()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.filters.changed.connect(self.reload)
        self.table.record_chosen.connect(self._row_chosen)
        self.table.record_opened.connect(self._row_opened)
        self.panel.closed.connect(self._panel_closed)
        self.panel.set_aside.connect(self.set_aside)
        self._was_read = False

    # What the shell and the screens call

    def shown(self) -> None:
        """The first time, read the list."""
        self.panel.keeps_aside = self.keeps_aside
        if not self._was_read:
            self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._was_read = True
        self.table.reload()

    def new_words(self) -> str:
        """What the New button says here."""
        if self._plan.new_record is None:
            return ""
        return (self._plan.new_words or _new_words)()

    def start_new(self) -> QWidget | None:
        """Open an empty form, F2; None where there is none or the open one was kept."""
        if self._plan.new_record is None:
            return None
        widget = _made(self._plan.new_record)
        self.table.forget_choice()
        return widget if self.show_record(widget) else None

    def open_key(self, key: str) -> QWidget | None:
        """Open a record that need not be in the list."""
        if self._plan.open_key is None:
            return None
        widget = _made(partial(self._plan.open_key, key))
        self.table.forget_choice()
        return widget if self.show_record(widget) else None

    def take_back(self, form: QWidget) -> bool:
        """Show a form again that waited."""
        self.table.forget_choice()
        return self.show_record(form)

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """Make a form again from a draft."""
        widget = self.open_key(subject) if subject else self.start_new()
        if isinstance(widget, RecordForm):
            widget.restore(draft)
        return widget

    def open_form(self) -> QWidget | None:
        """What is open beside the list."""
        return self.panel.content()

    def show_record(self, widget: QWidget) -> bool:
        """Open a widget beside the list; a form's saving refreshes its row.

        A record that is open already shows another one, and stays where it is.
        """
        if widget is self.open_form():
            self.record_shown.emit(widget)
            return True
        if not self.panel.show_content(widget):
            return False
        if isinstance(widget, RecordForm) and not widget.property("is_followed"):
            widget.setProperty("is_followed", True)
            widget.saved.connect(self._record_saved)
            widget.edited.connect(self.drafts_changed)
            widget.dirty_changed.connect(self.drafts_changed)
        self._share_width()
        self.record_shown.emit(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # Parts

    def _make_table(self) -> RecordTable[Row]:
        """The list; a register whose list is no table makes its own, with the same manners."""
        return RecordTable(
            self._plan.columns,
            self._fetch,
            self._plan.row_id,
            title=self._plan.title,
            empty=self._empty_words,
        )

    def _lay_out(self) -> None:
        left = QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addLayout(self._make_head())
        if self._plan.filters:
            side.addLayout(self._make_filters())
        side.addWidget(rule())
        side.addWidget(self.table, 1)
        self._list = left
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.panel)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._splitter)

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 12, 10)
        head.setSpacing(4)
        head.addWidget(WordLabel(self._plan.title, "title"))
        head.addStretch()
        self.refresh_button = KeyButton(
            _refresh_words, key="F5", kind="quiet", sign="refresh", icon_only=True
        )
        self.refresh_button.clicked.connect(self.reload)
        head.addWidget(self.refresh_button)
        if self._plan.export is not None:
            self.export_button = KeyButton(_export_words, kind="quiet", sign="export")
            self.export_button.clicked.connect(self._export)
            head.addWidget(self.export_button)
        return head

    def _make_filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 10)
        row.addWidget(self.filters, 1)
        return row

    def _fetch(self, after: object | None) -> Page[Row]:
        return self._plan.fetch(self.filters.values(), after)

    def _empty_words(self) -> str:
        if self.filters.values():
            return _("Nothing matches these filters.")
        return self._plan.empty()

    def _row_chosen(self, row: Row) -> None:
        self._open(row)

    def _row_opened(self, row: Row) -> None:
        if self.panel.content() is None:
            self._open(row)
        content = self.panel.content()
        if content is not None:
            content.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, row: Row) -> None:
        has_focus = self.table.hasFocus()
        if not self.show_record(_made(partial(self._plan.open_record, row))):
            self.table.forget_choice()
        elif has_focus:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _record_saved(self, answer: object) -> None:
        form = self.sender()
        self.saved.emit(form.saved_title() if isinstance(form, RecordForm) else "")
        row = self._plan.row_of(answer) if self._plan.row_of else None
        if row is None:
            self.reload()
            return
        self.table.refresh_row(row)
        self.table.choose(self._plan.row_id(row))

    def _panel_closed(self) -> None:
        self.table.forget_choice()
        self._share_width()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _export(self) -> None:
        if self._plan.export is not None:
            self._plan.export(self.filters.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows show the list or the record, not slivers of both."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        is_open = self.panel.content() is not None
        is_narrow = self.width() < _NARROW
        was_open, self._was_open = self._was_open, is_open
        self._list.setVisible(not (is_open and is_narrow))
        if is_open and not was_open:
            beside = max(_PANEL, self.width() * 9 // 20)
            self._splitter.setSizes([self.width() - beside, beside])


def _made(make: Callable[[], QWidget]) -> QWidget:
    """The record or the form, or in its place why it cannot be shown."""
    try:
        return make()
    except DeskError as fault:
        return fault_note(fault)


def _refresh_words() -> str:
    return _("Refresh")


def _export_words() -> str:
    return _("Export")


def _new_words() -> str:
    return _("New")
