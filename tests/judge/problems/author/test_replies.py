"""Replies of untrusted code: bytes of a stranger become what the judge expects, or an error."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.problems.author.replies import LOOKS, SINGLE, replies_of
from judge.values import StrangeError

ERROR = {
    "type": "KeyError",
    "above": ["KeyError", "LookupError"],
    "text": "'x'",
    "line": 3,
    "errno": None,
    "does": "",
    "values": "",
    "goes_on": True,
}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def end(**more: Any) -> bytes:
    return json.dumps({"end": True, "threads": 0, **more}).encode()


GOOD = {
    "import": {"sized": True, "sizes": [1, 5], "most": None},
    "check_several": {"said": [2, "no"]},
    "validate": {"said": None},
    "sized": {"size": None, "arguments": {"n": [1.5]}},
}


@pytest.mark.parametrize("operation", GOOD)
def test_what_is_expected_is_read(operation: str) -> None:
    reply = GOOD[operation]
    assert replies_of(end(reply=reply), operation)[-1]["reply"] == reply


def test_several_inputs_come_one_a_line() -> None:
    inputs = [{"size": n, "arguments": {"n": n}} for n in range(3)]
    lines = [json.dumps(one).encode() for one in inputs]
    whole = b"\n".join([*lines, end(reply=None)])
    assert replies_of(whole, "listed")[:3] == inputs
    assert replies_of(lines[0], "listed") == inputs[:1]


BAD = {
    "no bytes": b"",
    "no JSON": b"{",
    "no object": b"[]",
    "deep": b'{"end":' + b"[" * 100_000,
    "another reply": end(reply={"said": None}),
    "a number that is none": end(reply={"size": None, "arguments": {"n": 1}}).replace(
        b'"n": 1', b'"n": NaN'
    ),
    "a key twice": b'{"end":true,"end":true,"reply":null,"threads":0}',
    "two ends": end(reply=None) + b"\n" + end(reply=None),
    "an end that is none": end(reply=None).replace(b"true", b"1"),
    "an error without a line": end(error={k: v for k, v in ERROR.items() if k != "line"}),
    "a negative line": end(error=ERROR | {"line": -3}),
    "threads": end(reply=None, threads="many"),
    "a huge number": end(reply=None, threads=0).replace(b"0}", b"9" * 5000 + b"}"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_expected_is_refused(name: str) -> None:
    with pytest.raises(StrangeError):
        replies_of(BAD[name], "sized")


def test_the_words_of_an_error_are_cut_and_escaped() -> None:
    """Those that are shown as they are."""
    hostile = "\x1b[2J" * 10_000
    told = ERROR | {"type": hostile, "does": hostile, "text": hostile, "errno": 28}
    [reply] = replies_of(end(error=told), "validate")
    assert "\x1b" not in reply["error"]["type"] + reply["error"]["does"]
    assert len(reply["error"]["text"]) <= 400
    assert reply["error"]["errno"] is None


@given(st.sampled_from(sorted(LOOKS)), st.lists(st.dictionaries(st.text(), VALUES), max_size=3))
def test_nothing_else_is_raised(operation: str, lines: list[dict[str, Any]]) -> None:
    lines = [line | {"end": True, "threads": 1} if n % 2 else line for n, line in enumerate(lines)]
    try:
        found = replies_of("\n".join(map(json.dumps, lines)).encode(), operation)
    except StrangeError:
        return
    assert operation not in SINGLE or len(found) == 1
