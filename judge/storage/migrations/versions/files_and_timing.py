"""The names of submissions' files, and whether each is timed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the two columns."""
    op.add_column("submission", sa.Column("file", sa.String(255)))
    op.add_column("submission", sa.Column("timing", sa.Boolean))
