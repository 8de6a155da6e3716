"""Lost keys, as read: the losses of a set, those that are open, one with its steps."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from desk.domain.key_loss import LossFacts, LossState, state
from desk.models.estate import Unit
from desk.models.key_loan import KeyLoan
from desk.models.key_loss import KeyLoss, KeyLossStep
from desk.models.key_set import KeySet
from desk.models.lists import Reader
from desk.models.staff import Account

_EnteredBy = aliased(Account)
_WrittenOffBy = aliased(Account)


@dataclass(frozen=True)
class LossStepRow:
    """One step: done or waived, when, by whose hand; the last of a step holds."""

    id: int
    loss_id: int
    step: str
    answer: str
    at: datetime
    text: str
    replaced_by: str | None
    by: str


@dataclass(frozen=True)
class KeyLossRow:
    """One loss whole; `loan` is the one the set was out on."""

    id: int
    version: int
    key_set_id: int
    tag: str
    opens: str
    unit_id: int | None
    unit: str | None
    loan_id: int | None
    loan: str | None
    borrower: str | None
    noticed_at: datetime
    noticed_by: str
    circumstances: str
    entered_at: datetime
    entered_by: str
    found_at: datetime | None
    found_by: str
    found_text: str
    written_off_by: str | None
    write_off_why: str
    closed_at: datetime | None
    steps: tuple[LossStepRow, ...] = ()

    @property
    def facts(self) -> LossFacts:
        """What the rules ask about it."""
        return LossFacts(
            self.noticed_at,
            {one.step: one.answer for one in self.steps},
            is_found=self.found_at is not None,
            is_written_off=self.written_off_by is not None,
        )

    @property
    def state(self) -> LossState:
        """Where it stands."""
        return state(self.facts)


def of_set(reader: Reader, set_id: int) -> tuple[KeyLossRow, ...]:
    """Every loss of a set, the newest first."""
    query = _QUERY.where(KeyLoss.key_set_id == set_id).order_by(KeyLoss.id.desc())
    return _with_steps(reader, query)


def open_losses(reader: Reader, limit: int) -> tuple[KeyLossRow, ...]:
    """What is neither found nor written off, the oldest first."""
    query = _QUERY.where(KeyLoss.closed_at.is_(None)).order_by(KeyLoss.noticed_at, KeyLoss.id)
    return _with_steps(reader, query.limit(limit))


def detail(reader: Reader, loss_id: int) -> KeyLossRow | None:
    """One loss by its id."""
    return next(iter(_with_steps(reader, _QUERY.where(KeyLoss.id == loss_id))), None)


def _with_steps(reader: Reader, query: Select[*tuple[Any, ...]]) -> tuple[KeyLossRow, ...]:
    rows = [KeyLossRow(*row) for row in reader.execute(query)]
    steps = _steps(reader, [row.id for row in rows])
    return tuple(
        replace(row, steps=tuple(one for one in steps if one.loss_id == row.id)) for row in rows
    )


def _steps(reader: Reader, ids: Iterable[int]) -> list[LossStepRow]:
    query = (
        select(
            KeyLossStep.id,
            KeyLossStep.loss_id,
            KeyLossStep.step,
            KeyLossStep.answer,
            KeyLossStep.at,
            KeyLossStep.text,
            KeySet.tag,
            Account.name,
        )
        .join(Account, Account.id == KeyLossStep.entered_by_id)
        .outerjoin(KeySet, KeySet.id == KeyLossStep.replaced_by_id)
        .where(KeyLossStep.loss_id.in_(list(ids)))
        .order_by(KeyLossStep.id)
    )
    return [LossStepRow(*row) for row in reader.execute(query)]


_QUERY: Select[*tuple[Any, ...]] = (
    select(
        KeyLoss.id,
        KeyLoss.version,
        KeyLoss.key_set_id,
        KeySet.tag,
        KeySet.opens,
        KeySet.unit_id,
        Unit.label,
        KeyLoss.loan_id,
        KeyLoan.number,
        KeyLoan.borrower,
        KeyLoss.noticed_at,
        KeyLoss.noticed_by,
        KeyLoss.circumstances,
        KeyLoss.entered_at,
        _EnteredBy.name,
        KeyLoss.found_at,
        KeyLoss.found_by,
        KeyLoss.found_text,
        _WrittenOffBy.name,
        KeyLoss.write_off_why,
        KeyLoss.closed_at,
    )
    .select_from(KeyLoss)
    .join(KeySet, KeySet.id == KeyLoss.key_set_id)
    .join(_EnteredBy, _EnteredBy.id == KeyLoss.entered_by_id)
    .outerjoin(Unit, Unit.id == KeySet.unit_id)
    .outerjoin(KeyLoan, KeyLoan.id == KeyLoss.loan_id)
    .outerjoin(_WrittenOffBy, _WrittenOffBy.id == KeyLoss.written_off_by_id)
)
