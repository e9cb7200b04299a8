"""Framing between the supervisor and the jailed runner: length, nonce, kind, payload.

A request carries a fresh nonce and its reply must echo it, one reply to one request. A frame
holds no verdict, no time and no count: whatever the program inside writes can only be an answer.
"""

import struct

HEADER = struct.Struct(">I16sB")
NONCE_BYTES = 16
NO_NONCE = bytes(NONCE_BYTES)

READY = 0  #: runner -> supervisor, once, before any source has arrived
LOAD = 1
PREPARE = 2
CALL = 3
READ = 4
SETTLE = 5  #: between PREPARE and CALL, only where memory is measured


def frame(kind: int, nonce: bytes, payload: bytes) -> bytes:
    """Return one frame; lengths are bounded by the 32-bit field."""
    return HEADER.pack(len(payload), nonce, kind) + payload


def load_payload(header: bytes, source: bytes) -> bytes:
    """Join the JSON header of a LOAD request and the source that follows it."""
    return len(header).to_bytes(4, "big") + header + source
