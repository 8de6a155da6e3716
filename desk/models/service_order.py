"""Service orders 顧客委託服務單, repair slips 維修服務單 and their parts (R235-R256, F8, F18)."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desk import hanzi
from desk.domain import search_text
from desk.models.base import Money, Recorded, Searchable
from desk.models.rooms import Rooms

_OPEN = text("state NOT IN ('closed', 'unable', 'void')")
_AWAITED = text("arrived_at IS NULL AND arrive_by IS NOT NULL")
_OF_COMPLAINT = text("complaint_id IS NOT NULL")
_OF_RECEPTION = text("reception_id IS NOT NULL")


class ServiceOrder(Recorded, Searchable):
    """One order or slip, numbered without gaps; `domain.service_order` says what each column means.

    Item, price and provider stand as they were that day, whatever becomes of the board and of the
    people. `missed_by` is the first moment by which somebody was to be there and nobody was, where
    another time was agreed since (R240). `agreement_id` is the customer's long-term
    agreement 特約服務協議; `price` is the agreed whole, changes included, `amount` what it cost in
    the end. `first_done_at` and `done_at` are the first and the last time that it was finished.
    Kept under the policy of the day on which it was written down.
    """

    __tablename__ = "service_order"
    __table_args__ = (
        UniqueConstraint("number"),
        Index(None, "written_at", "id"),
        Index(None, "state", "written_at", "id"),
        Index(None, "kind", "written_at", "id"),
        Index(None, "unit_id", "written_at", "id"),
        Index(None, "person_id", "written_at", "id"),
        Index(None, "done_at", "id"),
        Index(
            "ix_service_order_open",
            "written_at",
            "id",
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(
            "ix_service_order_awaited",
            "arrive_by",
            "id",
            sqlite_where=_AWAITED,
            postgresql_where=_AWAITED,
        ),
        Index(
            "ix_service_order_complaint",
            "complaint_id",
            "id",
            sqlite_where=_OF_COMPLAINT,
            postgresql_where=_OF_COMPLAINT,
        ),
        Index(
            "ix_service_order_reception",
            "reception_id",
            "id",
            sqlite_where=_OF_RECEPTION,
            postgresql_where=_OF_RECEPTION,
        ),
    )
    search_table = "search_service_order"

    number: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy.id"))
    asked_at: Mapped[datetime]
    written_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))
    reception_id: Mapped[int | None] = mapped_column(ForeignKey("reception.id"))
    complaint_id: Mapped[int | None] = mapped_column(ForeignKey("complaint.id"))
    customer: Mapped[str] = mapped_column(String(80))
    phone: Mapped[str] = mapped_column(String(40), default="")
    place: Mapped[str] = mapped_column(String(120), default="")
    wish: Mapped[str] = mapped_column(String(4_000))
    plan: Mapped[str] = mapped_column(String(4_000), default="")
    liability: Mapped[str] = mapped_column(String(16), default="")
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    item_code: Mapped[str] = mapped_column(String(40), default="")
    item_name: Mapped[str] = mapped_column(String(120), default="")
    counted: Mapped[str] = mapped_column(String(20), default="")
    unit_price: Mapped[Decimal | None] = mapped_column(Money)
    quantity: Mapped[Decimal] = mapped_column(Money)
    skill: Mapped[str] = mapped_column(String(40), default="")
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("service_agreement.id"))
    reviewed_at: Mapped[datetime | None]
    others: Mapped[str] = mapped_column(String(2_000), default="")
    agreed_at: Mapped[datetime | None]
    agreed_by: Mapped[str] = mapped_column(String(80), default="")
    price: Mapped[Decimal | None] = mapped_column(Money)
    urgency: Mapped[str] = mapped_column(String(16), default="usual")
    appointed_at: Mapped[datetime | None]
    employer: Mapped[str] = mapped_column(String(16), default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("service_person.id"))
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey("supplier.id"))
    provider: Mapped[str] = mapped_column(String(120), default="")
    dispatched_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    arrive_by: Mapped[datetime | None]
    missed_by: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    first_done_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    work_done: Mapped[str] = mapped_column(String(4_000), default="")
    amount: Mapped[Decimal | None] = mapped_column(Money)
    satisfaction: Mapped[str] = mapped_column(String(16), default="")
    opinion: Mapped[str] = mapped_column(String(2_000), default="")
    signed_on: Mapped[date | None]
    signed_by: Mapped[str] = mapped_column(String(120), default="")
    waived: Mapped[Decimal] = mapped_column(Money)
    waived_why: Mapped[str] = mapped_column(String(400), default="")
    reworks: Mapped[int] = mapped_column(default=0)
    slip_back_at: Mapped[datetime | None]
    slip_back_by: Mapped[str] = mapped_column(String(120), default="")
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    void_why: Mapped[str] = mapped_column(String(400), default="")
    touched_at: Mapped[datetime | None]

    def search_tokens(self, rooms: Rooms) -> Iterable[str]:
        tokens = set(search_text.number_tokens(self.number))
        for name in (self.customer, self.provider):
            if name:
                tokens.update(search_text.name_tokens(name, hanzi))
        if self.unit_id is not None:
            tokens.update(search_text.room_tokens(rooms.of(self.unit_id), hanzi))
        if self.phone:
            tokens.update(search_text.phone_tokens(self.phone))
        for told in (self.wish, self.item_name, self.place):
            tokens.update(search_text.text_tokens(told, hanzi))
        return tokens


class ServiceMaterial(Recorded):
    """A material of an order: whose it is, how its check ended, who signed for an unfit one."""

    __tablename__ = "service_material"
    __table_args__ = (Index(None, "order_id", "id"),)

    order_id: Mapped[int] = mapped_column(ForeignKey("service_order.id"))
    source: Mapped[str] = mapped_column(String(16))
    what: Mapped[str] = mapped_column(String(200))
    quantity: Mapped[Decimal] = mapped_column(Money)
    counted: Mapped[str] = mapped_column(String(20), default="")
    price: Mapped[Decimal | None] = mapped_column(Money)
    drawn_by: Mapped[str] = mapped_column(String(80), default="")
    fit: Mapped[str] = mapped_column(String(16))
    checked_by: Mapped[str] = mapped_column(String(80), default="")
    signed_by: Mapped[str] = mapped_column(String(80), default="")
    note: Mapped[str] = mapped_column(String(2_000), default="")
    at: Mapped[datetime]
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))


class ServiceChange(Recorded):
    """The work differs from what was agreed or exceeds it; `word` is the manager's (R243)."""

    __tablename__ = "service_change"
    __table_args__ = (
        Index(None, "order_id", "id"),
        Index(
            "ix_service_change_open",
            "at",
            "id",
            sqlite_where=text("word = 'open'"),
            postgresql_where=text("word = 'open'"),
        ),
    )

    order_id: Mapped[int] = mapped_column(ForeignKey("service_order.id"))
    what: Mapped[str] = mapped_column(String(2_000))
    price: Mapped[Decimal | None] = mapped_column(Money)
    person: Mapped[str] = mapped_column(String(80), default="")
    at: Mapped[datetime]
    word: Mapped[str] = mapped_column(String(16), default="open")
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[str] = mapped_column(String(80), default="")
    agreed_by: Mapped[str] = mapped_column(String(80), default="")
    note: Mapped[str] = mapped_column(String(2_000), default="")
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))


class ServiceDamage(Recorded):
    """Damage by a breach of the rules, and how it was settled (R255)."""

    __tablename__ = "service_damage"
    __table_args__ = (Index(None, "order_id", "id"),)

    order_id: Mapped[int] = mapped_column(ForeignKey("service_order.id"))
    what: Mapped[str] = mapped_column(String(2_000))
    person: Mapped[str] = mapped_column(String(80), default="")
    at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    compensation: Mapped[Decimal | None] = mapped_column(Money)
    agreed_by: Mapped[str] = mapped_column(String(80), default="")
    note: Mapped[str] = mapped_column(String(2_000), default="")
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))


class ServiceRework(Recorded):
    """One time that the work was done again, free; `place` is 1 for the first (R256)."""

    __tablename__ = "service_rework"
    __table_args__ = (UniqueConstraint("order_id", "place"),)

    order_id: Mapped[int] = mapped_column(ForeignKey("service_order.id"))
    place: Mapped[int]
    why: Mapped[str] = mapped_column(String(400))
    found_by: Mapped[str] = mapped_column(String(80), default="")
    at: Mapped[datetime]
    dispatched_at: Mapped[datetime | None]
    arrive_by: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))


class ServiceOrderEvent(Recorded):
    """The journal of an order: what happened when, entered when, by whom.

    `person` is whoever it was about at the household or on the work; `refers_to` a material, a
    change, a damage, a rework or a receipt by its id.
    """

    __tablename__ = "service_order_event"
    __table_args__ = (Index(None, "order_id", "id"),)

    order_id: Mapped[int] = mapped_column(ForeignKey("service_order.id"))
    kind: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime]
    entered_at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    person: Mapped[str] = mapped_column(String(120), default="")
    text: Mapped[str] = mapped_column(String(2_000), default="")
    amount: Mapped[Decimal | None] = mapped_column(Money)
    refers_to: Mapped[int | None]
