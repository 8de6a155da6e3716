"""Words that thousands of records hold cost a page of a register, not a sort of every hit."""

from collections.abc import Callable
from typing import Any

import pytest

from desk.models.lists import Reader, defect, move_in, receipt, service_order
from desk.services.workplace import Workplace
from tests.models.test_plans_of_papers import plan

TERMS = (frozenset({"水龍"}), frozenset({"龍頭"}))
REGISTERS: tuple[tuple[Callable[[Reader], object], str], ...] = (
    (lambda reader: service_order.orders(reader, _narrowed(service_order), None, 50), "written_at"),
    (lambda reader: receipt.receipts(reader, _narrowed(receipt), None, 50), "received_at"),
    (lambda reader: defect.defects(reader, _narrowed(defect), None, 50), "found_at"),
    (lambda reader: move_in.cases(reader, _narrowed(move_in), None, 50), "written_at"),
)


def _narrowed(room: Any) -> Any:
    return room.Filter(terms=TERMS)


@pytest.mark.parametrize(("read", "order"), REGISTERS)
def test_a_register_narrowed_by_words_is_read_in_its_order(
    workplace: Workplace, read: Callable[[Reader], object], order: str
) -> None:
    with workplace.reading() as reader:
        found = plan(reader, lambda: read(reader))
    assert f"{order}_id" in found
    assert "TEMP B-TREE" not in found
