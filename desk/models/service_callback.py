"""Callbacks of services 服務回訪, the samples that were drawn, and who was complained about
(R107-R110, R247-R250)."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, Recorded

_OWED = text("called_at IS NULL AND let_off_at IS NULL")
_UNTOLD = text("outcome = 'reached' AND told_at IS NULL AND void_why = ''")
_OPEN = text("cleared_at IS NULL AND void_why = ''")


class ServiceCallback(Recorded):
    """One callback or one attempt: of an order, or at the home of a customer with a long-term
    agreement (R110), or both. `domain.service_callback` says what each column means."""

    __tablename__ = "service_callback"
    __table_args__ = (
        Index(None, "at", "id"),
        Index(None, "order_id", "id"),
        Index(None, "agreement_id", "at", "id"),
        Index(
            "ix_service_callback_untold",
            "at",
            "id",
            sqlite_where=_UNTOLD,
            postgresql_where=_UNTOLD,
        ),
    )

    order_id: Mapped[int | None] = mapped_column(ForeignKey("service_order.id"))
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("service_agreement.id"))
    at: Mapped[datetime]
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    how: Mapped[str] = mapped_column(String(16))
    outcome: Mapped[str] = mapped_column(String(16))
    timeliness: Mapped[int | None]
    manners: Mapped[int | None]
    quality: Mapped[int | None]
    requirement: Mapped[int | None]
    satisfaction: Mapped[str] = mapped_column(String(16), default="")
    words: Mapped[str] = mapped_column(String(4_000), default="")
    why: Mapped[str] = mapped_column(String(400), default="")
    signed_by: Mapped[str] = mapped_column(String(80), default="")
    told_at: Mapped[datetime | None]
    told_to: Mapped[str] = mapped_column(String(80), default="")
    told_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    void_why: Mapped[str] = mapped_column(String(400), default="")


class ServiceSample(Recorded):
    """One draw 抽樣: the orders it was drawn `among`, the `seed`, and which were `drawn`, by their
    ids, so that anybody can draw the same again (`domain.service_callback_quota.draw`).

    `share` and `orders` are the month's at that moment; nobody in `by_id` is the program.
    """

    __tablename__ = "service_callback_sample"
    __table_args__ = (Index(None, "month", "id"),)

    month: Mapped[date]
    drawn_at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    seed: Mapped[str] = mapped_column(String(64))
    share: Mapped[int]
    orders: Mapped[int]
    among: Mapped[list[int]] = mapped_column(JSON)
    drawn: Mapped[list[int]] = mapped_column(JSON)


class ServiceChoice(Recorded):
    """An order that is called back: of which always-classes (R109), or drawn in a sample; by when.

    With neither it was called back without being asked for. `month` is the first day of the month
    in which it was done; `satisfaction` is what the customer answered.
    """

    __tablename__ = "service_callback_choice"
    __table_args__ = (
        UniqueConstraint("order_id"),
        Index(None, "month", "order_id"),
        Index(
            "ix_service_callback_choice_owed",
            "due_at",
            "id",
            sqlite_where=_OWED,
            postgresql_where=_OWED,
        ),
    )

    order_id: Mapped[int] = mapped_column(ForeignKey("service_order.id"))
    month: Mapped[date]
    classes: Mapped[str] = mapped_column(String(80), default="")
    sample_id: Mapped[int | None] = mapped_column(ForeignKey("service_callback_sample.id"))
    done_at: Mapped[datetime]
    due_at: Mapped[datetime]
    chosen_at: Mapped[datetime]
    called_at: Mapped[datetime | None]
    how: Mapped[str] = mapped_column(String(16), default="")
    satisfaction: Mapped[str] = mapped_column(String(16), default="")
    let_off_at: Mapped[datetime | None]


class ServicePersonMark(Recorded):
    """Somebody was complained about 被投訴的服務人員, in a callback, a complaint or the opinion on
    a slip (R109 ④); a later service that was found well clears him.

    `complaint` is the number of the complaint, or of the order on whose slip it stands.
    """

    __tablename__ = "service_person_mark"
    __table_args__ = (
        Index(None, "person_id", "at", "id"),
        Index(
            "ix_service_person_mark_open",
            "person_id",
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("service_person.id"))
    at: Mapped[datetime]
    callback_id: Mapped[int | None] = mapped_column(ForeignKey("service_callback.id"))
    complaint: Mapped[str] = mapped_column(String(20), default="")
    why: Mapped[str] = mapped_column(String(400))
    entered_at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    cleared_at: Mapped[datetime | None]
    cleared_by_id: Mapped[int | None] = mapped_column(ForeignKey("service_callback.id"))
    void_why: Mapped[str] = mapped_column(String(400), default="")


class ServiceCallbackMonth(Base):
    """How many orders of a month were looked at, and when the last of them was done: so that
    nothing is looked at twice in vain."""

    __tablename__ = "service_callback_month"
    __table_args__ = (UniqueConstraint("month"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[date]
    orders: Mapped[int]
    last_done_at: Mapped[datetime | None]
