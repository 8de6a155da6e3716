"""A field for the opening hours of a day: any number of spans on one line."""

import re
import unicodedata
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.domain.business_calendar import DAY_MINUTES, Spans, are_spans
from desk.i18n import _, pgettext
from desk.ui.kit.field import Field
from desk.ui.kit.line_field import Line

_SPAN: Final = re.compile(r"(\d{1,2}):?(\d{2})\s*[-–—~至到]\s*(\d{1,2}):?(\d{2})", re.ASCII)
_APART: Final = re.compile(r"[\s,;、]*")
_EXAMPLE: Final = "09:00–13:00, 14:00–18:00"


class SpansField(Field):
    """Minutes since midnight, as a calendar holds them; an empty line is a closed day."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line(self)
        self.line.setMaxLength(200)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        self._adopt(self.line)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._tidy)
        self.line.returnPressed.connect(self.entered)
        self.retranslate()

    def retranslate(self) -> None:
        """Name, and what an empty line means."""
        super().retranslate()
        self.line.setPlaceholderText(_("closed"))

    def value(self) -> Spans | None:
        """The spans; None where they cannot be read."""
        return read_spans(self.line.text())

    def set_value(self, value: Any) -> None:
        """Show spans."""
        self.line.setText(spans_words(value or ()))

    def draft(self) -> str:
        """The line as typed."""
        return self.line.text()

    def restore(self, draft: Any) -> None:
        """The line as it was typed."""
        self.line.setText(str(draft or ""))

    def problem(self) -> str | None:
        """What is no list of spans, or not in order."""
        value = self.value()
        if value is not None and are_spans(value):
            return None
        return _("Write opening hours in order, like {example}.").format(example=_EXAMPLE)

    def set_read_only(self, read_only: bool) -> None:
        """Shown, not to be changed."""
        self.line.setReadOnly(read_only)

    def _edited(self, _text: str) -> None:
        self.changed.emit()

    def _tidy(self) -> None:
        if self.value() is not None:
            self.set_value(self.value())


def read_spans(text: str) -> Spans | None:
    """09:00-13:00, 14:00-18:00 as minutes; full-width figures and signs are read too."""
    folded = unicodedata.normalize("NFKC", text)
    if _APART.fullmatch(_SPAN.sub("", folded)) is None:
        return None
    found = [tuple(map(int, match)) for match in _SPAN.findall(folded)]
    if any(minute > 59 for one in found for minute in one[1::2]):
        return None
    spans = tuple((one[0] * 60 + one[1], one[2] * 60 + one[3]) for one in found)
    return spans if all(ends <= DAY_MINUTES for _starts, ends in spans) else None


def spans_words(spans: Spans) -> str:
    """The same as they are written."""
    return pgettext("list", ", ").join(f"{_clock(starts)}–{_clock(ends)}" for starts, ends in spans)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
