"""Orders among many are found by an index in the order they are shown, however many there are."""

import datetime as dt

import pytest

from desk.models.lists import service_order, service_order_today
from desk.models.lists.service_order import Filter
from desk.services.workplace import Workplace
from tests.models.test_plans_of_papers import plan

LAST = (dt.datetime(2026, 11, 21, tzinfo=dt.UTC), 5)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Filter(), "ix_service_order_written_at_id"),
        (Filter(kind="repair"), "ix_service_order_kind_written_at_id"),
        (Filter(states=("done",)), "ix_service_order_state_written_at_id"),
        (Filter(unit_id=7), "ix_service_order_unit_id_written_at_id"),
        (Filter(person_id=7), "ix_service_order_person_id_written_at_id"),
        (Filter(open=True), "ix_service_order_open"),
        (Filter(complaint_id=7), "ix_service_order_complaint"),
        (Filter(reception_id=7), "ix_service_order_reception"),
    ],
)
@pytest.mark.parametrize("after", [None, LAST])
def test_a_page_of_the_register(
    workplace: Workplace,
    wanted: Filter,
    index: str,
    after: tuple[dt.datetime, int] | None,
) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: service_order.orders(reader, wanted, after, 50))
    assert index in found
    by_few = wanted.complaint_id is not None or wanted.reception_id is not None
    assert by_few or "TEMP B-TREE" not in found


def test_doors_at_which_somebody_is_late(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        wanted = Filter(late_at=LAST[0])
        found = plan(reader, lambda: service_order.orders(reader, wanted, None, 50))
    assert "ix_service_order_awaited" in found or "ix_service_order_open" in found


def test_what_was_done_in_a_month(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: service_order.done_between(reader, LAST[0], LAST[0]))
    assert "ix_service_order_done_at_id" in found
    assert "TEMP B-TREE" not in found


def test_what_the_day_asks(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        doors = plan(reader, lambda: service_order_today.arrivals(reader, LAST[0], 20))
        waiting = plan(reader, lambda: service_order_today.waiting(reader, 20))
        late = plan(reader, lambda: service_order_today.late_number(reader, LAST[0], 20))
    assert "ix_deadline_open_group" in doors
    assert "ix_deadline_open_group" in late
    assert "ix_service_change_open" in waiting
    assert "TEMP B-TREE" not in doors + waiting
