"""Keys in the result list of the search box: every kind has its chip, its icon and its group."""

import pytest

from desk.domain.custody_agreement import AgreementState
from desk.domain.key_count import CountState
from desk.domain.key_loan import KeyLoanState
from desk.domain.key_receipt import ReceiptState
from desk.domain.key_set import KeySetState
from desk.services.workplace import Workplace
from desk.ui.kit.states import state_chip
from desk.ui.shell import finding
from tests.services.conftest import Household
from tests.services.conftest import household as of_estate
from tests.services.key_course import agreed, lent

STATES = {
    "key_set": KeySetState,
    "key_loan": KeyLoanState,
    "custody_agreement": AgreementState,
    "key_receipt": ReceiptState,
    "key_count": CountState,
}

household = of_estate


@pytest.mark.parametrize("kind", STATES)
def test_every_state_has_its_chip(kind: str) -> None:
    for state in STATES[kind]:
        assert state_chip(kind, state).text


def test_keys_are_found_and_opened_by_their_kind(
    workplace: Workplace, household: Household
) -> None:
    known, one = agreed(workplace, household)
    loan = lent(workplace, one, purpose="通風")
    asked = {
        "D-11": "key_set",
        loan.number: "key_loan",
        known.number: "custody_agreement",
    }
    for said, kind in asked.items():
        hits = [hit for group in finding.groups_of(workplace, said) for hit in group.items]
        assert [(hit.kind, hit.icon) for hit in hits] == [(kind, "key_custody")]
