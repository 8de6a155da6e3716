"""The unit of work: what it writes by itself, and what it refuses."""

import json
from typing import Any

import pytest
from sqlalchemy import select, text, update

from desk import hanzi
from desk.clock import FixedClock
from desk.domain import search_text
from desk.domain.permissions import Permission
from desk.errors import EnvironmentFault, NotFound, StaleRecord
from desk.models import history, search_index
from desk.models.base import Recorded
from desk.models.estate import Building, Phone, Resident, Unit
from desk.models.history import History
from desk.models.reception import Reception
from desk.models.unit_of_work import UnitOfWork
from desk.services.workplace import Workplace


def _work(workplace: Workplace) -> UnitOfWork:
    return workplace.deed(Permission.REGISTER)


def _household(workplace: Workplace, name: str = "曾德華") -> int:
    with _work(workplace) as work:
        unit = Unit(
            building=Building(name="A座"), floor="12", door="B", label="A座12樓B室", position="1"
        )
        resident = Resident(
            unit=unit,
            name=name,
            role="owner",
            kind="natural",
            phones=[Phone(number="9123 4567", digits="91234567")],
        )
        work.add(resident)
        work.commit()
        return resident.id


def _reception(workplace: Workplace, work: UnitOfWork, **given: Any) -> Reception:
    return Reception(
        **{
            "number": work.next_number("R"),
            "happened_at": work.now,
            "entered_at": work.now,
            "channel": "walk_in",
            "kind": "inquiry",
            "caller_name": "李小明",
            "request": "查詢會所時間",
            "first_asked_id": workplace.actor.id,
            "state": "open",
        }
        | given
    )


def _found(workplace: Workplace, table: str, token: str) -> tuple[int, ...]:
    with workplace.reading() as reader:
        return search_index.find(reader, table, [[token]], 10)


def _trail(workplace: Workplace, kind: str) -> list[tuple[str, dict[str, Any]]]:
    with workplace.reading() as reader:
        rows = reader.execute(
            select(History.deed, History.changes).where(History.kind == kind).order_by(History.id)
        )
        return [(row.deed, json.loads(row.changes)) for row in rows]


def test_what_is_not_committed_leaves_nothing(workplace: Workplace) -> None:
    with _work(workplace) as work:
        work.add(_reception(workplace, work))
    with workplace.reading() as reader:
        assert reader.scalar(text("SELECT count(*) FROM reception")) == 0
        assert reader.scalar(text("SELECT count(*) FROM sequence")) == 0
        assert reader.scalar(text("SELECT count(*) FROM history WHERE kind = 'reception'")) == 0
    assert _found(workplace, "search_reception", "r2026000001") == ()


def test_a_row_that_changes_after_it_was_added_is_saved_as_it_is(workplace: Workplace) -> None:
    with _work(workplace) as work:
        row = _reception(workplace, work)
        work.add(row)
        row.answer = "十時開放"
        work.commit()
    with workplace.reading() as reader:
        assert reader.scalar(select(Reception.answer)) == "十時開放"


def test_a_number_taken_by_a_deed_that_failed_is_given_again(workplace: Workplace) -> None:
    with pytest.raises(ZeroDivisionError), _work(workplace) as work:
        assert work.next_number("R") == "R2026-000001"
        raise ZeroDivisionError
    with _work(workplace) as work:
        assert work.next_number("R") == "R2026-000001"


def test_numbers_follow_the_estates_own_new_year(workplace: Workplace, clock: FixedClock) -> None:
    clock.moment = clock.moment.replace(year=2026, month=12, day=31, hour=16, minute=30)
    with _work(workplace) as work:  # half past midnight in Hong Kong
        assert work.next_numbers("R", 2) == ["R2027-000001", "R2027-000002"]


def test_a_new_record_stands_in_the_history_with_its_values(workplace: Workplace) -> None:
    _household(workplace)
    ((deed, values),) = _trail(workplace, "resident")

    assert deed == "created"
    assert values["name"] == "曾德華"


def test_a_change_stands_in_the_history_with_old_and_new(workplace: Workplace) -> None:
    resident_id = _household(workplace)
    with _work(workplace) as work:
        work.get(Resident, resident_id).name = "曾德明"
        work.commit()

    assert _trail(workplace, "resident")[-1] == ("changed", {"name": ["曾德華", "曾德明"]})


def test_a_removed_part_stands_in_the_history(workplace: Workplace) -> None:
    resident_id = _household(workplace)
    with _work(workplace) as work:
        resident = work.get(Resident, resident_id)
        resident.phones.clear()
        work.commit()

    deed, values = _trail(workplace, "phone")[-1]
    assert (deed, values["digits"]) == ("removed", "91234567")


def test_a_save_that_changes_nothing_writes_no_history(workplace: Workplace) -> None:
    resident_id = _household(workplace)
    with _work(workplace) as work:
        resident = work.get(Resident, resident_id)
        resident.name = str(resident.name)
        work.commit()

    assert len(_trail(workplace, "resident")) == 1


def test_history_names_the_clerk_and_the_moment(workplace: Workplace, clock: FixedClock) -> None:
    _household(workplace)
    with workplace.reading() as reader:
        entry = reader.execute(select(History).where(History.kind == "resident")).one()

    assert (entry.actor_id, entry.at) == (workplace.actor.id, clock.now())


def test_a_new_name_is_found_and_the_old_one_no_more(workplace: Workplace) -> None:
    resident_id = _household(workplace)
    assert _found(workplace, "search_resident", "zdh") == (resident_id,)
    with _work(workplace) as work:
        work.get(Resident, resident_id).name = "陳小明"
        work.commit()

    assert _found(workplace, "search_resident", "zdh") == ()
    assert _found(workplace, "search_resident", "cxm") == (resident_id,)


def test_a_new_phone_finds_its_resident(workplace: Workplace) -> None:
    resident_id = _household(workplace)
    with _work(workplace) as work:
        resident = work.get(Resident, resident_id)
        resident.phones = [Phone(number="6876 5432", digits="68765432")]
        work.commit()

    assert _found(workplace, "search_resident", "5432") == (resident_id,)
    assert _found(workplace, "search_resident", "4567") == ()


def test_a_building_renamed_renames_its_rooms_in_the_search(workplace: Workplace) -> None:
    resident_id = _household(workplace)
    with _work(workplace) as work:
        work.session.scalars(select(Building)).one().name = "海棠閣"
        work.commit()
    with workplace.reading() as reader:
        terms = search_text.query_terms("海棠閣", hanzi)
        assert len(search_index.find(reader, "search_unit", terms, 10)) == 1
        assert search_index.find(reader, "search_resident", terms, 10) == (resident_id,)


def test_a_bulk_statement_is_refused_because_it_leaves_no_trail(workplace: Workplace) -> None:
    with pytest.raises(TypeError), _work(workplace) as work:
        work.session.execute(update(Reception).values(request=""))
    with pytest.raises(TypeError), _work(workplace) as work:
        work.session.execute(text("DELETE FROM reception"))


def test_a_save_over_a_colleagues_save_is_refused(workplace: Workplace) -> None:
    resident_id = _household(workplace)
    with _work(workplace) as work:
        work.get(Resident, resident_id).name = "陳小明"
        work.commit()
    with pytest.raises(StaleRecord) as stale, _work(workplace) as work:
        work.get_as_seen(Resident, resident_id, version=1)

    assert (stale.value.by, stale.value.at) == ("陳大文", workplace.now())


def test_a_record_that_is_not_there_is_not_found(workplace: Workplace) -> None:
    with pytest.raises(NotFound), _work(workplace) as work:
        work.get(Resident, 404)


def test_the_history_cannot_be_changed_or_shortened(workplace: Workplace) -> None:
    for statement in ("UPDATE history SET deed = 'x'", "DELETE FROM history"):
        with (
            pytest.raises(Exception, match="append-only"),
            workplace.storage.writing() as connection,
        ):
            connection.exec_driver_sql(statement)


def test_an_entry_changed_behind_the_programs_back_breaks_the_chain(workplace: Workplace) -> None:
    _household(workplace)
    with workplace.storage.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER history_is_not_changed")
        connection.exec_driver_sql("UPDATE history SET changes = '{}' WHERE id = 2")
        connection.commit()
    with workplace.reading() as reader:
        assert list(history.broken_entries(reader)) == [2]


def test_an_entry_taken_out_of_the_middle_breaks_the_chain(workplace: Workplace) -> None:
    _household(workplace)
    with workplace.reading() as reader:
        assert list(history.broken_entries(reader)) == []
    with workplace.storage.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER history_is_not_shortened")
        connection.exec_driver_sql("DELETE FROM history WHERE id = 3")
        connection.commit()
    with workplace.reading() as reader:
        assert list(history.broken_entries(reader)) == [4]


def test_every_recorded_table_has_a_version_that_guards_it() -> None:
    for table in Recorded.__subclasses__():
        assert table.__mapper__.version_id_col is table.__table__.c.version, table


def test_a_query_is_never_read_as_search_syntax() -> None:
    hostile = [['a" OR "b'], ["NEAR(", "*"]]

    assert search_index.match_expression(hostile) == '("a OR b") AND ("*" OR "NEAR(")'


def test_a_full_disk_is_a_fault_and_loses_nothing(workplace: Workplace) -> None:
    resident_id = _household(workplace)
    with workplace.storage.reading() as reader:
        pages = reader.exec_driver_sql("PRAGMA page_count").scalar()
    with pytest.raises(EnvironmentFault) as fault, _work(workplace) as work:
        connection = work.session.connection()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        work.add(_reception(workplace, work, request="長" * 4000))
        work.add(*[_reception(workplace, work, request="長" * 4000) for _ in range(20)])
        work.commit()

    assert fault.value.code == "storage.disk_full"
    assert _found(workplace, "search_resident", "zdh") == (resident_id,)
    with workplace.reading() as reader:
        assert reader.scalar(text("SELECT count(*) FROM reception")) == 0
