"""Handling a case: handed out, signed for, returned, handled, done over (F5, R3, R143, R145).

Each deed takes the case as the clerk read it and what was written down, refuses with everything
that is wrong, and gives the case as it then stands.
"""

from collections.abc import Collection
from dataclasses import replace

from desk.domain import complaint_handling as rules
from desk.domain import hand_out as sheet
from desk.domain.complaint import State, Urgency
from desk.domain.complaint_case import CaseFacts
from desk.domain.complaint_handling import HandleEntry, ReworkEntry, StepKind
from desk.domain.hand_out import HandOutEntry, SheetEntry
from desk.domain.permissions import Permission
from desk.domain.policy import Event
from desk.models.lists import staff as account_list
from desk.models.unit_of_work import UnitOfWork
from desk.services import complaint_case, complaint_signed
from desk.services.cleaning import Cleaning
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace

# The sheet and the department


def hand_out(workplace: Workplace, complaint_id: int, version: int, entry: HandOutEntry) -> Case:
    """R143, R187: the sheet goes to the department, or to each of several 派發."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean_hand_out(cleaning, case.facts, entry)
        cleaning.refuse(sheet.hand_out_reasons(case.facts, entry, work.now))
        for name in entry.departments:
            given = {"at": entry.at, "person": name, "text": entry.text}
            complaint_case.add_step(work, complaint_id, Event.HANDED_OUT, **given)
        case.row.department = entry.departments[-1]
        return complaint_case.finished(work, case.row)


def sign_sheet(workplace: Workplace, complaint_id: int, version: int, entry: SheetEntry) -> Case:
    """R143: the receiver signs for the sheet 領表人簽收."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean_sheet(cleaning, case.facts, entry)
        cleaning.refuse(sheet.sign_reasons(case.facts, entry, work.now))
        _sheet_step(work, complaint_id, StepKind.SHEET_SIGNED, entry)
        return complaint_case.finished(work, case.row)


def return_sheet(workplace: Workplace, complaint_id: int, version: int, entry: SheetEntry) -> Case:
    """R145: the department brings the sheet back 交回."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean_sheet(cleaning, case.facts, entry)
        cleaning.refuse(sheet.return_reasons(case.facts, entry, work.now))
        _sheet_step(work, complaint_id, Event.SHEET_RETURNED, entry)
        return complaint_case.finished(work, case.row)


# Handled, done over, at once


def handle(workplace: Workplace, complaint_id: int, version: int, entry: HandleEntry) -> Case:
    """R145: how it was handled 處理完畢, when and by whom.

    The handler is the clerk at the desk unless another is named; a name that is no account's stays
    in the journal alone, and nobody's account is the handler (R172).
    """
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            at=rules.as_kept(case.facts, entry.at),
            process=cleaning.text(entry.process, rules.PROCESS_LIMIT, "process"),
            handler=cleaning.line(entry.handler, rules.PERSON_LIMIT, "handler"),
        )
        entry = replace(entry, handler=entry.handler or workplace.actor.name)
        cleaning.refuse(rules.handle_reasons(case.facts, entry, work.now))
        row = case.row
        row.state, row.process, row.on_site = State.HANDLED, entry.process, entry.on_site
        row.handled_at, row.handled_by_id = entry.at, _account_id(work, entry.handler)
        told = {"person": entry.handler, "text": _begun(entry.process)}
        complaint_case.add_step(work, row.id, Event.HANDLED, at=entry.at, **told)
        complaint_signed.copy_there(work, row.id)
        return complaint_case.finished(work, row)


def rework(workplace: Workplace, complaint_id: int, version: int, entry: ReworkEntry) -> Case:
    """R191 (9): what was done is done over 返工; what attested the first work falls with it."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        why = cleaning.text(entry.why, rules.WORDS_LIMIT, "why")
        entry = replace(entry, at=rules.as_kept(case.facts, entry.at), why=why)
        cleaning.refuse(rules.rework_reasons(case.facts, entry, work.now))
        row = case.row
        row.state = State.REGISTERED
        for gone in _ATTESTED:
            setattr(row, gone, None)
        for emptied in _ATTESTED_WORDS:
            setattr(row, emptied, "")
        complaint_case.add_step(work, row.id, Event.REWORKED, at=entry.at, text=entry.why)
        return complaint_case.finished(work, row)


def act_immediately(
    workplace: Workplace, complaint_id: int, version: int, urgent: Collection[Urgency]
) -> Case:
    """R3: the case is acted upon at once 即時行動, and stands at the top of the queue."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        Cleaning().refuse(rules.immediate_reasons(case.facts, urgent))
        letters = "".join(sorted(urgent))
        case.row.immediate = letters
        complaint_case.add_step(work, complaint_id, StepKind.IMMEDIATE, code=letters)
        return complaint_case.finished(work, case.row)


_ATTESTED = (
    "handled_at",
    "handled_by_id",
    "signed_copy_at",
    "notice_at",
    "verified_at",
    "verified_by_id",
    "unsolvable_at",
)
_ATTESTED_WORDS = (
    "signed_copy_by",
    "notice_kind",
    "notice_from",
    "notice_text",
    "verified_text",
    "unsolvable_why",
    "result",
)


# Parts


def _clean_sheet(cleaning: Cleaning, facts: CaseFacts, entry: SheetEntry) -> SheetEntry:
    return replace(
        entry,
        at=rules.as_kept(facts, entry.at),
        person=cleaning.line(entry.person, rules.PERSON_LIMIT, "person"),
        text=cleaning.text(entry.text, rules.WORDS_LIMIT, "text"),
    )


def _clean_hand_out(cleaning: Cleaning, facts: CaseFacts, entry: HandOutEntry) -> HandOutEntry:
    names = (cleaning.line(one, rules.PERSON_LIMIT, "departments") for one in entry.departments)
    return replace(
        entry,
        at=rules.as_kept(facts, entry.at),
        departments=tuple(one for one in names if one),
        text=cleaning.text(entry.text, rules.WORDS_LIMIT, "text"),
    )


def _sheet_step(work: UnitOfWork, complaint_id: int, kind: str, entry: SheetEntry) -> None:
    complaint_case.add_step(
        work,
        complaint_id,
        kind,
        at=entry.at,
        person=entry.person,
        text=entry.text,
        refers_to_id=entry.hand_out_id,
    )


def _begun(text: str) -> str:
    """A long text is begun in the journal; all of it stands in the record and its history."""
    return text if len(text) <= rules.WORDS_LIMIT else text[: rules.WORDS_LIMIT - 1] + "…"


def _account_id(work: UnitOfWork, name: str) -> int | None:
    """The account of that name; the clerk's own where two are named alike."""
    same = [one.id for one in account_list.accounts(work.reader) if one.name == name]
    if work.actor_id in same:
        return work.actor_id
    return same[0] if same else None
