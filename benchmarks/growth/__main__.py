"""Measure every labelled function: `python -m benchmarks.growth [PART/PARTS]`, on a quiet machine.

Prints each that is not right, then the table per class, ours and, where it is installed for the
Python of `--peer`, big_O's (PyPI: big-O) on the same functions and sizes. `1/4` to `4/4` are the
quarters of it.
"""

import argparse
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.growth.inputs import SIZES
from benchmarks.growth.labelled import (
    MEMORY,
    Labelled,
    labelled,
    memory_class,
    named_with_others,
    off_by_a_power,
    right,
    time_class,
)
from benchmarks.part import WHOLE, part
from judge.languages import python_guest
from judge.measurement import Fit, coarse
from sandbox import MIB, Policy, Sandbox, Tier, strongest

PEER = Path(__file__).with_name("peer.py")
PEER_SECONDS = 60.0
COARSE = ("1", "n", "n^2", "n^3", "2^n")
#: A report names the right class; it and others that are a power of n apart; none; others alone.
COLUMNS = ("right", "with others", "untold", "wrong")


def main() -> None:
    """Print what is wrong, and the tables."""
    chosen = _options()
    functions = list(chosen.part.of(f for f in labelled() if chosen.only in f.name))
    began = time.monotonic()
    with strongest(Policy(Tier.FULL, memory_bytes=1024 * MIB), python_guest(), warm=2) as sandbox:
        ours = {f: _told(f, sandbox, chosen.budget) for f in functions}
        memory = list(chosen.part.of(f for f in labelled(*MEMORY) if chosen.only in f.name))
        memories = {f: _told(f, sandbox, chosen.budget) for f in memory}
    columns = {"time": ours}
    if chosen.peer:
        columns["big_O"] = {f: _peer(chosen.peer, f) for f in functions}
    else:
        print("big_O is left out: no --peer PYTHON that has it was named")
    for title, answers in columns.items():
        _table(title, answers)
    _table("memory", memories)
    print(f"\n{time.monotonic() - began:.0f} s in all, {chosen.budget:g} CPU seconds a function")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.growth")
    parser.add_argument("part", type=part, nargs="?", default=WHOLE, help="such as 1/4")
    parser.add_argument("--budget", type=float, default=1.0, help="CPU seconds a function (1)")
    parser.add_argument("--peer", help="a Python that has big_O")
    parser.add_argument("--only", default="", help="functions whose name holds this")
    return parser.parse_args()


def _told(function: Labelled, sandbox: Sandbox, budget: float) -> str:
    """Measure one function; print it when it is not right; return its column of the table."""
    measure = memory_class if function.kind in MEMORY else time_class
    found = measure(function, sandbox, budget)
    column = _column(function.label, found)
    if column == "right":
        return column
    name = f"{function.kind}.{function.name}"
    if found is None:
        print(f"  {column}: {name} is {function.label}, too few sizes", flush=True)
        return column
    slope = f", slope {found.slope.value:.2f} +- {found.slope.error:.2f}" if found.slope else ""
    by = "off by a power" if off_by_a_power(function.label, found) else column
    print(
        f"  {by}: {name} is {function.label}, was called {found.measured} "
        f"(also {', '.join(found.also) or 'nothing else'}){slope}",
        flush=True,
    )
    return column


def _column(label: str, found: Fit | None) -> str:
    if right(label, found):
        return "right"
    if named_with_others(label, found):
        return "with others"
    return "untold" if found is None or found.vague else "wrong"


def _peer(python: str, function: Labelled) -> str:
    """Ask big_O in a process of its own, on inputs from the same sizes; return its column."""
    largest = SIZES.get(function.kind, (1, 400_000))[1]
    command = [python, str(PEER), function.kind, function.name, str(largest)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PEER_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return "untold"
    if done.returncode:
        sys.exit(f"{python} cannot ask big_O: {done.stderr[-400:]}")
    answer = done.stdout.strip()
    return _column(function.label, Fit(answer, ()) if answer else None)


def _table(title: str, columns: dict[Labelled, str]) -> None:
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for function, column in columns.items():
        rows[coarse(function.label)][column] += 1
    print(f"\n| {title} | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}")
    for name in COARSE:
        if name in rows:
            print(f"| {name} | {' | '.join(str(rows[name][column]) for column in COLUMNS)} |")
    total = sum(rows.values(), Counter[str]())
    share = f"{total['right'] / max(len(columns), 1):.1%}"
    counts = " | ".join(str(total[column]) for column in COLUMNS[1:])
    print(f"| all {len(columns)} | {total['right']} ({share}) | {counts} |")


if __name__ == "__main__":
    main()
