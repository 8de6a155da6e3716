"""Knows when nobody has touched the desk for a while."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_LOOK_EVERY = 5_000


class IdleWatch(QObject):
    """`idle` is told once after that many minutes without a key or a movement.

    It listens to the windows themselves, not to every event of the program, so that it costs
    nothing while a list is painted. 0 minutes never tells.
    """

    idle = Signal()

    def __init__(self, minutes: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit = int(minutes * 60_000)
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self.start()

    def set_minutes(self, minutes: float) -> None:
        """Another limit from now on."""
        self._limit = int(minutes * 60_000)
        self.start()

    def start(self) -> None:
        """Count from now."""
        self._since.start()
        if self._limit:
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Tell if it has been too long."""
        if self._limit and self._since.hasExpired(self._limit):
            self._timer.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch starts the count again."""
        if event.type() in _TOUCHES:
            self._since.start()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
