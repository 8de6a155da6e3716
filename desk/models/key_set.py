"""Keys in custody 代管鑰匙 (R34, R112, R113)."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Recorded, Searchable
from desk.models.rooms import Rooms

_KEPT = text("left_at IS NULL")
_HUNG = text("left_at IS NULL AND hook <> ''")


class KeySet(Recorded, Searchable):
    """One set; `domain.key_set` says what each column means.

    Where it is follows from its open loan, its open loss, and from `left_*`: given back or retired,
    to whom, how it was signed for, on which receipt. Tag and hook are one set's while it is kept.
    """

    __tablename__ = "key_set"
    __table_args__ = (
        Index("uq_key_set_tag", "tag", unique=True, sqlite_where=_KEPT, postgresql_where=_KEPT),
        Index("uq_key_set_hook", "hook", unique=True, sqlite_where=_HUNG, postgresql_where=_HUNG),
        Index(None, "agreement_id"),
        Index(None, "unit_id"),
    )
    search_table = "search_key_set"

    tag: Mapped[str] = mapped_column(String(20))
    hook: Mapped[str] = mapped_column(String(20), default="")
    opens: Mapped[str] = mapped_column(String(200))
    keys: Mapped[int] = mapped_column(default=1)
    basis: Mapped[str] = mapped_column(String(16))
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("custody_agreement.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    left_for: Mapped[str] = mapped_column(String(16), default="")
    left_for_text: Mapped[str] = mapped_column(String(200), default="")
    left_by: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    received_at: Mapped[datetime]
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    free_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    left_how: Mapped[str] = mapped_column(String(16), default="")
    left_to: Mapped[str] = mapped_column(String(80), default="")
    left_authority: Mapped[str] = mapped_column(String(400), default="")
    left_signed: Mapped[str] = mapped_column(String(16), default="")
    left_why: Mapped[str] = mapped_column(String(400), default="")
    left_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    receipt_id: Mapped[int | None] = mapped_column(ForeignKey("key_receipt.id"))

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set().union(*search_text.query_terms(self.tag, hanzi))
        tokens.update(*search_text.query_terms(self.hook, hanzi))
        for words in (self.tag, self.opens, self.left_for_text, self.remark):
            tokens.update(search_text.text_tokens(words, hanzi))
        if self.left_by:
            tokens.update(search_text.name_tokens(self.left_by, hanzi))
        if self.phone:
            tokens.update(search_text.phone_tokens(self.phone))
        if self.unit_id is not None:
            tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        return tokens
