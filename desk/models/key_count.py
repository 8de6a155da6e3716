"""Counts of the keys: at the change of shift 交接班, and stock-taking 盤點."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Recorded


class KeyCount(Recorded):
    """One count, numbered without gaps: what was expected at `at`, and both signatures.

    `expected` is the snapshot: an object a kept set, as `domain.key_count.Expected`; `moved` the
    tags of what was lent, returned or taken in between `at` and the first signature.
    """

    __tablename__ = "key_count"
    __table_args__ = (UniqueConstraint("number"), Index(None, "at", "id"))

    number: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    to_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    expected: Mapped[list[Any]] = mapped_column(JSON)
    moved: Mapped[list[str]] = mapped_column(JSON)
    follows: Mapped[str] = mapped_column(String(2_000), default="")
    signed_at: Mapped[datetime | None]
    to_signed_at: Mapped[datetime | None]
    sheet_home_on: Mapped[date | None]
    void_why: Mapped[str] = mapped_column(String(400), default="")
    touched_at: Mapped[datetime | None]


class KeyDifference(Recorded):
    """One difference 差異 of a count: what was expected, what was found, why, what follows.

    A difference that nothing explains is written off by who may.
    """

    __tablename__ = "key_difference"
    __table_args__ = (Index(None, "count_id", "id"),)

    count_id: Mapped[int] = mapped_column(ForeignKey("key_count.id"))
    key_set_id: Mapped[int | None] = mapped_column(ForeignKey("key_set.id"))
    tag: Mapped[str] = mapped_column(String(20))
    expected: Mapped[str] = mapped_column(String(16))
    found: Mapped[str] = mapped_column(String(16))
    why: Mapped[str] = mapped_column(String(400), default="")
    withdrawn: Mapped[bool] = mapped_column(default=False)
    written_off_at: Mapped[datetime | None]
    written_off_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    write_off_why: Mapped[str] = mapped_column(String(400), default="")
