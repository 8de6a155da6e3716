"""The first time at the door that was missed; a second pair of eyes on receipts that are void.

What was missed before is told by the clocks: one that ended after its time, with nobody there.
Whom the desk asked about work that is being done over is asked again; the months that are kept
derived are looked at anew. Receipts that were void before wait for nobody.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

UNSEEN = sa.text("void_at IS NOT NULL AND void_seen_at IS NULL")
MISSED = """
UPDATE service_order SET missed_by = (
    SELECT min(due_at) FROM deadline
    WHERE kind = 'service_order' AND record_id = service_order.id
    AND clock = 'service_order.arrive' AND met_at IS NULL AND ended_at > due_at
)
WHERE state NOT IN ('void', 'unable')
"""
DONE_OVER = """
UPDATE service_callback_choice SET called_at = NULL, how = '', satisfaction = '', let_off_at = NULL
WHERE order_id IN (SELECT id FROM service_order WHERE state = 'rework')
"""


def upgrade() -> None:
    op.execute("ALTER TABLE service_order ADD COLUMN missed_by BIGINT")
    op.execute(MISSED)
    op.execute(DONE_OVER)
    op.execute("UPDATE service_callback_month SET orders = -1")  # they are looked at anew
    _receipt()


def _receipt() -> None:
    op.execute("ALTER TABLE receipt ADD COLUMN void_seen_at BIGINT")
    op.execute(
        "ALTER TABLE receipt ADD COLUMN void_seen_by_id INTEGER"
        " CONSTRAINT fk_receipt_void_seen_by_id REFERENCES account (id)"
    )
    op.execute("UPDATE receipt SET void_seen_at = void_at WHERE void_at IS NOT NULL")
    op.create_index(
        "ix_receipt_void_unseen",
        "receipt",
        ["void_at", "id"],
        sqlite_where=UNSEEN,
        postgresql_where=UNSEEN,
    )


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
