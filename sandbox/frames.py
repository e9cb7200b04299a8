"""Framing between the supervisor and the jailed runner: length, nonce, kind, payload.

A request has a fresh nonce that its one reply must echo. A frame holds no verdict, time or count:
whatever the program inside writes can only be an answer.
"""

import struct
from collections.abc import Iterable

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
VOLLEY = 7  #: PREPARE, CALL and READ of several small cases, one after another

_SIZE = struct.Struct(">I")


def frame(kind: int, nonce: bytes, payload: bytes) -> bytes:
    """Return one frame; its length field has 32 bits."""
    return HEADER.pack(len(payload), nonce, kind) + payload


def load_payload(header: bytes, source: bytes) -> bytes:
    """Join the JSON header of a LOAD or BUILD request and the source or the arguments."""
    return len(header).to_bytes(4, "big") + header + source


def join(parts: Iterable[bytes]) -> bytes:
    """Join the payload of CALL and the cases of a VOLLEY, or the answers of its reply."""
    return b"".join(piece for part in parts for piece in (_SIZE.pack(len(part)), part))


def split(payload: bytes) -> list[bytes]:
    """Return what `join` joined. Raises ValueError for other bytes."""
    parts, at = [], 0
    while at < len(payload):
        start = at + _SIZE.size
        if start > len(payload):
            raise ValueError("no whole size")
        at = start + _SIZE.unpack_from(payload, at)[0]
        if at > len(payload):
            raise ValueError("no whole part")
        parts.append(payload[start:at])
    return parts
