"""The settings: one section at a time, chosen above; a role sees the sections it may use."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.domain.permissions import Permission
from desk.i18n import _
from desk.ui.calendar.deeds import CalendarDeeds
from desk.ui.calendar.page import CalendarPage
from desk.ui.calendar.words import calendar_words
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.label import rule
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.register_page import RegisterPage
from desk.ui.kit.retranslate import Words
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

_SECTION = "settings_section"
_BY_FIELD = (("policy", "policy"), ("special", "calendar"), ("workdays", "calendar"))


class Section(NamedTuple):
    """One section: its key, its name, how it is made, what a role needs for it (None: nothing)."""

    key: str
    title: Words
    make: Callable[[], QWidget]
    permission: Permission | None = None


class SettingsPage(ShellPage):
    """Sections are made when they are first visited.

    `language_wanted`, `idle_changed`, `estate_changed` and `record_wanted` are the window's and
    the composition's to carry out; `section_changed` says that New may mean something else.
    """

    language_wanted = Signal(str)
    idle_changed = Signal(int)
    estate_changed = Signal(object)
    record_wanted = Signal(str, str)
    section_changed = Signal()

    def __init__(
        self, deeds: SettingsDeeds, accounts: AccountDeeds, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._deeds, self._account_deeds = deeds, accounts
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sections = {one.key: one for one in self._allowed()}
        self._made: dict[str, QWidget] = {}
        self.tabs = SegmentField(self._choices)
        self.tabs.set_label(settings_words)
        self._stack = QStackedWidget()
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 12, 12)
        top.addWidget(self.tabs)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(rule())
        box.addWidget(self._stack, 1)
        self.tabs.changed.connect(self._tab_changed)
        self.tabs.entered.connect(self._enter_section)
        self.setFocusProxy(self.tabs)
        self.show_section(next(iter(self._sections)))

    # Sections

    def show_section(self, key: str) -> QWidget:
        """Open a section; KeyError where the clerk's role has none of that key."""
        section = self._made.get(key) or self._make(key)
        self.tabs.set_value(key)
        self._stack.setCurrentWidget(section)
        if isinstance(section, RegisterPage):
            section.keeps_aside = self.keeps_aside
            section.shown()
        elif isinstance(section, HistorySection):
            section.reload()
        self.section_changed.emit()
        return section

    def section(self) -> QWidget | None:
        """The open section."""
        return self._stack.currentWidget()

    def keys(self) -> Sequence[str]:
        """The sections of this clerk."""
        return tuple(self._sections)

    # What the window calls

    def shown(self) -> None:
        """The open section is read again where it lists something."""
        self.show_section(self.tabs.value() or next(iter(self._sections)))

    def reload(self) -> None:
        """Read the open section again."""
        self.shown()

    def new_words(self) -> str:
        """What New makes, where the open section is a list."""
        section = self.section()
        return section.new_words() if isinstance(section, RegisterPage) else ""

    def start_new(self) -> QWidget | None:
        """Another account, another version of the policy."""
        section = self.section()
        return section.start_new() if isinstance(section, RegisterPage) else None

    def open_key(self, key: str) -> QWidget | None:
        """Open a section by its key."""
        return self.show_section(key) if key in self._sections else None

    def take_back(self, form: QWidget) -> bool:
        """A form that waited, in the section it came from."""
        page = self._register(str(form.property(_SECTION)))
        return page is not None and page.take_back(form)

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """A form of an earlier run, told apart by its fields."""
        key = next((key for field, key in _BY_FIELD if field in draft), "accounts")
        page = self._register(key)
        return None if page is None else page.resume(draft, subject)

    def open_form(self) -> QWidget | None:
        """A form with changes, also while another section is looked at, else what is open."""
        pages = [one for one in self._made.values() if isinstance(one, RegisterPage)]
        forms = [one for one in (page.open_form() for page in pages) if one is not None]
        changed = [one for one in forms if isinstance(one, RecordForm) and one.is_dirty()]
        section = self.section()
        shown = section.open_form() if isinstance(section, RegisterPage) else None
        return next((one for one in (*changed, shown, *forms) if one is not None), None)

    # Parts

    def _allowed(self) -> Sequence[Section]:
        every = (
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
        return [one for one in every if one.permission is None or self._deeds.may(one.permission)]

    def _choices(self) -> Sequence[Choice]:
        return [Choice(one.key, one.title()) for one in self._sections.values()]

    def _make(self, key: str) -> QWidget:
        section = self._made[key] = self._sections[key].make()
        if isinstance(section, RegisterPage):
            section.setProperty(_SECTION, key)
            section.set_aside.connect(self._set_aside)
            section.drafts_changed.connect(self.drafts_changed)
        self._stack.addWidget(section)
        return section

    def _set_aside(self, form: QWidget) -> None:
        section = self.sender()
        if isinstance(section, QWidget):
            form.setProperty(_SECTION, section.property(_SECTION))
        self.set_aside.emit(form)

    def _tab_changed(self) -> None:
        self.show_section(self.tabs.value() or "")

    def _enter_section(self) -> None:
        """Enter leads into the section."""
        self.focusNextChild()

    def _register(self, key: str) -> RegisterPage[Any] | None:
        page = self.show_section(key) if key in self._sections else None
        return page if isinstance(page, RegisterPage) else None

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
