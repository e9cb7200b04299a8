"""Inputs as people type and paste them."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.cli.own_input import read_input
from judge.errors import UsageError

NAMES = ("nums", "k")
WANTED = {"nums": [3, 1, -2], "k": 2}


@pytest.mark.parametrize(
    "text",
    [
        '{"nums": [3, 1, -2], "k": 2}',
        "{'nums': [3, 1, -2], 'k': 2}",
        '{"k": 2, "nums": [3, 1, -2]}',
        "[[3, 1, -2], 2]",
        "([3, 1, -2], 2)",
        "nums = [3, 1, -2], k = 2",
        "k=2,nums=[3,1,-2]",
        "Input: nums = [3,1,-2], k = 2",
        "  nums = [3, 1, -2]\n  k = 2\n",
        "nums = [3, 1, -2],\nk = 2,",
        "nums = [3,\n  1, -2]\n, k = 2",
        "[3,1,-2]\n2",
        "[3,1,-2]\r\n2\r\n",
        "[3, 1, -2], 2",
        "(3, 1, -2), 2",
    ],
)
def test_every_form_that_people_paste_is_read(text: str) -> None:
    """What the judge prints, JSON, Python, and one argument a line."""
    assert read_input(text, NAMES)[0] == WANTED


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("s = 'it\\'s'", "it's"),
        ('"a, b = 1"', "a, b = 1"),
        ('s = "\\ud83d\\ude00"', "\U0001f600"),
        ("s = null", None),
        ("s = [true, false, None, True]", [True, False, None, True]),
        ("s = {'a': (1, 2)}", {"a": [1, 2]}),
        ("s = -1.5", -1.5),
        ("[1, 2]", [1, 2]),
        ("s = [1,null,2,null]", [1, None, 2, None]),
    ],
)
def test_values_are_json_or_python(text: str, value: Any) -> None:
    """Either way of writing nothing, truth and text."""
    assert read_input(text, ["s"])[-1] == {"s": value}


def test_a_list_of_one_may_be_the_value_or_all_arguments() -> None:
    """Both are returned, and the problem's constraints decide."""
    assert read_input("[[1, 2]]", ["nums"]) == [{"nums": [1, 2]}, {"nums": [[1, 2]]}]


@pytest.mark.parametrize(
    "text",
    [
        "LRUCache(2), put(1, 10), get(1)",
        "LRUCache(2)\nput(1, 10)\nget(1)",
        "cache.LRUCache(2), cache.put(1, 10), cache.get(1)",
        '["LRUCache","put","get"]\n[[2],[1,10],[1]]',
        "calls = ['LRUCache', 'put', 'get'], arguments = [[2], [1, 10], [1]]",
    ],
)
def test_calls_are_read_as_they_are_written(text: str) -> None:
    """And as LeetCode's two lines."""
    expected = {"calls": ["LRUCache", "put", "get"], "arguments": [[2], [1, 10], [1]]}
    assert read_input(text, ("calls", "arguments"))[0] == expected


def test_the_example_of_calls_is_calls() -> None:
    """Two lists side by side are what nobody would type."""
    with pytest.raises(UsageError, match=r"it looks like LRUCache\(2\), put\(1, 10\), get\(1\)"):
        read_input("add(1); get()", ("calls", "arguments"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nums = [1], k = two", "'two' is a name; write text in quotes"),
        ("nums = [1], nums = [2], k = 1", "'nums' is named twice"),
        ('{"nums": [1], "nums": [2], "k": 1}', "'nums' is named twice"),
        ("nums = [1]", "must give each argument once: nums = ..., k = ..."),
        ("[1], 2, 3", "must give each argument once"),
        ("nums = [1], 2", "cannot be read"),
        ("nums = [0, ..., 9], k = 1", "left out"),
        ("nums = [0, ... 5 more ..., 9], k = 1", "cannot be read"),
        ("nums = {1, 2}, k = 1", "a set has no order"),
        ("nums = [1][0], k = 1", r"'\[1\]\[0\]' is no plain value"),
        ("**{'nums': [1], 'k': 2}", "each argument once"),
        ("nums = [NaN], k = 1", "'NaN' is a name"),
        ("[[NaN], 1]", "NaN is no JSON"),
        ("nums = [b'x'], k = 1", "is no plain value"),
        ("nums = {1: 2}, k = 1", "keys of an object are texts"),
        ("[1]\n{", "cannot be read"),
        ("nums = \0", "null"),
        ("", "cannot be read|each argument"),
        ("nums = " + "9" * 5_000 + ", k = 1", "digits"),
        ("nums = " + "[" * 500 + ", k = 1", "cannot be read"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, words: str) -> None:
    """With an example, and never with a traceback."""
    with pytest.raises(UsageError, match=words):
        read_input(text, NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "nums = __import__('os').system('touch hacked'), k = 1",
        "1) + open('hacked', 'w') + (2",
        "nums = [x for x in [1]], k = (lambda: 1)()",
        "nums = f'{open(1)}', k = 1",
        "nums = 10 ** 10 ** 10, k = 1",
    ],
)
def test_nothing_is_evaluated(text: str) -> None:
    """An input is read, and not run."""
    with pytest.raises(UsageError):
        read_input(text, NAMES)


FLOATS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | FLOATS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(VALUES, VALUES)
def test_what_is_written_is_read(one: Any, other: Any) -> None:
    """In JSON by name, by JSON lines, and as the judge prints it in Python's words."""
    wanted = {"nums": one, "k": other}
    assert read_input(json.dumps(wanted), NAMES)[0] == wanted
    assert read_input(f"nums = {one!r}, k = {other!r}", NAMES)[0] == wanted
    assert read_input(f"{json.dumps(one)}\n{json.dumps(other)}", NAMES)[0] == wanted


@given(st.text(alphabet="[](){}=,.:'\"\\ \n\t*_-nk19\x00\ud800é"))
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    """It is an input or a mistake with words."""
    with contextlib.suppress(UsageError):
        assert read_input(text, NAMES)
