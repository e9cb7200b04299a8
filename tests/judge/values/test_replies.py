"""Replies of programs: what an honest guest writes is read, and all else is Malformed."""

import json

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from judge.values.replies import (
    Loaded,
    LoadNote,
    Malformed,
    Raised,
    RaisedInfo,
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
