"""What was printed of a pass, and whether the signed paper is back."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.domain.paper import Outcome
from desk.i18n import EstateFormat, _, pgettext
from desk.services.paper import PrintRow
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Spoken
from desk.wording import label


class PassPrints(Spoken, QWidget):
    """Newest first; a pass never printed says so."""

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
        lines = ["  ·  ".join(filter(None, self._parts(row))) for row in self._rows]
        self._lines.setText("\n".join(lines) or _("Not printed yet."))

    def show_rows(self, rows: Sequence[PrintRow]) -> None:
        """Show other prints."""
        self._rows = rows
        self.retranslate()

    def words(self) -> str:
        """What is shown."""
        return self._lines.text()

    def _parts(self, row: PrintRow) -> Iterator[str]:
        yield self._custom.datetime(row.printed_at)
        yield row.printed_by
        yield label("destination", row.destination)
        yield label("language", row.language)
        yield row.paper
        yield _("{count} copies").format(count=row.copies) if row.copies > 1 else ""
        yield _("reprint {count}").format(count=row.reprint) if row.reprint else ""
        yield self._standing(row)

    def _standing(self, row: PrintRow) -> str:
        """Whether it came out, and whether it is back."""
        if row.outcome == Outcome.FAILED:
            return pgettext("print", "did not come out")
        if row.home_at is not None:
            back = pgettext("print", "signed, back {at}")
            return back.format(at=self._custom.datetime(row.home_at))
        if row.let_go_at is not None:
            return pgettext("print", "no longer waited for")
        return pgettext("print", "not back yet") if row.awaited else ""


def _title_words() -> str:
    return _("Printed")
