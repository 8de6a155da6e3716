"""Defects that wait, and what a meter showed last, are found by their own index."""

import datetime as dt

import pytest

from desk.models.lists import defect, inspection, meter
from desk.models.lists.defect import Filter
from desk.services.workplace import Workplace
from tests.models.test_plans_of_papers import plan

LAST = (dt.datetime(2026, 11, 21, tzinfo=dt.UTC), 5)
WAITS = ("open", "done")


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Filter(states=WAITS), "ix_defect_waits"),
        (Filter(states=WAITS, since=LAST[0], until=LAST[0]), "ix_defect_waits"),
        (Filter(), "ix_defect_found_at_id"),
        (Filter(states=("passed",)), "ix_defect_state_found_at_id"),
        (Filter(unit_id=1), "ix_defect_unit_id_found_at_id"),
    ],
)
def test_the_register_walks_an_index_in_its_order(
    workplace: Workplace, wanted: Filter, index: str
) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: defect.defects(reader, wanted, LAST, 50))
    assert index in found
    assert "TEMP B-TREE" not in found


def test_an_age_is_counted_on_the_index_of_what_waits(workplace: Workplace) -> None:
    wanted = Filter(states=WAITS, since=LAST[0], until=LAST[0])
    with workplace.reading() as reader:
        found = plan(reader, lambda: defect.number_of(reader, wanted, 100))
    assert "ix_defect_waits" in found


def test_the_last_reading_of_a_unit_is_found_at_once(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: meter.last(reader, 1, "water"))
        other = plan(reader, lambda: meter.other_unit(reader, 1, "water", "W-1"))
    assert "ix_meter_reading_unit_id_kind_read_on_id" in found
    assert "ix_meter_reading_kind_meter_number_id" in other
    assert "TEMP B-TREE" not in found + other


def test_the_open_inspection_of_a_unit_is_found_at_once(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: inspection.open_of_unit(reader, 1))
    assert "ix_inspection_open" in found
