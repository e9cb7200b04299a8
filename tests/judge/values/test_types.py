"""Declared types: what has them, and what JSON makes of them."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.values.json_form import to_json
from judge.values.types import ANYTHING, first_mismatch, from_json, mismatch, parse_type
from tests.answers import DECODED


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("int", "int"),
        ("list[int]", "list[int]"),
        ("List[List[str]]", "list[list[str]]"),
        ("list[tuple[str, int]]", "list[tuple[str, int]]"),
        ("str | None", "str | None"),
        ("Optional[int]", "int | None"),
        ("Union[int, str, None]", "int | str | None"),
        ("dict[int, list[str]]", "dict[int, list[str]]"),
        ("tuple[int, ...]", "tuple[int, ...]"),
        (" bool ", "bool"),
        ("list", "list"),
        ("TreeNode", ANYTHING),
        ("Any", ANYTHING),
        ("list[TreeNode]", f"list[{ANYTHING}]"),
        ("not a type", ANYTHING),
        ("", ANYTHING),
        ("dict[int]", ANYTHING),
        ("(" * 300, ANYTHING),
        ("numpy.array", ANYTHING),
        ("Sequence[int]", ANYTHING),
    ],
)
def test_a_type_is_read_as_people_write_it(text: str, shown: str) -> None:
    """What is unknown is anything, never a failure."""
    assert str(parse_type(text)) == shown


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


PAIRS = st.tuples(st.integers(), st.integers())
TYPED = {
    "list[tuple[str, int]]": st.lists(st.tuples(st.text(), st.integers())),
    "tuple[int, ...]": st.lists(st.integers()).map(tuple),
    "tuple": st.lists(st.integers()).map(tuple),
    "dict[int, list[str]]": st.dictionaries(st.integers(), st.lists(st.text())),
    "dict[str, tuple[int, int]]": st.dictionaries(st.text(), PAIRS),
    "dict[tuple[int, int], bool]": st.dictionaries(PAIRS, st.booleans()),
    "set[tuple[int, str]]": st.sets(st.tuples(st.integers(), st.text())),
    "frozenset[int]": st.frozensets(st.integers()),
    "float": st.floats(allow_nan=False),
    "bytes": st.binary(),
    "list[int] | None": st.lists(st.integers()) | st.none(),
    "tuple[int, int] | None": PAIRS | st.none(),
}


@pytest.mark.parametrize("text", TYPED)
@given(data=st.data())
def test_a_reference_answer_comes_back_from_json_as_it_was(text: str, data: st.DataObject) -> None:
    """The corpus is JSON, which knows no tuple and no set: the declared type does."""
    value = data.draw(TYPED[text])
    assert mismatch(parse_type(text), value) is None
    again = from_json(parse_type(text), json.loads(json.dumps(to_json(value))))
    assert mismatch(parse_type(text), again) is None
    assert again == value


@pytest.mark.parametrize(
    ("text", "stated", "value"),
    [
        ("dict[int, str]", {"1": "a", "-2": "b"}, {1: "a", -2: "b"}),
        ("set[int]", [1, 2], {1, 2}),
        ("float", 2, 2.0),
        ("list[tuple[int, int]]", [[1, 2]], [(1, 2)]),
        ("list[int]", [1], [1]),
    ],
)
def test_an_answer_as_a_statement_writes_it_is_read_by_its_type(
    text: str, stated: Any, value: Any
) -> None:
    """An author writes plain JSON; keys are texts there."""
    again = from_json(parse_type(text), stated)
    assert again == value
    assert mismatch(parse_type(text), again) is None


@given(st.sampled_from(sorted(TYPED)), DECODED)
def test_no_value_makes_it_raise(text: str, value: Any) -> None:
    """Answers are hostile, and a reference may be wrong."""
    declared = parse_type(text)
    mismatch(declared, value)
    mismatch(declared, value, pairs_as_lists=True)
    from_json(declared, value)
    from_json(declared, to_json(value))


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
