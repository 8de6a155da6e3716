"""The calendar section: opening hours and the years at the left, one of them open beside."""

from collections.abc import Hashable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.errors import DeskError
from desk.i18n import _, ngettext
from desk.ui.calendar.brought import bring_plan
from desk.ui.calendar.deeds import HOURS, Brought, CalendarDeeds, CalendarRow
from desk.ui.calendar.hours import HoursForm
from desk.ui.calendar.words import calendar_words, count_words, hours_words
from desk.ui.calendar.year import YearForm
from desk.ui.kit.chips import Chip
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.faults import fault_words
from desk.ui.kit.file_choice import choose_to_open
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.notify import say, tell
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.theme import Tone

_LIST = 400
_WIRED = "is_wired"


class CalendarPage(RegisterPage[CalendarRow]):
    """Everybody may read; years are brought in from a file, from the program, or typed."""

    def __init__(self, deeds: CalendarDeeds) -> None:
        self._deeds = deeds
        super().__init__(
            RegisterPlan(
                title=calendar_words,
                columns=(
                    Column("title", _what_words, _title, stretch=True, strong=True, note=_note),
                    Column("state", _state_words, _state, 156, chip=_chip),
                ),
                fetch=deeds.page,
                row_id=_key,
                empty=_what_words,
                open_record=self._open_row,
                open_key=self._open_key,
                new_record=None if deeds.why_not_edit() else self._new,
                new_words=_new_words,
            )
        )

    def shown(self) -> None:
        """What the program brings may be newer than what the estate has."""
        super().shown()
        self._look_for_offers()
        if self.panel.content() is None and self._list.isVisibleTo(self):
            self.open_entry(str(self._deeds.today().year))

    def reload(self) -> None:
        """Read the list again."""
        super().reload()
        self._look_for_offers()

    def open_entry(self, key: str) -> None:
        """Open the hours or a year."""
        self.table.choose(key)
        self.show_record(self._open_key(key))

    def show_record(self, widget: QWidget) -> bool:
        """Open a form; withdrawing a year in it refreshes the list."""
        if isinstance(widget, YearForm) and not widget.property(_WIRED):
            widget.setProperty(_WIRED, True)
            widget.withdrawn.connect(self.reload)
        return super().show_record(widget)

    # Bringing in

    def choose_file(self) -> None:
        """A calendar file of this PC."""
        path = choose_to_open(self, _import_words(), "JSON (*.json)")
        if path is not None:
            self.preview_file(path)

    def preview_file(self, path: Path) -> DeedDialog | None:
        """What the file would change; what is wrong with it is told instead."""
        try:
            brought = self._deeds.read_file(path)
        except DeskError as fault:
            tell(self, _("This file cannot be brought in."), fault_words(fault))
            return None
        return self._preview(brought)

    def preview_offers(self) -> DeedDialog:
        """What the program's own data would change."""
        return self._preview(Brought("", self._deeds.offered()))

    def _preview(self, brought: Brought) -> DeedDialog:
        dialog = DeedDialog(bring_plan(self._deeds, brought), self)
        dialog.deed_done.connect(self._taken)
        dialog.open()
        return dialog

    def _taken(self, count: int) -> None:
        words = ngettext("{count} year was taken over.", "{count} years were taken over.", count)
        say(self, words.format(count=count))
        shown = self.panel.content()
        self.reload()
        if isinstance(shown, YearForm) and not shown.is_dirty():
            self.open_entry(shown.subject())
        elif isinstance(shown, HoursForm) and not shown.is_dirty():
            self.open_entry(HOURS)

    # Parts

    def _make_head(self) -> QHBoxLayout:
        head = super()._make_head()
        self.offer_button = KeyButton(_offer_words, kind="quiet", sign="inbox")
        self.offer_button.clicked.connect(self.preview_offers)
        self.offer_button.hide()
        self.import_button = KeyButton(_import_words, kind="quiet", sign="import")
        self.import_button.clicked.connect(self.choose_file)
        self.import_button.shut(self._deeds.why_not_edit())
        head.addWidget(self.offer_button)
        head.addWidget(self.import_button)
        return head

    def _look_for_offers(self) -> None:
        self.offer_button.setVisible(bool(self._deeds.offered()))
        self.offer_button.shut(self._deeds.why_not_edit())

    def _open_row(self, row: CalendarRow) -> QWidget:
        return self._open_key(row.key)

    def _open_key(self, key: str) -> QWidget:
        if key == HOURS:
            return HoursForm(self._deeds)
        return YearForm(self._deeds, self._deeds.year(int(key)))

    def _new(self) -> QWidget:
        return YearForm(self._deeds, self._deeds.year(self._deeds.first_unannounced()))

    def _share_width(self) -> None:
        is_opened = self.panel.content() is not None and not self._was_open
        super()._share_width()
        if is_opened:
            self._splitter.setSizes([_LIST, self.width() - _LIST])


def _key(row: CalendarRow) -> Hashable:
    return row.key


def _title(row: CalendarRow) -> str:
    return str(row.year) if row.year else hours_words()


def _note(row: CalendarRow) -> str:
    if not row.year:
        return _("Working weekdays, and when the desk is open")
    if row.known is None:
        return _("Only weekdays are counted")
    return " · ".join(filter(None, (count_words(row.known.days), row.known.source)))


def _chip(row: CalendarRow) -> Chip | None:
    if not row.year:
        return None
    if row.known is None:
        return Chip(Tone.DUE, _("Not announced"))
    if row.is_offered:
        return Chip(Tone.NEUTRAL, _("Newer data"))
    return Chip(Tone.DONE, _("Announced"))


def _state(row: CalendarRow) -> str:
    chip = _chip(row)
    return chip.text if chip else ""


def _what_words() -> str:
    return _("Calendar entry")


def _state_words() -> str:
    return _("State")


def _new_words() -> str:
    return _("Announce a year")


def _import_words() -> str:
    return _("Bring in")


def _offer_words() -> str:
    return _("Newer data")
