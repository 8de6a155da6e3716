"""Move-ins 入住: the case, who moves in, papers, agreements, materials, fees, keys (R20-R36)."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desk import hanzi
from desk.domain import search_text
from desk.models.base import AffectsSearch, Money, Recorded, Searchable
from desk.models.rooms import Rooms

_LIVES = text("state IN ('open', 'filed')")


class MoveIn(Recorded, Searchable):
    """One case, numbered without gaps; `domain.move_in` says what each column means. Kept under
    the policy of the day it was written down. A unit has one case of an arrival that lives."""

    __tablename__ = "move_in"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "written_at", "id"),
        Index(None, "state", "written_at", "id"),
        Index(None, "unit_id", "written_at", "id"),
        Index(
            "uq_move_in_lives",
            "unit_id",
            "arrival",
            unique=True,
            sqlite_where=_LIVES,
            postgresql_where=_LIVES,
        ),
    )
    search_table = "search_move_in"
    search_parts = ("persons",)

    number: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    arrival: Mapped[str] = mapped_column(String(16))
    holder: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy.id"))
    name: Mapped[str] = mapped_column(String(80))
    contact: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    by_agent: Mapped[bool] = mapped_column(default=False)
    agent: Mapped[str] = mapped_column(String(80), default="")
    agent_phone: Mapped[str] = mapped_column(String(40), default="")
    moved_on: Mapped[date]
    concentrated: Mapped[bool] = mapped_column(default=False)
    period_starts: Mapped[date | None]
    period_ends: Mapped[date | None]
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    written_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    registered_on: Mapped[date | None]
    registered_by: Mapped[str] = mapped_column(String(120), default="")
    filed_at: Mapped[datetime | None]
    filed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    told_to: Mapped[str] = mapped_column(String(80), default="")
    visited_on: Mapped[date | None]
    visited_by: Mapped[str] = mapped_column(String(80), default="")
    visit_alarm: Mapped[bool] = mapped_column(default=False)
    visit_text: Mapped[str] = mapped_column(String(2_000), default="")
    left_on: Mapped[date | None]
    left_remark: Mapped[str] = mapped_column(String(2_000), default="")
    left_pass_id: Mapped[int | None] = mapped_column(ForeignKey("release_pass.id"))
    void_why: Mapped[str] = mapped_column(String(400), default="")
    touched_at: Mapped[datetime | None]

    persons: Mapped[list["MoveInPerson"]] = relationship(
        back_populates="move_in", order_by="MoveInPerson.id"
    )

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        names = {self.name, self.contact, self.agent}
        phones = {self.phone, self.agent_phone}
        for person in self.persons:
            if person.dropped_at is None:
                names.add(person.name)
                phones.update(person.phones)
        for name in filter(None, names):
            tokens.update(search_text.name_tokens(name, hanzi))
        for phone in filter(None, phones):
            tokens.update(search_text.phone_tokens(phone))
        return tokens


class MoveInPerson(Recorded, AffectsSearch):
    """Somebody who moves in. One taken off again keeps its row (`dropped_at`).

    `identity` is shown masked, each look at it is recorded (R36); `resident_id` is who it became in
    the household when the case was filed.
    """

    __tablename__ = "move_in_person"
    __table_args__ = (Index(None, "move_in_id", "id"),)

    move_in_id: Mapped[int] = mapped_column(ForeignKey("move_in.id"))
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(16))
    company: Mapped[str] = mapped_column(String(120), default="")
    phones: Mapped[list[str]] = mapped_column(JSON)
    permanent: Mapped[bool] = mapped_column(default=True)
    identity_kind: Mapped[str] = mapped_column(String(32), default="")
    identity: Mapped[str] = mapped_column(String(64), default="")
    note: Mapped[str] = mapped_column(String(2_000), default="")
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))
    dropped_at: Mapped[datetime | None]

    move_in: Mapped[MoveIn] = relationship(back_populates="persons")

    def affected_records(self) -> Iterable[Searchable]:
        return () if self.move_in is None else (self.move_in,)


class MoveInDocument(Recorded):
    """A paper that was taken in (R20); of a photo `person_id` says whose it is, else it is 0."""

    __tablename__ = "move_in_document"
    __table_args__ = (UniqueConstraint("move_in_id", "code", "person_id"),)

    move_in_id: Mapped[int] = mapped_column(ForeignKey("move_in.id"))
    code: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int] = mapped_column(default=0)
    received_on: Mapped[date | None]
    original: Mapped[bool] = mapped_column(default=False)
    copy: Mapped[bool] = mapped_column(default=False)
    authentic: Mapped[bool | None]
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    checked_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    checked_at: Mapped[datetime]


class MoveInListed(Recorded):
    """An agreement that was signed (R31) or a material that was handed over (R33)."""

    __tablename__ = "move_in_listed"
    __table_args__ = (UniqueConstraint("move_in_id", "kind", "code"),)

    move_in_id: Mapped[int] = mapped_column(ForeignKey("move_in.id"))
    kind: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(40))
    signed_on: Mapped[date | None]
    signed_by: Mapped[str] = mapped_column(String(120), default="")
    paper: Mapped[bool] = mapped_column(default=False)
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))


class MoveInFee(Recorded):
    """One line of what is collected (R32), looked at by another clerk (R21), on a receipt.

    `mandate_id` and `receipt_id` are the builder's mandate and the receipt. A line taken off again
    keeps its row.
    """

    __tablename__ = "move_in_fee"
    __table_args__ = (Index(None, "move_in_id", "id"),)

    move_in_id: Mapped[int] = mapped_column(ForeignKey("move_in.id"))
    kind: Mapped[str] = mapped_column(String(16))
    what: Mapped[str] = mapped_column(String(200))
    amount: Mapped[Decimal] = mapped_column(Money)
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("fee_mandate.id"))
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    looked_at: Mapped[datetime | None]
    looked_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    receipt_id: Mapped[int | None] = mapped_column(ForeignKey("receipt.id"))
    dropped_at: Mapped[datetime | None]


class MoveInKeys(Recorded):
    """A key receipt of the case (R34)."""

    __tablename__ = "move_in_keys"
    __table_args__ = (UniqueConstraint("move_in_id", "key_receipt_id"),)

    move_in_id: Mapped[int] = mapped_column(ForeignKey("move_in.id"))
    key_receipt_id: Mapped[int] = mapped_column(ForeignKey("key_receipt.id"))


class MoveInException(Recorded):
    """What a second person let pass when it was missing: the thing by its name, and why."""

    __tablename__ = "move_in_exception"
    __table_args__ = (Index(None, "move_in_id", "id"),)

    move_in_id: Mapped[int] = mapped_column(ForeignKey("move_in.id"))
    item: Mapped[str] = mapped_column(String(60))
    why: Mapped[str] = mapped_column(String(400))
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))


class MoveInEvent(Recorded):
    """The journal of a case. `person` is who did it or was told; `text` what is said of it."""

    __tablename__ = "move_in_event"
    __table_args__ = (Index(None, "move_in_id", "id"),)

    move_in_id: Mapped[int] = mapped_column(ForeignKey("move_in.id"))
    kind: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    person: Mapped[str] = mapped_column(String(120), default="")
    text: Mapped[str] = mapped_column(String(4_000), default="")
