"""What the tables of the key log hold by themselves, whatever a service forgets."""

from typing import Any

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from desk.domain.permissions import Permission
from desk.models.base import Base
from desk.models.key_loan import KeyLoan
from desk.models.key_loss import KeyLoss
from desk.models.key_set import KeySet
from desk.services.workplace import Workplace
from tests.conftest import NOW


def a_set(**told: Any) -> KeySet:
    given = {"tag": "E-01", "hook": "A1", "opens": "水泵房", "keys": 1, "basis": "estate"}
    moments = {"received_at": NOW, "entered_at": NOW, "free_at": NOW}
    return KeySet(**given | moments | {"entered_by_id": 1} | told)


def a_loan(number: str, **told: Any) -> KeyLoan:
    given = {"key_set_id": 1, "keys": 1, "borrower": "黃師傅", "proof": "known", "purpose": "檢修"}
    moments = {"out_at": NOW, "due_at": NOW, "entered_at": NOW}
    return KeyLoan(**given | moments | {"number": number, "lent_by_id": 1, "signed": "desk"} | told)


def a_loss(**told: Any) -> KeyLoss:
    given = {"key_set_id": 1, "noticed_by": "保安員", "circumstances": "不見了"}
    return KeyLoss(**given | {"noticed_at": NOW, "entered_at": NOW, "entered_by_id": 1} | told)


def written(workplace: Workplace, *rows: Base) -> None:
    with workplace.deed(Permission.REGISTER) as work:
        for row in rows:
            work.add(row)
        work.commit()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (a_set(hook="A2"), a_set(hook="A3")),
        (a_set(tag="E-02"), a_set(tag="E-03")),
        (a_loan("K2026-000001"), a_loan("K2026-000002")),
        (a_loan("K2026-000001", ended_at=NOW), a_loan("K2026-000001", ended_at=NOW)),
        (a_loss(), a_loss()),
    ],
    ids=["tag", "hook", "open loan", "number", "open loss"],
)
def test_one_at_a_time(workplace: Workplace, first: Base, second: Base) -> None:
    written(workplace, a_set(tag="E-00", hook=""), first)
    with pytest.raises(IntegrityError):
        written(workplace, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (a_set(left_at=NOW), a_set()),
        (a_set(tag="E-02", hook=""), a_set(tag="E-03", hook="")),
        (a_loan("K2026-000001", ended_at=NOW), a_loan("K2026-000002")),
        (a_loss(closed_at=NOW), a_loss()),
    ],
    ids=["tag and hook", "no hook", "loan", "loss"],
)
def test_what_is_over_makes_room(workplace: Workplace, first: Base, second: Base) -> None:
    written(workplace, a_set(tag="E-00", hook=""), first)
    written(workplace, second)
