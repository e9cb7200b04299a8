"""Replies that are right by their bytes: each would pass if it were decoded and compared."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from judge.kinds import kind_of
from judge.languages.python.guest import values
from judge.values.interface import Method, Shape
from judge.values.json_form import json_bytes
from judge.values.replies import Returned, decode_reply
from tests.answers import CALLS, METHODS, check_answer, problem, unasked

#: What may be expected, objects that look like tagged values among them.
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(-2, 2) | st.text("a{[é", max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "t", "v"]), inner, max_size=2)
        | st.tuples(inner, inner).map(lambda pair: {"t": "tuple", "v": list(pair)})
    ),
    max_leaves=6,
)
TOLD = ["int", "str", "bool", "None", "list", "list[int]", "list[list[str]]", "int | None", "Any"]
NOT_TOLD = [
    "float",
    "list[float]",
    "tuple[int, int]",
    "list[tuple[int, str]]",
    "dict[int, int]",
    "set[int]",
]


@given(
    expected=JSON,
    returns=st.sampled_from(TOLD + NOT_TOLD),
    shape=st.sampled_from([Shape.JSON, Shape.NODE, Shape.TREE, Shape.LINKED_LIST]),
    rule=st.sampled_from(["equal", "any-order"]),
    loose=st.booleans(),
)
@example(expected=None, returns="int", shape=Shape.NODE, rule="equal", loose=False)
@example(expected=[], returns="int", shape=Shape.TREE, rule="equal", loose=False)
@example(
    expected={"t": "tuple", "v": [1]}, returns="Any", shape=Shape.JSON, rule="equal", loose=True
)
@example(
    expected=[{"t": "set", "v": []}], returns="int", shape=Shape.TREE, rule="equal", loose=True
)
def test_a_reply_that_is_right_by_its_bytes_passes_when_it_is_compared(
    expected: Any, returns: str, shape: Shape, rule: str, *, loose: bool
) -> None:
    """Whatever is expected, and whatever type is declared."""
    asked = problem(returns, checker=rule, shape=shape, loose=loose)
    reply = kind_of(asked.interface).right_replies(asked.interface)(json_bytes(expected))
    if reply is None:
        return
    decoded = decode_reply(reply)
    assert isinstance(decoded, Returned)
    assert check_answer(asked, unasked, expected, decoded.value).passed


@given(st.lists(st.integers(-2, 2) | st.none(), min_size=3, max_size=3))
def test_results_that_are_right_by_their_bytes_pass_when_they_are_compared(tail: list[Any]) -> None:
    """Of a class whose methods return what JSON tells."""
    asked = problem(methods=METHODS)
    expected = [None, *tail]
    reply = kind_of(asked.interface).right_replies(asked.interface)(json_bytes(expected))
    assert reply is not None
    decoded = decode_reply(reply)
    assert isinstance(decoded, Returned)
    assert check_answer(asked, lambda: CALLS, expected, decoded.value).passed


@pytest.mark.parametrize("returns", TOLD)
@pytest.mark.parametrize("value", [None, True, -7, 'a["\\', [[1, "b"], []]])
def test_what_the_guest_sends_of_a_plain_answer_is_such_a_reply(returns: str, value: Any) -> None:
    """Else nobody would ever save the decoding."""
    asked = problem(returns)
    reply = kind_of(asked.interface).right_replies(asked.interface)(json_bytes(value))
    assert reply == b'{"ok":' + values.encode(value) + b"}"


def test_what_the_guest_sends_of_structures_is_such_a_reply() -> None:
    """Of a node, of a tree and of a linked list."""
    told = {
        Shape.NODE: (3, "node"),
        Shape.TREE: ([1, None], "tree"),
        Shape.LINKED_LIST: ([1], "linked"),
    }
    for shape, (expected, tag) in told.items():
        asked = problem("TreeNode", shape=shape)
        reply = kind_of(asked.interface).right_replies(asked.interface)(json_bytes(expected))
        assert reply == values.plain({"ok": {"t": tag, "v": expected}})


@pytest.mark.parametrize("returns", NOT_TOLD)
def test_a_type_that_json_does_not_tell_has_none(returns: str) -> None:
    """A list is not a tuple, though their JSON is one."""
    for methods in ((), (*METHODS, Method("top", (), returns))):
        asked = problem(returns, methods=methods)
        replies = kind_of(asked.interface).right_replies(asked.interface)
        assert replies(json.dumps([1, 2]).encode()) is None
