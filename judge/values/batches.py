"""A long sequence of calls as it is sent: in batches, one line of JSON each.

The program inside never holds the inputs of a whole case, so that what it keeps is what its
memory limit judges. A line is `[calls, arguments]`, or for one batch of several
`[calls, arguments, first, more]`: the index of its first call, and whether others follow.

An argument `{"result": 3}` is what call 3 returned. Where that was in an earlier batch and the
line is short, the judge puts in the value that it was sent: a result must do its work as the
value it is, not as the object that the program happens to hold. So few calls are cut in two where
the first of them refers to another.
"""

import gc
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from judge.values.json_form import is_reference

#: Calls of one batch: some 300 kB of JSON, and 2 MB once they are built.
CALLS = 10_000
#: Bytes of a line up to which values are put in for references; beyond, that would cost too much.
SHORT = 65_536
#: Bytes of a value that is put in: each reference to it has it once.
LONGEST = 1024

_REFERENCE = re.compile(rb'\{"result":(\d{1,9})\}')


def encode_calls(calls: Sequence[Any], arguments: Sequence[Any]) -> bytes:
    """Return the calls of a case as they are sent: one line if they are few."""
    cuts = _cuts(arguments)
    if len(cuts) == 1:
        return _line([calls, arguments])
    ends = [*cuts[1:], len(calls)]
    return b"\n".join(
        _line([calls[at:end], arguments[at:end], at, end < len(calls)])
        for at, end in zip(cuts, ends, strict=True)
    )


def _cuts(arguments: Sequence[Any]) -> list[int]:
    """Return the index of the first call of each batch."""
    cuts = [0, *range(CALLS, len(arguments), CALLS)]
    if len(cuts) == 1:
        cuts += [at for at, given in enumerate(arguments) if at and _refers(given)][:1]
    return cuts


def _refers(given: Any) -> bool:
    """Whether arguments of a call point to a result of another."""
    return isinstance(given, list | tuple) and any(map(is_reference, given))


def put_results_in(line: bytes, results: Sequence[Any]) -> bytes:
    """Return a line with the results of earlier batches in place of references to them.

    What is no plain value, or a long one, stays a reference, as does everything in a long line.
    """
    if len(line) > SHORT:
        return line

    def value(found: re.Match[bytes]) -> bytes:
        index = int(found[1])
        if index >= len(results) or type(results[index]) not in _PLAIN:
            return found[0]
        text = json.dumps(results[index]).encode("ascii")
        return text if len(text) <= LONGEST else found[0]

    # No text of a JSON value holds these bytes: a quotation mark inside is escaped.
    return _REFERENCE.sub(value, line)


_PLAIN = frozenset({str, bool, type(None)})


def decode_calls(text: bytes) -> list[Any]:
    """Return the value that was sent, whole: the calls and their arguments for several lines."""
    if b"\n" not in text:
        return list(json.loads(text))
    calls: list[Any] = []
    arguments: list[Any] = []
    with _no_collections():
        for line in batch_lines(text):
            some, given, *_ = json.loads(line)
            calls += some
            arguments += given
    return [calls, arguments]


def batch_lines(text: bytes) -> Iterator[bytes]:
    """Yield the lines, one at a time."""
    start = 0
    while (end := text.find(b"\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def first_call_of(line: bytes) -> int:
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
