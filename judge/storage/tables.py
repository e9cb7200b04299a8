"""The tables of the newest schema."""

from sqlalchemy import (
    BigInteger,
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
#: `traceparent` names the span that took it in (W3C Trace Context).
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
    Column("traceparent", String(64)),
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
    Column("problems", Text),
    Column("until", Float),
    Column("attempts", Integer),
)

#: What tokens have spent of their rates and quotas; `at` is by the clock of leases.
SPENT = Table(
    "spent",
    METADATA,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("owner", String(64), nullable=False),
    Column("what", String(16), nullable=False),
    Column("at", Float, nullable=False),
    Column("count", Integer, nullable=False),
    Index("of_a_bound", "owner", "what", "at", "count"),
    sqlite_autoincrement=True,
)

#: What is still to be given to owners' histories, of submissions that are done.
UNTOLD = Table(
    "untold",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("event", Text, nullable=False),
)

#: What owners did, for their histories: a JSON document each, never changed.
HAPPENED = Table(
    "happened",
    METADATA,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("owner", String(64), nullable=False),
    Column("id", String(64), nullable=False),
    Column("at", Float, nullable=False),
    Column("problem", String(64)),
    Column("bytes", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Index("once_an_owner", "owner", "id", unique=True),
    Index("of_a_problem", "owner", "problem", "at"),
    Index("bytes_of_happened", "owner", "bytes"),
    sqlite_autoincrement=True,
)

#: The texts that these name by their digest, compressed.
WRITTEN = Table(
    "written",
    METADATA,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("owner", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Index("once_written", "owner", "digest", unique=True),
    Index("bytes_of_written", "owner", "bytes"),
    sqlite_autoincrement=True,
)

#: What is typed on the page and not handed in; `head` is a problem's text now. `began_at` is when
#: it became a version of its own.
DRAFT = Table(
    "draft",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("owner", String(64), nullable=False),
    Column("problem", String(64), nullable=False),
    Column("id", String(32), nullable=False, unique=True),
    Column("client", String(64), nullable=False),
    Column("serial", BigInteger, nullable=False),
    Column("language", String(16), nullable=False),
    Column("source", LargeBinary, nullable=False),
    Column("inputs", Text, nullable=False),
    Column("began_at", Float, nullable=False),
    Column("updated_at", Float, nullable=False),
    Column("head", Boolean, nullable=False),
    Index("drafts_of_a_problem", "owner", "problem", "head"),
    sqlite_autoincrement=True,
)

#: Rounds of judging again what was judged before. `who` began it, and `why`.
REJUDGING = Table(
    "rejudging",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("problem", String(64), nullable=False),
    Column("who", String(64), nullable=False),
    Column("why", Text, nullable=False),
    Column("began_at", Float, nullable=False),
    Column("applied_at", Float),
    Column("without_source", Integer, nullable=False),
    Index("rejudgings_of_a_problem", "problem", "began_at"),
)

#: The submissions of a rejudging, the rows that are judged in their stead, and the verdict before.
#: `report` is the report before, once another has taken its place.
REJUDGED = Table(
    "rejudged",
    METADATA,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("rejudging", String(16), nullable=False),
    Column("submission", String(32), nullable=False),
    Column("copy", String(32), nullable=False, unique=True),
    Column("verdict", String(8), nullable=False),
    Column("report", Text),
    Index("of_a_rejudging", "rejudging"),
    sqlite_autoincrement=True,
)
