"""Release passes under two clerks at once, and under a power cut: no number twice, none lost."""

import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region
from desk.domain.permissions import Role
from desk.domain.room import Room
from desk.domain.staff import AccountEntry
from desk.models import history
from desk.models.seal import secret
from desk.models.vault import Cost
from desk.services import estate, release_pass, sign_in
from desk.services.release_pass import PassFilter
from desk.services.workplace import Workplace

KILLS = int(os.environ.get("DESK_KILLS", "3"))
PASSWORD = "open sesame 1"
CHEAP = Cost(passes=1, memory=8, lanes=1)
EACH = 12

_CLERK = """
import datetime, pathlib, sys
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain.release_pass import ItemEntry, PassEntry, Role
from desk.domain.release_pass_locks import OwnerHow
from desk.domain.release_pass_rule import PassKind
from desk.errors import EnvironmentFault
from desk.services import release_pass, sign_in
from desk.services import release_pass_evidence as proof
from desk.services.release_pass_evidence import OwnerEntry
folder = DataFolder(pathlib.Path(sys.argv[1]))
workplace = sign_in.sign_in(folder, "admin", sys.argv[2], SystemClock())
print("ready", flush=True)
left = int(sys.argv[3])
while left:
    left -= 1
    now = workplace.now()
    end = now + datetime.timedelta(hours=3)
    entry = PassEntry(PassKind.BULKY_GOODS, "曾德華", Role.OWNER, 1, starts=now, ends=end)
    one = release_pass.draft(workplace, entry, [ItemEntry("雙門冰箱"), ItemEntry("紙箱", 5)])
    told = OwnerEntry(OwnerHow.SIGNATURE, "曾德華")
    one = proof.confirm_owner(workplace, one.detail.id, one.detail.version, told)
    one = release_pass.issue(workplace, one.detail.id, one.detail.version, "另一件")
    print(one.detail.number, flush=True)
"""
_TAKER = """
import pathlib, sys
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.errors import RuleRefused, StaleRecord
from desk.services import release_pass, sign_in
folder = DataFolder(pathlib.Path(sys.argv[1]))
workplace = sign_in.sign_in(folder, "admin", sys.argv[2], SystemClock())
seen = [row for row in release_pass.page(workplace, release_pass.PassFilter(), None, 500).rows]
print("ready", flush=True)
sys.stdin.readline()
for row in seen:
    try:
        release_pass.issue(workplace, row.id, row.version)
        print(row.number, flush=True)
    except (RuleRefused, StaleRecord):
        pass
"""


def clerk(folder: DataFolder, program: str, *words: str) -> subprocess.Popen[str]:
    given = [sys.executable, "-c", program, str(folder.path), PASSWORD, *words]
    return subprocess.Popen(given, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def begin(folder: DataFolder) -> None:
    beginning = sign_in.Beginning(
        estate="海濱花園",
        region=Region.HK,
        calendar=Calendar.GREGORIAN,
        account=AccountEntry("admin", "陳大文", Role.ADMINISTRATOR, "zh_Hant"),
        password=PASSWORD,
    )
    workplace, _code = sign_in.begin(folder, beginning, SystemClock(), CHEAP)
    estate.add_unit(workplace, Room("A", "", "12", "B"))
    workplace.close()


@contextmanager
def at_desk(folder: DataFolder) -> Iterator[Workplace]:
    workplace = sign_in.sign_in(folder, "admin", PASSWORD, SystemClock())
    try:
        yield workplace
    finally:
        workplace.close()


def test_two_clerks_at_once_take_no_number_twice(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    begin(folder)
    both = [clerk(folder, _CLERK, str(EACH)) for _ in range(2)]
    told = [one.communicate(timeout=120)[0].splitlines()[1:] for one in both]
    numbers = sorted(told[0] + told[1])
    assert [len(one) for one in told] == [EACH, EACH]
    assert [int(one[-6:]) for one in numbers] == list(range(1, 2 * EACH + 1))
    with at_desk(folder) as workplace, workplace.reading() as reader:
        assert list(history.broken_entries(reader)) == []
        assert reader.exec_driver_sql("SELECT count(*) FROM seal_key").scalar() == 1
        assert secret(reader) is not None


def test_one_pass_is_issued_once_whoever_is_quicker(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    begin(folder)
    drafts = re.sub("    one = release_pass.issue.*", "", _CLERK)
    drafts = drafts.replace('"雙門冰箱"', 'f"冰箱{left}"').replace('"紙箱"', 'f"箱{left}"')
    clerk(folder, drafts, "8").communicate(timeout=120)
    both = [clerk(folder, _TAKER) for _ in range(2)]
    for one in both:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    told = [one.communicate("go\n", timeout=120)[0].split() for one in both]
    assert len({*told[0], *told[1]}) == len(told[0]) + len(told[1]) == 8
    with at_desk(folder) as workplace, workplace.reading() as reader:
        events = reader.exec_driver_sql(
            "SELECT count(*) FROM release_event WHERE kind = 'issued'"
        ).scalar()
    assert events == 8


def test_a_power_cut_leaves_no_pass_half_issued_and_no_number_lost(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    begin(folder)
    chance = random.Random(11)
    acknowledged: set[str] = set()
    for _kill in range(KILLS):
        acknowledged |= save_until_killed(folder, chance.uniform(0.05, 0.6))
        check(folder, acknowledged)
    assert acknowledged


def save_until_killed(folder: DataFolder, seconds: float) -> set[str]:
    one = clerk(folder, _CLERK, "-1")
    assert one.stdout is not None
    with one:
        assert one.stdout.readline() == "ready\n"
        time.sleep(seconds)
        one.kill()
        told = one.stdout.read()
    return set(told.splitlines() if told.endswith("\n") else told.splitlines()[:-1])


def check(folder: DataFolder, acknowledged: set[str]) -> None:
    with at_desk(folder) as workplace:
        rows = release_pass.page(workplace, PassFilter(), None, 500).rows
        numbers = sorted(row.number for row in rows)
        assert [int(number[-6:]) for number in numbers] == list(range(1, len(numbers) + 1))
        issued = {row.number for row in rows if row.state == "issued"}
        assert acknowledged <= issued
        for row in rows:
            known = release_pass.get(workplace, row.id)
            assert len(known.items) == 2
            assert (row.issued_at is None) == (known.events == ()) == (row.state == "draft")
        with workplace.reading() as reader:
            assert list(history.broken_entries(reader)) == []
            owed = reader.exec_driver_sql("SELECT count(*) FROM deadline WHERE category = 'pass'")
            found = reader.exec_driver_sql("SELECT count(*) FROM search_release_pass")
            assert (owed.scalar(), found.scalar()) == (len(issued), len(rows))
