"""Damage done while a service order 顧客委託服務單 was carried out, and its settlement (R255)."""

from dataclasses import replace

from desk.domain import service_order_part_rules as rules
from desk.domain import service_order_parts as values
from desk.domain.permissions import Permission
from desk.domain.service_order import EventKind, State
from desk.domain.service_order_parts import DamageEntry, SettleEntry
from desk.models.service_order import ServiceDamage, ServiceOrder
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.service_order_case import Order, add_event, finished, opened
from desk.services.workplace import Workplace

__all__ = ["DamageEntry", "SettleEntry", "settle", "tell"]


def tell(workplace: Workplace, order_id: int, version: int, entry: DamageEntry) -> Order:
    """Something was damaged by a breach of the rules (R255); a closed order is open again."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            what=cleaning.text(entry.what, values.TEXT_LIMIT, "what"),
            person=cleaning.line(entry.person, values.NAME_LIMIT, "person"),
        )
        cleaning.refuse(rules.damage_reasons(case.facts, entry, work.now))
        at = entry.at or work.now
        row = ServiceDamage(
            order_id=order_id,
            what=entry.what,
            person=entry.person,
            at=at,
            entered_at=work.now,
            by_id=work.actor_id,
        )
        work.add(row)
        told = {"person": entry.person, "text": entry.what, "refers_to": row.id}
        add_event(work, order_id, EventKind.DAMAGE, at=at, **told)
        _open_again(work, case.row, entry.what)
        return finished(workplace, work, case.row)


def settle(workplace: Workplace, order_id: int, version: int, entry: SettleEntry) -> Order:
    """The apology was made, the compensation agreed 賠償 (R255)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            agreed_by=cleaning.line(entry.agreed_by, values.NAME_LIMIT, "agreed_by"),
            note=cleaning.text(entry.note, values.TEXT_LIMIT, "note"),
        )
        cleaning.refuse(rules.settle_reasons(case.facts, entry, work.now))
        row, at = work.get(ServiceDamage, entry.damage_id), entry.at or work.now
        row.settled_at, row.compensation = at, entry.compensation
        row.agreed_by, row.note = entry.agreed_by, entry.note
        told = {"person": entry.agreed_by, "text": entry.note, "refers_to": row.id}
        amount = entry.compensation
        add_event(work, order_id, EventKind.DAMAGE_SETTLED, at=at, amount=amount, **told)
        return finished(workplace, work, case.row)


def _open_again(work: UnitOfWork, row: ServiceOrder, why: str) -> None:
    if row.state == State.CLOSED:
        row.state, row.closed_at, row.closed_by_id = State.DONE, None, None
        add_event(work, row.id, EventKind.REOPENED, text=why)
