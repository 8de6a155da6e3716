"""Price board, who does the work, suppliers and agreements.

Revision ID: 0008
Revises: 0007
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SEARCH_TABLES = (
    "search_service_person",
    "search_supplier",
    "search_supplier_agreement",
    "search_service_agreement",
)
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE {name} USING fts5(tokens, content='', contentless_delete=1,"
    " detail='none', tokenize=\"ascii tokenchars '@#-_.'\")"
)
KINDS: dict[str, type[sa.types.TypeEngine[Any]]] = {
    "moment": sa.BigInteger,
    "money": sa.BigInteger,
    "day": sa.Date,
    "whole": sa.Integer,
    "flag": sa.Boolean,
    "json": sa.JSON,
}
# A column a word: its name and its kind. A number is the length of a text, `>` leads to a table,
# and `?` says that it may be empty.
TABLES = {
    "price_board": (
        "number:20 state:16 before_id:>price_board? written_at:moment by_id:>account? filing:16"
        " filed_on:day? filed_with:120 reference:80 quality_by:120 quality_on:day? finance_by:120"
        " finance_on:day? approved_at:moment? approved_by_id:>account? in_force_on:day?"
        " posted_on:day? superseded_on:day? remark:2000 void_why:400 touched_at:moment?"
    ),
    "price_item": (
        "board_id:>price_board place:whole code:12 name:120 unit:20 price:money materials:200"
        " skill:40 launched_on:day? why:400 entered_at:moment dropped_at:moment?"
    ),
    "supplier": (
        "name:120 trade:400 contact:80 phone:40 licence:60 remark:2000 entered_at:moment"
        " active:flag ended_why:400"
    ),
    "service_person": (
        "name:80 phone:40 employer:16 department_id:>department? supplier_id:>supplier? since:day"
        " remark:2000 entered_at:moment left_on:day? left_why:400 touched_at:moment?"
    ),
    "service_skill": (
        "person_id:>service_person code:40 certificate:80 certificate_number:60 expires:day?"
        " dropped_at:moment?"
    ),
    "supplier_agreement": (
        "number:20 supplier_id:>supplier unit_id:>unit? customer:120 scope:json charge:400"
        " starts:day ends:day remark:2000 entered_at:moment entered_by_id:>account"
        " customer_signed_on:day? customer_signed_by:120 customer_signed_how:16"
        " supplier_signed_on:day? supplier_signed_by:120 supplier_signed_how:16 copy_kept_on:day?"
        " follows_id:>supplier_agreement? ended_on:day? ended_why:400 void_why:400"
    ),
    "service_agreement": (
        "number:20 unit_id:>unit customer:80 phone:40 content:json starts:day ends:day"
        " amount:money per:16 charge:400 office_terms:2000 customer_terms:2000 remark:2000"
        " entered_at:moment entered_by_id:>account customer_signed_on:day? customer_signed_by:120"
        " customer_signed_how:16 office_signed_on:day? office_signed_by:120 office_signed_how:16"
        " follows_id:>service_agreement? ended_on:day? ended_why:400 void_why:400"
    ),
}
NUMBERED = {"price_board", "supplier_agreement", "service_agreement"}
INDICES = (
    ("ix_price_item_board_id_place", "price_item", ("board_id", "place")),
    ("ix_price_item_code_id", "price_item", ("code", "id")),
    ("ix_service_person_supplier_id", "service_person", ("supplier_id",)),
    ("ix_service_person_department_id", "service_person", ("department_id",)),
    ("ix_service_skill_person_id_id", "service_skill", ("person_id", "id")),
    ("ix_supplier_agreement_supplier_id_id", "supplier_agreement", ("supplier_id", "id")),
    ("ix_supplier_agreement_unit_id_id", "supplier_agreement", ("unit_id", "id")),
    ("ix_supplier_agreement_follows_id", "supplier_agreement", ("follows_id",)),
    ("ix_service_agreement_unit_id_id", "service_agreement", ("unit_id", "id")),
    ("ix_service_agreement_ends_id", "service_agreement", ("ends", "id")),
    ("ix_service_agreement_follows_id", "service_agreement", ("follows_id",)),
)
ONE_EACH = "state IN ('draft', 'in_force')"


def upgrade() -> None:
    for name, words in TABLES.items():
        _table(name, [word.split(":") for word in words.split()])
    for name, table, columns in INDICES:
        op.create_index(name, table, list(columns))
    op.create_index(
        "uq_price_board_state",
        "price_board",
        ["state"],
        unique=True,
        sqlite_where=sa.text(ONE_EACH),
        postgresql_where=sa.text(ONE_EACH),
    )
    for name in SEARCH_TABLES:
        op.execute(SEARCH_TABLE.format(name=name))


def _table(name: str, columns: list[list[str]]) -> None:
    refers = {column: kind[1:].rstrip("?") for column, kind in columns if kind.startswith(">")}
    unique = [sa.UniqueConstraint("number", name=f"uq_{name}_number")]
    named = [sa.UniqueConstraint("name", name="uq_supplier_name")]
    op.create_table(
        name,
        *(sa.Column(one, _kind(kind), nullable=kind.endswith("?")) for one, kind in columns),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(
            sa.ForeignKeyConstraint([one], [f"{table}.id"], name=f"fk_{name}_{one}")
            for one, table in refers.items()
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(unique if name in NUMBERED else named if name == "supplier" else []),
    )


def _kind(word: str) -> sa.types.TypeEngine[Any]:
    plain = word.rstrip("?")
    if plain.isdecimal():
        return sa.String(length=int(plain))
    if plain.startswith(">"):
        return sa.Integer()
    return KINDS[plain]()


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
