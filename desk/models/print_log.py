"""What was printed, with everything needed to show it again, and the way home of what is signed."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Connection,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    UniqueConstraint,
    insert,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, Recorded

# As the partial indexes say it: a query finds them by the same words, not by a bound value.
OUT = text("awaited AND home_at IS NULL AND let_go_at IS NULL AND outcome <> 'failed'")
ASKED = text("outcome = 'asked'")
FAILED = text("outcome = 'failed'")


class PrintLog(Recorded):
    """One print: the form, its values, template version and digest, who, when, where to.

    `digest` is the SHA-256 of the packed pages (`PrintPage`); a row without pages is of before
    0.3.0, its digest that of the PDF. `captions` are the copies' 聯. `outcome` is `domain.paper`'s.
    A paper that is `awaited` comes home signed (`home_at`), or is let go with a reason: spoilt,
    replaced by a reprint.
    """

    __tablename__ = "print_log"
    __table_args__ = (
        Index(None, "kind", "record_id"),
        Index(None, "printed_at", "id"),
        Index("ix_print_log_out", "printed_at", "id", sqlite_where=OUT, postgresql_where=OUT),
        Index("ix_print_log_asked", "id", sqlite_where=ASKED, postgresql_where=ASKED),
        Index("ix_print_log_failed", "id", sqlite_where=FAILED, postgresql_where=FAILED),
        Index(None, "number"),
        Index("ix_print_log_form", "form", "printed_at", "id"),
        Index("ix_print_log_clerk", "printed_by_id", "printed_at", "id"),
    )

    printed_at: Mapped[datetime]
    printed_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    form: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[int | None]
    number: Mapped[str] = mapped_column(String(20), default="")
    language: Mapped[str] = mapped_column(String(16))
    template_version: Mapped[str] = mapped_column(String(20))
    digest: Mapped[str] = mapped_column(String(64))
    destination: Mapped[str] = mapped_column(String(16))
    copies: Mapped[int] = mapped_column(default=1)
    reprint: Mapped[int] = mapped_column(default=0)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    paper: Mapped[str] = mapped_column(String(16), default="A4")
    captions: Mapped[list[str]] = mapped_column(JSON)
    printer: Mapped[str] = mapped_column(String(200), default="")
    policy_id: Mapped[int | None] = mapped_column(ForeignKey("policy.id"))
    is_void: Mapped[bool] = mapped_column(default=False)
    batch: Mapped[str] = mapped_column(String(32), default="")
    outcome: Mapped[str] = mapped_column(String(16), default="printed")
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    awaited: Mapped[bool] = mapped_column(default=False)
    home_at: Mapped[datetime | None]
    let_go_at: Mapped[datetime | None]
    let_go_why: Mapped[str] = mapped_column(String(400), default="")


class PrintPage(Base):
    """The pages of one print as they were drawn, packed: any past print is shown again exactly."""

    __tablename__ = "print_page"

    print_id: Mapped[int] = mapped_column(ForeignKey("print_log.id"), primary_key=True)
    pages: Mapped[bytes] = mapped_column(LargeBinary)


def keep_pages(connection: Connection, pages: Iterable[tuple[int, bytes]]) -> None:
    """Keep the packed pages of prints, in the transaction that logs them; they never change."""
    rows = [{"print_id": print_id, "pages": packed} for print_id, packed in pages]
    if rows:
        connection.execute(insert(PrintPage.__table__), rows)  # type: ignore[arg-type]


class SignedPaper(Recorded):
    """A signed paper that came home: which print, when, who signed; its scans are attachments.

    `ticked` names the condition it met in its record. One taken in by mistake is withdrawn.
    """

    __tablename__ = "signed_paper"
    __table_args__ = (Index(None, "kind", "record_id"), Index(None, "print_id"))

    print_id: Mapped[int] = mapped_column(ForeignKey("print_log.id"))
    form: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[int]
    number: Mapped[str] = mapped_column(String(20), default="")
    signed_on: Mapped[date]
    signed_by: Mapped[str] = mapped_column(String(120))
    remark: Mapped[str] = mapped_column(String(2_000), default="")
    ticked: Mapped[str] = mapped_column(String(40), default="")
    received_at: Mapped[datetime]
    received_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    withdrawn_why: Mapped[str] = mapped_column(String(400), default="")


class DocumentControl(Recorded):
    """The document control head 文件頭 of one form, as the estate keeps it (R224)."""

    __tablename__ = "document_control"
    __table_args__ = (UniqueConstraint("form"),)

    form: Mapped[str] = mapped_column(String(40))
    number: Mapped[str] = mapped_column(String(40), default="")
    edition: Mapped[str] = mapped_column(String(20), default="")
    revision: Mapped[str] = mapped_column(String(20), default="")
    effective_on: Mapped[date | None]
    prepared_by: Mapped[str] = mapped_column(String(80), default="")
    reviewed_by: Mapped[str] = mapped_column(String(80), default="")
    approved_by: Mapped[str] = mapped_column(String(80), default="")


class PrintStock(Recorded):
    """Pre-printed stock 套打: where the fields of a form stand on it, in millimetres.

    `fields` are objects as `printing.overlay` reads them; `picture` names the attachment with the
    look of the stock, which is shown on the screen and never printed.
    """

    __tablename__ = "print_stock"
    __table_args__ = (Index(None, "form"),)

    name: Mapped[str] = mapped_column(String(80))
    form: Mapped[str] = mapped_column(String(40))
    paper: Mapped[str] = mapped_column(String(16))
    fields: Mapped[list[Any]] = mapped_column(JSON)
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    retired_at: Mapped[datetime | None]
