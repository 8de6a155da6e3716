"""Move-ins: the case, who moves in, papers, agreements, materials, fees, keys, exceptions.

Revision ID: 0012
Revises: 0011
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE search_move_in USING fts5(tokens, content='', contentless_delete=1,"
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
    "move_in": (
        "number:20 unit_id:>unit arrival:16 holder:16 state:16 policy_id:>policy? name:80"
        " contact:80 phone:40 by_agent:flag agent:80 agent_phone:40 moved_on:day concentrated:flag"
        " period_starts:day? period_ends:day? remark:2000 written_at:moment by_id:>account"
        " registered_on:day? registered_by:120 filed_at:moment? filed_by_id:>account? told_to:80"
        " visited_on:day? visited_by:80 visit_alarm:flag visit_text:2000 left_on:day?"
        " left_remark:2000 left_pass_id:>release_pass? void_why:400 touched_at:moment?"
    ),
    "move_in_person": (
        "move_in_id:>move_in name:80 role:16 kind:16 company:120 phones:json permanent:flag"
        " identity_kind:32 identity:64 note:2000 resident_id:>resident? dropped_at:moment?"
    ),
    "move_in_document": (
        "move_in_id:>move_in code:40 person_id:whole received_on:day? original:flag copy:flag"
        " authentic:flag? remark:2000 attachment_id:>attachment? checked_by_id:>account"
        " checked_at:moment"
    ),
    "move_in_listed": (
        "move_in_id:>move_in kind:16 code:40 signed_on:day? signed_by:120 paper:flag"
        " attachment_id:>attachment? entered_at:moment by_id:>account"
    ),
    "move_in_fee": (
        "move_in_id:>move_in kind:16 what:200 amount:money mandate_id:>fee_mandate?"
        " entered_at:moment by_id:>account looked_at:moment? looked_by_id:>account?"
        " receipt_id:>receipt? dropped_at:moment?"
    ),
    "move_in_keys": "move_in_id:>move_in key_receipt_id:>key_receipt",
    "move_in_exception": "move_in_id:>move_in item:60 why:400 at:moment by_id:>account",
    "move_in_event": "move_in_id:>move_in kind:24 at:moment by_id:>account person:120 text:4000",
}
UNIQUE = {
    "move_in": ("number",),
    "move_in_document": ("move_in_id", "code", "person_id"),
    "move_in_listed": ("move_in_id", "kind", "code"),
    "move_in_keys": ("move_in_id", "key_receipt_id"),
}
INDICES = (
    ("move_in", ("written_at", "id")),
    ("move_in", ("state", "written_at", "id")),
    ("move_in", ("unit_id", "written_at", "id")),
    ("move_in_person", ("move_in_id", "id")),
    ("move_in_fee", ("move_in_id", "id")),
    ("move_in_exception", ("move_in_id", "id")),
    ("move_in_event", ("move_in_id", "id")),
)
LIVES = "state IN ('open', 'filed')"


def upgrade() -> None:
    for name, words in TABLES.items():
        _table(name, [word.split(":") for word in words.split()])
    for table, columns in INDICES:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
    still = sa.text(LIVES)
    op.create_index(
        "uq_move_in_lives",
        "move_in",
        ["unit_id", "arrival"],
        unique=True,
        sqlite_where=still,
        postgresql_where=still,
    )
    op.execute(SEARCH_TABLE)


def _table(name: str, columns: list[list[str]]) -> None:
    refers = {column: kind[1:].rstrip("?") for column, kind in columns if kind.startswith(">")}
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
        *_unique(name),
    )


def _unique(name: str) -> list[sa.UniqueConstraint]:
    if name not in UNIQUE:
        return []
    columns = UNIQUE[name]
    return [sa.UniqueConstraint(*columns, name=f"uq_{name}_{'_'.join(columns)}")]


def _kind(word: str) -> sa.types.TypeEngine[Any]:
    plain = word.rstrip("?")
    if plain.isdecimal():
        return sa.String(length=int(plain))
    if plain.startswith(">"):
        return sa.Integer()
    return KINDS[plain]()


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
