"""The classes of growth, and how steep each is. Pure."""

import math
from collections.abc import Iterable, Sequence

#: From the flattest to the steepest. `2^n` is every exponential and what is steeper.
CLASSES = ("1", "log n", "n", "n log n", "n^2", "n^3", "2^n")
#: Classes that a measurement of absolute cost cannot tell apart.
COARSE = {"1": "1", "log n": "1", "n": "n", "n log n": "n"}


def coarse(name: str) -> str:
    """Return the coarse class: constant and logarithmic are one, n and n log n are one."""
    return COARSE.get(name, name)


def a_power_apart(names: Iterable[str]) -> bool:
    """Whether some of the classes are a power of n apart, or more."""
    return len(set(map(coarse, names))) > 1


def in_order(names: Iterable[str]) -> list[str]:
    """Return classes from the flattest to the steepest; names that are none come last."""
    return sorted(names, key=lambda name: CLASSES.index(name) if name in CLASSES else len(CLASSES))


def log_of(name: str, n: float) -> float:
    """Return the natural logarithm of the class's function at n, for n of at least 1."""
    log_n = math.log(max(n, 1.0))
    match name:
        case "1":
            return 0.0
        case "log n":
            return math.log(max(log_n, 0.5))
        case "n":
            return log_n
        case "n log n":
            return log_n + math.log(max(log_n, 0.5))
        case "n^2":
            return 2 * log_n
        case "n^3":
            return 3 * log_n
    return n * math.log(2)


def between(low: str, high: str) -> Sequence[str]:
    """Return the classes from one to another, both included."""
    return CLASSES[CLASSES.index(low) : CLASSES.index(high) + 1]
