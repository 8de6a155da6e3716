"""Keys lent and returned 借出與歸還 (R112, R113), and what was extended."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Recorded, Searchable
from desk.models.rooms import Rooms

_OPEN = text("ended_at IS NULL")


class KeyLoan(Recorded, Searchable):
    """One use of a set, numbered without gaps; `domain.key_loan` says what each column means.

    A set is out once at a time: one loan of it has no `ended_at`. It ends returned, lost
    (`lost_at`) or void. Of an identity paper only the last four characters are kept.
    """

    __tablename__ = "key_loan"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(
            "uq_key_loan_open",
            "key_set_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index("ix_key_loan_due", "due_at", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index(None, "key_set_id", "id"),
        Index(None, "agreement_id", "out_at", "id"),
        Index(None, "out_at", "id"),
    )
    search_table = "search_key_loan"

    number: Mapped[str] = mapped_column(String(20))
    key_set_id: Mapped[int] = mapped_column(ForeignKey("key_set.id"))
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("custody_agreement.id"))
    keys: Mapped[int]
    borrower: Mapped[str] = mapped_column(String(80))
    company: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    proof: Mapped[str] = mapped_column(String(24))
    proof_tail: Mapped[str] = mapped_column(String(4), default="")
    purpose: Mapped[str] = mapped_column(String(200))
    about: Mapped[str] = mapped_column(String(80), default="")
    out_at: Mapped[datetime]
    due_at: Mapped[datetime]
    lent_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    entered_at: Mapped[datetime]
    signed: Mapped[str] = mapped_column(String(16))
    slip_home_on: Mapped[date | None]
    slip_signed_by: Mapped[str] = mapped_column(String(120), default="")
    word_how: Mapped[str] = mapped_column(String(16), default="")
    word_person: Mapped[str] = mapped_column(String(80), default="")
    word_at: Mapped[datetime | None]
    word_phone: Mapped[str] = mapped_column(String(40), default="")
    word_caller: Mapped[str] = mapped_column(String(80), default="")
    word_text: Mapped[str] = mapped_column(String(400), default="")
    returned_at: Mapped[datetime | None]
    returned_by: Mapped[str] = mapped_column(String(80), default="")
    received_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    condition: Mapped[str] = mapped_column(String(16), default="")
    condition_text: Mapped[str] = mapped_column(String(400), default="")
    return_signed: Mapped[str] = mapped_column(String(16), default="")
    lost_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    void_why: Mapped[str] = mapped_column(String(400), default="")

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:  # noqa: ARG002 - it has no room
        tokens = set(search_text.number_tokens(self.number))
        for name in filter(None, (self.borrower, self.company, self.returned_by)):
            tokens.update(search_text.name_tokens(name, hanzi))
        tokens.update(search_text.phone_tokens(self.phone))
        for words in (self.purpose, self.about):
            tokens.update(search_text.text_tokens(words, hanzi))
        return tokens | search_text.number_tokens(self.about)


class KeyExtension(Recorded):
    """A loan or an agreement that goes on: from when to when, why, and the owner's word."""

    __tablename__ = "key_extension"
    __table_args__ = (Index(None, "kind", "record_id", "id"),)

    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[int]
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    before: Mapped[datetime]
    until: Mapped[datetime]
    why: Mapped[str] = mapped_column(String(400))
    word_how: Mapped[str] = mapped_column(String(16), default="")
    word_person: Mapped[str] = mapped_column(String(80), default="")
    word_at: Mapped[datetime | None]
    word_phone: Mapped[str] = mapped_column(String(40), default="")
    word_caller: Mapped[str] = mapped_column(String(80), default="")
    word_text: Mapped[str] = mapped_column(String(400), default="")
