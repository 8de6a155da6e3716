"""What stood over the window is off the screen while the desk is locked."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog


class Withdrawn(QObject):
    """A dialog that may go is shut; one that owes or is owed an answer is hidden and comes back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden: list[QDialog] = []

    def withdraw(self) -> None:
        """Take every dialog off the screen."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.reject()
                if window.isVisible():
                    self._hide(window)

    def bring_back(self) -> None:
        """Show again what was hidden and has not ended by itself in the meantime."""
        hidden, self._hidden = self._hidden, []
        for window in hidden:
            window.finished.disconnect(self._forget)
            window.show()

    def _hide(self, window: QDialog) -> None:
        window.finished.connect(self._forget)
        window.hide()
        self._hidden.append(window)

    def _forget(self) -> None:
        ended = self.sender()
        self._hidden = [one for one in self._hidden if one is not ended]
