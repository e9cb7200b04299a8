"""What tokens have spent of their rates and quotas."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make its table. What was spent before is not known, but for the submissions of the day."""
    op.create_table(
        "spent",
        sa.Column("serial", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("of_a_bound", "spent", ["owner", "what", "at", "count"])
