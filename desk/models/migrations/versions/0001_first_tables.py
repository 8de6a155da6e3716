"""First tables: estate, accounts, receptions, complaints, attachments, prints, history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEARCH_TABLES = ("search_unit", "search_resident", "search_reception", "search_complaint")
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE {name} USING fts5(tokens, content='', contentless_delete=1,"
    " detail='none', tokenize=\"ascii tokenchars '@#-_.'\")"
)
APPEND_ONLY = (
    "CREATE TRIGGER history_is_not_{verb} BEFORE {event} ON history"
    " BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
)


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("login", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("slot", sa.String(length=64), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("login", name="uq_account_login"),
    )
    op.create_table(
        "building",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_building"),
        sa.UniqueConstraint("name", name="uq_building_name"),
    )
    op.create_table(
        "estate",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("region", sa.String(length=2), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("calendar", sa.String(length=16), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_estate"),
    )
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("deed", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_history"),
    )
    op.create_index(
        "ix_history_kind_record_id_id", "history", ["kind", "record_id", "id"], unique=False
    )
    op.create_table(
        "sequence",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "year", name="pk_sequence"),
    )
    op.create_table(
        "attachment",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["added_by_id"], ["account.id"], name="fk_attachment_added_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
    )
    op.create_index(
        "ix_attachment_kind_record_id", "attachment", ["kind", "record_id"], unique=False
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_draft_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
    )
    op.create_index(
        "ix_draft_account_id_saved_at", "draft", ["account_id", "saved_at"], unique=False
    )
    op.create_table(
        "print_log",
        sa.Column("printed_at", sa.BigInteger(), nullable=False),
        sa.Column("printed_by_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("template_version", sa.String(length=20), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("destination", sa.String(length=16), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("reprint", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["printed_by_id"], ["account.id"], name="fk_print_log_printed_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_print_log"),
    )
    op.create_index("ix_print_log_kind_record_id", "print_log", ["kind", "record_id"], unique=False)
    op.create_index("ix_print_log_printed_at_id", "print_log", ["printed_at", "id"], unique=False)
    op.create_table(
        "unit",
        sa.Column("building_id", sa.Integer(), nullable=False),
        sa.Column("entrance", sa.String(length=20), nullable=False),
        sa.Column("floor", sa.String(length=20), nullable=False),
        sa.Column("door", sa.String(length=20), nullable=False),
        sa.Column("label", sa.String(length=160), nullable=False),
        sa.Column("position", sa.String(length=240), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["building_id"], ["building.id"], name="fk_unit_building_id"),
        sa.PrimaryKeyConstraint("id", name="pk_unit"),
        sa.UniqueConstraint(
            "building_id",
            "entrance",
            "floor",
            "door",
            name="uq_unit_building_id_entrance_floor_door",
        ),
    )
    op.create_index("ix_unit_position", "unit", ["position"], unique=False)
    op.create_table(
        "resident",
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("company", sa.String(length=120), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_resident_unit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_resident"),
    )
    op.create_index("ix_resident_unit_id", "resident", ["unit_id"], unique=False)
    op.create_table(
        "standing_instruction",
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_standing_instruction_unit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_standing_instruction"),
    )
    op.create_index(
        "ix_standing_instruction_unit_id", "standing_instruction", ["unit_id"], unique=False
    )
    op.create_table(
        "identity_document",
        sa.Column("resident_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name="fk_identity_document_resident_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_identity_document"),
    )
    op.create_index(
        "ix_identity_document_resident_id", "identity_document", ["resident_id"], unique=False
    )
    op.create_table(
        "phone",
        sa.Column("resident_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("digits", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name="fk_phone_resident_id"),
        sa.PrimaryKeyConstraint("id", name="pk_phone"),
    )
    op.create_index("ix_phone_resident_id", "phone", ["resident_id"], unique=False)
    op.create_table(
        "reception",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("happened_at", sa.BigInteger(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("resident_id", sa.Integer(), nullable=True),
        sa.Column("caller_name", sa.String(length=80), nullable=False),
        sa.Column("caller_phone", sa.String(length=40), nullable=False),
        sa.Column("request", sa.String(length=4000), nullable=False),
        sa.Column("answer", sa.String(length=4000), nullable=False),
        sa.Column("first_asked_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["closed_by_id"], ["account.id"], name="fk_reception_closed_by_id"),
        sa.ForeignKeyConstraint(
            ["first_asked_id"], ["account.id"], name="fk_reception_first_asked_id"
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name="fk_reception_resident_id"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_reception_unit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reception"),
        sa.UniqueConstraint("number", name="uq_reception_number"),
    )
    op.create_index("ix_reception_happened_at_id", "reception", ["happened_at", "id"], unique=False)
    op.create_index(
        "ix_reception_facets",
        "reception",
        ["kind", "channel", "state", "happened_at", "id"],
        unique=False,
    )
    op.create_index(
        "ix_reception_clerk",
        "reception",
        ["first_asked_id", "kind", "channel", "state", "happened_at", "id"],
        unique=False,
    )
    op.create_index(
        "ix_reception_unit",
        "reception",
        ["unit_id", "happened_at", "id", "kind", "channel", "state", "first_asked_id"],
        unique=False,
    )
    op.create_table(
        "complaint",
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("reception_id", sa.Integer(), nullable=True),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("received_by_id", sa.Integer(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("occurred_at", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("resident_id", sa.Integer(), nullable=True),
        sa.Column("complainant", sa.String(length=80), nullable=False),
        sa.Column("contact", sa.String(length=120), nullable=False),
        sa.Column("contact_method", sa.String(length=16), nullable=False),
        sa.Column("about", sa.String(length=120), nullable=False),
        sa.Column("course", sa.String(length=20000), nullable=False),
        sa.Column("demand", sa.String(length=20000), nullable=False),
        sa.Column("nature", sa.String(length=16), nullable=False),
        sa.Column("content_class", sa.String(length=16), nullable=False),
        sa.Column("severity", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("process", sa.String(length=20000), nullable=False),
        sa.Column("result", sa.String(length=20000), nullable=False),
        sa.Column("handled_at", sa.BigInteger(), nullable=True),
        sa.Column("handled_by_id", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["closed_by_id"], ["account.id"], name="fk_complaint_closed_by_id"),
        sa.ForeignKeyConstraint(
            ["handled_by_id"], ["account.id"], name="fk_complaint_handled_by_id"
        ),
        sa.ForeignKeyConstraint(
            ["received_by_id"], ["account.id"], name="fk_complaint_received_by_id"
        ),
        sa.ForeignKeyConstraint(
            ["reception_id"], ["reception.id"], name="fk_complaint_reception_id"
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name="fk_complaint_resident_id"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_complaint_unit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_complaint"),
        sa.UniqueConstraint("number", name="uq_complaint_number"),
    )
    op.create_index("ix_complaint_received_at_id", "complaint", ["received_at", "id"], unique=False)
    op.create_index("ix_complaint_reception_id", "complaint", ["reception_id"], unique=False)
    op.create_index(
        "ix_complaint_state_received_at_id",
        "complaint",
        ["state", "received_at", "id"],
        unique=False,
    )
    op.create_index(
        "ix_complaint_unit_id_received_at_id",
        "complaint",
        ["unit_id", "received_at", "id"],
        unique=False,
    )

    for name in SEARCH_TABLES:
        op.execute(SEARCH_TABLE.format(name=name))
    op.execute(APPEND_ONLY.format(verb="changed", event="UPDATE"))
    op.execute(APPEND_ONLY.format(verb="shortened", event="DELETE"))


def downgrade() -> None:
    raise NotImplementedError("the first step has nothing before it")
