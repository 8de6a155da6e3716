"""The settings: one section at a time, chosen above; a role sees the sections it may use."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.domain.permissions import Permission
from desk.i18n import _
from desk.ui.calendar.deeds import CalendarDeeds
from desk.ui.calendar.page import CalendarPage
from desk.ui.calendar.words import calendar_words
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.register_page import RegisterPage
from desk.ui.kit.section_page import Section, SectionPage, allowed
from desk.ui.kit.shell_page import ShellPage
from desk.ui.policy.deeds import PolicyDeeds
from desk.ui.policy.page import PolicyPage
from desk.ui.policy.words import policy_words
from desk.ui.settings.authority import AuthoritySection, authority_words
from desk.ui.settings.deeds import SettingsDeeds
from desk.ui.settings.estate import EstateSection, estate_words
from desk.ui.settings.history import HistorySection, history_words
from desk.ui.settings.my_account import MyAccount, my_account_words
from desk.ui.settings.recovery import RecoverySection, recovery_words
from desk.ui.staff.deeds import AccountDeeds
from desk.ui.staff.page import AccountPage
from desk.ui.staff.roles import RoleTable, roles_words
from desk.ui.staff.words import accounts_words


class SettingsPage(SectionPage[QWidget]):
    """`language_wanted`, `idle_changed`, `estate_changed` and `record_wanted` are the window's and
    the composition's to carry out."""

    BY_FIELD = (
        ("policy", "policy"),
        ("special", "calendar"),
        ("workdays", "calendar"),
        ("role", "accounts"),
    )

    language_wanted = Signal(str)
    idle_changed = Signal(int)
    estate_changed = Signal(object)
    record_wanted = Signal(str, str)

    def __init__(
        self, deeds: SettingsDeeds, accounts: AccountDeeds, parent: QWidget | None = None
    ) -> None:
        self._deeds, self._account_deeds = deeds, accounts
        super().__init__(settings_words, allowed(self._every(), deeds.may), parent)

    def follow(self, section: ShellPage) -> None:
        """The sections say themselves what they saved."""

    def open_form(self) -> QWidget | None:
        """A form with changes, also while another section is looked at, else what is open."""
        pages = [one for one in self.made() if isinstance(one, RegisterPage)]
        forms = [one for one in (page.open_form() for page in pages) if one is not None]
        changed = [one for one in forms if isinstance(one, RecordForm) and one.is_dirty()]
        section = self.section()
        shown = section.open_form() if isinstance(section, RegisterPage) else None
        return next((one for one in (*changed, shown, *forms) if one is not None), None)

    def _every(self) -> Sequence[Section[QWidget]]:
        return (
            Section("account", my_account_words, self._my_account),
            Section("accounts", accounts_words, self._account_page, Permission.MANAGE_ACCOUNTS),
            Section("roles", roles_words, RoleTable, Permission.MANAGE_ACCOUNTS),
            Section("estate", estate_words, self._estate, Permission.MANAGE_ESTATE),
            Section("policy", policy_words, self._policy, Permission.READ),
            Section("calendar", calendar_words, self._calendar, Permission.READ),
            Section("authority", authority_words, self._authority, Permission.EDIT_POLICY),
            Section("recovery", recovery_words, self._recovery, Permission.MANAGE_ACCOUNTS),
            Section("history", history_words, self._history, Permission.READ_HISTORY),
        )

    def _my_account(self) -> QWidget:
        section = MyAccount(self._deeds)
        section.language_wanted.connect(self.language_wanted)
        return section

    def _account_page(self) -> QWidget:
        return AccountPage(self._account_deeds)

    def _policy(self) -> QWidget:
        return PolicyPage(PolicyDeeds(self._deeds.workplace))

    def _calendar(self) -> QWidget:
        return CalendarPage(CalendarDeeds(self._deeds.workplace))

    def _estate(self) -> QWidget:
        section = EstateSection(self._deeds)
        section.changed.connect(self.estate_changed)
        section.idle_changed.connect(self.idle_changed)
        return section

    def _authority(self) -> QWidget:
        return AuthoritySection(self._deeds)

    def _recovery(self) -> QWidget:
        return RecoverySection(self._deeds)

    def _history(self) -> QWidget:
        section = HistorySection(self._deeds)
        section.record_wanted.connect(self.record_wanted)
        return section


def settings_words() -> str:
    """The page's name."""
    return _("Settings")
