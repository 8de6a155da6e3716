"""Two desks that take money at once, and a desk that is killed: no number twice, none missing."""

import random
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.models import history
from desk.models.vault import Cost
from desk.services import receipt, sign_in
from desk.services.workplace import Workplace
from tests.journeys.test_kill import KILLS

PASSWORD = "open sesame 1"
EACH = 25

_BEGUN = """
import pathlib, sys
from decimal import Decimal
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain.permissions import Permission
from desk.domain.receipt import LineEntry, ReceiptEntry
from desk.services import receipt, sign_in
folder = DataFolder(pathlib.Path(sys.argv[1]))
place = sign_in.sign_in(folder, "admin", sys.argv[2], SystemClock())
LINES = (LineEntry("修水龍頭", Decimal("100.25")), LineEntry("上門費", Decimal("20.25")))
ENTRY = ReceiptEntry(payer="曾德華", lines=LINES)

def taken():
    return receipt.take(place, ENTRY).number

def broken_off():
    with place.deed(Permission.REGISTER) as work:
        receipt.write(work, ENTRY)

print("ready", flush=True)
sys.stdin.readline()
"""
_COUNTED = (
    _BEGUN
    + """
for at in range(int(sys.argv[3])):
    if at % 5 == 4:
        broken_off()
    print(taken(), flush=True)
"""
)
_ENDLESS = (
    _BEGUN
    + """
while True:
    print(taken(), flush=True)
"""
)


def test_two_desks_that_take_money_at_once_give_every_number_once(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    clerks = [started(folder, _COUNTED, str(EACH)) for _ in range(2)]
    for clerk in clerks:
        go(clerk)
    told = [finished(clerk) for clerk in clerks]
    assert [len(numbers) for numbers in told] == [EACH, EACH]
    for numbers in told:
        assert numbers == sorted(numbers)
    workplace = opened(folder)
    try:
        assert check(workplace) == {number for numbers in told for number in numbers}
    finally:
        workplace.close()


def test_a_desk_killed_while_it_takes_money_loses_no_number(tmp_path: Path) -> None:
    folder, chance = begun(tmp_path), random.Random(7)
    told: set[str] = set()
    for _kill in range(KILLS):
        clerk = started(folder, _ENDLESS)
        go(clerk)
        time.sleep(chance.uniform(0.02, 0.3))
        clerk.kill()
        told |= set(finished(clerk))
        workplace = opened(folder)
        try:
            assert told <= check(workplace)
        finally:
            workplace.close()
    assert told


def check(workplace: Workplace) -> set[str]:
    """Every number once and none left out; every receipt has its lines, and they add up."""
    with workplace.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT number, total, (SELECT sum(amount) FROM receipt_line"
            " WHERE receipt_id = receipt.id) AS lines FROM receipt ORDER BY number"
        ).all()
        assert list(history.broken_entries(reader)) == []
    assert [int(row.number[-6:]) for row in rows] == list(range(1, len(rows) + 1))
    assert {(row.total, row.lines) for row in rows} <= {(12050, 12050)}
    today = workplace.estate.custom.day(workplace.now())
    summed = receipt.sums(workplace, today, today)
    assert sum((one.total for one in summed), Decimal()) == Decimal("120.50") * len(rows)
    return {row.number for row in rows}


def begun(path: Path) -> DataFolder:
    """A folder that nobody holds open."""
    beginning = sign_in.Beginning(
        estate="海濱花園",
        region=Region.HK,
        calendar=Calendar.GREGORIAN,
        account=AccountEntry("admin", "陳大文", Role.ADMINISTRATOR, "zh_Hant"),
        password=PASSWORD,
    )
    folder = DataFolder(path / "data")
    cheap = Cost(passes=1, memory=8, lanes=1)
    sign_in.begin(folder, beginning, SystemClock(), cheap)[0].close()
    return folder


def opened(folder: DataFolder) -> Workplace:
    return sign_in.sign_in(folder, "admin", PASSWORD, SystemClock())


def started(folder: DataFolder, script: str, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder.path), PASSWORD, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go(clerk: "subprocess.Popen[str]") -> None:
    assert clerk.stdin is not None
    assert clerk.stdout is not None
    assert clerk.stdout.readline() == "ready\n"
    clerk.stdin.write("go\n")
    clerk.stdin.flush()


def finished(clerk: "subprocess.Popen[str]") -> list[str]:
    """The whole lines it told."""
    with clerk:
        assert clerk.stdout is not None
        told = clerk.stdout.read()
    return told.splitlines() if told.endswith("\n") else told.splitlines()[:-1]
