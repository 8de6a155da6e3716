"""Reading the trail by pages, by clerk, by kind, by record; and finding out that it was broken."""

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from desk.clock import FixedClock
from desk.domain.approval import Verdict
from desk.domain.complaint import ComplaintEntry
from desk.domain.permissions import Role
from desk.domain.reception import ReceptionEntry, State
from desk.domain.staff import AccountEntry
from desk.errors import RuleRefused
from desk.models.lists import history as history_list
from desk.models.storage import connect
from desk.services import complaint, history, reception, sign_in, staff
from desk.services.history import Filter, HistoryRow
from desk.services.workplace import Workplace
from desk.wording import LABELS
from tests.conftest import CHEAP, PASSWORD

ROOT = Path(__file__).resolve().parents[2]
RECORDED = re.compile(r"\.record\(\s*\"(\w+)\"")


def _visit(workplace: Workplace, who: str = "曾德華") -> str:
    entry = ReceptionEntry(happened_at=workplace.now(), caller_name=who, request="泳池開放時間")
    return reception.register(workplace, entry).number


def _every(workplace: Workplace, wanted: Filter, limit: int) -> list[HistoryRow]:
    found: list[HistoryRow] = []
    key = None
    while True:
        page = history.page(workplace, wanted, key, limit)
        found += page.rows
        if page.next_key is None:
            return found
        assert len(found) < 1_000, "the pages never end"
        key = page.next_key


def _silent(_done: int, _total: int) -> None: ...


@pytest.fixture
def lee(workplace: Workplace) -> Workplace:
    """Another clerk at the same desk."""
    staff.add(workplace, AccountEntry("lee", "李美玲", Role.SUPERVISOR), PASSWORD, CHEAP)
    return sign_in.switch(workplace, "lee", PASSWORD)


def test_the_newest_entry_comes_first_with_who_and_which(
    workplace: Workplace, clock: FixedClock
) -> None:
    number = _visit(workplace)
    newest = history.page(workplace, Filter()).rows[0]
    assert (newest.deed, newest.kind, newest.record) == ("created", "reception", number)
    assert (newest.actor, newest.at) == ("陳大文", clock.now())


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_pages_give_every_entry_once_in_order(workplace: Workplace, limit: int) -> None:
    for _round in range(3):
        _visit(workplace)
    ids = [row.id for row in _every(workplace, Filter(), limit)]
    assert ids == sorted(ids, reverse=True)
    with workplace.storage.reading() as reader:
        assert len(ids) == history_list.newest_id(reader)


def test_no_value_of_a_record_is_told(workplace: Workplace) -> None:
    _visit(workplace, "獨一無二的名字")
    assert "獨一無二的名字" not in str(_every(workplace, Filter(), 50))


def test_the_deeds_of_one_clerk(workplace: Workplace, lee: Workplace) -> None:
    _visit(workplace)
    _visit(lee)
    found = _every(workplace, Filter(actor_id=lee.actor.id), 50)
    assert {row.actor for row in found} == {"李美玲"}
    assert [row.deed for row in found] == ["created", "signed_in"]


def test_the_entries_of_one_kind_also_where_they_are_old(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_list, "_RECENT", 2)
    for _round in range(5):
        _visit(workplace)
    kinds = {row.kind for row in _every(workplace, Filter(kind="account"), 1)}
    assert kinds == {"account"}
    assert len(_every(workplace, Filter(kind="reception"), 2)) == 5


def test_the_entries_of_one_record_by_its_number(workplace: Workplace) -> None:
    first, _second = _visit(workplace), _visit(workplace)
    detail = reception.get(workplace, first)
    done = ReceptionEntry(
        detail.happened_at,
        caller_name=detail.caller_name,
        request=detail.request,
        answer="上午七時",
        state=State.CLOSED,
    )
    reception.change(workplace, detail.id, detail.version, done)
    kind, record_id = history.record_of_number(workplace, first.lower().replace("-", ""))
    found = _every(workplace, Filter(kind=kind, record_id=record_id), 50)
    assert [(row.deed, row.record) for row in found] == [("changed", first), ("created", first)]


def test_a_complaints_number_is_found_too(workplace: Workplace, clock: FixedClock) -> None:
    at = clock.now()
    entry = ComplaintEntry(
        received_at=at, occurred_at=at, place="大堂", about="保安部", course="態度差",
        demand="道歉", contact="9123 4567", complainant="曾德華",
    )  # fmt: skip
    number = complaint.register(workplace, entry).number
    assert history.record_of_number(workplace, number)[0] == "complaint"


@pytest.mark.parametrize("number", ["R2026-000099", "zz", "", "R" * 500])
def test_a_number_no_record_has_is_refused_beside_its_field(
    workplace: Workplace, number: str
) -> None:
    with pytest.raises(RuleRefused) as refused:
        history.record_of_number(workplace, number)
    assert [one.field for one in refused.value.reasons] == ["number"]


def test_a_receptionist_does_not_read_the_history(workplace: Workplace) -> None:
    staff.add(workplace, AccountEntry("lee", "李美玲", Role.RECEPTIONIST), PASSWORD, CHEAP)
    other = sign_in.switch(workplace, "lee", PASSWORD)
    for deed in (
        lambda: history.page(other, Filter()),
        lambda: history.actors(other),
        lambda: history.check(other, _silent),
        lambda: history.record_of_number(other, "R2026-000001"),
    ):
        with pytest.raises(RuleRefused):
            deed()


def test_a_whole_trail_is_said_to_be_whole(workplace: Workplace) -> None:
    _visit(workplace)
    found = history.check(workplace, _silent)
    assert found.broken == ()
    assert found.entries == len(_every(workplace, Filter(), 50))
    assert len(found.head.replace(" ", "")) == 16


def test_the_check_tells_how_far_it_is_and_can_be_stopped(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.models.history._TOLD_EVERY", 1)
    _visit(workplace)
    told: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        history.check(workplace, step)
    assert [done for done, _total in told] == [1, 2]


def test_an_entry_that_was_tampered_with_is_found(workplace: Workplace) -> None:
    _visit(workplace)
    bare = connect(workplace.storage.path, workplace.key)
    bare.execute("DROP TRIGGER history_is_not_changed")
    bare.execute("UPDATE history SET actor_id = 99 WHERE id = 2")
    bare.close()
    assert history.check(workplace, _silent).broken == (2,)


def test_a_page_is_found_by_its_key_alone(workplace: Workplace) -> None:
    with workplace.storage.reading() as reader:
        plan = reader.execute(
            text("EXPLAIN QUERY PLAN SELECT id FROM history WHERE id < 9 ORDER BY id DESC LIMIT 5")
        ).all()
    assert "TEMP B-TREE" not in str(plan)


def test_every_deed_that_is_written_down_has_a_name() -> None:
    written = {"created", "changed", "removed"}
    for path in (ROOT / "desk").rglob("*.py"):
        written.update(RECORDED.findall(path.read_text("utf-8")))
    assert "code_renewed" in written
    written.update(Verdict)  # told by what the second person said
    assert written == set(LABELS["deed"])
