"""A complaint as a case: where it stands, what is late, what is missing, what comes next."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.i18n import _
from desk.services import case_journal
from desk.services.complaint_case import Case
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.complaint import case_acts, case_facts, case_steps, clock_words, paper_acts, words
from desk.ui.complaint.acts import GROUPS, Act
from desk.ui.complaint.blockers import Blockers, Missing
from desk.ui.complaint.case_head import CaseHead
from desk.ui.complaint.case_section import CaseSection
from desk.ui.complaint.clock_panel import ClockPanel
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.steps import StepTrack
from desk.ui.complaint.timeline import Timeline
from desk.ui.kit.act_bar import ActBar
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.faults import fault_words
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, rule
from desk.ui.kit.notify import say, tell
from desk.ui.kit.record_form import RecordForm
from desk.ui.paper.preview import Preview
from desk.ui.print_log.print_history import PrintHistory

_FOOT = 72  # margins of the foot and what is between its buttons
_PRINT_KEY = "Ctrl+P"
_TURN = 30_000  # milliseconds: a clock says minutes


class ComplaintRecord(RecordForm):
    """Shows a `Case` and lets its deeds be done; nothing is typed here.

    `change_wanted` asks for the form that corrects it, `visit_wanted` for the visit it came from.
    """

    change_wanted = Signal(object)
    visit_wanted = Signal(int)

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds = deeds
        self._acts = case_acts.acts(deeds)
        super().__init__()
        self.set_read_only(True)
        deeds.reload_wanted.connect(self.reload)
        deeds.deed_wanted.connect(self._deed_wanted)
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN)
        self._timer.timeout.connect(self.show_time)
        self._timer.start()

    # The life of a form

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.case().detail.number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def build(self) -> None:
        """Where it stands, what is late, what is missing; then all that is known of it."""
        custom = self._deeds.custom
        self.head, self.steps = CaseHead(), StepTrack()
        self.clocks, self.blockers = ClockPanel(), Blockers()
        self.blockers.act_wanted.connect(self.run)
        self.sections = {code: CaseSection(title) for code, title in case_facts.TITLES.items()}
        self.timeline = Timeline(custom)
        self.attachments, self.prints = AttachmentList(), PrintHistory(self._deeds.workplace)
        self.visit_button = KeyButton(self._visit_words, kind="link")
        self.visit_button.clicked.connect(self._visit_clicked)
        parts: tuple[QWidget, ...] = (
            *(self.head, self.steps, self.clocks, self.blockers, rule()),
            *self.sections.values(),
            *(WordLabel(_journal_words, "heading"), self.timeline),
            *(self.visit_button, self.attachments, self.prints),
        )
        for part in parts:
            self.add_widget(part)
        self._build_buttons()

    def show_value(self, value: Case) -> None:
        """Show everything as it stands."""
        self._value = value
        self.attachments.show_record(self._deeds.attachments(value.detail.id))
        self.show_prints()
        self._show_words()

    def retranslate(self) -> None:
        """The parts that are written from the case."""
        super().retranslate()
        if self.value() is not None:
            self._show_words()

    def case(self) -> Case:
        """The case that is shown."""
        value: Any = self.value()
        if not isinstance(value, Case):
            raise TypeError("no case is shown")
        return value

    # Deeds

    def run(self, act: Act) -> DeedDialog | None:
        """Ask for a deed in its dialog, or let it open a window of its own."""
        case = self.case()
        try:
            if act.plan is None:
                if act.opens is not None:
                    act.opens(self, case)
                return None
            plan = act.plan(case)
        except DeskError as fault:
            tell(self, fault_words(fault))
            return None
        dialog = DeedDialog(plan, self.window(), about=self.head.words())
        dialog.deed_done.connect(self._was_done)
        dialog.open()
        return dialog

    def reload(self) -> None:
        """Read the case again, because it changed."""
        if self.value() is None:
            return
        try:
            case = self._deeds.case(self.case().detail.id)
        except DeskError as fault:
            self.show_summary(fault_words(fault))
            return
        self.load(case)
        self.saved.emit(case)

    def show_time(self) -> None:
        """Time has passed: the clocks read otherwise, and what has run out may be missing."""
        if self.value() is None or not self.isVisible():
            return
        before = self.case().blockers
        try:
            case = self._deeds.case(self.case().detail.id)
        except DeskError:
            return
        if case.detail.version != self.case().detail.version or case.blockers != before:
            self.load(case)
        else:
            self._show_clocks()

    def open_preview(self) -> Preview:
        """The likeliest paper of the case, to be looked at and printed, or printed at once."""
        case, likeliest = self.case(), paper_acts.likeliest(self.case())
        return paper_acts.preview(self._deeds, likeliest, self, case, at_once=True)

    def show_prints(self) -> None:
        """Read again what was printed."""
        self.prints.show_record("complaint", self.case().detail.id)

    # Parts

    def _build_buttons(self) -> None:
        self.save_button.hide()
        self.bar = ActBar(GROUPS, self, brief=True)
        self.bar.act_wanted.connect(self.run)
        self.change_button = KeyButton(_change_words, kind="quiet", sign="edit", icon_only=True)
        self.change_button.clicked.connect(self._change_clicked)
        self.print_button = KeyButton(_print_words, kind="quiet", sign="print", icon_only=True)
        self.print_button.clicked.connect(self.open_preview)
        print_key = QShortcut(QKeySequence(_PRINT_KEY), self)
        print_key.setAutoRepeat(False)  # it may print at once
        print_key.activated.connect(self.print_button.click)
        for button in (*self.bar.buttons, self.bar.more_button):
            self.add_button(button)
        for button in (self.change_button, self.print_button):
            self.add_button(button, at_end=True)

    def _show_words(self) -> None:
        case = self.case()
        self.show_chip(words.standing_chip(case.detail.state, case.detail.filing))
        self.head.show_case(case)
        self.steps.show_steps(case_steps.steps(case, self._deeds.custom))
        self.bar.show_record(self._acts, case)
        self._fit_buttons()
        self._show_clocks()
        self.blockers.setVisible(case.facts.is_open)
        self.blockers.show_missing(self._missing(case))
        for code, facts in case_facts.sections(case, self._deeds.custom):
            self.sections[code].show_facts(facts)
        judged = self._deeds.reclassifications(case.detail.id)
        self.timeline.show_entries(case_journal.entries(case, judged, self._deeds.custom))
        self.visit_button.retranslate()
        self.visit_button.setVisible(case.detail.reception_id is not None)
        self.change_button.shut(self._deeds.why_not_change(case.detail))
        self.print_button.shut(self._deeds.why_not_print())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow panel has room for fewer buttons."""
        super().resizeEvent(event)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        beside = self.change_button.sizeHint().width() + self.print_button.sizeHint().width()
        self.bar.fit(self.width() - beside - _FOOT)

    def _show_clocks(self) -> None:
        deeds = self._deeds
        self.clocks.show_lines(
            *clock_words.lines(self.case(), deeds.custom, deeds.now(), deeds.calendar())
        )

    def _missing(self, case: Case) -> list[Missing]:
        """Every blocker in words; those that one deed settles stand together."""
        told: list[Missing] = []
        for reason in case.blockers:
            act = self.bar.settling(reason.code)
            said = clock_words.blocker_words(case, reason)
            former = told[-1] if told else None
            if former is not None and act is not None and former.act is act:
                told[-1] = former._replace(words=(*former.words, said))
            else:
                told.append(Missing((said,), act, act.shut(case) if act else ""))
        return told

    def _visit_words(self) -> str:
        number = "" if self.value() is None else self.case().detail.reception_number or ""
        return _("From visit {number}").format(number=number)

    def _visit_clicked(self) -> None:
        reception_id = self.case().detail.reception_id
        if reception_id is not None:
            self.visit_wanted.emit(reception_id)

    def _change_clicked(self) -> None:
        self.change_wanted.emit(self.case())

    def _was_done(self, case: Case) -> None:
        self.load(case)
        self._keep_keyboard()
        say(self, _("Saved"))
        self.saved.emit(case)

    def _keep_keyboard(self) -> None:
        """What led to the deed may be gone with it; the keyboard stays in the record."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus) or not focus.isVisible():
            next_button = self.bar.buttons[0]
            (next_button if next_button.isEnabled() else self.bar.more_button).setFocus()

    def _deed_wanted(self, complaint_id: int, code: str) -> None:
        """What was done elsewhere leads to a deed of this case; one that is shut is not asked."""
        if self.value() is None or self.case().detail.id != complaint_id:
            return
        act = self.bar.act(code)
        if act is not None and not act.shut(self.case()):
            self.run(act)


def _change_words() -> str:
    return _("Change")


def _print_words() -> str:
    return _("Print") + f"  {_PRINT_KEY}"


def _journal_words() -> str:
    return _("Journal of the case")
