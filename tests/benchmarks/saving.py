"""From "save" to a durable commit, beside one bare insert into the same table of the same file."""

import time
from typing import Any

from desk.domain.reception import ReceptionEntry
from desk.models.storage import connect
from desk.services import reception
from desk.services.workplace import Workplace
from tests.benchmarks.sample import Sample
from tests.benchmarks.table import Row
from tests.benchmarks.timing import milliseconds, share

BUDGET = 3.0
ROUNDS = 300


def measure(large: Sample) -> list[Row]:
    """Both by turns, so that a slow moment of the disk falls on both."""
    workplace = large.open()
    bare = _Bare(workplace)
    caller = bare.caller()
    ours, floor = [], []
    for _round in range(ROUNDS):
        floor.append(milliseconds(bare.insert))
        ours.append(milliseconds(lambda: _save(workplace, caller)))
    bare.close()
    workplace.close()
    figure, least = share(ours, 0.5), share(floor, 0.5)
    note = (
        f"median of {ROUNDS}; p95 {share(ours, 0.95):.2f} ms; history, number and tokens included"
    )
    return [Row("save a reception, durable", figure, "ms", least, BUDGET, None, note)]


def _save(workplace: Workplace, caller: tuple[int, int]) -> None:
    unit_id, resident_id = caller
    entry = ReceptionEntry(
        happened_at=workplace.now(),
        unit_id=unit_id,
        resident_id=resident_id,
        request="廚房天花漏水，想查詢維修安排",
    )
    reception.register(workplace, entry)


class _Bare:
    """The floor: the same row again, by the driver alone, with the same pragmas."""

    def __init__(self, workplace: Workplace) -> None:
        self._connection = connect(workplace.storage.path, workplace.key)
        newest = "SELECT * FROM reception ORDER BY id DESC LIMIT 1"
        cursor = self._connection.execute(newest)
        self._row: list[Any] = list(cursor.fetchone())
        names = [column[0] for column in cursor.description]
        self._id, self._number = names.index("id"), names.index("number")
        places = ", ".join("?" * len(names))
        self._insert = f"INSERT INTO reception ({', '.join(names)}) VALUES ({places})"

    def caller(self) -> tuple[int, int]:
        """A resident's unit and id."""
        row = self._connection.execute("SELECT unit_id, id FROM resident LIMIT 1").fetchone()
        return int(row[0]), int(row[1])

    def insert(self) -> None:
        """One durable insert."""
        self._row[self._id], self._row[self._number] = None, f"X{time.time_ns()}"
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(self._insert, self._row)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Take the copies away again."""
        self._connection.execute("DELETE FROM reception WHERE number LIKE 'X%'")
        self._connection.close()
