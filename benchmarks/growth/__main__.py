"""Measure every labelled function: `python -m benchmarks.growth`, on a quiet machine.

Prints each that is wrong, then the table of right and wrong per class, ours and, where it is
installed for the Python of `--peer`, big_O's (PyPI: big-O) on the same functions and sizes.
"""

import argparse
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.growth.inputs import SIZES
from benchmarks.growth.labelled import (
    MEMORY,
    Labelled,
    labelled,
    memory_class,
    off_by_a_power,
    right,
    time_class,
)
from judge.languages import python_guest
from judge.measurement import coarse
from sandbox import MIB, Policy, Sandbox, Tier, strongest

PEER = Path(__file__).with_name("peer.py")
PEER_SECONDS = 60.0
COARSE = ("1", "n", "n^2", "n^3", "2^n")


def main() -> None:
    """Print what is wrong, and the tables."""
    chosen = _options()
    functions = [f for f in labelled() if chosen.only in f.name]
    began = time.monotonic()
    with strongest(Policy(Tier.FULL, memory_bytes=1024 * MIB), python_guest(), warm=2) as sandbox:
        ours = {f: _told(f, sandbox, chosen.budget) for f in functions}
        memory = [f for f in labelled(*MEMORY) if chosen.only in f.name]
        memories = {f: _told(f, sandbox, chosen.budget) for f in memory}
    columns = {"time": ours}
    if chosen.peer:
        answers = {f: _peer(chosen.peer, f) for f in functions}
        columns["big_O"] = answers
        print(f"big_O gave no answer for {sum(not a for a in answers.values())}")
    else:
        print("big_O is left out: no --peer PYTHON that has it was named")
    for title, answers in columns.items():
        _table(title, answers)
    _table("memory", memories)
    print(f"\n{time.monotonic() - began:.0f} s in all, {chosen.budget:g} CPU seconds a function")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.growth")
    parser.add_argument("--budget", type=float, default=3.0, help="CPU seconds a function")
    parser.add_argument("--peer", help="a Python that has big_O")
    parser.add_argument("--only", default="", help="functions whose name holds this")
    return parser.parse_args()


def _told(function: Labelled, sandbox: Sandbox, budget: float) -> str:
    """Measure one function; print it when it is wrong; return the class."""
    measure = memory_class if function.kind in MEMORY else time_class
    found = measure(function, sandbox, budget)
    if found is None:
        print(f"  {function.kind}.{function.name}: {function.label}, too few sizes", flush=True)
        return ""
    if not right(function.label, found):
        also = ", ".join(found.also) or "nothing else"
        slope = f", slope {found.slope.value:.2f} +- {found.slope.error:.2f}" if found.slope else ""
        by = "off by a power" if off_by_a_power(function.label, found) else "wrong"
        print(
            f"  {by}: {function.kind}.{function.name} is {function.label}, was called "
            f"{found.measured} (also {also}){slope}",
            flush=True,
        )
    return found.measured


def _peer(python: str, function: Labelled) -> str:
    """Ask big_O in a process of its own, on inputs from the same sizes; empty when it fails."""
    largest = SIZES.get(function.kind, (1, 400_000))[1]
    command = [python, str(PEER), function.kind, function.name, str(largest)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PEER_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return ""
    if done.returncode:
        sys.exit(f"{python} cannot ask big_O: {done.stderr[-400:]}")
    return done.stdout.strip()


def _table(title: str, answers: dict[Labelled, str]) -> None:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for function, answer in answers.items():
        counts[coarse(function.label)][coarse(answer) != coarse(function.label)] += 1
    print(f"\n| {title} | right | wrong |\n|---|---|---|")
    for name in COARSE:
        if name in counts:
            print(f"| {name} | {counts[name][0]} | {counts[name][1]} |")
    good = sum(right for right, _ in counts.values())
    print(
        f"| all {len(answers)} | {good} ({good / max(len(answers), 1):.1%}) | "
        f"{len(answers) - good} |"
    )


if __name__ == "__main__":
    main()
