"""The key log of the sample estate: something in every state, the same for the same seed."""

from collections import Counter
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Region
from desk.domain.key_board import HookState
from desk.services import custody_agreement, key_board, key_loan, key_receipt, sample_estate
from desk.services.custody_agreement import AgreementFilter
from desk.services.key_loan import KeyLoanFilter
from desk.services.key_receipt import KeyReceiptFilter
from desk.services.sample_estate import Size
from desk.services.workplace import Workplace
from tests.conftest import CHEAP


def made(path: Path, clock: FixedClock, region: Region = Region.HK, seed: int = 1) -> Workplace:
    size = Size(30, 20, seed, region)
    return sample_estate.create(DataFolder(path), size, clock, cost=CHEAP)[0]


@pytest.mark.parametrize("region", list(Region))
def test_there_is_a_set_in_every_state(tmp_path: Path, clock: FixedClock, region: Region) -> None:
    workplace = made(tmp_path / region, clock, region)
    states = Counter(one.state for one in key_board.board(workplace))
    agreements = custody_agreement.page(workplace, AgreementFilter()).rows
    receipts = key_receipt.page(workplace, KeyReceiptFilter()).rows
    standing = {custody_agreement.state(workplace, one) for one in agreements}
    workplace.close()
    assert states[HookState.IN] > 20
    assert (states[HookState.LENT], states[HookState.OVERDUE]) == (4, 2)
    assert (states[HookState.LOST], states[HookState.EMPTY]) == (1, 1)
    assert standing == {"in_force", "signing"}
    assert {one.state for one in receipts} == {"signed", "to_sign"}


def test_the_same_seed_gives_the_same_keys(tmp_path: Path, clock: FixedClock) -> None:
    told = []
    for name, seed in (("one", 5), ("two", 5), ("three", 6)):
        workplace = made(tmp_path / name, clock, seed=seed)
        loans = key_loan.page(workplace, KeyLoanFilter(), None, 500).rows
        told.append((key_board.board(workplace), loans))
        workplace.close()
    assert told[0] == told[1]
    assert told[1] != told[2]
