"""Promises 承諾 to a complainant: made, reported, kept or broken (R8, R9, R133, K18).

What the promising person's letter of authority covers is promised on the spot. What goes beyond it
is refused with all its reasons, or made with the word of a second person, who is shown it whole.
"""

from dataclasses import replace
from datetime import date

from desk.domain import promise as rules
from desk.domain.approval import Answer, Verdict
from desk.domain.authority_letter import Letter, letter_of
from desk.domain.complaint_case import CaseFacts
from desk.domain.complaint_handling import as_kept
from desk.domain.permissions import Permission
from desk.domain.promise import BreakEntry, KeepEntry, PromiseEntry, ReportEntry
from desk.domain.reasons import Reason
from desk.models.complaint import Complaint
from desk.models.lists import Reader
from desk.models.lists import authority_letter as letter_list
from desk.models.promise import Promise
from desk.models.unit_of_work import UnitOfWork
from desk.services import approval, complaint_case
from desk.services.approval import Matter
from desk.services.cleaning import Cleaning
from desk.services.complaint_case import KIND, Case
from desk.services.workplace import Workplace


def make(workplace: Workplace, complaint_id: int, version: int, entry: PromiseEntry) -> Case:
    """R9: promised on the spot within the letter of authority; refused where it goes beyond."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, case.facts, entry)
        day = _day(workplace, entry)
        letter = _letter(work.reader, entry, day)
        beyond = rules.power_reasons(letter, entry, day)
        cleaning.refuse(rules.promise_reasons(case.facts, entry, work.now), beyond)
        work.add(_row(entry, complaint_id, letter, workplace.actor.id))
        return complaint_case.finished(work, case.row)


def make_approved(
    workplace: Workplace, complaint_id: int, version: int, entry: PromiseEntry, answer: Answer
) -> Case:
    """R8: what goes beyond the letter, with the word of 管理處經理 (or 總經理) over the shoulder.

    The word is kept either way; the promise is made only where it was granted.
    """
    workplace.require(Permission.REGISTER)
    case = complaint_case.get(workplace, complaint_id)
    cleaning = Cleaning()
    entry = _clean(cleaning, case.facts, entry)
    cleaning.refuse(rules.promise_reasons(case.facts, entry, workplace.now()))

    def follow(work: UnitOfWork) -> None:
        row = work.get(Complaint, complaint_id)
        if answer.decision is Verdict.GRANTED:
            letter = _letter(work.reader, entry, _day(workplace, entry))
            work.add(_row(entry, complaint_id, letter, workplace.actor.id))
        complaint_case.touch(row, work.now)
        complaint_case.settle(work, complaint_id)

    approval.give(workplace, _matter(case, version, entry), answer, follow)
    return complaint_case.get(workplace, complaint_id)


def power_reasons(workplace: Workplace, entry: PromiseEntry) -> tuple[Reason, ...]:
    """Why it goes beyond what the promising person may promise; empty within the letter."""
    with workplace.reading() as reader:
        day = _day(workplace, entry)
        letter = _letter(reader, entry, day)
    return rules.power_reasons(letter, entry, day)


def report(workplace: Workplace, complaint_id: int, version: int, entry: ReportEntry) -> Case:
    """R9: reported to the direct superior the same day."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = replace(
            entry,
            at=as_kept(case.facts, entry.at),
            reported_to=cleaning.line(entry.reported_to, rules.NAME_LIMIT, "reported_to"),
        )
        cleaning.refuse(rules.report_reasons(case.facts, entry, work.now))
        row = work.get(Promise, entry.promise_id)
        row.reported_at, row.reported_to = entry.at, entry.reported_to
        return complaint_case.finished(work, case.row)


def keep(workplace: Workplace, complaint_id: int, version: int, entry: KeepEntry) -> Case:
    """R133 no. 10: the promise was kept 兌現."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        entry = replace(entry, at=as_kept(case.facts, entry.at))
        Cleaning().refuse(rules.keep_reasons(case.facts, entry, work.now))
        work.get(Promise, entry.promise_id).kept_at = entry.at
        return complaint_case.finished(work, case.row)


def break_off(workplace: Workplace, complaint_id: int, version: int, entry: BreakEntry) -> Case:
    """R133 no. 10: the promise cannot be kept, and why."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = replace(entry, why=cleaning.line(entry.why, rules.WHY_LIMIT, "why"))
        cleaning.refuse(rules.break_reasons(case.facts, entry))
        work.get(Promise, entry.promise_id).broken_why = entry.why
        return complaint_case.finished(work, case.row)


# Parts


def _clean(cleaning: Cleaning, facts: CaseFacts, entry: PromiseEntry) -> PromiseEntry:
    return replace(
        entry,
        made_at=as_kept(facts, entry.made_at),
        text=cleaning.text(entry.text, rules.WORDS_LIMIT, "text"),
        made_by=cleaning.line(entry.made_by, rules.NAME_LIMIT, "made_by"),
    )


def _day(workplace: Workplace, entry: PromiseEntry) -> date:
    return workplace.estate.custom.day(entry.made_at)


def _letter(reader: Reader, entry: PromiseEntry, day: date) -> Letter | None:
    return letter_of(letter_list.of_day(reader, day), entry.post, entry.made_by, day)


def _row(entry: PromiseEntry, complaint_id: int, letter: Letter | None, clerk_id: int) -> Promise:
    return Promise(
        complaint_id=complaint_id,
        text=entry.text,
        made_at=entry.made_at,
        made_by=entry.made_by,
        post=entry.post,
        due_at=entry.due_at,
        amount=entry.amount,
        letter_id=None if letter is None else letter.id,
        entered_by_id=clerk_id,
    )


def _matter(case: Case, version: int, entry: PromiseEntry) -> Matter:
    """The case's next promise, for the post above the one that promises."""
    roles = case.policy.post(rules.approver_of(entry.post)).roles
    return Matter(KIND, case.detail.id, rules.matter_of(case.facts), roles, version)
