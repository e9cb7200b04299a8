"""Submissions, the lease table, and whose turn it is."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "submission",
        sa.Column("serial", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("problem", sa.String(64), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("source", sa.LargeBinary, nullable=False),
        sa.Column("urgency", sa.Integer, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("lease", sa.String(32)),
        sa.Column("submitted_at", sa.Float, nullable=False),
        sa.Column("started_at", sa.Float),
        sa.Column("finished_at", sa.Float),
        sa.Column("verdict", sa.String(8)),
        sa.Column("report", sa.Text),
        sqlite_autoincrement=True,
    )
    op.create_index("of_an_owner", "submission", ["owner", "serial"])
    op.create_index("of_a_status", "submission", ["status", "finished_at"])
    op.create_table(
        "job",
        sa.Column("serial", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("urgency", sa.Integer, nullable=False),
        sa.Column("lease", sa.String(32)),
        sa.Column("lease_until", sa.Float),
        sa.Column("worker", sa.String(64)),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("deaths", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("in_turn", "job", ["urgency", "serial"])
    op.create_table(
        "turn",
        sa.Column("owner", sa.String(64), primary_key=True),
        sa.Column("served", sa.Integer, nullable=False),
    )
