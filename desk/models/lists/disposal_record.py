"""Complaint sheets handed out, as read: the rows of 《投訴處置記錄表》 (F5, R143, R145)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, literal, select, tuple_
from sqlalchemy.orm import aliased

from desk.models.base import UtcDateTime
from desk.models.complaint import Complaint
from desk.models.complaint_case import ComplaintStep
from desk.models.lists import Page, Reader, page
from desk.models.staff import Account

EXCERPT = 200

Key = tuple[datetime, int]

_Out = aliased(ComplaintStep)
_Signed = aliased(ComplaintStep)
_Returned = aliased(ComplaintStep)
_By = aliased(Account)
_Back = aliased(Account)


@dataclass(frozen=True)
class SheetRow:
    """One sheet on its way; `excerpt` is how the course of events begins, `id` the hand-out's.

    `received_by` signed for it, `taken_back_by` is the clerk at the desk.
    """

    id: int
    number: str
    topic: str
    excerpt: str
    department: str
    handed_out_at: datetime
    handed_out_by: str
    received_by: str
    returned_at: datetime | None
    taken_back_by: str


def handed_out(
    reader: Reader, since: datetime, until: datetime, after: Key | None, limit: int
) -> Page[SheetRow]:
    """The sheets that went out from `since` to before `until`, in the order in which they went."""
    query = (
        select(
            _Out.id,
            Complaint.number,
            Complaint.topic,
            func.substr(Complaint.course, 1, EXCERPT),
            _Out.person,
            _Out.at,
            func.coalesce(_By.name, ""),
            func.coalesce(_Signed.person, ""),
            _Returned.at,
            func.coalesce(_Back.name, ""),
        )
        .join(Complaint, Complaint.id == _Out.complaint_id)
        .outerjoin(_By, _By.id == _Out.by_id)
        .outerjoin(_Signed, _answers(_Signed, "sheet_signed"))
        .outerjoin(_Returned, _answers(_Returned, "sheet_returned"))
        .outerjoin(_Back, _Back.id == _Returned.by_id)
        .where(_Out.kind == "handed_out")
        .where(_Out.at >= literal(since, UtcDateTime()), _Out.at < literal(until, UtcDateTime()))
        .order_by(_Out.at, _Out.id)
    )
    if after is not None:
        last = tuple_(literal(after[0], UtcDateTime()), after[1])
        query = query.where(tuple_(_Out.at, _Out.id) > last)
    return page(reader, query, _row, _key, limit)


def _answers(step: type[ComplaintStep], kind: str) -> ColumnElement[bool]:
    """The step of the same case that answers the hand-out; the case's own index finds it."""
    return and_(
        step.complaint_id == _Out.complaint_id, step.kind == kind, step.refers_to_id == _Out.id
    )


def _row(row: Row[*tuple[Any, ...]]) -> SheetRow:
    return SheetRow(*row)


def _key(row: SheetRow) -> Key:
    return row.handed_out_at, row.id
