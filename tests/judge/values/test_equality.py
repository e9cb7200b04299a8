"""Laws of exact equality, on all that the decoder can give."""

import copy
import math
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from judge.values.answers import Foreign, Linked, Node, Tree
from judge.values.equality import MISSING, difference, key
from tests.answers import DECODED, PLAIN


@given(PLAIN)
def test_a_value_equals_its_copy(value: Any) -> None:
    """What was sent twice is the same twice."""
    again = copy.deepcopy(value)
    assert difference(value, again) is None
    assert key(value) == key(again)


@given(DECODED, DECODED)
def test_equality_is_symmetric(one: Any, other: Any) -> None:
    """Which of two values is the expected one does not matter."""
    assert (difference(one, other) is None) == (difference(other, one) is None)


@given(DECODED, DECODED)
def test_no_value_makes_it_raise_and_the_difference_is_real(one: Any, other: Any) -> None:
    """The two values named are never equal in type and content."""
    found = difference(one, other)
    if found is not None:
        assert type(found.expected) is not type(found.actual) or key(found.expected) != key(
            found.actual
        )


@pytest.mark.parametrize("value", [math.nan, [math.nan, 1], {"g": (math.nan,)}, [{1: math.nan}]])
def test_a_nan_equals_nothing_itself_included(value: Any) -> None:
    """Python takes two lists that hold the very same NaN for equal."""
    assert difference(value, value) is not None


@given(DECODED, DECODED)
def test_two_values_share_their_key_exactly_when_they_are_equal(one: Any, other: Any) -> None:
    """Comparing in any order may lean on keys alone."""
    assert (difference(one, other) is None) == (key(one) == key(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (True, 1),
        (0, False),
        (1, 1.0),
        ([1], [True]),
        ([1], (1,)),
        ((), []),
        ("1", 1),
        ("a", b"a"),
        ({1}, frozenset({1})),
        ({1: 2}, {True: 2}),
        ({1}, {True}),
        ([[1]], [[1.0]]),
        ({"a": 1}, {"a": 1.0}),
        ([], None),
        ("", None),
        (0, None),
        (Node(1), 1),
        (Node(1), Node(True)),
        (Tree((1,)), Linked((1,))),
        (Tree((1,)), [1]),
        ("é", "e\u0301"),
        (["a", "b"], ["a,s1:b"]),
        ((1, 2), (12,)),
        ([0] * 5, [0] * 4),
        (Foreign("int", ""), 0),
    ],
)
def test_what_only_looks_equal_differs(one: Any, other: Any) -> None:
    """Type counts as much as content, at every depth."""
    assert difference(one, other) is not None
    assert difference(other, one) is not None
    assert key(one) != key(other)


@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: [x], lambda x: {"a": x}, lambda x: {x}])
def test_not_a_number_equals_nothing(wrap: Any) -> None:
    """Not even another one."""
    assert difference(wrap(float("nan")), wrap(float("nan"))) is not None
    assert key(wrap(math.nan)) != key(wrap(math.nan))


@pytest.mark.parametrize(
    ("one", "other"),
    [(0.0, -0.0), ({"a": 1, "b": 2}, {"b": 2, "a": 1}), ([{3, 1}], [{1, 3}]), (2**70, 2**70)],
)
def test_what_is_equal_in_other_clothes_is_equal(one: Any, other: Any) -> None:
    """The order of a dictionary or a set is no content, and the zeros are one number."""
    assert difference(one, other) is None
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other", "path"),
    [
        ([1, [2, 3]], [1, [2, 4]], (1, 1)),
        ([1, 2], [1], (1,)),
        ({"a": [1], "b": [2]}, {"b": [3], "a": [1]}, ("b", 0)),
        ({"a": 1}, {"b": 1}, ()),
        (3, 4, ()),
        ([[], []], [[], [0]], (1, 0)),
    ],
)
def test_the_first_difference_is_named_by_its_path(
    one: Any, other: Any, path: tuple[Any, ...]
) -> None:
    """A person looks there first."""
    found = difference(one, other)
    assert found is not None
    assert found.path == path


def test_an_item_too_few_or_too_many_is_missing_on_the_other_side() -> None:
    """MISSING says which side has it."""
    short, long = difference([1, 2], [1]), difference([1], [1, 2])
    assert short is not None
    assert long is not None
    assert short.actual is MISSING
    assert long.expected is MISSING


def nested(depth: int, leaf: Any) -> Any:
    for _ in range(depth):
        leaf = [leaf]
    return leaf


#: Made when they are used: pytest would write each of them out for a name.
LARGE: dict[str, Callable[[Any, int], Any]] = {
    "flat": lambda last, part: [*range(2_000_000 // part), last],
    "texts": lambda last, part: ["ab"] * (2_000_000 // part) + [str(last)],
    "pairs": lambda last, part: [[i, i] for i in range(300_000 // part)] + [[0, last]],
    "deep": lambda last, part: nested(200, [*range(100_000 // part), last]),
    "deeper": lambda last, part: nested(5_000 // part, last),
    "integer": lambda last, part: 2 ** (400_000 // part) + last,
    "text": lambda last, part: "x" * (16_000_000 // part) + str(last),
    "mapping": lambda last, part: {str(i): i for i in range(200_000 // part)} | {"last": last},
}


# What is not linear takes minutes at the sixth part, too.
@pytest.mark.parametrize("part", [6, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", LARGE)
def test_the_work_is_linear_in_the_largest_answers(name: str, part: int) -> None:
    """An answer of 16 MiB that differs at its very end is told apart in seconds, not minutes."""
    one, same, other = (LARGE[name](last, part) for last in (1, 1, 2))
    before = time.process_time()
    assert difference(one, same) is None
    assert difference(one, other) is not None
    assert time.process_time() - before < 10
