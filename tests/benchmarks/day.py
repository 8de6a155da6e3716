"""The first page: from the wish to the painted day, beside a hundredth of the settled cases."""

from PySide6.QtWidgets import QApplication

from desk.config import DataFolder
from desk.services import today
from desk.services.workplace import Workplace
from desk.ui.today.page import TodayPage
from tests.benchmarks.cases import cases
from tests.benchmarks.sample import Sample
from tests.benchmarks.table import Row
from tests.benchmarks.timing import milliseconds, share
from tests.benchmarks.window import open_window

BUDGET = 100.0
GROWTH = 1.5
ROUNDS = 60
MANY, FEW = 100_000, 1_000


def measure() -> list[Row]:
    """Reading the day anew and painting it, with ten years of cases and with few."""
    figure, least = _painted(cases(MANY)), _painted(cases(FEW))
    counted, few = _counted(cases(MANY)), _counted(cases(FEW))
    note = f"p95 of {ROUNDS}; floor: {FEW:,} settled cases and the same open ones"
    rail = "p95; both counts on the rail"
    return [
        Row(f"Today, {MANY:,} settled cases, painted", figure, "ms", least, GROWTH, BUDGET, note),
        Row("the counts beside it", counted, "ms", few, GROWTH, None, rail),
    ]


def _painted(sample: Sample) -> float:
    with open_window(DataFolder(sample.folder), sample, sample.clock) as window:
        page = window.go("today")
        assert isinstance(page, TodayPage)
        QApplication.processEvents()

        def again() -> None:
            page.reload()
            page.grab()

        again()
        return share([milliseconds(again) for _round in range(ROUNDS)], 0.95)


def _counted(sample: Sample) -> float:
    workplace = sample.open()
    try:
        _count(workplace)
        return share([milliseconds(lambda: _count(workplace)) for _round in range(ROUNDS)], 0.95)
    finally:
        workplace.close()


def _count(workplace: Workplace) -> None:
    today.owed_count(workplace)
    today.complaint_count(workplace)
