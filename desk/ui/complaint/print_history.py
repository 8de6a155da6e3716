"""What was printed of a record: which paper, when, by whom, in which language, where to."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _
from desk.services.paper import PrintRow
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Spoken
from desk.wording import label


class PrintHistory(Spoken, QWidget):
    """Newest first; a sheet never printed says so."""

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom = custom
        self._rows: Sequence[PrintRow] = ()
        self._lines = plain_label(role="muted")
        self._lines.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(WordLabel(_title_words, "heading"))
        box.addWidget(self._lines)
        self.retranslate()

    def retranslate(self) -> None:
        """One line a print."""
        lines = [self._line(row) for row in self._rows]
        self._lines.setText("\n".join(lines) or _("Not printed yet."))

    def show_rows(self, rows: Sequence[PrintRow]) -> None:
        """Show other prints."""
        self._rows = rows
        self.retranslate()

    def words(self) -> str:
        """What is shown."""
        return self._lines.text()

    def _line(self, row: PrintRow) -> str:
        parts = [
            str(row.content.get("title", "")) or label("form", row.form),
            self._custom.datetime(row.printed_at),
            row.printed_by,
            label("destination", row.destination),
            label("language", row.language),
        ]
        if row.copies > 1:
            parts.append(_("{count} copies").format(count=row.copies))
        if row.reprint:
            parts.append(_("reprint {count}").format(count=row.reprint))
        return "  ·  ".join(parts)


def _title_words() -> str:
    return _("Printed")
