"""The registers of the program, one line each, in the order of the rail.

A register's page is loaded late, when it is first opened: a window that shows one of them need not
carry the others.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.domain.permissions import Permission
from desk.domain.reception import State as VisitState
from desk.domain.today import Section
from desk.i18n import _, pgettext
from desk.services import reception
from desk.services.today import Turned
from desk.services.workplace import Workplace
from desk.ui.kit.shell_page import ShellPage
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.unanswered import UnansweredNote
from desk.ui.shell.finding import people_of
from desk.ui.shell.main_window import MainWindow
from desk.ui.shell.registers import RegisterEntry
from desk.ui.today.deeds import TodayDeeds
from desk.ui.today.page import TodayPage
from desk.ui.today.reminder import Reminder, TurnedWords

_MOST_WAITING = 100

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
                count=partial(reception.open_count, self._workplace, _MOST_WAITING),
            ),
            RegisterEntry(
                "complaint",
                "complaint",
                _complaints,
                self._complaint_page,
                read,
                count=today.complaint_count,
            ),
            RegisterEntry("work_log", "work_log", _work_log, self._work_log_page, read),
            RegisterEntry(
                "estate", "estate", _estate, self._estate_page, read, ("unit", "resident")
            ),
            RegisterEntry(
                "guide",
                "guide",
                _guide,
                self._guide_page,
                read,
                ("duty", "faq", "department"),
            ),
            RegisterEntry("settings", "settings", _settings, self._settings_page, at_foot=True),
            RegisterEntry("help", "help", _help, _help_page, at_foot=True),
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
        from desk.ui.complaint.page import ComplaintPage  # noqa: PLC0415

        page = self._window().go("complaint")
        assert isinstance(page, ComplaintPage)
        page.begin_from_reception(reception_id)

    def new_visit(self) -> None:
        """Somebody stands at the counter."""
        self._window().go("reception").start_new()

    def show_whole(self, section: Section) -> None:
        """The register behind a part of the day."""
        if section is Section.VISITS:
            self._show_open_visits()
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
        self.unanswered.refresh()
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
        page = TodayPage(TodayDeeds(self._workplace), _new_visit, shown)
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
        page.exporting.started.connect(self._window().status.follow)
        return page

    def _complaint_page(self) -> ShellPage:
        from desk.ui.complaint.deeds import ComplaintDeeds  # noqa: PLC0415
        from desk.ui.complaint.page import ComplaintPage  # noqa: PLC0415

        page = ComplaintPage(ComplaintDeeds(self._workplace, self._find_people))
        page.visit_wanted.connect(self.open_visit)
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

    def _estate_page(self) -> ShellPage:
        from desk.ui.estate.deeds import EstateDeeds  # noqa: PLC0415
        from desk.ui.estate.page import EstatePage  # noqa: PLC0415

        return EstatePage(EstateDeeds(self._workplace))


def _help_page() -> ShellPage:
    from desk.ui.shell.help_page import HelpPage  # noqa: PLC0415

    return HelpPage()


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


def _new_visit() -> str:
    return _("New reception")


def _work_log() -> str:
    return _("Work log")


def _estate() -> str:
    return _("Households")


def _guide() -> str:
    return _("Guide")
