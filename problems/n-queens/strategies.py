"""Inputs of `n-queens`: there are nine. It has no `sized`, since those of a size cannot differ."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

LARGEST = 9
#: Of the nine, one is left to be drawn: the others are samples, edges and the largest two.
MOST_INPUTS = 1


def edges() -> Iterator[Arguments]:
    """Yield the small boards, those without an answer among them."""
    yield from ({"n": n} for n in (2, 3, 1, 5, 6, 4))


def generated() -> st.SearchStrategy[Arguments]:
    """Draw any size but the largest two."""
    return st.integers(1, LARGEST - 2).map(lambda n: {"n": n})


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield the largest two boards."""
    yield from ((n, {"n": n}) for n in (LARGEST - 1, LARGEST))


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"n"}:
        return "the argument must be exactly n"
    if type(arguments["n"]) is not int or not 1 <= arguments["n"] <= LARGEST:
        return f"n must be an integer from 1 to {LARGEST}"
    return None
