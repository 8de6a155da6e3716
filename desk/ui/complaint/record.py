"""A complaint as a case: where it stands, what is late, what is missing, what comes next."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.i18n import _
from desk.services import case_journal
from desk.services.complaint_case import Case
from desk.services.service_order import KIND as ORDER
from desk.services.service_order import OrderRow
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.complaint import case_acts, case_facts, case_steps, clock_words, paper_acts, words
from desk.ui.complaint.acts import GROUPS
from desk.ui.complaint.blockers import Blockers, Missing
from desk.ui.complaint.case_head import CaseHead
from desk.ui.complaint.clock_panel import ClockPanel
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.steps import StepTrack
from desk.ui.complaint.timeline import Timeline
from desk.ui.kit.facts import FactSection
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, rule
from desk.ui.kit.record_links import Link, RecordLinks, link_of
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.paper.preview import Preview
from desk.ui.print_log.print_history import PrintHistory

_TURN = 30_000  # milliseconds: a clock says minutes


class ComplaintRecord(ShownRecord):
    """Shows a `Case` and lets its deeds be done; `visit_wanted` asks for the visit it
    came from, `repair_wanted` for a repair slip of it (R166), `record_wanted` for one of those."""

    visit_wanted = Signal(int)
    repair_wanted = Signal(int)
    record_wanted = Signal(str, str)

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds = deeds
        super().__init__(case_acts.acts(deeds), GROUPS, brief=True)
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

    def parts(self) -> Sequence[QWidget]:
        """Where it stands, what is late, what is missing; then all that is known of it."""
        custom = self._deeds.custom
        self.head, self.steps = CaseHead(), StepTrack()
        self.clocks, self.blockers = ClockPanel(), Blockers()
        self.blockers.act_wanted.connect(self.run)
        self.sections = {code: FactSection(title) for code, title in case_facts.TITLES.items()}
        self.timeline = Timeline(custom)
        self.attachments, self.prints = AttachmentList(), PrintHistory(self._deeds.workplace)
        self.visit_button = KeyButton(self._visit_words, kind="link")
        self.visit_button.clicked.connect(self._visit_clicked)
        self.repair_button = KeyButton(_repair_words, kind="link")
        self.repair_button.clicked.connect(self._repair_clicked)
        self.orders = RecordLinks(_orders_words)
        self.orders.wanted.connect(self.record_wanted)
        return (
            *(self.head, self.steps, self.clocks, self.blockers, rule()),
            *self.sections.values(),
            *(WordLabel(_journal_words, "heading"), self.timeline),
            *(self.visit_button, self.orders, self.repair_button),
            *(self.attachments, self.prints),
        )

    def show_value(self, value: Case) -> None:
        """Show everything as it stands."""
        super().show_value(value)
        self.attachments.show_record(self._deeds.attachments(value.detail.id))
        self.show_prints()

    def case(self) -> Case:
        """The case that is shown."""
        value: Any = self.value()
        if not isinstance(value, Case):
            raise TypeError("no case is shown")
        return value

    # Deeds

    def about(self) -> str:
        """Who complains of what."""
        return self.head.words()

    def read_again(self) -> Case:
        """The case as it is now."""
        return self._deeds.case(self.case().detail.id)

    def why_not_change(self) -> str:
        """Why it is not corrected."""
        return self._deeds.why_not_change(self.case().detail)

    def why_not_print(self) -> str:
        """Why nothing is printed."""
        return self._deeds.why_not_print()

    def print_likeliest(self) -> Preview:
        """The likeliest paper of the case."""
        return self.open_preview()

    def focus_deed(self) -> None:
        """What led to the deed may be gone with it; the keyboard stays in the record."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus) or not focus.isVisible():
            super().focus_deed()

    def show_time(self) -> None:
        """Time has passed: the clocks read otherwise, and what has run out may be missing."""
        if self.value() is None or not self.isVisible():
            return
        before = self.case().blockers
        try:
            case = self.read_again()
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

    def show_words(self) -> None:
        """Where it stands, what is late, what is missing, what is known."""
        case = self.case()
        self.show_chip(words.standing_chip(case.detail.state, case.detail.filing))
        self.head.show_case(case)
        self.steps.show_steps(case_steps.steps(case, self._deeds.custom))
        self._show_clocks()
        self.blockers.setVisible(case.facts.is_open)
        self.blockers.show_missing(self._missing(case))
        for code, facts in case_facts.sections(case, self._deeds.custom):
            self.sections[code].show_facts(facts)
        judged = self._deeds.reclassifications(case.detail.id)
        self.timeline.show_entries(case_journal.entries(case, judged, self._deeds.custom))
        self.visit_button.retranslate()
        self.visit_button.setVisible(case.detail.reception_id is not None)
        self.orders.show_links([_order_link(one) for one in self._deeds.orders(case.detail.id)])
        self.repair_button.setVisible(case.facts.is_open)

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

    def _repair_clicked(self) -> None:
        self.repair_wanted.emit(self.case().detail.id)

    def _deed_wanted(self, complaint_id: int, code: str) -> None:
        """What was done elsewhere leads to a deed of this case; one that is shut is not asked."""
        if self.value() is not None and self.case().detail.id == complaint_id:
            self.run_code(code)


def _order_link(row: OrderRow) -> Link:
    return link_of(ORDER, row.number, row.item_name or row.wish, row.state)


def _orders_words() -> str:
    return _("Service orders of this complaint")


def _repair_words() -> str:
    return _("New repair slip")


def _journal_words() -> str:
    return _("Journal of the case")
