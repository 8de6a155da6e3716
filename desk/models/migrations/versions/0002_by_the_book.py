"""The manuals' rules: policies, calendars, what belongs to a case, and what is owed by when.

A column is added in plain SQL, which both databases read alike and which rebuilds no table. The
complaints of before were filed by being registered; their severity has held since they came.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OPEN = sa.text("met_at IS NULL AND ended_at IS NULL")

COMPLAINT_COLUMNS = (
    ("policy_id", "INTEGER CONSTRAINT fk_complaint_policy_id REFERENCES policy (id)"),
    ("topic", "VARCHAR(80) NOT NULL DEFAULT ''"),
    ("hot", "BOOLEAN NOT NULL DEFAULT FALSE"),
    ("impact", "VARCHAR(16) NOT NULL DEFAULT 'none'"),
    ("immediate", "VARCHAR(16) NOT NULL DEFAULT ''"),
    ("called_in", "VARCHAR(80) NOT NULL DEFAULT ''"),
    ("filing", "VARCHAR(16) NOT NULL DEFAULT 'filed'"),
    ("filing_ground", "VARCHAR(16) NOT NULL DEFAULT ''"),
    ("filing_why", "VARCHAR(400) NOT NULL DEFAULT ''"),
    ("filed_at", "BIGINT"),
    (
        "filed_by_id",
        "INTEGER CONSTRAINT fk_complaint_filed_by_id REFERENCES account (id)",
    ),
    ("asked_post", "VARCHAR(32) NOT NULL DEFAULT ''"),
    ("asked_at", "BIGINT"),
    ("on_site", "BOOLEAN NOT NULL DEFAULT FALSE"),
    ("wanted_by", "BIGINT"),
    ("department", "VARCHAR(80) NOT NULL DEFAULT ''"),
    ("signed_copy_at", "BIGINT"),
    ("signed_copy_by", "VARCHAR(80) NOT NULL DEFAULT ''"),
    ("notice_kind", "VARCHAR(16) NOT NULL DEFAULT ''"),
    ("notice_from", "VARCHAR(80) NOT NULL DEFAULT ''"),
    ("notice_at", "BIGINT"),
    ("notice_text", "VARCHAR(4000) NOT NULL DEFAULT ''"),
    ("verified_at", "BIGINT"),
    (
        "verified_by_id",
        "INTEGER CONSTRAINT fk_complaint_verified_by_id REFERENCES account (id)",
    ),
    ("verified_text", "VARCHAR(4000) NOT NULL DEFAULT ''"),
    ("unsolvable_at", "BIGINT"),
    ("unsolvable_why", "VARCHAR(4000) NOT NULL DEFAULT ''"),
    ("why_it_happened", "VARCHAR(4000) NOT NULL DEFAULT ''"),
    ("what_was_learnt", "VARCHAR(4000) NOT NULL DEFAULT ''"),
    ("how_to_avoid", "VARCHAR(4000) NOT NULL DEFAULT ''"),
    ("what_to_adjust", "VARCHAR(4000) NOT NULL DEFAULT ''"),
    ("touched_at", "BIGINT"),
)


def upgrade() -> None:
    op.create_table(
        "business_calendar",
        sa.Column("workdays", sa.JSON(), nullable=False),
        sa.Column("week", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_business_calendar"),
    )
    op.create_table(
        "calendar_year",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_year"),
        sa.UniqueConstraint("year", name="uq_calendar_year_year"),
    )
    op.create_table(
        "deadline",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("clock", sa.String(length=60), nullable=False),
        sa.Column("category", sa.String(length=16), nullable=False),
        sa.Column("bound", sa.String(length=16), nullable=False),
        sa.Column("severity", sa.String(length=16), nullable=False),
        sa.Column("post", sa.String(length=32), nullable=False),
        sa.Column("approver", sa.String(length=32), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("met_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_deadline"),
    )
    op.create_index("ix_deadline_kind_record_id", "deadline", ["kind", "record_id"], unique=False)
    op.create_index(
        "ix_deadline_open_due",
        "deadline",
        ["due_at", "id"],
        unique=False,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index(
        "ix_deadline_open_group",
        "deadline",
        ["category", "due_at", "id"],
        unique=False,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_table(
        "approval",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("matter", sa.String(length=60), nullable=False),
        sa.Column("decision", sa.String(length=16), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["approver_id"], ["account.id"], name="fk_approval_approver_id"),
        sa.ForeignKeyConstraint(["asked_by_id"], ["account.id"], name="fk_approval_asked_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_approval"),
    )
    op.create_index(
        "ix_approval_kind_record_id_id", "approval", ["kind", "record_id", "id"], unique=False
    )
    op.create_table(
        "authority_letter",
        sa.Column("post", sa.String(length=32), nullable=False),
        sa.Column("holder", sa.String(length=80), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("amount_limit", sa.BigInteger(), nullable=True),
        sa.Column("matters", sa.String(length=4000), nullable=False),
        sa.Column("signed_by", sa.String(length=80), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("entered_by_id", sa.Integer(), nullable=False),
        sa.Column("void_why", sa.String(length=400), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entered_by_id"], ["account.id"], name="fk_authority_letter_entered_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_authority_letter"),
    )
    op.create_index(
        "ix_authority_letter_starts_ends", "authority_letter", ["starts", "ends"], unique=False
    )
    op.create_table(
        "policy",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(length=400), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["made_by_id"], ["account.id"], name="fk_policy_made_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_policy"),
        sa.UniqueConstraint("number", name="uq_policy_number"),
    )
    op.create_index("ix_policy_holds_from_number", "policy", ["holds_from", "number"], unique=False)
    op.create_table(
        "callback",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("why", sa.String(length=400), nullable=False),
        sa.Column("satisfaction", sa.String(length=16), nullable=False),
        sa.Column("opinion", sa.String(length=4000), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name="fk_callback_by_id"),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name="fk_callback_complaint_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_callback"),
    )
    op.create_index("ix_callback_at_id", "callback", ["at", "id"], unique=False)
    op.create_index("ix_callback_complaint_id_id", "callback", ["complaint_id", "id"], unique=False)
    op.create_table(
        "clock_pause",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("clock", sa.String(length=40), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=True),
        sa.Column("why", sa.String(length=400), nullable=False),
        sa.Column("ends_why", sa.String(length=400), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name="fk_clock_pause_by_id"),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name="fk_clock_pause_complaint_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_clock_pause"),
    )
    op.create_index(
        "ix_clock_pause_complaint_id_id", "clock_pause", ["complaint_id", "id"], unique=False
    )
    op.create_table(
        "complaint_step",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=120), nullable=False),
        sa.Column("post", sa.String(length=32), nullable=False),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("refers_to_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name="fk_complaint_step_by_id"),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name="fk_complaint_step_complaint_id"
        ),
        sa.ForeignKeyConstraint(
            ["refers_to_id"], ["complaint_step.id"], name="fk_complaint_step_refers_to_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_step"),
    )
    op.create_index(
        "ix_complaint_step_complaint_id_id", "complaint_step", ["complaint_id", "id"], unique=False
    )
    op.create_index(
        "ix_complaint_step_kind_at_id", "complaint_step", ["kind", "at", "id"], unique=False
    )
    op.create_table(
        "corrective_action",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(length=4000), nullable=False),
        sa.Column("correction", sa.String(length=4000), nullable=False),
        sa.Column("prevention", sa.String(length=4000), nullable=False),
        sa.Column("responsible", sa.String(length=80), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by_id", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("done_text", sa.String(length=4000), nullable=False),
        sa.Column("verified_at", sa.BigInteger(), nullable=True),
        sa.Column("verified_by_id", sa.Integer(), nullable=True),
        sa.Column("verified_text", sa.String(length=4000), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name="fk_corrective_action_complaint_id"
        ),
        sa.ForeignKeyConstraint(
            ["verified_by_id"], ["account.id"], name="fk_corrective_action_verified_by_id"
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"], ["account.id"], name="fk_corrective_action_written_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_corrective_action"),
        sa.UniqueConstraint("complaint_id", name="uq_corrective_action_complaint_id"),
    )
    op.create_table(
        "joint_complainant",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("reception_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("resident_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("contact", sa.String(length=120), nullable=False),
        sa.Column("words", sa.String(length=4000), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name="fk_joint_complainant_by_id"),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name="fk_joint_complainant_complaint_id"
        ),
        sa.ForeignKeyConstraint(
            ["reception_id"], ["reception.id"], name="fk_joint_complainant_reception_id"
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name="fk_joint_complainant_resident_id"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_joint_complainant_unit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_joint_complainant"),
    )
    op.create_index(
        "ix_joint_complainant_complaint_id_id",
        "joint_complainant",
        ["complaint_id", "id"],
        unique=False,
    )
    op.create_index("ix_joint_complainant_unit_id", "joint_complainant", ["unit_id"], unique=False)
    op.create_table(
        "promise",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by", sa.String(length=80), nullable=False),
        sa.Column("post", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.Column("entered_by_id", sa.Integer(), nullable=False),
        sa.Column("reported_at", sa.BigInteger(), nullable=True),
        sa.Column("reported_to", sa.String(length=80), nullable=False),
        sa.Column("kept_at", sa.BigInteger(), nullable=True),
        sa.Column("broken_why", sa.String(length=400), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaint.id"], name="fk_promise_complaint_id"),
        sa.ForeignKeyConstraint(["entered_by_id"], ["account.id"], name="fk_promise_entered_by_id"),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["authority_letter.id"], name="fk_promise_letter_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_promise"),
    )
    op.create_index("ix_promise_complaint_id_id", "promise", ["complaint_id", "id"], unique=False)
    op.create_table(
        "severity_era",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("severity", sa.String(length=16), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("promoted", sa.Boolean(), nullable=False),
        sa.Column("why", sa.String(length=400), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name="fk_severity_era_by_id"),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name="fk_severity_era_complaint_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_severity_era"),
    )
    op.create_index(
        "ix_severity_era_complaint_id_id", "severity_era", ["complaint_id", "id"], unique=False
    )
    op.create_table(
        "side_problem",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("filed_id", sa.Integer(), nullable=True),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("noted_at", sa.BigInteger(), nullable=False),
        sa.Column("noted_by_id", sa.Integer(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.Column("settled_text", sa.String(length=4000), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name="fk_side_problem_complaint_id"
        ),
        sa.ForeignKeyConstraint(["filed_id"], ["complaint.id"], name="fk_side_problem_filed_id"),
        sa.ForeignKeyConstraint(
            ["noted_by_id"], ["account.id"], name="fk_side_problem_noted_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_side_problem"),
    )
    op.create_index(
        "ix_side_problem_complaint_id_id", "side_problem", ["complaint_id", "id"], unique=False
    )
    op.create_index("ix_side_problem_filed_id", "side_problem", ["filed_id"], unique=False)
    op.create_table(
        "special_report",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("volume", sa.String(length=20), nullable=False),
        sa.Column("cause", sa.String(length=20000), nullable=False),
        sa.Column("handling", sa.String(length=20000), nullable=False),
        sa.Column("review", sa.String(length=20000), nullable=False),
        sa.Column("improvement", sa.String(length=20000), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name="fk_special_report_complaint_id"
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"], ["account.id"], name="fk_special_report_written_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_special_report"),
        sa.UniqueConstraint("complaint_id", name="uq_special_report_complaint_id"),
        sa.UniqueConstraint("volume", name="uq_special_report_volume"),
    )

    for name, what in COMPLAINT_COLUMNS:
        op.execute(f"ALTER TABLE complaint ADD COLUMN {name} {what}")
    op.execute("ALTER TABLE reception ADD COLUMN not_filed_why VARCHAR(400) NOT NULL DEFAULT ''")
    op.create_index(
        "ix_complaint_topic", "complaint", ["topic", "state", "received_at", "id"], unique=False
    )
    op.create_index(
        "ix_complaint_hot",
        "complaint",
        ["received_at", "id"],
        unique=False,
        sqlite_where=sa.text("hot"),
        postgresql_where=sa.text("hot"),
    )
    op.execute("UPDATE complaint SET filed_at = entered_at, filed_by_id = received_by_id")
    op.execute(
        "INSERT INTO severity_era (complaint_id, severity, since, promoted, why, version)"
        " SELECT id, severity, received_at, FALSE, '', 1 FROM complaint ORDER BY id"
    )


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
