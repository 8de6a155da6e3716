"""One deed on a record, asked for in a dialog: what its plan names, refused all at once, then done.

The dialog knows no service: the plan's `do` does the deed and gives the record as it then stands,
or raises a DeskError that says what to do.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desk.errors import DeskError, RuleRefused, StaleRecord
from desk.i18n import _
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.faults import fault_words
from desk.ui.kit.field import Field
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.fit import fit
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.notify import ask
from desk.ui.kit.retranslate import Spoken
from desk.wording import overtaken

_WIDTH = 620
_LEAST, _MOST, _FOOT = 220, 640, 72
_WHOLE_LINE = 12 / 2  # a plan counts a line in twelfths, the field grid in halves


@dataclass(frozen=True)
class Asked:
    """One field of a deed's dialog: its key (a reason's field), a kit field, and its caption.

    `make` makes a `kit.field.Field`; `span` is its share of a line in twelfths. With `when` it is
    there only while the values typed so far say so; hidden it gives "" or None.
    """

    key: str
    make: Callable[[], QWidget]
    words: Callable[[], str]
    required: bool = False
    span: int = 12
    begins_with: Any = None
    hint: Callable[[], str] | None = None
    when: Callable[[Mapping[str, Any]], bool] | None = None


@dataclass(frozen=True)
class DeedPlan:
    """What a deed asks for before it is done; `do` raises a DeskError that says what is wrong.

    `do` takes the values by key and returns the record as it then stands. `lead` is a sentence or
    two above the fields: which clause asks for it, what will happen.
    """

    title: Callable[[], str]
    button: Callable[[], str]
    asked: Sequence[Asked]
    do: Callable[[Mapping[str, Any]], Any]
    lead: Callable[[], str] | None = None


Again = Callable[[], DeedPlan | None]


class DeedDialog(Spoken, QDialog):
    """`deed_done` carries the record as it stands after the deed; then the dialog closes, freed.

    F8 does it, Enter leads from field to field and then to its button, Esc asks before typed text
    is lost. `about` says quietly which record it is. `again` reads a record that somebody else has
    changed and plans the deed anew, None where it is not open any more.
    """

    deed_done = Signal(object)

    def __init__(
        self,
        plan: DeedPlan,
        parent: QWidget | None = None,
        *,
        about: str = "",
        again: Again | None = None,
    ) -> None:
        super().__init__(parent)
        self.plan, self._again = plan, again
        self._is_dirty = False
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields = FieldSet()
        for asked in plan.asked:
            self._add(asked)
        self.save_button = KeyButton(plan.button, key="F8", kind="primary", sign="check")
        self.cancel_button = KeyButton(_cancel_words, kind="quiet")
        self._refusal = plain_label(role="refusal")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self._lay_out(about)
        self.fields.changed.connect(self._edited)
        self.fields.walked_through.connect(self.save_button.setFocus)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        self._show_wanted()
        self.retranslate()
        fit(self, _WIDTH, self._height())
        (self.fields if plan.asked else self.save_button).setFocus()

    def retranslate(self) -> None:
        """The window's title; parts look after themselves."""
        self.setWindowTitle(self.plan.title())
        self.say("")

    # What was typed

    def field(self, key: str) -> Field:
        """The field of that key."""
        return self.fields.field(key)

    def values(self) -> dict[str, Any]:
        """What the fields hold; one that does not apply holds nothing."""
        return {one.key: self._value(one) for one in self.plan.asked}

    def is_dirty(self) -> bool:
        """Whether something typed would be lost."""
        return self._is_dirty

    def untouched(self) -> None:
        """What was typed is gone again: nothing would be lost."""
        self._is_dirty = False

    # Answering

    def save(self) -> bool:
        """Do the deed; refusals stand beside their fields, what belongs to none at the foot."""
        commit_composing_text()
        self.fields.clear_refusals()
        self.say("")
        if self._fields_are_unread():
            return False
        try:
            record = self.plan.do(self.values())
        except RuleRefused as refused:
            _count, loose = self.fields.refuse(refused.reasons)
            self.say("\n".join(loose))
            self._show_first_refusal()
            return False
        except StaleRecord as stale:
            self._meet(stale)
            return False
        except DeskError as fault:
            self.say(fault_words(fault))
            return False
        self.deed_done.emit(record)
        self.accept()
        return True

    def reject(self) -> None:
        """Esc, Cancel and the window's own cross: what was typed is not lost unasked."""
        commit_composing_text()
        if not self._is_dirty or ask(
            self, _("Discard what you typed?"), _("Discard"), self.plan.title()
        ):
            super().reject()

    def refusal(self, key: str = "") -> str:
        """What stands beside a field, or at the foot."""
        return self.fields.cell(key).refusal() if key else self._refusal.text()

    def say(self, words: str) -> None:
        """Why it was not done; "" takes it back."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))

    def put_first(self, row: QLayout) -> None:
        """Something that is no field, above the fields."""
        body = cast(QVBoxLayout, self._inside.layout())
        body.insertLayout(body.indexOf(self.fields), row)
        self._grow()

    # Parts

    def _meet(self, stale: StaleRecord) -> None:
        """Somebody else was faster: what was typed can be done to the record as it is now, unless
        the other one wrote the very thing that is asked for here."""
        plan = self._again() if self._again is not None else None
        if plan is None or _known_before(plan) != _known_before(self.plan):
            self.say(fault_words(stale))
            return
        self.plan = replace(self.plan, do=plan.do)
        self.say(overtaken(stale))

    def _add(self, asked: Asked) -> None:
        field = cast(Field, asked.make())
        if asked.begins_with is not None:
            field.set_value(asked.begins_with)
        self.fields.add(
            asked.key,
            field,
            asked.words,
            hint=asked.hint,
            required=asked.required,
            span=asked.span / _WHOLE_LINE,
        )

    def _value(self, asked: Asked) -> Any:
        value = self.field(asked.key).value()
        if self.fields.cell(asked.key).isVisibleTo(self.fields):
            return value
        return "" if isinstance(value, str) else None

    def _edited(self) -> None:
        self._is_dirty = True
        self._show_wanted()
        self._grow()

    def _show_wanted(self) -> None:
        """A field that depends on another one is there while it applies."""
        for asked in self.plan.asked:
            if asked.when is not None:
                self.fields.cell(asked.key).setVisible(asked.when(self.values()))

    def _grow(self) -> None:
        """A field or a refusal that has come is seen without scrolling, where there is room."""
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()
        if self._height() > self.height():
            fit(self, self.width(), self._height())

    def _fields_are_unread(self) -> bool:
        problems = self.fields.show_problems()
        if problems:
            self._show_first_refusal()
        return bool(problems)

    def _show_first_refusal(self) -> None:
        self._grow()
        cell = self.fields.focus_first_refusal()
        if cell is not None:
            self._area.ensureWidgetVisible(cell)

    def _lay_out(self, about: str) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 12)
        foot.setSpacing(8)
        for button in (self.save_button, self.cancel_button):
            foot.addWidget(button)
        foot.addStretch()
        note = QVBoxLayout()
        note.setContentsMargins(24, 10, 24, 0)
        note.addWidget(self._refusal)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._make_body(about), 1)
        box.addWidget(rule())
        box.addLayout(note)
        box.addLayout(foot)

    def _make_body(self, about: str) -> QScrollArea:
        self._inside = QWidget()
        self._inside.setProperty("role", "surface")
        body = QVBoxLayout(self._inside)
        body.setContentsMargins(24, 18, 24, 20)
        body.setSpacing(8)
        body.addWidget(WordLabel(self.plan.title, "title"))
        if about:
            body.addWidget(plain_label(about, "muted"))
        if self.plan.lead is not None:
            lead = WordLabel(self.plan.lead, "muted")
            lead.setWordWrap(True)
            body.addWidget(lead)
        body.addSpacing(6)
        body.addWidget(self.fields)
        body.addStretch()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inside)
        return self._area

    def _height(self) -> int:
        """As tall as its fields, within reason."""
        wanted = max(self._inside.heightForWidth(_WIDTH), self._inside.sizeHint().height())
        return max(_LEAST, min(_MOST, wanted + _FOOT))


def _known_before(plan: DeedPlan) -> dict[str, Any]:
    """What the fields begin with, but for the time, which goes on."""
    begun = {one.key: one.begins_with for one in plan.asked}
    return {key: None if isinstance(one, dt.datetime) else one for key, one in begun.items()}


def _cancel_words() -> str:
    return _("Cancel")
