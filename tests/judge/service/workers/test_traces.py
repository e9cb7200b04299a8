"""One submission as one trace, over the processes that it goes through."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from judge import tracing
from judge.errors import MissingExtraError
from judge.events import CaseJudged, CorpusVerdict, Started
from judge.service.process.server import _tracer, workers_of
from judge.service.settings import ServiceSettings, Switch
from judge.service.workers.traced import MOST_PROGRAMS, TracedAttempt
from judge.storage.lease_queue import LeaseQueue
from judge.storage.queue import Lease
from judge.storage.records import Task
from judge.tracing.spans import NO_TRACER, Span, Value
from judge.verdict import Verdict
from tests import postgres
from tests.collector import Collected, Collector, collecting
from tests.judge.service.apps import settings, store
from tests.judge.service.served import ROOT, Served, environment_of
from tests.judge.service.test_cluster import Cluster
from tests.waiting import until

#: Stands in the source and in what it prints, and nowhere else.
MARKER = "a_marker_of_this_submission"
RIGHT = (ROOT / "examples/lca.py").read_text() + f"\nprint('{MARKER}')\n"
ON = pytest.mark.needs("full", "otel")


@pytest.fixture
def collector() -> Iterator[Collector]:
    with collecting() as collector:
        yield collector


def trace_of(collector: Collector, id_: str) -> dict[str, Collected]:
    """Return the spans of a submission by name, once the last has come; of programs the first."""

    def all_of_it() -> list[Collected]:
        ends = [one for one in collector.named("judge") if one.values["judge.submission"] == id_]
        return [one for one in collector.spans if ends and one.trace == ends[0].trace]

    until(lambda: {"submit", "judge"} <= {span.name for span in all_of_it()})
    spans = all_of_it()
    assert len({span.id for span in spans}) == len(spans)
    return {span.name: span for span in reversed(spans)}


def assert_whole(spans: dict[str, Collected], server: int, workers: list[int]) -> None:
    """Each span is a part of the one above it, and there are three processes."""
    submit, judge, program = spans["submit"], spans["judge"], spans["program"]
    above = {
        "submit": "",
        "wait": submit.id,
        "judge": submit.id,
        "open": judge.id,
        "cases": judge.id,
        "look": judge.id,
    }
    assert {name: spans[name].parent for name in above} == above
    phases = {spans[name].id for name in ("open", "cases", "look")}
    assert program.parent in phases
    assert submit.pid == server
    assert judge.pid in workers
    assert program.values["process.pid"] not in (server, *workers)
    assert program.values["judge.cpu_seconds"] > 0
    assert judge.began <= program.began <= program.ended <= judge.ended
    assert judge.values["judge.verdict"] == "AC"
    assert judge.values["judge.programs"] >= 1


@ON
def test_one_trace_leads_from_the_post_to_the_verdict(tmp_path: Path, collector: Collector) -> None:
    """Through server, worker and program; and no text of the submission is in it."""
    environment = environment_of(
        JUDGE_STATE_DIR=str(tmp_path / "state"), JUDGE_WORKERS="1", **collector.environment()
    )
    server = Served(environment)
    with contextlib.ExitStack() as stack:
        stack.callback(server.kill)
        made = server.submit(RIGHT)
        spans = trace_of(collector, made["id"])
        assert_whole(spans, server.process.pid, server.workers())
    assert collector.bodies
    assert not any(MARKER.encode() in body for body in collector.bodies)


@ON
@pytest.mark.needs("postgres")
@pytest.mark.slow
def test_a_trace_goes_on_at_another_machine(tmp_path: Path, collector: Collector) -> None:
    """The row says what it is a part of, so whoever judges it may be anywhere."""
    with contextlib.ExitStack() as stack:
        address = postgres.new_database()
        stack.callback(postgres.drop_database, address)
        cluster = Cluster(tmp_path, address, stack)
        server = cluster.server("server", **collector.environment())
        worker = cluster.worker("worker", **collector.environment())
        seen: set[str] = set()
        while len(seen) < 2:
            spans = trace_of(collector, server.submit(RIGHT)["id"])
            seen.add("server" if spans["judge"].pid in server.workers() else "worker")
        assert spans["submit"].pid == server.process.pid != worker.pid
        assert spans["judge"].parent == spans["submit"].id


def test_a_process_that_is_not_traced_imports_nothing_of_it() -> None:
    """Neither the SDK nor our module that uses it, in the server and in its workers."""
    code = (
        "import sys\n"
        "import judge.service.process.server, judge.service.worker_main\n"
        "from judge import tracing\n"
        "tracing.NO_TRACER.begin('submit', None).end()\n"
        "found = [one for one in sys.modules if one.startswith('opentelemetry.sdk')]\n"
        "assert not found, found\n"
        "assert 'judge.tracing.otel' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_host_that_lacks_the_extra_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the server, and by what starts workers: not by each worker again and again."""
    exporter = "opentelemetry.exporter.otlp.proto.http.trace_exporter"
    monkeypatch.setitem(sys.modules, exporter, None)
    monkeypatch.delitem(sys.modules, "judge.tracing.otel", raising=False)
    monkeypatch.delitem(vars(tracing), "OtelTracer", raising=False)
    service = ServiceSettings(traces=Switch.ON)
    with pytest.raises(MissingExtraError, match=r"\[otel\]"):
        _tracer(service)
    with (
        closing(store(tmp_path)) as database,
        pytest.raises(MissingExtraError, match=r"\[otel\]"),
    ):
        workers_of(database, LeaseQueue(database), settings(tmp_path), service, {})


class Noted:
    """A span that keeps what is done with it; also the tracer that begins it."""

    traceparent = None

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.below: list[Noted] = []
        self.values: dict[str, Value] = {}
        self.ends = 0
        self.failed = False

    def begin(
        self, name: str, traceparent: str | None, began_at: float | None = None, **values: Value
    ) -> Span:
        return self.child(name, began_at, **values)

    def child(self, name: str, began_at: float | None = None, **values: Value) -> Span:
        self.below.append(Noted(name))
        self.below[-1].note(**values)
        return self.below[-1]

    def note(self, **values: Value) -> None:
        self.values |= values

    def end(self, *, failed: bool = False) -> None:
        self.ends += 1
        self.failed = failed

    def close(self) -> None:
        pass


class FakeSession:
    """What is known of a program that has ended."""

    pid, began_at = 7, 1.0

    def usage(self) -> "FakeSession":
        return self

    cpu_seconds, peak_bytes = 0.5, None


def attempt(tracer: Noted) -> TracedAttempt:
    return TracedAttempt(tracer, Lease("a", "t", 1, 0), Task("a", "lca", "python", b"", 1.0))


def test_every_span_ends_once_and_events_of_a_phase_begin_no_other() -> None:
    """Whatever happens between, and a judge's own failure is marked."""
    tracer = Noted()
    traced = attempt(tracer)
    started = Started("lca", 3, "full")
    for event in (started, CaseJudged("sample", 0, True, 1, 3), CorpusVerdict(Verdict.ACCEPTED)):
        traced.step(event)
    traced.end(Verdict.INTERNAL_ERROR)
    wait, judge = tracer.below
    assert [one.name for one in judge.below] == ["open", "cases", "look"]
    assert [one.ends for one in (wait, judge, *judge.below)] == [1] * 5
    assert judge.failed


def test_programs_beyond_a_number_are_counted_alone() -> None:
    """A search with hundreds of programs makes no trace that nobody can open."""
    tracer = Noted()
    traced = attempt(tracer)
    for _ in range(MOST_PROGRAMS + 5):
        traced.program(FakeSession())  # type: ignore[arg-type]  # what it asks for
    traced.end(Verdict.ACCEPTED)
    judge = tracer.below[1]
    assert len(judge.below[0].below) == MOST_PROGRAMS
    assert judge.values["programs"] == MOST_PROGRAMS + 5


def test_nobody_who_traces_nothing_names_a_span() -> None:
    """So no row holds what would never be looked for."""
    span = NO_TRACER.begin("submit", None, submission="a")
    assert span.traceparent is None
    assert span.child("open") is span
