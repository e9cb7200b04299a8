"""The figures of the service, in the text that Prometheus reads."""

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from judge.storage import Row

MEDIA_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300)


class Metrics:
    """Counters since this process started, and figures that are looked up when they are read."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.accepted = Counter(
            "judge_submissions_accepted", "Submissions kept and queued.", registry=self.registry
        )
        self.verdicts = Counter(
            "judge_verdicts",
            "Reports written, by verdict; IE is the judge's own failure.",
            ["verdict"],
            registry=self.registry,
        )
        self.waited = Histogram(
            "judge_enqueue_to_start_seconds",
            "From acceptance to the first worker's start.",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.graded = Histogram(
            "judge_grade_seconds",
            "From the first worker's start to the report.",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.deaths = Counter(
            "judge_worker_ends", "Worker processes that ended.", registry=self.registry
        )
        self.refused = Counter(
            "judge_requests_refused",
            "Requests refused, by status.",
            ["status"],
            registry=self.registry,
        )

    def gauge(self, name: str, words: str, value: Callable[[], float]) -> None:
        """Add a figure that is looked up when it is read."""
        Gauge(name, words, registry=self.registry).set_function(value)

    def counter(self, name: str, words: str, value: Callable[[], float]) -> None:
        """Add a figure that only grows and is looked up when it is read."""
        self.registry.register(_CallbackCounter(name, words, value))

    def over(self, row: Row) -> None:
        """Count a submission that has its report."""
        if row.verdict is not None:
            self.verdicts.labels(row.verdict.value).inc()
        if row.started_at is not None and row.finished_at is not None:
            self.waited.observe(max(row.started_at - row.submitted_at, 0.0))
            self.graded.observe(max(row.finished_at - row.started_at, 0.0))

    def text(self) -> bytes:
        """Return all figures."""
        return generate_latest(self.registry)


class _CallbackCounter(Collector):
    """A counter that is kept elsewhere."""

    def __init__(self, name: str, words: str, value: Callable[[], float]) -> None:
        self._name, self._words, self._value = name, words, value

    def collect(self) -> Iterator[Metric]:
        yield CounterMetricFamily(self._name, self._words, self._value())
