"""Two desks on one order, one move-in, one price board, and a desk that is killed in the middle.

What was acknowledged stands, once; nothing is half; who comes second is told that the record is
another by now.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desk.config import DataFolder, program_folder
from desk.domain.move_in import MoveInEntry
from desk.domain.permissions import Permission
from desk.domain.price_board import ItemEntry
from desk.domain.service_order import (
    AgreeEntry,
    DispatchEntry,
    DoneEntry,
    Kind,
    OrderEntry,
    StepEntry,
)
from desk.models import history
from desk.models.estate import Building, Unit
from desk.services import (
    move_in,
    price_board,
    price_board_draft,
    service_order,
    service_order_work,
)
from desk.services.service_order import Order
from desk.services.workplace import Workplace
from tests.journeys.test_kill import KILLS
from tests.journeys.test_receipt_hands import PASSWORD, begun, finished, go, opened, started
from tests.services.order_course import seen, worker

EACH = 20
OWED = 30  # of the order, paid one by one
_BEGUN = """
import pathlib, sys
from decimal import Decimal
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.domain.move_in import PersonEntry
from desk.domain.price_board import ItemEntry
from desk.errors import DeskError
from desk.services import (
    move_in, move_in_person, price_board, price_board_draft, service_order, service_order_money,
    sign_in,
)
from desk.services.service_order_money import PayEntry
folder = DataFolder(pathlib.Path(sys.argv[1]))
place = sign_in.sign_in(folder, "admin", sys.argv[2], SystemClock())
which, desk = sys.argv[3:5]

def order(name):
    known = service_order.get(place, which).detail
    paid = service_order_money.pay(place, known.id, known.version, PayEntry(Decimal(1)))
    return paid.receipts[-1].number

def case(name):
    known = move_in.get(place, which).detail
    found = move_in_person.put(place, known.id, known.version, PersonEntry(name))
    mine = next(one for one in found.persons if one.name == name)
    if len(found.persons) > 12:
        move_in_person.drop(place, known.id, found.detail.version, mine.id)
    return name

def board(name):
    known = price_board.get(place, which)
    row = known.row
    entry = ItemEntry(name=name, unit="個", price=Decimal(10))
    found = price_board_draft.put_item(place, row.id, row.version, entry)
    mine = next(one for one in found.items if one.name == name)
    if len(found.items) > 12:
        price_board_draft.drop_item(place, row.id, found.row.version, mine.id)
    return name

def tell(deed, name):
    try:
        print(deed(name), flush=True)
    except DeskError as refused:
        print(type(refused).__name__, flush=True)

print("ready", flush=True)
sys.stdin.readline()
"""
_COUNTED = "\nfor at in range(int(sys.argv[5])):\n    tell({deed}, f'{{desk}}{{at:04d}}')\n"
_ENDLESS = "\nat = 0\nwhile True:\n    at += 1\n    tell({deed}, f'{{desk}}{{at:04d}}')\n"
TOLD = ("StaleRecord", "RuleRefused")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return begun(tmp_path)


@contextmanager
def desk(folder: DataFolder) -> Iterator[Workplace]:
    """The folder, opened by the next who comes."""
    workplace = opened(folder)
    try:
        with workplace.reading() as reader:
            assert list(history.broken_entries(reader)) == []
            assert reader.exec_driver_sql("PRAGMA foreign_key_check").first() is None
        yield workplace
    finally:
        workplace.close()


def together(folder: DataFolder, deed: str, which: str) -> tuple[list[str], Counter[str]]:
    """What two desks that go at the same time acknowledged, and what they were refused."""
    script = _BEGUN + _COUNTED.format(deed=deed)
    clerks = [started(folder, script, which, name, str(EACH)) for name in ("甲", "乙")]
    for clerk in clerks:
        go(clerk)
    lines = [line for clerk in clerks for line in finished(clerk)]
    assert len(lines) == 2 * EACH
    return [one for one in lines if one not in TOLD], Counter(one for one in lines if one in TOLD)


def killed(
    folder: DataFolder, deed: str, which: str, check: Callable[[Workplace, set[str]], None]
) -> None:
    """Desks that are killed one after the other in the middle of writing; each is looked after."""
    script, chance, told = _BEGUN + _ENDLESS.format(deed=deed), random.Random(7), set[str]()
    for kill in range(KILLS):
        clerk = started(folder, script, which, f"第{kill}次")
        go(clerk)
        time.sleep(chance.uniform(0.05, 0.5))
        clerk.kill()
        told |= set(finished(clerk)) - set(TOLD)
        with desk(folder) as workplace:
            check(workplace, told)
    assert told


# One order


def test_two_desks_that_take_the_money_of_one_order_take_it_once(folder: DataFolder) -> None:
    with desk(folder) as workplace:
        number = done_order(workplace, Decimal(OWED)).detail.number
    numbers, refused = together(folder, "order", number)
    assert len(numbers) + refused.total() == 2 * EACH
    with desk(folder) as workplace:
        order_is_whole(workplace, number, set(numbers))
        known = service_order.get(workplace, number)
        assert known.facts.paid == len(numbers) <= OWED
        assert refused["RuleRefused"] == 0 or known.facts.owed == 0


def test_a_desk_killed_while_it_takes_the_money_of_an_order_leaves_it_whole(
    folder: DataFolder,
) -> None:
    with desk(folder) as workplace:
        number = done_order(workplace, Decimal(5_000)).detail.number
    killed(folder, "order", number, lambda place, told: order_is_whole(place, number, told))


def order_is_whole(workplace: Workplace, number: str, told: set[str]) -> None:
    """Every receipt stands in the journal once, with its amount; no number is missing."""
    known = service_order.get(workplace, number)
    paid = [(one.text, one.amount, one.refers_to) for one in known.events if one.kind == "paid"]
    assert paid == [(one.number, one.total, one.id) for one in known.receipts]
    numbers = [one.number for one in known.receipts]
    assert [int(one[-6:]) for one in numbers] == list(range(1, len(numbers) + 1))
    assert told <= set(numbers)
    assert known.facts.paid + known.facts.owed == known.detail.amount


def done_order(workplace: Workplace, price: Decimal) -> Order:
    """An order that waits to be paid."""
    entry = OrderEntry(Kind.REPAIR, "曾德華", "廚房水管漏水", place="大堂")
    known = service_order.write(workplace, entry)
    known = service_order.agree(workplace, *seen(known), AgreeEntry(price))
    sent = DispatchEntry(worker(workplace))
    known = service_order_work.dispatch(workplace, *seen(known), sent)
    known = service_order_work.arrive(workplace, *seen(known), StepEntry())
    return service_order_work.done(workplace, *seen(known), DoneEntry("換水管", price))


# One move-in


def test_two_desks_on_one_move_in_write_nobody_twice_and_lose_nobody(folder: DataFolder) -> None:
    with desk(folder) as workplace:
        number = case_of(workplace)
    names, refused = together(folder, "case", number)
    assert set(refused) <= {"StaleRecord"}
    with desk(folder) as workplace:
        case_is_whole(workplace, number, set(names))


def test_a_desk_killed_while_it_writes_a_move_in_leaves_it_whole(folder: DataFolder) -> None:
    with desk(folder) as workplace:
        number = case_of(workplace)
    killed(folder, "case", number, lambda place, told: case_is_whole(place, number, told))


def case_is_whole(workplace: Workplace, number: str, told: set[str]) -> None:
    """Everybody who was told stands on it once, and is found by nothing that is not there."""
    move_in_id = move_in.get(workplace, number).detail.id
    with workplace.reading() as reader:
        query = "SELECT name FROM move_in_person WHERE move_in_id = ?"
        rows = reader.exec_driver_sql(query, (move_in_id,)).scalars().all()
    assert Counter(rows).most_common(1)[0][1] == 1
    assert told <= set(rows)
    shown = [one.name for one in move_in.get(workplace, number).persons]
    assert set(shown) <= set(rows)
    assert "曾德華" in shown


def case_of(workplace: Workplace) -> str:
    """A case of a home."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        unit = Unit(
            building=Building(name="A座"), floor="12", door="B", label="A座12樓B室", position="1"
        )
        work.add(unit)
        work.commit()
    today: date = workplace.today()
    entry = MoveInEntry(unit_id=unit.id, name="曾德華", moved_on=today)
    return move_in.write(workplace, entry).detail.number


# One price board


def test_two_desks_on_one_price_board_give_no_code_twice(folder: DataFolder) -> None:
    with desk(folder) as workplace:
        number = board_of(workplace)
    names, refused = together(folder, "board", number)
    assert set(refused) <= {"StaleRecord"}
    with desk(folder) as workplace:
        board_is_whole(workplace, number, set(names))


def test_a_desk_killed_while_it_writes_the_price_board_leaves_it_whole(folder: DataFolder) -> None:
    with desk(folder) as workplace:
        number = board_of(workplace)
    killed(folder, "board", number, lambda place, told: board_is_whole(place, number, told))


def board_is_whole(workplace: Workplace, number: str, told: set[str]) -> None:
    """Every item that was told stands once, those on the board with a code and a place each."""
    known = price_board.get(workplace, number)
    with workplace.reading() as reader:
        query = "SELECT name FROM price_item WHERE board_id = ?"
        rows = reader.exec_driver_sql(query, (known.row.id,)).scalars().all()
    assert Counter(rows).most_common(1)[0][1] == 1
    assert told <= set(rows)
    codes, places = [one.code for one in known.items], [one.place for one in known.items]
    assert len(set(codes)) == len(set(places)) == len(known.items)
    assert all(one.price is not None for one in known.items)


def board_of(workplace: Workplace) -> str:
    """A draft with an item."""
    known = price_board_draft.start(workplace)
    entry = ItemEntry(name="更換水龍頭", unit="個", price=Decimal(80))
    return price_board_draft.put_item(workplace, known.row.id, known.row.version, entry).row.number


# The command line


@pytest.mark.slow
def test_runs_of_the_command_line_at_once_agree_in_turn_or_say_that_it_changed(
    folder: DataFolder,
) -> None:
    with desk(folder) as workplace:
        entry = OrderEntry(Kind.REPAIR, "曾德華", "廚房水管漏水", place="大堂")
        number = service_order.write(workplace, entry).detail.number
    prices = [Decimal(100 + at) for at in range(4)]
    runs = [run(folder, "order", "agree", number, "--price", str(price)) for price in prices]
    ended = [(one.communicate()[1], one.returncode) for one in runs]
    agreed = sorted(price for price, (_said, code) in zip(prices, ended, strict=True) if code == 0)
    assert agreed
    assert all("changed" in said for said, code in ended if code), ended
    with desk(folder) as workplace:
        known = service_order.get(workplace, number)
        told = [one.amount for one in known.events if one.kind == "agreed"]
        assert sorted(one for one in told if one is not None) == agreed
        assert known.detail.price == told[-1]


def run(folder: DataFolder, *words: str) -> "subprocess.Popen[str]":
    """One command, on its way."""
    surroundings = {**os.environ, "DESK_USER": "admin", "DESK_PASSWORD": PASSWORD, "LANG": "C"}
    return subprocess.Popen(
        [sys.executable, "-m", "desk", "--data", str(folder.path), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=program_folder(),
        env=surroundings,
    )
