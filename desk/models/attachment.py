"""Which encrypted files belong to which record."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class Attachment(Recorded):
    """A picture or PDF of a record. `digest` names the encrypted file in the attachment store."""

    __tablename__ = "attachment"
    __table_args__ = (Index(None, "kind", "record_id"),)

    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(40))
    size: Mapped[int]
    added_at: Mapped[datetime]
    added_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
