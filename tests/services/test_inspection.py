"""The inspection of a home: begun from a template, walked through, metered, settled, signed."""

from decimal import Decimal

import pytest

from desk.domain.inspection import Mark, PartPlan, RoomPlan, Signer, State, Verdict, typed
from desk.domain.meter import MeterKind, ReadingEntry
from desk.domain.permissions import Permission
from desk.errors import RuleRefused, StaleRecord
from desk.models.estate import Unit
from desk.services import inspection as inspections
from desk.services import inspection_signed as signed
from desk.services import inspection_template as templates
from desk.services import meter
from desk.services.inspection import Inspection
from desk.services.workplace import Workplace
from tests.services.conftest import Household
from tests.services.inspection_course import METERS, ROOMS, Course


@pytest.fixture
def course(workplace: Workplace, household: Household) -> Course:
    return Course(workplace, household.unit_id)


@pytest.fixture
def neighbour(workplace: Workplace, household: Household) -> int:
    """The unit next door."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        here = work.get(Unit, household.unit_id)
        unit = Unit(building=here.building, floor="12", door="C", label="A座12樓C室", position="2")
        work.session.add(unit)
        work.commit()
        return unit.id


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> set[str]:
    return {one.code for one in refused.value.reasons}


def missing(known: Inspection) -> set[str]:
    return {one.code for one in inspections.missing(known)}


def test_it_begins_with_the_estates_rooms_and_parts_unseen(course: Course) -> None:
    known = inspections.begin(course.workplace, course.unit_id, course.entry())
    assert known.detail.number == "A2026-000001"
    assert len(known.items) == sum(len(room.parts) for room in templates.shipped())
    assert {one.verdict for one in known.items} == {Verdict.UNSEEN}
    assert {"zh_Hant", "zh_Hans", "en"} == set(known.items[0].room)


def test_a_home_is_inspected_once_at_a_time(course: Course) -> None:
    course.begun()
    with pytest.raises(RuleRefused) as refused:
        course.begun()
    assert codes(refused) == {"inspection.begun"}


def test_the_whole_way_from_begun_to_complete(course: Course) -> None:
    known = course.begun()
    assert missing(known) == {
        "inspection.part.unseen",
        "inspection.meter.water",
        "inspection.meter.electricity",
        "inspection.meter.gas",
        "inspection.open",
        "inspection.unsigned.builder",
        "inspection.unsigned.owner",
        "inspection.unsigned.staff",
    }
    known = course.metered(course.judged(known, "窗"))
    known = inspections.finish(course.workplace, known.detail.id, known.detail.version)
    assert known.detail.state == State.DONE
    known = course.signed(known)
    assert known.is_complete and missing(known) == set()


def test_no_inspection_at_all_is_missing_too() -> None:
    assert [one.code for one in inspections.missing(None)] == ["inspection.missing"]


def test_it_is_not_settled_while_parts_are_unseen_or_meters_unread(course: Course) -> None:
    known = course.begun(builder="")
    window = next(one for one in known.items if one.part[""] == "窗")
    marks = [Mark(window.id, Verdict.FAIL)]
    known = inspections.judge(course.workplace, known.detail.id, known.detail.version, marks)
    with pytest.raises(RuleRefused) as refused:
        inspections.finish(course.workplace, known.detail.id, known.detail.version)
    assert codes(refused) == {
        "inspection.part.unseen",
        "inspection.fail.remark",
        "inspection.builder.missing",
        "inspection.meter.water",
        "inspection.meter.electricity",
        "inspection.meter.gas",
    }


def test_each_fail_becomes_a_defect_of_the_builders(course: Course) -> None:
    known = course.settled("窗", "地漏")
    assert [one.number for one in known.defects] == ["F2026-000001", "F2026-000002"]
    first = known.defects[0]
    assert (first.builder, first.contact, first.what) == ("新城建設", "林工", "窗有裂縫")
    assert first.inspection == known.detail.number


def test_nothing_failed_leaves_no_defect(course: Course) -> None:
    assert course.settled().defects == ()


def test_what_was_settled_is_not_marked_again(course: Course) -> None:
    known = course.settled()
    with pytest.raises(RuleRefused) as refused:
        course.judged(known, "窗")
    assert codes(refused) == {"inspection.done"}


def test_all_unseen_parts_of_a_room_pass_at_once(course: Course) -> None:
    known = course.begun()
    wall = known.items[0]
    fail = [Mark(wall.id, Verdict.FAIL, "裂縫")]
    known = inspections.judge(course.workplace, known.detail.id, known.detail.version, fail)
    marks = inspections.judge_room(known, wall.id)
    known = inspections.judge(course.workplace, known.detail.id, known.detail.version, marks)
    assert [one.verdict for one in known.items] == [Verdict.FAIL, Verdict.PASS, Verdict.UNSEEN]


def test_rooms_are_added_taken_off_and_renamed_when_it_is_begun(course: Course) -> None:
    known = course.begun()
    first, *_others = inspections.plan_of(known.facts)
    store = RoomPlan(typed("儲物室"), (PartPlan(typed("門")),))
    renamed = RoomPlan(first.names, (PartPlan(typed("北牆"), first.parts[0].id), first.parts[1]))
    known = inspections.arrange(
        course.workplace, known.detail.id, known.detail.version, (renamed, store)
    )
    assert [one.part[""] for one in known.items] == ["北牆", "窗", "門"]
    assert known.items[0].id == first.parts[0].id


def test_a_part_that_was_judged_stays_on_the_sheet(course: Course) -> None:
    known = course.judged(course.begun(), "窗")
    with pytest.raises(RuleRefused) as refused:
        inspections.arrange(course.workplace, known.detail.id, known.detail.version, ROOMS[:1])
    assert codes(refused) == {"inspection.part.judged"}


def test_somebody_elses_save_is_not_saved_over(course: Course) -> None:
    known = course.begun()
    course.judged(known)
    with pytest.raises(StaleRecord):
        course.judged(known)


# Meters


def test_a_meter_never_runs_backward_unless_somebody_says_why(course: Course) -> None:
    course.settled()
    again = course.begun()
    lower = ReadingEntry(MeterKind.WATER, "w-1", Decimal(12))
    with pytest.raises(RuleRefused) as refused:
        course.metered(again, lower)
    assert codes(refused) == {"meter.value.below"}
    explained = ReadingEntry(MeterKind.WATER, "w-1", Decimal(12), why="上次抄錯")
    known = course.metered(again, explained)
    assert known.readings[0].value == Decimal(12)


def test_a_reading_written_anew_replaces_the_one_before(course: Course) -> None:
    known = course.metered(course.begun())
    known = course.metered(known, ReadingEntry(MeterKind.WATER, "W-1", Decimal("13.125")))
    reading = known.reading(MeterKind.WATER)
    assert reading is not None and reading.value == Decimal("13.125")
    assert len(known.readings) == 3


def test_another_homes_meter_is_noticed(
    course: Course, workplace: Workplace, neighbour: int
) -> None:
    course.settled()
    other = Course(workplace, neighbour).begun()
    with pytest.raises(RuleRefused) as refused:
        course.metered(other, METERS[0])
    assert codes(refused) == {"meter.number.elsewhere"}


def test_a_void_inspections_readings_count_no_more(course: Course) -> None:
    known = course.metered(course.begun())
    inspections.void(course.workplace, known.detail.id, known.detail.version, "寫錯單位")
    again = course.begun()
    assert again.lasts == {}
    assert meter.of_unit(course.workplace, course.unit_id) == ()


# Signatures


def test_each_signature_is_written_down_once(course: Course) -> None:
    known = course.signed(course.begun(), Signer.OWNER)
    with pytest.raises(RuleRefused) as refused:
        course.signed(known, Signer.OWNER)
    assert codes(refused) == {"inspection.signed"}


def test_a_signature_that_is_not_on_the_sheet_is_taken_back(course: Course) -> None:
    known = course.signed(course.begun())
    known = signed.unsign(
        course.workplace, known.detail.id, known.detail.version, Signer.BUILDER, "未簽"
    )
    assert "inspection.unsigned.builder" in missing(known)
    assert "inspection.unsigned.owner" not in missing(known)


# Void


def test_it_is_not_void_over_the_head_of_its_open_defects(course: Course) -> None:
    known = course.settled("窗")
    with pytest.raises(RuleRefused) as refused:
        inspections.void(course.workplace, known.detail.id, known.detail.version, "寫錯")
    assert codes(refused) == {"inspection.void.defects"}


# The template


def test_the_template_is_the_estates_own_by_versions(course: Course) -> None:
    made = templates.write(course.workplace, 0, ROOMS, "本苑戶型")
    assert made.number == 1
    known = inspections.begin(course.workplace, course.unit_id, course.entry())
    assert (known.detail.template, len(known.items)) == (1, 3)
    with pytest.raises(RuleRefused) as refused:
        templates.write(course.workplace, 0, ROOMS, "再改")
    assert codes(refused) == {"inspection.template.newer"}
    assert [one.why for one in templates.versions(course.workplace)] == ["本苑戶型"]


def test_a_template_has_named_rooms_with_different_names(course: Course) -> None:
    twice = (ROOMS[0], ROOMS[0], RoomPlan(typed(""), ()))
    with pytest.raises(RuleRefused) as refused:
        templates.write(course.workplace, 0, twice, "")
    assert codes(refused) >= {
        "inspection.room.unnamed",
        "inspection.room.twice",
        "inspection.why.missing",
    }
