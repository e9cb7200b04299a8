"""Replies that are right by their bytes: each would pass if it were decoded and compared."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from judge.kinds import kind_of
from judge.languages.python.guest import values
from judge.problems import Problem
from judge.values.interface import Method, Shape
from judge.values.json_form import json_bytes
from judge.values.replies import Returned, decode_reply
from tests.answers import METHODS, check_answer, problem, unasked

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


#: How a program sends the JSON of an answer.
FORMS = (
    b'{"ok":%b}',
    b'{"ok":{"t":"node","v":%b}}',
    b'{"ok":{"t":"tree","v":%b}}',
    b'{"ok":{"t":"linked","v":%b}}',
)


def knows(asked: Problem, expected: bytes, reply: bytes, sent: bytes = b"[]") -> bool:
    """Whether a reply to a case without batches is known to be right by its bytes."""
    known = kind_of(asked.interface).right_replies(asked.interface)(expected, sent)
    return [is_right(reply) for is_right in known] == [True]


@given(
    expected=JSON,
    returns=st.sampled_from(TOLD + NOT_TOLD),
    shape=st.sampled_from([Shape.JSON, Shape.NODE, Shape.TREE, Shape.LINKED_LIST]),
    rule=st.sampled_from(["equal", "any-order"]),
    loose=st.booleans(),
)
@example(expected=None, returns="int", shape=Shape.NODE, rule="equal", loose=False)
@example(expected=None, returns="int", shape=Shape.TREE, rule="equal", loose=False)
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
    text = json_bytes(expected)
    for reply in [form % text for form in FORMS]:
        if knows(asked, text, reply):
            decoded = decode_reply(reply)
            assert isinstance(decoded, Returned)
            assert check_answer(asked, unasked, expected, decoded.value).passed


@pytest.mark.parametrize("returns", TOLD)
@pytest.mark.parametrize("value", [None, True, -7, 'a["\\', [[1, "b"], []]])
def test_what_the_guest_sends_of_a_plain_answer_is_known(returns: str, value: Any) -> None:
    """Else nobody would ever save the decoding; of another answer it is not."""
    asked = problem(returns)
    assert knows(asked, json_bytes(value), b'{"ok":' + values.encode(value) + b"}")
    assert not knows(asked, json_bytes(value), b'{"ok":' + values.encode([value, 1]) + b"}")


@pytest.mark.parametrize(
    ("shape", "expected", "form"),
    [
        (Shape.NODE, 3, FORMS[1]),
        (Shape.NODE, None, FORMS[0]),
        (Shape.TREE, [1, None, 2], FORMS[2]),
        (Shape.LINKED_LIST, [1], FORMS[3]),
    ],
)
def test_what_the_guest_sends_of_a_structure_is_known(
    shape: Shape, expected: Any, form: bytes
) -> None:
    """By its form, which is that of no other."""
    asked, text = problem("TreeNode", shape=shape), json_bytes(expected)
    assert [one for one in FORMS if knows(asked, text, one % text)] == [form]


@pytest.mark.parametrize("returns", NOT_TOLD)
def test_a_type_that_json_does_not_tell_is_never_known(returns: str) -> None:
    """A list is not a tuple, though their JSON is one."""
    for methods in ((), (*METHODS, Method("top", (), returns))):
        asked = problem(returns, methods=methods)
        assert not knows(asked, b"[1,[2]]", b'{"ok":[1,[2]]}')


PAIR = "tuple[str, int] | list[str | int] | None"
PAIRS = (*METHODS, Method("top", (), PAIR), Method("all", (), "list[str]"))
NAMES = ["Thing", *("top" if n % 10 else "all" for n in range(2_500))]
SENT = json_bytes([NAMES, [[]] * len(NAMES)])
RESULTS: list[Any] = [None, *((str(n), n) if n % 10 else ["a"] for n in range(2_500))]


def test_tuples_among_many_results_are_known_by_their_places() -> None:
    """A list is as good where both are declared; a tuple where only a list is, is not."""
    asked = problem(methods=PAIRS)
    expected = json_bytes(RESULTS)
    assert knows(asked, expected, reply_of(RESULTS), SENT)
    assert knows(asked, expected, reply_of([one and list(one) for one in RESULTS]), SENT)
    assert knows(asked, expected, reply_of([*RESULTS[:2], ["1", 1], *RESULTS[3:]]), SENT)
    for place, other in [(2, ("1", 2)), (2, ("1",)), (2, None), (1, ("a",)), (0, ())]:
        changed = [*RESULTS[:place], other, *RESULTS[place + 1 :]]
        assert not knows(asked, expected, reply_of(changed), SENT)


@pytest.mark.parametrize("places", [b"1", b"2,,3", b"-2", b"[2]", b"2]],[[", b"9" * 5_000, b" 2"])
def test_forged_places_are_not_known(places: bytes) -> None:
    """Nor do they cost anything."""
    expected = json_bytes(RESULTS)
    reply = b'{"ok":{"t":"tuples","v":[%b,[%b]]}}' % (expected, places)
    assert not knows(problem(methods=PAIRS), expected, reply, SENT)


@pytest.mark.parametrize(
    "returns",
    ["tuple[int, str]", "tuple[tuple[int], int] | list[int]", "tuple[float] | list[float]"],
)
def test_tuples_are_not_known_where_a_list_would_not_do(returns: str) -> None:
    """Or where something inside them might be of another type."""
    asked = problem(methods=(*PAIRS, Method("more", (), returns)))
    assert not knows(asked, json_bytes(RESULTS), reply_of(RESULTS), SENT)


def reply_of(results: list[Any]) -> bytes:
    return b'{"ok":' + values.encode(results) + b"}"


@given(st.lists(st.integers(1, 9), max_size=4, unique=True))
def test_results_in_batches_are_known_batch_by_batch(cuts: list[int]) -> None:
    """Their JSON is one value, and each batch has its own part of it."""
    asked = problem(methods=METHODS)
    results = [None, *("a\n" if one % 3 else one for one in range(9))]
    starts = sorted({0, *cuts})
    lines = [b'[["get"],[["a"]],%d,true,false]' % start for start in starts]
    sent = b"\n".join(lines)
    text = asked.kind.encode_expected(results, sent)
    assert json.loads(text) == results
    known = asked.kind.right_replies(asked.interface)(text, sent)
    parts = [results[at:end] for at, end in zip(starts, [*starts[1:], None], strict=True)]
    assert len(known) == len(parts)
    for is_right, part in zip(known, parts, strict=True):
        assert is_right(reply_of(part))
        assert not is_right(reply_of([*part, 1]))
        assert not is_right(reply_of(part[1:]))
