"""The deeds beside a preview: language, printer, copies, print, save, and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.i18n import _, ngettext
from desk.services.paper import LANGUAGES, Sheet
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.field import Field
from desk.ui.kit.field_grid import FieldCell
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.retranslate import Spoken
from desk.wording import label

_WIDTH = 312
_MOST_COPIES = 9


class PrintPanel(Spoken, QFrame):
    """Collects what is wanted and tells it; the preview does it.

    After sending it asks whether the sheet came out, because sent is not yet printed.
    """

    language_chosen = Signal(str)
    print_wanted = Signal()
    save_wanted = Signal()
    came_out = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setFixedWidth(_WIDTH)
        self._names: list[str] = []
        self._sheet: Sheet | None = None
        self._cells: dict[Field, FieldCell] = {}
        self.language = SegmentField(_language_choices)
        self.printer = ChoiceField(self._printer_choices)
        self.copies = ChoiceField(_copy_choices)
        self.copies.set_value("1")
        self.print_button = KeyButton(_print_words, key="Ctrl+P", kind="primary", sign="print")
        self.save_button = KeyButton(_save_words, key="Ctrl+S", sign="document")
        self._reprint = plain_label(role="muted")
        self._why_shut = plain_label(role="muted")
        self._message = plain_label(role="refusal")
        self._lay_out()
        self.language.changed.connect(self._language_changed)
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Words that are not a part's own."""
        self.show_sheet(self._sheet)
        self._shut_without_printer()

    # What the preview tells

    def show_printers(self, names: Sequence[str], chosen: str) -> None:
        """The printers that are there; `chosen` stands first when it is one of them."""
        self._names = list(names)
        self.printer.retranslate()
        fallback = self._names[0] if self._names else None
        self.printer.set_value(chosen if chosen in self._names else fallback)
        self._shut_without_printer()

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Whether this print is a repetition; without a sheet nothing can be printed."""
        self._sheet = sheet
        count = sheet.reprint if sheet else 0
        words = ngettext(
            "Printed {count} time before. This print carries the mark of a reprint.",
            "Printed {count} times before. This print carries the mark of a reprint.",
            count,
        ).format(count=count)
        self._reprint.setText(words if count else "")
        self._reprint.setVisible(bool(count))
        self.save_button.shut("" if sheet else _("There is nothing to print."))
        self._shut_without_printer()

    def chosen_language(self) -> str:
        """The language of the paper."""
        return self.language.value() or LANGUAGES[0]

    def chosen_copies(self) -> int:
        """How many are wanted."""
        return int(self.copies.value() or 1)

    def say(self, words: str, *, refused: bool = False) -> None:
        """What came of the last deed; "" takes it back."""
        self._message.setProperty("role", "refusal" if refused else "muted")
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def message(self) -> str:
        """What stands under the buttons."""
        return self._message.text()

    def ask_whether_it_came_out(self, printer: str) -> None:
        """Nothing else is done before the clerk has looked at the printer."""
        self._asked.setText(_("Sent to {printer}. Has the sheet come out?").format(printer=printer))
        self._question.show()
        for part in (self.language, self.printer, self.copies, self.print_button, self.save_button):
            part.setEnabled(False)
        self.yes_button.setFocus()

    def is_asking(self) -> bool:
        """Whether an answer is still owed."""
        return not self._question.isHidden()

    # Parts

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(16)
        box.addWidget(WordLabel(_heading_words, "heading"))
        self.printer.combo.setMinimumWidth(_WIDTH - 48)
        for words, field in (
            (_language_words, self.language),
            (_printer_words, self.printer),
            (_copies_words, self.copies),
        ):
            cell = self._cells[field] = FieldCell(words, field)
            cell.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            box.addWidget(cell)
        for note in (self._reprint, self._why_shut, self._message):
            note.setWordWrap(True)
        box.addWidget(self._reprint)
        box.addWidget(self._why_shut)
        box.addWidget(self.print_button)
        box.addWidget(self.save_button)
        box.addWidget(self._message)
        box.addWidget(self._make_question())
        box.addStretch()
        self._message.hide()

    def _make_question(self) -> QWidget:
        self._question = QWidget()
        box = QVBoxLayout(self._question)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(rule())
        self._asked = plain_label()
        self._asked.setWordWrap(True)
        box.addWidget(self._asked)
        row = QHBoxLayout()
        self.yes_button = KeyButton(_yes_words, kind="primary", sign="check")
        self.no_button = KeyButton(_no_words)
        self.yes_button.clicked.connect(self._said_yes)
        self.no_button.clicked.connect(self._said_no)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)
        row.addStretch()
        box.addLayout(row)
        self._question.hide()
        return self._question

    def _said_yes(self) -> None:
        self._answered(yes=True)

    def _said_no(self) -> None:
        self._answered(yes=False)

    def _answered(self, *, yes: bool) -> None:
        self._question.hide()
        for part in (self.language, self.printer, self.copies, self.print_button, self.save_button):
            part.setEnabled(True)
        self._shut_without_printer()
        self.came_out.emit(yes)

    def _language_changed(self) -> None:
        self.language_chosen.emit(self.chosen_language())

    def _printer_choices(self) -> list[Choice]:
        return [Choice(name, name) for name in self._names]

    def _shut_without_printer(self) -> None:
        if self.is_asking():
            return
        why = "" if self._names else _("No printer is set up on this PC. Save the sheet as a PDF.")
        if self._sheet is None:
            why = _("There is nothing to print.")
        self.print_button.shut(why)
        self._why_shut.setText(why)
        self._why_shut.setVisible(bool(why))
        for field in (self.printer, self.copies):
            self._cells[field].setVisible(bool(self._names))


def _language_choices() -> list[Choice]:
    return [Choice(code, label("language", code)) for code in LANGUAGES]


def _copy_choices() -> list[Choice]:
    return [Choice(str(count), str(count)) for count in range(1, _MOST_COPIES + 1)]


def _heading_words() -> str:
    return _("Print")


def _language_words() -> str:
    return _("Language of the paper")


def _printer_words() -> str:
    return _("Printer")


def _copies_words() -> str:
    return _("Copies")


def _print_words() -> str:
    return _("Print")


def _save_words() -> str:
    return _("Save as PDF")


def _yes_words() -> str:
    return _("It came out")


def _no_words() -> str:
    return _("It did not")
