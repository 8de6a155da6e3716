"""Working days and opening hours as a form."""

from dataclasses import replace

from desk.domain.business_calendar import WEEKDAYS, BusinessCalendar
from desk.domain.reasons import Reason
from desk.errors import ReasonLike, RuleRefused
from desk.i18n import _
from desk.services.business_calendar import OpeningHours
from desk.ui.calendar.deeds import HOURS, CalendarDeeds
from desk.ui.calendar.spans_field import SpansField
from desk.ui.calendar.words import hours_words, weekday_choices
from desk.ui.kit.label import WordLabel
from desk.ui.kit.many_field import ManyField
from desk.ui.kit.record_form import RecordForm
from desk.wording import label


class HoursForm(RecordForm):
    """Which weekdays work, and when the desk is open on each of them and on holidays."""

    def __init__(self, deeds: CalendarDeeds) -> None:
        self._deeds = deeds
        super().__init__()
        self.load(deeds.hours())
        self.set_read_only(bool(deeds.why_not_edit()))

    def heading(self) -> str:
        """What it is."""
        return hours_words()

    def subject(self) -> str:
        """There is but one."""
        return HOURS

    def build(self) -> None:
        """Working days, then the hours of each weekday and of holidays."""
        note = WordLabel(_note_words, "muted")
        note.setWordWrap(True)
        self.add_widget(note)
        self.add("workdays", ManyField(weekday_choices), _workdays_words, hint=_workdays_hint)
        self.add_section(_open_words)
        for day in WEEKDAYS:
            self.add(f"week.{day}", SpansField(), _Weekday(day), span=1)
        self.add("holiday", SpansField(), _holiday_words, span=1)

    def show_value(self, value: OpeningHours) -> None:
        """The week."""
        self._value = value
        self.field("workdays").set_value([str(one) for one in sorted(value.calendar.workdays)])
        for day in WEEKDAYS:
            self.field(f"week.{day}").set_value(value.calendar.week[day])
        self.field("holiday").set_value(value.calendar.holiday)

    def read(self) -> BusinessCalendar:
        """The calendar with another week."""
        known: BusinessCalendar = self.value().calendar
        return replace(
            known,
            workdays=frozenset(int(one) for one in self.field("workdays").value()),
            week=tuple(self.field(f"week.{day}").value() for day in WEEKDAYS),
            holiday=self.field("holiday").value(),
        )

    def save_value(self, value: BusinessCalendar) -> OpeningHours:
        """Written down anew."""
        return self._deeds.save_hours(self.value().version, value)

    def show_refusals(self, refused: RuleRefused) -> None:
        """What is said of a weekday stands beside it."""
        super().show_refusals(RuleRefused([_of_day(one) for one in refused.reasons]))


def _of_day(reason: ReasonLike) -> ReasonLike:
    if reason.field == "week":
        day = reason.parameters.get("day", 0)
        return Reason(reason.code, f"week.{day}", reason.parameters)
    return reason


class _Weekday:
    def __init__(self, day: int) -> None:
        self._day = str(day)

    def __call__(self) -> str:
        return label("week", self._day)


def _note_words() -> str:
    return _(
        "Time limits in working days and in opening hours are counted by this. Due times that were"
        " told already stay, until open cases are computed anew."
    )


def _workdays_words() -> str:
    return _("Working weekdays")


def _workdays_hint() -> str:
    return _("The desk may be open on other days too.")


def _open_words() -> str:
    return _("The desk is open")


def _holiday_words() -> str:
    return _("Holidays")
