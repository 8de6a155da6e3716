"""The one question after sending: has it come out? It waits quietly; it can be answered later."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.flow import Flow
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.retranslate import Spoken


class CameOut(Spoken, QWidget):
    """`answered` carries whether the sheet came out."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printer = ""
        self._asked, self._later = plain_label(), plain_label(role="small")
        self.yes_button = KeyButton(yes_words, key="Alt+Y", kind="primary", sign="check")
        self.no_button = KeyButton(no_words, key="Alt+N")
        self.yes_button.clicked.connect(self._said_yes)
        self.no_button.clicked.connect(self._said_no)
        self._lay_out()
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """The question in the current language."""
        asked = _("Sent to {printer}. Has the sheet come out?")
        self._asked.setText(asked.format(printer=self._printer))
        self._later.setText(_("You can also answer later, at the foot of the window."))

    def ask(self, printer: str) -> None:
        """Ask; whoever does not know yet goes on."""
        self._printer = printer
        self.retranslate()
        self.show()
        self.yes_button.setFocus()

    def is_asking(self) -> bool:
        """Whether the question stands."""
        return not self.isHidden()

    def take_back(self) -> None:
        """Ask no more here; the question stays open elsewhere."""
        self.hide()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for words in (self._asked, self._later):
            words.setWordWrap(True)
        buttons = QWidget()
        row = Flow(buttons)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)
        box.addWidget(rule())
        box.addWidget(self._asked)
        box.addWidget(buttons)
        box.addWidget(self._later)

    def _said_yes(self) -> None:
        self.hide()
        self.answered.emit(True)

    def _said_no(self) -> None:
        self.hide()
        self.answered.emit(False)


def yes_words() -> str:
    """It lies in the tray."""
    return _("It came out")


def no_words() -> str:
    """It does not."""
    return _("It did not")
