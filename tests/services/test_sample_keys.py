"""The key log of the sample estate: something in every state."""

from collections import Counter

import pytest

from desk.domain.estate import Region
from desk.domain.key_board import HookState
from desk.services import custody_agreement, key_board, key_receipt
from desk.services.custody_agreement import AgreementFilter
from desk.services.key_receipt import KeyReceiptFilter
from tests.services.conftest import Sample


@pytest.mark.parametrize("region", list(Region))
def test_there_is_a_set_in_every_state(sample: Sample, region: Region) -> None:
    workplace = sample(region)
    states = Counter(one.state for one in key_board.board(workplace))
    agreements = custody_agreement.page(workplace, AgreementFilter()).rows
    receipts = key_receipt.page(workplace, KeyReceiptFilter()).rows
    standing = {custody_agreement.state(workplace, one) for one in agreements}
    assert states[HookState.IN] > 20
    assert (states[HookState.LENT], states[HookState.OVERDUE]) == (4, 2)
    assert (states[HookState.LOST], states[HookState.EMPTY]) == (1, 1)
    assert standing == {"in_force", "signing"}
    assert {one.state for one in receipts} == {"signed", "to_sign"}
