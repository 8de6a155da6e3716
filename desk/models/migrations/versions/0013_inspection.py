"""Inspections of homes: the estate's template, what was found, meter readings, defects.

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

OPEN = sa.text("state = 'open'")
WAITS = sa.text("passed_at IS NULL AND void_why = ''")
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE {name} USING fts5(tokens, content='', contentless_delete=1,"
    " detail='none', tokenize=\"ascii tokenchars '@#-_.'\")"
)


def upgrade() -> None:
    _inspection_template()
    _inspection()
    _inspection_item()
    _meter_reading()
    _defect()
    _defect_event()
    for name in ("search_inspection", "search_defect"):
        op.execute(SEARCH_TABLE.format(name=name))


def _inspection_template() -> None:
    op.create_table(
        "inspection_template",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=400), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "inspection_template",
            ("made_by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_inspection_template"),
        sa.UniqueConstraint("number", name="uq_inspection_template_number"),
    )


def _inspection() -> None:
    op.create_table(
        "inspection",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("move_in_id", sa.Integer(), nullable=True),
        sa.Column("policy_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("template", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("builder", sa.String(length=80), nullable=False),
        sa.Column("contact", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("staff", sa.String(length=80), nullable=False),
        sa.Column("remark", sa.String(length=2000), nullable=False),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.Column("builder_signed_on", sa.Date(), nullable=True),
        sa.Column("builder_signed_by", sa.String(length=120), nullable=False),
        sa.Column("owner_signed_on", sa.Date(), nullable=True),
        sa.Column("owner_signed_by", sa.String(length=120), nullable=False),
        sa.Column("staff_signed_on", sa.Date(), nullable=True),
        sa.Column("staff_signed_by", sa.String(length=120), nullable=False),
        sa.Column("void_why", sa.String(length=400), nullable=False),
        sa.Column("touched_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "inspection",
            ("unit_id", "unit"),
            ("move_in_id", "move_in"),
            ("policy_id", "policy"),
            ("by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_inspection"),
        sa.UniqueConstraint("number", name="uq_inspection_number"),
    )
    op.create_index("ix_inspection_begun_at_id", "inspection", ["begun_at", "id"])
    op.create_index("ix_inspection_move_in_id_id", "inspection", ["move_in_id", "id"])
    op.create_index(
        "ix_inspection_open", "inspection", ["unit_id"], sqlite_where=OPEN, postgresql_where=OPEN
    )
    op.create_index(
        "ix_inspection_unit_id_begun_at_id", "inspection", ["unit_id", "begun_at", "id"]
    )


def _inspection_item() -> None:
    op.create_table(
        "inspection_item",
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("room", sa.JSON(), nullable=False),
        sa.Column("part", sa.JSON(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("remark", sa.String(length=400), nullable=False),
        sa.Column("dropped_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "inspection_item",
            ("inspection_id", "inspection"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_inspection_item"),
    )
    op.create_index(
        "ix_inspection_item_inspection_id_place", "inspection_item", ["inspection_id", "place"]
    )


def _meter_reading() -> None:
    op.create_table(
        "meter_reading",
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("meter_number", sa.String(length=40), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("absent", sa.String(length=200), nullable=False),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("dropped_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "meter_reading",
            ("unit_id", "unit"),
            ("inspection_id", "inspection"),
            ("by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_meter_reading"),
    )
    op.create_index("ix_meter_reading_inspection_id_id", "meter_reading", ["inspection_id", "id"])
    op.create_index(
        "ix_meter_reading_kind_meter_number_id", "meter_reading", ["kind", "meter_number", "id"]
    )
    op.create_index(
        "ix_meter_reading_unit_id_kind_read_on_id",
        "meter_reading",
        ["unit_id", "kind", "read_on", "id"],
    )


def _defect() -> None:
    op.create_table(
        "defect",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("move_in_id", sa.Integer(), nullable=True),
        sa.Column("policy_id", sa.Integer(), nullable=True),
        sa.Column("room", sa.JSON(), nullable=False),
        sa.Column("part", sa.JSON(), nullable=False),
        sa.Column("what", sa.String(length=400), nullable=False),
        sa.Column("builder", sa.String(length=80), nullable=False),
        sa.Column("contact", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("found_at", sa.BigInteger(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("reminded_at", sa.BigInteger(), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("done_by", sa.String(length=80), nullable=False),
        sa.Column("fails", sa.Integer(), nullable=False),
        sa.Column("passed_at", sa.BigInteger(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("void_why", sa.String(length=400), nullable=False),
        sa.Column("touched_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "defect",
            ("unit_id", "unit"),
            ("inspection_id", "inspection"),
            ("item_id", "inspection_item"),
            ("move_in_id", "move_in"),
            ("policy_id", "policy"),
            ("by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_defect"),
        sa.UniqueConstraint("number", name="uq_defect_number"),
    )
    op.create_index(
        "ix_defect_waits",
        "defect",
        ["found_at", "id"],
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )
    op.create_index("ix_defect_found_at_id", "defect", ["found_at", "id"])
    op.create_index("ix_defect_inspection_id_id", "defect", ["inspection_id", "id"])
    op.create_index("ix_defect_move_in_id_found_at_id", "defect", ["move_in_id", "found_at", "id"])
    op.create_index("ix_defect_state_found_at_id", "defect", ["state", "found_at", "id"])
    op.create_index("ix_defect_unit_id_found_at_id", "defect", ["unit_id", "found_at", "id"])


def _defect_event() -> None:
    op.create_table(
        "defect_event",
        sa.Column("defect_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("text", sa.String(length=400), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "defect_event",
            ("defect_id", "defect"),
            ("by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_defect_event"),
    )
    op.create_index("ix_defect_event_defect_id_id", "defect_event", ["defect_id", "id"])


def _keys(table: str, *columns: tuple[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}")
        for column, other in columns
    ]


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
