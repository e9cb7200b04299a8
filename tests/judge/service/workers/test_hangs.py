"""Judging that comes to no next step: it costs its own submission, and nobody else's."""

import json
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest

from judge.problems.author.call import Allowance, PackageFile
from judge.problems.author.process import CHECKERS, interrupt_author_code
from judge.problems.cached_catalog import CachedCatalog
from judge.problems.catalog import default_catalog
from judge.service.workers import guard as guards
from judge.service.workers.control import WorkerControl
from judge.service.workers.guard import HUNG, guard
from judge.service.workers.worker import Worker
from judge.storage import LeaseQueue, NewRow, Queue, Status, Submissions, Urgency
from judge.submission import Submission
from tests.judge.service.apps import settings, store
from tests.judge.service.served import Served, environment_of
from tests.judge.service.slow_judge import SlowJudge
from tests.shared_cache import cache_in
from tests.waiting import until


class Hanging(SlowJudge):
    """Judges nothing: stands still until `over`, in the middle of a step."""

    def __init__(self) -> None:
        super().__init__()
        self.over = threading.Event()

    def before(self, submission: Submission) -> None:
        self.over.wait()


class Watched:
    """One worker that hangs, and its guard, as threads of this process."""

    def __init__(self, folder: Path, fake: SlowJudge | None = None, source: bytes = b"x") -> None:
        self.fake = fake or Hanging()
        self.database = store(folder)
        self.submissions = Submissions(self.database)
        self.queue: Queue = LeaseQueue(self.database)
        self.ended: list[int] = []
        catalog = CachedCatalog(default_catalog())
        self.worker = Worker(
            "worker",
            self.submissions,
            self.queue,
            self.fake.judge,
            catalog,
            settings(folder),
            lambda _message: None,
        )
        self.id = self.add(source)
        self.thread = threading.Thread(target=self.worker.work)
        self.thread.start()
        until(lambda: self.fake.begun != [])
        self.guard = threading.Thread(target=guard, args=(self.worker, self.ended.append))
        self.guard.start()

    def add(self, source: bytes) -> str:
        new = NewRow(owner="ann", problem="lca", language="python", source=source)
        id_ = self.submissions.add(new)[0].id
        self.queue.put(id_, "ann", Urgency.INTERACTIVE)
        return id_

    def close(self) -> None:
        self.worker.control.drain()
        if isinstance(self.fake, Hanging):
            self.fake.over.set()
        self.thread.join()
        self.worker.control.begin("")
        self.worker.control.cancel("")  # ends a guard that found nothing
        self.guard.join()
        self.database.close()


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.setattr(guards, "CANCEL_SECONDS", 0.3)
    monkeypatch.setattr(guards, "LOOK_SECONDS", 0.02)
    found = Watched(tmp_path)
    yield found
    found.close()


@pytest.mark.parametrize("clock", ["STEP_SECONDS", "MOST_SECONDS"])
def test_what_hangs_is_done_as_ie_and_its_worker_goes(
    watched: Watched, monkeypatch: pytest.MonkeyPatch, clock: str
) -> None:
    """It never takes the next worker too, and what it says when it wakes late is not heard."""
    time.sleep(0.1)
    assert watched.ended == []
    monkeypatch.setattr(guards, clock, 0.05)
    until(lambda: watched.ended == [HUNG])
    row = watched.submissions.find(watched.id)
    assert row is not None
    assert (row.status, row.verdict) == (Status.DONE, "IE")
    assert watched.queue.ids() == set()
    report = watched.submissions.report(watched.id)
    assert report is not None
    assert "judging" in json.loads(report)["summary"]
    assert isinstance(watched.fake, Hanging)
    watched.fake.over.set()
    watched.worker.control.drain()
    watched.thread.join()
    assert watched.submissions.report(watched.id) == report


def test_a_cancelled_submission_that_hangs_frees_its_worker(watched: Watched) -> None:
    """The row is done already; nobody waits for judging that nobody wants."""
    assert watched.submissions.cancel(watched.id, "ann")
    watched.queue.drop(watched.id)
    watched.worker.control.cancel(watched.id)
    until(lambda: watched.ended == [HUNG])
    row = watched.submissions.find(watched.id)
    assert row is not None
    assert row.status is Status.CANCELLED


class AskingPackage(SlowJudge):
    """Judges nothing: asks a package's code, which ends only for sources without `hang`."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        code = "def check(arguments, expected, actual):\n    while actual == 'hang': pass\n"
        (folder / "checker.py").write_text(f"{code}    return None\n")
        self.file = PackageFile("own", folder / "checker.py", "1")

    def before(self, submission: Submission) -> None:
        given = submission.source.decode()
        CHECKERS.ask(self.file, "check", "check", {}, "", given, allowance=Allowance(600.0))


def test_a_cancelled_call_of_a_package_s_code_frees_its_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is interrupted long before its bound; the worker lives, and judges what waits."""
    monkeypatch.setattr(guards, "INTERRUPT_SECONDS", 0.1)
    monkeypatch.setattr(guards, "CANCEL_SECONDS", 60.0)
    monkeypatch.setattr(guards, "LOOK_SECONDS", 0.02)
    watched = Watched(tmp_path, AskingPackage(tmp_path), b"hang")
    try:
        next_id = watched.add(b"right")
        assert watched.submissions.cancel(watched.id, "ann")
        watched.queue.drop(watched.id)
        watched.worker.control.cancel(watched.id)
        until(lambda: watched.submissions.report(next_id) is not None)
        rows = [watched.submissions.find(id_) for id_ in (watched.id, next_id)]
        assert [row and row.status for row in rows] == [Status.CANCELLED, Status.DONE]
        assert rows[1] is not None
        assert rows[1].verdict == "AC"
        assert watched.ended == []
        assert "could not be judged" not in caplog.text
    finally:
        monkeypatch.setattr(guards, "CANCEL_SECONDS", 0.0)
        watched.close()


def test_a_server_that_ends_gives_back_what_a_package_s_code_holds_up(tmp_path: Path) -> None:
    """Interrupting the call is nobody's failure: the submission is judged after the next start."""
    watched = Watched(tmp_path, AskingPackage(tmp_path), b"hang")
    try:
        watched.worker.control.abort()
        while watched.thread.is_alive():  # the call may not have begun yet
            interrupt_author_code()
            watched.thread.join(0.1)
        row = watched.submissions.find(watched.id)
        assert row is not None
        assert (row.status, row.verdict) == (Status.QUEUED, None)
        assert watched.queue.ids() == {watched.id}
    finally:
        watched.close()


def test_a_late_cancellation_interrupts_nothing() -> None:
    """The next submission has begun when the order comes: its calls are not the cancelled one's."""
    control = WorkerControl()
    stopped: list[str] = []
    control.begin("first")
    control.begin("second")
    control.cancel("first")
    control.interrupt(lambda: stopped.append("the wrong one"), 1e-9)
    control.cancel("second")
    control.interrupt(lambda: stopped.append("too soon"), 60.0)
    assert stopped == []
    begun = threading.Event()

    def begin_next() -> None:
        control.begin("third")
        begun.set()

    def stop() -> None:
        thread.start()
        stopped.append("second" if not begun.wait(0.1) else "third")

    thread = threading.Thread(target=begin_next)
    control.interrupt(stop, 1e-9)
    thread.join()
    assert stopped == ["second"]


#: Put before every interpreter of a server: judging and running that hang where the source says so.
HANGS = """
import sys, time
from importlib import import_module

def mend():
    from judge.testing import FakeJudge
    fake = FakeJudge()
    def slow(real):
        def steps(submission, *others):
            while b"hang" in submission.source:
                time.sleep(1)
            return (yield from real(submission, *others))
        return steps
    pipeline = import_module("judge.pipeline")
    pipeline.judge, pipeline.run = slow(fake.judge), slow(fake.run)
    names = "workers.guard", "workers.pool", "workers.slot", "submissions.runs"
    guard, pool, slot, runs = (import_module(f"judge.service.{name}") for name in names)
    guard.STEP_SECONDS, guard.CANCEL_SECONDS = SECONDS_OF_A_STEP, 1.0
    slot.STILL_SECONDS, pool.OBEY_SECONDS, runs.GRACE_SECONDS = 1.0, 1.0, 1.0

if {"judge.service.worker_main", "serve"} & set(sys.orig_argv):
    mend()
"""


def serving(folder: Path, step_seconds: float) -> Served:
    """Start a server with two workers, where judging hangs when the source says so."""
    (folder / "sitecustomize.py").write_text(HANGS.replace("SECONDS_OF_A_STEP", str(step_seconds)))
    return Served(
        environment_of(
            PYTHONPATH=str(folder),
            JUDGE_STATE_DIR=str(folder / "state"),
            JUDGE_CACHE_DIR=str(cache_in(folder)),
            JUDGE_TIER="limits-only",
            JUDGE_WORKERS="2",
            JUDGE_LEASE_SECONDS="2",
            JUDGE_DRAIN_SECONDS="1",
        )
    )


def is_ready(server: Served) -> bool:
    try:
        server.ask("/readyz")
    except HTTPError as refused:
        return refused.code != 503
    return True


def test_a_server_whose_workers_all_hang_says_so_and_comes_back(tmp_path: Path) -> None:
    """`/readyz` is 503 while none moves; each that hangs is IE once, and the next one is judged."""
    server = serving(tmp_path, step_seconds=5.0)
    try:
        until(lambda: is_ready(server))
        hung = [server.submit("hang", "")["id"] for _ in range(2)]
        until(lambda: not is_ready(server))
        waiting = server.submit("right", "")["id"]
        verdicts = [server.report_of(id_)["report"]["verdict"] for id_ in (*hung, waiting)]
        assert verdicts == ["IE", "IE", "AC"]
        attempts = "SELECT max(attempt) FROM submission"
        assert server.rows(attempts) == [(1,)], "what hung took another worker"
        until(lambda: is_ready(server))
    finally:
        server.stop()


def test_cancelling_what_hangs_frees_the_workers(tmp_path: Path) -> None:
    """Long before it would be given up."""
    server = serving(tmp_path, step_seconds=600.0)
    try:
        hung = [server.submit("hang", "")["id"] for _ in range(2)]
        for id_ in hung:
            server.worker_of(id_)
            server.ask(f"/v1/submissions/{id_}", method="DELETE")
        assert server.submit("right")["report"]["verdict"] == "AC"
    finally:
        server.stop()


def test_runs_that_hang_hold_up_neither_other_runs_nor_the_end(tmp_path: Path) -> None:
    """Whoever gave up waiting leaves the place to others; SIGTERM ends it all in its time."""
    server = serving(tmp_path, step_seconds=600.0)
    began = 0.0
    try:
        hung = server.submit("hang", "")["id"]
        server.worker_of(hung)
        for _ in range(3):  # more than there are places
            with pytest.raises(TimeoutError):
                server.ask("/v1/runs", {"problem": "lca", "source": "hang"}, seconds=1.0)
        right = server.ask("/v1/runs", {"problem": "lca", "source": "right"})
        assert right["cases"][0]["verdict"] == "AC"
        with pytest.raises(TimeoutError):
            server.ask("/v1/runs", {"problem": "lca", "source": "hang"}, seconds=1.0)
    finally:
        began = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        said = server.process.communicate(timeout=60)[1]
    assert server.process.returncode == 0, said
    # A second each to drain, to obey and for a run: with room for a busy machine.
    assert time.monotonic() - began < 30
