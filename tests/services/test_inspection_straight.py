"""What would bend an inspection: another home's sheet, a look before it is done (R30, R35)."""

import datetime as dt

import pytest

from desk.clock import FixedClock
from desk.domain.defect import DoneEntry, RecheckEntry
from desk.domain.inspection import Verdict
from desk.domain.permissions import Permission
from desk.errors import NotFound, RuleRefused
from desk.models.estate import Building, Unit
from desk.services import defect
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.inspection_course import Course
from tests.services.move_in_course import MoveInCourse


def test_the_sheet_of_another_home_is_none_of_the_case(
    workplace: Workplace, household: Household
) -> None:
    case = MoveInCourse(workplace, household.unit_id).written()
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        building = Building(name="B座")
        other = Unit(building=building, floor="1", door="A", label="B座1樓A室", position="2")
        work.add(other)
        work.commit()
    with pytest.raises(RuleRefused) as refused:
        Course(workplace, other.id).begun(move_in_id=case.detail.id)
    assert [one.code for one in refused.value.reasons] == ["inspection.move_in.other_unit"]
    with pytest.raises(NotFound):
        Course(workplace, other.id).begun(move_in_id=999)
    Course(workplace, household.unit_id).begun(move_in_id=case.detail.id)


def test_nothing_is_looked_at_again_before_it_is_done(
    workplace: Workplace, household: Household, clock: FixedClock
) -> None:
    known = Course(workplace, household.unit_id).defect("窗")
    clock.moment += dt.timedelta(hours=5, seconds=20)
    known = defect.done(workplace, known.detail.id, known.detail.version, DoneEntry("林工"))
    early = RecheckEntry(Verdict.PASS, "何小姐", at=clock.moment - dt.timedelta(hours=3))
    with pytest.raises(RuleRefused) as refused:
        defect.recheck(workplace, known.detail.id, known.detail.version, early)
    assert [one.code for one in refused.value.reasons] == ["defect.not_done"]
    same_minute = RecheckEntry(Verdict.PASS, "何小姐", at=clock.moment - dt.timedelta(seconds=20))
    known = defect.recheck(workplace, known.detail.id, known.detail.version, same_minute)
    assert known.detail.state == "passed"
