"""What stands for a declared type where a package says `loose = true`."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.values.loose import all_as_declared, as_declared, settled
from judge.values.mismatches import mismatch
from judge.values.types import parse_type


@pytest.mark.parametrize(
    ("declared", "value", "read"),
    [
        ("list[int]", (1, 2), [1, 2]),
        ("list[int]", None, []),
        ("list[list[int]]", ((1,), [2], ()), [[1], [2], []]),
        ("list[list[int]]", [[1], None], [[1], []]),
        ("list[tuple[str, list[int]]]", ((("a"), (1,)),), [("a", [1])]),
        ("float", 2, 2.0),
        ("list[float]", (1, 2.5), [1.0, 2.5]),
        ("bool", 1, True),
        ("bool", 0, False),
        ("list[bool]", [1, False], [True, False]),
        ("dict[str, list[int]]", {"a": (1,)}, {"a": [1]}),
        ("list[int] | None", None, None),
        ("list[int] | None", (1,), [1]),
    ],
)
def test_a_habit_stands_for_the_declared_type(declared: str, value: Any, read: Any) -> None:
    found = as_declared(parse_type(declared), value)
    assert found == read
    assert mismatch(parse_type(declared), found) is None


@pytest.mark.parametrize(
    ("declared", "value"),
    [
        ("int", True),
        ("int", 2.0),
        ("list[int]", {1, 2}),
        ("list[int]", "12"),
        ("list[int]", [True]),
        ("bool", 2),
        ("bool", 1.0),
        ("float", True),
        ("float", 10**400),
        ("str", 1),
        ("tuple[int, int]", [1, 2]),
        ("list[list[int]]", [{1}]),
    ],
)
def test_a_mistake_stays_one(declared: str, value: Any) -> None:
    found = as_declared(parse_type(declared), value)
    assert found == value
    assert type(found) is type(value)
    assert mismatch(parse_type(declared), found) is not None


def test_what_matches_is_not_copied() -> None:
    """Large answers of the declared type cost one look."""
    value = [[1, 2], [3]]
    assert as_declared(parse_type("list[list[int]]"), value) is value
    assert all_as_declared(["None", "bool", "list[int]"], [None, 1, (2,)]) == [None, True, [2]]


@given(st.recursive(st.none() | st.integers() | st.booleans() | st.floats(), st.lists))
def test_nothing_is_read_twice(value: Any) -> None:
    """What was read once stays as it is."""
    declared = parse_type("list[list[float]]")
    once = as_declared(declared, value)
    assert repr(as_declared(declared, once)) == repr(once)


def test_close_floats_are_equal_and_no_others() -> None:
    assert settled([0.5, (1.0, 2)], [0.500001, (1.000009, 2)]) == [0.5, (1.0, 2)]
    assert settled(0.5, 0.50002) == 0.50002
    assert settled([1.0], [1.0, 2.0]) == [1.0, 2.0]
    assert settled(1.0, True) is True
    assert settled(math.inf, -math.inf) == -math.inf
    assert math.isnan(settled(1.0, math.nan))
