"""What is done with a receipt 收據: write, void, look (F25, R32, R244).

`write` is part of another room's deed, `take` a deed of its own. A receipt is never changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desk.domain import receipt as rules
from desk.domain.fee_mandate import MandateFacts
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.receipt import LineEntry, Method, Place, ReceiptEntry, Sum
from desk.errors import NotFound
from desk.models.base import Recorded
from desk.models.estate import Unit
from desk.models.lists import Page, Reader
from desk.models.lists import fee_mandate as mandate_list
from desk.models.lists import history as history_list
from desk.models.lists import receipt as receipt_list
from desk.models.lists.receipt import Filter, Key, ReceiptRow
from desk.models.receipt import Receipt, ReceiptLine
from desk.models.unit_of_work import UnitOfWork
from desk.services import paper_let_go, policy, receipt_order
from desk.services.cleaning import Cleaning
from desk.services.search_words import terms_of
from desk.services.workplace import Workplace

__all__ = [
    "Key",
    "LineEntry",
    "Method",
    "Place",
    "ReceiptEntry",
    "ReceiptFilter",
    "ReceiptRow",
    "Sum",
    "about",
    "get",
    "of_record",
    "page",
    "paid",
    "record_of",
    "see_blockers",
    "see_void",
    "sums",
    "take",
    "void",
    "void_blockers",
    "write",
]

KIND = "receipt"
LETTER = "Y"
PAGE = 50


@dataclass(frozen=True)
class ReceiptFilter:
    """What the register is narrowed to; days are the estate's, both included."""

    method: Method | None = None
    unit_id: int | None = None
    mandate_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    text: str = ""


# Deeds


def take(workplace: Workplace, entry: ReceiptEntry) -> ReceiptRow:
    """Money came in at the desk: number its receipt and write it down.

    Not that of an order or a move-in: what is owed there is asked there, and it counts there.
    """
    with workplace.deed(Permission.REGISTER) as work:
        Cleaning().refuse(rules.record_reasons(entry.kind))
        row = write(work, entry)
        work.commit()
    return row


def write(work: UnitOfWork, entry: ReceiptEntry) -> ReceiptRow:
    """A receipt inside the caller's transaction; every reason against it is refused at once.

    Whether the clerk may do the deed is the caller's to ask.
    """
    entry = _ready(work, entry)
    row = _receipt(work, entry)
    work.add(row)
    work.flush()
    found = receipt_list.detail(work.reader, row.id)
    assert found is not None
    return found


def void(workplace: Workplace, receipt_id: int, version: int, why: str) -> ReceiptRow:
    """It does not hold: a slip of the pen, money given back. Its number stays.

    Whoever is there does it alone, at night too; another who may give the word looks at it
    afterwards (`see_void`), also where a manager did it.
    """
    with workplace.deed(Permission.REGISTER) as work:
        row = work.get_as_seen(Receipt, receipt_id, version)
        _void(work, row, why)
        return work.committed(receipt_list.detail, KIND, receipt_id)


def see_void(workplace: Workplace, receipt_id: int, version: int) -> ReceiptRow:
    """A second person has looked at a receipt that is void, and at its money: it is as it says."""
    with workplace.deed(Permission.APPROVE) as work:
        row = work.get_as_seen(Receipt, receipt_id, version)
        facts = rules.VoidFacts(bool(row.void_why), row.void_by_id, row.void_seen_at is not None)
        Cleaning().refuse(rules.seen_reasons(facts, work.actor_id))
        row.void_seen_at, row.void_seen_by_id = work.now, work.actor_id
        return work.committed(receipt_list.detail, KIND, receipt_id)


# Looking


def get(workplace: Workplace, key: int | str) -> ReceiptRow:
    """One receipt by its id or its number; NotFound when there is none."""
    with workplace.reading() as reader:
        if isinstance(key, int):
            found = receipt_list.detail(reader, key)
        else:
            found = receipt_list.detail_by_number(reader, key)
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def record_of(workplace: Workplace, number: str) -> tuple[str, int]:
    """The kind and id of the record that money is taken for, by its number; NotFound for none."""
    with workplace.reading() as reader:
        found = history_list.record_of_number(reader, number)
    if found is None:
        raise NotFound("record", number)
    return found


def about(workplace: Workplace, known: ReceiptRow) -> str:
    """The number of the record it was paid for; "" where it was paid for none that has one."""
    if known.record_id is None:
        return ""
    with workplace.reading() as reader:
        return history_list.number_of_record(reader, known.kind, known.record_id)


def of_record(reader: Reader, kind: str, record_id: int) -> tuple[ReceiptRow, ...]:
    """The receipts of a record, oldest first, the void among them."""
    return receipt_list.of_record(reader, kind, record_id)


def paid(receipts: Iterable[ReceiptRow]) -> Decimal:
    """What was paid by those of the receipts that hold."""
    return sum((one.total for one in receipts if not one.is_void), Decimal())


def page(
    workplace: Workplace, wanted: ReceiptFilter, after: Key | None = None, limit: int = PAGE
) -> Page[ReceiptRow]:
    """Some of the register, newest first, without the lines."""
    custom = workplace.estate.custom
    first, last = wanted.first_day, wanted.last_day
    narrowed = Filter(
        method=wanted.method,
        unit_id=wanted.unit_id,
        mandate_id=wanted.mandate_id,
        since=custom.day_bounds(first)[0] if first else None,
        until=custom.day_bounds(last)[1] if last else None,
        terms=terms_of(wanted.text),
    )
    with workplace.reading() as reader:
        return receipt_list.receipts(reader, narrowed, after, limit)


def sums(workplace: Workplace, first: date, last: date) -> tuple[Sum, ...]:
    """What came in from the first to the last day, both included, by the way it was paid."""
    bounds = workplace.estate.custom.day_bounds
    with workplace.reading() as reader:
        return receipt_list.sums(reader, bounds(first)[0], bounds(last)[1])


def void_blockers(workplace: Workplace, known: ReceiptRow) -> tuple[Reason, ...]:
    """Why it is not declared void now: the words on a shut button."""
    missing = workplace.missing(Permission.REGISTER)
    return (*missing, *rules.void_reasons(known.number, is_void=known.is_void))


def see_blockers(workplace: Workplace, known: ReceiptRow) -> tuple[Reason, ...]:
    """Why its being void is not looked at now: the words on a shut button."""
    missing = workplace.missing(Permission.APPROVE)
    return (*missing, *rules.seen_reasons(known.void_facts, workplace.actor.id))


# Parts


def _ready(work: UnitOfWork, entry: ReceiptEntry) -> ReceiptEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    entry = replace(
        entry,
        payer=cleaning.line(entry.payer, rules.PAYER_LIMIT, "payer"),
        collected_by=cleaning.line(entry.collected_by, rules.COLLECTOR_LIMIT, "collected_by"),
        checked_by=cleaning.line(entry.checked_by, rules.COLLECTOR_LIMIT, "checked_by"),
        reference=cleaning.line(entry.reference, rules.REFERENCE_LIMIT, "reference"),
        remark=cleaning.line(entry.remark, rules.REMARK_LIMIT, "remark"),
        lines=tuple(
            replace(line, what=cleaning.line(_one_line(line.what), rules.WHAT_LIMIT, "lines"))
            for line in entry.lines
        ),
    )
    day = work.day_of(entry.received_at or work.now)
    late = policy.in_force(work.reader, work.day_of(work.now)).policy.orders.money_days
    mandate = _mandate(work.reader, entry)
    cleaning.refuse(rules.entry_reasons(entry, work.now, day, mandate, money_days=late))
    _refuse_unknown(work, entry)
    return entry


def _one_line(text: str) -> str:
    """What somebody wished for in several lines is one on a receipt."""
    return " ".join(text.split())


def _mandate(reader: Reader, entry: ReceiptEntry) -> MandateFacts | None:
    if entry.mandate_id is None:
        return None
    found = mandate_list.detail(reader, entry.mandate_id)
    if found is None:
        raise NotFound("fee_mandate", str(entry.mandate_id))
    return found.facts


def _refuse_unknown(work: UnitOfWork, entry: ReceiptEntry) -> None:
    """NotFound for a unit or a record that is not there."""
    if entry.unit_id is not None:
        work.get(Unit, entry.unit_id)
    if entry.record_id is not None:
        tables = {table.__tablename__: table for table in Recorded.__subclasses__()}
        if entry.kind not in tables:
            raise NotFound(entry.kind, str(entry.record_id))
        record = work.get(tables[entry.kind], entry.record_id)
        home = getattr(record, "unit_id", None)
        if entry.unit_id is not None and home not in (None, entry.unit_id):
            Cleaning().refuse((Reason("receipt.unit.elsewhere", "unit"),))


def _receipt(work: UnitOfWork, entry: ReceiptEntry) -> Receipt:
    return Receipt(
        number=work.next_number(LETTER),
        kind=entry.kind if entry.record_id is not None else "",
        record_id=entry.record_id,
        unit_id=entry.unit_id,
        payer=entry.payer,
        total=entry.total,
        method=entry.method,
        place=entry.place,
        reference=entry.reference,
        collected_by=entry.collected_by or _actor(work),
        checked_by=entry.checked_by,
        mandate_id=entry.mandate_id,
        remark=entry.remark,
        received_at=entry.received_at or work.now,
        entered_at=work.now,
        by_id=work.actor_id,
        lines=[
            ReceiptLine(place=place, what=line.what, amount=line.amount)
            for place, line in enumerate(entry.lines, start=1)
        ],
    )


def _actor(work: UnitOfWork) -> str:
    assert work.actor_id is not None
    return receipt_list.clerk(work.reader, work.actor_id)


def _void(work: UnitOfWork, row: Receipt, why: str) -> None:
    cleaning = Cleaning()
    why = cleaning.line(why, rules.WHY_LIMIT, "why")
    cleaning.refuse(rules.void_reasons(why, is_void=bool(row.void_why)))
    row.void_why, row.void_at, row.void_by_id = why, work.now, work.actor_id
    paper_let_go.let_go_all(work, KIND, row.id, why)
    receipt_order.follow_void(work, row, why)
