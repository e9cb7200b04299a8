"""A worker process: `python -m judge.service.worker_main NAME LEASE_SECONDS`, started by `crew`.

Orders come on standard input, one a line, and what happens goes to standard output (`telling`).
When standard input ends, the server is gone: what runs is given back and the process ends.
"""

import importlib
import logging
import os
import sys
import threading
import time
from dataclasses import asdict, replace
from typing import IO

from judge.execution import Warm
from judge.problems import Shelf, default_catalog
from judge.service.logs import log_json
from judge.service.messages import BEAT, Told
from judge.service.settings import Hosting, Switch
from judge.service.worker import Orders, Worker
from judge.settings import Settings
from judge.storage import Database, EmbeddedQueue, Submissions

log = logging.getLogger("judge.worker")

#: After the server's end a worker that does not get to its next step is ended by force.
LAST_SECONDS = 5.0


def main(name: str, lease_seconds: float) -> None:
    """Work for the server at the other end of the pipes until it says to stop, or is gone."""
    log_json(logging.WARNING)
    orders_in, telling_out = _own_pipes()
    timing = Hosting.from_environment(os.environ).timing is Switch.ON
    settings = replace(Settings.from_environment(os.environ), timing=timing)
    database = Database(settings.state_dir / "judge.db", durable=False)
    line = _Line(telling_out)
    warm = Warm()
    worker = Worker(
        name, Submissions(database), EmbeddedQueue(database), warm.judge,
        Shelf(default_catalog(settings.cache_dir)), settings,
        line.tell, lease_seconds,
    )  # fmt: skip
    _in_background(_obey, orders_in, worker.orders)
    _in_background(_beat, line, warm, lease_seconds / 3)
    # Loaded while nobody waits; a submission that finds them loaded starts no process for it.
    for module in ("counterexample", "drawing", "reporting"):
        importlib.import_module(f"judge.{module}")

    try:
        worker.work()
    finally:
        warm.close()


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Take the pipes away from standard input and output, so that nobody else inherits them."""
    orders_in, telling_out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return orders_in, telling_out


class _Line:
    """The way to the server, for several threads."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def tell(self, told: Told) -> None:
        try:
            with self._lock:
                self._pipe.write(told.line())
                self._pipe.flush()
        except (OSError, ValueError):
            pass  # the server is gone, and the other pipe says so too


def _obey(orders_in: IO[bytes], orders: Orders) -> None:
    for line in orders_in:
        order, _, id_ = line.decode("ascii").strip().partition(" ")
        if order == "wake":
            orders.wake()
        elif order == "cancel":
            orders.cancel(id_)
        elif order == "drain":
            orders.drain()
        elif order == "abort":
            orders.abort()
    orders.abort()
    time.sleep(LAST_SECONDS)
    os._exit(1)


def _beat(line: _Line, warm: Warm, seconds: float) -> None:
    while True:
        line.tell(Told("", BEAT, data=asdict(warm.figures())))
        time.sleep(seconds)


def _in_background(work: object, *arguments: object) -> None:
    threading.Thread(target=work, args=arguments, daemon=True).start()  # type: ignore[arg-type]


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
