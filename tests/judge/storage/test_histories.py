import hashlib
import os
from pathlib import Path

import pytest

from judge.storage.histories import Happened, Histories
from judge.storage.lease_queue import LeaseQueue
from judge.storage.submissions import Submissions
from judge.verdict import Verdict
from tests.judge.storage.rows import Clock, new, opened

pytestmark = pytest.mark.usefixtures("each_store")


def event(number: int, problem: str = "lca", document: str = "{}") -> Happened:
    """Return something that happened; the greater its number, the earlier."""
    return Happened(id=f"{number:032}", at=-float(number), problem=problem, document=document)


def digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def test_an_owner_reads_what_is_theirs_in_order_and_once(tmp_path: Path) -> None:
    """Another owner may have an event of the same id, as an import of the same file gives."""
    database = opened(tmp_path)
    kept = Histories(database)
    assert kept.append("ann", event(1, document='"a"'), {digest(b"x"): b"x"})
    assert kept.append("ann", event(2, "trie", '"b"'), {})
    assert kept.append("bob", event(1, document='"c"'), {digest(b"y"): b"y"})
    assert not kept.append("ann", event(1, document='"again"'), {})
    assert kept.read("ann") == ['"b"', '"a"']
    assert kept.read("ann", "lca") == ['"a"']
    assert kept.read("bob") == ['"c"']
    assert kept.read("eve") == []
    assert kept.text("ann", digest(b"x")) == b"x"
    assert kept.text("ann", digest(b"y")) is None
    database.close()


def test_an_owner_fills_no_more_than_their_room(tmp_path: Path) -> None:
    """The oldest texts make way; an event that has no room is refused, whatever others keep."""
    database = opened(tmp_path)
    kept = Histories(database, document_bytes=25, text_bytes=2_500)
    texts = [os.urandom(1_000) for _ in range(3)]
    for number, text in enumerate(texts):
        assert kept.append("ann", event(number, document="x" * 8), {digest(text): text})
    assert [kept.text("ann", digest(text)) is None for text in texts] == [True, False, False]
    assert not kept.append("ann", event(9, document="x" * 8), {digest(b"z"): b"z"})
    assert kept.text("ann", digest(b"z")) is None
    assert kept.append("bob", event(9, document="x" * 8), {})
    database.close()


@pytest.mark.parametrize("late", [False, True])
def test_what_a_history_is_to_be_told_is_kept_with_the_report(late: bool, tmp_path: Path) -> None:
    """A report that is refused tells nothing; one that is kept tells until it was told."""
    database = opened(tmp_path)
    clock = Clock()
    rows, queue = Submissions(database, clock), LeaseQueue(database, clock)
    rows.add(new(1))
    queue.put(new(1).id, "ann", new(1).urgency)
    lease = queue.lease("worker", 10.0)
    assert lease is not None
    rows.start(lease.id, lease.token, lease.attempt)
    token = "another" if late else lease.token
    assert rows.finish(lease.id, token, Verdict.ACCEPTED, "{}", '"event"') is not late
    told = rows.untold(10)
    assert [(one.owner, one.report, one.event) for one in told] == (
        [] if late else [("ann", "{}", '"event"')]
    )
    assert len(rows.untold(10, owner="ann")) == len(rows.untold(10, but="bob")) == len(told)
    assert rows.untold(10, owner="bob") == rows.untold(10, but="ann") == []
    rows.tell(lease.id)
    assert rows.untold(10) == []
    database.close()


def test_a_row_that_is_forgotten_is_told_of_no_more(tmp_path: Path) -> None:
    """Otherwise a history that cannot be written would leave ids behind for ever."""
    database = opened(tmp_path)
    clock = Clock()
    rows, queue = Submissions(database, clock), LeaseQueue(database, clock)
    rows.add(new(1))
    queue.put(new(1).id, "ann", new(1).urgency)
    lease = queue.lease("worker", 10.0)
    assert lease is not None
    rows.start(lease.id, lease.token, lease.attempt)
    rows.finish(lease.id, lease.token, Verdict.ACCEPTED, "{}", '"event"')
    assert rows.forget(rows_before=clock.now + 1, keys_before=0.0) == 1
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM untold").scalar_one() == 0
    database.close()
