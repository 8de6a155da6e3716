"""Clocks that stand still and go on, on a real database."""

from datetime import timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.clock_pause import ALL, PauseEntry, ResumeEntry
from desk.errors import RuleRefused, StaleRecord
from desk.services import clock_pause, complaint_approval
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services.case_course import filed

HOUR = timedelta(hours=1)


def paused_rows(workplace: Workplace, case: Case) -> set[str]:
    with workplace.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT clock FROM deadline WHERE record_id = ? AND paused", (case.detail.id,)
        )
        return {row[0] for row in rows}


def test_a_clock_stands_still_and_its_time_is_given_back(
    workplace: Workplace, clock: FixedClock
) -> None:
    case = filed(workplace)
    due = {one.code: one.due_at for one in case.clocks}["solve.minor"]
    clock.advance(HOUR)
    entry = PauseEntry(clock.moment, "solve.minor", "等待零件")
    case = clock_pause.pause(workplace, case.detail.id, case.detail.version, entry)
    assert paused_rows(workplace, case) == {"solve.minor"}
    (pause,) = case.facts.pauses
    assert (pause.why, pause.by) == ("等待零件", "陳大文")
    clock.advance(5 * HOUR)
    on = ResumeEntry(clock.moment, pause.id, "零件已到")
    case = clock_pause.resume(workplace, case.detail.id, case.detail.version, on)
    (pause,) = case.facts.pauses
    assert (pause.ends_at, pause.ends_why) == (NOW + 6 * HOUR, "零件已到")
    assert {one.code: one.due_at for one in case.clocks}["solve.minor"] == due + 5 * HOUR
    assert paused_rows(workplace, case) == set()


def test_all_clocks_stand_still_at_once(workplace: Workplace) -> None:
    case = filed(workplace)
    entry = PauseEntry(NOW, ALL, "颱風停班")
    case = clock_pause.pause(workplace, case.detail.id, case.detail.version, entry)
    assert {"solve.minor", "hand_out", "promotion"} <= paused_rows(workplace, case)
    with pytest.raises(RuleRefused) as refused:
        clock_pause.pause(workplace, case.detail.id, case.detail.version, entry)
    assert [reason.code for reason in refused.value.reasons] == ["clock.paused_already"]
    with pytest.raises(StaleRecord):
        clock_pause.pause(workplace, case.detail.id, 1, entry)


def test_r150_a_clock_that_ran_out_is_not_stopped_as_of_before(
    workplace: Workplace, clock: FixedClock
) -> None:
    case = filed(workplace)
    clock.advance(72 * HOUR)
    for stopped in (ALL, "solve.minor"):
        entry = PauseEntry(NOW + HOUR, stopped, "補記")
        with pytest.raises(RuleRefused) as refused:
            clock_pause.pause(workplace, case.detail.id, case.detail.version, entry)
        assert [one.code for one in refused.value.reasons] == ["complaint.overrun.written_away"]
    entry = PauseEntry(clock.moment, ALL, "颱風停班")
    case = clock_pause.pause(workplace, case.detail.id, case.detail.version, entry)
    assert [one.matter for one in complaint_approval.wanted(case)] == ["overrun:solve.minor"]
