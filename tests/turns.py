"""Tests of several workers take turns: one that measures time runs while no other does.

Two files of the checkout that are always there are locked, so nothing is left behind, and two runs
in one checkout take turns as well.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Held shared by each test that runs, and alone by one that wants to be alone.
RUNNING = Path(__file__)
#: Passed by each test that begins. Who waits to be alone keeps it, so that no other begins:
#: flock(2) promises no order, and with several workers there would always be one that runs.
GATE = Path(__file__).with_name("conftest.py")


@contextmanager
def turn(*, alone: bool) -> Iterator[None]:
    """Wait for this test's turn, and hold it."""
    with RUNNING.open("rb") as running:
        with GATE.open("rb") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)
            fcntl.flock(running, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
