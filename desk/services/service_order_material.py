"""The materials of a service order 顧客委託服務單: store or customer, checked (R238, R253)."""

from dataclasses import replace

from desk.domain import service_order_part_rules as rules
from desk.domain import service_order_parts as values
from desk.domain.permissions import Permission
from desk.domain.service_order import EventKind
from desk.domain.service_order_parts import CheckEntry, Fit, MaterialEntry
from desk.models.service_order import ServiceMaterial
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.service_order_case import Order, add_event, finished, opened
from desk.services.workplace import Workplace

__all__ = ["CheckEntry", "MaterialEntry", "check", "put"]


def put(workplace: Workplace, order_id: int, version: int, entry: MaterialEntry) -> Order:
    """A material was drawn from the store or is the customer's; how its check ended (R238)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            what=cleaning.line(entry.what, values.WHAT_LIMIT, "what"),
            counted=cleaning.line(entry.counted, values.COUNTED_LIMIT, "counted"),
            drawn_by=cleaning.line(entry.drawn_by, values.NAME_LIMIT, "drawn_by"),
            checked_by=cleaning.line(entry.checked_by, values.NAME_LIMIT, "checked_by"),
            signed_by=cleaning.line(entry.signed_by, values.NAME_LIMIT, "signed_by"),
            note=cleaning.text(entry.note, values.TEXT_LIMIT, "note"),
        )
        cleaning.refuse(rules.material_reasons(case.facts, entry, work.now))
        row = _material(work, order_id, entry)
        work.add(row)
        told = {"person": entry.drawn_by or entry.checked_by, "text": entry.what}
        told_of = {"at": row.at, "amount": entry.price, "refers_to": row.id}
        add_event(work, order_id, EventKind.MATERIAL, **told, **told_of)
        return finished(workplace, work, case.row)


def check(workplace: Workplace, order_id: int, version: int, entry: CheckEntry) -> Order:
    """The check of a material (R253, R254); the customer's unfit one only when signed for."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, order_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            checked_by=cleaning.line(entry.checked_by, values.NAME_LIMIT, "checked_by"),
            signed_by=cleaning.line(entry.signed_by, values.NAME_LIMIT, "signed_by"),
            note=cleaning.text(entry.note, values.TEXT_LIMIT, "note"),
        )
        cleaning.refuse(rules.check_reasons(case.facts, entry, work.now))
        row = work.get(ServiceMaterial, entry.material_id)
        row.fit, row.checked_by, row.note = entry.fit, entry.checked_by, entry.note or row.note
        row.signed_by = entry.signed_by if entry.fit is Fit.INSISTED else ""
        told = {"person": entry.checked_by, "text": row.what, "refers_to": row.id}
        at = entry.at or work.now
        add_event(work, order_id, EventKind.MATERIAL_CHECKED, at=at, **told)
        return finished(workplace, work, case.row)


def _material(work: UnitOfWork, order_id: int, entry: MaterialEntry) -> ServiceMaterial:
    return ServiceMaterial(
        order_id=order_id,
        source=entry.source,
        what=entry.what,
        quantity=entry.quantity,
        counted=entry.counted,
        price=entry.price,
        drawn_by=entry.drawn_by,
        fit=entry.fit,
        checked_by=entry.checked_by,
        signed_by=entry.signed_by if entry.fit is Fit.INSISTED else "",
        note=entry.note,
        at=entry.at or work.now,
        entered_at=work.now,
        by_id=work.actor_id,
    )
