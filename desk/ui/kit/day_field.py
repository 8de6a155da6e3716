"""A field for a day without a time, typed the way the estate writes it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _
from desk.ui.kit.field import Field
from desk.ui.kit.line_field import Line


class DayField(Field):
    """A date by the estate's calendar, or None where the line is empty or cannot be read."""

    def __init__(
        self,
        custom: EstateFormat,
        today: Callable[[], dt.date],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._custom, self._today = custom, today
        self.line = Line(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        self._adopt(self.line)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._tidy)
        self.line.returnPressed.connect(self.entered)
        self.retranslate()

    def retranslate(self) -> None:
        """Name, and what goes where."""
        super().retranslate()
        is_day_first = self._custom.region == "HK"
        self.line.setPlaceholderText(_("dd/mm/yyyy") if is_day_first else _("yyyy/mm/dd"))

    def value(self) -> dt.date | None:
        """The day."""
        return self._custom.parse_date(self.line.text())

    def set_value(self, value: Any) -> None:
        """Show a day; None empties the line."""
        self.line.setText(self._custom.date(value) if isinstance(value, dt.date) else "")

    def draft(self) -> str:
        """The line as typed."""
        return self.line.text()

    def restore(self, draft: Any) -> None:
        """The line as it was typed."""
        self.line.setText(str(draft or ""))

    def problem(self) -> str | None:
        """A day that cannot be read."""
        if not self.line.text().strip() or self.value() is not None:
            return None
        return _("Write the day like {example}.").format(example=self._custom.date(self._today()))

    def set_read_only(self, read_only: bool) -> None:
        """Shown, not to be changed."""
        self.line.setReadOnly(read_only)

    def _edited(self, _text: str) -> None:
        self.changed.emit()

    def _tidy(self) -> None:
        """Write what could be read the way the estate writes it."""
        if self.value() is not None:
            self.set_value(self.value())
