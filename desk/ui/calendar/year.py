"""One year as a form: who announced it, and its special days."""

from dataclasses import replace

from PySide6.QtCore import Signal

from desk.domain.calendar_year import SOURCE_LIMIT, KnownYear
from desk.errors import DeskError
from desk.i18n import _
from desk.ui.calendar.days_field import DaysField
from desk.ui.calendar.deeds import CalendarDeeds
from desk.ui.calendar.words import count_words, not_announced
from desk.ui.kit.chips import Chip
from desk.ui.kit.faults import fault_words
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.line_field import LineField
from desk.ui.kit.notify import ask
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.theme import Tone


class YearForm(RecordForm):
    """Saving announces the year or corrects it; `withdrawn` says that it no longer is."""

    withdrawn = Signal()

    def __init__(self, deeds: CalendarDeeds, known: KnownYear) -> None:
        self._deeds = deeds
        self._year = known.year
        super().__init__()
        self.load(known)
        self.set_read_only(bool(deeds.why_not_edit()))

    def heading(self) -> str:
        """The year."""
        return str(self._year)

    def subject(self) -> str:
        """The year."""
        return str(self._year)

    def build(self) -> None:
        """The year at a glance, its days, and who announced them."""
        self._note = plain_label(role="muted")
        self._note.setWordWrap(True)
        self.add_widget(self._note)
        week = self._deeds.hours().calendar
        self.add("special", DaysField(self._deeds.custom, self._year, week), _days_words)
        self.add("source", LineField(SOURCE_LIMIT), _source_words, required=True)
        self.withdraw_button = self.add_button(
            KeyButton(_withdraw_words, kind="danger", sign="undo"), at_end=True
        )
        self.withdraw_button.clicked.connect(self.withdraw)

    def retranslate(self) -> None:
        """The chip and what is true of the year."""
        super().retranslate()
        self._say_state()

    def show_value(self, value: KnownYear) -> None:
        """A year."""
        self._value = value
        self.field("special").set_value(value.days)
        self.field("source").set_value(value.source)
        self._say_state()

    def read(self) -> KnownYear:
        """The year as the fields say it."""
        known: KnownYear = self.value()
        days, source = self.field("special").value(), self.field("source").value()
        return replace(known, days=days, source=source)

    def save_value(self, value: KnownYear) -> KnownYear:
        """Announced, or corrected."""
        return self._deeds.save_year(value)

    def save_words(self) -> str:
        """A year is announced once, and corrected afterwards."""
        known = self.value()
        return _("Save") if known is not None and known.version else _("Announce the year")

    def set_read_only(self, read_only: bool) -> None:
        """Whoever may not change it reads it."""
        super().set_read_only(read_only)
        self._say_state()

    def withdraw(self) -> None:
        """Take the year out; its days count by their weekdays again."""
        question = _("Take the year {year} back?").format(year=self._year)
        detail = _("Only its weekdays are counted then. The history keeps what stood here.")
        if not ask(self, question, _withdraw_words(), detail):
            return
        try:
            self._deeds.withdraw(self.value())
        except DeskError as fault:
            self.show_summary(fault_words(fault))
            return
        self.load(self._deeds.year(self._year))
        self.withdrawn.emit()

    def _say_state(self) -> None:
        known = self.value()
        if known is None:
            return
        is_known = known.version > 0
        self.show_chip(
            Chip(Tone.DONE, _("Announced")) if is_known else Chip(Tone.DUE, _("Not announced"))
        )
        self._note.setText(count_words(known.days) if is_known else not_announced(self._year))
        self.withdraw_button.setVisible(is_known and not self.is_read_only())
        self.save_button.retranslate()


def _days_words() -> str:
    return _("Days unlike their weekday")


def _source_words() -> str:
    return _("Announced by")


def _withdraw_words() -> str:
    return _("Take the year back")
