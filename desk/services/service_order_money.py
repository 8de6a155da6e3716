"""The money of a service order 顧客委託服務單: paid against a receipt, or let off (R244, R256)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desk.domain import service_order as values
from desk.domain import service_order_part_rules as rules
from desk.domain.approval import Answer, Line, Verdict
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.domain.receipt import LineEntry, Method, Place, ReceiptEntry
from desk.domain.service_order import EventKind
from desk.domain.service_order_moments import at_reasons
from desk.i18n import _
from desk.models.service_order import ServiceOrder
from desk.models.unit_of_work import UnitOfWork
from desk.services import approval, receipt, service_order_case
from desk.services.approval import Matter
from desk.services.cleaning import Cleaning
from desk.services.service_order_case import KIND, Order, add_event, finished, get, opened
from desk.services.workplace import Workplace

__all__ = ["MATTER", "PayEntry", "WaiveEntry", "own_reasons", "pay", "shown", "waive"]

MATTER = "waive"


@dataclass(frozen=True)
class PayEntry:
    """Money taken for an order (R244): where, and by whom.

    `amount` None is all that is owed; `payer` empty the customer; `collected_by` whoever took it at
    the home, the clerk at the desk where nobody is named; `received_at` None is now.
    """

    amount: Decimal | None = None
    method: Method = Method.CASH
    place: Place = Place.CENTRE
    payer: str = ""
    collected_by: str = ""
    reference: str = ""
    received_at: datetime | None = None
    remark: str = ""


@dataclass(frozen=True)
class WaiveEntry:
    """How much is let off 豁免、減收, and why (R256)."""

    amount: Decimal | None = None
    why: str = ""


def pay(workplace: Workplace, order_id: int, version: int, entry: PayEntry) -> Order:
    """The customer pays, and gets a receipt with a number of its own (R244)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        amount = case.facts.owed if entry.amount is None else entry.amount
        Cleaning().refuse(
            rules.pay_reasons(case.facts, amount),
            at_reasons(entry.received_at, case.facts.asked_at, work.now, "received_at"),
        )
        row = case.row
        written = receipt.write(
            work,
            ReceiptEntry(
                kind=KIND,
                record_id=order_id,
                unit_id=row.unit_id,
                payer=entry.payer or row.customer,
                lines=(LineEntry(row.item_name or row.wish[: values.ITEM_LIMIT], amount),),
                method=entry.method,
                place=entry.place,
                collected_by=entry.collected_by,
                reference=entry.reference,
                received_at=entry.received_at,
                remark=entry.remark,
            ),
        )
        told = {"person": written.collected_by, "text": written.number, "refers_to": written.id}
        at = written.received_at
        add_event(work, order_id, EventKind.PAID, at=at, amount=amount, **told)
        return finished(workplace, work, row)


def waive(
    workplace: Workplace, order_id: int, version: int, entry: WaiveEntry, said: Answer
) -> Order:
    """The manager lets the customer go without some of it, or all (R256): a second person's word.

    The word is kept either way. A manager at her own desk gives it herself (`login` is empty).
    """
    workplace.require(Permission.READ)
    known = get(workplace, order_id)
    cleaning = Cleaning()
    why = cleaning.line(entry.why, values.WHY_LIMIT, "why")
    amount = known.facts.owed if entry.amount is None else entry.amount
    cleaning.refuse(rules.waive_reasons(known.facts, amount, why))

    def follow(work: UnitOfWork) -> None:
        if said.decision is Verdict.GRANTED:
            _waived(work, order_id, amount, why)

    give = approval.give_each if said.login else approval.give_own
    give(workplace, [_matter(known, version)], said, follow)
    return get(workplace, order_id)


def shown(workplace: Workplace, known: Order, entry: WaiveEntry) -> tuple[Line, ...]:
    """What the manager is shown before giving the word."""
    workplace.require(Permission.READ)
    money = workplace.estate.custom.money
    amount = known.facts.owed if entry.amount is None else entry.amount
    return (
        Line(_("Service order"), known.detail.number),
        Line(_("Room"), known.detail.unit or known.detail.place),
        Line(_("Customer"), known.detail.customer),
        Line(_("Still owed"), money(known.facts.owed)),
        Line(_("Let off"), money(amount)),
        Line(_("Reason"), entry.why),
    )


def own_reasons(workplace: Workplace, known: Order) -> tuple[Reason, ...]:
    """Why the clerk at the desk may not let it off herself: then somebody else signs in."""
    given = approval.own_reasons(workplace, [_matter(known, known.detail.version)])
    return (*workplace.missing(Permission.READ), *given)


def _waived(work: UnitOfWork, order_id: int, amount: Decimal, why: str) -> None:
    """Inside the approver's own transaction."""
    row = work.get(ServiceOrder, order_id)
    row.waived, row.waived_why = row.waived + amount, why
    add_event(work, order_id, EventKind.WAIVED, text=why, amount=amount)
    service_order_case.settle(work, row)


def _matter(known: Order, version: int) -> Matter:
    roles = known.policy.post(Post.OFFICE_MANAGER).roles
    return Matter(KIND, known.detail.id, MATTER, roles, version)
