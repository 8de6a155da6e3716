"""Accounts: who may sign in, and as what."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, Recorded


class Account(Recorded):
    """A clerk's account. `slot` names the key slot in the vault that this password opens."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("login"),)

    login: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(80))
    role: Mapped[str] = mapped_column(String(32))
    language: Mapped[str] = mapped_column(String(16))
    slot: Mapped[str] = mapped_column(String(64))
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]


class Draft(Base):
    """A half-finished form, kept for its clerk over lock, crash and restart.

    `subject` is the key of the record that is being changed, "" for a new one.

    Not a record: it has no history and goes when the form is saved or thrown away.
    """

    __tablename__ = "draft"
    __table_args__ = (Index(None, "account_id", "saved_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    form: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str] = mapped_column(String(40), default="")
    title: Mapped[str] = mapped_column(String(200), default="")
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[datetime]
