"""From "save" to a durable commit, beside the bare driver on the same file, same pragmas."""

import time
from collections.abc import Callable
from typing import Any

from desk.domain.reception import ReceptionEntry
from desk.models.storage import connect
from desk.services import reception
from desk.services.workplace import Workplace
from tests.benchmarks.sample import Sample
from tests.benchmarks.table import Row
from tests.benchmarks.timing import milliseconds, share

BUDGET = 3.0
BLOCKS = 12
ROUNDS = 30
WARM_UP = 5
TOKENS = " ".join(f"measured{number}" for number in range(80))


def measure(large: Sample) -> list[Row]:
    """All by turns, in blocks: a slow moment of the disk falls on all, and each finds its own
    pages warm, as the only writer of a desk does."""
    workplace = large.open()
    bare = _Bare(workplace)
    caller = bare.caller()
    ours, one_row, all_rows = [], [], []
    for _block in range(BLOCKS):
        one_row += _block_of(bare.insert)
        all_rows += _block_of(bare.insert_all)
        ours += _block_of(lambda: _save(workplace, caller))
    bare.close()
    workplace.close()
    figure, many = share(ours, 0.5), share(all_rows, 0.5)
    p95 = share(ours, 0.95)
    why = f"p95 {p95:.2f} ms; over: a save also writes number, history and 80 search tokens"
    same = "floor: row, number, history after its head and 80 tokens by the driver alone"
    one = share(one_row, 0.5)
    return [
        Row("save a reception, beside one bare insert", figure, "ms", one, BUDGET, None, why),
        Row("save a reception, beside its bare writes", figure, "ms", many, BUDGET, None, same),
    ]


def _block_of(deed: Callable[[], object]) -> list[float]:
    return [milliseconds(deed) for _round in range(WARM_UP + ROUNDS)][WARM_UP:]


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
        cursor = self._connection.execute("SELECT * FROM reception ORDER BY id DESC LIMIT 1")
        self._row: list[Any] = list(cursor.fetchone())
        names = [column[0] for column in cursor.description]
        self._id, self._number = names.index("id"), names.index("number")
        places = ", ".join("?" * len(names))
        self._insert = f"INSERT INTO reception ({', '.join(names)}) VALUES ({places})"
        self._connection.execute("DROP TABLE IF EXISTS bare_history")
        self._connection.execute(
            "CREATE TABLE bare_history (id INTEGER PRIMARY KEY, at, actor_id, deed, kind,"
            " record_id, changes, digest)"
        )
        self._connection.execute(
            "CREATE INDEX ix_bare_history ON bare_history (kind, record_id, id)"
        )

    def caller(self) -> tuple[int, int]:
        """A resident's unit and id."""
        row = self._connection.execute("SELECT unit_id, id FROM resident LIMIT 1").fetchone()
        return int(row[0]), int(row[1])

    def insert(self) -> None:
        """One durable insert."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._put()
        self._connection.execute("COMMIT")

    def insert_all(self) -> None:
        """Everything a save writes, bare: row, number, history after its head, tokens."""
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        execute("UPDATE sequence SET value = value WHERE name = 'R'")
        row_id = self._put()
        entry = list(execute("SELECT * FROM history ORDER BY id DESC LIMIT 1").fetchone())
        execute("INSERT INTO bare_history VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [None, *entry[1:]])
        execute("INSERT INTO search_reception (rowid, tokens) VALUES (?, ?)", (row_id, TOKENS))
        execute("COMMIT")

    def close(self) -> None:
        """Take the copies away again."""
        execute = self._connection.execute
        execute(
            "DELETE FROM search_reception WHERE rowid IN"
            " (SELECT id FROM reception WHERE number LIKE 'X%')"
        )
        execute("DELETE FROM reception WHERE number LIKE 'X%'")
        execute("DROP TABLE bare_history")
        self._connection.close()

    def _put(self) -> int:
        self._row[self._id], self._row[self._number] = None, f"X{time.time_ns()}"
        return int(self._connection.execute(self._insert, self._row).lastrowid)
