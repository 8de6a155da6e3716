"""The print room: pages kept, outcome, copies and papers of a print; signed papers; stock; heads.

What was printed before came out, as the clerk had said; what was signed of it is not awaited.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OUT = sa.text("awaited AND home_at IS NULL AND let_go_at IS NULL AND outcome <> 'failed'")
ASKED = sa.text("outcome = 'asked'")
FAILED = sa.text("outcome = 'failed'")

PRINT_LOG_COLUMNS = (
    ("paper", "VARCHAR(16) NOT NULL DEFAULT 'A4'"),
    ("captions", "JSON NOT NULL DEFAULT '[]'"),
    ("printer", "VARCHAR(200) NOT NULL DEFAULT ''"),
    ("policy_id", "INTEGER CONSTRAINT fk_print_log_policy_id REFERENCES policy (id)"),
    ("is_void", "BOOLEAN NOT NULL DEFAULT FALSE"),
    ("batch", "VARCHAR(32) NOT NULL DEFAULT ''"),
    ("outcome", "VARCHAR(16) NOT NULL DEFAULT 'printed'"),
    ("answered_at", "BIGINT"),
    (
        "answered_by_id",
        "INTEGER CONSTRAINT fk_print_log_answered_by_id REFERENCES account (id)",
    ),
    ("awaited", "BOOLEAN NOT NULL DEFAULT FALSE"),
    ("home_at", "BIGINT"),
    ("let_go_at", "BIGINT"),
    ("let_go_why", "VARCHAR(400) NOT NULL DEFAULT ''"),
)


def upgrade() -> None:
    for name, kind in PRINT_LOG_COLUMNS:
        op.execute(f"ALTER TABLE print_log ADD COLUMN {name} {kind}")
    _index("ix_print_log_out", "print_log", ["printed_at", "id"], OUT)
    _index("ix_print_log_asked", "print_log", ["id"], ASKED)
    _index("ix_print_log_failed", "print_log", ["id"], FAILED)
    op.create_index("ix_print_log_number", "print_log", ["number"])
    op.create_index("ix_print_log_form", "print_log", ["form", "printed_at", "id"])
    op.create_index("ix_print_log_clerk", "print_log", ["printed_by_id", "printed_at", "id"])
    op.create_table(
        "print_page",
        sa.Column("print_id", sa.Integer(), nullable=False),
        sa.Column("pages", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["print_id"], ["print_log.id"], name="fk_print_page_print_id"),
        sa.PrimaryKeyConstraint("print_id", name="pk_print_page"),
    )
    _signed_paper()
    _document_control()
    _print_stock()


def _signed_paper() -> None:
    op.create_table(
        "signed_paper",
        sa.Column("print_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("signed_by", sa.String(length=120), nullable=False),
        sa.Column("remark", sa.String(length=2000), nullable=False),
        sa.Column("ticked", sa.String(length=40), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("received_by_id", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.Column("withdrawn_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_why", sa.String(length=400), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["print_id"], ["print_log.id"], name="fk_signed_paper_print_id"),
        sa.ForeignKeyConstraint(
            ["received_by_id"], ["account.id"], name="fk_signed_paper_received_by_id"
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by_id"], ["account.id"], name="fk_signed_paper_withdrawn_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_signed_paper"),
    )
    op.create_index("ix_signed_paper_kind_record_id", "signed_paper", ["kind", "record_id"])
    op.create_index("ix_signed_paper_print_id", "signed_paper", ["print_id"])


def _document_control() -> None:
    op.create_table(
        "document_control",
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("edition", sa.String(length=20), nullable=False),
        sa.Column("revision", sa.String(length=20), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("prepared_by", sa.String(length=80), nullable=False),
        sa.Column("reviewed_by", sa.String(length=80), nullable=False),
        sa.Column("approved_by", sa.String(length=80), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document_control"),
        sa.UniqueConstraint("form", name="uq_document_control_form"),
    )


def _print_stock() -> None:
    op.create_table(
        "print_stock",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("paper", sa.String(length=16), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=True),
        sa.Column("retired_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["attachment.id"], name="fk_print_stock_picture_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_print_stock"),
    )
    op.create_index("ix_print_stock_form", "print_stock", ["form"])


def _index(name: str, table: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
