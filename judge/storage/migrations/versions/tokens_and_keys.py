"""Issued tokens, and the idempotency keys of submissions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of tokens and the two columns of the keys."""
    op.create_table(
        "token",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("scopes", sa.String(255), nullable=False),
        sa.Column("created_at", sa.Float, nullable=False),
        sa.Column("revoked_at", sa.Float),
    )
    # Plain ALTERs: alembic's way of adding a constraint copies the whole table.
    op.add_column("submission", sa.Column("idempotency_key", sa.String(255)))
    op.add_column("submission", sa.Column("body_digest", sa.String(64)))
    op.create_index("one_answer_a_key", "submission", ["owner", "idempotency_key"], unique=True)
