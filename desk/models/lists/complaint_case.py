"""A complaint with all its parts, as read: the facts its rules are asked about."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from desk.domain.complaint import Filing, Nature, State, Urgency
from desk.domain.complaint_case import CaseFacts
from desk.models.complaint import Complaint
from desk.models.lists import Reader
from desk.models.lists import complaint_parts as parts
from desk.models.lists.complaint_statements import Query
from desk.models.staff import Account


@dataclass(frozen=True)
class CaseTexts:
    """What the record shows of a case and no rule asks about; names are those of the clerks."""

    policy_id: int | None
    department: str
    filing_ground: str
    filing_why: str
    filed_by: str | None
    signed_copy_by: str
    notice_from: str
    notice_text: str
    verified_by: str | None
    verified_text: str
    unsolvable_why: str


def facts(reader: Reader, complaint_id: int) -> CaseFacts | None:
    """Everything of one case; None when there is none."""
    row = reader.execute(_facts(), {"case": complaint_id}).first()
    if row is None:
        return None
    known = dict(row._mapping)
    known["state"] = State(known["state"])
    known["nature"] = Nature(known["nature"])
    known["filing"] = Filing(known["filing"])
    known["immediate"] = frozenset(map(Urgency, known["immediate"]))
    return CaseFacts(
        **known,
        eras=parts.eras(reader, complaint_id),
        steps=parts.steps(reader, complaint_id),
        joint=parts.joint(reader, complaint_id),
        sides=parts.sides(reader, complaint_id),
        pauses=parts.pauses(reader, complaint_id),
        promises=parts.promises(reader, complaint_id),
        callbacks=parts.callbacks(reader, complaint_id),
        approvals=parts.approvals(reader, complaint_id),
        correction=parts.correction(reader, complaint_id),
        report=parts.report(reader, complaint_id),
        dues=parts.dues(reader, complaint_id),
    )


def texts(reader: Reader, complaint_id: int) -> CaseTexts:
    """What else is shown of a case that exists."""
    row: tuple[Any, ...] = tuple(reader.execute(_texts(), {"case": complaint_id}).one())
    return CaseTexts(*row)


@cache
def _facts() -> Query:
    return select(*_FACTS).where(Complaint.id == bindparam("case"))


@cache
def _texts() -> Query:
    filed_by, verified_by = aliased(Account), aliased(Account)
    return (
        select(
            Complaint.policy_id,
            Complaint.department,
            Complaint.filing_ground,
            Complaint.filing_why,
            filed_by.name,
            Complaint.signed_copy_by,
            Complaint.notice_from,
            Complaint.notice_text,
            verified_by.name,
            Complaint.verified_text,
            Complaint.unsolvable_why,
        )
        .outerjoin(filed_by, filed_by.id == Complaint.filed_by_id)
        .outerjoin(verified_by, verified_by.id == Complaint.verified_by_id)
        .where(Complaint.id == bindparam("case"))
    )


_FACTS = (
    Complaint.id,
    Complaint.state,
    Complaint.nature,
    Complaint.received_at,
    Complaint.hot,
    Complaint.impact,
    Complaint.filing,
    Complaint.filed_at,
    Complaint.asked_post,
    Complaint.asked_at,
    Complaint.on_site,
    Complaint.wanted_by,
    Complaint.handled_at,
    Complaint.handled_by_id,
    Complaint.result,
    Complaint.signed_copy_at,
    Complaint.notice_kind,
    Complaint.notice_at,
    Complaint.verified_at,
    Complaint.verified_by_id,
    Complaint.unsolvable_at,
    Complaint.why_it_happened,
    Complaint.what_was_learnt,
    Complaint.how_to_avoid,
    Complaint.what_to_adjust,
    Complaint.closed_at,
    Complaint.immediate,
)
