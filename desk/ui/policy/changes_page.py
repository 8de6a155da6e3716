"""What the copy changes, old beside new; from which day it holds, and why."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desk.i18n import _
from desk.services.policy_changes import Change
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.record_model import Column, Page
from desk.ui.kit.record_table import RecordTable
from desk.ui.kit.retranslate import Spoken
from desk.ui.policy.editor_frame import NARROW
from desk.ui.policy.words import section_words
from desk.ui.policy.working import Working

_FIELDS = 380


class ChangesPage(Spoken, QWidget):
    """`rule_wanted` asks for the rule behind a line: its section and its code."""

    rule_wanted = Signal(str, str)

    def __init__(self, working: Working, fields: FieldSet) -> None:
        super().__init__()
        self._working = working
        self._against = ""
        self._note = plain_label(role="muted")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(16, 12, 16, 10)
        self.table: RecordTable[Change] = RecordTable(
            _columns(), self._fetch, _id, title=_changes_words, empty=_empty
        )
        self.table.record_opened.connect(self._open)
        self._lay_out(fields)
        self.setFocusProxy(fields)
        self.retranslate()

    def retranslate(self) -> None:
        """What the copy is compared with."""
        words = _("Against {source}. Enter on a line opens its rule.")
        self._note.setText(words.format(source=self._against))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has day and reason under the changes."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._splitter.setOrientation(down if is_narrow else across)

    def compare_with(self, source: str) -> None:
        """What it is compared with, in words."""
        self._against = source
        self.retranslate()

    def reload(self) -> None:
        """The copy was changed."""
        self.table.reload()

    def _fetch(self, _after: object | None) -> Page[Change]:
        return Page(self._working.changes())

    def _open(self, change: Change) -> None:
        self.rule_wanted.emit(change.section, change.code)

    def _lay_out(self, fields: FieldSet) -> None:
        left, right = QWidget(), QWidget()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._note)
        side.addWidget(self.table, 1)
        right.setProperty("role", "surface")
        column = QVBoxLayout(right)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(10)
        note = WordLabel(_holds_note, "muted")
        note.setWordWrap(True)
        column.addWidget(WordLabel(_holds_words, "heading"))
        column.addWidget(note)
        column.addWidget(fields)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(280)
        area.setWidget(right)
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(area)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([2 * _FIELDS, _FIELDS])
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(splitter)


def _columns() -> Sequence[Column[Change]]:
    return (
        Column("rule", _rule_words, _rule, 200, stretch=True, strong=True, note=_what),
        Column("old", _old_words, _old, 180, muted=True),
        Column("new", _new_words, _new, 180),
    )


def _id(change: Change) -> Hashable:
    return change.section, change.code, change.what


def _rule(change: Change) -> str:
    return change.rule


def _what(change: Change) -> str:
    return " · ".join(filter(None, (section_words(change.section), change.what)))


def _old(change: Change) -> str:
    return change.old


def _new(change: Change) -> str:
    return f"→ {change.new}"


def _changes_words() -> str:
    return section_words("changes")


def _rule_words() -> str:
    return _("Rule")


def _old_words() -> str:
    return _("So far")


def _new_words() -> str:
    return _("From then on")


def _empty() -> str:
    return _("Nothing is changed yet.")


def _holds_words() -> str:
    return _("From when it holds")


def _holds_note() -> str:
    return _(
        "What is opened on that day or later stands under the new version. What is open already"
        " keeps the version it was opened under, until open cases are computed anew."
    )
