"""What names the span that took a submission in, where the host traces."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column; what is there already was not traced."""
    op.add_column("submission", sa.Column("traceparent", sa.String(64)))
