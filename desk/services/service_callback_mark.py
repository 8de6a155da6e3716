"""Who was complained about 被投訴的服務人員 (R109 ④): marked by a callback, by an opinion on the
slip or by a complaint, cleared by a later service that was found well."""

from dataclasses import dataclass
from datetime import datetime

from desk.domain import numbering
from desk.domain import service_callback as rules
from desk.domain.complaint import Filing, Nature
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.service_order import Satisfaction
from desk.models.complaint import Complaint
from desk.models.lists import history as history_list
from desk.models.lists import service_callback as callback_list
from desk.models.lists import service_callback_people as people_list
from desk.models.lists.service_callback_owed import ChoiceRow
from desk.models.lists.service_callback_people import MarkRow
from desk.models.service_callback import ServiceCallback, ServicePersonMark
from desk.models.service_order import ServiceOrder
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


# What a slip and a complaint do to them


def follow_opinion(work: UnitOfWork, row: ServiceOrder) -> None:
    """A dissatisfied opinion on the slip marks who did the work; corrected to a better one, the
    mark is gone (R109 ④)."""
    if row.person_id is None:
        return
    found = people_list.mark_of_number(work.reader, row.person_id, row.number)
    known = None if found is None else work.get(ServicePersonMark, found)
    is_bad = row.satisfaction == Satisfaction.DISSATISFIED
    if known is not None and not known.void_why and known.cleared_by_id is None:
        known.cleared_at = None if is_bad else known.cleared_at or work.now
        known.why = _line(row.opinion) if is_bad else known.why
    elif is_bad:
        _add(work, row.person_id, row.number, row.opinion)


def follow_case(work: UnitOfWork, row: Complaint) -> None:
    """An effective complaint that is filed as a case marks the service people it is about: those
    sent on an order whose number it names, or to the complainant's unit and named (R109 ④)."""
    if row.filing != Filing.FILED or row.nature != Nature.EFFECTIVE:
        return
    for person_id in _complained_about(work, row):
        if people_list.mark_of_number(work.reader, person_id, row.number) is None:
            _add(work, person_id, row.number, row.about)


def _complained_about(work: UnitOfWork, row: Complaint) -> tuple[int, ...]:
    numbers = numbering.named_in(f"{row.about} {row.course}")
    by_number = people_list.sent_on(work.reader, numbers) if numbers else ()
    if row.unit_id is None:
        return tuple(dict.fromkeys(by_number))
    sent = people_list.sent_to(work.reader, row.unit_id, MOST)
    return tuple(dict.fromkeys((*by_number, *(key for key, name in sent if name in row.about))))


def _add(work: UnitOfWork, person_id: int, number: str, why: str) -> None:
    work.add(
        ServicePersonMark(
            person_id=person_id,
            at=work.now,
            complaint=number,
            why=_line(why),
            entered_at=work.now,
            by_id=work.actor_id,
        )
    )


def _line(text: str) -> str:
    return " ".join(text.split())[: rules.WHY_LIMIT]


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
                why=_line(found.words),
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
