"""A worker that was stopped with the program it plays does not blame it for the time."""

import itertools
import threading
from pathlib import Path
from typing import Literal

import pytest

from judge.problems.cached_catalog import CachedCatalog
from judge.problems.catalog import default_catalog
from judge.records import replace
from judge.reports.report import Failure
from judge.service.workers.stops import LATE_SECONDS, Stops
from judge.service.workers.worker import MOST_DOUBTS, Worker
from judge.storage import LeaseQueue, Submissions
from judge.submission import Submission
from judge.testing import FakeJudge, accepted
from judge.verdict import Verdict
from tests.judge.service.apps import settings, store
from tests.judge.storage.rows import Clock, new
from tests.waiting import until

TLE = Verdict.TIME_LIMIT_EXCEEDED


def test_a_look_that_comes_late_is_a_stop() -> None:
    """A busy host is late too, but not by so much."""
    clock = Clock()
    stops = Stops(3.0, clock)
    clock.now += 3.0 + LATE_SECONDS
    assert not stops.look()
    clock.now += 3.1 + LATE_SECONDS
    assert stops.look()
    assert stops.look(), "and stays one"


@pytest.mark.parametrize(
    ("limit", "jump", "attempts"),
    [("wall", 100.0, MOST_DOUBTS + 1), ("wall", 0.0, 1), ("cpu", 100.0, 1)],
)
def test_wall_time_is_not_believed_after_a_stop(
    tmp_path: Path, limit: Literal["wall", "cpu"], jump: float, attempts: int
) -> None:
    """It is judged again, a few times; time that a program has worked itself is its own."""
    catalog = CachedCatalog(default_catalog())
    failure = Failure(
        group="sample",
        arguments=None,
        expected=None,
        actual=None,
        message="it took over 8 s",
        clock=limit,
        flags=[TLE],
    )
    report = accepted(Submission(b"x", "lca.py"), catalog.get("lca"))
    fake = FakeJudge(replace(report, verdict=TLE, failure=failure))
    database = store(tmp_path)
    submissions, queue = Submissions(database), LeaseQueue(database)
    row, _ = submissions.add(new(1))
    queue.put(row.id, row.owner, row.urgency)
    ticks = itertools.count(step=jump)
    worker = Worker(
        "worker",
        submissions,
        queue,
        fake.judge,
        catalog,
        settings(tmp_path),
        lambda _message: None,
        clock=lambda: next(ticks),
    )
    thread = threading.Thread(target=worker.work)
    thread.start()
    until(lambda: submissions.is_over(row.id))
    worker.control.drain()
    thread.join()
    found = submissions.find(row.id)
    assert found is not None
    assert (found.verdict, found.attempt) == (TLE, attempts)
    database.close()
