"""The first-asked duty: departments, duty matrix, FAQ, reference texts, hand-overs, slips.

The visits of before were asked of whoever wrote them down: a clerk with an account.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

RECEPTION_COLUMNS = (
    ("first_asked_rank", "VARCHAR(16) NOT NULL DEFAULT 'clerk'"),
    ("first_asked_name", "VARCHAR(80) NOT NULL DEFAULT ''"),
    ("duty_scope", "VARCHAR(16) NOT NULL DEFAULT ''"),
)
SEARCH_TABLES = ("search_duty", "search_faq")
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE {name} USING fts5(tokens, content='', contentless_delete=1,"
    " detail='none', tokenize=\"ascii tokenchars '@#-_.'\")"
)


def upgrade() -> None:
    op.create_table(
        "department",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("head", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("division", sa.String(length=80), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_department"),
        sa.UniqueConstraint("name", name="uq_department_name"),
    )
    op.create_table(
        "faq",
        sa.Column("question", sa.String(length=400), nullable=False),
        sa.Column("answer", sa.String(length=4000), nullable=False),
        sa.Column("keywords", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_faq"),
    )
    op.create_table(
        "reference_text",
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("body", sa.String(length=20000), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reference_text"),
        sa.UniqueConstraint("code", "language", name="uq_reference_text_code_language"),
    )
    op.create_table(
        "duty",
        sa.Column("matter", sa.String(length=200), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["department_id"], ["department.id"], name="fk_duty_department_id"),
        sa.PrimaryKeyConstraint("id", name="pk_duty"),
    )
    op.create_index("ix_duty_department_id", "duty", ["department_id"], unique=False)
    op.create_table(
        "duty_notice",
        sa.Column("reception_id", sa.Integer(), nullable=False),
        sa.Column("told", sa.String(length=80), nullable=False),
        sa.Column("completed_at", sa.BigInteger(), nullable=False),
        sa.Column("situation", sa.String(length=4000), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name="fk_duty_notice_by_id"),
        sa.ForeignKeyConstraint(
            ["reception_id"], ["reception.id"], name="fk_duty_notice_reception_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_duty_notice"),
    )
    op.create_index(
        "ix_duty_notice_reception_id_id", "duty_notice", ["reception_id", "id"], unique=False
    )
    op.create_table(
        "handover",
        sa.Column("reception_id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(length=24), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("consent", sa.Boolean(), nullable=False),
        sa.Column("first_asked", sa.String(length=80), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("accepted_at", sa.BigInteger(), nullable=True),
        sa.Column("accepted_by", sa.String(length=80), nullable=False),
        sa.Column("accepted_by_id", sa.Integer(), nullable=True),
        sa.Column("refused_at", sa.BigInteger(), nullable=True),
        sa.Column("refused_by", sa.String(length=80), nullable=False),
        sa.Column("refused_by_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(length=400), nullable=False),
        sa.Column("wrong_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["accepted_by_id"], ["account.id"], name="fk_handover_accepted_by_id"
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name="fk_handover_by_id"),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name="fk_handover_department_id"
        ),
        sa.ForeignKeyConstraint(
            ["reception_id"], ["reception.id"], name="fk_handover_reception_id"
        ),
        sa.ForeignKeyConstraint(
            ["refused_by_id"], ["account.id"], name="fk_handover_refused_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_handover"),
    )
    op.create_index(
        "ix_handover_department_id_at_id", "handover", ["department_id", "at", "id"], unique=False
    )
    op.create_index("ix_handover_reception_id_id", "handover", ["reception_id", "id"], unique=False)
    op.create_table(
        "breach",
        sa.Column("reception_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("finding", sa.String(length=16), nullable=False),
        sa.Column("handover_id", sa.Integer(), nullable=True),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("measure", sa.String(length=2000), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("found_at", sa.BigInteger(), nullable=False),
        sa.Column("found_by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name="fk_breach_department_id"
        ),
        sa.ForeignKeyConstraint(["found_by_id"], ["account.id"], name="fk_breach_found_by_id"),
        sa.ForeignKeyConstraint(["handover_id"], ["handover.id"], name="fk_breach_handover_id"),
        sa.ForeignKeyConstraint(["reception_id"], ["reception.id"], name="fk_breach_reception_id"),
        sa.PrimaryKeyConstraint("id", name="pk_breach"),
    )
    op.create_index("ix_breach_at_id", "breach", ["at", "id"], unique=False)
    op.create_index("ix_breach_reception_id", "breach", ["reception_id"], unique=False)
    op.create_table(
        "coordination_slip",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("cause", sa.String(length=24), nullable=False),
        sa.Column("reception_id", sa.Integer(), nullable=False),
        sa.Column("handover_id", sa.Integer(), nullable=True),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("matter", sa.String(length=4000), nullable=False),
        sa.Column("addressee", sa.String(length=80), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("result", sa.String(length=4000), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", sa.String(length=80), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["account.id"], name="fk_coordination_slip_answered_by_id"
        ),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name="fk_coordination_slip_by_id"),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["handover.id"], name="fk_coordination_slip_handover_id"
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["department.id"], name="fk_coordination_slip_lead_id"
        ),
        sa.ForeignKeyConstraint(
            ["reception_id"], ["reception.id"], name="fk_coordination_slip_reception_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_coordination_slip"),
        sa.UniqueConstraint("number", name="uq_coordination_slip_number"),
    )
    op.create_index(
        "ix_coordination_slip_reception_id_id",
        "coordination_slip",
        ["reception_id", "id"],
        unique=False,
    )
    op.create_index(
        "ix_coordination_slip_state_at_id", "coordination_slip", ["state", "at", "id"], unique=False
    )
    op.create_table(
        "slip_department",
        sa.Column("slip_id", sa.Integer(), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["department_id"], ["department.id"], name="fk_slip_department_department_id"
        ),
        sa.ForeignKeyConstraint(
            ["slip_id"], ["coordination_slip.id"], name="fk_slip_department_slip_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_slip_department"),
        sa.UniqueConstraint(
            "slip_id", "department_id", name="uq_slip_department_slip_id_department_id"
        ),
    )

    for name, what in RECEPTION_COLUMNS:
        op.execute(f"ALTER TABLE reception ADD COLUMN {name} {what}")
    for name in SEARCH_TABLES:
        op.execute(SEARCH_TABLE.format(name=name))


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
