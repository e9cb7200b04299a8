"""`judge worker`: workers without a server, on any machine that reaches the store."""

import contextlib
import logging
import signal
import sys
import threading
from collections.abc import Iterator, Mapping

from judge.errors import UsageError
from judge.records import replace
from judge.service.logs import log_json
from judge.service.process.figures_server import figures_served
from judge.service.process.process_one import leave_process_one
from judge.service.process.server import prove_isolation, workers_of
from judge.service.settings import ServiceSettings
from judge.service.workers.metrics import WorkerMetrics
from judge.settings import Settings
from judge.storage import LeaseQueue, Tokens, open_store
from sandbox import Tier

#: What ends it in order: running submissions are finished or given back.
STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def work(settings: Settings, environment: Mapping[str, str]) -> None:
    """Judge what servers take in, until Ctrl-C or SIGTERM. Raises `UsageError` and `HostError`."""
    leave_process_one()
    settings = replace(settings, tier=settings.tier or Tier.FULL)
    service = ServiceSettings.from_environment(environment)
    if service.store is None:
        raise UsageError(
            "workers alone need the store of a server: name it by JUDGE_STORE or --store"
        )
    prove_isolation(settings)
    with contextlib.closing(open_store(service.store, settings.state_dir)) as database:
        pool = workers_of(database, LeaseQueue(database), settings, service, environment)
        metrics = WorkerMetrics(pool)
        with (
            figures_served(service.figures_at, metrics.text, Tokens(database)) as figures,
            _stopped() as stopped,
        ):
            log_json(getattr(logging, service.log_level.upper()))
            pool.start(metrics.hear)
            where = f"judge: figures at {figures}\n" if figures else ""
            sys.stderr.write(
                f"judge: {service.workers} workers for {database.name}\n{where}"
                "judge: stop with Ctrl-C\n"
            )
            stopped.wait()
            pool.drain(float(service.drain_seconds))
    sys.stderr.write("judge: stopped\n")


@contextlib.contextmanager
def _stopped() -> Iterator[threading.Event]:
    """Lend an event that a signal sets."""
    event = threading.Event()
    before = {one: signal.signal(one, lambda *_: event.set()) for one in STOPS}
    try:
        yield event
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
