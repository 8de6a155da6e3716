"""The recovery code: shown once, printed or saved, and confirmed before the desk opens."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.errors import DeskError
from desk.i18n import _
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.file_choice import choose_to_save
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.line_field import LineField
from desk.ui.kit.notify import fault_words, say
from desk.ui.kit.retranslate import Words
from desk.ui.shell.step import Step

_TAIL = 4


class CodeDeeds(Protocol):
    """How a code gets onto paper; each raises a DeskError that says what to do."""

    def print_code(self, code: str) -> None:
        """Print it."""

    def save_code(self, code: str, path: Path) -> None:
        """Write it to a file of the clerk's choice."""


class CodeStep(Step):
    """`confirmed` is told once the last characters of the code were typed from the paper.

    `done` stands on the last button: what confirming leads to.
    """

    confirmed = Signal()

    def __init__(
        self, deeds: CodeDeeds, parent: QWidget | None = None, *, done: Words | None = None
    ) -> None:
        super().__init__(_title_words, _note_words, parent)
        self._deeds, self._code = deeds, ""
        self._shown = plain_label(role="code")
        self._shown.setWordWrap(True)
        self._shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.add(self._shown)
        self.add(self._make_ways())
        self.fields = FieldSet()
        self.fields.add("tail", LineField(20), _tail_words)
        self.fields.walked_through.connect(self.confirm)
        self.add(self.fields)
        self.go_button = KeyButton(done or _open_words, kind="primary")
        self.go_button.clicked.connect(self.confirm)
        self.finish([self.go_button])

    def show_code(self, code: str) -> None:
        """Show the code of the folder that was just set up."""
        self._code = code
        self._shown.setText(code)
        self._shown.setAccessibleName(code)
        self.fields.setFocus()

    def forget(self) -> None:
        """Let go of a code that is kept elsewhere."""
        self._code = ""
        self._shown.clear()
        self._shown.setAccessibleName("")
        self.fields.field("tail").set_value("")

    def confirm(self) -> None:
        """Compare what was typed with the code's last characters."""
        self.fields.clear_refusals()
        if plain(self.fields.field("tail").value()) != plain(self._code)[-_TAIL:]:
            self.fields.cell("tail").refuse(
                _("These are not the last {count} characters of the code.").format(count=_TAIL)
            )
            return
        self.confirmed.emit()

    def print_code(self) -> None:
        """Print it."""
        self._try_to_print()

    def save_code(self) -> None:
        """Write it to a file of the clerk's choice."""
        path = choose_to_save(self, _("Save the recovery code"), _("recovery code") + ".txt")
        if path is None:
            return
        try:
            self._deeds.save_code(self._code, path)
        except DeskError as fault:
            self.say(fault_words(fault))
        else:
            say(self, _("Saved"))

    def _try_to_print(self) -> None:
        try:
            self._deeds.print_code(self._code)
        except DeskError as fault:
            self.say(fault_words(fault))

    def _make_ways(self) -> QWidget:
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.print_button = KeyButton(_print_words, key="Ctrl+P", sign="print")
        self.print_button.clicked.connect(self.print_code)
        self.save_button = KeyButton(_save_words, key="F8", sign="save")
        self.save_button.clicked.connect(self.save_code)
        for button in (self.print_button, self.save_button):
            row.addWidget(button)
        row.addStretch()
        return ways


def plain(code: str) -> str:
    """A code without what only groups it."""
    return "".join(char for char in code.upper() if char.isalnum())


def _title_words() -> str:
    return _("Keep this recovery code")


def _note_words() -> str:
    return _(
        "It is the only way in when every password is lost. Print it and lock it away; it is"
        " shown only now."
    )


def _tail_words() -> str:
    return _("Type the last {count} characters from your paper").format(count=_TAIL)


def _open_words() -> str:
    return _("Open the desk")


def _print_words() -> str:
    return _("Print")


def _save_words() -> str:
    return _("Save as file")
