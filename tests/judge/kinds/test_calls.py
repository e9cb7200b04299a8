"""Class problems: calls in words, and results compared one by one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.kinds.call_sequence import call_at, calls_of, returns_of
from judge.kinds.kind import Check
from judge.values.answers import Foreign, Tree
from judge.values.interface import Interface, Method, Parameter, Shape
from tests.answers import CALLS, DECODED, METHODS, check_answer, problem, unasked

CACHE = Interface(
    "class",
    ("LRUCache",),
    (Parameter("capacity", "int"),),
    methods=(
        Method("get", (Parameter("key", "int"),), "int"),
        Method("put_all", (Parameter("items", "list[str]"),), "None"),
    ),
)


NAMES = ["LRUCache", "putAll", "get", "get"]
GIVEN = {
    "calls": NAMES,
    "arguments": [[2], [["a", "b"]], [-1], [{"result": 2}]],
}


@pytest.mark.parametrize(
    ("index", "text"),
    [
        (0, "call 0, LRUCache(2)"),
        (1, 'call 1, putAll(["a", "b"])'),
        (2, "call 2, get(-1)"),
        (3, "call 3, get(the result of call 2)"),
    ],
)
def test_a_call_is_written_as_people_write_it(index: int, text: str) -> None:
    """The constructor is call 0, so that numbers agree with `{"result": n}`."""
    assert str(calls_of(CACHE, GIVEN)[index]) == text


def test_constructors_and_methods_without_a_result_are_silent() -> None:
    """Names match without regard to case and underscores, as everywhere."""
    assert [call.silent for call in calls_of(CACHE, GIVEN)] == [True, True, False, False]


def test_one_call_and_all_that_is_returned_are_those_of_the_whole() -> None:
    """Asked for alone, they cost less."""
    calls = calls_of(CACHE, GIVEN)
    assert [call_at(CACHE, GIVEN, index) for index in range(len(calls))] == calls
    assert returns_of(CACHE, NAMES) == [call.returns for call in calls]
    assert returns_of(CACHE, []) == []


def test_long_arguments_are_cut() -> None:
    """A message stays a sentence."""
    given = {"calls": ["LRUCache", "put_all"], "arguments": [[1], [["x" * 1000] * 1000]]}
    assert len(str(calls_of(CACHE, given)[1])) < 80


def class_check(expected: Any, value: Any, **how: Any) -> Check:
    return check_answer(problem(methods=METHODS, **how), lambda: CALLS, expected, value)


def test_equal_results_of_calls_are_right_without_a_look_at_the_calls() -> None:
    """Scale cases hold a million calls."""
    assert check_answer(
        problem(methods=METHODS), unasked, [None, None, 1, -1], [None, None, 1, -1]
    ).passed


@pytest.mark.parametrize(
    ("results", "sentence"),
    [
        ([None, None, 1, 5], 'call 3, get("b"): expected -1, got 5'),
        ([None, None, 7, 5], 'call 2, get("a"): expected 1, got 7'),
        (
            [None, None, True, -1],
            (
                'call 2, get("a"): return an int: it gave True, which is a bool; use '
                "int(...) (the value is right, the type is not)"
            ),
        ),
        (
            [None, None, 1, None],
            (
                'call 3, get("b"): it returned None where -1 was expected: no return on '
                "this path, or the result was only made in place"
            ),
        ),
        (
            [None, None, Foreign("generator", ""), -1],
            'call 2, get("a"): it returned a generator; make a list of it: list(...)',
        ),
        ([None, None, 1], "the calls gave no list of 4 results: [None, None, 1]"),
        (Foreign("cyclic list", ""), "it returned a cyclic list, which has no end"),
        (3, "the calls gave no list of 4 results: 3"),
    ],
)
def test_the_first_call_that_differs_is_named(results: Any, sentence: str) -> None:
    """By its place, the constructor being 0, and as people write it."""
    assert class_check([None, None, 1, -1], results).message == sentence


def test_what_a_method_without_a_result_gives_back_is_nobodys_business() -> None:
    """`return self`, or the old value, is a habit that LeetCode does not punish."""
    assert class_check([None, None, 1, -1], [None, True, 1, -1]).passed
    assert class_check([None, None, 1, -1], [None, Foreign("Thing", ""), 1, -1]).passed
    assert not class_check([None, None, 1, -1], [None, True, 1, 1]).passed


def test_an_argument_that_an_earlier_call_gave_is_named_by_that_call() -> None:
    """Its value hangs on the submission."""
    calls = {"calls": ["Thing", "get", "get"], "arguments": [[], ["a"], [{"result": 1}]]}
    check = check_answer(problem(methods=METHODS), lambda: calls, [None, 1, 2], [None, 1, 3])
    assert check.message == "call 2, get(the result of call 1): expected 2, got 3"


PAIRS = (
    Method("pair", (), "tuple[int, str] | list[int | str] | None"),
    Method("only", (), "tuple[int, str]"),
)
ASKED = {"calls": ["Thing", "pair", "pair", "only"], "arguments": [[], [], [], []]}


@pytest.mark.parametrize(
    ("results", "right"),
    [
        ([None, (1, "a"), None, (2, "b")], True),
        ([None, [1, "a"], None, (2, "b")], True),
        ([None, [1, "a"], None, [2, "b"]], False),
        ([None, (1, "a"), (), (2, "b")], False),
        ([None, [1, "b"], None, (2, "b")], False),
        ([None, (True, "a"), None, (2, "b")], False),
        ([None, (1, "a", 0), None, (2, "b")], False),
        ([None, [[1, "a"]], None, (2, "b")], False),
    ],
)
def test_a_pair_may_be_whatever_the_declared_type_allows(results: Any, right: bool) -> None:
    """A tuple or a list where both are declared, and a tuple where it alone is."""
    check = check_answer(
        problem(methods=PAIRS), lambda: ASKED, [None, [1, "a"], None, [2, "b"]], results
    )
    assert check.passed is right, check.message


def test_free_order_holds_within_one_call() -> None:
    """The calls themselves have an order."""
    methods = (Method("all", (), "list[int]"),)
    calls = {"calls": ["Thing", "all", "all"], "arguments": [[], [], []]}
    asked = problem(checker="any-order", methods=methods)
    assert check_answer(asked, lambda: calls, [None, [1, 2], [3]], [None, [2, 1], [3]]).passed
    swapped = check_answer(asked, lambda: calls, [None, [1, 2], [3]], [None, [3], [1, 2]])
    assert swapped.message == "call 1, all(): 3 does not belong in the answer"


@given(st.lists(DECODED, max_size=4) | DECODED)
def test_no_results_of_calls_make_checking_raise(results: Any) -> None:
    """Whatever they are and however many."""
    check = class_check([None, None, 1, -1], results)
    assert check.passed == (check.message == "")


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (Tree((1, None, 2)), ""),
        (Tree((1, 2)), "item [1] is 2: an int where None was expected"),
        ([1, None, 2], "call 1, build(): return the tree itself, not a list"),
        (None, "call 1, build(): the answer is too short: 0 items, expected 3"),
    ],
)
def test_a_method_may_return_a_tree(result: Any, sentence: str) -> None:
    methods = (Method("build", (), "TreeNode", Shape.TREE),)
    calls = {"calls": ["Thing", "build"], "arguments": [[], []]}
    made = problem("None", methods=methods)
    check = check_answer(made, lambda: calls, [None, [1, None, 2]], [None, result])
    assert check.passed == (not sentence)
    assert sentence in check.message
