from hypothesis import given
from hypothesis import strategies as st

from sandbox import frames
from sandbox.exchange import Exchange
from sandbox.outcome import Ending

NONCE = b"n" * frames.NONCE_BYTES


def reply(payload: bytes, nonce: bytes = NONCE, kind: int = frames.READ) -> bytes:
    return frames.frame(kind, nonce, payload)


@given(st.binary(max_size=300), st.data())
def test_a_reply_is_whole_however_it_is_cut(payload: bytes, data: st.DataObject) -> None:
    """A frame that arrives in any pieces gives its payload exactly once."""
    exchange = Exchange(frames.READ, NONCE, b"")
    rest = reply(payload)
    while True:
        cut = data.draw(st.integers(1, len(rest)))
        ended = exchange.take(rest[:cut], 1000)
        rest = rest[cut:]
        if not rest:
            break
        assert ended is None
    assert ended == (Ending.REPLY, "")
    assert exchange.payload == payload


@given(st.binary(max_size=200))
def test_any_bytes_are_a_breach_or_wait_for_more(noise: bytes) -> None:
    """Bytes that do not carry this request's nonce never become a reply."""
    exchange = Exchange(frames.READ, NONCE, b"")
    ended = exchange.take(noise, 1000)
    if len(noise) < frames.HEADER.size:
        assert ended is None
    else:
        assert ended is not None
        assert ended[0] is Ending.BREACH


def test_a_stale_nonce_is_a_breach() -> None:
    """An answer to an earlier question is no answer to this one."""
    exchange = Exchange(frames.READ, NONCE, b"")
    ended = exchange.take(reply(b"1", nonce=b"o" * 16), 1000)
    assert ended == (Ending.BREACH, "a frame that nobody asked for")


def test_a_second_frame_is_a_breach() -> None:
    """One request has one reply."""
    exchange = Exchange(frames.READ, NONCE, b"")
    ended = exchange.take(reply(b"1") + reply(b"2"), 1000)
    assert ended == (Ending.BREACH, "bytes after the frame")


def test_a_long_answer_is_refused_before_it_is_read() -> None:
    """The announced length is looked at first: nothing is gathered for a frame over the cap."""
    exchange = Exchange(frames.READ, NONCE, b"")
    header = frames.HEADER.pack(1001, NONCE, frames.READ)
    ended = exchange.take(header, 1000)
    assert ended == (Ending.ANSWER_LIMIT, "an answer of 1001 bytes")
