import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from judge.values.replies import (
    Foreign,
    Loaded,
    LoadNote,
    Malformed,
    Raised,
    RaisedInfo,
    Returned,
    decode_load,
    decode_reply,
)

#: A busy machine is no failure.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def ok(inside: str | bytes) -> bytes:
    """Wrap an encoded answer as the runner does."""
    data = inside.encode("utf-8", "surrogatepass") if isinstance(inside, str) else inside
    return b'{"ok":' + data + b"}"


def malformed(payload: bytes) -> bool:
    """True when neither decoder takes the bytes."""
    return isinstance(decode_reply(payload), Malformed) and isinstance(
        decode_load(payload), Malformed
    )


@patient
@given(st.binary())
@example(b"")
@example(b'{"ok":}')
@example(b'{"ok":1')
@example(b"{" * 1_000)
def test_no_bytes_at_all_make_the_decoders_raise(payload: bytes) -> None:
    """Whatever the program inside writes, the judge reads a value or says Malformed."""
    decode_reply(payload)
    decode_reply(ok(payload))
    decode_load(payload)
    decode_load(b'{"ok":' + payload)


TAGS = ["t", "v", "tuple", "set", "dict", "int", "float", "other", "node", "tree", "bytes", "x"]
WORDS = ["type", "text", "ok", "error", "line", "message", "traceback", "entry", "notes", "nan"]
PIECES = st.sampled_from(
    [f'"{word}"' for word in [*TAGS, *WORDS, "0x1", "\\ud800", "é"]]
    + ["[", "]", "{", "}", ",", ":", "1", "-0", "1.5", "1e400", "null", "true", "NaN", " ", '"']
    + ['{"t":"dict","v":', '{"t":"set","v":[', '{"t":"other","type":', '{"t":"int","v":']
)


@patient
@given(st.lists(PIECES).map("".join))
@example('{"t":"dict","v":[1]}')
@example('{"t":"dict","v":[[[],1]]}')
@example('{"t":[],"v":[]}')
@example('{"t":"float","v":[]}')
@example('{"t":"bytes","v":"\u0100"}')
def test_no_arrangement_of_the_wire_form_s_pieces_makes_them_raise(text: str) -> None:
    """Nearly right messages are the likeliest to reach a forgotten corner."""
    payload = text.encode("utf-8", "surrogatepass")
    decode_reply(ok(payload))
    decode_reply(payload)
    decode_load(payload)
    decode_load(b'{"ok":{' + payload + b"}}")


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"null",
        b"[]",
        b'{"ok":1}x',
        b'{"ok":1} ',
        b' {"ok":1}',
        b'\xef\xbb\xbf{"ok":1}',
        b'{"ok":1,"ok":2}',
        b'{"ok":1,"error":{}}',
        b'{"ok":NaN}',
        b'{"ok":Infinity}',
        b'{"ok":[-Infinity]}',
        b'{"ok":1e400}',
        b'{"ok":"\xff"}',
        b'{"ok":"a\nb"}',
        b'{"ok":{"a":1}}',
        b'{"ok":{"t":"tuple","v":[1],"v":[2]}}',
        b'{"ok":{"v":[1],"t":"tuple"}}',
        b'{"ok":{"t":"list","v":[1]}}',
        b'{"ok":{"t":"tuple","v":1}}',
        b'{"ok":{"t":"set","v":[[1]]}}',
        b'{"ok":{"t":"tuples","v":[[[1]]]}}',
        b'{"ok":{"t":"tuples","v":[[[1]],[0],[]]}}',
        b'{"ok":{"t":"tuples","v":[[1],[0]]}}',
        b'{"ok":{"t":"tuples","v":[[[1]],[1]]}}',
        b'{"ok":{"t":"tuples","v":[[[1]],[-1]]}}',
        b'{"ok":{"t":"tuples","v":[[[1]],[false]]}}',
        b'{"ok":{"t":"tuples","v":[[[1]],[0,0]]}}',
        b'{"ok":{"t":"tuples","v":[[[1],[2]],[1,0]]}}',
        b'{"ok":{"t":"dict","v":[[1]]}}',
        b'{"ok":{"t":"dict","v":[[1,2,3]]}}',
        b'{"ok":{"t":"int","v":"12"}}',
        b'{"ok":{"t":"int","v":"0x_1"}}',
        b'{"ok":{"t":"float","v":"1.5"}}',
        b'{"ok":{"t":"other","type":1,"text":""}}',
        b'{"ok":{"t":"other","v":"x"}}',
        b'{"ok":{"error":{"code":"exception"}}}',
        b'{"error":{}}',
        b'{"error":null}',
        b'{"error":{"code":"exception","type":"E","message":"m"}}',
        b'{"error":{"code":"c","type":"E","message":"m","traceback":"","more":1}}',
        b'{"error":{"code":"c","type":"E","message":"m","traceback":"","line":-1}}',
        b'{"error":{"code":"c","type":"E","message":"m","traceback":"","line":true}}',
        ok("9" * 5_000),
        ok("[" * 100_000),
        ok("[" * 100_000 + "]" * 100_000),
        ok('{"t":' * 100_000),
        ok('{"t":"tuple","v":[' * 1_000 + "]}" * 1_000),
        ok("[" * 300 + "]" * 300),
        ok('{"t":"int","v":"0x' + "f" * 200_000 + '"}'),
    ],
    ids=lambda payload: repr(payload[:50]),
)
def test_what_the_runner_never_writes_is_malformed(payload: bytes) -> None:
    """JSON's loose ends are refused one by one, never guessed at."""
    assert malformed(payload)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("null", None),
        ("true", True),
        ("-0.0", -0.0),
        ('"\\ud83d\\ude00"', "\U0001f600"),
        ('"\ud800"', "\ud800"),
        ("[1,[2]]", [1, [2]]),
        ('{"t":"tuple","v":[1,{"t":"set","v":["a"]}]}', (1, {"a"})),
        ('{"t":"tuples","v":[[[1,2],[],3,[4]],[0,1]]}', [(1, 2), (), 3, [4]]),
        ('{"t":"frozenset","v":[]}', frozenset()),
        ('{"t":"dict","v":[[1,2],["a",[3]]]}', {1: 2, "a": [3]}),
        ('{"t":"int","v":"-0xff"}', -255),
        ('{"t":"float","v":"-inf"}', float("-inf")),
        ('{"t":"bytes","v":"\\u00ff"}', b"\xff"),
        ('{"t":"other","type":"map","text":"lazy"}', Foreign("map", "lazy")),
        ('"' + "[" * 100_000 + '"', "[" * 100_000),
        ('"' + '\\"[{,' * 50_000 + '"', '"[{,' * 50_000),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_the_runner_writes_is_read(text: str, value: Any) -> None:
    """Every tag has its value; brackets inside strings count for nothing."""
    reply = decode_reply(ok(text))
    assert reply == Returned(value)
    assert isinstance(reply, Returned)
    assert type(reply.value) is type(value)


def test_an_error_is_read_with_all_it_tells() -> None:
    """The fields of an exception arrive under their names."""
    told = {"code": "exit", "type": "E", "message": "m", "line": 3, "column": 5}
    told |= {"traceback": "T", "call": 2, "depth": 9}
    info = RaisedInfo("E", "m", 3, 5, "T", "exit", 2, 9)
    payload = json.dumps({"error": told}, separators=(",", ":")).encode()
    assert decode_reply(payload) == decode_load(payload) == Raised(info)


def test_words_of_an_error_are_cut() -> None:
    """A forged error cannot carry megabytes into the report."""
    told = {
        "code": "c" * 999,
        "type": "E" * 999,
        "message": "m" * 30_000,
        "traceback": "t" * 30_000,
    }
    reply = decode_reply(json.dumps({"error": told}).encode())
    assert isinstance(reply, Raised)
    assert len(reply.info.message) == len(reply.info.traceback) == 16_384
    assert (len(reply.info.code), len(reply.info.type)) == (40, 200)
    assert malformed(json.dumps({"error": told | {"message": "m" * 200_000}}).encode())


def test_a_loaded_submission_is_read_with_its_notes() -> None:
    """The entry's name and the notes of a load arrive; anything else is refused."""
    note = {"code": "top_level_failure", "message": "m", "line": 40}
    loaded = {"ok": {"entry": "Solution.f", "notes": [note]}}
    expected = Loaded("Solution.f", (LoadNote("top_level_failure", "m", 40),))
    assert decode_load(json.dumps(loaded).encode()) == expected
    for wrong in ({"ok": {"entry": 1, "notes": []}}, {"ok": {"entry": "f"}}, {"ok": None}):
        assert isinstance(decode_load(json.dumps(wrong).encode()), Malformed)
    many = {"ok": {"entry": "f", "notes": [note] * 21}}
    assert isinstance(decode_load(json.dumps(many).encode()), Malformed)


MIB = 1024 * 1024
#: Made when they are used: all of them together are large.
COSTLY: dict[str, Callable[[], str]] = {
    "empty lists": lambda: "[" + "[]," * (5 * MIB) + "1]",
    "tags": lambda: "[" + '{"t":"tuple","v":[]},' * (MIB // 2) + "1]",
    "unterminated string": lambda: '"' + "a" * (15 * MIB),
    "escaped quotes": lambda: "[[" * 200 + '\\"' * (7 * MIB),
    "quotes": lambda: "[[" * 200 + '"' * (15 * MIB),
    "saw of brackets": lambda: "[" + "[[[[[[[[[[]]]]]]]]]]," * (MIB // 2) + "1]",
    "deep chains": lambda: "[" + ("[" * 205 + "]" * 205 + ",") * 15_000 + "1]",
    "colliding integers": lambda: (
        '{"t":"set","v":[' + ",".join(str(i * (2**61 - 1)) for i in range(200_000)) + "]}"
    ),
    "many colliding sets": lambda: (
        "["
        + ",".join(
            ['{"t":"set","v":[' + ",".join(str(i * (2**61 - 1)) for i in range(5_000)) + "]}"] * 60
        )
        + "]"
    ),
    "colliding tuples": lambda: (
        '{"t":"set","v":['
        + ",".join(
            '{"t":"tuple","v":['
            + "1.5," * 150
            + ",".join("-1" if i >> bit & 1 else "-2" for bit in range(14))
            + "]}"
            for i in range(9_990)
        )
        + "]}"
    ),
    "colliding nodes": lambda: (
        '{"t":"set","v":['
        + ",".join('{"t":"node","v":' * 60 + str(i * (2**61 - 1)) + "}" * 60 for i in range(9_990))
        + "]}"
    ),
    "colliding long integers": lambda: (
        '{"t":"set","v":['
        + ",".join(
            f'{{"t":"int","v":"{hex((i + 1) * (2**61 - 1) << 61 * 60)}"}}' for i in range(9_990)
        )
        + "]}"
    ),
    "long integers": lambda: "[" + ",".join(["9" * 4_299] * 3_500) + "]",
    "long float": lambda: "0." + "1" * (15 * MIB),
}


@pytest.mark.parametrize("name", COSTLY)
def test_no_answer_within_the_cap_costs_the_judge_dearly(name: str) -> None:
    """Sixteen hostile megabytes are read or refused within seconds, on any machine."""
    payload = ok(COSTLY[name]())
    assert len(payload) <= 17 * MIB
    started = time.process_time()
    decode_reply(payload)
    assert time.process_time() - started < 20
