"""Receipts of money, and the builder's mandates to collect.

Revision ID: 0010
Revises: 0009
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

SEARCH_TABLES = ("search_fee_mandate", "search_receipt")
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE {name} USING fts5(tokens, content='', contentless_delete=1,"
    " detail='none', tokenize=\"ascii tokenchars '@#-_.'\")"
)
KINDS: dict[str, type[sa.types.TypeEngine[Any]]] = {
    "moment": sa.BigInteger,
    "money": sa.BigInteger,
    "day": sa.Date,
    "whole": sa.Integer,
}
# A column a word: its name and its kind. A number is the length of a text, `>` leads to a table,
# and `?` says that it may be empty.
TABLES = {
    "fee_mandate": (
        "number:20 builder:120 valid_from:day valid_until:day? remark:2000 entered_at:moment"
        " by_id:>account signed_on:day? signed_by:120 void_why:400 touched_at:moment?"
    ),
    "fee_mandate_item": (
        "mandate_id:>fee_mandate place:whole name:120 standard:200 basis:400 dropped_at:moment?"
    ),
    "receipt": (
        "number:20 kind:32 record_id:whole? unit_id:>unit? payer:120 total:money method:16"
        " place:16 reference:80 collected_by:120 checked_by:120 mandate_id:>fee_mandate?"
        " remark:400 received_at:moment entered_at:moment by_id:>account void_why:400"
        " void_at:moment? void_by_id:>account?"
    ),
    "receipt_line": "receipt_id:>receipt place:whole what:200 amount:money",
}
NUMBERED = {"fee_mandate", "receipt"}
INDICES = (
    ("ix_fee_mandate_item_mandate_id_place", "fee_mandate_item", ("mandate_id", "place")),
    ("ix_receipt_received_at_id", "receipt", ("received_at", "id")),
    ("ix_receipt_method_received_at_id", "receipt", ("method", "received_at", "id")),
    ("ix_receipt_unit_id_received_at_id", "receipt", ("unit_id", "received_at", "id")),
    ("ix_receipt_mandate_id_received_at_id", "receipt", ("mandate_id", "received_at", "id")),
    ("ix_receipt_kind_record_id_id", "receipt", ("kind", "record_id", "id")),
    ("ix_receipt_line_receipt_id_place", "receipt_line", ("receipt_id", "place")),
)


def upgrade() -> None:
    for name, words in TABLES.items():
        _table(name, [word.split(":") for word in words.split()])
    for name, table, columns in INDICES:
        op.create_index(name, table, list(columns))
    for name in SEARCH_TABLES:
        op.execute(SEARCH_TABLE.format(name=name))


def _table(name: str, columns: list[list[str]]) -> None:
    refers = {column: kind[1:].rstrip("?") for column, kind in columns if kind.startswith(">")}
    numbered = [sa.UniqueConstraint("number", name=f"uq_{name}_number")]
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
        *(numbered if name in NUMBERED else []),
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
