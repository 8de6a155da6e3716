"""What the complaint page prints beside a record: registers over a period, blank forms."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import EstateFormat, _, pgettext
from desk.services.paper import CASE_FORMS, REGISTERS, FormCode, Period
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.paper_acts import show_plan
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.key_button import KeyButton
from desk.ui.paper.deeds import PaperPlan
from desk.ui.paper.preview import Preview

_BLANK = (*CASE_FORMS, FormCode.COORDINATION_SLIP, *REGISTERS)
_MONTHS = 24
_EVERY, _OPEN = "all", "open"
_NAMED, _NAMELESS = "named", "nameless"


class PrintMenu(KeyButton):
    """The button in the head of the page; `preview_opened` carries what it opened."""

    preview_opened = Signal(object)

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds = deeds
        super().__init__(_button_words, kind="quiet", sign="document")
        self.clicked.connect(self.open_menu)

    def menu(self) -> QMenu:
        """The registers, and under a line of their own every form as a blank."""
        menu = QMenu(self)
        for form in REGISTERS:
            line = menu.addAction(self._deeds.form_words(form) + "…")
            line.triggered.connect(partial(self._register_chosen, form))
        menu.addSeparator()
        blank = self.blank_menu()
        blank.setParent(menu, blank.windowFlags())
        menu.addMenu(blank)
        return menu

    def blank_menu(self) -> QMenu:
        """Every form as a blank."""
        menu = QMenu(_blank_words(), self)
        for form in _BLANK:
            line = menu.addAction(self._deeds.form_words(form))
            line.triggered.connect(partial(self._blank_chosen, form))
        return menu

    def open_menu(self) -> None:
        """Drop the menu below the button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def open_blank(self, form: FormCode) -> Preview:
        """A form without values."""
        return self._show(self._deeds.paper.blank(form))

    def ask_period(self, form: FormCode) -> DeedDialog:
        """Ask which days a register is of; then it is looked at."""
        dialog = DeedDialog(register_plan(self._deeds, form), self.window())
        dialog.deed_done.connect(self._show)
        dialog.open()
        return dialog

    def _register_chosen(self, form: FormCode, _checked: bool = False) -> None:
        self.ask_period(form)

    def _blank_chosen(self, form: FormCode, _checked: bool = False) -> None:
        self.open_blank(form)

    def _show(self, plan: PaperPlan) -> Preview:
        parent: QWidget = self.window()
        shown = show_plan(self._deeds, plan, parent)
        self.preview_opened.emit(shown)
        return shown


def register_plan(deeds: ComplaintDeeds, form: FormCode) -> DeedPlan:
    """What is asked before a register is looked at; its language is chosen beside the sheet."""
    asked = {
        FormCode.MONTHLY_SUMMARY: _asked_month,
        FormCode.FOLLOW_UP_REGISTER: _asked_follow_up,
    }.get(form, _asked_today)
    return DeedPlan(
        title=partial(deeds.form_words, form),
        button=_look_words,
        asked=asked(deeds),
        do=partial(_plan_of, deeds, form),
    )


def _plan_of(deeds: ComplaintDeeds, form: FormCode, values: Mapping[str, Any]) -> PaperPlan:
    return deeds.paper.register(form, period_of(values))


def period_of(values: Mapping[str, Any]) -> Period:
    """The period that was asked for; refused where a day is missing or the two are reversed."""
    if "month" in values:
        return Period.of_month(dt.date.fromisoformat(values["month"]))
    since, until = values["since"], values["until"]
    missing = [key for key in ("since", "until") if values[key] is None]
    if missing:
        raise RuleRefused([Reason("paper.period.missing", key) for key in missing])
    is_open, is_nameless = values.get("scope") == _OPEN, values.get("names") == _NAMELESS
    period = Period(since, until, open_only=is_open, without_names=is_nameless)
    if period.reasons():
        raise RuleRefused(period.reasons())
    return period


# What is asked


def _asked_today(deeds: ComplaintDeeds) -> tuple[Asked, ...]:
    today = deeds.today()
    return _asked_days(deeds, today, today)


def _asked_follow_up(deeds: ComplaintDeeds) -> tuple[Asked, ...]:
    today = deeds.today()
    return (
        *_asked_days(deeds, today.replace(day=1), today),
        Asked("scope", partial(SegmentField, _scopes), _scope_words, begins_with=_EVERY),
        Asked("names", partial(SegmentField, _names), _names_words, begins_with=_NAMED),
    )


def _asked_month(deeds: ComplaintDeeds) -> tuple[Asked, ...]:
    months = partial(_months, deeds.today(), deeds.custom)
    begins = deeds.today().replace(day=1).isoformat()
    make = partial(ChoiceField, months)
    return (Asked("month", make, _month_words, required=True, begins_with=begins),)


def _asked_days(deeds: ComplaintDeeds, since: dt.date, until: dt.date) -> tuple[Asked, ...]:
    make = partial(DayField, deeds.custom, deeds.today)
    return (
        Asked("since", make, _since_words, required=True, span=6, begins_with=since),
        Asked("until", make, _until_words, required=True, span=6, begins_with=until),
    )


def _scopes() -> list[Choice]:
    return [
        Choice(_EVERY, pgettext("register", "Every case")),
        Choice(_OPEN, pgettext("register", "Open cases alone")),
    ]


def _names() -> list[Choice]:
    return [
        Choice(_NAMED, pgettext("register", "With names and rooms")),
        Choice(_NAMELESS, pgettext("register", "Without, to be posted")),
    ]


def _months(today: dt.date, custom: EstateFormat) -> list[Choice]:
    """The newest first."""
    found, day = [], today.replace(day=1)
    for _number in range(_MONTHS):
        found.append(Choice(day.isoformat(), _month_name(day, custom)))
        day = (day - dt.timedelta(days=1)).replace(day=1)
    return found


def _month_name(day: dt.date, custom: EstateFormat) -> str:
    """11/2026 or 2026/11, as the estate writes its dates."""
    text = custom.date(day)
    is_day_first = custom.region == "HK" and custom.calendar != "roc"
    return text.partition("/")[2] if is_day_first else text.rpartition("/")[0]


def _button_words() -> str:
    return _("Registers and forms")


def _blank_words() -> str:
    return _("Blank forms")


def _look_words() -> str:
    return _("Look at it")


def _scope_words() -> str:
    return _("Which cases")


def _names_words() -> str:
    return _("Names")


def _month_words() -> str:
    return _("Month")


def _since_words() -> str:
    return _("From day")


def _until_words() -> str:
    return _("To day")
