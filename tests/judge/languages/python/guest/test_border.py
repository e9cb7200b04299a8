"""Values between a suite of tests and an implementation: what arrives is what was sent."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.languages.python.guest import border
from judge.languages.python.guest.nodes import TreeNode

VALUE: dict[str, Any] = {"name": "value", "shape": "json", "of": None}
TREE: list[dict[str, Any]] = [
    {"name": "root", "shape": "tree", "of": None},
    {"name": "p", "shape": "node", "of": "root"},
]
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.floats(allow_nan=False)
)
KEYS = st.integers() | st.text() | st.tuples(st.booleans())
VALUES = st.recursive(
    SCALARS | st.frozensets(KEYS) | st.sets(KEYS),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(KEYS, inner),
    max_leaves=8,
)


class Node:
    """A node of a test's own."""

    def __init__(self, val: int) -> None:
        self.val = val
        self.left: Node | None = None
        self.right: Node | None = None


def sent(parameters: list[dict[str, Any]], *given: Any) -> tuple[list[Any], Any, Any]:
    """Return arguments as they arrive, and the trees of both ends."""
    payload, ours = border.encode_arguments(parameters, given)
    built, theirs = border.decode_arguments(payload, parameters, TreeNode)
    return built, ours, theirs


@given(VALUES)
def test_values_keep_their_exact_type(value: Any) -> None:
    """On the way there, and back."""
    [there], ours, theirs = sent([VALUE], value)
    back = border.decode_result(border.encode_result(there, theirs), ours)
    for found in (there, back):
        assert repr_of(found) == repr_of(value)


def repr_of(value: Any) -> Any:
    """Return a value so that True differs from 1, and a set does not depend on its order."""
    if isinstance(value, set | frozenset):
        return type(value).__name__, sorted(map(repr, value))
    if isinstance(value, list | tuple):
        return type(value).__name__, [repr_of(one) for one in value]
    if isinstance(value, dict):
        return "dict", [(repr_of(key), repr_of(one)) for key, one in value.items()]
    return type(value).__name__, repr(value)


@pytest.mark.parametrize("kind", [TreeNode, Node])
def test_a_node_that_comes_back_is_the_tests_own(kind: Any) -> None:
    """Also where values repeat, and after the implementation has turned the tree over."""
    root = kind(1)
    root.left, root.right = kind(2), kind(2)
    root.right.left = kind(3)
    (there, p), ours, theirs = sent(TREE, root, root.right)
    assert (there.val, there.left.val, there.right.left.val) == (1, 2, 3)
    assert there.left.left is None
    assert p is there.right
    there.left, there.right = there.right, there.left
    assert border.decode_result(border.encode_result(p, theirs), ours) is root.right


def test_a_copy_comes_back_as_another_object() -> None:
    """So that `is` fails on a right implementation that returns one."""
    root = Node(1)
    root.left = Node(2)
    (there, p), ours, theirs = sent(TREE, root, root.left)
    back = border.decode_result(border.encode_result(TreeNode(p.val), theirs), ours)
    assert type(back) is Node
    assert (back.val, back is root.left) == (2, False)
    assert there.left is p


def test_a_node_outside_the_tree_is_sent_whole() -> None:
    (_, p), _, _ = sent(TREE, TreeNode(1), TreeNode(1, TreeNode(5)))
    assert (p.val, p.left.val) == (1, 5)


@pytest.mark.parametrize(
    "odd", [len, iter([1]), object(), [1, {2: print}], type("S", (str,), {})()]
)
def test_what_is_no_plain_value_is_not_sent(odd: Any) -> None:
    with pytest.raises(TypeError, match="only built-in values"):
        border.encode_arguments([VALUE], [odd])


def test_a_text_that_looks_like_a_tag_is_a_text() -> None:
    text = '{"t":"other","type":"x","text":"y"}'
    assert sent([VALUE], text)[0] == [text]


def test_an_opaque_result_equals_nothing() -> None:
    """A generator is no list, and says so."""
    [there], ours, theirs = sent([VALUE], 1)
    assert there == 1
    back = border.decode_result(border.encode_result(iter([1]), theirs), ours)
    assert back != back  # noqa: PLR0124 - that is what is promised
    assert not back == [1]  # noqa: SIM201 - both operators are its own
    assert "lazy" in repr(back)


def test_a_tree_with_a_node_in_two_places_is_not_sent() -> None:
    root = TreeNode(1)
    root.left = root.right = TreeNode(2)
    with pytest.raises(TypeError, match="two places"):
        border.encode_arguments(TREE, [root, root])
