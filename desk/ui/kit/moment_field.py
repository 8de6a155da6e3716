"""A field for a day and a time, typed the way the estate writes them (R86: the real time)."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desk.i18n import EstateFormat, _
from desk.ui.kit.field import Field, mark
from desk.ui.kit.icons import icon
from desk.ui.kit.line_field import Line
from desk.ui.kit.retranslate import name


class MomentField(Field):
    """An aware UTC moment, or None where both lines are empty.

    It is shown and typed by the estate's clock and calendar: 115/11/21 where 民國 years are
    chosen. `now` fills in the present.
    """

    def __init__(
        self,
        custom: EstateFormat,
        now: Callable[[], dt.datetime],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._custom, self._now = custom, now
        self.day, self.time = Line(self), Line(self)
        self.present = QToolButton(self)
        self._shown: dt.datetime | None = None
        self._build()
        self._adopt(self.day)
        self.retranslate()

    def retranslate(self) -> None:
        """Names, what goes where, and the button's words; an empty line must not look filled."""
        super().retranslate()
        is_day_first = self._custom.region == "HK"
        self.day.setPlaceholderText(_("dd/mm/yyyy") if is_day_first else _("yyyy/mm/dd"))
        self.time.setPlaceholderText(_("hh:mm"))
        name(self.present, _("Set to now"), _("Set to now"))

    def say_name(self) -> None:
        """The field's name for the day, with "time" added for the second line."""
        label = self._label() if self._label else ""
        self.day.setAccessibleName(label or _("Day"))
        time = _("Time")
        self.time.setAccessibleName(f"{label} {time}".strip())

    def value(self) -> dt.datetime | None:
        """The moment in UTC; seconds stay where the clerk did not touch the minute."""
        if self._shown is not None and self._words(self._shown) == self._typed():
            return self._shown
        day, time = self._parsed()
        if day is None or time is None:
            return None
        return self._custom.utc(dt.datetime.combine(day, time))

    def set_value(self, value: Any) -> None:
        """Show an aware moment; None empties both lines."""
        self._shown = value if isinstance(value, dt.datetime) else None
        day, time = self._words(self._shown) if self._shown else ("", "")
        self.day.setText(day)
        self.time.setText(time)

    def draft(self) -> list[str]:
        """Both lines as typed."""
        return [self.day.text(), self.time.text()]

    def restore(self, draft: Any) -> None:
        """Both lines as they were typed."""
        if isinstance(draft, list) and len(draft) == 2:
            self.day.setText(str(draft[0]))
            self.time.setText(str(draft[1]))

    def problem(self) -> str | None:
        """A day or time that cannot be read."""
        typed_day, typed_time = self._typed()
        if not typed_day and not typed_time:
            return None
        day, time = self._parsed()
        if day is None:
            return _("Write the day like {example}.").format(example=self._custom.date(self._now()))
        if time is None:
            return _("Write the time like {example}.").format(
                example=self._custom.time(self._now())
            )
        return None

    def set_read_only(self, read_only: bool) -> None:
        """Shown, not to be changed."""
        self.day.setReadOnly(read_only)
        self.time.setReadOnly(read_only)
        self.present.setVisible(not read_only)

    def mark_refused(self, sentence: str) -> None:
        """Both lines are marked."""
        super().mark_refused(sentence)
        mark(self.time, sentence)

    def set_now(self) -> None:
        """Fill in the present."""
        self.set_value(self._now())
        self.changed.emit()

    def _build(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.day.setFixedWidth(112)
        self.time.setFixedWidth(72)
        self.present.setProperty("kind", "icon")
        self.present.setIcon(icon("clock", size=18))
        for part in (self.day, self.time, self.present):
            box.addWidget(part)
        box.addStretch()
        for line in (self.day, self.time):
            line.setMaxLength(40)
            line.textEdited.connect(self._edited)
            line.editingFinished.connect(self._tidy)
        self.day.returnPressed.connect(self._to_time)
        self.time.returnPressed.connect(self.entered)
        self.present.clicked.connect(self.set_now)

    def _edited(self, _text: str) -> None:
        self.changed.emit()

    def _to_time(self) -> None:
        self.time.setFocus(Qt.FocusReason.TabFocusReason)
        self.time.selectAll()

    def _tidy(self) -> None:
        """Write what could be read the way the estate writes it."""
        moment = self.value()
        if moment is not None and moment != self._shown:
            day, time = self._words(moment)
            self.day.setText(day)
            self.time.setText(time)

    def _typed(self) -> tuple[str, str]:
        return self.day.text().strip(), self.time.text().strip()

    def _parsed(self) -> tuple[dt.date | None, dt.time | None]:
        day, time = self._typed()
        return self._custom.parse_date(day), self._custom.parse_time(time)

    def _words(self, moment: dt.datetime) -> tuple[str, str]:
        return self._custom.date(moment), self._custom.time(moment)
