"""Ten years of complaints: a sample estate whose settled cases are multiplied row for row.

The cases that are copied were made by the program itself; a copy has its journal, its callbacks,
its reports and its deadlines, all met, only earlier. What is open is the same in every size.
"""

import json
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.models.approval import Approval
from desk.models.base import UtcDateTime
from desk.models.callback import Callback
from desk.models.complaint import Complaint
from desk.models.complaint_case import ComplaintStep, SeverityEra
from desk.models.deadline import Deadline
from desk.models.special_report import SpecialReport
from desk.services import sample_estate
from desk.services.sample_estate import Size
from tests.benchmarks.sample import ROOT, Sample, fingerprint

NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
YEARS = timedelta(days=3_650)
HOUSEHOLDS, DAYS = 1_500, 90
OPEN_COPIES = 4

_PARTS = (
    (ComplaintStep, "complaint_id"),
    (SeverityEra, "complaint_id"),
    (Callback, "complaint_id"),
    (SpecialReport, "complaint_id"),
    (Approval, "record_id"),
    (Deadline, "record_id"),
)
_OPEN = "SELECT record_id FROM deadline WHERE met_at IS NULL AND ended_at IS NULL"
_SETTLED = f"state IN ('closed', 'explained') AND id NOT IN ({_OPEN})"
_WAITING = f"state IN ('registered', 'handled') AND id IN ({_OPEN})"


def cases(settled: int) -> Sample:
    """The estate with that many settled complaints over ten years, and its supervisor."""
    folder = ROOT / "build" / "benchmarks" / f"cases-{settled}-{fingerprint([Path(__file__)])}"
    told = folder / "benchmark.json"
    if not told.exists():
        shutil.rmtree(folder, ignore_errors=True)
        password = _make(DataFolder(folder), settled)
        told.write_text(json.dumps({"password": password}))
    password = json.loads(told.read_text())["password"]
    return Sample(folder, settled, "supervisor", password, NOW)


def _make(folder: DataFolder, settled: int) -> str:
    print(f"bench: writing {settled:,} settled complaints, once", file=sys.stderr)  # noqa: T201
    size = Size(HOUSEHOLDS, DAYS, seed=3)
    workplace, accounts = sample_estate.create(folder, size, FixedClock(NOW))
    connection = workplace.storage.bare()
    connection.execute("BEGIN IMMEDIATE")
    known = _count(connection, _SETTLED)
    _copy(connection, _WAITING, OPEN_COPIES, timedelta())
    _copy(connection, _SETTLED, -(-settled // known) - 1, YEARS)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    workplace.close()
    return next(one.password for one in accounts if one.login == "supervisor")


def _count(connection: Any, which: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM complaint WHERE {which}").fetchone()[0])


def _copy(connection: Any, which: str, times: int, span: timedelta) -> None:
    """Copy these complaints with their parts, spread evenly over the time before them."""
    execute = connection.execute
    (last,) = execute("SELECT max(id) FROM complaint").fetchone()
    execute("DROP TABLE IF EXISTS temp.copied")
    step = 0 if not times else int(span / timedelta(microseconds=1) / times)
    execute(
        "CREATE TEMP TABLE copied AS WITH RECURSIVE turn(n) AS"
        " (SELECT 1 UNION ALL SELECT n + 1 FROM turn WHERE n < ?), model AS"
        f" (SELECT id, row_number() OVER (ORDER BY id) AS place FROM complaint WHERE {which})"
        " SELECT model.id AS model, ? + (turn.n - 1) * (SELECT count(*) FROM model) + place AS id,"
        " turn.n * ? AS earlier FROM turn, model WHERE ? > 0",
        (times, last, step, times),
    )
    execute("CREATE INDEX temp.ix_copied ON copied (model)")
    _insert(
        connection, Complaint.__table__, "id", {"id": "copied.id", "number": "'X' || copied.id"}
    )
    for kind, key in _PARTS:
        own = {"id": "NULL", key: "copied.id", "volume": "'X' || copied.id"}
        _insert(connection, kind.__table__, key, own)


def _insert(connection: Any, table: Any, key: str, own: dict[str, str]) -> None:
    assert isinstance(table, Table)
    names = [column.name for column in table.columns]
    values = ", ".join(_value(table, name, own) for name in names)
    only = " WHERE model.kind = 'complaint'" if "kind" in names and key == "record_id" else ""
    connection.execute(
        f"INSERT INTO {table.name} ({', '.join(names)}) SELECT {values} FROM {table.name} AS model"
        f" JOIN temp.copied AS copied ON copied.model = model.{key}{only}"
    )


def _value(table: Table, name: str, own: dict[str, str]) -> str:
    if name in own:
        return own[name]
    if name == "refers_to_id":
        return "NULL"
    is_time = isinstance(table.columns[name].type, UtcDateTime)
    return f"model.{name} - copied.earlier" if is_time else f"model.{name}"
