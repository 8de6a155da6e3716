"""One rule of the copy, open for editing: its fields, what they were, and leaving it out."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.errors import ReasonLike
from desk.i18n import _
from desk.services.policy_paths import look, put
from desk.ui.kit.choice_field import ChoiceField
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.policy.cells import Cell, is_same
from desk.ui.policy.groups import settled
from desk.ui.policy.working import Working


class Inspector(Spoken, QScrollArea):
    """`edited` carries the rule as the fields say it now.

    `undo_wanted` asks for the rule as it was copied, `out_wanted` to leave it out, and
    `in_wanted` to take it in again.
    """

    edited = Signal(object)
    undo_wanted = Signal()
    out_wanted = Signal()
    in_wanted = Signal()

    def __init__(self, working: Working, cells: tuple[Cell, ...], *, may_go: bool) -> None:
        super().__init__()
        self._cells, self._may_go = cells, may_go
        self._rule: Any = None
        self.fields = FieldSet()
        for one in cells:
            field = one.make(working)
            self.fields.add(one.path, field, one.words, hint=one.hint, span=one.span)
        self._title = plain_label(role="heading")
        self._about = plain_label(role="small")
        self._refusal = plain_label(role="refusal")
        for part in (self._title, self._about, self._refusal):
            part.setWordWrap(True)
        self.undo_button = KeyButton(_undo_words, kind="quiet", sign="undo")
        self.out_button = KeyButton(_out_words, kind="quiet", sign="void")
        self.in_button = KeyButton(_in_words, sign="check")
        self._lay_out()
        self.fields.changed.connect(self._edited)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.out_button.clicked.connect(self.out_wanted)
        self.in_button.clicked.connect(self.in_wanted)
        self.setFocusProxy(self.fields)
        self.retranslate()

    def retranslate(self) -> None:
        """The area's own name; parts look after themselves."""
        self.setAccessibleName(self._title.text() or _("Rule"))

    # Showing

    def show_rule(
        self, title: str, about: str, rule: Any, *, in_force: bool = True, changed: bool = False
    ) -> None:
        """A rule, or why there is nothing to edit."""
        self._rule = rule
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.fields.setVisible(in_force and rule is not None)
        self.undo_button.setVisible(changed and in_force)
        self.out_button.setVisible(self._may_go and in_force)
        self.in_button.setVisible(self._may_go and not in_force)
        self.refuse(())
        if in_force and rule is not None:
            self._fill()
        self.retranslate()

    def refuse(self, reasons: tuple[ReasonLike, ...]) -> None:
        """What is wrong with the rule, beside its fields; the rest above them."""
        self.fields.clear_refusals()
        _count, loose = self.fields.refuse(reasons)
        self._refusal.setText("\n".join(loose))
        self._refusal.setVisible(bool(loose))

    def refusal(self, path: str = "") -> str:
        """What stands beside a field, or above all of them."""
        return self.fields.cell(path).refusal() if path else self._refusal.text()

    def title(self) -> str:
        """Which rule it is."""
        return self._title.text()

    # Parts

    def _fill(self) -> None:
        for one in self._cells:
            field = self.fields.field(one.path)
            if isinstance(field, ChoiceField):
                field.retranslate()  # a post may be called otherwise by now
            wanted = one.shown(look(self._rule, one.path), self._rule)
            if not is_same(field.value(), wanted):
                field.set_value(wanted)
            self.fields.cell(one.path).setVisible(one.when is None or one.when(self._rule))
            if one.fixed is not None:
                field.set_read_only(one.fixed(self._rule))

    def _edited(self) -> None:
        rule = self._rule
        for one in self._cells:
            cell = self.fields.cell(one.path)
            if not cell.isVisibleTo(self.fields) or (one.when and not one.when(rule)):
                continue
            value = one.taken(cell.field.value(), rule)
            if not is_same(value, look(rule, one.path)):
                rule = put(rule, one.path, value)
        self._rule = settled(rule)
        self.edited.emit(self._rule)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "surface")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.undo_button, self.out_button, self.in_button):
            buttons.addWidget(button)
        buttons.addStretch()
        box = QVBoxLayout(inside)
        box.setContentsMargins(20, 14, 20, 20)
        box.setSpacing(10)
        for part in (self._title, self._about, self._refusal, self.fields):
            box.addWidget(part)
        box.addLayout(buttons)
        box.addStretch()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)


def _undo_words() -> str:
    return _("As it was")


def _out_words() -> str:
    return _("Leave this rule out")


def _in_words() -> str:
    return _("Take it in again")
