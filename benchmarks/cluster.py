"""What a store and a queue cost that machines share.

`python -m benchmarks.cluster [FIGURE] [COUNT]` measures the same embedded (one file) and on
PostgreSQL with NATS: CPU of a grading, how soon a submission is started in an idle system, what a
second worker brings, how long a submission takes to be taken in while thousands wait, and how soon
many streams of events hear of a report. Needs requirements/cluster.txt and a quiet machine; where a
figure has a target, it stands beside it.

All figures take half an hour; FIGURE is one of cpu, started, rate, waiting, streams. COUNT gradings
are counted or timed for the first three.
"""

import contextlib
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import Request

from benchmarks.counted import cpu_seconds
from benchmarks.service import OPENER, SOURCE
from tests import nats_server, postgres
from tests.judge.service.served import Served, environment_of

BACKENDS = ("embedded", "cluster")
ROUNDS = 3
#: Submissions that wait, and streams that are open.
WAITING = 10_000
STREAMS = 1_000
#: Slow submissions before the one that streams are open for.
BEFORE = 20
#: Room for all of them: a host that needs as much raises its settings likewise.
ROOM = {"JUDGE_ROOM": "99999", "JUDGE_TOKEN_ROOM": "49999", "JUDGE_KEEP_SOURCES": "none"}
#: Posts that are timed, before many wait and while they do.
TIMED = 500


def cpu(count: int) -> None:
    """Print the CPU time of a grading."""
    spent = {backend: cpu_of(backend, count) for backend in BACKENDS}
    for backend in BACKENDS:
        show(backend, "CPU of one grading", spent[backend] * 1e3, "ms")
    show("cluster", "over embedded", (spent["cluster"] - spent["embedded"]) * 1e3, "ms <= 5")


def started(count: int) -> None:
    """Print how soon a submission is started where nothing else waits."""
    for backend in BACKENDS:
        with system(backend, workers=1) as (server, *_):
            waits = starts(server, count)
        hundredths = statistics.quantiles(waits, n=100)
        show(backend, "accepted to started, p50", hundredths[49] * 1e3, "ms <= 5")
        show(backend, "accepted to started, p99", hundredths[98] * 1e3, "ms <= 25")


def rate(count: int) -> None:
    """Print what a second worker brings."""
    for backend in BACKENDS:
        rates = {workers: gradings(backend, workers, count) for workers in (1, 2)}
        show(backend, "gradings a second, one worker", rates[1])
        show(backend, "two workers over one", rates[2] / rates[1], ">= 1.9")


def waiting(_count: int) -> None:
    """Print what a POST takes while many submissions wait."""
    for backend in BACKENDS:
        few, many = taken_in(backend)
        show(backend, "POST p99, few wait", few * 1e3, "ms")
        show(backend, f"with {WAITING} waiting, over that", many / few, "<= 1.2")


def streams(_count: int) -> None:
    """Print how soon the last of many streams tells of a report."""
    show("cluster", f"{STREAMS} streams at two servers: the last hears", heard(), "s")


FIGURES = {one.__name__: one for one in (cpu, started, rate, waiting, streams)}


def main(words: list[str]) -> None:
    """Print the figures that are named, or all."""
    named = [word for word in words if word in FIGURES]
    counts = [int(word) for word in words if word not in FIGURES]
    for name in named or FIGURES:
        FIGURES[name](counts[0] if counts else 50)


def show(backend: str, what: str, value: float, unit: str = "") -> None:
    """Print a figure at once: the next one may take minutes."""
    print(f"{backend}: {what:<45} {value:8.2f} {unit}".rstrip(), flush=True)


@contextlib.contextmanager
def system(backend: str, *, workers: int, servers: int = 1) -> Iterator[list[Served]]:
    """Run servers over one store; the first one has that many workers."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        shared = {}
        if backend == "cluster":
            shared["JUDGE_STORE"] = address = postgres.new_database()
            stack.callback(postgres.drop_database, address)
            port = nats_server.free_port()
            shared["JUDGE_QUEUE"] = stack.enter_context(nats_server.serving(port))
        kept = {name: os.environ[name] for name in ("JUDGE_CACHE_DIR",) if name in os.environ}
        made = []
        for number in range(servers):
            own = {"JUDGE_STATE_DIR": str(folder / str(number)), "JUDGE_WORKERS": str(workers)}
            made.append(Served(environment_of(**kept, **ROOM, **shared, **own)))
            stack.callback(made[-1].kill)
        yield made


def cpu_of(backend: str, count: int) -> float:
    """Return the CPU seconds of one grading: of servers, workers, programs, PostgreSQL and NATS."""
    command = [sys.executable, "-m", "benchmarks.cluster", "grade", backend]
    rounds = []
    for _ in range(ROUNDS):
        few, many = (cpu_seconds([*command, str(n)], os.environ) for n in (1, 1 + count))
        rounds.append((many - few) / count)
    return statistics.median(rounds)


def grade(backend: str, count: int) -> None:
    """Grade one submission after the other and end; a process that is counted does this."""
    with system(backend, workers=1) as (server, *_):
        for number in range(count):
            server.submit(f"{SOURCE}# {number}")


def starts(server: Served, count: int) -> list[float]:
    """Return the seconds from acceptance to the start of submissions, one at a time."""
    for number in range(max(count, 2) + 1):
        server.submit(f"{SOURCE}# {number}")
    query = "SELECT started_at - submitted_at FROM submission ORDER BY serial"
    return [row[0] for row in server.rows(query)][1:]  # the first waits for the worker's start


def gradings(backend: str, workers: int, count: int) -> float:
    """Return the gradings a second while there is always one that waits."""
    with system(backend, workers=workers) as (server, *_):
        server.submit(SOURCE)
        began = time.monotonic()
        with ThreadPoolExecutor(workers + 2) as pool:
            list(pool.map(lambda number: server.submit(f"{SOURCE}# {number}"), range(count)))
        return count / (time.monotonic() - began)


def taken_in(backend: str) -> tuple[float, float]:
    """Return p99 of the seconds of a POST: while few wait, and while `WAITING` more do."""
    with system(backend, workers=1) as (server, *_):
        server.submit(SOURCE)

        def timed(number: int) -> float:
            began = time.monotonic()
            server.submit(f"{SOURCE}# {number}", "")
            return time.monotonic() - began

        few = [timed(number) for number in range(TIMED)]
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(timed, range(TIMED, TIMED + WAITING)))
        many = [timed(TIMED + WAITING + number) for number in range(TIMED)]
        return statistics.quantiles(few, n=100)[98], statistics.quantiles(many, n=100)[98]


def heard() -> float:
    """Return the seconds from a report's row to the moment when the last stream has told of it."""
    with system("cluster", workers=1, servers=2) as servers:
        # What is listened for waits behind others until all listen.
        for number in range(BEFORE):
            servers[0].submit(f"{SOURCE}\nfor _ in range(12_000_000): pass # {number}\n", "")
        id_ = servers[0].submit(SOURCE, "")["id"]
        ends: list[float] = []
        threads = []
        for number in range(STREAMS):
            reader = _reader(servers[number % 2], id_, ends)
            threads.append(threading.Thread(target=reader))
            threads[-1].start()
        for thread in threads:
            thread.join()
        ((finished,),) = servers[0].rows("SELECT finished_at FROM submission WHERE id = ?", id_)
        if len(ends) < STREAMS:
            raise SystemExit(f"only {len(ends)} of {STREAMS} streams told of the report")
        return max(ends) - float(finished)


def _reader(server: Served, id_: str, ends: list[float]) -> Callable[[], None]:
    headers = {"Authorization": f"Bearer {server.token}"}
    request = Request(f"{server.url}/v1/submissions/{id_}/events", headers=headers)  # noqa: S310 - loopback

    def read() -> None:
        with OPENER.open(request, timeout=120) as answer:
            if any(line == b"event: report\n" for line in answer):
                ends.append(time.time())

    return read


if __name__ == "__main__":
    if sys.argv[1:2] == ["grade"]:
        grade(sys.argv[2], int(sys.argv[3]))
    else:
        main(sys.argv[1:])
