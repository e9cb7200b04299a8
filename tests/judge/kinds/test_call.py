"""Calls of a class problem in people's words."""

import pytest

from judge.kinds.calls import call_at, calls_of, returns_of
from judge.values.interface import Interface, Method, Parameter

CACHE = Interface(
    "class",
    ("LRUCache",),
    (Parameter("capacity", "int"),),
    methods=(
        Method("get", (Parameter("key", "int"),), "int"),
        Method("put_all", (Parameter("items", "list[str]"),), "None"),
    ),
)
GIVEN = {
    "calls": ["LRUCache", "putAll", "get", "get"],
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
    assert returns_of(CACHE, GIVEN) == [call.returns for call in calls]
    assert returns_of(CACHE, {"calls": [], "arguments": []}) == []


def test_long_arguments_are_cut() -> None:
    """A message stays a sentence."""
    given = {"calls": ["LRUCache", "put_all"], "arguments": [[1], [["x" * 1000] * 1000]]}
    assert len(str(calls_of(CACHE, given)[1])) < 80
