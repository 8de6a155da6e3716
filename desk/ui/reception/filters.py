"""The filters over the register: words, choices, any span of days, one unit."""

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _, pgettext
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.field import restyle
from desk.ui.kit.filter_bar import Filter, FilterBar
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel
from desk.ui.kit.retranslate import Spoken, plain
from desk.ui.kit.words_line import WordsLine
from desk.ui.reception.days import CHOSEN, day_choices
from desk.ui.reception.deeds import WAITING, ReceptionDeeds
from desk.ui.reception.words import channel_choices, kind_choices, state_choices

_PAUSE = 200
_ROOMY = 900
_WORDS, _FEW_WORDS = 236, 172


class ReceptionFilters(Spoken, QWidget):
    """`changed` says that the list has to be read again with other `values()`."""

    changed = Signal()

    def __init__(self, deeds: ReceptionDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = _Bar(
            (
                Filter("days", _days_words, day_choices),
                Filter("kind", _kind_words, kind_choices),
                Filter("channel", _channel_words, channel_choices),
                Filter("state", _state_words, _states),
                Filter("clerk", _clerk_words, deeds.clerk_choices),
            )
        )
        self.words = WordsLine()
        today = deeds.custom.day(deeds.now())
        self.first, self.last = DayLine(deeds.custom, today), DayLine(deeds.custom, today)
        self._unit = self._unit_label = ""
        self.unit_button = KeyButton(self._unit_words, kind="quiet", sign="close")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the day lines; the other parts look after themselves."""
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))

    def values(self) -> Mapping[str, str]:
        """What is asked for, by key; what is not asked for is not there."""
        asked = dict(self.bar.values())
        if asked.get("days") == CHOSEN:
            asked |= {"first_day": self.first.text(), "last_day": self.last.text()}
        asked |= {"text": self.words.text().strip(), "unit": self._unit}
        return {key: value for key, value in asked.items() if value}

    def show_unit(self, unit_id: int | None, label: str = "") -> None:
        """Narrow to one unit, or take that back."""
        self._unit, self._unit_label = str(unit_id or ""), label
        self.unit_button.retranslate()
        self.unit_button.setVisible(bool(self._unit))
        self.changed.emit()

    def show_waiting(self) -> None:
        """Narrow to what waits for an answer, and to nothing else."""
        self.bar.clear()
        self.bar.set_value("state", WAITING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside an open record the words leave room for the choices."""
        super().resizeEvent(event)
        self.words.setFixedWidth(_WORDS if event.size().width() >= _ROOMY else _FEW_WORDS)

    def _lay_out(self) -> None:
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(8)
        for part in (WordLabel(_from_words, "muted"), self.first):
            days.addWidget(part)
        for part in (WordLabel(_to_words, "muted"), self.last):
            days.addWidget(part)
        days.addStretch()
        self._days.hide()
        self.unit_button.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.bar, 1)
        line.addWidget(self.unit_button, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(line)
        box.addWidget(self._days)

    def _connect(self) -> None:
        self.bar.changed.connect(self._picked)
        self.bar.clearing.connect(self._clear_rest)
        self.words.textChanged.connect(self._pause.start)
        self.words.returnPressed.connect(self._pause.start)
        self._pause.timeout.connect(self.changed)
        self.first.day_changed.connect(self.changed)
        self.last.day_changed.connect(self.changed)
        self.unit_button.clicked.connect(self._forget_unit)

    def _picked(self) -> None:
        self._days.setVisible(self.bar.values().get("days") == CHOSEN)
        self.changed.emit()

    def _clear_rest(self) -> None:
        for line in (self.words, self.first, self.last):
            with QSignalBlocker(line):
                line.clear()
        self._unit = ""
        self.unit_button.hide()

    def _forget_unit(self) -> None:
        self.show_unit(None)

    def _unit_words(self) -> str:
        return self._unit_label


class _Bar(FilterBar):
    """The choices; clearing them is told before it happens, so that the rest goes with them."""

    clearing = Signal()

    def clear(self) -> None:
        """Every filter off."""
        self.clearing.emit()
        super().clear()


class DayLine(QLineEdit):
    """One day, typed the way the estate writes it; one that cannot be read is marked."""

    day_changed = Signal()

    def __init__(
        self, custom: EstateFormat, example: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._custom, self._example = custom, example
        self.setPlaceholderText(custom.date(example))
        self.setFixedWidth(116)
        self.setMaxLength(20)
        self.editingFinished.connect(self._told)
        self._was = ""

    def _told(self) -> None:
        day = self._custom.parse_date(self.text())
        if day is not None:
            self.setText(self._custom.date(day))
        is_wrong = day is None and bool(self.text().strip())
        restyle(self, "refused", "true" if is_wrong else "false")
        example = self._custom.date(self._example)
        wrong = _("Write the day like {example}.").format(example=example)
        self.setToolTip(plain(wrong) if is_wrong else "")
        self.setAccessibleDescription(wrong if is_wrong else "")
        if self.text() != self._was:
            self._was = self.text()
            self.day_changed.emit()


def _days_words() -> str:
    return pgettext("filter", "Days")


def _kind_words() -> str:
    return _("Kind")


def _channel_words() -> str:
    return _("Channel")


def _state_words() -> str:
    return _("State")


def _states() -> Sequence[Choice]:
    """Open, closed, and what of the open waits for an answer here."""
    return [*state_choices(), Choice(WAITING, _("Waiting"))]


def _clerk_words() -> str:
    return _("First asked")


def _from_words() -> str:
    return _("From")


def _to_words() -> str:
    return _("to")
