"""The household file 住戶檔案: everything of a unit, newest first, paged by key (R57, R63)."""

import datetime as dt
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.domain.household_file import GROUPS, KINDS, Group
from desk.domain.move_in_filing import MoveOutEntry
from desk.domain.reception import ReceptionEntry
from desk.domain.release_pass_rule import PassKind
from desk.errors import NotFound
from desk.models.lists import household_file_sources
from desk.models.lists.household_file import FileRow
from desk.services import household_file, move_in_leaving, reception
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.move_in_course import MoveInCourse, key
from tests.services.pass_course import Course
from tests.services.test_move_in_leaving import gone


@pytest.fixture
def course(workplace: Workplace, household: Household) -> MoveInCourse:
    return MoveInCourse(workplace, household.unit_id)


def visit(workplace: Workplace, unit_id: int, request: str) -> None:
    reception.register(
        workplace,
        ReceptionEntry(workplace.now(), caller_name="曾德華", request=request, unit_id=unit_id),
    )


def everything(workplace: Workplace, unit_id: int, limit: int) -> list[FileRow]:
    found: list[FileRow] = []
    after = None
    while True:
        page = household_file.entries(workplace, unit_id, (), after, limit)
        found += page.rows
        after = page.next_key
        if after is None:
            return found


def test_every_kind_belongs_to_a_group_and_is_read() -> None:
    assert set(GROUPS) == set(household_file_sources.SOURCES)
    assert set(KINDS) == set(Group)


def test_the_file_has_what_was_done_for_the_unit_newest_first(
    course: MoveInCourse, tmp_path: Path, clock: FixedClock
) -> None:
    desk = course.workplace
    visit(desk, course.unit_id, "查詢入住")
    clock.advance(dt.timedelta(hours=1))
    case = course.filed()
    clock.advance(dt.timedelta(hours=1))
    known = Course(desk, course.unit_id, tmp_path).draft(PassKind.MOVING_OUT)
    found = everything(desk, course.unit_id, 50)
    assert [one.number for one in found][:1] == [known.detail.number]
    assert (found[-1].kind, found[-1].what) in {("resident", "owner"), ("reception", "查詢入住")}
    kinds = {one.kind for one in found}
    assert {"reception", "move_in", "move_in_document", "receipt", "key_receipt"} <= kinds
    assert {"release_pass", "resident"} <= kinds
    paid = next(one for one in found if one.kind == "receipt")
    assert (paid.who, paid.what) == ("曾德華", "11月物業服務費")
    moved = next(one for one in found if one.kind == "move_in")
    assert (moved.number, moved.state, moved.opens_id) == (
        case.detail.number,
        "filed",
        case.detail.id,
    )


def test_the_file_goes_on_when_the_household_has_left(
    course: MoveInCourse, tmp_path: Path, clock: FixedClock
) -> None:
    desk, case = course.workplace, course.filed()
    clock.advance(dt.timedelta(days=1))
    passes = Course(desk, course.unit_id, tmp_path)
    gone(passes, passes.proven(PassKind.MOVING_OUT))
    clock.advance(dt.timedelta(hours=1))
    move_in_leaving.move_out(desk, *key(course.again(case)), MoveOutEntry(course.today))
    file = household_file.of(desk, course.unit_id)
    first = file.page.rows[0]
    assert (first.kind, first.what, first.number) == (
        "move_in_event",
        "moved_out",
        case.detail.number,
    )
    told = [one.what for one in file.page.rows if one.kind == "move_in_event"]
    assert told == ["moved_out", "filed"]
    assert file.household.residents == ()
    people = {(one.who, one.state) for one in file.page.rows if one.kind == "resident"}
    assert {state for _who, state in people} == {"former"}
    assert {"move_in_document", "receipt", "key_receipt", "release_pass"} <= {
        one.kind for one in file.page.rows
    }


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_of_any_size_are_the_whole_once(
    course: MoveInCourse, clock: FixedClock, limit: int
) -> None:
    course.filed()
    for at in range(3):
        visit(course.workplace, course.unit_id, f"第{at}次")
    clock.advance(dt.timedelta(minutes=1))
    visit(course.workplace, course.unit_id, "再次")
    whole = everything(course.workplace, course.unit_id, 500)
    assert everything(course.workplace, course.unit_id, limit) == whole
    keys = [(one.kind, one.id) for one in whole]
    assert len(keys) == len(set(keys))
    assert [one.at for one in whole] == sorted((one.at for one in whole), reverse=True)


def test_the_file_is_narrowed_to_a_group(course: MoveInCourse) -> None:
    course.filed()
    visit(course.workplace, course.unit_id, "查詢")
    for group in Group:
        page = household_file.entries(course.workplace, course.unit_id, (group,))
        assert {one.kind for one in page.rows} <= set(KINDS[group])
    file = household_file.of(course.workplace, course.unit_id, (Group.VISITS,))
    assert [one.what for one in file.page.rows] == ["查詢"]
    assert [one.name for one in file.household.residents] == ["曾德華", "曾小明"]


def test_another_units_records_are_not_in_the_file(course: MoveInCourse) -> None:
    visit(course.workplace, course.unit_id, "查詢")
    assert household_file.entries(course.workplace, course.unit_id + 1).rows == ()
    with pytest.raises(NotFound):
        household_file.of(course.workplace, course.unit_id + 1)


@pytest.mark.parametrize("kind", household_file_sources.SOURCES)
def test_no_page_of_the_file_walks_a_whole_table(course: MoveInCourse, kind: str) -> None:
    source = household_file_sources.SOURCES[kind](course.unit_id)
    query = source.query.order_by(source.at.desc(), source.id.desc()).limit(10)
    with course.workplace.storage.reading() as reader:
        said = str(query.compile(reader, compile_kwargs={"literal_binds": True}))
        plan = reader.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}").all()
    steps = [str(row[-1]) for row in plan]
    assert [one for one in steps if one.startswith("SCAN")] == []
