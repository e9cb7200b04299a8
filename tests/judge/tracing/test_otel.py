from collections.abc import Iterator

import pytest

from judge import tracing
from tests.collector import Collector, collecting

pytestmark = pytest.mark.needs("otel")


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    """A collector that tracers of this process send to."""
    with collecting() as collector:
        for name, value in collector.environment().items():
            monkeypatch.setenv(name, value)
        yield collector


def test_a_span_of_another_process_is_continued(collector: Collector) -> None:
    """By its traceparent alone: one trace, the one span below the other."""
    server = tracing.OtelTracer("judge-serve", serves=True)
    worker = tracing.OtelTracer("judge-worker", serves=False)
    first = server.begin("submit", None, submission="a")
    second = worker.begin("judge", first.traceparent, 1_000.5, attempt=1)
    second.child("cases").end()
    second.note(verdict="AC")
    second.end()
    first.end()
    server.close()
    worker.close()
    (submit,), (judge,), (cases,) = map(collector.named, ("submit", "judge", "cases"))
    assert submit.trace == judge.trace == cases.trace
    assert (submit.parent, judge.parent, cases.parent) == ("", submit.id, judge.id)
    assert (submit.service, judge.service) == ("judge-serve", "judge-worker")
    assert judge.began == 1_000_500_000_000
    assert judge.values == {"judge.attempt": 1, "judge.verdict": "AC"}


@pytest.mark.parametrize("broken", [None, "", "00-no-trace", "x" * 64])
def test_what_names_no_span_begins_a_trace(collector: Collector, broken: str | None) -> None:
    """A row of before traces were on, or one that somebody wrote to, is judged all the same."""
    tracer = tracing.OtelTracer("judge-worker", serves=False)
    tracer.begin("judge", broken).end(failed=True)
    tracer.close()
    (judge,) = collector.named("judge")
    assert (judge.parent, judge.failed) == ("", True)


def test_a_collector_that_is_away_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its spans are lost; ending takes seconds and no minute."""
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr("judge.tracing.otel.CLOSING_SECONDS", 0.05)
    tracer = tracing.OtelTracer("judge-serve", serves=True)
    tracer.begin("submit", None).end()
    tracer.close()


def test_a_host_names_its_services(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in every program that OpenTelemetry is in."""
    monkeypatch.setenv("OTEL_SERVICE_NAME", "grader")
    tracer = tracing.OtelTracer("judge-serve", serves=True)
    tracer.begin("submit", None).end()
    tracer.close()
    assert [span.service for span in collector.spans] == ["grader"]
