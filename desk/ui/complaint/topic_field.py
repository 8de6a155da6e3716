"""The topic of a complaint, completed from those that are open: the same matter has one name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from desk.ui.kit.line_field import LineField


class TopicField(LineField):
    """One line; the open topics that hold what is typed drop down under it."""

    def __init__(
        self, limit: int, topics: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(limit, parent=parent)
        self._topics = topics
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.changed)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._renew)
        self._is_fresh = False

    def topics(self) -> list[str]:
        """What it completes from."""
        return self._model.stringList()

    def set_value(self, value: object) -> None:
        """Show a topic; the open ones are read again when somebody types."""
        super().set_value(value)
        self._is_fresh = False

    def _renew(self, _text: str) -> None:
        """Read once, when the first letter is typed."""
        if not self._is_fresh:
            self._is_fresh = True
            self._model.setStringList(list(self._topics()))
