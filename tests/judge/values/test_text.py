"""Decoded answers as JSON and as one line of text, whatever they are."""

import ast
import json
import re
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.values.answers import Foreign, Linked, Node, Tree
from judge.values.json_form import to_json
from judge.values.text import SHOW_BITS, ordered, show, type_name
from tests.answers import DECODED, SCALARS


@given(DECODED)
def test_every_answer_has_a_json_form(value: Any) -> None:
    """The report is JSON, whatever was returned, and strict JSON at that."""
    text = json.dumps(to_json(value), allow_nan=False)
    assert json.loads(text) == to_json(value)


@given(DECODED, st.integers(4, 300))
def test_shown_text_is_one_bounded_line(value: Any, limit: int) -> None:
    """A message stays a sentence. Escape codes are the terminal's business."""
    text = show(value, limit)
    assert 0 < len(text) <= limit
    assert "\n" not in text
    assert "\r" not in text


@given(st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4), max_leaves=8))
def test_what_json_knows_is_itself(value: Any) -> None:
    """A plain list of plain values is shown as it was returned."""
    if not any(isinstance(leaf, bytes | float) for leaf in leaves(value)):
        assert to_json(value) == value


def leaves(value: Any) -> list[Any]:
    if not isinstance(value, list):
        return [value]
    return [leaf for item in value for leaf in leaves(item)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ((1, (2,)), [1, [2]]),
        ({3, 1, 2}, {"set": [1, 2, 3]}),
        (frozenset({"b", "a"}), {"frozenset": ["a", "b"]}),
        ({"a": (1,)}, {"a": [1]}),
        ({1: 2}, {"dict": [[1, 2]]}),
        (float("nan"), {"float": "nan"}),
        (float("-inf"), {"float": "-inf"}),
        (b"\xff", {"bytes": "\xff"}),
        (Node(3), 3),
        (Tree((1, None, 2)), [1, None, 2]),
        (Linked((1, 2)), [1, 2]),
        (Foreign("generator", "hint"), {"type": "generator", "text": "hint"}),
        (True, True),
        (None, None),
        (2**SHOW_BITS, {"int": "an integer of about 4,215 digits"}),
        (object(), {"type": "object"}),
    ],
)
def test_what_json_does_not_know_names_its_type(value: Any, expected: Any) -> None:
    """The forms that front-ends can read back into words."""
    assert to_json(value) == expected
    assert type(to_json(value)) is type(expected)


def test_integers_that_json_readers_take_stay_integers() -> None:
    """A reference may well answer with hundreds of digits."""
    largest = 2**SHOW_BITS - 1
    assert json.loads(json.dumps(to_json([largest, -largest]))) == [largest, -largest]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a\n\x1b", '"a\\n\\u001b"'),
        ([1, "a", None, True], '[1, "a", None, True]'),
        ((1,), "(1,)"),
        ((), "()"),
        ({2, 1}, "{1, 2}"),
        (set(), "set()"),
        (frozenset({1}), "frozenset({1})"),
        (frozenset(), "frozenset()"),
        ({}, "{}"),
        ({"a": 1}, '{"a": 1}'),
        (Node(5), "node 5"),
        (Tree((1, None)), "[1, None]"),
        (Foreign("map", "x"), "<map>"),
        (2**SHOW_BITS, "an integer of about 4,215 digits"),
        (1.0, "1.0"),
        (float("nan"), "nan"),
        (b"a", "b'a'"),
        ("\ud800", '"\ud800"'),
    ],
)
def test_values_are_shown_as_people_write_them(value: Any, text: str) -> None:
    """In Python's words, strings with their odd characters escaped."""
    assert show(value) == text


def test_what_is_left_out_is_counted() -> None:
    """`...` alone would hide whether it is one more or a million; both ends are there."""
    first, last = "[0, 1, 2, 3, 4, 5, 6, 7", "1496, 1497, 1498, 1499]"
    assert show(list(range(1500))) == f"{first}, ... 1,488 more ..., {last}"
    assert "... 994 more ..." in show({str(i): i for i in range(1000)})
    assert show(set(range(1000))) == "a set of 1,000"
    assert show("ab" * 500, 60).endswith('bab"')
    assert "more characters ... " in show("ab" * 500, 60)
    assert show("x" * 1000, 20) == "1,000 characters"


THOUSAND = 10**999 + 7


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (THOUSAND, f"1{'0' * 25} ... 948 more digits ... {'0' * 25}7"),
        (-THOUSAND, f"-1{'0' * 24} ... 949 more digits ... {'0' * 25}7"),
        ([THOUSAND], f"[1{'0' * 23} ... 952 more digits ... {'0' * 23}7]"),
        ([1, THOUSAND], f"[1, 1{'0' * 4} ... 990 more digits ... {'0' * 4}7]"),
        ([THOUSAND] * 3, "[1,000 digits, 1,000 digits, 1,000 digits]"),
        ([[THOUSAND, 1], [-THOUSAND]], "[[1,000 digits, 1], [1,000 digits]]"),
        ([2**SHOW_BITS] * 3, "[about 4,215 digits, about 4,215 digits, about 4,215 digits]"),
    ],
)
def test_a_long_number_shows_both_ends_or_its_length(value: Any, text: str) -> None:
    """In a list as well as alone: `...` would say nothing of it."""
    assert show(value) == text


def test_of_two_or_three_items_each_is_shown() -> None:
    """`... 1 more ...` would hide the very item that is wrong."""
    assert show(["ab" * 500, "cd" * 450]) == "[1,000 characters, 900 characters]"
    assert show([[7] * 99] * 3).count("[7, ") == 3


@given(
    st.recursive(
        st.integers() | st.integers(10**60, 10**99) | st.text("ab"),
        lambda inner: st.lists(inner, max_size=60),
        max_leaves=200,
    ),
    st.integers(10, 200),
)
def test_a_cut_value_reads_as_a_value(value: Any, limit: int) -> None:
    """No number, text or mark is cut in two, and brackets close at any depth."""
    text = re.sub(r"-?[0-9]+ \.\.\. [0-9,]+ more digits \.\.\. [0-9]+", "0", show(value, limit))
    text = re.sub(r"\.\.\. [0-9,]+ more( characters)? \.\.\.", "0", text)
    text = re.sub(r'("[ab]*") 0 ("[ab]*")', "0", text)
    text = re.sub(r"[0-9,]+ (characters|digits)|\.\.\.", "0", text)
    found = [leaf for leaf in leaves(ast.literal_eval(text)) if leaf != 0]
    assert [leaf for leaf in found if leaf not in leaves(value)] == []


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, "None"),
        (True, "bool"),
        (1, "int"),
        ((), "tuple"),
        (Node(1), "a node"),
        (Foreign("deque", ""), "deque"),
        (Foreign("x" * 999, ""), "x" * 80),
    ],
)
def test_types_have_the_names_that_people_use(value: Any, name: str) -> None:
    """A name that the submission chose is cut."""
    assert type_name(value) == name


@given(st.lists(SCALARS | st.tuples(SCALARS), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_a_set_does_not_hang_on_how_it_was_made(items: list[Any], random: Any) -> None:
    """Two runs of the judge hash texts differently and must print the same."""
    try:
        unique = list({(type(item), item): item for item in items}.values())
    except TypeError:
        return
    mixed = random.sample(unique, len(unique))
    assert list(map(repr, ordered(unique))) == list(map(repr, ordered(mixed)))


def deep_sets(depth: int, width: int) -> frozenset[Any]:
    value: frozenset[Any] = frozenset({0})
    for level in range(depth):
        value = frozenset({value, *range(level, level + width)})
    return value


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(deep_sets(100, 0), id="sets in sets"),
        pytest.param(deep_sets(100, 50), id="wide sets in sets"),
        pytest.param({frozenset({i, frozenset({i})}) for i in range(5_000)}, id="many sets"),
        pytest.param({"x" * i for i in range(3_000)}, id="texts"),
        pytest.param([[[]] * 1000] * 100, id="empty lists"),
    ],
)
def test_the_work_is_bounded(value: Any) -> None:
    """A set in a set in a set must not cost a walk for every level of every level."""
    before = time.process_time()
    show(value)
    show(value, 1000)
    to_json(value)
    assert time.process_time() - before < 5


def test_deep_nesting_is_shown_and_sent() -> None:
    """As deep as the decoder lets anything be."""
    value: Any = 1
    for _ in range(205):
        value = [value]
    assert show(value).startswith("[[[")
    assert json.dumps(to_json(value)) == "[" * 205 + "1" + "]" * 205


def test_keys_without_a_form_in_utf_8_become_pairs() -> None:
    """A report with a lone surrogate as a key would be refused by every serialiser."""
    assert to_json({"\udc00": 1}) == {"dict": [["\udc00", 1]]}
    assert to_json({"\u00e9": 1}) == {"\u00e9": 1}


@pytest.mark.parametrize("width", [1, 2, 3, 12])
def test_deep_values_cost_no_more_than_flat_ones(width: int) -> None:
    """Cutting each level in turn would try every way through a nested value."""
    value: list[Any] = ["x" * 200] * width
    for _ in range(300):
        value = [value] * width
    began = time.process_time()
    for limit in (80, 400, 2_000):
        assert len(show(value, limit)) <= limit
    assert time.process_time() - began < 5  # a generous guard: it takes milliseconds
