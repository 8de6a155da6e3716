"""Approvals by a second person, given or refused over the clerk's shoulder."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.domain.approval import Line
from desk.models.base import Recorded


class Approval(Recorded):
    """What was approved or refused, by whom, at whose asking, and exactly what was shown.

    `matter` is what it was about (`overrun:solve.minor`, `close`, `unsolvable`, `promise:1`),
    `shown` the lines as pairs of label and value.
    """

    __tablename__ = "approval"
    __table_args__ = (Index(None, "kind", "record_id", "id"),)

    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[int]
    matter: Mapped[str] = mapped_column(String(60))
    decision: Mapped[str] = mapped_column(String(16))
    approver_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(String(2_000), default="")
    shown: Mapped[list[Any]] = mapped_column(JSON)


def to_pairs(shown: Iterable[Line]) -> list[list[str]]:
    """The lines as they are stored."""
    return [[line.label, line.value] for line in shown]


def digest(shown: Iterable[Line]) -> str:
    """SHA-256 of the lines, in hexadecimal: the record's history keeps it beside the word."""
    plain = json.dumps(to_pairs(shown), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
