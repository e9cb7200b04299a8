"""A process that plays hostile programs in random order, eight at a time, until it has had enough.

Run as `python -m tests.security.soak RUNS SEED`. It says where it stands in one JSON line before
the first run, ten times on the way, and after the last; after the first and the last it waits for a
line, so that somebody outside can look at it. Tier `full` only.
"""

import gc
import json
import os
import random
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from judge.languages import PYTHON_GUEST
from sandbox import MIB, Limit, Policy, Sandbox, Session, Step, Tier
from tests.sandbox.programs import header
from tests.security.programs import Program, programs

TOGETHER = 8
LIMIT = Limit(cpu_seconds=0.2, wall_seconds=0.5)
HEADER = header("echo", "n")
HONEST = b"def echo(n):\n    return n\n"


def play(sandbox: Sandbox, source: bytes) -> None:
    """Play one program as far as it lets itself be played."""
    session = sandbox.session()
    try:
        _play(session, source)
    finally:
        session.close()


def _play(session: Session, source: bytes) -> None:
    steps: list[Callable[[], Step]] = [
        lambda: session.load(HEADER, source, LIMIT),
        lambda: session.prepare(b"[1]", LIMIT),
        lambda: session.call(b'{"soft_seconds": 5}', LIMIT),
        lambda: session.read(LIMIT),
    ]
    for step in steps:
        if not step().replied:
            return


def main(runs: int, seed: int) -> None:
    """Warm up, play, and tell how much this process holds."""
    chosen = [program for program in programs() if program.runs_here]
    order = random.Random(seed)
    with (
        Sandbox(Policy(Tier.FULL, memory_bytes=64 * MIB), PYTHON_GUEST, warm=TOGETHER) as sandbox,
        ThreadPoolExecutor(TOGETHER) as pool,
    ):
        _round(pool, sandbox, chosen[:: len(chosen) // min(40, runs)])
        for _ in range(2 * TOGETHER):
            play(sandbox, HONEST)
        _tell(0, wait=True)
        done = 0
        for part in range(1, 11):
            wanted = runs * part // 10 - done
            _round(pool, sandbox, [order.choice(chosen) for _ in range(wanted)])
            done += wanted
            for _ in range(TOGETHER):
                play(sandbox, HONEST)
            _tell(done, wait=part == 10)


def _round(pool: ThreadPoolExecutor, sandbox: Sandbox, chosen: list[Program]) -> None:
    for finished in [pool.submit(play, sandbox, program.source) for program in chosen]:
        finished.result()


def _tell(done: int, *, wait: bool) -> None:
    gc.collect()
    status = Path("/proc/self/status").read_text().splitlines()
    resident = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    held = {
        "runs": done,
        "resident_kib": resident,
        "descriptors": len(os.listdir("/proc/self/fd")),  # noqa: PTH208 - a count
    }
    print(json.dumps(held), flush=True)  # noqa: T201 - the answer to whoever looks
    if wait:
        sys.stdin.readline()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
