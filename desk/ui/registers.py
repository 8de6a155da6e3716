"""The registers of the program, one line each, in the order of the rail.

Which page a way leads to is looked up late, when it is taken.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.domain.today import Section
from desk.services import (
    key_waiting,
    move_in_waiting,
    reception,
    release_pass_waiting,
    service_order_waiting,
)
from desk.services.today import Turned
from desk.services.workplace import Workplace
from desk.ui import register_titles as titles
from desk.ui.kit.shell_page import ShellPage
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.unanswered import UnansweredNote
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.ui.register_pages import Pages, help_page
from desk.ui.scanned import Scanned
from desk.ui.shell.finding import people_of
from desk.ui.shell.main_window import MainWindow
from desk.ui.shell.registers import RegisterEntry
from desk.ui.today.deeds import TodayDeeds
from desk.ui.today.lines import opens
from desk.ui.today.page import TodayPage
from desk.ui.today.reminder import Reminder, TurnedWords

_MOST_WAITING = 100

# The kinds of found things that a register opens beside its own.
_KEYS = ("key_set", "key_loan", "custody_agreement", "key_count", "key_receipt")
_SERVICES = ("service_callback", "receipt", "fee_mandate")
_ARRIVALS = ("inspection", "defect")
_CATALOGUE = ("service_person", "supplier", "supplier_agreement", "service_agreement")
_PRINTS = ("print_log", "signed_paper")
_PEOPLE = ("unit", "resident")
_GUIDE = ("duty", "faq", "department")

# Which filter of a complaint register shows the whole of a part of the day.
_WHOLE = {
    Section.OVERDUE: ("due", "overdue"),
    Section.DUE: ("due", "today"),
    Section.JUDGE: ("state", "registered"),
}


class Ways(Pages, QObject):
    """How one register reaches another; lives as long as the window it leads through.

    `estate_changed` carries the desk that knows the estate anew.
    """

    estate_changed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._find_people = partial(people_of, workplace)
        self._print_room = PrintRoomDeeds(workplace)

    def entries(self) -> Sequence[RegisterEntry]:
        """Every place on the rail; a role sees those it may."""
        today, desk = TodayDeeds(self._workplace), self._workplace
        visits = partial(reception.open_count, desk, _MOST_WAITING)
        orders = partial(service_order_waiting.waiting, desk)
        passes = partial(release_pass_waiting.waiting, desk)
        keys = partial(key_waiting.waiting, desk)
        moves = partial(move_in_waiting.waiting, desk)
        papers = self._print_room.out_count
        return (
            titles.place("today", titles.today, self._today_page, count=today.count),
            titles.place("reception", titles.receptions, self.reception_page, count=visits),
            titles.place(
                "complaint", titles.complaints, self.complaint_page, count=today.complaint_count
            ),
            titles.place(
                "service_order", titles.service_orders, self.order_page, _SERVICES, count=orders
            ),
            titles.place("price_board", titles.services, self.catalogue_page, _CATALOGUE),
            titles.place("release_pass", titles.passes, self.pass_page, count=passes),
            titles.place("key_custody", titles.keys, self.key_page, _KEYS, count=keys),
            titles.place("move_in", titles.move_ins, self.move_in_page, _ARRIVALS, count=moves),
            titles.place("work_log", titles.work_log, self.work_log_page),
            titles.place(
                "print_room", titles.print_room, self._print_room_page, _PRINTS, "print", papers
            ),
            titles.place("estate", titles.estate, self.estate_page, _PEOPLE),
            titles.place("guide", titles.guide, self.guide_page, _GUIDE),
            RegisterEntry(
                "settings", "settings", titles.settings, self.settings_page, at_foot=True
            ),
            RegisterEntry("help", "help", titles.help, help_page, at_foot=True),
        )

    def lead_through(self, window: MainWindow) -> None:
        """The window whose pages they are, and whose clerk is told of clocks that run out."""
        self.setParent(window)
        self.reminder = Reminder(TodayDeeds(self._workplace), window)
        self.reminder.looked.connect(self._minute_over)
        self.reminder.turned.connect(self._remind)
        window.status.reminder_chosen.connect(self._open_turned)
        self.unanswered = UnansweredNote(PaperDeeds(self._workplace), window)
        window.status.add_note(self.unanswered)
        window.locked.connect(self.reminder.rest)
        for resting in (self.reminder.rest, self.unanswered.rest):
            window.sign_out_wanted.connect(resting)
        window.cover.opened.connect(self.reminder.go_on)
        self.scanned = Scanned(self._print_room, window)

    def new_visit(self) -> None:
        """Somebody stands at the counter."""
        self._window().go("reception").start_new()

    def show_whole(self, section: Section) -> None:
        """The register behind a part of the day."""
        if section is Section.VISITS:
            self._show_open_visits()
        elif section is Section.ORDERS:
            self.show_open_orders()
        else:
            self._show_complaints(*_WHOLE[section])

    def _show_open_visits(self) -> None:
        from desk.ui.reception.page import ReceptionPage  # noqa: PLC0415

        page = self._window().go("reception")
        assert isinstance(page, ReceptionPage)
        page.asked.show_waiting()

    def _show_complaints(self, name: str, value: str) -> None:
        from desk.ui.complaint.page import ComplaintPage  # noqa: PLC0415

        page = self._window().go("complaint")
        assert isinstance(page, ComplaintPage)
        page.filters.clear()
        page.filters.set_value(name, value)

    def _minute_over(self) -> None:
        window = self._window()
        window.refresh_counts()
        self.unanswered.refresh()
        page = window.page()
        if isinstance(page, TodayPage):
            page.reload()

    def _remind(self, found: Turned) -> None:
        self._window().status.remind(TurnedWords(found))

    def _open_turned(self, said: object) -> None:
        window = self._window()
        if not isinstance(said, TurnedWords):
            return
        only = said.only
        if only is None:
            window.go("today")
        else:
            window.open(*opens(only))

    def _window(self) -> MainWindow:
        window = self.parent()
        assert isinstance(window, MainWindow)
        return window

    def _today_page(self) -> TodayPage:
        shown = frozenset({*_WHOLE, Section.ORDERS, Section.VISITS})
        page = TodayPage(TodayDeeds(self._workplace), titles.new_visit, shown)
        page.record_wanted.connect(self.open_record)
        page.register_wanted.connect(self.show_whole)
        page.new_wanted.connect(self.new_visit)
        return page

    def _print_room_page(self) -> ShellPage:
        return self.scanned.page(self.follow_settings, self.open_record)
