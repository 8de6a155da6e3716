"""The day's lists read what is open through its own indices: closed cases are never walked over."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from desk.services import complaint, complaint_due, complaint_filing, today
from desk.services.complaint import ComplaintFilter
from desk.services.workplace import Workplace
from tests.services import case_course as course
from tests.services.statements import sent

DUE, GROUP = "ix_deadline_open_due", "ix_deadline_open_group"
STATE, TIME = "ix_complaint_state_received_at_id", "ix_complaint_received_at_id"
# What may be read without an index: the search index, a page in its own order, a row made up; and
# an index that holds nothing but what is open.
NO_WALK = (
    "SCAN search_reception VIRTUAL TABLE",
    f"SCAN complaint USING INDEX {TIME}",
    "SCAN service_change USING INDEX ix_service_change_open",
    "SCAN CONSTANT ROW",
    "SCAN (subquery",
)

DEEDS: dict[str, Callable[[Workplace], object]] = {
    "day": today.day,
    "count on the rail": today.owed_count,
    "complaints on the rail": today.complaint_count,
    "reminder": lambda desk: today.turned(desk, desk.now() - timedelta(hours=1)),
    "register": lambda desk: complaint.page(desk, ComplaintFilter()),
    "what is due": lambda desk: complaint.page(desk, ComplaintFilter(due=True)),
    "what is overdue": lambda desk: complaint.page(desk, ComplaintFilter(overdue=True)),
    "what runs out before tomorrow": complaint_due.due,
    "topics of open cases": complaint_filing.topics,
}


def plans(workplace: Workplace, deed: Callable[[Workplace], object]) -> list[str]:
    """Every step of what SQLite says it does for the statements of a deed."""
    with sent(workplace.storage.engine) as told:
        deed(workplace)
    asked = [(words, given) for words, given in told if words.lstrip().startswith("SELECT")]
    with workplace.reading() as reader:
        driver = reader.connection.driver_connection
        assert driver is not None
        return [
            str(row[3])
            for statement, given in asked
            for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}", given)
        ]


@pytest.mark.parametrize("name", DEEDS)
def test_nothing_is_walked_over_from_end_to_end(workplace: Workplace, name: str) -> None:
    course.filed(workplace)
    found = plans(workplace, DEEDS[name])
    assert found
    assert [step for step in found if "SCAN" in step and not step.startswith(NO_WALK)] == []


@pytest.mark.parametrize("name", DEEDS)
def test_what_is_owed_is_found_among_the_open_or_by_its_record(
    workplace: Workplace, name: str
) -> None:
    course.filed(workplace)
    steps = [one for one in plans(workplace, DEEDS[name]) if " deadline " in one]
    allowed = (f"{DUE} (", f"{GROUP} (", "ix_deadline_kind_record_id (kind=? AND record_id=?)")
    assert [one for one in steps if not any(index in one for index in allowed)] == []


def test_hot_complaints_are_found_among_the_hot(workplace: Workplace) -> None:
    found = plans(workplace, lambda desk: complaint.page(desk, ComplaintFilter(hot=True)))
    assert any("ix_complaint_hot" in step for step in found)


def test_yesterday_is_found_by_its_time(workplace: Workplace) -> None:
    course.filed(workplace)
    steps = plans(workplace, today.day)
    assert any(
        one.startswith(f"SEARCH complaint USING INDEX {TIME} (received_at>") for one in steps
    )
    assert any("ix_reception_happened_at_id (happened_at>" in one for one in steps)
    assert any(one.startswith(f"SEARCH complaint USING INDEX {STATE} (state=") for one in steps)
