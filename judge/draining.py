"""Runs a generator of steps to its end, for whoever wants what it returns and watches nothing."""

from collections.abc import Callable, Generator
from typing import TypeVar

Step = TypeVar("Step")
Result = TypeVar("Result")


def drained(
    steps: Generator[Step, None, Result], watch: Callable[[Step], object] = lambda _: None
) -> Result:
    """Take every step, show it to `watch`, and return what the generator returns."""
    while True:
        try:
            watch(next(steps))
        except StopIteration as ended:
            result: Result = ended.value
            return result
