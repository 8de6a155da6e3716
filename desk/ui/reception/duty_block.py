"""The first-asked duty 首問責任 of a visit: what M3 wants now, what can be done, what was done."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.domain.first_asked import DutyScope, NextStep
from desk.domain.handover import is_final
from desk.domain.reception import Kind
from desk.errors import DeskError
from desk.i18n import _, pgettext
from desk.services.first_asked import Duty
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.deed_dialog import DeedDialog, DeedPlan
from desk.ui.kit.faults import fault_words
from desk.ui.kit.flow import Flow
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.notify import say
from desk.ui.kit.retranslate import Spoken, Words
from desk.ui.kit.theme import Tone
from desk.ui.paper.at_once import begin
from desk.ui.paper.preview import Preview
from desk.ui.reception import duty_labels as labels
from desk.ui.reception import duty_plans as plans
from desk.ui.reception.duty_chain import ChainView, first_asked_words, links_of
from desk.ui.reception.duty_deeds import DutyDeeds
from desk.wording import label, sentence

_DONE_BY_HANDLING = (Kind.HELP, Kind.BUSINESS)  # R207: what is handled ends with a notice
_SEVERAL = (DutyScope.SEVERAL, DutyScope.DIVISIONS)
_WANTED = {
    NextStep.TO_SUPERIOR: "hand_over",
    NextStep.TO_DEPARTMENT: "hand_over",
    NextStep.TO_CUSTOMER_RELATIONS: "hand_over",
    NextStep.TO_DIVISION_MANAGER: "hand_over",
    NextStep.ASSIGN: "hand_over",
    NextStep.FILL_SLIP: "several",
    NextStep.AWAIT_ACCEPTANCE: "accept",
    NextStep.ANSWER_SLIP: "answer",
    NextStep.NOTIFY: "end",
}


class DutyBlock(Spoken, QWidget):
    """`changed` carries the duty after a deed; the visit is read again from it."""

    changed = Signal(object)

    def __init__(self, deeds: DutyDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._duty: Duty | None = None
        self._has_changes = False
        self._next = ""
        self.scope = SegmentField(_scopes)
        self.scope.set_label(labels.scope)
        self.scope.changed.connect(self._judge)
        self.next_button = KeyButton(self._next_words, key="F6", parent=self)
        self.next_button.clicked.connect(self._press_next)
        self._buttons = {key: self._button(key) for key in _DEEDS}
        self.print_button = KeyButton(labels.print_slip, kind="quiet", sign="print", parent=self)
        self.print_button.clicked.connect(self.open_preview)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Everything is written again."""
        self.setAccessibleName(labels.title())
        if self._duty is not None:
            self._show()

    # What the form calls

    def show_visit(self, reception_id: int | None) -> None:
        """Show the duty of a visit; None, for a new one, shows nothing."""
        self._duty = None if reception_id is None else self._deeds.duty(reception_id)
        self.setVisible(self._duty is not None and not _is_plain(self._duty))
        if self._duty is not None:
            self._show()

    def set_changes(self, has_changes: bool) -> None:
        """What was typed beside it is saved first."""
        if has_changes != self._has_changes:
            self._has_changes = has_changes
            self.retranslate()

    def duty(self) -> Duty | None:
        """What is shown."""
        return self._duty

    def button(self, key: str) -> KeyButton:
        """The button of a deed."""
        return self._buttons[key]

    def advice(self) -> str:
        """What M3 wants, as it stands there."""
        return self._advice.text()

    # Deeds

    def open_deed(self, key: str) -> DeedDialog:
        """The dialog of a deed."""
        known = self._shown()
        make = _DEEDS[key][1]
        about = f"{known.visit.number} · {known.visit.caller_name}"
        dialog = DeedDialog(make(self._deeds, known), self.window(), about=about)
        dialog.deed_done.connect(self._done)
        dialog.open()
        return dialog

    def open_preview(self) -> Preview:
        """The last slip, to be looked at and printed."""
        slip = self._shown().slips[-1]
        plan = self._deeds.paper.coordination_slip(slip.id, labels.slip_title)
        preview = Preview(plan, self._deeds.paper, parent=self.window())
        begin(preview)
        return preview

    # Parts

    def _lay_out(self) -> None:
        self._card = QFrame()
        self._card.setProperty("role", "notice")
        self._advice, self._clause = plain_label(), plain_label(role="small")
        self._advice.setWordWrap(True)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(12, 10, 12, 10)
        card.setSpacing(2)
        card.addWidget(self._advice)
        card.addWidget(self._clause)
        self._deed_row = QWidget()
        row = Flow(self._deed_row, gap=8)
        for button in (self.next_button, *self._buttons.values(), self.print_button):
            row.addWidget(button)
        self._scope_title = WordLabel(labels.scope, "label")
        self.chain = ChainView(self._deeds.custom)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        parts = (self._card, self._scope_title, self.scope, self._deed_row, self.chain)
        for part in parts:
            box.addWidget(part)

    def _button(self, key: str) -> KeyButton:
        button = KeyButton(_DEEDS[key][0], kind="quiet", parent=self)
        button.clicked.connect(partial(self._press, key))
        return button

    def _press(self, key: str) -> None:
        self.open_deed(key)

    def _press_next(self) -> None:
        self.open_deed(self._next)

    def _next_words(self) -> str:
        return _DEEDS[self._next][0]() if self._next else ""

    def _show(self) -> None:
        known = self._shown()
        self._advice.setText(sentence(f"first_asked.step.{known.advice.step}"))
        self._clause.setText(_clause_words(known))
        self.scope.set_value(known.visit.duty_scope or None)
        is_judged = _is_judged_here(known)
        self._scope_title.setVisible(is_judged)
        self.scope.setVisible(is_judged)
        why = self._unsaved() or self._deeds.why_not_judge(known)
        self.scope.set_read_only(bool(why))
        self._show_buttons(known)
        links = links_of(known)
        self.chain.setVisible(len(links) > 1)
        self.chain.show_links(links)

    def _show_buttons(self, known: Duty) -> None:
        """What M3 wants stands first, with its key; a deed that is not open says why."""
        shown = list(_shown(known))
        wanted = _WANTED.get(known.advice.step, "")
        self._next = wanted if wanted in shown else ""
        for key, button in self._buttons.items():
            button.setVisible(key in shown and key != self._next)
            button.shut(self._why_not(key, known))
        self.next_button.setVisible(bool(self._next))
        self.next_button.shut(self._why_not(self._next, known) if self._next else "")
        self.next_button.retranslate()
        self.print_button.setVisible(bool(known.slips))
        self._deed_row.setVisible(bool(shown) or bool(known.slips))

    def _why_not(self, key: str, known: Duty) -> str:
        deeds = self._deeds
        whys = {
            "hand_over": deeds.why_not_hand_over,
            "accept": deeds.why_not_accept,
            "refuse": deeds.why_not_accept,
            "wrong": deeds.why_not_wrong,
            "several": deeds.why_not_slip,
            "answer": deeds.why_not_answer,
            "end": deeds.why_not_end,
        }
        return self._unsaved() or whys[key](known)

    def _unsaved(self) -> str:
        return _("Save what you typed first.") if self._has_changes else ""

    def _judge(self) -> None:
        scope = self.scope.value()
        if scope is None:
            return
        try:
            self._done(self._deeds.judge(self._shown(), scope))
        except DeskError as fault:
            say(self, fault_words(fault), Tone.OVERDUE)

    def _done(self, known: object) -> None:
        if isinstance(known, Duty):
            self.changed.emit(known)

    def _shown(self) -> Duty:
        if self._duty is None:
            raise TypeError("no visit is shown")
        return self._duty


_DEEDS: dict[str, tuple[Words, Callable[[DutyDeeds, Duty], DeedPlan]]] = {
    "hand_over": (labels.hand_over, plans.hand_over),
    "accept": (labels.accept, plans.accept),
    "refuse": (labels.refuse, plans.refuse),
    "several": (labels.fill_slip, plans.several),
    "wrong": (labels.wrong, plans.wrong),
    "answer": (labels.answer_slip, plans.answer_slip),
    "end": (labels.end, plans.end),
}


def _is_plain(known: Duty) -> bool:
    """Answered and closed by who was asked (R199): there is nothing more to say."""
    return known.is_closed and not (known.chain or known.slips or known.notice)


def _shown(known: Duty) -> Iterator[str]:
    """The deeds that belong to the duty as it stands, in the order of its life."""
    if known.is_closed:
        return
    last = None if known.last is None else known.last.link()
    is_taken = last is not None and last.is_accepted
    if last is not None and last.is_waiting:
        yield from ("accept", "refuse")
    else:
        yield "hand_over"
    if known.visit.duty_scope in _SEVERAL and not known.has_slip_for_several:
        yield "several"
    if last is not None and is_taken and is_final(last.recipient) and not last.is_wrong:
        yield "wrong"
    if known.open_slip is not None:
        yield "answer"
    if is_taken or known.visit.kind in _DONE_BY_HANDLING:
        yield "end"


def _is_judged_here(known: Duty) -> bool:
    """Whose duty it is is asked before anybody else has taken it, where M3 makes a difference."""
    is_asked = known.visit.kind in _DONE_BY_HANDLING or known.visit.first_asked_rank == "operator"
    has_taken = any(one.is_accepted and is_final(one.recipient) for one in known.links)
    return is_asked and not known.is_closed and not has_taken


def _clause_words(known: Duty) -> str:
    """The clauses, and who was asked first."""
    cited = pgettext("list", ", ").join(known.advice.clauses)
    clauses = _("M3 {clauses}").format(clauses=cited)
    return f"{clauses} · {first_asked_words(known)}"


def _scopes() -> list[Choice]:
    return [Choice(one, label("duty_scope", one)) for one in DutyScope]
