"""The base form, with a fixed life: build, load, read, validate all, save, ask before losing.

A screen subclasses `RecordForm` and writes four methods: `build`, `show_value`, `read` and
`save_value`. Everything else is here, so that all forms behave alike.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.errors import DeskError, RuleRefused
from desk.i18n import _, ngettext
from desk.ui.kit.chips import Chip, ChipLabel
from desk.ui.kit.field import Field
from desk.ui.kit.field_grid import FieldCell, FieldGrid
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.notify import ask, fault_words, say
from desk.ui.kit.retranslate import Spoken, Words
from desk.wording import sentence


class RecordForm(Spoken, QWidget):
    """A record as a form. `saved` carries what `save_value` gave back."""

    saved = Signal(object)
    back_wanted = Signal()
    dirty_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._cells: dict[str, FieldCell] = {}
        self._grid: FieldGrid | None = None
        self._value: Any = None
        self._is_dirty = self._is_read_only = False
        self._lay_out()
        self.build()
        self._body.addStretch()
        first = next(iter(self._cells.values()), None)
        if first is not None:
            self.setFocusProxy(first.field)
        self.retranslate()

    # Written by each screen

    def build(self) -> None:
        """Add sections, fields and buttons, in the order in which Enter walks."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Put a frozen value into the fields."""
        raise NotImplementedError

    def read(self) -> Any:
        """The frozen value that the fields make."""
        raise NotImplementedError

    def save_value(self, value: Any) -> Any:
        """Ask the service to save; may raise RuleRefused or another DeskError."""
        raise NotImplementedError

    def heading(self) -> str:
        """The title in the current language."""
        return ""

    def subject(self) -> str:
        """The key of the record being changed, "" for a new one; kept with a draft."""
        return ""

    # Building

    def add_section(self, title: Words | None = None) -> FieldGrid:
        """Begin a group of fields, under a heading where there is one."""
        if title is not None:
            self._body.addSpacing(8 if self._cells else 0)
            self._body.addWidget(WordLabel(title, "heading"))
        grid = self._grid = FieldGrid()
        self._body.addWidget(grid)
        return grid

    def add(  # noqa: PLR0913 - all but the first three are named
        self,
        key: str,
        field: Field,
        label: Words,
        *,
        hint: Words | None = None,
        required: bool = False,
        span: int = 2,
    ) -> Field:
        """Add a field. `key` is the `Reason.field` its refusals name; span 1 is half a line."""
        grid = self._grid or self.add_section()
        cell = FieldCell(label, field, hint=hint, required=required)
        self._cells[key] = cell
        grid.add(cell, span)
        field.changed.connect(self._field_changed)
        field.entered.connect(self._next_field)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field, over the whole width."""
        self._body.addWidget(widget)
        self._grid = None

    def add_button(self, button: KeyButton, *, at_end: bool = False) -> KeyButton:
        """Add a button to the foot, beside Save; `at_end` puts it to the far right."""
        self._foot.insertWidget(self._foot.count() if at_end else self._foot.count() - 1, button)
        return button

    def field(self, key: str) -> Field:
        """The field of that key."""
        return self._cells[key].field

    def retranslate(self) -> None:
        """The heading and the summary; parts look after themselves."""
        self._title.setText(self.heading())
        self.setAccessibleName(self.heading())
        self.clear_refusals()

    def show_chip(self, chip: Chip | None) -> None:
        """The state beside the heading."""
        self._chip.show_chip(chip)

    # The life

    def load(self, value: Any) -> None:
        """Show a value; nothing is changed yet."""
        self._value = value
        self.show_value(value)
        self.clear_refusals()
        self._title.setText(self.heading())
        self._set_dirty(False)

    def value(self) -> Any:
        """What was loaded or saved last."""
        return self._value

    def save(self) -> bool:
        """Read, check every field, save; refusals are shown all at once beside their fields."""
        commit_composing_text()
        self.clear_refusals()
        if self._is_read_only or not self._fields_can_be_read():
            return False
        try:
            answer = self.save_value(self.read())
        except RuleRefused as refused:
            self.show_refusals(refused)
            return False
        except DeskError as fault:
            self._show_summary(fault_words(fault))
            return False
        self._set_dirty(False)
        self.load(answer)
        say(self, _("Saved"))
        self.saved.emit(answer)
        return True

    def is_dirty(self) -> bool:
        """Whether something would be lost."""
        return self._is_dirty

    def may_leave(self) -> bool:
        """Ask before losing changes; True where there is nothing to lose."""
        commit_composing_text()
        if not self._is_dirty:
            return True
        return ask(self, _("Discard what you typed?"), _("Discard"), self.heading())

    def set_read_only(self, read_only: bool) -> None:
        """Show the record without letting it be changed."""
        self._is_read_only = read_only
        for cell in self._cells.values():
            cell.field.set_read_only(read_only)
        self.save_button.setVisible(not read_only)

    def draft(self) -> dict[str, Any]:
        """Everything typed so far as JSON values, so that it survives a lock and a restart."""
        commit_composing_text()
        return {key: cell.field.draft() for key, cell in self._cells.items()}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Put a draft back; the form has something to lose again."""
        for key, content in draft.items():
            if key in self._cells:
                self._cells[key].field.restore(content)
        self._set_dirty(True)

    # Refusals

    def show_refusals(self, refused: RuleRefused) -> None:
        """Each reason beside its field; what belongs to no field stands on top."""
        loose: list[str] = []
        said: dict[str, list[str]] = {}
        for reason in refused.reasons:
            words = sentence(reason.code, reason.parameters)
            if reason.field in self._cells:
                said.setdefault(reason.field, []).append(words)
            else:
                loose.append(words)
        for key, sentences in said.items():
            self._cells[key].refuse("\n".join(sentences))
        self._show_summary("\n".join(loose) or self._count_of_refusals(len(said)))
        self._focus_first_refusal()

    def refusal(self, key: str) -> str:
        """What stands beside a field."""
        return self._cells[key].refusal()

    def summary(self) -> str:
        """What stands on top."""
        return self._summary.text()

    def clear_refusals(self) -> None:
        """Take every refusal back."""
        for cell in self._cells.values():
            cell.refuse("")
        self._show_summary("")

    # Parts

    def _lay_out(self) -> None:
        self._title = plain_label(role="title")
        self._title.setWordWrap(True)
        self._chip = ChipLabel(parent=self)
        self._summary = plain_label(role="refusal")
        self._summary.setWordWrap(True)
        self._summary.hide()
        self.save_button = KeyButton(_save_words, key="F8", kind="primary", sign="save")
        self.save_button.clicked.connect(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._make_head())
        box.addWidget(self._make_scroll(), 1)
        box.addWidget(rule())
        box.addLayout(self._make_foot())

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 88, 8)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addStretch()
        return head

    def _make_scroll(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("role", "surface")
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(24, 8, 24, 24)
        self._body.setSpacing(14)
        self._body.addWidget(self._summary)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._scroll = scroll
        return scroll

    def _make_foot(self) -> QHBoxLayout:
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(24, 10, 24, 10)
        self._foot.setSpacing(8)
        self._foot.addWidget(self.save_button)
        self._foot.addStretch()
        return self._foot

    def _fields_can_be_read(self) -> bool:
        problems = {key: cell.field.problem() for key, cell in self._cells.items()}
        found = {key: words for key, words in problems.items() if words}
        for key, words in found.items():
            self._cells[key].refuse(words)
        if found:
            self._show_summary(self._count_of_refusals(len(found)))
            self._focus_first_refusal()
        return not found

    def _count_of_refusals(self, count: int) -> str:
        return ngettext(
            "{count} field needs your attention.", "{count} fields need your attention.", count
        ).format(count=count)

    def _focus_first_refusal(self) -> None:
        for cell in self._cells.values():
            if cell.refusal():
                cell.field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.ensureWidgetVisible(cell)
                return

    def _show_summary(self, words: str) -> None:
        self._summary.setText(words)
        self._summary.setVisible(bool(words))

    def _field_changed(self) -> None:
        self._set_dirty(True)

    def _set_dirty(self, dirty: bool) -> None:
        if dirty != self._is_dirty:
            self._is_dirty = dirty
            self.dirty_changed.emit(dirty)

    def _next_field(self) -> None:
        sender = self.sender()
        fields = [cell.field for cell in self._cells.values() if cell.isVisibleTo(self)]
        if sender in fields:
            number = fields.index(sender) + 1
            target = fields[number].control if number < len(fields) else self.save_button
            target.setFocus(Qt.FocusReason.TabFocusReason)


def commit_composing_text() -> None:
    """Take over what the input method is still composing, or it would be lost in `text()`."""
    method = QGuiApplication.inputMethod()
    if method is not None:
        method.commit()


def _save_words() -> str:
    return _("Save")
