"""Two clerks at two desks on one folder, and a desk that is killed: a key is out once, or not."""

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region
from desk.domain.key_set import KeySetEntry
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.models import history
from desk.models.vault import Cost
from desk.services import key_loan, key_set, sign_in
from desk.services.workplace import Workplace
from tests.journeys.test_kill import KILLS

PASSWORD = "open sesame 1"
SETS = 12

_BEGUN = """
import datetime, pathlib, sys
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain.key_loan import KeyCondition, KeyProof, LoanEntry, ReturnEntry
from desk.domain.key_word import SignedHow
from desk.errors import DeskError
from desk.services import key_loan, key_set, sign_in
folder = DataFolder(pathlib.Path(sys.argv[1]))
place = sign_in.sign_in(folder, "admin", sys.argv[2], SystemClock())

def lend(tag):
    known = key_set.get(place, tag)
    now = place.now()
    entry = LoanEntry(now, now + datetime.timedelta(hours=1), "黃師傅", "永安機電",
                      proof=KeyProof.KNOWN, purpose="檢修", signed=SignedHow.DESK)
    return key_loan.lend(place, known.id, known.version, entry)

def bring_back(loan):
    entry = ReturnEntry(place.now(), "黃師傅", KeyCondition.AS_LENT, signed=SignedHow.DESK)
    return key_loan.bring_back(place, loan.id, loan.version, entry)

print("ready", flush=True)
sys.stdin.readline()
"""
_TAKER = (
    _BEGUN
    + """
for at in range(int(sys.argv[3])):
    try:
        print(f"E-{at:02d}", lend(f"E-{at:02d}").number, flush=True)
    except DeskError as refused:
        print(f"E-{at:02d}", "refused", flush=True)
"""
)
_LENDER = (
    _BEGUN
    + """
while True:
    loan = lend("E-00")
    print("out", loan.number, flush=True)
    bring_back(loan)
    print("back", loan.number, flush=True)
"""
)


def test_two_clerks_cannot_take_one_key_or_one_number_twice(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    clerks = [started(folder, _TAKER, str(SETS)) for _ in range(2)]
    for clerk in clerks:
        go(clerk)
    told = [line.split() for clerk in clerks for line in finished(clerk)]
    assert len(told) == 2 * SETS
    taken = [number for _tag, number in told if number != "refused"]
    assert Counter(tag for tag, number in told if number != "refused") == Counter(
        {f"E-{at:02d}": 1 for at in range(SETS)}
    )
    assert sorted(int(number[-6:]) for number in taken) == list(range(1, SETS + 1))


def test_a_desk_killed_while_it_lends_leaves_a_key_out_or_in(tmp_path: Path) -> None:
    folder, chance = begun(tmp_path), random.Random(7)
    for _kill in range(KILLS):
        clerk = started(folder, _LENDER)
        go(clerk)
        time.sleep(chance.uniform(0.02, 0.3))
        clerk.kill()
        lines = finished(clerk)
        workplace = opened(folder)
        try:
            check(workplace, lines)
        finally:
            workplace.close()


def check(workplace: Workplace, lines: list[str]) -> None:
    """What was told stands, no number is missing, the set is free or has one loan, and the next
    desk goes on."""
    with workplace.reading() as reader:
        rows = reader.exec_driver_sql("SELECT id, number, ended_at FROM key_loan ORDER BY id").all()
        assert list(history.broken_entries(reader)) == []
        owed = reader.exec_driver_sql(
            "SELECT record_id FROM deadline WHERE kind = 'key_loan'"
            " AND met_at IS NULL AND ended_at IS NULL"
        ).all()
    assert [int(row.number[-6:]) for row in rows] == list(range(1, len(rows) + 1))
    still = [row for row in rows if row.ended_at is None]
    assert len(still) <= 1
    assert [one.record_id for one in owed] == [row.id for row in still]
    states = {row.number: "out" if row.ended_at is None else "back" for row in rows}
    for line in lines:
        told, number = line.split()
        assert states[number] in {told, "back"}
    known = key_set.get(workplace, "E-00")
    assert known.loan_id == (still[0].id if still else None)
    loan = key_loan.open_loan(workplace, known)
    if loan is not None:
        key_loan.void(workplace, loan.id, loan.version, "斷電")


def begun(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    beginning = sign_in.Beginning(
        estate="海濱花園",
        region=Region.HK,
        calendar=Calendar.GREGORIAN,
        account=AccountEntry("admin", "陳大文", Role.ADMINISTRATOR, "zh_Hant"),
        password=PASSWORD,
    )
    cost = Cost(passes=1, memory=8, lanes=1)
    workplace, _code = sign_in.begin(folder, beginning, SystemClock(), cost)
    for at in range(SETS):
        key_set.register(workplace, KeySetEntry(f"E-{at:02d}", f"A{at}", "水泵房"))
    workplace.close()
    return folder


def opened(folder: DataFolder) -> Workplace:
    return sign_in.sign_in(folder, "admin", PASSWORD, SystemClock())


def started(folder: DataFolder, program: str, *more: str) -> subprocess.Popen[str]:
    clerk = subprocess.Popen(
        [sys.executable, "-c", program, str(folder.path), PASSWORD, *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert clerk.stdout is not None
    assert clerk.stdout.readline() == "ready\n"
    return clerk


def go(clerk: subprocess.Popen[str]) -> None:
    assert clerk.stdin is not None
    clerk.stdin.write("go\n")
    clerk.stdin.flush()


def finished(clerk: subprocess.Popen[str]) -> list[str]:
    """What it told, in whole lines."""
    with clerk:
        assert clerk.stdout is not None
        told = clerk.stdout.read()
    return told.splitlines() if told.endswith("\n") else told.splitlines()[:-1]
