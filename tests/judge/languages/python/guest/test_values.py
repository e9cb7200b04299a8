import math
from collections import Counter, OrderedDict, defaultdict, namedtuple
from collections.abc import Callable
from enum import IntEnum
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from judge.languages.python.guest import values
from judge.languages.python.guest.nodes import ListNode, TreeNode, chain, plant
from judge.values.answers import Foreign, Linked, Node, Tree
from judge.values.replies import Returned, decode_reply

#: A busy machine is no failure.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def decoded(value: Any, shape: str = "json") -> Any:
    """Encode as inside and decode as outside."""
    reply = decode_reply(b'{"ok":' + values.encode(value, shape) + b"}")
    assert isinstance(reply, Returned), reply
    return reply.value


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(10**700), 10**700)
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec=None, exclude_categories=()))
    | st.binary()
)
KEYS = st.one_of(st.none(), st.integers(), st.text(), st.tuples(st.integers(), st.text()))
ANSWERS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner),
        st.lists(inner).map(tuple),
        st.dictionaries(KEYS, inner),
        st.sets(KEYS),
        st.frozensets(KEYS),
    ),
    max_leaves=30,
)


def same(left: Any, right: Any) -> bool:
    """Equal in content and in every type."""
    if type(left) is not type(right):
        return False
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[k], right[k]) for k in left)
    return bool(left == right) and (not isinstance(left, float) or str(left) == str(right))


@patient
@given(ANSWERS)
def test_every_built_in_value_comes_back_as_it_was(value: Any) -> None:
    """What a submission returns is compared outside in its exact types."""
    assert same(decoded(value), value)


@pytest.mark.parametrize("odd", [(), [], [(1,)], ((1,),), (math.nan,), {1}, b""], ids=repr)
def test_the_tuples_of_a_long_list_come_back_as_tuples(odd: Any) -> None:
    """They are told by their places, unless one of the members needs a tag of its own."""
    value = [*([(1, "a"), None, [2, "b"], True] * 300), odd, (3, 4)]
    found = decoded(value)
    expected = [*value[:-2], decoded(odd), (3, 4)]
    assert repr(found) == repr(expected)
    assert (b'"tuples"' in values.encode(value)) is (odd in ((), []))


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, [1.0, math.inf], -0.0])
def test_special_floats_cross_the_border(value: Any) -> None:
    """NaN and the infinities are tagged, and the sign of zero is kept."""
    assert repr(decoded(value)) == repr(value)


@pytest.mark.parametrize(
    "value", [2**31, -(2**2_001), 7**100_000, [10**5_000]], ids=["32 bits", "2001", "many", "list"]
)
def test_long_integers_cross_the_border_without_decimal_digits(value: Any) -> None:
    """No limit on decimal digits, inside or outside, can turn a right answer into a fault."""
    assert decoded(value) == value


class MyInt(int):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


class MyList(list):  # type: ignore[type-arg]  # as a submission would write it
    def __iter__(self) -> Any:
        return iter([42])


class Colour(IntEnum):
    RED = 1


class Liar:
    """Claims to be a list, is none, and objects to being looked at."""

    @property  # type: ignore[misc]  # that is the lie
    def __class__(self) -> type:
        return list

    def __getattribute__(self, name: str) -> Any:
        if name == "__class__":
            return list
        raise SystemExit


class Meta(type):
    @property
    def __name__(cls) -> str:  # type: ignore[override]  # a metaclass may hide a name
        raise SystemExit


class Nameless(metaclass=Meta):
    pass


Point = namedtuple("Point", "x y")  # noqa: PYI024 - as submissions write it


@pytest.mark.parametrize(
    ("value", "kind", "hint"),
    [
        (MyInt(3), "MyInt", "a subclass of int"),
        (MyList([1]), "MyList", "a subclass of list"),
        (Colour.RED, "Colour", "a subclass of int"),
        (Counter("a"), "Counter", "a subclass of dict"),
        (OrderedDict(), "OrderedDict", "a subclass of dict"),
        (defaultdict(list), "defaultdict", "a subclass of dict"),
        (Point(1, 2), "Point", "a subclass of tuple"),
        ((x for x in [1]), "generator", "make it a list"),
        (map(abs, [1]), "map", "make it a list"),
        (range(3), "range", "make it a list"),
        ({}.keys(), "dict_keys", "make it a list"),
        (iter([1]), "list_iterator", "make it a list"),
        (len, "builtin_function_or_method", "is a call () missing?"),
        (lambda: 1, "function", "is a call () missing?"),
        (1j, "complex", "an object of class complex"),
        (TreeNode(1), "TreeNode", "was its value meant?"),
        (Liar(), "Liar", "an object of class Liar"),
        (Nameless(), "Nameless", "an object of class Nameless"),
        (bytearray(b"x"), "bytearray", "an object of class bytearray"),
        (7**1_000_000, "int", "bits"),
    ],
    ids=lambda value: value if isinstance(value, str) else "_",
)
def test_what_is_no_answer_is_named_with_a_hint(value: Any, kind: str, hint: str) -> None:
    """Subclasses and lazy objects are told by `type(x) is`, and none of their code runs."""
    for place, found in (("alone", decoded(value)), ("inside", decoded([value])[0])):
        assert isinstance(found, Foreign), place
        assert found.type == kind
        assert hint in found.text


def test_a_coroutine_is_named_too() -> None:
    """A call of an async helper without await is told apart from an odd object."""

    async def helper() -> int:
        return 1

    coroutine = helper()
    assert "must not be async" in decoded(coroutine).text
    coroutine.close()


def nested(depth: int, wrap: Callable[[Any], Any]) -> Any:
    """Return one value inside `depth` containers."""
    value: Any = 1
    for _ in range(depth):
        value = wrap(value)
    return value


@pytest.mark.parametrize("wrap", [lambda v: [v], lambda v: (v,), lambda v: {0: v}])
def test_nesting_has_a_bound_that_the_judge_can_read(wrap: Callable[[Any], Any]) -> None:
    """At every depth the answer comes back whole or as a foreign value, never refused."""
    assert decoded(nested(60, wrap)) == nested(60, wrap)
    for depth in [*range(64, 70), *range(98, 104), *range(196, 206)]:
        found = decoded(nested(depth, wrap))
        assert isinstance(found, Foreign) or found == nested(depth, wrap)
    assert "nested more than" in decoded(nested(100_000, wrap)).text


def test_a_cycle_is_named() -> None:
    """A list that contains itself ends the walk instead of running for ever."""
    cyclic: list[Any] = [1]
    cyclic.append(cyclic)
    assert decoded(cyclic).type == "cyclic list"
    pair: dict[str, Any] = {}
    pair["a"] = [pair]
    assert decoded(pair).type == "cyclic dict"


def test_shared_parts_are_written_out_within_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sharing is no cycle; but sharing that doubles forty times is refused in time."""
    shared = [1, 2]
    assert decoded([shared, shared]) == [[1, 2], [1, 2]]
    assert decoded(((1,), shared, shared)) == ((1,), [1, 2], [1, 2])
    monkeypatch.setattr(values, "MAX_NODES", 50_000)
    for wrap in (lambda v: [v, v], lambda v: (v, v)):
        with pytest.raises(values.TooLargeError):
            values.encode(nested(40, wrap))


def test_a_flat_list_may_be_longer_than_a_nested_one() -> None:
    """A list of numbers is bounded only by the bytes of the answer."""
    assert len(decoded([0] * 3_000_000)) == 3_000_000
    with pytest.raises(values.TooLargeError):
        values.encode([0] * 9_000_000)


def test_large_sets_of_numbers_are_only_counted() -> None:
    """The judge must not be made to rebuild a hash table full of collisions."""
    assert decoded(set(range(10_000))) == set(range(10_000))
    assert decoded(set(range(10_001))).text == "a set of 10,001 members, too many to compare"
    assert decoded({i: i for i in range(20_000)}).type == "dict"
    words = {str(i): i for i in range(20_000)}
    assert decoded(words) == words


def test_sets_have_one_wire_form() -> None:
    """The order in which a set happens to lie does not show."""
    assert values.encode({3, 1, 2}) == b'{"t":"set","v":[1,2,3]}'
    assert values.encode({"b", None, (1, 2)}) == values.encode({(1, 2), None, "b"})


def test_nodes_are_encoded_by_value() -> None:
    """A copy of a node is as good as the node; what is no node at all goes as it is."""
    assert decoded(TreeNode(5), "node") == Node(5)
    assert decoded(ListNode([1]), "node") == Node([1])
    assert decoded(Point(1, 2), "node").type == "Point"
    assert decoded(5, "node") == 5
    assert decoded(None, "node") is None


@patient
@given(st.lists(st.none() | st.integers(), max_size=30))
def test_trees_come_back_in_level_order(listed: list[int | None]) -> None:
    """A tree that was built from a level order is encoded as that level order."""
    nodes = plant(listed, TreeNode)
    tree = decoded(nodes[0] if nodes else None, "tree")
    again = plant(list(tree.values), TreeNode)
    assert decoded(again[0] if again else None, "tree") == tree
    assert tree == Tree(()) or tree.values[-1] is not None


@patient
@given(st.lists(st.integers()))
def test_linked_lists_come_back(listed: list[int]) -> None:
    """A linked list is a list on the wire, both ways."""
    assert decoded(chain(listed, ListNode), "linked-list") == Linked(tuple(listed))


def test_knots_in_trees_and_lists_are_named() -> None:
    """A cycle of nodes is WA with its name, not an endless walk."""
    ring = ListNode(1)
    ring.next = ring
    assert decoded(ring, "linked-list").type == "cyclic linked list"
    root = TreeNode(1)
    root.left = root.right = TreeNode(2)
    assert decoded(root, "tree").type == "cyclic tree"
    assert decoded([1, 2], "tree") == [1, 2]
    assert decoded((1, 2), "linked-list") == (1, 2)


@pytest.mark.parametrize("lead", [0, 1, 5, 40])
@pytest.mark.parametrize("around", [1, 2, 7, 64])
def test_a_cycle_is_found_wherever_it_begins(lead: int, around: int) -> None:
    """Before it, a list may go straight on; a tree may be larger than what is looked at at once."""
    nodes = [ListNode(value) for value in range(lead + around)]
    for node, following in pairwise(nodes):
        node.next = following
    nodes[-1].next = nodes[lead]
    assert decoded(nodes[0], "linked-list").type == "cyclic linked list"
    tree = plant(list(range(values.STRIDE + lead + 2)), TreeNode)
    tree[-1].right = tree[-1 - around]
    assert decoded(tree[0], "tree").type == "cyclic tree"


@pytest.mark.parametrize(
    ("shape", "places", "make"),
    [
        ("tree", 3, lambda held: plant(held, TreeNode)[0]),
        ("linked-list", 2, lambda held: chain(held, ListNode)),
    ],
)
def test_nodes_are_counted_as_values(
    shape: str,
    places: int,
    make: Callable[[list[int]], Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The judge would build that many, and reads no more."""
    monkeypatch.setattr(values, "MAX_NODES", 30)
    most = 30 // places
    values.encode(make([1] * most), shape)
    with pytest.raises(values.TooLargeError):
        values.encode(make([1] * (most + 1)), shape)


def test_what_nodes_hold_is_encoded_as_anywhere() -> None:
    """Long integers, tuples, other kinds of numbers: among short integers too."""
    held = [1, 10**5_000, (2, 3), math.inf, True, "a", -(2**63), [None]]
    assert decoded(chain(held, ListNode), "linked-list") == Linked(tuple(held))
    assert decoded(plant(held, TreeNode)[0], "tree") == Tree(tuple(held))


def test_limits_that_the_submission_set_are_left_as_they_were() -> None:
    """Encoding under the runner's own limits does not change those of the next call."""
    import sys  # noqa: PLC0415 - for this one test

    limits = sys.getrecursionlimit(), sys.get_int_max_str_digits()
    values.encode([(1, 2)])
    assert (sys.getrecursionlimit(), sys.get_int_max_str_digits()) == limits


def test_a_view_of_a_dictionary_is_a_list_where_the_package_is_loose() -> None:
    """At every depth, of every dictionary of Python's own; elsewhere it is only named."""
    groups = defaultdict(list, {"a": [1], "b": [2]})
    ordered = OrderedDict(x=(1, 2))
    answers = [groups.values(), [groups.keys(), groups.items()], Counter("ab").keys()]
    wanted = [[[1], [2]], [["a", "b"], [("a", [1]), ("b", [2])]], ["a", "b"]]
    answers += [ordered.values(), ordered.keys(), {}.values()]
    wanted += [[(1, 2)], ["x"], []]
    for answer, want in zip(answers, wanted, strict=True):
        reply = decode_reply(b'{"ok":' + values.encode(answer, views=True) + b"}")
        assert isinstance(reply, Returned)
        assert reply.value == want
    named = decoded(groups.values())
    assert isinstance(named, Foreign)
    assert named.type == "dict_values"
    odd = decode_reply(b'{"ok":' + values.encode(iter([]), views=True) + b"}")
    assert isinstance(odd, Returned)
    assert isinstance(odd.value, Foreign)
