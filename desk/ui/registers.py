"""The registers of the program, one line each, in the order of the rail.

A register's page is loaded late, when it is first opened: a window that shows one of them need not
carry the others.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.domain.reception import State as VisitState
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
from desk.ui.begins import Begins
from desk.ui.kit.shell_page import ShellPage
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.unanswered import UnansweredNote
from desk.ui.print_room.deeds import PrintRoomDeeds
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


class Ways(Begins, QObject):
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
            titles.place("reception", titles.receptions, self._reception_page, count=visits),
            titles.place(
                "complaint", titles.complaints, self._complaint_page, count=today.complaint_count
            ),
            titles.place(
                "service_order", titles.service_orders, self._order_page, _SERVICES, count=orders
            ),
            titles.place("price_board", titles.services, self._catalogue_page, _CATALOGUE),
            titles.place("release_pass", titles.passes, self._pass_page, count=passes),
            titles.place("key_custody", titles.keys, self._key_page, _KEYS, count=keys),
            titles.place("move_in", titles.move_ins, self._move_in_page, _ARRIVALS, count=moves),
            titles.place("work_log", titles.work_log, self._work_log_page),
            titles.place(
                "print_room", titles.print_room, self._print_room_page, _PRINTS, "print", papers
            ),
            titles.place("estate", titles.estate, self._estate_page, _PEOPLE),
            titles.place("guide", titles.guide, self._guide_page, _GUIDE),
            RegisterEntry(
                "settings", "settings", titles.settings, self._settings_page, at_foot=True
            ),
            RegisterEntry("help", "help", titles.help, _help_page, at_foot=True),
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
        page.asked.bar.clear()
        page.asked.bar.set_value("state", VisitState.OPEN)

    def _show_complaints(self, name: str, value: str) -> None:
        from desk.ui.complaint.page import ComplaintPage  # noqa: PLC0415

        page = self._window().go("complaint")
        assert isinstance(page, ComplaintPage)
        page.filters.clear()
        page.filters.set_value(name, value)

    def follow_settings(self) -> None:
        """Another section of the settings is open: New may mean something else."""
        window = self._window()
        window.bar.follow(window.page())

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

    def _settings_page(self) -> ShellPage:
        from desk.ui.settings.deeds import SettingsDeeds  # noqa: PLC0415
        from desk.ui.settings.page import SettingsPage  # noqa: PLC0415
        from desk.ui.staff.deeds import AccountDeeds  # noqa: PLC0415

        page = SettingsPage(SettingsDeeds(self._workplace), AccountDeeds(self._workplace))
        window = self._window()
        page.language_wanted.connect(window.language_wanted)
        page.idle_changed.connect(window.idle.set_minutes)
        page.estate_changed.connect(self.estate_changed)
        page.record_wanted.connect(self.open_record)
        page.section_changed.connect(self.follow_settings)
        return page

    def _today_page(self) -> TodayPage:
        shown = frozenset({*_WHOLE, Section.ORDERS, Section.VISITS})
        page = TodayPage(TodayDeeds(self._workplace), titles.new_visit, shown)
        page.record_wanted.connect(self.open_record)
        page.register_wanted.connect(self.show_whole)
        page.new_wanted.connect(self.new_visit)
        return page

    def _reception_page(self) -> ShellPage:
        from desk.ui.reception.deeds import ReceptionDeeds  # noqa: PLC0415
        from desk.ui.reception.page import ReceptionPage  # noqa: PLC0415

        page = ReceptionPage(ReceptionDeeds(self._workplace, self._find_people))
        page.complaint_wanted.connect(self.make_complaint)
        page.complaint_chosen.connect(self.open_complaint)
        page.order_wanted.connect(self.make_order)
        page.exporting.started.connect(self._window().status.follow)
        return page

    def _complaint_page(self) -> ShellPage:
        from desk.ui.complaint.deeds import ComplaintDeeds  # noqa: PLC0415
        from desk.ui.complaint.page import ComplaintPage  # noqa: PLC0415

        page = ComplaintPage(ComplaintDeeds(self._workplace, self._find_people))
        page.visit_wanted.connect(self.open_visit)
        page.repair_wanted.connect(self.make_repair)
        page.record_wanted.connect(self.open_record)
        return page

    def _order_page(self) -> ShellPage:
        from desk.ui.service_order.deeds import OrderDeeds  # noqa: PLC0415
        from desk.ui.service_order.page import ServiceOrderPage  # noqa: PLC0415

        deeds = OrderDeeds(self._workplace, self._find_people)
        deeds.record_wanted.connect(self.open_record)
        page = ServiceOrderPage(deeds)
        page.section_changed.connect(self.follow_settings)
        return page

    def _catalogue_page(self) -> ShellPage:
        from desk.ui.price_board.deeds import CatalogueDeeds  # noqa: PLC0415
        from desk.ui.price_board.page import CataloguePage  # noqa: PLC0415

        page = CataloguePage(CatalogueDeeds(self._workplace, self._find_people))
        page.section_changed.connect(self.follow_settings)
        return page

    def _guide_page(self) -> ShellPage:
        from desk.ui.guide.deeds import GuideDeeds  # noqa: PLC0415
        from desk.ui.guide.page import GuidePage  # noqa: PLC0415

        page = GuidePage(GuideDeeds(self._workplace))
        page.section_changed.connect(self.follow_settings)
        page.visit_wanted.connect(self.open_visit)
        return page

    def _work_log_page(self) -> ShellPage:
        from desk.ui.work_log.deeds import WorkLogDeeds  # noqa: PLC0415
        from desk.ui.work_log.page import WorkLogPage  # noqa: PLC0415

        return WorkLogPage(WorkLogDeeds(self._workplace, self._find_people))

    def _pass_page(self) -> ShellPage:
        from desk.ui.release_pass.deeds import PassDeeds  # noqa: PLC0415
        from desk.ui.release_pass.page import PassPage  # noqa: PLC0415

        return PassPage(PassDeeds(self._workplace, self._find_people))

    def _key_page(self) -> ShellPage:
        from desk.ui.key_custody.deeds import KeyDeeds  # noqa: PLC0415
        from desk.ui.key_custody.page import KeyPage  # noqa: PLC0415

        page = KeyPage(KeyDeeds(self._workplace, self._find_people))
        page.section_changed.connect(self.follow_settings)
        return page

    def _move_in_page(self) -> ShellPage:
        from desk.ui.move_in.deeds import MoveInDeeds  # noqa: PLC0415
        from desk.ui.move_in.page import MoveInPage  # noqa: PLC0415

        deeds = MoveInDeeds(self._workplace, self._find_people)
        deeds.record_wanted.connect(self.open_record)
        page = MoveInPage(deeds)
        page.section_changed.connect(self.follow_settings)
        return page

    def _print_room_page(self) -> ShellPage:
        return self.scanned.page(self.follow_settings, self.open_record)

    def _estate_page(self) -> ShellPage:
        from desk.ui.estate.deeds import EstateDeeds  # noqa: PLC0415
        from desk.ui.estate.page import EstatePage  # noqa: PLC0415

        page = EstatePage(EstateDeeds(self._workplace))
        page.order_wanted.connect(self.make_unit_order)
        page.agreement_wanted.connect(self.make_agreement)
        page.pass_wanted.connect(self.make_pass)
        page.receipt_wanted.connect(self.make_receipt)
        page.move_in_wanted.connect(self.make_move_in)
        page.record_wanted.connect(self.open_record)
        return page


def _help_page() -> ShellPage:
    from desk.ui.shell.help_page import HelpPage  # noqa: PLC0415

    return HelpPage()
