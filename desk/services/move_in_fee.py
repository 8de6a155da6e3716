"""What is collected at a move-in 收費: lines, another clerk's second look, receipts (R21, R32)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desk.domain import move_in as rules
from desk.domain import move_in_entry as entries
from desk.domain.move_in import EventKind, Fee, FeeEntry, FeeKind
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.receipt import LineEntry, Method, Place, ReceiptEntry
from desk.errors import EnvironmentFault, NotFound, RuleRefused
from desk.models.fee_mandate import FeeMandate
from desk.models.move_in import MoveIn as MoveInTable
from desk.models.move_in import MoveInFee
from desk.models.unit_of_work import UnitOfWork
from desk.services import move_in_case, receipt, sign_in
from desk.services.cleaning import Cleaning
from desk.services.move_in_case import KIND, finished, opened
from desk.services.move_in_view import MoveIn
from desk.services.workplace import Workplace

BETWEEN = "、"


@dataclass(frozen=True)
class PaidEntry:
    """What was paid: which lines (none named: all that wait), by whom, how, where, to whom."""

    fee_ids: tuple[int, ...] = ()
    payer: str = ""
    method: Method = Method.CASH
    place: Place = Place.CENTRE
    collected_by: str = ""
    reference: str = ""


# Deeds


def add(workplace: Workplace, move_in_id: int, version: int, given: Sequence[FeeEntry]) -> MoveIn:
    """Lines of what is due; another clerk looks at them before they are received (R21)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        cleaning = Cleaning()
        given = [replace(one, what=_what(cleaning, one.what)) for one in given]
        cleaning.refuse(*(entries.fee_reasons(case.facts, one) for one in given))
        for one in given:
            if one.kind is FeeKind.BUILDER and one.mandate_id is not None:
                work.get(FeeMandate, one.mandate_id)
            work.add(
                MoveInFee(
                    move_in_id=move_in_id,
                    kind=one.kind,
                    what=one.what,
                    amount=one.amount,
                    mandate_id=one.mandate_id if one.kind is FeeKind.BUILDER else None,
                    entered_at=work.now,
                    by_id=work.actor_id,
                )
            )
        return finished(workplace, work, case.row)


def drop(workplace: Workplace, move_in_id: int, version: int, fee_id: int) -> MoveIn:
    """A line that was wrong is off the case; it is kept."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        if not fee_id:
            raise RuleRefused([Reason("move_in.fee.unchosen", "fee")])
        (fee,) = chosen(case.facts.fees, [fee_id])
        Cleaning().refuse(entries.drop_reasons(case.facts, fee))
        work.get(MoveInFee, fee_id).dropped_at = work.now
        return finished(workplace, work, case.row)


def look(
    workplace: Workplace,
    move_in_id: int,
    version: int,
    fee_ids: Sequence[int] = (),
    by: tuple[str, str] | None = None,
) -> MoveIn:
    """The second look 複核 (R21): another clerk than who wrote the lines has checked them.

    `by` are login and password of a colleague who looks over the clerk's shoulder; without them it
    is the clerk at the desk. No `fee_ids`: every line that nobody has looked at.
    """
    workplace.require(Permission.REGISTER)
    looker = workplace if by is None else _colleague(workplace, *by)
    with looker.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        wait = [one for one in case.facts.fees if not (one.is_looked_at or one.is_received)]
        fees = chosen(case.facts.fees, fee_ids) if fee_ids else tuple(wait)
        Cleaning().refuse(entries.look_reasons(case.facts, fees, looker.actor.id))
        for one in fees:
            row = work.get(MoveInFee, one.id)
            row.looked_at, row.looked_by_id = work.now, looker.actor.id
        told = BETWEEN.join(one.what for one in fees)
        move_in_case.add_event(
            work, move_in_id, EventKind.LOOKED, person=looker.actor.name, text=told
        )
        return finished(workplace, work, case.row)


def receive(workplace: Workplace, move_in_id: int, version: int, entry: PaidEntry) -> MoveIn:
    """Money came in: receipts are written, the builder's apart and only by his mandate (R32)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, move_in_id, version)
        fees = (
            chosen(case.facts.fees, entry.fee_ids) if entry.fee_ids else _waiting(case.facts.fees)
        )
        second_look = case.rule.second_look
        Cleaning().refuse(entries.receive_reasons(case.facts, fees, second_look=second_look))
        numbers = []
        for _mandate, group in groupby(sorted(fees, key=_purse), key=_purse):
            numbers.append(_receive(work, case.row, tuple(group), entry))
        told = BETWEEN.join(numbers)
        move_in_case.add_event(work, move_in_id, EventKind.RECEIVED, text=told)
        return finished(workplace, work, case.row)


# Why not: the words on a shut button


def look_reasons(workplace: Workplace, known: MoveIn) -> tuple[Reason, ...]:
    """Why the clerk at the desk gives no second look; a colleague may sign in for it."""
    wait = [one for one in known.fees if not (one.is_looked_at or one.is_received)]
    given = entries.look_reasons(known.facts, wait, workplace.actor.id)
    return (*workplace.missing(Permission.REGISTER), *given)


def receive_reasons(workplace: Workplace, known: MoveIn) -> tuple[Reason, ...]:
    """Why nothing is received now."""
    second_look = known.rule.second_look
    given = entries.receive_reasons(known.facts, _waiting(known.fees), second_look=second_look)
    return (*workplace.missing(Permission.REGISTER), *given)


# Parts


def chosen(fees: Iterable[Fee], ids: Sequence[int]) -> tuple[Fee, ...]:
    """The lines of these ids, each once; NotFound when one is none of the case."""
    known = {one.id: one for one in fees}
    for one in ids:
        if one not in known:
            raise NotFound("move_in_fee", str(one))
    return tuple(known[one] for one in dict.fromkeys(ids))


def _what(cleaning: Cleaning, what: str) -> str:
    return cleaning.line(what, rules.WHAT_LIMIT, "what")


def _waiting(fees: Iterable[Fee]) -> tuple[Fee, ...]:
    return tuple(one for one in fees if not one.is_received)


def _purse(fee: Fee) -> int:
    """Whose money it is: the estate's own, or the builder's by his mandate."""
    return fee.mandate_id or 0


def _receive(work: UnitOfWork, row: MoveInTable, fees: Sequence[Fee], entry: PaidEntry) -> str:
    looked = dict.fromkeys(one.looked_by for one in fees if one.looked_by)
    mandate_id = fees[0].mandate_id
    written = receipt.write(
        work,
        ReceiptEntry(
            kind=KIND,
            record_id=row.id,
            unit_id=row.unit_id,
            payer=entry.payer or row.name,
            lines=tuple(LineEntry(one.what, one.amount) for one in fees),
            method=entry.method,
            place=entry.place,
            collected_by=entry.collected_by,
            reference=entry.reference,
            checked_by=BETWEEN.join(looked),
            for_builder=mandate_id is not None,
            mandate_id=mandate_id,
        ),
    )
    for one in fees:
        work.get(MoveInFee, one.id).receipt_id = written.id
    return written.number


def _colleague(workplace: Workplace, login: str, password: str) -> Workplace:
    """The desk as the colleague has it who looks over the clerk's shoulder."""
    try:
        return workplace.signed_in_as(sign_in.identified(workplace, login, password))
    except EnvironmentFault as fault:
        if fault.code != "sign_in.refused":
            raise
        raise RuleRefused([Reason("sign_in.refused", "password")]) from None
