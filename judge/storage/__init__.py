"""What the service keeps: submissions and tokens, as rows of one SQLite file (WAL).

Imports SQLAlchemy and alembic, so only the service's front-ends import this.
"""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.storage.database import Database as Database
    from judge.storage.database import StoreError as StoreError
    from judge.storage.database import open_database as open_database
    from judge.storage.lease_queue import EmbeddedQueue as EmbeddedQueue
    from judge.storage.queue import Lease as Lease
    from judge.storage.queue import Queue as Queue
    from judge.storage.records import NewRow as NewRow
    from judge.storage.records import Row as Row
    from judge.storage.records import Status as Status
    from judge.storage.records import Task as Task
    from judge.storage.records import Urgency as Urgency
    from judge.storage.submissions import Submissions as Submissions
    from judge.storage.tokens import Scope as Scope
    from judge.storage.tokens import Token as Token
    from judge.storage.tokens import Tokens as Tokens
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "database": "Database StoreError open_database",
            "lease_queue": "EmbeddedQueue",
            "queue": "Lease Queue",
            "records": "NewRow Row Status Task Urgency",
            "submissions": "Submissions",
            "tokens": "Scope Token Tokens",
        },
    )
