"""Who was complained about 被投訴的服務人員 (R109 ④): marked by a callback or a complaint, cleared
by a later service that was found well."""

from dataclasses import dataclass
from datetime import datetime

from desk.domain import numbering
from desk.domain import service_callback as rules
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.models.lists import history as history_list
from desk.models.lists import service_callback as callback_list
from desk.models.lists import service_callback_people as people_list
from desk.models.lists.service_callback_owed import ChoiceRow
from desk.models.lists.service_callback_people import MarkRow
from desk.models.service_callback import ServiceCallback, ServicePersonMark
from desk.models.service_person import ServicePerson
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = ["MarkEntry", "MarkRow", "mark", "marked", "void"]

NUMBER_LIMIT = 20
MOST = 200


@dataclass(frozen=True)
class MarkEntry:
    """A complaint about somebody's service: `complaint` is its number; no time is now."""

    person_id: int | None
    why: str
    complaint: str = ""
    at: datetime | None = None


def mark(workplace: Workplace, entry: MarkEntry) -> tuple[MarkRow, ...]:
    """Somebody was complained about: the next service is called back (R109 ④)."""
    with workplace.deed(Permission.REGISTER) as work:
        cleaning = Cleaning()
        why = cleaning.line(entry.why, rules.WHY_LIMIT, "why")
        said = cleaning.line(entry.complaint, NUMBER_LIMIT, "complaint")
        number = numbering.typed(said) if said else ""
        cleaning.refuse(
            rules.mark_reasons(entry.person_id, why, entry.at, work.now),
            _number_reasons(work, number),
        )
        assert entry.person_id is not None
        work.get(ServicePerson, entry.person_id)
        row = ServicePersonMark(
            person_id=entry.person_id,
            at=entry.at or work.now,
            complaint=number,
            why=why,
            entered_at=work.now,
            by_id=work.actor_id,
        )
        work.add(row)
        work.commit()
    return marked(workplace)


def void(workplace: Workplace, mark_id: int, version: int, why: str) -> tuple[MarkRow, ...]:
    """The mark was made in error; it is for whoever may approve."""
    with workplace.deed(Permission.APPROVE) as work:
        row = work.get_as_seen(ServicePersonMark, mark_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(() if why else (Reason("service_callback.void_why.missing", "why"),))
        row.void_why = why
        work.commit()
    return marked(workplace)


def marked(workplace: Workplace) -> tuple[MarkRow, ...]:
    """Who was complained about and has not been found well since."""
    with workplace.reading() as reader:
        return people_list.open_marks(reader, MOST)


# What a callback does to them


def follow(work: UnitOfWork, row: ServiceCallback, order: ChoiceRow) -> None:
    """A dissatisfied answer marks who did the work; a good one clears what was before it."""
    found = callback_list.detail(work.reader, row.id)
    if found is None or order.person_id is None or order.done_at is None:
        return
    if rules.marks_person(found.facts):
        work.add(
            ServicePersonMark(
                person_id=order.person_id,
                at=found.at,
                callback_id=row.id,
                why=" ".join(found.words.split())[: rules.WHY_LIMIT],
                entered_at=work.now,
                by_id=work.actor_id,
            )
        )
    elif rules.clears_person(found.facts):
        for key in people_list.mark_ids(work.reader, order.person_id, order.done_at):
            known = work.get(ServicePersonMark, key)
            known.cleared_at, known.cleared_by_id = found.at, row.id


def take_back(work: UnitOfWork, callback_id: int, why: str) -> None:
    """What a callback that is void has marked or cleared."""
    for key, made in people_list.marks_of_callback(work.reader, callback_id):
        known = work.get(ServicePersonMark, key)
        if made:
            known.void_why = why
        else:
            known.cleared_at, known.cleared_by_id = None, None


def _number_reasons(work: UnitOfWork, number: str) -> tuple[Reason, ...]:
    if number and history_list.record_of_number(work.reader, number) is None:
        return (Reason("service_callback.complaint.unknown", "complaint"),)
    return ()
