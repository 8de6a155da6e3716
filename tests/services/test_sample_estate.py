"""The sample estate: lifelike, the same for the same seed, and written like real work."""

from pathlib import Path

import pytest
from sqlalchemy import text

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain import identity
from desk.domain.estate import IdentityKind, Region
from desk.domain.permissions import Role
from desk.domain.today import Section
from desk.errors import EnvironmentFault
from desk.models import history
from desk.models.vault import Cost
from desk.services import (
    complaint_case,
    defect,
    key_board,
    key_loan,
    move_in,
    receipt,
    release_pass,
    sample_estate,
    service_order,
    service_person,
    today,
)
from desk.services.defect import DefectFilter
from desk.services.key_loan import KeyLoanFilter
from desk.services.move_in import MoveInFilter
from desk.services.receipt import ReceiptFilter
from desk.services.release_pass import PassFilter
from desk.services.sample_estate import SampleAccount, Size
from desk.services.service_order import OrderFilter
from desk.services.workplace import Workplace

CHEAP = Cost(passes=1, memory=8, lanes=1)
PEOPLE = "SELECT resident.name, unit.label FROM resident JOIN unit ON unit.id = resident.unit_id"
VISITS = "SELECT number, happened_at, caller_name, request FROM reception ORDER BY id"


def _create(
    path: Path, clock: FixedClock, size: Size
) -> tuple[Workplace, tuple[SampleAccount, ...]]:
    return sample_estate.create(DataFolder(path), size, clock, cost=CHEAP)


def _rows(workplace: Workplace, sql: str) -> list[tuple[object, ...]]:
    with workplace.reading() as reader:
        return [tuple(row) for row in reader.execute(text(sql))]


@pytest.mark.parametrize("region", list(Region))
def test_every_region_has_its_sample(tmp_path: Path, clock: FixedClock, region: Region) -> None:
    workplace, accounts = _create(tmp_path / region, clock, Size(30, 20, 1, region, lively=False))
    people, visits = _rows(workplace, PEOPLE), _rows(workplace, VISITS)
    documents = _rows(workplace, "SELECT kind, number FROM identity_document")
    workplace.close()

    assert workplace.estate.region == region
    assert len({room for _name, room in people}) == 30
    assert len(visits) > 20
    assert {one.role for one in accounts} >= {"administrator", "receptionist", "supervisor"}
    for kind, number in documents:
        assert identity.check(IdentityKind(str(kind)), str(number)) == ()


def test_the_same_seed_gives_the_same_estate(tmp_path: Path, clock: FixedClock) -> None:
    told = []
    for name in ("one", "two"):
        workplace, accounts = _create(tmp_path / name, clock, Size(20, 10, seed=5, lively=False))
        told.append((accounts, _rows(workplace, PEOPLE), _rows(workplace, VISITS)))
        workplace.close()
    other, _accounts = _create(tmp_path / "three", clock, Size(20, 10, seed=6, lively=False))
    others = _rows(other, PEOPLE)
    other.close()

    assert told[0] == told[1]
    assert others != told[0][1]


def _of_every_room(workplace: Workplace) -> dict[str, object]:
    """What the first page of each register shows."""
    return {
        "people": service_person.everyone(workplace),
        "orders": service_order.page(workplace, OrderFilter()).rows,
        "receipts": receipt.page(workplace, ReceiptFilter()).rows,
        "passes": release_pass.page(workplace, PassFilter()).rows,
        "keys": key_board.board(workplace),
        "loans": key_loan.page(workplace, KeyLoanFilter()).rows,
        "move-ins": move_in.page(workplace, MoveInFilter()).rows,
        "defects": defect.page(workplace, DefectFilter(states=())).rows,
    }


def test_the_same_seed_fills_every_room_alike(tmp_path: Path, clock: FixedClock) -> None:
    told = []
    for name, seed in (("one", 5), ("two", 5), ("three", 6)):
        workplace, _accounts = _create(tmp_path / name, clock, Size(20, 25, seed))
        told.append(_of_every_room(workplace))
        workplace.close()

    assert [room for room, rows in told[0].items() if not rows] == []
    assert told[0] == told[1]
    assert [room for room, rows in told[0].items() if rows == told[2][room]] == []


def test_it_is_written_through_history_numbers_and_tokens(
    tmp_path: Path, clock: FixedClock
) -> None:
    workplace, _accounts = _create(tmp_path / "data", clock, Size(40, 30, lively=False))
    numbers = [str(row[0]) for row in _rows(workplace, VISITS)]
    with workplace.reading() as reader:
        broken = list(history.broken_entries(reader))
        told = reader.scalar(text("SELECT count(*) FROM history WHERE kind = 'reception'"))
        indexed = reader.scalar(text("SELECT count(*) FROM search_reception"))
    workplace.close()

    assert broken == []
    assert told == indexed == len(numbers)
    assert [int(number[-6:]) for number in numbers] == list(range(1, len(numbers) + 1))


def test_no_visit_lies_in_the_future_and_they_stand_in_their_order(
    tmp_path: Path, clock: FixedClock
) -> None:
    workplace, _accounts = _create(tmp_path / "data", clock, Size(40, 30, lively=False))
    moments = [int(str(row[1])) for row in _rows(workplace, VISITS)]
    workplace.close()

    assert moments == sorted(moments)
    assert moments[-1] <= clock.now().timestamp() * 1_000_000


def test_rare_characters_are_among_the_names(tmp_path: Path, clock: FixedClock) -> None:
    workplace, _accounts = _create(tmp_path / "data", clock, Size(200, 1, lively=False))
    names = "".join(str(name) for name, _room in _rows(workplace, PEOPLE))
    workplace.close()

    assert set("堃𠮷㛃龘喆犇淼鑫𪚥祎頔翀曌嫚璟") & set(names)


@pytest.mark.parametrize("region", list(Region))
def test_its_first_page_has_something_of_everything(
    tmp_path: Path, clock: FixedClock, region: Region
) -> None:
    workplace, accounts = _create(tmp_path / region, clock, Size(150, 20, 1, region))
    parts = {part.section: part.rows for part in today.day(workplace).parts}
    rows = [row for part in parts.values() for row in part]
    cases = {row.record_id for row in rows if row.kind == "complaint"}
    facts = [complaint_case.get(workplace, one).facts for one in cases]
    joint = [one for one in facts if len(one.joint) == 2]
    workplace.close()

    assert [section for section, found in parts.items() if not found] == []
    assert any(row.hot and row.immediate for row in rows)
    assert any(row.approver and row.due_at and row.due_at < clock.now() for row in rows)
    assert {"ask_first", "close", "consent"} <= {row.clock for row in parts[Section.APPROVALS]}
    assert any(one.pauses for one in facts)
    assert joint
    assert [one.role for one in accounts][-1] is Role.GENERAL_MANAGER


def test_an_overrun_of_a_closed_case_was_approved(tmp_path: Path, clock: FixedClock) -> None:
    workplace, _accounts = _create(tmp_path / "data", clock, Size(150, 90, lively=False))
    late = _rows(
        workplace,
        "SELECT complaint.id FROM deadline JOIN complaint ON complaint.id = record_id WHERE"
        " complaint.state = 'closed' AND clock LIKE 'solve%' AND coalesce(met_at, 0) > due_at",
    )
    given = _rows(workplace, "SELECT record_id FROM approval WHERE matter LIKE 'overrun:solve%'")
    workplace.close()

    assert late
    assert set(late) <= set(given)


def test_a_folder_in_use_is_refused_and_left_alone(tmp_path: Path, clock: FixedClock) -> None:
    workplace, _accounts = _create(tmp_path / "data", clock, Size(5, 1, lively=False))
    workplace.close()
    before = (tmp_path / "data" / "desk.db").read_bytes()
    with pytest.raises(EnvironmentFault) as refused:
        _create(tmp_path / "data", clock, Size(5, 1, lively=False))

    assert refused.value.code == "storage.folder_in_use"
    assert (tmp_path / "data" / "desk.db").read_bytes() == before
