"""An index: which visits have joined a case (R10).

Revision ID: 0015
Revises: 0014
"""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_joint_complainant_reception_id", "joint_complainant", ["reception_id"], unique=False
    )


def downgrade() -> None:
    raise NotImplementedError("steps go forward only; the backup made before it leads back")
