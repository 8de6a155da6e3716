"""What is few among many papers and loans is found by its own index, however many there are."""

import datetime as dt
from collections.abc import Callable

import pytest

from desk.models.lists import Reader, key_loan, signed_paper, today_registers
from desk.models.lists.key_loan import Filter
from desk.services.workplace import Workplace
from tests.services.statements import plans

LAST = (dt.datetime(2026, 11, 21, tzinfo=dt.UTC), 5)


def plan(reader: Reader, read: Callable[[], object]) -> str:
    """How the database goes about the first query of a list."""
    return plans(reader, read)[0]


@pytest.mark.parametrize("form", [None, "key_loan"])
def test_papers_that_are_out(workplace: Workplace, form: str | None) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: signed_paper.out(reader, form, LAST, 50))
    assert "ix_print_log_out" in found
    assert "ix_print_log_form" not in found


@pytest.mark.parametrize("wanted", [Filter(is_open=True), Filter(overdue_at=LAST[0])])
def test_loans_that_are_open(workplace: Workplace, wanted: Filter) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: key_loan.loans(reader, wanted, LAST, 50))
    assert "ix_key_loan_due" in found or "uq_key_loan_open" in found
    assert "ix_key_loan_out_at_id" not in found


def test_passes_that_expired_lately(workplace: Workplace) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: today_registers.expired_passes(reader, LAST[0], 50))
    assert "ix_release_pass_state_ends_id" in found
    assert "TEMP B-TREE" not in found
