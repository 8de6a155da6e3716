"""Long work: answers come in the window's thread, faults too, and it stops when asked."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.ui.kit.tasks import Progress, Tasks, tasks_of


def test_the_answer_comes_in_the_windows_thread(qtbot: QtBot) -> None:
    tasks = Tasks()
    here: list[object] = []
    worked_in: list[object] = []

    def work(progress: Progress) -> int:
        worked_in.append(threading.current_thread())
        progress.step(1, 2, "half")
        return 42

    def done(answer: int) -> None:
        here.append((answer, threading.current_thread()))

    task = tasks.run(work, done=done)
    with qtbot.waitSignal(task.ended):
        pass
    assert here == [(42, threading.main_thread())]
    assert worked_in[0] is not threading.main_thread()
    assert not tasks.is_busy()


def test_progress_is_told_in_steps(qtbot: QtBot) -> None:
    tasks = Tasks()
    steps: list[tuple[int, int, str]] = []

    def advanced(done: int, total: int, words: str) -> None:
        assert threading.current_thread() is threading.main_thread()
        steps.append((done, total, words))

    def work(progress: Progress) -> None:
        for number in range(3):
            progress.step(number, 3, "rows")

    task = tasks.run(work, advanced=advanced)
    with qtbot.waitSignal(task.ended):
        pass
    assert steps == [(number, 3, "rows") for number in range(3)]


def test_a_fault_is_delivered_and_not_lost(qtbot: QtBot) -> None:
    tasks = Tasks()
    faults: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise ValueError("broken")

    task = tasks.run(work, failed=faults.append)
    with qtbot.waitSignal(task.ended):
        pass
    assert [str(fault) for fault in faults] == ["broken"]


def test_cancelled_work_stops_at_its_next_step(qtbot: QtBot) -> None:
    tasks = Tasks()
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.check()
            QThread.msleep(1)

    task = tasks.run(work)
    begun.wait(5)
    with qtbot.waitSignals([task.cancelled, task.ended]):
        task.cancel()


def test_closing_ends_all_work(qtbot: QtBot) -> None:
    tasks = Tasks()
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.check()
            QThread.msleep(1)

    first, second = tasks.run(work), tasks.run(work)
    begun.wait(5)
    assert tasks.is_busy()
    assert tasks.close()
    with qtbot.waitSignal(tasks.busy_changed):
        pass
    assert first.is_cancelled()
    assert second.is_cancelled()


def test_work_whose_window_goes_is_asked_to_stop_and_outlives_it(qtbot: QtBot) -> None:
    window = QWidget()
    tasks = tasks_of(window)
    begun = threading.Event()
    answers: list[object] = []

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.check()
            QThread.msleep(1)

    task = tasks.run(work, done=answers.append)
    begun.wait(5)
    with qtbot.waitSignal(task.ended):
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert answers == []


def test_a_window_has_one_place_for_its_long_works(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    part = QWidget(window)
    assert tasks_of(part) is tasks_of(window)


@pytest.mark.parametrize("answer", [None, "", 0, object()])
def test_any_answer_is_delivered_as_it_is(qtbot: QtBot, answer: object) -> None:
    tasks = Tasks()
    got: list[object] = []

    def work(_progress: Progress) -> object:
        return answer

    task = tasks.run(work, done=got.append)
    with qtbot.waitSignal(task.ended):
        pass
    assert got == [answer]
