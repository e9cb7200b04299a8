"""Lists of integers: what makes one valid."""

from typing import Any


def why_no_integers(
    name: str, found: Any, sizes: tuple[int, int], values: tuple[int, int]
) -> str | None:
    """Return why this is no list of so many integers from and to there, or None."""
    if not isinstance(found, list) or not sizes[0] <= len(found) <= sizes[1]:
        return f"{name} must be a list of {sizes[0]} to {sizes[1]} integers"
    if any(type(one) is not int or not values[0] <= one <= values[1] for one in found):
        return f"{name} must hold integers from {values[0]} to {values[1]}"
    return None
