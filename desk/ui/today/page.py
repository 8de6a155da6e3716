"""The first page of the window 今日: what is overdue, due, expected back, waiting for me (R194)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.today import Section
from desk.errors import DeskError
from desk.i18n import _, pgettext
from desk.services.today import Day, OwedRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.faults import fault_words
from desk.ui.kit.icons import pixmap
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.retranslate import Spoken, Words
from desk.ui.kit.shell_page import ShellPage
from desk.ui.kit.theme import TONES, Tone
from desk.ui.today import words
from desk.ui.today.day_list import DayList
from desk.ui.today.deeds import TodayDeeds
from desk.ui.today.lines import opens
from desk.ui.today.strip import Strip
from desk.wording import label

_LOW = 420


class TodayPage(Spoken, ShellPage):
    """`record_wanted` carries kind and key of a record, `register_wanted` the part of which all is
    to be seen, `new_wanted` that a visitor stands at the counter."""

    record_wanted = Signal(str, str)
    register_wanted = Signal(object)
    new_wanted = Signal()

    def __init__(
        self, deeds: TodayDeeds, new_words: Words, shows_all: frozenset[Section] = frozenset()
    ) -> None:
        super().__init__()
        self._deeds, self._new_words, self._shows_all = deeds, new_words, shows_all
        self._day: Day | None = None
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._date = plain_label(role="muted")
        self.strip, self.list = Strip(), DayList()
        self.note = plain_label(role="refusal")
        self.note.setWordWrap(True)
        self._lay_out()
        self.setFocusProxy(self.list)
        self.strip.part_chosen.connect(self._go_to)
        self.list.record_opened.connect(self._open)
        self.list.more_wanted.connect(self.register_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """The day again in the current language."""
        if self._day is not None:
            self._show(self._day)
        self._clear_title.setText(_("Nothing waits for you."))
        self._clear_hint.setText(
            _("When somebody comes or calls, press F2. With Ctrl+K you find every household.")
            if self._deeds.may_register()
            else _("With Ctrl+K you find every household, complaint and visit.")
        )

    # What the window calls

    def shown(self) -> None:
        """The day as it is now."""
        self.reload()

    def reload(self) -> None:
        """Read everything again; why it cannot be read stands over what was read before."""
        try:
            self._show(self._deeds.day())
        except DeskError as fault:
            self.note.setText(fault_words(fault))
            self.note.setVisible(True)

    def new_words(self) -> str:
        """What is begun here: a visit."""
        return self._new_words() if self._deeds.may_register() else ""

    def start_new(self) -> QWidget | None:
        """A visitor stands at the counter."""
        if self._deeds.may_register():
            self.new_wanted.emit()
        return None

    # Parts

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._make_head())
        self._strip_row = QWidget()
        row = QHBoxLayout(self._strip_row)
        row.setContentsMargins(14, 0, 12, 10)
        row.addWidget(self.strip, 1)
        box.addWidget(self._strip_row)
        box.addWidget(rule())
        self.note.setContentsMargins(16, 10, 16, 10)
        self.note.hide()
        box.addWidget(self.note)
        box.addWidget(self._make_clear())
        box.addWidget(self.list, 1)

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 12, 10)
        head.setSpacing(10)
        head.addWidget(WordLabel(_title, "title"))
        head.addWidget(self._date)
        head.addStretch()
        self.refresh_button = KeyButton(
            _refresh_words, key="F5", kind="quiet", sign="refresh", icon_only=True
        )
        self.refresh_button.clicked.connect(self.reload)
        head.addWidget(self.refresh_button)
        return head

    def _make_clear(self) -> QWidget:
        """What an empty day says, and what to do first."""
        self.clear = QWidget()
        box = QHBoxLayout(self.clear)
        box.setContentsMargins(16, 24, 16, 24)
        box.setSpacing(16)
        sign = plain_label()
        sign.setPixmap(pixmap("check", TONES[Tone.DONE].ink, 32))
        words_box = QVBoxLayout()
        words_box.setSpacing(4)
        self._clear_title = plain_label(role="heading")
        self._clear_hint = plain_label(role="muted")
        self._clear_hint.setWordWrap(True)
        words_box.addWidget(self._clear_title)
        words_box.addWidget(self._clear_hint)
        box.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(words_box, 1)
        self.clear.hide()
        return self.clear

    def _show(self, day: Day) -> None:
        self._day = day
        self.note.hide()
        today = self._deeds.custom.day(day.seen_at)
        weekday = label("week", str(today.weekday()))
        self._date.setText(f"{self._deeds.custom.date(today)}  {weekday}")
        parts = [
            (part.section, _chip_of(part.section, words.count_words(part)))
            for part in day.parts
            if part.rows
        ]
        late = any(section is Section.OVERDUE for section, _chip in parts)
        self.strip.show_parts(parts, is_overdue=late)
        self.clear.setVisible(day.is_clear)
        self._share_height()
        self.list.show_lines(words.lines_of(day, self._deeds.custom, self._shows_all))

    def _go_to(self, section: Section) -> None:
        self.list.go_to(section)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, row: OwedRow) -> None:
        self.record_wanted.emit(*opens(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has no room to say things twice."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        is_clear = self._day is not None and self._day.is_clear
        self._strip_row.setVisible(self.height() >= _LOW and not is_clear)


def _chip_of(section: Section, count: str) -> Chip:
    return Chip(words.tone_of(section), f"{label('section', section)} {count}")


def _title() -> str:
    return pgettext("page", "Today")


def _refresh_words() -> str:
    return _("Refresh")
