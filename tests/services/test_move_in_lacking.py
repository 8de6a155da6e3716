"""How much each move-in of a page lacks: the same as its own record says, in few queries."""

import pytest

from desk.domain.inspection import Signer
from desk.domain.move_in_filing import items
from desk.services import inspection, move_in, move_in_fee, receipt
from desk.services.move_in import MoveInFilter
from desk.services.move_in_lacking import lacking
from desk.services.move_in_view import MoveIn
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.inspection_course import Course as Inspections
from tests.services.move_in_course import MoveInCourse, key
from tests.services.statements import counted


@pytest.fixture
def course(workplace: Workplace, household: Household) -> MoveInCourse:
    return MoveInCourse(workplace, household.unit_id)


def listed(course: MoveInCourse) -> dict[int, int]:
    rows = move_in.page(course.workplace, MoveInFilter()).rows
    return dict(lacking(course.workplace, rows))


def same(course: MoveInCourse, case: MoveIn) -> int:
    """What the list says, which is what the record says."""
    said = listed(course)[case.detail.id]
    assert said == len(items(course.again(case).blockers))
    return said


def test_r36_the_list_says_what_the_record_says_at_every_step(course: MoveInCourse) -> None:
    case = course.written(by_agent=True, agent="李大文")
    said = [same(course, case)]
    for step in (
        course.with_family,
        course.with_papers,
        course.with_registration,
        course.with_agreements,
        course.with_materials,
        course.with_fee,
        course.with_keys,
        course.without_inspection,
    ):
        case = step(course.again(case))
        said.append(same(course, case))
    assert said[-1] == 1  # the fee
    case = move_in_fee.look(course.workplace, *key(case), by=course.colleague)
    assert same(course, case) == 1
    case = move_in_fee.receive(course.workplace, *key(case), move_in_fee.PaidEntry())
    assert same(course, case) == 0
    with course.workplace.reading() as reader:
        (paid,) = receipt.of_record(reader, "move_in", case.detail.id)
    receipt.void(course.workplace, paid.id, paid.version, "寫錯")
    assert same(course, case) == 1


def test_r30_an_inspection_counts_as_one_thing_until_it_is_settled_and_signed(
    course: MoveInCourse,
) -> None:
    case = course.written()
    without = same(course, case)
    inspections = Inspections(course.workplace, course.unit_id)
    known = inspections.settled(move_in_id=case.detail.id)
    assert same(course, case) == without
    inspections.signed(known, Signer.OWNER, Signer.BUILDER)
    assert same(course, case) == without
    known = inspection.get(course.workplace, known.detail.id)
    inspections.signed(known, Signer.STAFF)
    assert same(course, case) == without - 1


def test_a_case_that_is_not_open_lacks_nothing_on_the_list(course: MoveInCourse) -> None:
    course.filed()
    assert listed(course) == {}


def test_the_queries_do_not_grow_with_the_rows(course: MoveInCourse) -> None:
    case = course.written()
    with counted(course.workplace) as one:
        listed(course)
    move_in.void(course.workplace, *key(case), "寫錯")
    course.written()
    tenant = course.written(arrival=move_in.Arrival.TENANT)
    assert len(listed(course)) == 2
    with counted(course.workplace) as two:
        listed(course)
    assert tenant.detail.id in listed(course)
    assert len(one) == len(two)
