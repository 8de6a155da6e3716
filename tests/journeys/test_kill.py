"""The power goes while a clerk saves: what was acknowledged is there, and nothing else is half."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.models import history
from desk.models.vault import Cost
from desk.services import sign_in
from desk.services.workplace import Workplace

KILLS = int(os.environ.get("DESK_KILLS", "3"))
PASSWORD = "open sesame 1"
CHEAP = Cost(passes=1, memory=8, lanes=1)

_CLERK = """
import pathlib, sys
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain.reception import ReceptionEntry
from desk.services import reception, sign_in
folder = DataFolder(pathlib.Path(sys.argv[1]))
workplace = sign_in.sign_in(folder, "admin", sys.argv[2], SystemClock())
print("ready", flush=True)
while True:
    entry = ReceptionEntry(happened_at=workplace.now(), caller_name="李小明", request="查詢" * 50)
    print(reception.register(workplace, entry).number, flush=True)
"""


def test_nothing_that_was_acknowledged_is_lost_when_the_power_goes(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    _begin(folder)
    chance = random.Random(7)
    acknowledged: set[str] = set()
    for _kill in range(KILLS):
        acknowledged |= _save_until_killed(folder, chance.uniform(0.02, 0.4))
        _check(folder, acknowledged)
    assert len(acknowledged) >= KILLS


def _begin(folder: DataFolder) -> None:
    beginning = sign_in.Beginning(
        estate="海濱花園",
        region=Region.HK,
        calendar=Calendar.GREGORIAN,
        account=AccountEntry("admin", "陳大文", Role.ADMINISTRATOR, "zh_Hant"),
        password=PASSWORD,
    )
    sign_in.begin(folder, beginning, SystemClock(), CHEAP)[0].close()


def _save_until_killed(folder: DataFolder, seconds: float) -> set[str]:
    clerk = subprocess.Popen(
        [sys.executable, "-c", _CLERK, str(folder.path), PASSWORD],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert clerk.stdout is not None
    with clerk:
        assert clerk.stdout.readline() == "ready\n"
        time.sleep(seconds)
        clerk.kill()
        told = clerk.stdout.read()
    return set(told.splitlines() if told.endswith("\n") else told.splitlines()[:-1])


def _check(folder: DataFolder, acknowledged: set[str]) -> None:
    workplace = sign_in.sign_in(folder, "admin", PASSWORD, SystemClock())
    try:
        numbers = _numbers(workplace)
        assert acknowledged <= set(numbers)
        assert [int(number[-6:]) for number in numbers] == list(range(1, len(numbers) + 1))
        with workplace.reading() as reader:
            assert list(history.broken_entries(reader)) == []
            told = reader.exec_driver_sql(
                "SELECT count(*) FROM history WHERE kind = 'reception' AND deed = 'created'"
            ).scalar()
            found = reader.exec_driver_sql(
                "SELECT count(*) FROM search_reception WHERE search_reception MATCH '\"李小\"'"
            ).scalar()
        assert told == found == len(numbers)
    finally:
        workplace.close()


def _numbers(workplace: Workplace) -> list[str]:
    with workplace.reading() as reader:
        rows = reader.exec_driver_sql("SELECT number FROM reception ORDER BY number")
        return [row.number for row in rows]
