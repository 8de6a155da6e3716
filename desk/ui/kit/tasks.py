"""The one door for background work: the only file with threads.

`Tasks.run(work, done=…, failed=…)` calls `work(progress)` in a thread of its own; the answers
come back in the window's thread. The work reports through its `Progress` and is asked there to
stop; it is never killed.
"""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal
from PySide6.QtWidgets import QWidget


class Cancelled(Exception):
    """The clerk cancelled; the work raises it from `Progress.step` and may clean up."""


class Progress:
    """What the work sees of its task."""

    def __init__(self, task: "Task") -> None:
        self._task = task

    def step(self, done: int, total: int, words: str = "") -> None:
        """Say how far the work is; raises `Cancelled` when it should stop."""
        self.check()
        self._task.tell_step(done, total, words)

    def check(self) -> None:
        """Raise `Cancelled` when the work should stop."""
        if self._task.is_cancelled():
            raise Cancelled


Work = Callable[[Progress], Any]


class Task(QObject):
    """One piece of long work. The signals arrive in the window's thread, exactly one of
    `done`, `failed` and `cancelled` at the end."""

    advanced = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    _over = Signal(str, object)
    _stepped = Signal(int, int, str)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._thread = _Worker(self, work)
        self._over.connect(self._deliver)
        self._stepped.connect(self._advance)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait for the thread's end; used when the program closes."""
        return self._thread.wait(milliseconds)

    def end(self) -> None:
        """Ask the work to stop and wait for it, because the program ends."""
        self.cancel()
        self.wait()

    def tell_step(self, done: int, total: int, words: str) -> None:
        """Called in the thread: hand a step to the window's thread."""
        self._stepped.emit(done, total, words)

    def report(self, how: str, answer: object) -> None:
        """Called in the thread: hand the answer to the window's thread."""
        self._over.emit(how, answer)

    def _advance(self, done: int, total: int, words: str) -> None:
        self.advanced.emit(done, total, words)

    def _deliver(self, how: str, answer: object) -> None:
        self._thread.wait()
        if how == "done":
            self.done.emit(answer)
        elif how == "failed":
            self.failed.emit(answer)
        else:
            self.cancelled.emit()
        self.ended.emit()
        self.deleteLater()


class _Worker(QThread):
    def __init__(self, task: Task, work: Work) -> None:
        super().__init__(task)
        self._task, self._work = task, work

    def run(self) -> None:
        """Do the work; whatever it raises is delivered, not lost."""
        try:
            answer = self._work(Progress(self._task))
        except Cancelled:
            self._task.report("cancelled", None)
        except Exception as error:
            self._task.report("failed", error)
        else:
            self._task.report("done", answer)


class Tasks(QObject):
    """The long works of one window. `close()` ends them cleanly.

    A work whose window goes without that is asked to stop and outlives it until it does: a thread
    must not be freed while it runs.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Task] = []

    def run(
        self,
        work: Work,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        advanced: Callable[[int, int, str], None] | None = None,
    ) -> Task:
        """Start the work; the answers come in the window's thread."""
        program = QCoreApplication.instance()
        task = Task(work, program)
        self.destroyed.connect(task.cancel)
        if program is not None:
            program.aboutToQuit.connect(task.end)
        if done is not None:
            task.done.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        if advanced is not None:
            task.advanced.connect(advanced)
        task.ended.connect(self._task_ended)
        self._running.append(task)
        self.busy_changed.emit(True)
        task.start()
        return task

    def is_busy(self) -> bool:
        """Whether any work is going on."""
        return bool(self._running)

    def close(self) -> bool:
        """Ask all works to stop and wait for them; False if one did not stop in time."""
        for task in self._running:
            task.cancel()
        stopped = [task.wait() for task in self._running]
        return all(stopped)

    def _task_ended(self) -> None:
        task = self.sender()
        self._running = [other for other in self._running if other is not task]
        self.busy_changed.emit(self.is_busy())


def tasks_of(widget: QWidget) -> Tasks:
    """The long works of the window a widget is in; a window that has none yet gets its own."""
    window = widget.window()
    return window.findChild(Tasks) or Tasks(window)
