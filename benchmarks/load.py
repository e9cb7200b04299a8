"""How long a verdict takes under load: `python -m benchmarks.load [COUNT]`.

A service judges `lca` without timing. First some clients hand in as fast as they are served,
which gives the most it can do; then a generator in a process of its own hands in at random moments
of half that rate, whether or not the earlier ones have ended (an open loop: a slow service does not
slow its load down). A latency counts from the moment at which a submission was due.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.service import ROOT, SOURCE, Server, running, submit

#: Submissions that are handed in before anything is counted.
WARM = 4


def main(count: int) -> None:
    """Print what the service can do, and what a verdict takes at half of that."""
    workers = max(len(os.sched_getaffinity(0)) - 1, 1)
    with running(workers) as server:
        for number in range(WARM):
            submit(server, f"{SOURCE}# warm {number}")
        most = capacity(server, workers, count)
        print(f"workers                                  {workers:8}")
        print(f"submissions a second, as many as it can  {most:8.2f}")
        print(f"the same, a core of the machine          {most / (os.cpu_count() or 1):8.2f}")
        command = [sys.executable, "-m", "benchmarks.load", "generate", server.url]
        command += [str(server.state), str(most / 2), str(count)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        seconds = json.loads(done.stdout)
    parts = statistics.quantiles(seconds, n=100)
    print(f"offered at half of that                  {most / 2:8.2f} a second, {count} in all")
    print(f"from due to the verdict, p50             {parts[49] * 1e3:8.0f} ms")
    print(f"                         p99             {parts[98] * 1e3:8.0f} ms")


def capacity(server: Server, workers: int, count: int) -> float:
    """Return the submissions a second when there is always one that waits."""
    began = time.monotonic()
    with ThreadPoolExecutor(workers + 2) as pool:
        list(pool.map(lambda number: submit(server, f"{SOURCE}# {number}"), range(count)))
    return count / (time.monotonic() - began)


def generate(server: Server, rate: float, count: int) -> list[float]:
    """Hand in at random moments; return the seconds that each took from when it was due."""
    seconds: list[float] = []
    threads = []
    for number, due in enumerate(moments(rate, count)):
        time.sleep(max(due - time.monotonic(), 0.0))

        def one(number: int = number, due: float = due) -> None:
            submit(server, f"{SOURCE}# load {number}")
            seconds.append(time.monotonic() - due)

        threads.append(threading.Thread(target=one))
        threads[-1].start()
    for thread in threads:
        thread.join()
    return seconds


def moments(rate: float, count: int) -> Iterator[float]:
    """Give the moments of a Poisson process, from now on."""
    chance = random.Random(1)
    due = time.monotonic()
    for _ in range(count):
        due += chance.expovariate(rate)
        yield due


if __name__ == "__main__":
    if sys.argv[1:2] == ["generate"]:
        _, _, url, state, rate, count = sys.argv
        print(json.dumps(generate(Server(url, Path(state)), float(rate), int(count))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
