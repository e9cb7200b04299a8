"""What the service keeps: submissions, drafts, histories, tokens and the queue.

They lie in one SQLite file, or in a PostgreSQL database that several machines share. The queue is a
protocol, `Queue`; `LeaseQueue` keeps it in the store. Needs the extra `service`; loading this face
imports none of it.
"""

from typing import TYPE_CHECKING

from judge.faces import lazy_face

if TYPE_CHECKING:
    from judge.storage.bell import Bell as Bell
    from judge.storage.bounds import UNBOUND as UNBOUND
    from judge.storage.bounds import BoundError as BoundError
    from judge.storage.bounds import Bounds as Bounds
    from judge.storage.database import Database as Database
    from judge.storage.database import StoreError as StoreError
    from judge.storage.drafts import Draft as Draft
    from judge.storage.drafts import Drafts as Drafts
    from judge.storage.drafts import DraftTooLargeError as DraftTooLargeError
    from judge.storage.drafts import NewDraft as NewDraft
    from judge.storage.histories import Happened as Happened
    from judge.storage.histories import Histories as Histories
    from judge.storage.lease_queue import LeaseQueue as LeaseQueue
    from judge.storage.moments import utc_text as utc_text
    from judge.storage.nats_bell import NatsBell as NatsBell
    from judge.storage.previews import BothReports as BothReports
    from judge.storage.previews import Preview as Preview
    from judge.storage.previews import Rejudging as Rejudging
    from judge.storage.previews import preview_document as preview_document
    from judge.storage.previews import rejudging_document as rejudging_document
    from judge.storage.queue import LOCAL_OWNER as LOCAL_OWNER
    from judge.storage.queue import REJUDGE as REJUDGE
    from judge.storage.queue import Depth as Depth
    from judge.storage.queue import Lease as Lease
    from judge.storage.queue import Queue as Queue
    from judge.storage.records import KeepSources as KeepSources
    from judge.storage.records import KeptSource as KeptSource
    from judge.storage.records import ListedRow as ListedRow
    from judge.storage.records import NewRow as NewRow
    from judge.storage.records import Row as Row
    from judge.storage.records import Status as Status
    from judge.storage.records import Task as Task
    from judge.storage.records import Untold as Untold
    from judge.storage.records import Urgency as Urgency
    from judge.storage.rejudgings import MOST_REASON as MOST_REASON
    from judge.storage.rejudgings import RejudgingOpenError as RejudgingOpenError
    from judge.storage.rejudgings import RejudgingOverError as RejudgingOverError
    from judge.storage.rejudgings import Rejudgings as Rejudgings
    from judge.storage.result_table import ResultRow as ResultRow
    from judge.storage.result_table import result_rows as result_rows
    from judge.storage.result_table import results_csv as results_csv
    from judge.storage.results import HandedIn as HandedIn
    from judge.storage.results import handed_in as handed_in
    from judge.storage.spending import Bound as Bound
    from judge.storage.spending import Grant as Grant
    from judge.storage.spending import Spending as Spending
    from judge.storage.stores import connect_store as connect_store
    from judge.storage.stores import open_store as open_store
    from judge.storage.submissions import Submissions as Submissions
    from judge.storage.tokens import Scope as Scope
    from judge.storage.tokens import Token as Token
    from judge.storage.tokens import Tokens as Tokens
else:
    __getattr__ = lazy_face(
        __name__,
        {
            "bell": "Bell",
            "bounds": "BoundError Bounds UNBOUND",
            "database": "Database StoreError",
            "drafts": "Draft DraftTooLargeError Drafts NewDraft",
            "histories": "Happened Histories",
            "lease_queue": "LeaseQueue",
            "moments": "utc_text",
            "nats_bell": "NatsBell",
            "previews": "BothReports Preview Rejudging preview_document rejudging_document",
            "queue": "LOCAL_OWNER REJUDGE Depth Lease Queue",
            "records": "KeepSources KeptSource ListedRow NewRow Row Status Task Untold Urgency",
            "rejudgings": "MOST_REASON RejudgingOpenError RejudgingOverError Rejudgings",
            "result_table": "ResultRow result_rows results_csv",
            "results": "HandedIn handed_in",
            "spending": "Bound Grant Spending",
            "stores": "connect_store open_store",
            "submissions": "Submissions",
            "tokens": "Scope Token Tokens",
        },
    )
