"""What belongs to one case: its journal, its complainants, its side problems, its pauses."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class ComplaintStep(Recorded):
    """One thing done in a case: handed out, forwarded, told, urged (F5, R92, R164).

    `person` is the other one: the receiver, the post's holder, who was told; `post` the post that
    person holds, where one was told as such. `refers_to_id` is the step this one answers, such as
    the hand-out whose sheet was signed for.
    """

    __tablename__ = "complaint_step"
    __table_args__ = (Index(None, "complaint_id", "id"), Index(None, "kind", "at", "id"))

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    kind: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime]
    entered_at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    code: Mapped[str] = mapped_column(String(40), default="")
    person: Mapped[str] = mapped_column(String(120), default="")
    post: Mapped[str] = mapped_column(String(32), default="")
    how: Mapped[str] = mapped_column(String(16), default="")
    text: Mapped[str] = mapped_column(String(4_000), default="")
    refers_to_id: Mapped[int | None] = mapped_column(ForeignKey("complaint_step.id"))


class JointComplainant(Recorded):
    """Another person who complains about the same 聯名投訴人 (R10)."""

    __tablename__ = "joint_complainant"
    __table_args__ = (
        Index(None, "complaint_id", "id"),
        Index(None, "unit_id"),
        Index(None, "reception_id"),
    )

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    reception_id: Mapped[int | None] = mapped_column(ForeignKey("reception.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))
    name: Mapped[str] = mapped_column(String(80))
    contact: Mapped[str] = mapped_column(String(120), default="")
    words: Mapped[str] = mapped_column(String(4_000), default="")
    joined_at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class SideProblem(Recorded):
    """A problem that came up beside the first one (R168, R169).

    Filed as a case or an order of its own (`filed_id`, `reference`), or it keeps this case open
    until it is settled.
    """

    __tablename__ = "side_problem"
    __table_args__ = (Index(None, "complaint_id", "id"), Index(None, "filed_id"))

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    text: Mapped[str] = mapped_column(String(4_000))
    filed_id: Mapped[int | None] = mapped_column(ForeignKey("complaint.id"))
    reference: Mapped[str] = mapped_column(String(40), default="")
    noted_at: Mapped[datetime]
    noted_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    settled_at: Mapped[datetime | None]
    settled_text: Mapped[str] = mapped_column(String(4_000), default="")


class ClockPause(Recorded):
    """A time in which a case's clocks stand still, with its reason; `clock` "" means all."""

    __tablename__ = "clock_pause"
    __table_args__ = (Index(None, "complaint_id", "id"),)

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    clock: Mapped[str] = mapped_column(String(40), default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(String(400))
    ends_why: Mapped[str] = mapped_column(String(400), default="")
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))


class SeverityEra(Recorded):
    """From when on a case had which severity, and why it changed (R130, R137)."""

    __tablename__ = "severity_era"
    __table_args__ = (Index(None, "complaint_id", "id"),)

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    severity: Mapped[str] = mapped_column(String(16))
    since: Mapped[datetime]
    promoted: Mapped[bool] = mapped_column(default=False)
    why: Mapped[str] = mapped_column(String(400), default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
