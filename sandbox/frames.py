"""Framing between the supervisor and the jailed runner: length, nonce, kind, payload.

A request has a fresh nonce that its one reply must echo. A frame holds no verdict, time or count:
whatever the program inside writes can only be an answer.
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
BUILD = 6  #: before LOAD, only where figures are checked: arguments that no submission builds


def frame(kind: int, nonce: bytes, payload: bytes) -> bytes:
    """Return one frame; its length field has 32 bits."""
    return HEADER.pack(len(payload), nonce, kind) + payload


def load_payload(header: bytes, source: bytes) -> bytes:
    """Join the JSON header of a LOAD or BUILD request and the source or the arguments."""
    return len(header).to_bytes(4, "big") + header + source
