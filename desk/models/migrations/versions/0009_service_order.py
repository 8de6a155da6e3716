"""Service orders and repair slips: the order, its materials, changes, damage, reworks, journal.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INDICES = (
    ("written_at", "id"),
    ("state", "written_at", "id"),
    ("kind", "written_at", "id"),
    ("unit_id", "written_at", "id"),
    ("person_id", "written_at", "id"),
    ("done_at", "id"),
)
PARTIAL = (
    ("open", "written_at", "state NOT IN ('closed', 'unable', 'void')"),
    ("awaited", "arrive_by", "arrived_at IS NULL AND arrive_by IS NOT NULL"),
    ("complaint", "complaint_id", "complaint_id IS NOT NULL"),
    ("reception", "reception_id", "reception_id IS NOT NULL"),
)
OPEN_CHANGE = sa.text("word = 'open'")
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE search_service_order USING fts5(tokens, content='',"
    " contentless_delete=1, detail='none', tokenize=\"ascii tokenchars '@#-_.'\")"
)


def upgrade() -> None:
    _service_order()
    _service_material()
    _service_change()
    _service_damage()
    _service_rework()
    _service_order_event()
    op.execute(SEARCH_TABLE)


def _service_order() -> None:
    op.create_table(
        "service_order",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("resident_id", sa.Integer(), nullable=True),
        sa.Column("reception_id", sa.Integer(), nullable=True),
        sa.Column("complaint_id", sa.Integer(), nullable=True),
        sa.Column("customer", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("wish", sa.String(length=4000), nullable=False),
        sa.Column("plan", sa.String(length=4000), nullable=False),
        sa.Column("liability", sa.String(length=16), nullable=False),
        sa.Column("remark", sa.String(length=2000), nullable=False),
        sa.Column("item_code", sa.String(length=40), nullable=False),
        sa.Column("item_name", sa.String(length=120), nullable=False),
        sa.Column("counted", sa.String(length=20), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=True),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("skill", sa.String(length=40), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=True),
        sa.Column("reviewed_at", sa.BigInteger(), nullable=True),
        sa.Column("others", sa.String(length=2000), nullable=False),
        sa.Column("agreed_at", sa.BigInteger(), nullable=True),
        sa.Column("agreed_by", sa.String(length=80), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("urgency", sa.String(length=16), nullable=False),
        sa.Column("appointed_at", sa.BigInteger(), nullable=True),
        sa.Column("employer", sa.String(length=16), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("supplier_id", sa.Integer(), nullable=True),
        sa.Column("provider", sa.String(length=120), nullable=False),
        sa.Column("dispatched_at", sa.BigInteger(), nullable=True),
        sa.Column("accepted_at", sa.BigInteger(), nullable=True),
        sa.Column("arrive_by", sa.BigInteger(), nullable=True),
        sa.Column("arrived_at", sa.BigInteger(), nullable=True),
        sa.Column("first_done_at", sa.BigInteger(), nullable=True),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("work_done", sa.String(length=4000), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("satisfaction", sa.String(length=16), nullable=False),
        sa.Column("opinion", sa.String(length=2000), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("signed_by", sa.String(length=120), nullable=False),
        sa.Column("waived", sa.BigInteger(), nullable=False),
        sa.Column("waived_why", sa.String(length=400), nullable=False),
        sa.Column("reworks", sa.Integer(), nullable=False),
        sa.Column("slip_back_at", sa.BigInteger(), nullable=True),
        sa.Column("slip_back_by", sa.String(length=120), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_by_id", sa.Integer(), nullable=True),
        sa.Column("void_why", sa.String(length=400), nullable=False),
        sa.Column("touched_at", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "service_order",
            ("policy_id", "policy"),
            ("by_id", "account"),
            ("unit_id", "unit"),
            ("resident_id", "resident"),
            ("reception_id", "reception"),
            ("complaint_id", "complaint"),
            ("agreement_id", "service_agreement"),
            ("person_id", "service_person"),
            ("supplier_id", "supplier"),
            ("closed_by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_service_order"),
        sa.UniqueConstraint("number", name="uq_service_order_number"),
    )
    for columns in INDICES:
        op.create_index(f"ix_service_order_{'_'.join(columns)}", "service_order", list(columns))
    for name, column, clause in PARTIAL:
        op.create_index(
            f"ix_service_order_{name}",
            "service_order",
            [column, "id"],
            sqlite_where=sa.text(clause),
            postgresql_where=sa.text(clause),
        )


def _service_material() -> None:
    op.create_table(
        "service_material",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("counted", sa.String(length=20), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("drawn_by", sa.String(length=80), nullable=False),
        sa.Column("fit", sa.String(length=16), nullable=False),
        sa.Column("checked_by", sa.String(length=80), nullable=False),
        sa.Column("signed_by", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "service_material",
            ("order_id", "service_order"),
            ("by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_service_material"),
    )
    op.create_index("ix_service_material_order_id_id", "service_material", ["order_id", "id"])


def _service_change() -> None:
    op.create_table(
        "service_change",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=2000), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=True),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("word", sa.String(length=16), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", sa.String(length=80), nullable=False),
        sa.Column("agreed_by", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "service_change",
            ("order_id", "service_order"),
            ("by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_service_change"),
    )
    op.create_index("ix_service_change_order_id_id", "service_change", ["order_id", "id"])
    op.create_index(
        "ix_service_change_open",
        "service_change",
        ["at", "id"],
        sqlite_where=OPEN_CHANGE,
        postgresql_where=OPEN_CHANGE,
    )


def _service_damage() -> None:
    op.create_table(
        "service_damage",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=2000), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.Column("compensation", sa.BigInteger(), nullable=True),
        sa.Column("agreed_by", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "service_damage",
            ("order_id", "service_order"),
            ("by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_service_damage"),
    )
    op.create_index("ix_service_damage_order_id_id", "service_damage", ["order_id", "id"])


def _service_rework() -> None:
    op.create_table(
        "service_rework",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=400), nullable=False),
        sa.Column("found_by", sa.String(length=80), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("dispatched_at", sa.BigInteger(), nullable=True),
        sa.Column("arrive_by", sa.BigInteger(), nullable=True),
        sa.Column("arrived_at", sa.BigInteger(), nullable=True),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "service_rework",
            ("order_id", "service_order"),
            ("by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_service_rework"),
        sa.UniqueConstraint("order_id", "place", name="uq_service_rework_order_id_place"),
    )


def _service_order_event() -> None:
    op.create_table(
        "service_order_event",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("person", sa.String(length=120), nullable=False),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("refers_to", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_keys(
            "service_order_event",
            ("order_id", "service_order"),
            ("by_id", "account"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_service_order_event"),
    )
    op.create_index("ix_service_order_event_order_id_id", "service_order_event", ["order_id", "id"])


def _keys(table: str, *columns: tuple[str, str]) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}")
        for column, other in columns
    ]


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
