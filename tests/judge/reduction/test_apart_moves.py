"""Values that are shown equal must be: elsewhere what is found is told apart."""

from collections.abc import Callable

import pytest

from judge.reduction.reducer import reduce_input
from judge.values.interface import Interface, Method, Parameter, Shape
from tests.judge.reduction.interfaces import (
    KTH,
    LRU,
    TEXT,
    Arguments,
    function,
    kth_fault,
    lru_fault,
    moves,
)


@pytest.mark.parametrize(
    ("start", "fails", "shown"),
    [
        pytest.param([7, 7, 7, 7], lambda n: len(n) > 2, [1, 2, 3], id="any three"),
        pytest.param([7, 7, 7], lambda n: len(n) > len(set(n)), [1, 1], id="two equal"),
        pytest.param([0, 0], lambda n: len(n) > 1 and not n[0], [0, 1], id="a zero first"),
        pytest.param(
            [5, 5, 5], lambda n: len(n) > 2 and n == sorted(n), [1, 2, 3], id="in their order"
        ),
        pytest.param(
            [5, 5, 5, 5], lambda n: len(n) > 3 and n[0] == n[3], [1, 2, 3, 1], id="ends alike"
        ),
        pytest.param([-8, -8], lambda n: max(n) < 0 < len(n) - 1, [-1, -2], id="negative"),
        pytest.param([0, 0], lambda n: len(n) > 1 and not any(n), [0, 0], id="zeros alone"),
    ],
)
def test_what_is_equal_in_a_list_must_be(
    start: list[int], fails: Callable[[list[int]], bool], shown: list[int]
) -> None:
    """Equal values would say that the failure needs them."""
    found = reduce_input(moves(KTH), kth_fault, {"nums": start, "k": 1}, lambda a: fails(a["nums"]))
    assert found.arguments["nums"] == shown
    assert found.minimal


@pytest.mark.parametrize(
    ("start", "fails", "shown"),
    [
        pytest.param("zzzzz", lambda s: len(s) > 4, "abcde", id="any five"),
        pytest.param("zzzzz", lambda s: len(s) > len(set(s)), "aa", id="two equal"),
        pytest.param("ZZZ", lambda s: s.isupper() and len(s) > 2, "ABC", id="upper case"),
        pytest.param("777", lambda s: s.isdigit() and len(s) > 2, "012", id="digits"),
        pytest.param("zxz", lambda s: s[:1] == s[-1:] and len(s) > 2, "aba", id="ends alike"),
        pytest.param("  ", lambda s: s.isspace() and len(s) > 1, "  ", id="no letters"),
    ],
)
def test_what_is_equal_in_a_text_must_be(
    start: str, fails: Callable[[str], bool], shown: str
) -> None:
    """Letters give way to letters, digits to digits."""
    found = reduce_input(moves(TEXT), lambda _: None, {"s": start}, lambda a: fails(a["s"]))
    assert found.arguments == {"s": shown}


def test_what_calls_are_given_differs_where_it_can() -> None:
    """The values put are told apart, as times and names are; keys that must be equal stay so."""
    start = {
        "calls": ["LRUCache", "put", "put", "put", "get"],
        "arguments": [[9], [4, 8], [4, 8], [7, 8], [7]],
    }

    def fails(arguments: Arguments) -> bool:
        puts = [g for c, g in zip(*arguments.values(), strict=True) if c == "put"]
        gets = [g for c, g in zip(*arguments.values(), strict=True) if c == "get"]
        keys = [key for key, _ in puts]
        if arguments["calls"][-1] != "get":
            return False
        return len(puts) > 2 and keys[0] == keys[1] and [keys[2]] in gets

    found = reduce_input(moves(LRU), lru_fault, start, fails)
    assert found.arguments["arguments"] == [[1], [1, 1], [1, 2], [2, 3], [2]]


NAMED = Interface(
    "class",
    ("Names",),
    (),
    methods=(Method("add", (Parameter("name", "str"), Parameter("all", "list[str]")), "None"),),
)


def test_texts_that_calls_are_given_differ_too() -> None:
    """Names of calls, and those of a list."""
    start = {"calls": ["Names", "add", "add"], "arguments": [[], ["z", ["y", "y"]], ["z", []]]}

    def fails(arguments: Arguments) -> bool:
        added = arguments["arguments"][1:]
        texts = [text for name, names in added for text in (name, *names)]
        return len(added) > 1 < len(added[0][1]) and all(texts)

    found = reduce_input(moves(NAMED), lambda _: None, start, fails)
    assert found.arguments["arguments"] == [[], ["a", ["a", "b"]], ["b", []]]


SHOP = Interface(
    "class",
    ("Shop",),
    (),
    methods=(
        Method("sell", (Parameter("order", "str"), Parameter("sku", "str")), "None"),
        Method("left", (Parameter("sku", "str"),), "int"),
    ),
)


def test_texts_of_two_parameters_differ_where_they_can() -> None:
    """An order and a SKU of one name say that the failure needs it; one SKU stays one."""
    start = {"calls": ["Shop", "sell", "left"], "arguments": [[], ["z", "z"], ["z"]]}

    def fails(arguments: Arguments) -> bool:
        calls = dict(zip(arguments["calls"], arguments["arguments"], strict=True))
        return [*calls] == ["Shop", "sell", "left"] and calls["sell"][1:] == calls["left"] != [""]

    def alike(arguments: Arguments) -> bool:
        return (
            fails(arguments) and len({text for one in arguments["arguments"] for text in one}) == 1
        )

    found = reduce_input(moves(SHOP), lambda _: None, start, fails)
    assert found.arguments["arguments"][1:] == [["", "a"], ["a"]]
    found = reduce_input(
        moves(SHOP), lambda a: None if all(map(all, a["arguments"])) else "", start, fails
    )
    assert found.arguments["arguments"][1:] == [["a", "b"], ["b"]]
    found = reduce_input(moves(SHOP), lambda _: None, start, alike)
    assert found.arguments["arguments"][1:] == [["a", "a"], ["a"]]


PLANTED = function(Parameter("root", "TreeNode", Shape.TREE))


def test_values_of_a_tree_differ_where_they_can() -> None:
    """The gaps stay gaps."""
    start = {"root": [5, 5, None, 5]}

    def fails(arguments: Arguments) -> bool:
        root = arguments["root"]
        return len(root) == 4 and root[2] is None and root[0] is not None

    found = reduce_input(moves(PLANTED), lambda _: None, start, fails)
    assert found.arguments == {"root": [1, 2, None, 3]}


def test_a_value_that_differs_may_let_others_go() -> None:
    """What is shown stays the smallest that single moves lead to."""

    def fails(arguments: Arguments) -> bool:
        nums = arguments["nums"]
        return len(set(nums)) == 3 or (len(nums) == 4 and nums[0] == nums[1])

    found = reduce_input(moves(KTH), kth_fault, {"nums": [1, 1, 1, 1], "k": 1}, fails)
    assert sorted(found.arguments["nums"]) == [1, 2, 3]
    assert found.minimal
