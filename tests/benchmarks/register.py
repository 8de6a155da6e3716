"""The first page of the reception register: from the wish to the painted rows."""

from PySide6.QtWidgets import QApplication

from desk.clock import SystemClock
from desk.config import DataFolder
from tests.benchmarks.sample import Sample
from tests.benchmarks.table import Row
from tests.benchmarks.timing import milliseconds, share
from tests.benchmarks.window import open_window

BUDGET = 16.7
ROUNDS = 60


def measure(large: Sample, small: Sample) -> list[Row]:
    """Reading the list again and painting it, with the large and with the small estate."""
    figure, least = _reload(large), _reload(small)
    note = f"p95 of {ROUNDS}; floor: a tenth of the rows"
    return [Row("first page of the register, painted", figure, "ms", least, None, BUDGET, note)]


def _reload(sample: Sample) -> float:
    with open_window(DataFolder(sample.folder), sample, SystemClock()) as window:
        page = window.go("reception")
        QApplication.processEvents()

        def again() -> None:
            page.reload()
            QApplication.processEvents()

        return share([milliseconds(again) for _round in range(ROUNDS)], 0.95)
