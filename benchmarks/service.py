"""What the service adds to a grading: `python -m benchmarks.service [COUNT]`.

Starts servers and graders as processes of their own, one pair a round, and compares the CPU time
of all that they start, which a busy machine disturbs least; the times in a queue are wall time and
want a quiet one.
"""

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

from benchmarks.counted import Group, counted

ROOT = Path(__file__).resolve().parents[1]
SOURCE = (ROOT / "examples/lca.py").read_text()
ROUNDS = 3
OPENER = build_opener(ProxyHandler({}))

#: The same gradings without a service: one process, warm like a worker.
IN_PROCESS = """
import os, sys
import judge.judging.counterexample, judge.reports.build
from judge.events import result_of
from judge.execution import SandboxCache
from judge.pipeline import judge
from judge.problems import default_catalog, warm_strategies
warm_strategies()
from judge.settings import Settings
from judge.submission import Submission
settings, cache = Settings.from_environment(os.environ), SandboxCache()
problem = default_catalog(settings.cache_dir).get("lca")
for number in range(int(sys.argv[1])):
    source = sys.stdin.read() if number == 0 else source
    submission = Submission(f"{source}# {number}".encode(), "lca.py")
    with cache.sandboxes(problem, settings) as sandboxes:
        result_of(judge(submission, problem, settings, sandboxes))
cache.close()
"""


def main(count: int) -> None:
    """Print the medians of all rounds."""
    ratios: list[float] = []
    waits: list[float] = []
    graded: list[float] = []
    for _ in range(ROUNDS):
        alone = cpu_of(grade, count)
        with_service = cpu_of(lambda n, group: waits.extend(serve(n, group)), count)
        ratios.append(with_service / alone)
        graded.append(with_service / count)
    print(f"CPU of one grading through the service   {statistics.median(graded) * 1e3:8.1f} ms")
    print(f"gradings a second of one core            {1 / statistics.median(graded):8.2f}")
    print(f"CPU with the service over without it     {statistics.median(ratios):8.2f}  <= 1.25")
    print(f"accepted to started, idle: median        {statistics.median(waits) * 1e3:8.1f} ms <= 5")
    print(f"                           least         {min(waits) * 1e3:8.1f} ms")


def cpu_of(work: Callable[[int, Group], None], count: int) -> float:
    """Return the CPU seconds of `count` gradings, without those of starting and stopping.

    The same texts are graded once before, so that their fresh inputs are drawn and kept.
    """
    spent = []
    for number in (1 + count, 1, 1 + count):
        with counted() as group:
            work(number, group)
            spent.append(group.seconds())
    return spent[2] - spent[1]


def grade(count: int, group: Group) -> None:
    """Grade in one process, without a service."""
    command = [sys.executable, "-c", IN_PROCESS, str(count)]
    subprocess.run(command, input=SOURCE.encode(), cwd=ROOT, check=True, preexec_fn=group.join)


def serve(count: int, group: Group) -> list[float]:
    """Grade through a service, one at a time; return the seconds from accepted to started."""
    with running(workers=1, group=group) as server:
        for number in range(count):
            submit(server, f"{SOURCE}# {number}")
            time.sleep(0.02)
        # The first one waits for the worker's start.
        return server.waits()[1:]


@dataclass(frozen=True, slots=True)
class Server:
    """A service that runs, and where it keeps what it knows."""

    url: str
    state: Path

    @property
    def token(self) -> str:
        return (self.state / "token").read_text().strip()

    def waits(self) -> list[float]:
        """Return the seconds from accepted to started of every submission, in their order."""
        with closing(sqlite3.connect(self.state / "judge.db")) as store:
            query = "SELECT started_at - submitted_at FROM submission ORDER BY serial"
            return [row[0] for row in store.execute(query).fetchall()]


@contextmanager
def running(workers: int, group: Group | None = None) -> Iterator[Server]:
    """Run a service of its own on a free port, in a group where one is given."""
    with tempfile.TemporaryDirectory() as state:
        environment = {**os.environ, "JUDGE_STATE_DIR": state, "JUDGE_WORKERS": str(workers)}
        process = subprocess.Popen(
            [sys.executable, "-m", "judge", "serve", "--port", "0"],
            cwd=ROOT,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=group.join if group is not None else None,  # noqa: PLW1509 - no thread runs here
        )
        assert process.stderr is not None
        try:
            yield Server(process.stderr.readline().split()[-1], Path(state))
        finally:
            process.terminate()
            process.communicate()


def submit(server: Server, source: str) -> None:
    """Hand in one source and wait for its report."""
    headers = {
        "Authorization": f"Bearer {server.token}",
        "Content-Type": "application/json",
        "Prefer": "wait=45",
    }
    body = json.dumps({"problem": "lca", "source": source}).encode()
    request = Request(f"{server.url}/v1/submissions", body, headers)  # noqa: S310 - our own address
    with OPENER.open(request, timeout=60) as answer:
        assert json.load(answer)["report"]["verdict"] == "AC"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
