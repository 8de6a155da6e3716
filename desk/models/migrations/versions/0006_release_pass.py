"""Release passes: the pass, its items, the evidence of its locks, its journal, the seal's secret.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INDICES = (
    ("written_at", "id"),
    ("state", "written_at", "id"),
    ("state", "ends", "id"),
    ("kind", "written_at", "id"),
    ("unit_id", "written_at", "id"),
)
SERIAL = sa.text("serial_key <> ''")
OUT = sa.text('returnable AND "left" > back')
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE search_release_pass USING fts5(tokens, content='', contentless_delete=1,"
    " detail='none', tokenize=\"ascii tokenchars '@#-_.'\")"
)


def upgrade() -> None:
    _release_pass()
    _release_item()
    _release_evidence()
    _release_event()
    _desk_phone()
    op.create_table(
        "seal_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("secret", sa.LargeBinary(length=32), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_seal_key"),
    )
    op.execute(SEARCH_TABLE)


def _release_pass() -> None:
    op.create_table(
        "release_pass",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("applicant", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("identity", sa.String(length=32), nullable=False),
        sa.Column("identity_tail", sa.String(length=8), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("plate", sa.String(length=20), nullable=False),
        sa.Column("starts", sa.BigInteger(), nullable=True),
        sa.Column("ends", sa.BigInteger(), nullable=True),
        sa.Column("gate", sa.String(length=40), nullable=False),
        sa.Column("back_by", sa.Date(), nullable=True),
        sa.Column("remark", sa.String(length=2000), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=True),
        sa.Column("issued_by_id", sa.Integer(), nullable=True),
        sa.Column("acknowledged", sa.String(length=400), nullable=False),
        sa.Column("owner_signed_on", sa.Date(), nullable=True),
        sa.Column("owner_signed_by", sa.String(length=120), nullable=False),
        sa.Column("gate_copy_on", sa.Date(), nullable=True),
        sa.Column("gate_copy_by", sa.String(length=120), nullable=False),
        sa.Column("void_why", sa.String(length=400), nullable=False),
        sa.Column("touched_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "release_pass",
            ("policy_id", "policy"),
            ("unit_id", "unit"),
            ("by_id", "account"),
            ("issued_by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_release_pass"),
        sa.UniqueConstraint("number", name="uq_release_pass_number"),
    )
    for columns in INDICES:
        op.create_index(f"ix_release_pass_{'_'.join(columns)}", "release_pass", list(columns))


def _release_item() -> None:
    op.create_table(
        "release_item",
        sa.Column("pass_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("counted", sa.String(length=12), nullable=False),
        sa.Column("marks", sa.String(length=200), nullable=False),
        sa.Column("serial", sa.String(length=60), nullable=False),
        sa.Column("serial_key", sa.String(length=120), nullable=False),
        sa.Column("words_key", sa.String(length=400), nullable=False),
        sa.Column("returnable", sa.Boolean(), nullable=False),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("back", sa.Integer(), nullable=False),
        sa.Column("dropped_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys("release_item", ("pass_id", "release_pass")),
        sa.PrimaryKeyConstraint("id", name="pk_release_item"),
    )
    op.create_index("ix_release_item_pass_id_place", "release_item", ["pass_id", "place"])
    op.create_index(
        "ix_release_item_out", "release_item", ["pass_id"], sqlite_where=OUT, postgresql_where=OUT
    )
    op.create_index(
        "ix_release_item_serial_key",
        "release_item",
        ["serial_key"],
        sqlite_where=SERIAL,
        postgresql_where=SERIAL,
    )


def _release_evidence() -> None:
    op.create_table(
        "release_evidence",
        sa.Column("pass_id", sa.Integer(), nullable=False),
        sa.Column("lock", sa.String(length=16), nullable=False),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.String(length=120), nullable=False),
        sa.Column("caller", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "release_evidence",
            ("pass_id", "release_pass"),
            ("attachment_id", "attachment"),
            ("by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_release_evidence"),
    )
    op.create_index("ix_release_evidence_pass_id_id", "release_evidence", ["pass_id", "id"])


def _release_event() -> None:
    op.create_table(
        "release_event",
        sa.Column("pass_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("person", sa.String(length=120), nullable=False),
        sa.Column("why", sa.String(length=400), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=True),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys("release_event", ("pass_id", "release_pass"), ("by_id", "account")),
        sa.PrimaryKeyConstraint("id", name="pk_release_event"),
    )
    op.create_index("ix_release_event_pass_id_id", "release_event", ["pass_id", "id"])


def _desk_phone() -> None:
    op.execute("ALTER TABLE estate ADD COLUMN phone VARCHAR(40) NOT NULL DEFAULT ''")


def _keys(table: str, *columns: tuple[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}")
        for column, other in columns
    ]


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
