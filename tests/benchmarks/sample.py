"""Sample estates of a given number of receptions, made once and kept under `build/`."""

import hashlib
import json
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from desk.clock import Clock, FixedClock, SystemClock
from desk.config import DataFolder
from desk.services import sample_estate, sign_in
from desk.services.sample_estate import Size
from desk.services.sample_visits import VISITS_PER_HOUSEHOLD_AND_DAY
from desk.services.workplace import Workplace

ROOT = Path(__file__).resolve().parents[2]
HOUSEHOLDS = 3_000
_SHAPES = (
    "desk/models/migrations/versions/*.py",
    "desk/models/facets.py",
    "desk/models/reception.py",
    "desk/domain/room.py",
    "desk/domain/search_*.py",
    "desk/services/sample_*.py",
)


@dataclass(frozen=True)
class Sample:
    """One data folder with about so many `rows`, and the clerk who may open it.

    `moment` is when it is looked at; None for now.
    """

    folder: Path
    rows: int
    login: str
    password: str
    moment: datetime | None = None

    @property
    def clock(self) -> Clock:
        """What time it is there."""
        return SystemClock() if self.moment is None else FixedClock(self.moment)

    def open(self) -> Workplace:
        """Sign in."""
        return sign_in.sign_in(DataFolder(self.folder), self.login, self.password, self.clock)


def sample(rows: int) -> Sample:
    """The sample of that size; written by the program itself when it is not there yet."""
    folder = ROOT / "build" / "benchmarks" / f"{rows}-{fingerprint()}"
    told = folder / "benchmark.json"
    if not told.exists():
        shutil.rmtree(folder, ignore_errors=True)
        _make(folder, rows)
    account = json.loads(told.read_text())
    return Sample(folder, rows, account["login"], account["password"])


def _make(folder: Path, rows: int) -> None:
    days = max(30, round(rows / (HOUSEHOLDS * VISITS_PER_HOUSEHOLD_AND_DAY)))
    print(f"bench: writing about {rows:,} receptions, once", file=sys.stderr)  # noqa: T201
    workplace, accounts = sample_estate.create(
        DataFolder(folder), Size(HOUSEHOLDS, days), SystemClock()
    )
    workplace.close()
    account = next(one for one in accounts if one.role == "receptionist")
    told = {"login": account.login, "password": account.password}
    (folder / "benchmark.json").write_text(json.dumps(told))


def fingerprint(more: Iterable[Path] = ()) -> str:
    """Changes with every file that shapes what is stored."""
    digest = hashlib.sha256()
    shaping = (sorted(ROOT.glob(shape)) for shape in _SHAPES)
    for file in (*chain(*shaping), *more):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
