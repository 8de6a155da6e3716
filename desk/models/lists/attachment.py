"""Attachments, as read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from desk.models.attachment import Attachment
from desk.models.lists import Reader
from desk.models.staff import Account


@dataclass(frozen=True)
class AttachmentRow:
    """One attached file; `size` in bytes, `digest` names it in the store."""

    id: int
    kind: str
    record_id: int
    digest: str
    name: str
    media_type: str
    size: int
    added_at: datetime
    added_by: str


def of_record(reader: Reader, kind: str, record_id: int) -> tuple[AttachmentRow, ...]:
    """The files of a record, in the order in which they came."""
    query = _query().where(Attachment.kind == kind, Attachment.record_id == record_id)
    return tuple(AttachmentRow(*row) for row in reader.execute(query.order_by(Attachment.id)))


def one(reader: Reader, attachment_id: int) -> AttachmentRow | None:
    """One file by its id."""
    row = reader.execute(_query().where(Attachment.id == attachment_id)).first()
    return None if row is None else AttachmentRow(*row)


def _query() -> Select[*tuple[Any, ...]]:
    return select(
        Attachment.id,
        Attachment.kind,
        Attachment.record_id,
        Attachment.digest,
        Attachment.name,
        Attachment.media_type,
        Attachment.size,
        Attachment.added_at,
        Account.name,
    ).join(Account, Account.id == Attachment.added_by_id)
