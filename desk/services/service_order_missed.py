"""A time at the door that nobody kept stays with its order (R240, R257)."""

from desk.domain import service_order_part_rules as part_rules
from desk.domain.service_order import EventKind
from desk.models.unit_of_work import UnitOfWork
from desk.services.service_order_case import Opened, add_event


def note_missed(work: UnitOfWork, case: Opened) -> None:
    """Another time is about to be agreed: that the former was missed stays known (R240)."""
    found = part_rules.missed_by(case.facts, work.now)
    if found is not None and case.row.missed_by is None:
        case.row.missed_by = found
        add_event(work, case.row.id, EventKind.MISSED, at=found, person=case.row.provider)
