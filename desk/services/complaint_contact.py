"""What is said about an open case: presented to those above, answered, told, urged (R4-R10, R92).

Each deed takes the case as the clerk read it and what was written down, refuses with everything
that is wrong, and gives the case as it then stands.
"""

from dataclasses import replace
from typing import TypeVar

from desk.domain import complaint_contact as rules
from desk.domain import forwarding
from desk.domain.complaint_case import CaseFacts
from desk.domain.complaint_clock import Clock
from desk.domain.complaint_clocks import clocks
from desk.domain.complaint_contact import SaidEntry
from desk.domain.complaint_handling import PERSON_LIMIT, WORDS_LIMIT, StepKind, as_kept
from desk.domain.forwarding import ForwardEntry
from desk.domain.permissions import Permission
from desk.domain.policy import Event
from desk.models.unit_of_work import UnitOfWork
from desk.services import complaint_case
from desk.services.cleaning import Cleaning
from desk.services.complaint_case import Case, Opened
from desk.services.workplace import Workplace

Words = TypeVar("Words", SaidEntry, ForwardEntry)


def forward(workplace: Workplace, complaint_id: int, version: int, entry: ForwardEntry) -> Case:
    """R4-R6, R88, R142, R144: presented under one of the forward rules still open 呈報."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, case.facts, entry)
        running = _clocks(case)
        cleaning.refuse(
            forwarding.forward_reasons(case.facts, case.policy, running, entry, work.now)
        )
        complaint_case.add_step(
            work,
            complaint_id,
            Event.FORWARDED,
            at=entry.at,
            code=entry.rule,
            person=entry.person,
            post=entry.post,
            how=entry.how or "",
            text=entry.text,
        )
        return complaint_case.finished(work, case.row)


def report_joint(workplace: Workplace, complaint_id: int, version: int, entry: SaidEntry) -> Case:
    """R10: a joint complaint is presented in writing to 公司投訴管理部門 (F15)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, case.facts, entry)
        cleaning.refuse(forwarding.joint_reasons(case.facts, case.policy, entry, work.now))
        _said(work, complaint_id, Event.JOINT_REPORTED, entry)
        return complaint_case.finished(work, case.row)


def answer(workplace: Workplace, complaint_id: int, version: int, entry: SaidEntry) -> Case:
    """R4, R150: the complainant of a major case gets a clear answer 明確答覆."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, case.facts, entry)
        cleaning.refuse(rules.answer_reasons(case.facts, _clocks(case), entry, work.now))
        _said(work, complaint_id, Event.ANSWERED, entry)
        return complaint_case.finished(work, case.row)


def tell_progress(workplace: Workplace, complaint_id: int, version: int, entry: SaidEntry) -> Case:
    """R92: the complainant hears how far it is 告知進度."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, case.facts, entry)
        cleaning.refuse(rules.progress_reasons(case.facts, entry, work.now))
        _said(work, complaint_id, StepKind.PROGRESS, entry)
        return complaint_case.finished(work, case.row)


def urge(workplace: Workplace, complaint_id: int, version: int, entry: SaidEntry) -> Case:
    """R164: whoever works on it is urged 催辦, and what they say is kept."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, case.facts, entry)
        cleaning.refuse(rules.urge_reasons(case.facts, entry, work.now))
        _said(work, complaint_id, StepKind.URGED, entry)
        return complaint_case.finished(work, case.row)


def call_in(workplace: Workplace, complaint_id: int, version: int, entry: SaidEntry) -> Case:
    """R133 no. 12, R141: whoever cannot settle it calls 主管 or 經理."""
    with workplace.deed(Permission.REGISTER) as work:
        case = complaint_case.opened(work, complaint_id, version)
        cleaning = Cleaning()
        entry = _clean(cleaning, case.facts, entry)
        cleaning.refuse(rules.call_in_reasons(case.facts, entry, work.now))
        _said(work, complaint_id, StepKind.CALLED_IN, entry)
        case.row.called_in = case.row.called_in or entry.person
        return complaint_case.finished(work, case.row)


# Parts


def _clocks(case: Opened) -> tuple[Clock, ...]:
    return clocks(case.facts, case.policy, case.calendar)


def _clean(cleaning: Cleaning, facts: CaseFacts, entry: Words) -> Words:
    return replace(
        entry,
        at=as_kept(facts, entry.at),
        person=cleaning.line(entry.person, PERSON_LIMIT, "person"),
        text=cleaning.text(entry.text, WORDS_LIMIT, "text"),
    )


def _said(work: UnitOfWork, complaint_id: int, kind: str, entry: SaidEntry) -> None:
    complaint_case.add_step(
        work,
        complaint_id,
        kind,
        at=entry.at,
        person=entry.person,
        post=entry.post or "",
        how=entry.how or "",
        text=entry.text,
    )
