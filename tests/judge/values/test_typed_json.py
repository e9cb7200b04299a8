"""JSON and declared types: answers come back from a corpus as they were."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.values.json_form import to_json
from judge.values.mismatches import mismatch
from judge.values.typed_json import from_json
from judge.values.types import parse_type
from tests.answers import DECODED

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
