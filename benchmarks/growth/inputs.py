"""Inputs of any size for the labelled functions. Imports nothing: the peer has its own Python."""

import random
from collections.abc import Callable
from typing import Any

ALIKE = "abcdefghijklmnopqrstuvwxyz"

Sized = Callable[[int, random.Random], dict[str, Any]]


def _ints(n: int, chance: random.Random) -> list[int]:
    return [chance.randrange(10 * n + 10) for _ in range(n)]


INPUTS: dict[str, Sized] = {
    "ints": lambda n, chance: {"a": _ints(n, chance)},
    "memory": lambda n, chance: {"a": _ints(n, chance)},
    "deep": lambda n, chance: {"a": _ints(n, chance)},
    "ordered": lambda n, chance: {"a": sorted(_ints(n, chance))},
    "number": lambda n, chance: {"n": n},  # noqa: ARG005 - a number has no other of its size
    "text": lambda n, chance: {"s": "".join(chance.choices(ALIKE, k=n))},
    "pair": lambda n, chance: {"a": _ints(n, chance), "b": _ints(n, chance)},
    "grid": lambda n, chance: {"g": [_ints(n, chance) for _ in range(n)]},
    "graph": lambda n, chance: {
        "n": n,
        "edges": [[chance.randrange(n), chance.randrange(n)] for _ in range(2 * n)],
    },
}
SIZES = {"deep": (1, 20_000), "grid": (2, 1_000), "graph": (2, 100_000), "pair": (1, 200_000)}
#: A plain walk over the input: what a package's reference is to its submissions.
WALKS = {
    "ints": "n",
    "memory": "n",
    "deep": "n",
    "ordered": "n",
    "text": "n",
    "pair": "n",
    "number": "n",
    "grid": "n^2",
    "graph": "n",
}
