"""Home visits 上門回訪 of customers with a long-term agreement, one in each period (R110)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk.domain import service_callback_quota as quota
from desk.domain.callback import CallbackHow
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.service_callback import CallbackEntry
from desk.errors import NotFound
from desk.models.lists import service_callback as callback_list
from desk.models.lists import service_callback_people as people_list
from desk.models.lists.service_callback import CallbackRow
from desk.models.lists.service_callback_people import CustomerRow
from desk.models.lists.today import OwedRow
from desk.models.service_agreement import ServiceAgreement
from desk.services import personal_data, policy, service_callback
from desk.services.workplace import Workplace

__all__ = ["CustomerRow", "HomeVisit", "customer", "lines", "of_agreement", "owed", "visit"]

OWED = "service_callback.home_visit"
MOST = 1_000
_LATEST = 20


@dataclass(frozen=True)
class HomeVisit:
    """A customer who is to be visited, by the end of the period `due_at`; `last_day` is in it."""

    customer: CustomerRow
    due_at: datetime
    last_day: date
    started_at: datetime


def owed(workplace: Workplace) -> tuple[HomeVisit, ...]:
    """Who has a long-term agreement in force and was not visited in this period yet; phones
    masked."""
    custom = workplace.estate.custom
    today = workplace.today()
    with workplace.reading() as reader:
        months = policy.in_force(reader, today).policy.orders.callback.home_visit_months
        rows = people_list.customers(reader, today, MOST) if months > 0 else ()
    if not rows:
        return ()
    first, after = quota.visit_period(today, months)
    due_at, begun = custom.day_bounds(after)[0], custom.day_bounds(first)[0]
    last = after - timedelta(days=1)
    return tuple(
        HomeVisit(
            personal_data.masked(row), due_at, last, max(begun, custom.day_bounds(row.starts)[0])
        )
        for row in rows
        if quota.is_visit_owed(row.starts, row.ends, _visits(workplace, row), today, months)
    )


def lines(workplace: Workplace, until: datetime, limit: int) -> Sequence[OwedRow]:
    """The day's lines: visits whose period ends before a moment."""
    return [
        OwedRow(
            kind="service_agreement",
            record_id=one.customer.id,
            number=one.customer.number,
            unit=one.customer.unit,
            who=one.customer.customer,
            what="",
            started_at=one.started_at,
            clock=OWED,
            category=service_callback.KIND,
            due_at=one.due_at,
        )
        for one in owed(workplace)
        if one.due_at < until
    ][:limit]


def visit(workplace: Workplace, agreement_id: int, entry: CallbackEntry) -> CallbackRow:
    """The customer was visited, or was not at home (R110)."""
    with workplace.deed(Permission.REGISTER) as work:
        agreement = work.get(ServiceAgreement, agreement_id)
        since = workplace.estate.custom.day_bounds(agreement.starts)[0]
        blockers = () if entry.how is CallbackHow.VISIT else (_NOT_AT_HOME,)
        entry = service_callback.ready(workplace, work, entry, since, blockers)
        row = service_callback.begun(work, entry)
        row.agreement_id = agreement_id
        work.add(row)
        return work.committed(callback_list.detail, service_callback.KIND, row.id)


def of_agreement(workplace: Workplace, agreement_id: int) -> tuple[CallbackRow, ...]:
    """The latest visits and callbacks under an agreement, newest first."""
    with workplace.reading() as reader:
        return callback_list.of_agreement(reader, agreement_id, _LATEST)


def customer(workplace: Workplace, agreement_id: int) -> CustomerRow:
    """A customer whose agreement is in force; NotFound for another. The phone is masked for who
    only looks."""
    today = workplace.today()
    with workplace.reading() as reader:
        found = people_list.customer(reader, agreement_id, today)
    if found is None:
        raise NotFound("service_agreement", str(agreement_id))
    return personal_data.shown(workplace, found)


def _visits(workplace: Workplace, row: CustomerRow) -> tuple[date, ...]:
    return () if row.visited_at is None else (workplace.estate.custom.day(row.visited_at),)


_NOT_AT_HOME = Reason("service_callback.not_a_visit", "how")
