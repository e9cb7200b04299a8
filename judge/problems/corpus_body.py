"""The body of a corpus file: an index, the small texts, and the long ones.

The index and the small texts are a compressed block each, with its length in four bytes before it.
A NUL stands between two small texts, for JSON has none. The long ones follow, each compressed on
its own until it is read; the index has their lengths.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from judge.problems.case import Case, Group, PackedJson, by_zlib
from judge.values import Interface

#: Values longer than this are compressed one by one and unpacked only when they are read.
LONG_BYTES = 32 * 1024
#: A block that unpacks to more is rejected.
BLOCK_BYTES = 64 * 1024 * 1024
#: The longest text, which is as long as a reply of a package may be.
TEXT_BYTES = 1 << 30
BETWEEN = b"\0"
MICROSECONDS = 1_000_000


def pack(cases: Sequence[Case], *, thorough: bool) -> bytes:
    """Encode the cases; with `thorough` it takes longer, and the body is shorter."""
    short: list[tuple[int, bytes]] = []
    long: list[bytes] = []
    lengths: list[tuple[int, int, int, int]] = []
    for at, case in enumerate(cases):
        for which, text in enumerate((case.arguments_text, case.expected_text)):
            if len(text) > LONG_BYTES:
                long.append(text.compressed(thorough=thorough).stored)
                lengths.append((at, which, len(text), len(long[-1])))
            else:
                short.append((which, text.read()))
    # Answers that are like one another are shorter side by side, those like the arguments are not.
    orders = [short, sorted(short, key=itemgetter(0))] if thorough else [short]
    texts = [by_zlib(BETWEEN.join(text for _, text in o), thorough=thorough) for o in orders]
    block = min(texts, key=len)
    index = {
        "runs": _runs(cases),
        "microseconds": [_microseconds(case.reference_cpu_seconds) for case in cases],
        "sizes": [(at, case.size) for at, case in enumerate(cases) if case.size is not None],
        "figures": [(at, dict(case.figures)) for at, case in enumerate(cases) if case.figures],
        "long": lengths,
        "apart": block is not texts[0],
    }
    first = json.dumps(index, separators=(",", ":")).encode("ascii")
    blocks = by_zlib(first, thorough=thorough), block
    return b"".join([*(part for one in blocks for part in (_length(one), one)), *long])


def unpack(body: bytes, interface: Interface, count: int) -> tuple[Case, ...]:
    """Decode `count` cases; anything unexpected raises `ValueError` or the like."""
    block, rest = _block(body)
    index = json.loads(block)
    block, long = _block(rest)
    if len(index["microseconds"]) != count:
        raise ValueError("cases are missing")
    short = block.split(BETWEEN) if block else []
    return tuple(_cases(index, interface, short, long))


def unpack_rows(body: bytes, interface: Interface, count: int) -> tuple[Case, ...]:
    """Decode a body of before format 7: one block, of a row for each case and the small texts."""
    block, long = _block(body)
    index, _, short = block.partition(b"\n")
    rows = json.loads(index)
    if len(rows) != count:
        raise ValueError("rows are missing")
    return tuple(_cases_of_rows(rows, interface, short, long))


def _runs(cases: Iterable[Case]) -> list[list[Any]]:
    """Return groups with their first index and the number of cases that follow one another."""
    runs: list[list[Any]] = []
    for case in cases:
        if runs and [case.group.value, case.index] == [runs[-1][0], runs[-1][1] + runs[-1][2]]:
            runs[-1][2] += 1
        else:
            runs.append([case.group.value, case.index, 1])
    return runs


def _microseconds(seconds: float | None) -> int | None:
    """Return as much of it as means something: no call is measured more exactly."""
    return None if seconds is None else round(seconds * MICROSECONDS)


def _length(block: bytes) -> bytes:
    return len(block).to_bytes(4, "big")


def _block(body: bytes) -> tuple[bytes, bytes]:
    """Return the block at the beginning, unpacked, and what follows it."""
    end = 4 + int.from_bytes(body[:4], "big")
    unpacking = zlib.decompressobj()
    data = unpacking.decompress(body[4:end], BLOCK_BYTES)
    if not unpacking.eof:
        raise ValueError("unpacks to more than any corpus")
    return data, body[end:]


def _cases(
    index: dict[str, Any], interface: Interface, short: list[bytes], long: bytes
) -> Iterator[Case]:
    """Yield the cases of the index, with their texts from the two blocks, in order."""
    sizes, figures = dict(index["sizes"]), dict(index["figures"])
    packed: dict[tuple[int, int], PackedJson] = {}
    begin = 0
    for at, which, plain, stored in index["long"]:
        packed[at, which] = _long(long, begin, plain, stored)
        begin += stored
    left = [short[::-1]] * 2
    if index["apart"]:
        few = len(index["microseconds"]) - sum(which == 0 for _, which in packed)
        left = [short[:few][::-1], short[few:][::-1]]
    numbered = ((Group(run[0]), run[1] + k) for run in index["runs"] for k in range(run[2]))
    timed = zip(numbered, index["microseconds"], strict=True)
    for at, ((group, number), spent) in enumerate(timed):
        arguments = packed.get((at, 0)) or PackedJson(left[0].pop())
        expected = packed.get((at, 1)) or PackedJson(left[1].pop())
        seconds = None if spent is None else spent / MICROSECONDS
        told = sizes.get(at), seconds, figures.get(at, {})
        yield Case(group, number, interface, arguments, expected, *told)
    if begin != len(long) or any(left):
        raise ValueError("texts are left over")


def _cases_of_rows(
    rows: Iterable[list[Any]], interface: Interface, short: bytes, long: bytes
) -> Iterator[Case]:
    short_at = long_at = 0
    for group, index, size, seconds, *rest in rows:
        lengths, figures = rest[:4], dict(*rest[4:])
        texts: list[PackedJson] = []
        for plain, stored in (lengths[:2], lengths[2:]):
            if stored is None:
                texts.append(PackedJson(short[short_at : short_at + plain]))
                short_at += plain
            else:
                texts.append(_long(long, long_at, plain, stored))
                long_at += stored
        yield Case(Group(group), index, interface, texts[0], texts[1], size, seconds, figures)
    if (short_at, long_at) != (len(short), len(long)):
        raise ValueError("texts are missing or left over")


def _long(long: bytes, begin: int, plain: int, stored: int) -> PackedJson:
    if not (LONG_BYTES < plain <= TEXT_BYTES and stored >= 0):
        raise ValueError("no length of a long text")
    return PackedJson(long[begin : begin + stored], plain)
