"""The figures of one process, in the text that Prometheus reads."""

from collections.abc import Callable, Iterator, Mapping

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from judge import __version__
from judge.service.workers.messages import WORKER_DIED, WorkerMessage
from judge.service.workers.pool import WorkerPool
from judge.storage import Row

MEDIA_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300)


class WorkerMetrics:
    """What every process with workers tells: of itself, and of these workers alone.

    So the figures of all processes together are those of the service.
    """

    def __init__(self, workers: WorkerPool) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        words = "1, with the version of the judge that this process runs."
        Gauge("judge_build_info", words, ["version"], registry=self.registry).labels(
            __version__
        ).set(1)
        self.gauge("judge_workers", "Worker processes that are there.", workers.alive)
        self.gauge("judge_workers_able", "Those that neither hang nor fail.", workers.able)
        self.counter(
            "judge_sandbox_starts",
            "Programs that workers started.",
            lambda: workers.figures().started,
        )
        self.gauge(
            "judge_sandboxes_ready",
            "Programs that wait in the workers' pools.",
            lambda: workers.figures().waiting,
        )
        words = "Reports that workers of this process wrote, by verdict; IE is the judge's failure."
        self.registry.register(_Counted("judge_reports_written", words, "verdict", workers.written))
        self.deaths = Counter(
            "judge_worker_ends", "Worker processes that ended.", registry=self.registry
        )

    def hear(self, message: WorkerMessage) -> None:
        """Count what the pool says of its workers."""
        if message.name == WORKER_DIED:
            self.deaths.inc()

    def gauge(self, name: str, words: str, value: Callable[[], float]) -> None:
        """Add a figure that is looked up when it is read."""
        Gauge(name, words, registry=self.registry).set_function(value)

    def counter(self, name: str, words: str, value: Callable[[], float]) -> None:
        """Add a figure that only grows and is looked up when it is read."""
        self.registry.register(_Counted(name, words, "", lambda: {"": value()}))

    def text(self) -> bytes:
        """Return all figures."""
        return generate_latest(self.registry)


class Metrics(WorkerMetrics):
    """Those of a server too: counters since it started, of what it took in and heard of."""

    def __init__(self, workers: WorkerPool) -> None:
        super().__init__(workers)
        self.accepted = Counter(
            "judge_submissions_accepted", "Submissions kept and queued.", registry=self.registry
        )
        self.verdicts = Counter(
            "judge_verdicts",
            "Reports that this server heard of, by verdict.",
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
        self.refused = Counter(
            "judge_requests_refused",
            "Requests refused, by status.",
            ["status"],
            registry=self.registry,
        )

    def over(self, row: Row) -> None:
        """Count a submission that has its report."""
        if row.verdict is not None:
            self.verdicts.labels(row.verdict.value).inc()
        if row.started_at is not None and row.finished_at is not None:
            self.waited.observe(max(row.started_at - row.submitted_at, 0.0))
            self.graded.observe(max(row.finished_at - row.started_at, 0.0))


class _Counted(Collector):
    """A counter that is kept elsewhere, by the values of one label or without a label."""

    def __init__(
        self, name: str, words: str, label: str, values: Callable[[], Mapping[str, float]]
    ) -> None:
        self._name, self._words, self._values = name, words, values
        self._labels = [label] if label else []

    def collect(self) -> Iterator[Metric]:
        family = CounterMetricFamily(self._name, self._words, labels=self._labels)
        for value, count in sorted(self._values().items()):
            family.add_metric([value] if self._labels else [], count)
        yield family
