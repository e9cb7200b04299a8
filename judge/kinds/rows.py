"""Compare the rows of an answer with those that are expected, and say how they differ."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from judge.values import difference, show

Row = list[Any]


def rows_message(expected: list[Row], actual: list[Row], *, ordered: bool) -> str | None:
    """Return what is wrong with rows, or None: equal in type and value, in order if that counts."""
    if difference(expected, actual) is None:
        return None
    if ordered:
        return _first_difference(expected, actual)
    wanted, given = Counter(map(_key, expected)), Counter(map(_key, actual))
    if wanted == given:
        return None
    missing = [row for row in expected if wanted[_key(row)] > given[_key(row)]]
    if missing:
        return f"the row {_shown(missing[0])} is missing{_counts(expected, actual)}"
    extra = [row for row in actual if given[_key(row)] > wanted[_key(row)]]
    return f"the row {_shown(extra[0])} is too much{_counts(expected, actual)}"


def _first_difference(expected: Sequence[Row], actual: Sequence[Row]) -> str:
    for number, (want, got) in enumerate(zip(expected, actual, strict=False), 1):
        if difference(want, got) is None:
            continue
        message = f"row {number}: expected {_shown(want)}, got {_shown(got)}"
        return message + _hint(want, got) + _counts(expected, actual)
    if len(expected) > len(actual):
        return f"row {len(actual) + 1} is missing: {_shown(expected[len(actual)])}" + _counts(
            expected, actual
        )
    return f"row {len(expected) + 1} is too much: {_shown(actual[len(expected)])}" + _counts(
        expected, actual
    )


def _counts(expected: Sequence[Row], actual: Sequence[Row]) -> str:
    if len(expected) == len(actual):
        return ""
    return f" (expected {_rows(len(expected))}, got {len(actual):,})"


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"


def _hint(want: Any, got: Any) -> str:
    """Return what a person cannot see: an equal number of another type, or too many columns."""
    if not isinstance(got, list) or len(got) != len(want):
        return f"; a row has {len(want)} values" if isinstance(want, list) else ""
    for one, other in zip(want, got, strict=True):
        if type(one) is int and type(other) is float and one == other:
            return f"; {other!r} is a REAL: total() and / 1.0 give that, sum() an INTEGER"
        if isinstance(other, str) and str(one) == other and not isinstance(one, str):
            return f"; {show(other)} is a text, not a number"
    return ""


def _key(row: Any) -> str:
    """Return a text that is the same for equal rows only: types count."""
    return repr(row)


def _shown(row: Any) -> str:
    if not isinstance(row, list):
        return show(row, 120)
    return f"({', '.join(show(cell, 60) for cell in row[:20])})"
