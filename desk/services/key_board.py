"""The key board 鑰匙板: every hook at a glance."""

from dataclasses import dataclass
from datetime import datetime

from desk.domain import key_board as rules
from desk.domain.key_board import HookState
from desk.models.lists import key_board as key_board_list
from desk.models.lists import key_set as key_set_list
from desk.models.lists.key_board import HookRow
from desk.services.workplace import Workplace

__all__ = ["Hook", "board"]


@dataclass(frozen=True)
class Hook:
    """One hook: what belongs there, and where that is now. An empty one has no set.

    A set without a hook has "" as its `hook`, and stands after those that hang.
    """

    hook: str
    state: HookState
    set_id: int | None = None
    tag: str = ""
    opens: str = ""
    keys: int = 0
    basis: str = ""
    unit: str = ""
    loan_id: int | None = None
    loan: str = ""
    borrower: str = ""
    company: str = ""
    out_at: datetime | None = None
    due_at: datetime | None = None


def board(workplace: Workplace) -> tuple[Hook, ...]:
    """Every hook in its natural order, empty ones among them."""
    now = workplace.now()
    with workplace.reading() as reader:
        rows = key_board_list.hooks(reader)
        once_used = key_set_list.hooks_once_used(reader)
    empty = rules.empty_hooks((row.hook for row in rows), once_used)
    found = [_hook(row, now) for row in rows]
    found += [Hook(hook, HookState.EMPTY) for hook in empty]
    return tuple(sorted(found, key=_order))


def _hook(row: HookRow, now: datetime) -> Hook:
    return Hook(
        hook=row.hook,
        state=_state(row, now),
        set_id=row.set_id,
        tag=row.tag,
        opens=row.opens,
        keys=row.keys,
        basis=row.basis,
        unit=row.unit,
        loan_id=row.loan_id,
        loan=row.loan,
        borrower=row.borrower,
        company=row.company,
        out_at=row.out_at,
        due_at=row.due_at,
    )


def _state(row: HookRow, now: datetime) -> HookState:
    if row.loss_id is not None:
        return HookState.LOST
    if row.due_at is None:
        return HookState.IN
    return HookState.OVERDUE if row.due_at < now else HookState.LENT


def _order(hook: Hook) -> tuple[bool, object, object]:
    return not hook.hook, rules.natural(hook.hook), rules.natural(hook.tag)
