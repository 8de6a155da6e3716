"""Closing a case 銷項, and everything that is written down before it (R132, R147, R166-R174).

A case is never closed by itself (R164): `close` alone does it, when nothing is missing any more.
Afterwards nothing changes but callbacks, the special report, returned sheets and attachments.
"""

from dataclasses import replace

from desk.domain import complaint_closing as rules
from desk.domain.complaint import State
from desk.domain.complaint_approval import completed_at, standing
from desk.domain.complaint_close import close_blockers
from desk.domain.complaint_closing import (
    NoticeEntry,
    NoticeKind,
    SignedCopyEntry,
    SummaryEntry,
    TellEntry,
)
from desk.domain.permissions import Permission
from desk.domain.policy import Event
from desk.domain.reasons import Reason
from desk.services import complaint_case, visit_answer
from desk.services.cleaning import Cleaning
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace

__all__ = [
    "NoticeEntry",
    "NoticeKind",
    "SignedCopyEntry",
    "SummaryEntry",
    "TellEntry",
    "close",
    "close_reasons",
    "mark_unsolvable",
    "note_reasons",
    "notice",
    "signed_copy",
    "solvable_reasons",
    "summarise",
    "take_up",
    "tell_reasons",
    "tell_result",
    "unsolvable_reasons",
    "verify",
    "verify_reasons",
    "write_result",
]

UNSOLVABLE = "unsolvable"
TAKEN_UP = "taken_up"
VERIFIED = "verified"


# Evidence that the work is done


def signed_copy(
    workplace: Workplace, complaint_id: int, version: int, entry: SignedCopyEntry
) -> Case:
    """The signed copy of 維修服務單 is with the desk (R166)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = replace(entry, by=cleaning.line(entry.by, rules.NAME_LIMIT, "by"))
        cleaning.refuse(rules.signed_copy_reasons(case.facts, entry, work.now))
        case.row.signed_copy_at = rules.moment(entry.at, case.facts.received_at, work.now)
        case.row.signed_copy_by = entry.by
        return complaint_case.finished(work, case.row)


def notice(workplace: Workplace, complaint_id: int, version: int, entry: NoticeEntry) -> Case:
    """The notice that work other than a repair is done (R167)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            source=cleaning.line(entry.source, rules.NAME_LIMIT, "source"),
            text=cleaning.text(entry.text, rules.TEXT_LIMIT, "text"),
        )
        cleaning.refuse(rules.notice_reasons(case.facts, entry, work.now))
        case.row.notice_kind = entry.kind or ""
        case.row.notice_from, case.row.notice_text = entry.source, entry.text
        case.row.notice_at = rules.moment(entry.at, case.facts.received_at, work.now)
        return complaint_case.finished(work, case.row)


def verify(workplace: Workplace, complaint_id: int, version: int, text: str) -> Case:
    """The clerk looked and says what was seen 核實; never about the clerk's own work (R172)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        text = cleaning.text(text, rules.TEXT_LIMIT, "text")
        by_id = workplace.actor.id
        cleaning.refuse(rules.verify_reasons(case.facts, case.policy, by_id, text))
        case.row.verified_at, case.row.verified_by_id = work.now, by_id
        case.row.verified_text = text
        complaint_case.add_step(work, complaint_id, VERIFIED, text=text)
        return complaint_case.finished(work, case.row)


# What cannot be handled


def mark_unsolvable(workplace: Workplace, complaint_id: int, version: int, why: str) -> Case:
    """It cannot be handled, or cannot for now; it waits for the quarterly consent (R173)."""
    with workplace.deed(Permission.CLOSE) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        why = cleaning.text(why, rules.TEXT_LIMIT, "why")
        cleaning.refuse(rules.unsolvable_reasons(case.facts, why))
        case.row.unsolvable_at, case.row.unsolvable_why = work.now, why
        complaint_case.add_step(work, complaint_id, UNSOLVABLE, text=why)
        return complaint_case.finished(work, case.row)


def take_up(workplace: Workplace, complaint_id: int, version: int, why: str) -> Case:
    """It can be handled after all; a consent given before counts no more (R173)."""
    with workplace.deed(Permission.CLOSE) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        why = cleaning.text(why, rules.TEXT_LIMIT, "why")
        cleaning.refuse(rules.solvable_reasons(case.facts, why))
        case.row.unsolvable_at, case.row.unsolvable_why = None, ""
        complaint_case.add_step(work, complaint_id, TAKEN_UP, text=why)
        return complaint_case.finished(work, case.row)


# What is learnt, what came out, what the complainant heard


def summarise(workplace: Workplace, complaint_id: int, version: int, entry: SummaryEntry) -> Case:
    """總結: why it happened, what was learnt, how to avoid it, what to adjust (R132, R14, R176)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        texts = {
            name: cleaning.text(getattr(entry, name), rules.TEXT_LIMIT, name)
            for name in rules.SUMMARY
        }
        cleaning.refuse(rules.summary_reasons(case.facts, SummaryEntry(**texts)))
        for name, text in texts.items():
            setattr(case.row, name, text)
        return complaint_case.finished(work, case.row)


def write_result(workplace: Workplace, complaint_id: int, version: int, result: str) -> Case:
    """最後處理結果, written before the case is closed (R174)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        result = cleaning.text(result, rules.RESULT_LIMIT, "result")
        cleaning.refuse(rules.result_reasons(case.facts, result))
        case.row.result = result
        return complaint_case.finished(work, case.row)


def tell_result(workplace: Workplace, complaint_id: int, version: int, entry: TellEntry) -> Case:
    """The complainant heard the result: how, who, when (R7, R147)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            person=cleaning.line(entry.person, rules.PERSON_LIMIT, "person"),
            text=cleaning.text(entry.text, rules.TEXT_LIMIT, "text"),
        )
        cleaning.refuse(rules.tell_reasons(case.facts, entry, work.now))
        complaint_case.add_step(
            work,
            complaint_id,
            Event.TOLD,
            at=rules.moment(entry.at, completed_at(case.facts), work.now),
            person=entry.person,
            how=entry.how or "",
            text=entry.text,
        )
        return complaint_case.finished(work, case.row)


# Closing


def close(workplace: Workplace, complaint_id: int, version: int, result: str = "") -> Case:
    """Close 銷項: the final result, the clerk's signature, the time (R152, R174).

    Refused with everything that is missing. Without a `result` the one that was written before
    stands. Whoever agreed to it is named by the approvals. The visits it answers are closed too.
    """
    with workplace.deed(Permission.CLOSE) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        result = cleaning.text(result, rules.RESULT_LIMIT, "result") or case.facts.result
        facts = replace(case.facts, result=result)
        cleaning.refuse(close_blockers(facts, case.policy, case.calendar, work.now))
        case.row.state, case.row.result = State.CLOSED, result
        case.row.closed_at, case.row.closed_by_id = work.now, work.actor_id
        visit_answer.of_complaint(work, complaint_id)
        return complaint_case.finished(work, case.row)


# Why not: the words on a shut button


def close_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Everything that is missing before it may be closed.

    Of what is missing the result alone may be written in the deed itself.
    """
    return (*workplace.missing(Permission.CLOSE), *case.blockers)


def note_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why no slip, notice, summary or result may be written down."""
    return (*workplace.missing(Permission.REGISTER), *standing(case.facts))


def verify_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why the clerk may not verify it."""
    blockers = rules.verify_blockers(case.facts, case.policy, workplace.actor.id)
    return (*workplace.missing(Permission.REGISTER), *blockers)


def unsolvable_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why it may not be called unsolvable."""
    return (*workplace.missing(Permission.CLOSE), *rules.unsolvable_blockers(case.facts))


def solvable_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why it may not be taken up again."""
    return (*workplace.missing(Permission.CLOSE), *rules.solvable_blockers(case.facts))


def tell_reasons(workplace: Workplace, case: Case) -> tuple[Reason, ...]:
    """Why there is no result to tell."""
    return (*workplace.missing(Permission.REGISTER), *rules.tell_blockers(case.facts))
