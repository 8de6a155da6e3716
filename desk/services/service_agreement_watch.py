"""What runs out 到期 and is seen before it does: agreements and certificates (R239, R106, R251).

Each is one line of what is owed, due when its last day is over; Today shows it so many days before
as the policy says (`agreement_notice_days`).
"""

from collections.abc import Iterable
from datetime import date, datetime

from desk.domain.agreement_course import CourseFacts
from desk.models import deadlines
from desk.models.lists import service_agreement_watch as watch_list
from desk.models.service_person import ServiceSkill
from desk.models.unit_of_work import UnitOfWork
from desk.services import policy
from desk.services.workplace import Workplace

CATEGORY = watch_list.EXPIRY
AGREEMENT = "agreement.ends"
PERSON = "service_person"


def notice_days(workplace: Workplace) -> int:
    """So many days before it runs out something is seen, by the policy in force."""
    with workplace.reading() as reader:
        today = workplace.today()
        return policy.in_force(reader, today).policy.orders.agreement_notice_days


def watch_agreement(
    workplace: Workplace,
    work: UnitOfWork,
    record: tuple[str, int],
    facts: CourseFacts,
    *,
    renewed: bool,
) -> None:
    """An agreement runs out after its last day; void it owes nothing, ended or renewed no more."""
    kind, record_id = record
    owed = []
    if not facts.is_void:
        met_at = work.now if renewed or facts.ended_on is not None else None
        span = _bounds(workplace, facts.starts, facts.ends)
        owed.append(deadlines.ceiling(CATEGORY, AGREEMENT, span, met_at))
    deadlines.put(work.reader, kind, record_id, owed, work.now)


def renewed(work: UnitOfWork, kind: str, record_id: int) -> None:
    """Another agreement that both have signed took its place."""
    owed = [
        one | {"met_at": work.now} for one in watch_list.open_lines(work.reader, kind, record_id)
    ]
    if owed:
        deadlines.put(work.reader, kind, record_id, owed, work.now)


def watch_certificates(
    workplace: Workplace,
    work: UnitOfWork,
    person_id: int,
    since: date,
    skills: Iterable[ServiceSkill],
) -> None:
    """Each certificate runs out after its last day; one that was renewed is a new line."""
    owed = [
        deadlines.ceiling(
            CATEGORY,
            f"{watch_list.CERTIFICATE}{one.id}",
            _bounds(workplace, since, one.expires),
            None,
        )
        for one in skills
        if one.expires is not None
    ]
    deadlines.put(work.reader, PERSON, person_id, owed, work.now)


def _bounds(workplace: Workplace, first: date, last: date) -> tuple[datetime, datetime]:
    bounds = workplace.estate.custom.day_bounds
    return bounds(first)[0], bounds(last)[1]
