"""Making a case of a complaint 立項, and joining another caller to one (R152-R165, R10)."""

from dataclasses import replace

from desk import hanzi
from desk.domain import complaint_filing as rules
from desk.domain import search_text
from desk.domain.complaint import OPEN_STATES, ComplaintEntry, Filing, Ground, State
from desk.domain.complaint_filing import Decision, FilingEntry, JoinEntry
from desk.domain.permissions import Permission
from desk.domain.policy import Event, Post
from desk.domain.reasons import Reason
from desk.domain.reception import Channel, Kind
from desk.domain.reception import State as VisitState
from desk.errors import RuleRefused
from desk.models.complaint import Complaint
from desk.models.complaint_case import JointComplainant
from desk.models.estate import Resident, Unit
from desk.models.lists import complaint as complaint_list
from desk.models.lists.complaint import ComplaintRow, Filter
from desk.models.reception import Reception
from desk.models.unit_of_work import UnitOfWork
from desk.services import complaint, complaint_case, service_callback_mark, visit_answer
from desk.services.cleaning import Cleaning
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace

__all__ = [
    "answer",
    "answer_reasons",
    "candidates",
    "join",
    "join_reasons",
    "judge",
    "judge_reasons",
    "register",
    "topics",
]

RECEPTION_LETTER = "R"
CANDIDATES = 5


def register(workplace: Workplace, told: ComplaintEntry, entry: FilingEntry) -> Case:
    """Register a complaint and judge it in one deed, as the receptionist does (R153).

    Everything that is wrong with either is said at once; nothing is registered unjudged then.
    """
    with workplace.deed(Permission.REGISTER) as work:
        cleaning = Cleaning()
        entry = _clean(cleaning, entry)
        reasons = (*cleaning.reasons, *rules.judgement_reasons(entry))
        try:
            row = complaint.begun(workplace, work, told)
        except RuleRefused as refused:
            raise RuleRefused([*refused.reasons, *reasons]) from None
        if reasons:
            raise RuleRefused(reasons)
        _judge(work, row, entry)
        return complaint_case.finished(work, row)


def judge(workplace: Workplace, complaint_id: int, version: int, entry: FilingEntry) -> Case:
    """File it, find out first, ask first, or leave it explained (R156-R165)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, entry)
        cleaning.refuse(rules.judge_reasons(case.facts, entry))
        _judge(work, case.row, entry)
        return complaint_case.finished(work, case.row)


def answer(workplace: Workplace, complaint_id: int, version: int, entry: FilingEntry) -> Case:
    """Whoever was asked answers: a case or not (R163)."""
    with workplace.deed(Permission.CLOSE) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, entry)
        posts = [one.post for one in case.policy.posts if workplace.actor.role in one.roles]
        cleaning.refuse(rules.answer_reasons(case.facts, entry, posts))
        _judge(work, case.row, entry)
        return complaint_case.finished(work, case.row)


def join(workplace: Workplace, complaint_id: int, version: int, entry: JoinEntry) -> Case:
    """Another caller about the same joins the open case; the third makes it a joint one (R10)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean_joiner(work, cleaning, entry)
        linked = complaint.linked_reasons(work, entry.reception_id)
        cleaning.refuse(rules.join_reasons(case.facts, entry, work.now), linked)
        work.add(_joiner(work, complaint_id, entry))
        if entry.reception_id is not None:
            visit = work.get(Reception, entry.reception_id)
            visit.kind = Kind.COMPLAINT
            work.record("joined_case", "reception", visit.id, {"complaint": case.row.number})
        return complaint_case.finished(work, case.row)


# Looking


def candidates(
    workplace: Workplace, unit_id: int | None, topic: str, limit: int = CANDIDATES
) -> tuple[ComplaintRow, ...]:
    """Open cases of the same unit, the same topic, or in whose words the topic stands."""
    topic = topic.encode("utf-8", "replace").decode()  # halves of characters are no topic
    terms = search_text.query_terms(topic, hanzi) if topic.strip() else ()
    asked = [Filter(states=OPEN_STATES, unit_id=unit_id)] if unit_id is not None else []
    if topic.strip():
        asked.append(Filter(states=OPEN_STATES, topic=topic.strip()))
    if terms:
        asked.append(Filter(states=OPEN_STATES, terms=terms))
    found: dict[int, ComplaintRow] = {}
    with workplace.reading() as reader:
        for wanted in asked:
            rows = complaint_list.complaints(reader, wanted, None, limit).rows
            found.update((row.id, row) for row in rows)
    return tuple(found.values())[:limit]


def topics(workplace: Workplace, limit: int = 50) -> tuple[str, ...]:
    """The topics of open cases, to choose from while writing."""
    with workplace.reading() as reader:
        return complaint_list.open_topics(reader, OPEN_STATES, limit)


def judge_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why it may not be judged now: the words on a shut button."""
    return (*workplace.missing(Permission.REGISTER), *rules.judge_blockers(case.facts))


def answer_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why the clerk may not answer what was asked: the words on a shut button."""
    yes = FilingEntry(Decision.FILE, Ground.QUESTION)
    posts = list(complaint_case.posts_of(case, workplace.actor.role))
    refused = rules.answer_reasons(case.facts, yes, posts)
    return (*workplace.missing(Permission.CLOSE), *refused)


def join_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why nobody may join now: the words on a shut button."""
    shut = () if case.facts.is_open else (Reason("complaint.closed"),)
    return (*workplace.missing(Permission.REGISTER), *shut)


# Parts


def _judge(work: UnitOfWork, row: Complaint, entry: FilingEntry) -> None:
    row.filing_ground = entry.ground or ""
    row.filing_why = entry.why
    match entry.decision:
        case Decision.FILE:
            row.filing, row.filed_at, row.filed_by_id = Filing.FILED, work.now, work.actor_id
            row.on_site = entry.ground is Ground.ON_SITE
            service_callback_mark.follow_case(work, row)
        case Decision.FIND_OUT:
            row.filing = Filing.PENDING
        case Decision.ASK:
            row.filing, row.asked_at = Filing.ASKED, work.now
            row.asked_post = entry.asked or Post.SUPERVISOR
        case Decision.EXPLAIN:
            _explain(work, row, entry.why)
    complaint_case.add_step(
        work, row.id, Event.FILED, code=entry.decision, person=entry.asked or "", text=entry.why
    )


def _explain(work: UnitOfWork, row: Complaint, why: str) -> None:
    """R161: no case; it stays a reception entry with its reason, and lets go of who had joined."""
    row.filing, row.state = Filing.EXPLAINED, State.EXPLAINED
    row.closed_at, row.closed_by_id = work.now, work.actor_id
    visit = _visit(work, row)
    visit.not_filed_why = why
    visit_answer.close(work, visit, why)
    visit_answer.of_complaint(work, row.id)


def _visit(work: UnitOfWork, row: Complaint) -> Reception:
    """The visit it came from, or one made of it."""
    if row.reception_id is not None:
        return work.get(Reception, row.reception_id)
    visit = Reception(
        number=work.next_number(RECEPTION_LETTER, row.received_at),
        happened_at=row.received_at,
        entered_at=work.now,
        channel=Channel(row.channel).at_desk,
        kind=Kind.COMPLAINT,
        unit_id=row.unit_id,
        resident_id=row.resident_id,
        caller_name=row.complainant,
        caller_phone=row.contact[:40],
        request=row.course[:4_000],
        first_asked_id=row.received_by_id,
        state=VisitState.OPEN,
    )
    work.add(visit)
    work.flush()
    row.reception_id = visit.id
    return visit


def _clean(cleaning: Cleaning, entry: FilingEntry) -> FilingEntry:
    return replace(entry, why=cleaning.line(entry.why, rules.WHY_LIMIT, "why"))


def _clean_joiner(work: UnitOfWork, cleaning: Cleaning, entry: JoinEntry) -> JoinEntry:
    entry = replace(
        entry,
        name=cleaning.line(entry.name, rules.NAME_LIMIT, "name"),
        contact=cleaning.line(entry.contact, rules.CONTACT_LIMIT, "contact"),
        words=cleaning.text(entry.words, rules.WORDS_LIMIT, "words"),
    )
    if entry.unit_id is not None:
        work.get(Unit, entry.unit_id)
    if entry.resident_id is None:
        return entry
    resident = work.get(Resident, entry.resident_id)
    return replace(
        entry,
        name=entry.name or resident.name,
        unit_id=resident.unit_id if entry.unit_id is None else entry.unit_id,
    )


def _joiner(work: UnitOfWork, complaint_id: int, entry: JoinEntry) -> JointComplainant:
    return JointComplainant(
        complaint_id=complaint_id,
        reception_id=entry.reception_id,
        unit_id=entry.unit_id,
        resident_id=entry.resident_id,
        name=entry.name,
        contact=entry.contact,
        words=entry.words,
        joined_at=entry.joined_at,
        by_id=work.actor_id,
    )
