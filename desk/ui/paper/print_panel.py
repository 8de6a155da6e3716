"""The deeds beside a preview: how the paper is wanted, print, save, and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.config import Profile
from desk.i18n import _, ngettext
from desk.services.paper import Asked, Sheet
from desk.ui.kit.field import restyle
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.paper.came_out import CameOut
from desk.ui.paper.wishes import PrintWishes

_WIDTH = 304
_SIDE = 20


class PrintPanel(Spoken, QFrame):
    """Collects what is wanted and tells it; the preview does it.

    After sending it asks whether the sheet came out, because sent is not yet printed.
    """

    print_wanted = Signal()
    save_wanted = Signal()
    came_out = Signal(bool)

    def __init__(self, form: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setFixedWidth(_WIDTH)
        self._sheet: Sheet | None = None
        self.wishes = PrintWishes(form, _WIDTH - 2 * _SIDE)
        self.language, self.copies = self.wishes.language, self.wishes.copies
        self.paper, self.tray = self.wishes.paper, self.wishes.tray
        self.printer = self.wishes.printer
        self.print_button = KeyButton(_print_words, key="Ctrl+P", kind="primary", sign="print")
        self.save_button = KeyButton(_save_words, key="Ctrl+S", sign="document")
        self.question = CameOut()
        self.yes_button, self.no_button = self.question.yes_button, self.question.no_button
        self._reprint = plain_label(role="muted")
        self._why_shut = plain_label(role="muted")
        self._message = plain_label(role="refusal")
        self._lay_out()
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.question.answered.connect(self.came_out)
        self.retranslate()

    def retranslate(self) -> None:
        """Words that are not a part's own."""
        self.show_sheet(self._sheet)

    def minimumSizeHint(self) -> QSize:
        """As high as its sentences are at this width: they are scrolled to, never cut."""
        layout = self.layout()
        wanted = layout.totalHeightForWidth(_WIDTH) if layout is not None else 0
        return QSize(_WIDTH, max(wanted, super().minimumSizeHint().height()))

    # What the preview tells

    def show_printers(self, names: Sequence[str], chosen: str) -> None:
        """The printers that are there; `chosen` stands first when it is one of them."""
        self.wishes.show_printers(names, chosen)
        self._shut_without_printer()

    def show_profile(self, profile: Profile) -> None:
        """How the chosen printer usually prints this form."""
        self.wishes.show_profile(profile)

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

    def asked(self) -> Asked:
        """How the sheet is wanted."""
        return self.wishes.asked()

    def say(self, words: str, *, refused: bool = False) -> None:
        """What came of the last deed; "" takes it back."""
        restyle(self._message, "role", "refusal" if refused else "muted")
        self._message.setText(words)
        self._message.setVisible(bool(words))

    def message(self) -> str:
        """What stands under the buttons."""
        return self._message.text()

    def ask_whether_it_came_out(self, printer: str) -> None:
        """Ask at the foot; everything else goes on."""
        self.question.ask(printer)

    def is_asking(self) -> bool:
        """Whether the question stands."""
        return self.question.is_asking()

    # Parts

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(_SIDE, _SIDE - 8, _SIDE, _SIDE - 8)
        box.setSpacing(10)
        box.addWidget(WordLabel(_heading_words, "heading"))
        box.addWidget(self.wishes)
        for note in (self._reprint, self._why_shut, self._message):
            note.setWordWrap(True)
        box.addWidget(self._reprint)
        box.addWidget(self._why_shut)
        box.addWidget(self.print_button)
        box.addWidget(self.save_button)
        box.addWidget(self._message)
        box.addWidget(self.question)
        box.addStretch()
        self._message.hide()

    def _shut_without_printer(self) -> None:
        why = _("No printer is set up on this PC. Save the sheet as a PDF.")
        if self.wishes.has_printers():
            why = ""
        if self._sheet is None:
            why = _("There is nothing to print.")
        self.print_button.shut(why)
        self._why_shut.setText(why)
        self._why_shut.setVisible(bool(why))


def _heading_words() -> str:
    return _("Print")


def _print_words() -> str:
    return _("Print")


def _save_words() -> str:
    return _("Save as PDF")
