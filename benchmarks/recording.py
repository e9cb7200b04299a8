"""What it costs to record a verdict that was shown: `python -m benchmarks.recording [COUNT]`.

CPU time of the thread that records, in `judge submit` as a person runs it: a fresh process each
time, bytecode compiled, a wrong and an accepted answer for lca, into an empty history and into one
of 1,000 events. All that is imported for it counts. What is offered next, once all is recorded, is
in a column of its own. The ratio is of the median to the CPU time of a bare `python -I -S -c pass`.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import clock
from judge.practice import Event, History, new_event

ROOT = Path(__file__).resolve().parents[1]
ANSWERS = {"WA": ROOT / "examples" / "lca_wrong.py", "AC": ROOT / "examples" / "lca.py"}
#: In milliseconds of CPU, with an empty history.
TARGET = 5.0
#: `keep` is called with a verdict that was shown; nothing is recorded, or loaded for it, before.
SUBMIT = """
import sys, time
from judge.__main__ import main
from judge.cli.request import Request
spent = []
def answer(self, setup, submission, keep):
    def timed(report):
        began = time.thread_time()
        keep(report)
        spent.append(time.thread_time() - began)
    found = true(self, setup, submission, timed)
    spent.append(time.thread_time())
    return found
true, Request.answer = Request.answer, answer
sys.argv = ["judge", "submit", "lca", sys.argv[1]]
try:
    main()
finally:
    spent[-1] = time.thread_time() - spent[-1]
    print(*spent, file=open("spent", "w"))
"""
EVENTS = 1_000


def main(count: int) -> None:
    """Print the table."""
    bare = statistics.median(bare_cpu() for _ in range(20)) * 1e3
    print(f"bare interpreter start: {bare:.2f} ms of CPU (the unit of the ratio)\n")
    print(
        f"{'verdict  events':<16} {'min ms':>8} {'median':>8} {'ratio':>8} {'offer ms':>9}  target"
    )
    for verdict, file in ANSWERS.items():
        for events in (0, EVENTS):
            with tempfile.TemporaryDirectory() as folder:
                seen = [submitted(Path(folder), file, events) for _ in range(count + 1)][1:]
            recorded, offered = ([one * 1e3 for one in times] for times in zip(*seen, strict=True))
            middle = statistics.median(recorded)
            print(
                f"{verdict:<8} {events:>7} {min(recorded):>8.2f} {middle:>8.2f} "
                f"{middle / bare:>7.2f}x {statistics.median(offered):>9.2f}  <= {TARGET:.0f}",
                flush=True,
            )


def submitted(folder: Path, file: Path, events: int) -> tuple[float, float]:
    """Submit into a history of so many events; return the seconds of recording and the rest."""
    data = folder / "data"
    for path in data.glob("**/*.*"):
        path.unlink()
    if events:
        History(data, sys.exit).extend(past(number) for number in range(events))
    own = {"JUDGE_DATA_DIR": str(data), "JUDGE_HISTORY": "on", "PYTHONPATH": str(ROOT)}
    environment = {**os.environ, **own}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # to compile is no part of recording
    subprocess.run(
        [sys.executable, "-c", SUBMIT, str(file)],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=False,  # a wrong answer is exit status 1
    )
    recorded, offered = map(float, (folder / "spent").read_text().split())
    return recorded, offered


def past(number: int) -> Event:
    """Return a submission of a past evening, of one problem in twenty."""
    growth = {"measured": "n", "also": ["n log n"], "reference": "n", "agrees": True}
    facts = {
        "bytes": 600,
        "language_version": "3.12.3",
        "passed": 412,
        "total": 412,
        "growth": growth,
        "runtime": {"ratio": 1.07, "low": 1.04, "high": 1.1},
        "notes": ["met_before"],
        "report": f"{number:064x}",
    }
    return new_event(
        "submit",
        problem="lca" if number % 20 == 0 else f"another-{number % 20}",
        version=f"{number % 7:064x}",
        source=f"{number // 2:064x}",
        verdict="AC" if number % 3 == 0 else "WA",
        facts=facts,
    )


def bare_cpu() -> float:
    """Return the CPU seconds of a bare interpreter start."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    clock.command(clock.BARE)()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
