from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.cli.render.literals import literal, short_literal

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        (True, "True"),
        (5.0, "5.0"),
        ("it's", '"it\'s"'),
        ([1, [2]], "[1, [2]]"),
        ({"a": [1]}, "{'a': [1]}"),
        ({"set": [1, 2]}, "set({1, 2})"),
        ({"set": []}, "set()"),
        ({"float": "nan"}, "nan"),
        ({"type": "generator", "text": "make a list"}, "<generator: make a list>"),
    ],
)
def test_values_are_written_in_the_words_of_python(value: Any, text: str) -> None:
    """A candidate reads None and True, not null and true."""
    assert literal(value) == text


def test_the_middle_of_a_long_list_is_left_out_and_counted() -> None:
    """A list of 100 items shows its ends."""
    assert short_literal(list(range(100))) == (
        "[0, 1, 2, 3, 4, 5, 6, 7, ... 88 more ..., 96, 97, 98, 99]"
    )


def test_the_middle_of_a_long_string_is_left_out_and_counted() -> None:
    """A string of 1,000 characters shows its ends."""
    text = short_literal("a" * 500 + "b" * 500)
    assert text == f"'{'a' * 30}' ... 940 more characters ... '{'b' * 30}'"


def test_a_long_number_shows_both_ends_wherever_it_stands() -> None:
    """In a list as alone."""
    number = 10**999 + 7
    text = f"1{'0' * 25} ... 948 more digits ... {'0' * 25}7"
    assert short_literal(number) == text
    assert short_literal([1, [number]]) == f"[1, [{text}]]"


def test_nesting_ends() -> None:
    """A value nested deeper than any problem's is cut, not followed."""
    deep: list[Any] = []
    for _ in range(500):
        deep = [deep]
    assert "..." in literal(deep)


@settings(deadline=None)  # a busy machine is no failure
@given(JSON)
def test_every_value_has_one_safe_line(value: Any) -> None:
    """Whatever a report holds comes out as one printable line."""
    assert literal(value).isprintable()
    assert short_literal(value).isprintable()
