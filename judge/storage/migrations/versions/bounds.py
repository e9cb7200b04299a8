"""The bounds of tokens: some problems, a moment, a number of attempts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add three columns; the tokens that are there are bound by nothing."""
    op.add_column("token", sa.Column("problems", sa.Text))
    op.add_column("token", sa.Column("until", sa.Float))
    op.add_column("token", sa.Column("attempts", sa.Integer))
