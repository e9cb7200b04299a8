"""The tables of the newest schema."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()

#: Submissions. `lease` and `attempt` are the fence: only the newest attempt may write a report.
SUBMISSION = Table(
    "submission",
    METADATA,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("owner", String(64), nullable=False),
    Column("problem", String(64), nullable=False),
    Column("language", String(16), nullable=False),
    Column("source", LargeBinary, nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("status", String(16), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("lease", String(32)),
    Column("submitted_at", Float, nullable=False),
    Column("started_at", Float),
    Column("finished_at", Float),
    Column("verdict", String(8)),
    Column("report", Text),
    Column("idempotency_key", String(255)),
    Column("body_digest", String(64)),
    Column("file", String(255)),
    Column("timing", Boolean),
    Index("one_answer_a_key", "owner", "idempotency_key", unique=True),
    Index("of_an_owner", "owner", "serial"),
    Index("of_a_status", "status", "finished_at"),
    sqlite_autoincrement=True,
)

#: The lease table: one row a submission that is not judged yet.
JOB = Table(
    "job",
    METADATA,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("owner", String(64), nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("lease", String(32)),
    Column("lease_until", Float),
    Column("worker", String(64)),
    Column("attempts", Integer, nullable=False),
    Column("deaths", Integer, nullable=False),
    Index("in_turn", "urgency", "serial"),
    sqlite_autoincrement=True,
)

#: When each owner was last given a worker: a running number, not a time.
TURN = Table(
    "turn",
    METADATA,
    Column("owner", String(64), primary_key=True),
    Column("served", Integer, nullable=False),
)

#: Issued tokens. Only a digest of the secret is kept.
TOKEN = Table(
    "token",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("name", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("scopes", String(255), nullable=False),
    Column("created_at", Float, nullable=False),
    Column("revoked_at", Float),
)
