"""The histories of owners, and what of submissions is still to be told to them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the three tables. Submissions from before are in no history."""
    op.create_table(
        "untold",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("event", sa.Text, nullable=False),
    )
    op.create_table(
        "happened",
        sa.Column("serial", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("problem", sa.String(64)),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("once_an_owner", "happened", ["owner", "id"], unique=True)
    op.create_index("of_a_problem", "happened", ["owner", "problem", "at"])
    op.create_index("bytes_of_happened", "happened", ["owner", "bytes"])
    op.create_table(
        "written",
        sa.Column("serial", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("once_written", "written", ["owner", "digest"], unique=True)
    op.create_index("bytes_of_written", "written", ["owner", "bytes"])
