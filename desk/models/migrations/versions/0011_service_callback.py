"""Callbacks of services and the samples drawn.

Revision ID: 0011
Revises: 0010
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KINDS: dict[str, type[sa.types.TypeEngine[Any]]] = {
    "moment": sa.BigInteger,
    "day": sa.Date,
    "whole": sa.Integer,
    "json": sa.JSON,
}
# A column a word: its name and its kind. A number is the length of a text, `>` leads to a table,
# and `?` says that it may be empty.
TABLES = {
    "service_callback": (
        "order_id:>service_order? agreement_id:>service_agreement? at:moment entered_at:moment"
        " by_id:>account how:16 outcome:16 timeliness:whole? manners:whole? quality:whole?"
        " requirement:whole? satisfaction:16 words:4000 why:400 signed_by:80 told_at:moment?"
        " told_to:80 told_by_id:>account? void_why:400"
    ),
    "service_callback_sample": (
        "month:day drawn_at:moment by_id:>account? seed:64 share:whole orders:whole among:json"
        " drawn:json"
    ),
    "service_callback_choice": (
        "order_id:>service_order month:day classes:80 sample_id:>service_callback_sample?"
        " done_at:moment due_at:moment chosen_at:moment called_at:moment? how:16 satisfaction:16"
        " let_off_at:moment?"
    ),
    "service_person_mark": (
        "person_id:>service_person at:moment callback_id:>service_callback? complaint:20 why:400"
        " entered_at:moment by_id:>account cleared_at:moment? cleared_by_id:>service_callback?"
        " void_why:400"
    ),
    "service_callback_month": "month:day orders:whole last_done_at:moment?",
}
UNIQUE = {"service_callback_choice": "order_id", "service_callback_month": "month"}
UNVERSIONED = {"service_callback_month"}
INDICES = (
    ("ix_service_callback_at_id", "service_callback", ("at", "id")),
    ("ix_service_callback_order_id_id", "service_callback", ("order_id", "id")),
    (
        "ix_service_callback_agreement_id_at_id",
        "service_callback",
        ("agreement_id", "at", "id"),
    ),
    ("ix_service_callback_sample_month_id", "service_callback_sample", ("month", "id")),
    (
        "ix_service_callback_choice_month_order_id",
        "service_callback_choice",
        ("month", "order_id"),
    ),
    ("ix_service_person_mark_person_id_at_id", "service_person_mark", ("person_id", "at", "id")),
)
OPEN_INDICES = (
    (
        "ix_service_callback_untold",
        "service_callback",
        ("at", "id"),
        "outcome = 'reached' AND told_at IS NULL AND void_why = ''",
    ),
    (
        "ix_service_callback_choice_owed",
        "service_callback_choice",
        ("due_at", "id"),
        "called_at IS NULL AND let_off_at IS NULL",
    ),
    (
        "ix_service_person_mark_open",
        "service_person_mark",
        ("person_id",),
        "cleared_at IS NULL AND void_why = ''",
    ),
)


def upgrade() -> None:
    for name, words in TABLES.items():
        _table(name, [word.split(":") for word in words.split()])
    for name, table, columns in INDICES:
        op.create_index(name, table, list(columns))
    for name, table, names, where in OPEN_INDICES:
        still = sa.text(where)
        op.create_index(name, table, list(names), sqlite_where=still, postgresql_where=still)


def _table(name: str, columns: list[list[str]]) -> None:
    refers = {column: kind[1:].rstrip("?") for column, kind in columns if kind.startswith(">")}
    alone = UNIQUE.get(name)
    unique = [sa.UniqueConstraint(alone, name=f"uq_{name}_{alone}")] if alone else []
    version = [] if name in UNVERSIONED else [sa.Column("version", sa.Integer(), nullable=False)]
    op.create_table(
        name,
        *(sa.Column(one, _kind(kind), nullable=kind.endswith("?")) for one, kind in columns),
        sa.Column("id", sa.Integer(), nullable=False),
        *version,
        *(
            sa.ForeignKeyConstraint([one], [f"{table}.id"], name=f"fk_{name}_{one}")
            for one, table in refers.items()
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *unique,
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
