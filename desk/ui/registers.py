"""The registers of the program, one line each, in the order of the rail.

The settings are loaded late: most days nobody opens them.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.domain.permissions import Permission
from desk.domain.reception import State as VisitState
from desk.domain.today import Section
from desk.i18n import _, pgettext
from desk.services.today import Turned
from desk.services.workplace import Workplace
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.page import ComplaintPage
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.page import EstatePage
from desk.ui.estate.words import title as estate_title
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.guide.page import GuidePage
from desk.ui.guide.words import title as guide_title
from desk.ui.kit.shell_page import ShellPage
from desk.ui.reception.deeds import ReceptionDeeds
from desk.ui.reception.page import ReceptionPage
from desk.ui.reception.words import new_words as new_visit_words
from desk.ui.shell.finding import people_of
from desk.ui.shell.help_page import HelpPage
from desk.ui.shell.main_window import MainWindow
from desk.ui.shell.registers import RegisterEntry
from desk.ui.today.deeds import TodayDeeds
from desk.ui.today.page import TodayPage
from desk.ui.today.reminder import Reminder, TurnedWords
from desk.ui.work_log.deeds import WorkLogDeeds
from desk.ui.work_log.page import WorkLogPage
from desk.ui.work_log.words import title as work_log_title

# Which filter of a complaint register shows the whole of a part of the day.
_WHOLE = {
    Section.OVERDUE: ("due", "overdue"),
    Section.DUE: ("due", "today"),
    Section.JUDGE: ("state", "registered"),
}


class Ways(QObject):
    """How one register reaches another; lives as long as the window it leads through.

    `estate_changed` carries the desk that knows the estate anew.
    """

    estate_changed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._find_people = partial(people_of, workplace)

    def entries(self) -> Sequence[RegisterEntry]:
        """Every place on the rail; a role sees those it may."""
        read = Permission.READ
        today = TodayDeeds(self._workplace)
        return (
            RegisterEntry("today", "today", _today, self._today_page, read, count=today.count),
            RegisterEntry(
                "reception",
                "reception",
                _receptions,
                self._reception_page,
                read,
                count=ReceptionDeeds(self._workplace, self._find_people).waiting,
            ),
            RegisterEntry(
                "complaint",
                "complaint",
                _complaints,
                self._complaint_page,
                read,
                count=today.complaint_count,
            ),
            RegisterEntry("work_log", "work_log", work_log_title, self._work_log_page, read),
            RegisterEntry(
                "estate", "estate", estate_title, self._estate_page, read, ("unit", "resident")
            ),
            RegisterEntry(
                "guide",
                "guide",
                guide_title,
                self._guide_page,
                read,
                ("duty", "faq", "department"),
            ),
            RegisterEntry("settings", "settings", _settings, self._settings_page, at_foot=True),
            RegisterEntry("help", "help", _help, HelpPage, at_foot=True),
        )

    def lead_through(self, window: MainWindow) -> None:
        """The window whose pages they are, and whose clerk is told of clocks that run out."""
        self.setParent(window)
        self.reminder = Reminder(TodayDeeds(self._workplace), window)
        self.reminder.looked.connect(self._minute_over)
        self.reminder.turned.connect(self._remind)
        window.status.reminder_chosen.connect(self._open_turned)
        window.locked.connect(self.reminder.rest)
        window.sign_out_wanted.connect(self.reminder.rest)
        window.cover.opened.connect(self.reminder.go_on)

    def open_visit(self, reception_id: int) -> None:
        """The visit a complaint came from."""
        self._window().open("reception", str(reception_id))

    def open_complaint(self, complaint_id: int) -> None:
        """A complaint seen from elsewhere."""
        self._window().open("complaint", str(complaint_id))

    def make_complaint(self, reception_id: int) -> None:
        """A complaint of a visit."""
        page = self._window().go("complaint")
        assert isinstance(page, ComplaintPage)
        page.begin_from_reception(reception_id)

    def new_visit(self) -> None:
        """Somebody stands at the counter."""
        self._window().go("reception").start_new()

    def show_whole(self, section: Section) -> None:
        """The register behind a part of the day."""
        page = self._window().go("reception" if section is Section.VISITS else "complaint")
        if isinstance(page, ReceptionPage):
            page.asked.bar.clear()
            page.asked.bar.set_value("state", VisitState.OPEN)
        elif isinstance(page, ComplaintPage):
            page.filters.clear()
            page.filters.set_value(*_WHOLE[section])

    def open_record(self, kind: str, key: str) -> None:
        """A record that the history tells of."""
        self._window().open(kind, key)

    def follow_settings(self) -> None:
        """Another section of the settings is open: New may mean something else."""
        window = self._window()
        window.bar.follow(window.page())

    def _minute_over(self) -> None:
        window = self._window()
        window.refresh_counts()
        page = window.page()
        if isinstance(page, TodayPage):
            page.reload()

    def _remind(self, found: Turned) -> None:
        self._window().status.remind(TurnedWords(found))

    def _open_turned(self, said: object) -> None:
        window = self._window()
        only = said.only if isinstance(said, TurnedWords) else None
        if only is None:
            window.go("today")
        else:
            window.open(only.kind, str(only.record_id))

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
        shown = frozenset({*_WHOLE, Section.VISITS})
        page = TodayPage(TodayDeeds(self._workplace), new_visit_words, shown)
        page.record_wanted.connect(self.open_record)
        page.register_wanted.connect(self.show_whole)
        page.new_wanted.connect(self.new_visit)
        return page

    def _reception_page(self) -> ReceptionPage:
        page = ReceptionPage(ReceptionDeeds(self._workplace, self._find_people))
        page.complaint_wanted.connect(self.make_complaint)
        page.complaint_chosen.connect(self.open_complaint)
        page.exporting.started.connect(self._window().status.follow)
        return page

    def _complaint_page(self) -> ComplaintPage:
        page = ComplaintPage(ComplaintDeeds(self._workplace, self._find_people))
        page.visit_wanted.connect(self.open_visit)
        return page

    def _guide_page(self) -> GuidePage:
        page = GuidePage(GuideDeeds(self._workplace))
        page.section_changed.connect(self.follow_settings)
        page.visit_wanted.connect(self.open_visit)
        return page

    def _work_log_page(self) -> WorkLogPage:
        return WorkLogPage(WorkLogDeeds(self._workplace, self._find_people))

    def _estate_page(self) -> EstatePage:
        return EstatePage(EstateDeeds(self._workplace))


def _today() -> str:
    return pgettext("page", "Today")


def _receptions() -> str:
    return _("Reception")


def _complaints() -> str:
    return _("Complaints")


def _settings() -> str:
    return _("Settings")


def _help() -> str:
    return _("Help")
