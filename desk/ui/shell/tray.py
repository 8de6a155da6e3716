"""Forms that wait at the side while another resident is served."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel
from desk.ui.kit.record_form import RecordForm
from desk.ui.shell.registers import Draft

_MOST_VISIBLE = 6


class Waiting:
    """One waiting form: the living widget, or the draft of an earlier run."""

    def __init__(
        self, register: str, since: dt.datetime, form: RecordForm | None, draft: Draft | None
    ) -> None:
        self.register, self.since, self.form, self._draft = register, since, form, draft

    def title(self) -> str:
        """What it is about."""
        if self.form is not None:
            return self.form.heading()
        return self._draft.title if self._draft else ""

    def draft(self) -> Draft:
        """What has to be kept of it."""
        if self.form is None:
            assert self._draft is not None
            return self._draft
        form = self.form
        return Draft(
            form.draft_key, self.register, form.subject(), form.heading(), self.since, form.draft()
        )


class Tray(QWidget):
    """The waiting forms, oldest first. `resumed` carries the one to go on with."""

    resumed = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Waiting] = []
        self._is_slim = False
        self._buttons: list[KeyButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 16, 8, 0)
        self._box.setSpacing(2)
        self._head = WordLabel(_head_words, "small")
        self._head.setContentsMargins(10, 0, 0, 2)
        self._box.addWidget(self._head)
        self.hide()

    def add(self, waiting: Waiting) -> None:
        """Let one more wait."""
        if waiting.form is not None:
            waiting.form.setParent(self)
            waiting.form.hide()
        self._waiting.append(waiting)
        self._show()
        self.changed.emit()

    def set_slim(self, slim: bool) -> None:
        """Where the rail is slim, only the signs."""
        self._is_slim = slim
        self._head.setVisible(not slim)
        self._box.setContentsMargins(4 if slim else 8, 16, 4 if slim else 8, 0)
        self._show()

    def take(self, waiting: Waiting) -> None:
        """It waits no longer."""
        self._waiting.remove(waiting)
        self._show()
        self.changed.emit()

    def waiting(self) -> list[Waiting]:
        """All that wait, oldest first."""
        return list(self._waiting)

    def buttons(self) -> list[KeyButton]:
        """What the clerk sees, oldest first."""
        return list(self._buttons)

    def _show(self) -> None:
        for button in self._buttons:
            self._box.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._make(waiting) for waiting in self._waiting[-_MOST_VISIBLE:]]
        self.setVisible(bool(self._waiting))

    def _make(self, waiting: Waiting) -> KeyButton:
        button = KeyButton(
            waiting.title, kind="aside", sign="park", icon_only=self._is_slim, parent=self
        )
        button.setProperty("waiting", waiting)
        button.clicked.connect(self._clicked)
        self._box.addWidget(button)
        return button

    def _clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.resumed.emit(sender.property("waiting"))


def _head_words() -> str:
    return _("Waiting")
