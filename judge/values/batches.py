"""Encode a sequence of calls in batches, one line of JSON each.

The program inside never holds the inputs of a whole case, so its memory limit measures only what
the submission itself keeps. A line is `[calls, arguments]`, or for one batch of several
`[calls, arguments, first, more, kept]`: the index of its first call, whether more batches follow,
and whether one of these refers to an earlier result. Where none does, the program drops the
results that it has sent: a million answers are no memory of the submission.

An argument `{"result": 3}` refers to the result of call 3. If that call was in an earlier batch and
the line is short, the judge replaces the reference by the value it received: the value alone must
work, not only the object that the program holds. For this reason even a short sequence is split,
before the first call that refers to another.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from judge.values.bulk import no_collections
from judge.values.json_form import is_reference, json_bytes

#: Calls in one batch: about 300 kB of JSON, and 2 MB of objects once decoded.
CALLS = 10_000
#: References are replaced only in lines up to this many bytes; in longer ones it costs too much.
SHORT = 65_536
#: Largest value in bytes that replaces a reference: it is copied for each one.
LONGEST = 1024

#: What ends a batch of results: in a text of JSON, the new line would be escaped.
RESULT_LINE = b",\n"

_REFERS = b'{"result":'
_REFERENCE = re.compile(rb'\{"result":(\d{1,9})\}')


def encode_calls(calls: Sequence[Any], arguments: Sequence[Any]) -> bytes:
    """Encode the calls of a case: one line for each batch."""
    cuts = _cuts(arguments)
    if len(cuts) == 1:
        return _line([calls, arguments])
    ends = [*cuts[1:], len(calls)]
    lines: list[bytes] = []
    kept = False
    for at, end in reversed(list(zip(cuts, ends, strict=True))):
        lines.append(_line([calls[at:end], arguments[at:end], at, end < len(calls), kept]))
        kept = kept or has_references(lines[-1])
    return b"\n".join(reversed(lines))


def encode_results(results: Any, calls: bytes) -> bytes:
    """Encode the results of calls that `encode_calls` has encoded: a new line for each batch.

    It is one JSON value: between its tokens, JSON may have new lines.
    """
    if b"\n" not in calls or type(results) is not list:
        return json_bytes(results)
    starts = [first_call_of(line) for line in batch_lines(calls)]
    ends = [*starts[1:], len(results)]
    batches = [json_bytes(results[at:end])[1:-1] for at, end in zip(starts, ends, strict=True)]
    return b"[%b]" % RESULT_LINE.join(batches)


def result_lines(results: bytes) -> list[bytes]:
    """Return the results of each batch as a JSON array, of what `encode_results` has encoded."""
    if RESULT_LINE not in results:
        return [results]
    return [b"[%b]" % line for line in results[1:-1].split(RESULT_LINE)]


def _cuts(arguments: Sequence[Any]) -> list[int]:
    """Return the index at which each batch starts."""
    cuts = [0, *range(CALLS, len(arguments), CALLS)]
    if len(cuts) == 1:
        cuts += [at for at, given in enumerate(arguments) if at and _refers(given)][:1]
    return cuts


def _refers(given: Any) -> bool:
    """Whether the arguments of a call refer to the result of another."""
    return isinstance(given, list | tuple) and any(map(is_reference, given))


def has_references(lines: bytes) -> bool:
    """Whether some call of these lines refers to the result of another."""
    # These bytes never occur inside a JSON string, where quotation marks are escaped.
    return _REFERS in lines


def put_results_in(line: bytes, results: Sequence[Any]) -> bytes:
    """Replace the references in a line by the results of earlier batches.

    A reference stays if its result is long or not a text, a bool or None; in a long line all stay.
    """
    if len(line) > SHORT:
        return line

    def value(found: re.Match[bytes]) -> bytes:
        index = int(found[1])
        if index >= len(results) or type(results[index]) not in _PLAIN:
            return found[0]
        text = json.dumps(results[index]).encode("ascii")
        return text if len(text) <= LONGEST else found[0]

    # These bytes never occur inside a JSON string, where quotation marks are escaped.
    return _REFERENCE.sub(value, line)


_PLAIN = frozenset({str, bool, type(None)})


def decode_calls(text: bytes) -> list[Any]:
    """Decode one line, or join the lines of several batches into `[calls, arguments]`."""
    if b"\n" not in text:
        return list(json.loads(text))
    calls: list[Any] = []
    arguments: list[Any] = []
    with no_collections():
        for line in batch_lines(text):
            some, given, *_ = json.loads(line)
            calls += some
            arguments += given
    return [calls, arguments]


def decode_call_names(text: bytes) -> list[Any]:
    """Decode the names of the calls alone: with 200,000 calls that is an eighth of the work."""
    names: list[Any] = []
    for line in batch_lines(text):
        some, _ = _DECODER.raw_decode(line.decode("ascii"), 1)
        names += some
    return names


_DECODER = json.JSONDecoder()


def batch_lines(text: bytes) -> Iterator[bytes]:
    """Yield the lines one at a time, without a copy of the whole text."""
    start = 0
    while (end := text.find(b"\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def first_call_of(line: bytes) -> int:
    """Return the index of the first call of a batch; lines of before `kept` are read as well."""
    *_, before, last, _ = line.rsplit(b",", 3)
    return int(before if last in {b"true", b"false"} else last)


def _line(value: Any) -> bytes:
    # ASCII, so that lone surrogates can be encoded; and JSON without a newline inside
    return json.dumps(value, separators=(",", ":")).encode("ascii")
