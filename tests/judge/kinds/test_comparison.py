"""Right is right and wrong is wrong: laws of equality, exact types, bounded work."""

import copy
import math
import random
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.values.answers import Foreign
from judge.values.interface import Shape
from judge.values.json_form import to_json
from tests.answers import DECODED, check_answer, message, problem, unasked

RETURNS = (
    "int",
    "str",
    "bool",
    "float",
    "list[int]",
    "list[str]",
    "list[list[int]]",
    "str | None",
    "list[tuple[str, int]]",
    "dict[str, int]",
    "TreeNode",
)


@given(st.sampled_from(RETURNS), st.sampled_from(["equal", "any-order"]), st.data())
def test_no_answer_makes_checking_raise(returns: str, checker: str, data: st.DataObject) -> None:
    """Whatever the decoder lets through gets a verdict and a message of bounded length."""
    expected, value = to_json(data.draw(DECODED)), data.draw(DECODED)
    for shape in Shape:
        check = check_answer(
            problem(returns, checker=checker, shape=shape), unasked, expected, value
        )
        assert check.passed == (check.message == "")
        assert len(check.message) < 1000


PLAIN_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=2)
    ),
    max_leaves=8,
)


@given(PLAIN_JSON, st.sampled_from(["equal", "any-order"]))
def test_the_references_own_answer_is_right(answer: Any, checker: str) -> None:
    """Under either checker."""
    assert check_answer(
        problem("Any", checker=checker), unasked, answer, copy.deepcopy(answer)
    ).passed


@given(PLAIN_JSON, PLAIN_JSON)
def test_equality_does_not_ask_which_side_is_expected(one: Any, other: Any) -> None:
    asked = problem("Any")
    forth = check_answer(asked, unasked, one, other)
    assert forth.passed == check_answer(asked, unasked, other, one).passed


ITEMS = st.lists(
    st.sampled_from(
        [0, 1, True, 1.0, None, "a", "b", "ab", [1], [True], [1, 2], [2, 1], [[1]], {"a": 1}]
    ),
    max_size=6,
)


@given(ITEMS, st.randoms(use_true_random=False))
def test_any_order_takes_every_order(items: list[Any], chance: random.Random) -> None:
    """Of items of any kind, also of such as have no hash."""
    shuffled = chance.sample(items, len(items))
    assert message(items, copy.deepcopy(shuffled), "list", checker="any-order") == ""


@given(ITEMS, ITEMS)
def test_any_order_is_exact_in_type_content_and_count(one: list[Any], other: list[Any]) -> None:
    """It agrees with pairing the items off one by one."""
    right = message(one, copy.deepcopy(other), "list", checker="any-order") == ""
    left = [(type(item), repr(item)) for item in other]
    for item in one:
        if (type(item), repr(item)) in left:
            left.remove((type(item), repr(item)))
        else:
            left.append((type(None), "missing"))
            break
    assert right == (left == [])


def test_any_order_looks_at_the_whole_of_long_items() -> None:
    """Two long items that differ at their end alone are two items."""
    one, other = ["x" * 5000 + "a", [0] * 5000 + [1]], [[0] * 5000 + [2], "x" * 5000 + "b"]
    assert "does not belong" in message(one, other, "list", checker="any-order")
    assert message(one, one[::-1], "list", checker="any-order") == ""


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ([], [math.nan]),
        (["a"], ["a", math.nan]),
        (["a", "b"], ["a", math.nan]),
        ([["a"]], [["a"], [math.nan]]),
        (["a"], ["a", [math.nan]]),
        (["a"], [math.nan]),
    ],
)
def test_any_order_takes_no_nan(expected: list[Any], actual: list[Any]) -> None:
    """It is equal to nothing, itself included, and so no count of items may lose it."""
    assert message(expected, actual, "list", checker="any-order") != ""


@pytest.mark.parametrize(
    ("returns", "expected", "right"),
    [
        ("int", 3, 3),
        ("list[tuple[str, int]]", [["a", 1]], [("a", 1)]),
        ("tuple", [1, 2], (1, 2)),
        ("dict[int, str]", {"dict": [[1, "a"]]}, {1: "a"}),
        ("dict[int, str]", {"1": "a"}, {1: "a"}),
        ("set[int]", {"set": [1, 2]}, {2, 1}),
        ("float", 2.0, 2.0),
        ("str | None", None, None),
        ("dict[str, int]", {"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ("list[float]", [0.0], [-0.0]),
        ("int", 2**5000, 2**5000),
    ],
)
def test_what_json_cannot_say_is_read_by_the_declared_type(
    returns: str, expected: Any, right: Any
) -> None:
    """The expected answer is stored as JSON; the declared type tells a tuple from a list."""
    assert message(expected, right, returns) == ""


@pytest.mark.parametrize(
    ("returns", "expected", "wrong"),
    [
        ("list[tuple[str, int]]", [["a", 1]], [["a", 1]]),
        ("dict[int, str]", {"1": "a"}, {"1": "a"}),
        ("int", 1, True),
        ("bool", True, 1),
        ("int", 1, 1.0),
        ("float", 1.0, 1),
        ("list[int]", [1], (1,)),
        ("list[int]", [1], [True]),
        ("str", "a", b"a"),
        ("float", 1.0, float("nan")),
        ("set[int]", [1], frozenset({1})),
        ("dict[str, int]", {"a": 1}, {"a": True}),
        ("int", 0, None),
        ("list[int]", [], None),
        ("list[int]", [1], Foreign("list", "a subclass")),
    ],
)
def test_equality_is_exact_in_type(returns: str, expected: Any, wrong: Any) -> None:
    """`True` is not 1, 5.0 is not 5, a list is not a tuple."""
    assert message(expected, wrong, returns) != ""
    assert message(expected, wrong, returns, checker="any-order") != ""


COLLIDING = 2**61 - 1  #: integers that are multiples of this one all have the hash 0


@pytest.mark.parametrize("checker", ["equal", "any-order"])
@pytest.mark.parametrize(
    ("expected", "value"),
    [
        pytest.param(lambda: [*range(400_000)], lambda: [*range(399_999), 7], id="last"),
        pytest.param(lambda: [*range(400_000)], lambda: [*range(399_999, -1, -1)], id="reversed"),
        pytest.param(lambda: ["a"], lambda: ["x"] * 4_000_000, id="long"),
        pytest.param(
            lambda: [*range(60_000)], lambda: [i * COLLIDING for i in range(60_000)], id="colliding"
        ),
        pytest.param(
            lambda: [[i] for i in range(60_000)],
            lambda: [[i * COLLIDING] for i in range(60_000)],
            id="colliding lists",
        ),
        pytest.param(lambda: "x" * 10**7, lambda: "x" * (10**7 - 1) + "y", id="text"),
        pytest.param(lambda: 1, lambda: 2**400_000, id="integer"),
        pytest.param(lambda: [[1]], lambda: [[[]] * 1_000_000], id="many lists"),
        pytest.param(lambda: [1], lambda: [{"a": 1}] * 300_000, id="mappings"),
    ],
)
def test_the_work_is_bounded_on_the_largest_answers(
    expected: Any, value: Any, checker: str
) -> None:
    """Sixteen MiB of answer, chosen to hurt, are judged in seconds."""
    asked, wanted, given = problem("Any", checker=checker), expected(), value()
    before = time.process_time()
    check = check_answer(asked, unasked, wanted, given)
    assert time.process_time() - before < 8
    assert len(check.message) < 1000
