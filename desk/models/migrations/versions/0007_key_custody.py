"""Keys in custody: agreements, sets, loans, losses, counts, receipts.

Revision ID: 0007
Revises: 0006
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SEARCH_TABLES = (
    "search_custody_agreement",
    "search_key_set",
    "search_key_loan",
    "search_key_receipt",
)
SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE {name} USING fts5(tokens, content='', contentless_delete=1,"
    " detail='none', tokenize=\"ascii tokenchars '@#-_.'\")"
)
KINDS: dict[str, type[sa.types.TypeEngine[Any]]] = {
    "moment": sa.BigInteger,
    "day": sa.Date,
    "whole": sa.Integer,
    "flag": sa.Boolean,
    "json": sa.JSON,
}
# A column a word: its name and its kind. A number is the length of a text, `>` leads to a table,
# and `?` says that it may be empty.
TABLES = {
    "custody_agreement": (
        "number:20 unit_id:>unit owner:80 owner_phone:40 custodian_id:>account starts:day"
        " ends:day purposes:json things:json remark:2000 entered_at:moment entered_by_id:>account"
        " owner_signed_on:day? owner_signed_by:120 owner_signed_how:16 office_signed_on:day?"
        " office_signed_by:120 office_signed_how:16 ended_at:moment? ended_by_id:>account?"
        " ended_to:80 ended_authority:400 ended_signed:16 ended_why:400 void_why:400"
    ),
    "key_receipt": (
        "number:20 unit_id:>unit receiver:80 is_owner:flag authority:400 phone:40 proof:24"
        " proof_tail:4 handed_over_at:moment handed_by_id:>account remark:2000 entered_at:moment"
        " signed_on:day? signed_by:120 signed_how:16 void_why:400"
    ),
    "key_set": (
        "tag:20 hook:20 opens:200 keys:whole basis:16 agreement_id:>custody_agreement?"
        " unit_id:>unit? left_for:16 left_for_text:200 left_by:80 phone:40 received_at:moment"
        " remark:2000 entered_at:moment entered_by_id:>account free_at:moment left_at:moment?"
        " left_how:16 left_to:80 left_authority:400 left_signed:16 left_why:400"
        " left_by_id:>account? receipt_id:>key_receipt?"
    ),
    "key_loan": (
        "number:20 key_set_id:>key_set agreement_id:>custody_agreement? keys:whole borrower:80"
        " company:120 phone:40 proof:24 proof_tail:4 purpose:200 about:80 out_at:moment"
        " due_at:moment lent_by_id:>account entered_at:moment signed:16 slip_home_on:day?"
        " slip_signed_by:120 word_how:16 word_person:80 word_at:moment? word_phone:40"
        " word_caller:80 word_text:400 returned_at:moment? returned_by:80 received_by_id:>account?"
        " condition:16 condition_text:400 return_signed:16 lost_at:moment? ended_at:moment?"
        " void_why:400"
    ),
    "key_extension": (
        "kind:32 record_id:whole at:moment by_id:>account before:moment until:moment why:400"
        " word_how:16 word_person:80 word_at:moment? word_phone:40 word_caller:80 word_text:400"
    ),
    "key_loss": (
        "key_set_id:>key_set loan_id:>key_loan? noticed_at:moment noticed_by:80"
        " circumstances:2000 entered_at:moment entered_by_id:>account found_at:moment? found_by:80"
        " found_text:400 written_off_by_id:>account? write_off_why:400 closed_at:moment?"
        " touched_at:moment?"
    ),
    "key_loss_step": (
        "loss_id:>key_loss step:24 answer:16 at:moment text:400 replaced_by_id:>key_set?"
        " entered_at:moment entered_by_id:>account"
    ),
    "key_count": (
        "number:20 kind:16 at:moment by_id:>account to_id:>account expected:json moved:json"
        " follows:2000 signed_at:moment? to_signed_at:moment? sheet_home_on:day? void_why:400"
        " touched_at:moment?"
    ),
    "key_difference": (
        "count_id:>key_count key_set_id:>key_set? tag:20 expected:16 found:16 why:400"
        " withdrawn:flag written_off_at:moment? written_off_by_id:>account? write_off_why:400"
    ),
    "key_receipt_line": (
        "receipt_id:>key_receipt place:whole key_set_id:>key_set? what:200 keys:whole"
    ),
}
NUMBERED = {"custody_agreement", "key_loan", "key_count", "key_receipt"}
INDICES = (
    ("ix_custody_agreement_unit_id_id", "custody_agreement", ("unit_id", "id")),
    ("ix_key_receipt_unit_id_id", "key_receipt", ("unit_id", "id")),
    ("ix_key_set_agreement_id", "key_set", ("agreement_id",)),
    ("ix_key_set_unit_id", "key_set", ("unit_id",)),
    ("ix_key_loan_agreement_id_out_at_id", "key_loan", ("agreement_id", "out_at", "id")),
    ("ix_key_loan_key_set_id_id", "key_loan", ("key_set_id", "id")),
    ("ix_key_loan_out_at_id", "key_loan", ("out_at", "id")),
    ("ix_key_extension_kind_record_id_id", "key_extension", ("kind", "record_id", "id")),
    ("ix_key_loss_key_set_id_id", "key_loss", ("key_set_id", "id")),
    ("ix_key_loss_step_loss_id_id", "key_loss_step", ("loss_id", "id")),
    ("ix_key_count_at_id", "key_count", ("at", "id")),
    ("ix_key_difference_count_id_id", "key_difference", ("count_id", "id")),
    ("ix_key_receipt_line_key_set_id", "key_receipt_line", ("key_set_id",)),
    ("ix_key_receipt_line_receipt_id_place", "key_receipt_line", ("receipt_id", "place")),
)
OPEN_INDICES = (
    ("uq_key_set_hook", "key_set", ("hook",), True, "left_at IS NULL AND hook <> ''"),
    ("uq_key_set_tag", "key_set", ("tag",), True, "left_at IS NULL"),
    ("ix_key_loan_due", "key_loan", ("due_at", "id"), False, "ended_at IS NULL"),
    ("uq_key_loan_open", "key_loan", ("key_set_id",), True, "ended_at IS NULL"),
    ("uq_key_loss_open", "key_loss", ("key_set_id",), True, "closed_at IS NULL"),
)


def upgrade() -> None:
    for name, words in TABLES.items():
        _table(name, [word.split(":") for word in words.split()])
    for name, table, columns in INDICES:
        op.create_index(name, table, list(columns))
    for name, table, names, unique, where in OPEN_INDICES:
        still = sa.text(where)
        op.create_index(
            name, table, list(names), unique=unique, sqlite_where=still, postgresql_where=still
        )
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
