"""A field whose value is found by typing: search first, then what was picked in two lines."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.field import Field
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.search_line import SearchLine


class PickedField(Field):
    """The value is a `PICKED` or None: a named tuple of texts, of which `title` and `detail` are
    shown with "Change" beside. A draft keeps the texts, or what was typed to find one.
    """

    PICKED: ClassVar[type[Any]]

    def __init__(self, line: SearchLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Any = None
        self._is_read_only = False
        self.line = line
        self.line.chosen.connect(self._picked)
        self.change_button = KeyButton(_change_words, kind="quiet")
        self.change_button.clicked.connect(self.search_again)
        self._name, self._detail = plain_label(role="number"), plain_label(role="muted")
        self._detail.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        box.addWidget(self._make_card())
        self._adopt(self.line)
        self.retranslate()
        self._show()

    def value(self) -> Any:
        """What was picked."""
        return self._held

    def set_value(self, value: Any) -> None:
        """Show what was picked; None asks for it."""
        self._held = value if isinstance(value, self.PICKED) else None
        self.line.clear()
        self._show()

    def draft(self) -> list[str] | str:
        """What was picked, or what was typed to find it."""
        return list(self._held) if self._held else self.line.text()

    def restore(self, draft: Any) -> None:
        """What was picked, or what was typed."""
        if isinstance(draft, list) and len(draft) == len(self.PICKED._fields):
            self.set_value(self.PICKED(*map(str, draft)))
        else:
            self.set_value(None)
            self.line.setText(str(draft or ""))

    def problem(self) -> str | None:
        """Something was typed to find one, and nothing was picked."""
        if self._held is None and self.line.text().strip():
            return _("Choose one of what was found, or empty the line.")
        return None

    def set_read_only(self, read_only: bool) -> None:
        """What was picked stays, without "Change"."""
        self._is_read_only = read_only
        self._show()

    def search_again(self) -> None:
        """Look for another one."""
        self.set_value(None)
        self.changed.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, found: Any) -> None:
        """Something was chosen among what was found."""
        raise NotImplementedError

    def _make_card(self) -> QWidget:
        self._card = QWidget()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        row = QHBoxLayout(self._card)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.change_button)
        return self._card

    def _show(self) -> None:
        picked = self._held
        self._name.setText(picked.title if picked else "")
        self._detail.setText(picked.detail if picked else "")
        self._detail.setVisible(bool(picked and picked.detail))
        self._card.setVisible(picked is not None)
        self.line.setVisible(picked is None and not self._is_read_only)
        self.change_button.setVisible(not self._is_read_only)
        self._adopt(self.change_button if picked else self.line)


def _change_words() -> str:
    return _("Change")
