"""套打: the fields of a form are put on the picture of the stock, by mouse, by key, by number."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.config import Profile
from desk.domain.paper import usual_paper
from desk.domain.print_stock import StockEntry
from desk.errors import DeskError, RuleRefused
from desk.i18n import _
from desk.services.print_stock import StockRow, entry_of
from desk.ui.kit.choice_field import Choice, ChoiceField
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.file_choice import choose_to_open
from desk.ui.kit.fit import fit
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.line_field import LineField
from desk.ui.kit.notify import ask, fault_words
from desk.ui.kit.retranslate import Spoken
from desk.ui.paper.deeds import PaperDeeds
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.printer import Printers
from desk.ui.paper.stock_canvas import StockCanvas
from desk.ui.paper.stock_draft import StockDraft, samples_of
from desk.ui.paper.stock_ground import ground_of
from desk.ui.paper.stock_side import StockSide
from desk.ui.paper.wishes import paper_choices, paper_words

_SIZE = (1180, 700)
_SIDE, _NARROW = 504, 296
_NAME = 80


class StockEditor(Spoken, QDialog):
    """`kept` carries the stock as it then stands; a new one where `row` is None.

    `content` is a record's own values, shown in the fields while they are placed. `printer` and
    `profile` are what a test goes through.
    """

    kept = Signal(object)

    def __init__(  # noqa: PLR0913 - all but the first three are named
        self,
        deeds: PaperDeeds,
        printers: Printers,
        form: str,
        *,
        row: StockRow | None = None,
        content: Mapping[str, Any] | None = None,
        printer: str = "",
        profile: Profile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deeds, self._printers, self._form, self._row = deeds, printers, form, row
        self._printer, self._profile = printer, profile or Profile()
        self._picture: Path | None = None
        entry = StockEntry("", usual_paper(form)) if row is None else entry_of(row)
        self.draft = StockDraft(entry.fields, samples_of(content or {}))
        self.canvas = StockCanvas(self.draft)
        self.side = StockSide(self.draft, deeds.stock_names(form))
        self.head = FieldSet()
        self.head.add("name", LineField(_NAME), _name_words, required=True, span=1)
        self.head.add("paper", ChoiceField(self._papers), paper_words, span=1)
        self.picture_button = KeyButton(_picture_words, sign="picture")
        self.test_button = KeyButton(_test_words, key="Ctrl+P", sign="print")
        self.save_button = KeyButton(_save_words, key="F8", kind="primary", sign="check")
        self.retire_button = KeyButton(_retire_words, kind="quiet")
        self.cancel_button = KeyButton(_cancel_words, key="Esc", kind="quiet")
        self._message = plain_label(role="refusal")
        self._lay_out()
        self._connect()
        fit(self, *_SIZE)
        self._is_dirty = False
        self._show_entry(entry)
        self.retranslate()

    def retranslate(self) -> None:
        """The window's title; parts look after themselves."""
        self.setWindowTitle(_title_words())

    def entry(self) -> StockEntry:
        """The stock as it stands in the window."""
        name, paper = (self.head.field(key).value() for key in ("name", "paper"))
        return StockEntry(name, paper or usual_paper(self._form), self.draft.fields())

    def message(self) -> str:
        """What stands over the buttons."""
        return self._message.text()

    # Deeds

    def save(self) -> bool:
        """Keep it; what is wrong is said, all at once."""
        commit_composing_text()
        if self._is_unread():
            return False
        try:
            row = self._deeds.keep_stock(self._form, self._row, self.entry(), self._picture)
        except DeskError as fault:
            self._refuse(fault)
            return False
        self.kept.emit(row)
        self.accept()
        return True

    def print_test(self) -> None:
        """Every field's name in its place, to be laid on the stock."""
        self._say("")
        if not self._printer or self._is_unread():
            return
        try:
            document = PdfDocument(self._deeds.stock_test_page(self._form, self.entry()))
        except DeskError as fault:
            self._refuse(fault)
            return
        try:
            self._printers.send(document, self._printer, self._profile, title=self.entry().name)
        except DeskError as fault:
            self._refuse(fault)
        else:
            self._say(_("Sent to {printer}.").format(printer=self._printer))
        finally:
            document.close()

    def choose_picture(self) -> None:
        """The scan of an empty form; it is seen here and in the preview, and never printed."""
        path = choose_to_open(self, _picture_words(), "(*.png *.jpg *.jpeg *.pdf)")
        if path is None:
            return
        try:
            ground = ground_of(path.read_bytes())
        except OSError:
            ground = None
        if ground is None:
            self._say(_("This is no picture that can be shown."))
            return
        self._picture, self._is_dirty = path, True
        self.canvas.show_ground(ground)

    def retire(self) -> None:
        """The stock is used up: it is offered no more."""
        if self._row is None or not ask(self, _("Is this stock used up?"), _retire_words()):
            return
        try:
            row = self._deeds.retire_stock(self._row)
        except DeskError as fault:
            self._refuse(fault)
            return
        self.kept.emit(row)
        self.accept()

    def reject(self) -> None:
        """What was placed is not lost unasked."""
        if not self._is_dirty or ask(self, _("Discard what you typed?"), _("Discard")):
            super().reject()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps room for the stock."""
        super().resizeEvent(event)
        self._area.setFixedWidth(max(_NARROW, min(_SIDE, self.width() * 9 // 20)))

    # Parts

    def _lay_out(self) -> None:
        self._message.setWordWrap(True)
        self._message.hide()
        inside = QWidget()
        inside.setProperty("role", "surface")
        side = QVBoxLayout(inside)
        side.setContentsMargins(20, 16, 20, 16)
        side.setSpacing(10)
        for part in (WordLabel(_title_words, "heading"), self.head, self.picture_button):
            side.addWidget(part)
        side.addWidget(self.side)
        side.addStretch()
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        above = QHBoxLayout()
        above.setSpacing(0)
        above.addWidget(self.canvas, 1)
        above.addWidget(rule(upright=True))
        above.addWidget(area)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(above, 1)
        box.addWidget(rule())
        box.addLayout(self._make_foot())

    def _make_foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 10, 20, 12)
        foot.setSpacing(8)
        foot.addWidget(self._message)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.save_button, self.test_button, self.cancel_button):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.retire_button)
        foot.addLayout(buttons)
        return foot

    def _connect(self) -> None:
        for button, deed in (
            (self.save_button, self.save),
            (self.test_button, self.print_test),
            (self.picture_button, self.choose_picture),
            (self.retire_button, self.retire),
            (self.cancel_button, self.reject),
        ):
            button.clicked.connect(deed)
        self.head.field("paper").changed.connect(self._paper_chosen)
        self.head.changed.connect(self._touched)
        self.draft.changed.connect(self._touched)

    def _show_entry(self, entry: StockEntry) -> None:
        self.head.field("name").set_value(entry.name)
        self.head.field("paper").set_value(entry.paper)
        self._paper_chosen()
        if self._row is not None:
            self.canvas.show_ground(ground_of(self._deeds.stock_picture(self._row)))
        self.retire_button.setVisible(self._row is not None)
        self.test_button.shut("" if self._printer else _("No printer is set up on this PC."))
        (self.head if self._row is None else self.canvas).setFocus()

    def _paper_chosen(self) -> None:
        self.canvas.show_paper(self.entry().paper)

    def _touched(self) -> None:
        self._is_dirty = True

    def _is_unread(self) -> bool:
        self._say("")
        self.head.clear_refusals()
        self.side.fields.clear_refusals()
        return bool(self.head.show_problems() + self.side.fields.show_problems())

    def _refuse(self, fault: DeskError) -> None:
        if isinstance(fault, RuleRefused):
            _count, loose = self.head.refuse(fault.reasons)
            self._say("\n".join(loose))
        else:
            self._say(fault_words(fault))

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def _papers(self) -> list[Choice]:
        return paper_choices(self._form)


def _title_words() -> str:
    return _("Pre-printed stock")


def _name_words() -> str:
    return _("Name of the stock")


def _picture_words() -> str:
    return _("Picture of the stock")


def _test_words() -> str:
    return _("Test print")


def _save_words() -> str:
    return _("Save")


def _retire_words() -> str:
    return _("Used up")


def _cancel_words() -> str:
    return _("Cancel")
