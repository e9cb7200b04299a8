"""What is judged again."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "rejudging",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("problem", sa.String(64), nullable=False),
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("began_at", sa.Float, nullable=False),
        sa.Column("applied_at", sa.Float),
        sa.Column("without_source", sa.Integer, nullable=False),
    )
    op.create_index("rejudgings_of_a_problem", "rejudging", ["problem", "began_at"])
    op.create_table(
        "rejudged",
        sa.Column("serial", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("rejudging", sa.String(16), nullable=False),
        sa.Column("submission", sa.String(32), nullable=False),
        sa.Column("copy", sa.String(32), nullable=False, unique=True),
        sa.Column("verdict", sa.String(8), nullable=False),
        sa.Column("report", sa.Text),
        sqlite_autoincrement=True,
    )
    op.create_index("of_a_rejudging", "rejudged", ["rejudging"])
