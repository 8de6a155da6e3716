"""The prints of a record: which paper, when, by whom; whether it is out, or home and signed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.paper import Outcome
from desk.domain.print_log import REPRINTED
from desk.errors import DeskError
from desk.i18n import _
from desk.services import paper, personal_data, signed_paper
from desk.services.attachment import MediaType
from desk.services.paper import PrintRow
from desk.services.signed_paper import SignedRow
from desk.services.workplace import Workplace
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.attachment.viewer import Viewer
from desk.ui.kit.chips import Chip, ChipLabel
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.notify import fault_words
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.theme import Tone
from desk.wording import label, reasons_words

_NONE_SIGNED: tuple[SignedRow, ...] = ()


class PrintHistory(Spoken, QWidget):
    """Newest first, each to be shown again as it was; a sheet never printed says so."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rows: Sequence[PrintRow] = ()
        self.lines: list[PrintLine] = []
        self._none = plain_label(role="muted")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(WordLabel(_title_words, "heading"))
        self._box.addWidget(self._none)
        self.retranslate()

    def retranslate(self) -> None:
        """The words for none; each print looks after itself."""
        self._none.setText(_("Not printed yet."))
        self._none.setVisible(not self._rows)

    def show_record(self, kind: str, record_id: int) -> None:
        """Show the prints of a record, and what came home of them."""
        self._rows = paper.prints_of(self._workplace, kind, record_id)
        home = signed_paper.of_record(self._workplace, kind, record_id)
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [
            PrintLine(self._workplace, row, [one for one in home if one.print_id == row.id])
            for row in self._rows
        ]
        for line in self.lines:
            self._box.addWidget(line)
        self.retranslate()

    def words(self) -> str:
        """What is shown."""
        return "\n".join(line.words() for line in self.lines) or self._none.text()


class PrintLine(Spoken, QWidget):
    """One print: its line, how the paper stands, and the pages of what came home."""

    def __init__(
        self,
        workplace: Workplace,
        row: PrintRow,
        signed: Sequence[SignedRow] = _NONE_SIGNED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._row, self._signed = workplace, row, signed
        self._text, self._fault = plain_label(role="muted"), plain_label(role="refusal")
        self._chip = ChipLabel()
        self.show_button = KeyButton(_show_words, kind="link")
        self.show_button.clicked.connect(self.show_print)
        for part in (self._text, self._fault):
            part.setWordWrap(True)
        self._fault.hide()
        foot = QHBoxLayout()
        for widget in (self._chip, self.show_button):
            foot.addWidget(widget)
        foot.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 4)
        box.setSpacing(2)
        box.addWidget(self._text)
        box.addLayout(foot)
        box.addWidget(self._fault)
        self.pages = [self._pages(one) for one in signed if one.withdrawn_at is None]
        for pages in self.pages:
            box.addWidget(pages)
        self.retranslate()

    def retranslate(self) -> None:
        """Everything in the current language."""
        self._text.setText("\n".join((self._printed(), *map(self._home, self._signed))))
        self._chip.show_chip(_chip(self._row))
        self._chip.setVisible(_chip(self._row) is not None)
        self.show_button.shut(self._why_not())

    def words(self) -> str:
        """What is said of the print."""
        chip = _chip(self._row)
        first, *rest = self._text.text().splitlines()
        return "\n".join((f"{first}  ·  {chip.text}" if chip else first, *rest))

    def show_print(self) -> Viewer | None:
        """The very pages that were printed; a fault stands under the line."""
        try:
            content = paper.shown_again(self._workplace, self._row.id)
        except DeskError as fault:
            self._fault.setText(fault_words(fault))
            self._fault.show()
            return None
        viewer = Viewer(_title(self._row), content, MediaType.PDF, self.window())
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewer.open()
        return viewer

    def _why_not(self) -> str:
        """Why its pages are not shown to this clerk (R36)."""
        return reasons_words(personal_data.paper_reasons(self._workplace, self._row.form))

    def _pages(self, signed: SignedRow) -> AttachmentList:
        pages = AttachmentList()
        pages.show_record(AttachmentDeeds(self._workplace, signed_paper.KIND, signed.id))
        return pages

    def _printed(self) -> str:
        row = self._row
        parts = [
            _title(row),
            self._workplace.estate.custom.datetime(row.printed_at),
            row.printed_by,
            label("destination", row.destination),
            label("language", row.language),
        ]
        if row.copies > 1:
            parts.append(_("{count} copies").format(count=row.copies))
        if row.reprint:
            parts.append(_("reprint {count}").format(count=row.reprint))
        return "  ·  ".join(parts)

    def _home(self, signed: SignedRow) -> str:
        custom = self._workplace.estate.custom
        words = (
            _("Home: signed by {who} on {day}")
            if signed.withdrawn_at is None
            else _("Withdrawn: signed by {who} on {day}")
        )
        return words.format(who=signed.signed_by, day=custom.date(signed.signed_on))


def _chip(row: PrintRow) -> Chip | None:
    """How the paper stands; None for one that nobody waits for."""
    if row.home_at is not None:
        return Chip(Tone.DONE, label("paper_standing", "home"))
    if row.outcome == Outcome.FAILED:
        return Chip(Tone.NEUTRAL, label("paper_standing", "failed"))
    if row.let_go_at is not None:
        standing = "replaced" if row.let_go_why == REPRINTED else "let_go"
        return Chip(Tone.NEUTRAL, label("paper_standing", standing))
    return Chip(Tone.DUE, label("paper_standing", "out")) if row.awaited else None


def _title(row: PrintRow) -> str:
    return str(row.content.get("title", "")) or label("form", row.form)


def _title_words() -> str:
    return _("Printed")


def _show_words() -> str:
    return _("Show this print")
