"""The work log: training, checks, rounds, household visits, plans and summaries.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INDICES = (
    ("happened_at", "id"),
    ("kind", "happened_at", "id"),
    ("state", "happened_at", "id"),
    ("unit_id", "happened_at", "id"),
)
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE search_work_log USING fts5(tokens, content='', contentless_delete=1,"
    " detail='none', tokenize=\"ascii tokenchars '@#-_.'\")"
)


def upgrade() -> None:
    op.create_table(
        "work_log",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("happened_at", sa.BigInteger(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("participants", sa.String(length=400), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("findings", sa.String(length=4000), nullable=False),
        sa.Column("measure", sa.String(length=16), nullable=False),
        sa.Column("measure_text", sa.String(length=4000), nullable=False),
        sa.Column("plan", sa.String(length=4000), nullable=False),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("hand_in_by", sa.BigInteger(), nullable=True),
        sa.Column("submitted_to", sa.String(length=80), nullable=False),
        sa.Column("submitted_at", sa.BigInteger(), nullable=True),
        sa.Column("back_by", sa.BigInteger(), nullable=True),
        sa.Column("returned_at", sa.BigInteger(), nullable=True),
        sa.Column("returned_by_id", sa.Integer(), nullable=True),
        sa.Column("remark", sa.String(length=4000), nullable=False),
        sa.Column("void_why", sa.String(length=400), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name="fk_work_log_by_id"),
        sa.ForeignKeyConstraint(
            ["returned_by_id"], ["account.id"], name="fk_work_log_returned_by_id"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_work_log_unit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_work_log"),
        sa.UniqueConstraint("number", name="uq_work_log_number"),
    )
    for columns in INDICES:
        op.create_index(f"ix_work_log_{'_'.join(columns)}", "work_log", list(columns))
    op.execute(SEARCH_TABLE)


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
