"""Mismatches: what is not of its declared type, and where."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.values.mismatches import first_mismatch, mismatch
from judge.values.types import parse_type


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("int", 3),
        ("float", 2.5),
        ("list[int]", [1, 2]),
        ("list[int]", []),
        ("str | None", None),
        ("str | None", "a"),
        ("dict[str, list[int]]", {"a": [1]}),
        ("set[int]", {1}),
        ("tuple[int, ...]", (1, 2, 3)),
        ("tuple[str, int]", ("a", 1)),
        ("TreeNode", object()),
        ("list[list[int] | None]", [[1], None]),
        ("list", [1, "a"]),
        ("None", None),
    ],
)
def test_a_value_of_the_type_fits(text: str, value: Any) -> None:
    assert mismatch(parse_type(text), value) is None


@pytest.mark.parametrize(
    ("text", "value", "path", "wanted"),
    [
        ("int", True, (), "int"),
        ("int", 1.0, (), "int"),
        ("bool", 1, (), "bool"),
        ("list[int]", (1,), (), "list[int]"),
        ("list[int]", [1, 2.0], (1,), "int"),
        ("list[list[int]]", [[1], [2, "3"]], (1, 1), "int"),
        ("str | None", 3, (), "str | None"),
        ("dict[str, int]", {"a": "b"}, ("a",), "int"),
        ("dict[str, int]", {1: 1}, (1,), "str"),
        ("tuple[str, int]", ("a",), (), "tuple[str, int]"),
        ("set[int]", {"a"}, (0,), "int"),
        ("list[str] | None", ["a", 1], (1,), "str"),
        ("list[tuple[str, int]]", [["a", 1]], (0,), "tuple[str, int]"),
    ],
)
def test_the_first_misfit_is_named(
    text: str, value: Any, path: tuple[Any, ...], wanted: str
) -> None:
    """The way to it, and what was declared there."""
    found = mismatch(parse_type(text), value)
    assert found is not None
    assert (found.path, str(found.wanted)) == (path, wanted)


def test_a_list_may_stand_for_a_tuple_inside_an_answer_where_asked() -> None:
    """The checker of the package says whether it may; the answer itself is what was declared."""
    pairs = parse_type("list[tuple[str, int]]")
    assert mismatch(pairs, [["a", 1]], pairs_as_lists=True) is None
    assert mismatch(pairs, [["a", "b"]], pairs_as_lists=True) is not None
    assert mismatch(pairs, [("a", 1)], pairs_as_lists=True) is None
    assert mismatch(parse_type("tuple[int, int]"), [1, 2], pairs_as_lists=True) is not None


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["int", "str | None", "bool", "list[int]", "tuple[int, str]", "Any"]),
            st.sampled_from([0, True, "a", None, [], [1], ["a"], [1, "a"], (1, "a"), 1.0]),
        ),
        max_size=6,
    )
)
def test_the_first_of_many_values_that_does_not_fit_is_found(pairs: list[tuple[str, Any]]) -> None:
    """The quick way through many plain values says what `mismatch` says of each."""
    texts, values = [text for text, _ in pairs], [value for _, value in pairs]
    wrong = [
        index
        for index, (text, value) in enumerate(pairs)
        if mismatch(parse_type(text), value, pairs_as_lists=True)
    ]
    assert first_mismatch(texts, values) == (wrong[0] if wrong else None)
