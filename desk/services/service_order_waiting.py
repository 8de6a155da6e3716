"""Service orders that wait for somebody: a door at which nobody is in time, a manager's word."""

from desk.domain.permissions import Permission
from desk.models.lists import service_order_today
from desk.services.workplace import Workplace

MOST = 100


def waiting(workplace: Workplace) -> int:
    """At how many doors somebody is late (R240), and how many reviews and changes wait for the
    manager (R237, R243)."""
    workplace.require(Permission.READ)
    with workplace.reading() as reader:
        late = service_order_today.late_number(reader, workplace.now(), MOST)
        return late + len(service_order_today.waiting(reader, MOST))
