"""What callbacks and rework make of an order's place among those that are called back (R191, R256).

An answer counts for the work it was given about: once the order is done over it counts no more,
and the customer is asked again when the work is finished anew.
"""

from collections.abc import Sequence
from datetime import datetime

from desk.domain import service_callback as rules
from desk.models.lists import service_callback_choice as choice_list
from desk.models.lists.service_callback import CallbackRow
from desk.models.lists.service_callback_owed import ChoiceRow
from desk.models.service_callback import ServiceChoice
from desk.models.unit_of_work import UnitOfWork
from desk.services import service_callback_choice as choosing
from desk.services.workplace import Workplace

__all__ = ["done_again", "done_over", "settle"]


def settle(
    workplace: Workplace, work: UnitOfWork, order: ChoiceRow, callbacks: Sequence[CallbackRow]
) -> None:
    """What the callbacks of an order make of its choice: called back, let off, or owed still."""
    done_at = order.finished_at
    since = [one for one in callbacks if done_at is not None and one.at >= done_at]
    answer = next((one for one in since if one.facts.is_reached), None)
    row = _choice(work, order.id)
    if row is None and answer is not None and done_at is not None:
        row = _unasked(workplace, work, order.id, done_at)
    if row is None:
        return
    rule = choosing.rule_of(workplace, work, row.month)
    is_let_off = rules.is_let_off((one.facts for one in since), rule)
    nobody_asked = not row.classes and row.sample_id is None and answer is None
    row.called_at, row.how = (answer.at, answer.how) if answer else (None, "")
    row.satisfaction = answer.satisfaction if answer else ""
    row.let_off_at = work.now if is_let_off or nobody_asked else None
    work.flush()
    choice_list.put_seen(work.reader, row.month, None)


def done_over(work: UnitOfWork, order_id: int) -> None:
    """The work is done over: what the customer answered was about the former work (R256)."""
    row = _choice(work, order_id)
    if row is not None:
        _begin_again(row)


def done_again(workplace: Workplace, work: UnitOfWork, order_id: int, done_at: datetime) -> None:
    """The work is finished anew: the customer is asked about it within the term from now on,
    whenever it was done, and whatever else was done since (R191, R256)."""
    row = _choice(work, order_id)
    if row is not None:
        _begin_again(row)
        row.done_at = done_at
        row.due_at = choosing.due_of(workplace, work, row.month, done_at)


def _choice(work: UnitOfWork, order_id: int) -> ServiceChoice | None:
    key = choice_list.choice_id(work.reader, order_id)
    return work.get(ServiceChoice, key) if key else None


def _begin_again(row: ServiceChoice) -> None:
    row.called_at, row.how, row.satisfaction, row.let_off_at = None, "", "", None


def _unasked(
    workplace: Workplace, work: UnitOfWork, order_id: int, done_at: datetime
) -> ServiceChoice:
    """An order that nobody chose, and that is called back all the same: it counts for the share."""
    row = ServiceChoice(
        order_id=order_id,
        month=workplace.estate.custom.day(done_at).replace(day=1),
        done_at=done_at,
        due_at=done_at,
        chosen_at=work.now,
    )
    row.due_at = choosing.due_of(workplace, work, row.month, done_at)
    work.add(row)
    return row
