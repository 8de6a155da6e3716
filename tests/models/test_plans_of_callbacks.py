"""What is owed and what was done is found by its own index, however many orders there are."""

import datetime as dt

import pytest

from desk.models.lists import (
    service_callback,
    service_callback_choice,
    service_callback_owed,
    service_callback_people,
    service_figures,
)
from desk.models.lists.service_callback import Filter
from desk.services.workplace import Workplace
from tests.models.test_plans_of_papers import plan

LAST = (dt.datetime(2026, 11, 21, tzinfo=dt.UTC), 5)
SPAN = (dt.datetime(2026, 11, 1, tzinfo=dt.UTC), dt.datetime(2026, 12, 1, tzinfo=dt.UTC))
MONTH = dt.date(2026, 11, 1)


@pytest.mark.parametrize("after", [None, LAST])
def test_callbacks_that_are_owed(
    workplace: Workplace, after: tuple[dt.datetime, int] | None
) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: service_callback_owed.owed(reader, after, 50))
    assert "ix_service_callback_choice_owed" in found
    assert "TEMP B-TREE" not in found


def test_callbacks_of_the_day(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: service_callback_owed.owed_until(reader, LAST[0], 20))
    assert "ix_service_callback_choice_owed" in found
    assert "TEMP B-TREE" not in found


def test_callbacks_of_which_nobody_was_told(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        wanted = Filter(untold=True)
        found = plan(reader, lambda: service_callback.callbacks(reader, wanted, LAST, 50))
    assert "ix_service_callback_untold" in found
    assert "TEMP B-TREE" not in found


@pytest.mark.parametrize("after", [None, LAST])
def test_callbacks_that_were_made(
    workplace: Workplace, after: tuple[dt.datetime, int] | None
) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: service_callback.callbacks(reader, Filter(), after, 50))
    assert "ix_service_callback_at_id" in found
    assert "TEMP B-TREE" not in found


def test_callbacks_of_an_order(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: service_callback.of_order(reader, 7))
    assert "ix_service_callback_order_id_id" in found


def test_how_many_orders_a_month_has_is_counted_in_the_index_alone(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: service_callback_choice.seen(reader, *SPAN))
    assert "COVERING INDEX ix_service_order_done_at_id" in found


def test_what_was_chosen_of_a_month(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: service_callback_choice.chosen(reader, MONTH))
    assert "ix_service_callback_choice_month_order_id" in found


def test_who_was_complained_about(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: service_callback_people.open_marks(reader, 50))
    assert "ix_service_person_mark_open" in found


def test_figures_look_at_the_orders_of_their_time_alone(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        for read in (
            lambda: service_figures.counts(reader, *SPAN),
            lambda: service_figures.items(reader, *SPAN),
            lambda: service_figures.behind(reader, SPAN, service_figures.Behind(), LAST, 50),
        ):
            assert "ix_service_order_done_at_id" in plan(reader, read)
