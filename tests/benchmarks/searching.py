"""From key press to painted results in the one search box."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.clock import SystemClock
from desk.config import DataFolder
from desk.services.workplace import Workplace
from desk.ui.shell.main_window import MainWindow
from tests.benchmarks.sample import Sample
from tests.benchmarks.table import Row
from tests.benchmarks.timing import milliseconds, share
from tests.benchmarks.window import open_window

BUDGET = 16.7
GROWTH = 1.5
ROUNDS = 3
FIXED = (
    "漏水",
    "停車 投訴",
    "電梯 夾人 2座",
    "c",
    "zdh",
    "clm 12",
    "1座 12樓 b",
    "3座8c",
    "海棠閣",
    "歐陽",
    "chen",
    "垃圾房異味",
    "泳池 w",
    "龘",
    "不存在的字眼",
)


def measure(large: Sample, small: Sample) -> list[Row]:
    """Every key press of some thirty searches as a clerk would type them."""
    slow, quick = _presses(large), _presses(small)
    note = f"p95 of {len(slow)} key presses; median {share(slow, 0.5):.2f} ms"
    figure, least = share(slow, 0.95), share(quick, 0.95)
    grown = "p95 with ten times the rows"
    return [
        Row("key press to painted results", figure, "ms", None, None, BUDGET, note),
        Row("the same, beside a tenth of the rows", figure, "ms", least, GROWTH, None, grown),
    ]


def _presses(sample: Sample) -> list[float]:
    with open_window(DataFolder(sample.folder), sample, SystemClock()) as window:
        workplace = sample.open()
        queries = (*FIXED, *_of_the_estate(workplace))
        workplace.close()
        _typed(window, "w")
        return [
            time for _round in range(ROUNDS) for query in queries for time in _typed(window, query)
        ]


def _typed(window: MainWindow, query: str) -> list[float]:
    line = window.bar.search
    line.clear()
    line.setFocus()
    QApplication.processEvents()
    return [milliseconds(lambda key=key: _press(line, key)) for key in query]  # type: ignore[misc]


def _press(line: object, key: str) -> None:
    if key.isascii():
        QTest.keyClick(line, key, Qt.KeyboardModifier.NoModifier)  # type: ignore[call-overload]
    else:
        line.insert(key)  # type: ignore[attr-defined]
        line.textEdited.emit(line.text())  # type: ignore[attr-defined]
    QApplication.processEvents()


def _of_the_estate(workplace: Workplace) -> list[str]:
    """Names, rooms, phone tails and numbers that are there."""
    with workplace.reading() as reader:
        people = reader.exec_driver_sql(
            "SELECT resident.name, unit.label, substr(phone.digits, -4) FROM resident"
            " JOIN unit ON unit.id = resident.unit_id JOIN phone ON phone.resident_id = resident.id"
            " WHERE resident.id % 397 = 0 LIMIT 5"
        ).all()
        number = reader.exec_driver_sql("SELECT number FROM reception WHERE id = 777").scalar()
    words = [word for name, room, tail in people for word in (name, f"{name[0]} {room}", tail)]
    return [*words, str(number)]
