"""A long sequence of calls as it is sent: in batches, one line of JSON each.

The program inside never holds the inputs of a whole case, so that what it keeps is what its
memory limit judges. A line is `[calls, arguments]`, or for one batch of several
`[calls, arguments, first, more]`: the index of its first call, and whether others follow.
"""

import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

#: Calls of one batch: some 300 kB of JSON, and 2 MB once they are built.
CALLS = 10_000


def in_lines(calls: Sequence[Any], arguments: Sequence[Any]) -> bytes:
    """Return the calls of a case as they are sent: one line if they are few."""
    if len(calls) <= CALLS:
        return _line([calls, arguments])
    return b"\n".join(
        _line([calls[at : at + CALLS], arguments[at : at + CALLS], at, at + CALLS < len(calls)])
        for at in range(0, len(calls), CALLS)
    )


def joined(text: bytes) -> list[Any]:
    """Return the value that was sent, whole: the calls and their arguments for several lines."""
    if b"\n" not in text:
        return list(json.loads(text))
    calls: list[Any] = []
    arguments: list[Any] = []
    with _no_collections():
        for line in lines(text):
            some, given, *_ = json.loads(line)
            calls += some
            arguments += given
    return [calls, arguments]


def lines(text: bytes) -> Iterator[bytes]:
    """Yield the lines, one at a time."""
    start = 0
    while (end := text.find(b"\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def first_of(line: bytes) -> int:
    """Return the index of the first call of a batch."""
    return int(line.rsplit(b",", 2)[1])


def _line(value: Any) -> bytes:
    # ASCII, so that a lone surrogate has a form too; and no end of line lies inside
    return json.dumps(value, separators=(",", ":")).encode("ascii")


@contextmanager
def _no_collections() -> Iterator[None]:
    """Keep the collector from going through what is being built again and again.

    Two thirds of the time that 200,000 small lists take; any thread may find it switched off.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
