"""Release passes 放行條: the pass, items, the evidence of its locks, its journal (R37-R41, F37)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk import hanzi
from desk.domain import search_text
from desk.models.base import AffectsSearch, Base, Recorded, Searchable
from desk.models.rooms import Rooms

_SERIAL = text("serial_key <> ''")
_OUT = text('returnable AND "left" > back')


class ReleasePass(Recorded, Searchable):
    """One pass, numbered without gaps from its draft on; `domain.release_pass` says what each
    column means. Kept under the policy of the day it was written down."""

    __tablename__ = "release_pass"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "written_at", "id"),
        Index(None, "state", "written_at", "id"),
        Index(None, "state", "ends", "id"),
        Index(None, "kind", "written_at", "id"),
        Index(None, "unit_id", "written_at", "id"),
    )
    search_table = "search_release_pass"
    search_parts = ("items",)

    number: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(24))
    state: Mapped[str] = mapped_column(String(16))
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    applicant: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(16))
    identity: Mapped[str] = mapped_column(String(32), default="")
    identity_tail: Mapped[str] = mapped_column(String(8), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    plate: Mapped[str] = mapped_column(String(20), default="")
    starts: Mapped[datetime | None]
    ends: Mapped[datetime | None]
    gate: Mapped[str] = mapped_column(String(40), default="")
    back_by: Mapped[date | None]
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    written_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    issued_at: Mapped[datetime | None]
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    acknowledged: Mapped[str] = mapped_column(String(400), default="")
    owner_signed_on: Mapped[date | None]
    owner_signed_by: Mapped[str] = mapped_column(String(120), default="")
    gate_copy_on: Mapped[date | None]
    gate_copy_by: Mapped[str] = mapped_column(String(120), default="")
    void_why: Mapped[str] = mapped_column(String(400), default="")
    touched_at: Mapped[datetime | None]

    items: Mapped[list["ReleaseItem"]] = relationship(
        back_populates="release_pass", order_by="ReleaseItem.place"
    )

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.name_tokens(self.applicant, hanzi))
        if self.unit_id is not None:
            tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        if self.phone:
            tokens.update(search_text.phone_tokens(self.phone))
        for item in self.items:
            if item.dropped_at is None:
                tokens.update(search_text.text_tokens(f"{item.what} {item.marks}", hanzi))
                tokens.update(_sign_tokens(item.serial))
        return tokens | _sign_tokens(self.plate)


def _sign_tokens(sign: str) -> set[str]:
    """What finds a serial number or a plate, typed as it is written or without what parts it."""
    tokens: set[str] = set()
    for typed in (sign, sign.replace(" ", "").replace("-", "")):
        tokens.update(search_text.text_tokens(typed, hanzi))
        for term in search_text.query_terms(typed, hanzi):
            tokens.update(term)
    return tokens


class ReleaseItem(Recorded, AffectsSearch):
    """A thing on a pass. One that was taken off the draft again keeps its row (`dropped_at`).

    `serial_key` is the serial number, `words_key` what it is, as both are compared.
    """

    __tablename__ = "release_item"
    __table_args__ = (
        Index(None, "pass_id", "place"),
        Index("ix_release_item_out", "pass_id", sqlite_where=_OUT, postgresql_where=_OUT),
        Index(
            "ix_release_item_serial_key",
            "serial_key",
            sqlite_where=_SERIAL,
            postgresql_where=_SERIAL,
        ),
    )

    pass_id: Mapped[int] = mapped_column(ForeignKey("release_pass.id"))
    place: Mapped[int]
    what: Mapped[str] = mapped_column(String(200))
    quantity: Mapped[int]
    counted: Mapped[str] = mapped_column(String(12), default="")
    marks: Mapped[str] = mapped_column(String(200), default="")
    serial: Mapped[str] = mapped_column(String(60), default="")
    serial_key: Mapped[str] = mapped_column(String(120), default="")
    words_key: Mapped[str] = mapped_column(String(400), default="")
    returnable: Mapped[bool] = mapped_column(default=False)
    left: Mapped[int] = mapped_column(default=0)
    back: Mapped[int] = mapped_column(default=0)
    dropped_at: Mapped[datetime | None]

    release_pass: Mapped[ReleasePass] = relationship(back_populates="items")

    def affected_records(self) -> Iterable[Searchable]:
        return () if self.release_pass is None else (self.release_pass,)


class ReleaseEvidence(Recorded):
    """What makes a lock hold, as it was given; the last of a lock counts (R39, R40).

    `about` holds the fingerprints of what it was given about, pair by pair.
    """

    __tablename__ = "release_evidence"
    __table_args__ = (Index(None, "pass_id", "id"),)

    pass_id: Mapped[int] = mapped_column(ForeignKey("release_pass.id"))
    lock: Mapped[str] = mapped_column(String(16))
    how: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    person: Mapped[str] = mapped_column(String(120), default="")
    caller: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    until: Mapped[date | None]
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    note: Mapped[str] = mapped_column(String(2_000), default="")
    about: Mapped[list[Any]] = mapped_column(JSON)
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))


class ReleaseEvent(Recorded):
    """The journal of a pass: issued, what happened at the gate, extended, expired, void.

    `person` is the guard; `counts` are pairs of an item's id and how many; `ends` and `ended` are
    the window's end after and before an extension. Without `by_id` the program did it by itself.
    """

    __tablename__ = "release_event"
    __table_args__ = (Index(None, "pass_id", "id"),)

    pass_id: Mapped[int] = mapped_column(ForeignKey("release_pass.id"))
    kind: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    entered_at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    person: Mapped[str] = mapped_column(String(120), default="")
    why: Mapped[str] = mapped_column(String(400), default="")
    counts: Mapped[list[Any]] = mapped_column(JSON)
    ends: Mapped[datetime | None]
    ended: Mapped[datetime | None]


class SealKey(Base):
    """The secret under the seal of every pass: 32 random bytes, made once, told to nobody."""

    __tablename__ = "seal_key"

    id: Mapped[int] = mapped_column(primary_key=True)
    secret: Mapped[bytes] = mapped_column(LargeBinary(32))
    made_at: Mapped[datetime]
