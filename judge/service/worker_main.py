"""A worker process: `python -m judge.service.worker_main NAME LEASE_SECONDS`.

The worker pool of the server starts it. Orders come on standard input, one a line: `wake`,
`cancel ID`, `drain`, `abort`. Messages go to standard output, as `messages` writes them. The end
of standard input means that the server is gone: what runs is given back and the process ends.

It stays outside the rooms: a server that runs while the judge is upgraded starts its next workers
by this address.
"""

import logging
import os
import sys
import threading
import time
from dataclasses import asdict
from functools import partial
from typing import IO

from judge import judging, pipeline, problems, reports, tracing
from judge.execution import SandboxCache
from judge.problems import CachedCatalog, Problem, catalog_of
from judge.records import replace
from judge.reports import Judging
from judge.service.histories.own_history import local_history
from judge.service.logs import log_json
from judge.service.settings import ServiceSettings, Switch
from judge.service.workers.control import WorkerControl
from judge.service.workers.guard import guard
from judge.service.workers.messages import HEARTBEAT, WorkerMessage
from judge.service.workers.worker import Worker
from judge.settings import Settings
from judge.storage import LeaseQueue, Submissions, connect_store
from judge.submission import Submission

log = logging.getLogger("judge.worker")

#: After the server's end a worker that does not get to its next step is ended by force.
LAST_SECONDS = 5.0


def main(name: str, lease_seconds: float) -> None:
    """Work for the server at the other end of the pipes until it says to stop, or is gone."""
    log_json(logging.WARNING)
    orders, messages = _own_pipes()
    service = ServiceSettings.from_environment(os.environ)
    timing = service.timing is Switch.ON
    settings = replace(Settings.from_environment(os.environ), timing=timing)
    database = connect_store(service.store, settings.state_dir)
    output = _Output(messages)
    cache = SandboxCache()
    history = local_history(os.environ)
    traced = service.traces is Switch.ON
    worker = Worker(
        name,
        Submissions(database, keep=service.keep_sources),
        LeaseQueue(database, share=service.share),
        partial(judge_kept, cache),
        CachedCatalog(catalog_of(settings)),
        settings,
        output.publish,
        lease_seconds,
        met_dir=history.met_dir if history is not None else None,
        tracer=tracing.OtelTracer("judge-worker", serves=False) if traced else tracing.NO_TRACER,
    )
    cache.watch = worker.ended if traced else None
    _in_background(_obey, orders, worker.control)
    _in_background(_send_heartbeats, output, cache, worker.control, lease_seconds / 3)
    _in_background(guard, worker)
    _load_ahead()
    try:
        worker.work()
    finally:
        cache.close()
        worker.tracer.close()


def judge_kept(
    cache: SandboxCache, submission: Submission, problem: Problem, settings: Settings
) -> Judging:
    """Judge as `pipeline.judge` does, in the cache's sandboxes."""
    with cache.sandboxes(problem, settings) as sandboxes:
        return (yield from pipeline.judge(submission, problem, settings, sandboxes))


def _load_ahead() -> tuple[object, ...]:
    """Import before the first submission what judging imports only when it is wanted."""
    problems.warm_strategies()
    return judging.search_live, reports.build_report


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Move the pipes away from standard input and output, where no child inherits them."""
    orders, messages = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return orders, messages


class _Output:
    """The way to the server, for several threads."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def publish(self, message: WorkerMessage) -> None:
        try:
            with self._lock:
                self._pipe.write(message.to_line())
                self._pipe.flush()
        except (OSError, ValueError):
            pass  # the server is gone; the end of the other pipe tells `_obey`


def _obey(orders: IO[bytes], control: WorkerControl) -> None:
    for line in orders:
        order, _, id_ = line.decode("ascii").strip().partition(" ")
        if order == "wake":
            control.wake()
        elif order == "cancel":
            control.cancel(id_)
        elif order == "drain":
            control.drain()
        elif order == "abort":
            control.abort()
            problems.interrupt_author_code()
    control.abort()
    problems.interrupt_author_code()
    time.sleep(LAST_SECONDS)
    os._exit(1)


def _send_heartbeats(
    output: _Output, cache: SandboxCache, control: WorkerControl, seconds: float
) -> None:
    while True:
        state = {
            "figures": asdict(cache.figures()),
            "still_seconds": control.still_for(),
            "unable": control.unable,
        }
        output.publish(WorkerMessage("", HEARTBEAT, data=state))
        time.sleep(seconds)


def _in_background(work: object, *arguments: object) -> None:
    threading.Thread(target=work, args=arguments, daemon=True).start()  # type: ignore[arg-type]


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
