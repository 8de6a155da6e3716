"""The three languages side by side, each in its own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desk.i18n import LANGUAGES, _, language
from desk.ui.kit.retranslate import Spoken
from desk.wording import label


class LanguageLine(Spoken, QWidget):
    """`wanted` carries the code of the language that was chosen."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for code in LANGUAGES:
            button = QPushButton(label("language", code), self)
            button.setProperty("kind", "quiet")
            button.setProperty("code", code)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(self._clicked)
            self._buttons[code] = button
            box.addWidget(button)
        box.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        """Which one is spoken now."""
        title = _("Language")
        for code, button in self._buttons.items():
            button.setChecked(code == language())
            button.setAccessibleName(f"{title} {button.text()}")

    def button(self, code: str) -> QPushButton:
        """The button of a language."""
        return self._buttons[code]

    def _clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(str(sender.property("code")))
        self.retranslate()
