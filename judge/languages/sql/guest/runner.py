"""Serve requests inside the sandbox: one frame in, one frame out, until the channel closes.

Nothing of a submission runs here but SQL, in an SQLite that may only read and create indexes.
Limits in seconds, comparison and verdicts stay outside with the judge.
"""

import importlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from os import _exit, read, write
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from sandbox import frames

#: The release of SQLite, for reports; known once `preload` has imported it.
VERSION: str | None = None
CHUNK = 1 << 20
OK = b'{"ok":null}'
_program: ModuleType | None = None


def preload(modules: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Import apsw, whose folder is in `modules`, for programs to share; nothing is lacking.

    A module of machine code cannot be imported once the root is entered.
    """
    global _program, VERSION  # noqa: PLW0603 - the fork server has one guest, this module
    # A modifier that a query puts together from parts must not ask for the host's time zone.
    os.environ["TZ"] = "UTC"
    time.tzset()
    place = str(Path((modules or {})["apsw"]).parent)
    sys.path.append(place)
    try:
        _program = importlib.import_module(".program", __package__)
    finally:
        sys.path.remove(place)
    VERSION = _program.VERSION
    warm_up()
    return ()


def warm_up() -> None:
    """Run a query once, so that the first submission need not wait for what this looks up."""
    if _program is None:
        return  # before `preload`
    guest = _program.Program()
    header = {"tables": [{"name": "t", "schema": "CREATE TABLE t(a INTEGER, b TEXT)"}]}
    guest.load(_load_request(header, b"CREATE INDEX i ON t(a); SELECT a, sum(a) FROM t GROUP BY b"))
    guest.prepare(b'[[[1],["x"]]]')
    guest.call(b"{}")
    guest.read(b"")


def _load_request(header: dict[str, Any], source: bytes) -> bytes:
    text = json.dumps({"interface": header}).encode()
    return len(text).to_bytes(4, "big") + text + source


def serve(read_fd: int, write_fd: int, file: str | None = None) -> NoReturn:  # noqa: ARG001 - no argument is a file
    """Answer requests until the channel closes, then end this process."""
    assert _program is not None  # the fork server has preloaded it
    # The judge's own clock ends a program; its signal, late, must not kill an honest one.
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    guest = _program.Program()
    handlers: dict[int, Callable[[bytes], bytes]] = {
        frames.LOAD: guest.load,
        frames.PREPARE: guest.prepare,
        frames.CALL: guest.call,
        frames.READ: guest.read,
    }
    while True:
        header = _exactly(read_fd, frames.HEADER.size)
        length, nonce, kind = frames.HEADER.unpack(header)
        payload = _exactly(read_fd, length)
        try:
            reply = handlers[kind](payload) if kind in handlers else OK
        except Exception as error:  # noqa: BLE001 - whatever SQLite raises is the query's failure
            reply = _program.failure(error)
        data = frames.HEADER.pack(len(reply), nonce, kind) + reply
        sent = 0
        while sent < len(data):
            sent += write(write_fd, data[sent : sent + CHUNK])


def _exactly(descriptor: int, length: int) -> bytes:
    """Return the next bytes of the channel; end this process where it closes."""
    parts, missing = [], length
    while missing:
        part = read(descriptor, min(missing, CHUNK))
        if not part:
            _exit(0)
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
