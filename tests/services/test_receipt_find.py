"""A receipt and a mandate are opened by their number in the one search box."""

import pytest

from desk.domain import numbering
from desk.services import find, history, receipt
from desk.services.workplace import Workplace
from tests.services.test_receipt import ENTRY, signed


@pytest.mark.parametrize("scanned", [False, True])
def test_a_whole_number_opens_its_record(workplace: Workplace, scanned: bool) -> None:
    taken, held = receipt.take(workplace, ENTRY), signed(workplace)
    for kind, number, state in (
        ("receipt", taken.number, "held"),
        ("fee_mandate", held.number, "in_force"),
    ):
        said = numbering.scan_code(number) if scanned else number.lower().replace("-", "")
        found = find.find(workplace, said)
        assert found.exact is not None
        assert (found.exact_kind, found.exact.number, found.exact.state) == (kind, number, state)
        assert history.record_of_number(workplace, number)[0] == kind


def test_a_void_receipt_says_so_where_it_is_found(workplace: Workplace) -> None:
    known = receipt.take(workplace, ENTRY)
    receipt.void(workplace, known.id, known.version, "退款")
    found = find.find(workplace, known.number).exact
    assert found is not None
    assert (found.state, found.excerpt) == ("void", "修水龍頭")


def test_the_history_names_receipts_by_their_number(workplace: Workplace) -> None:
    known = receipt.take(workplace, ENTRY)
    (row,) = history.page(workplace, history.Filter(kind="receipt")).rows
    assert row.record == known.number
