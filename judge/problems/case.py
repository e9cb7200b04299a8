"""A case: an input and its expected answer, stored as bytes and decoded on access."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any, Self

from judge.errors import HostError
from judge.kinds import kind_of
from judge.records import dataclass, replace
from judge.values import Interface


class Group(StrEnum):
    """Where a case comes from. A corpus holds the first four, in this order.

    LIVE are fresh inputs, MET are inputs that an earlier submission of the same person failed on.
    """

    SAMPLE = "sample"
    EDGE = "edge"
    GENERATED = "generated"
    SCALE = "scale"
    LIVE = "live"
    MET = "met"


#: Texts from so many bytes on are compressed by LZMA, which finds distant repetitions, where that
#: saves a third, in a wheel a sixth: it takes three times as long to read. Very long ones always
#: are, and in a wheel shorter ones may be.
LONG_BYTES, VERY_LONG_BYTES = 64 * 1024, 8 * 1024 * 1024
SAVED, SAVED_THOROUGH = 1 / 3, 1 / 6
LZMA_MAGIC = b"\xfd7zXZ"
#: What a header may ask for, in bytes; the presets in use need 2 and 9 MiB.
LZMA_MEMORY = 64 * 1024 * 1024
#: Presets of LZMA: the second takes five times as long, saves a quarter, and is read as fast.
QUICK, THOROUGH = 1, 6
#: What else is tried in a wheel, with texts up to so many bytes: literals without a context, and
#: the longest repetitions. The shortest is kept, and each is read as fast.
TRIED: tuple[dict[str, int], ...] = ({"lc": 0}, {"nice_len": 273}, {"lc": 0, "nice_len": 273})
TRIED_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PackedJson:
    """The JSON of one value, compressed until it is read if it is long."""

    stored: bytes
    packed_from: int | None = None  #: length when unpacked; None if it is not packed

    @classmethod
    def packed(cls, text: bytes, *, thorough: bool = False) -> Self:
        """Compress a text; `thorough` takes longer and saves more."""
        if len(text) < LONG_BYTES and not thorough:
            return cls(by_zlib(text), len(text))
        by_lzma = _by_lzma(text, THOROUGH if thorough else QUICK)
        if len(text) < VERY_LONG_BYTES:
            deflated = by_zlib(text)
            saved = SAVED_THOROUGH if thorough else SAVED
            if len(by_lzma) >= (1 - saved) * len(deflated):
                return cls(by_zlib(text, thorough=thorough), len(text))
        if thorough and len(text) <= TRIED_BYTES:
            by_lzma = min(by_lzma, *(_by_lzma(text, THOROUGH, **also) for also in TRIED), key=len)
        return cls(by_lzma, len(text))

    def compressed(self, *, thorough: bool = False) -> Self:
        """Return it compressed; what is already is left as it is, but by `thorough`."""
        if self.packed_from is not None and not thorough:
            return self
        return self.packed(self.read(), thorough=thorough)

    def __len__(self) -> int:
        """Return the length of the JSON in bytes."""
        return len(self.stored) if self.packed_from is None else self.packed_from

    def read(self) -> bytes:
        """Return the JSON, never more bytes than `packed_from`.

        Raises `HostError` for what nobody has packed so.
        """
        if self.packed_from is None:
            return self.stored
        unpack = _from_lzma if self.stored.startswith(LZMA_MAGIC) else _from_zlib
        text = unpack(self.stored, max(self.packed_from, 1))
        if len(text) != self.packed_from:
            raise HostError(
                "a case of a corpus cannot be unpacked; remove the folder `corpora` of the cache, "
                "and that beside the packages if there is one: they are built again"
            )
        return text


def _from_zlib(stored: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(stored, most)
    except zlib.error:
        return b""


def _from_lzma(stored: bytes, most: int) -> bytes:
    import lzma  # noqa: PLC0415 - few packages have such a case

    try:
        return lzma.LZMADecompressor(memlimit=LZMA_MEMORY).decompress(stored, most)
    except lzma.LZMAError:
        return b""


def by_zlib(text: bytes, *, thorough: bool = False) -> bytes:
    """Deflate a text; `thorough` tries what else may make it shorter.

    Numbers that were drawn repeat three digits everywhere, and to name the place takes more than to
    leave it; with less memory the codes are made anew more often.
    """
    if not thorough:
        return zlib.compress(text, 9)
    packings = [
        zlib.compressobj(9, memLevel=memory, strategy=strategy)
        for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED)
        for memory in (8, 5)
    ]
    return min((packing.compress(text) + packing.flush() for packing in packings), key=len)


def _by_lzma(text: bytes, preset: int, **also: int) -> bytes:
    import lzma  # noqa: PLC0415 - only while a corpus is made

    # Values of a text have no alignment, and the file that holds them has a digest.
    filters = [{"id": lzma.FILTER_LZMA2, "preset": preset, "pb": 0, **also}]
    return lzma.compress(text, check=lzma.CHECK_NONE, filters=filters)


@dataclass(frozen=True, slots=True)
class Case:
    """One input and the reference's answer to it.

    `size` is n of a scale case, `reference_cpu_seconds` was measured on the machine that built the
    corpus, `figures` are those of the reference's answer (see `Kind.split`).
    """

    group: Group
    index: int
    interface: Interface
    arguments_text: PackedJson
    expected_text: PackedJson
    size: int | None = None
    reference_cpu_seconds: float | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)

    @property
    def arguments_json(self) -> bytes:
        """The arguments as they are sent: a JSON array in parameter order, or batches of calls."""
        return self.arguments_text.read()

    @property
    def expected_json(self) -> bytes:
        """The reference's answer as JSON."""
        return self.expected_text.read()

    def unpacked(self) -> Self:
        """Return the case with its arguments as they are sent, to be read more than once."""
        if self.arguments_text.packed_from is None:
            return self
        return replace(self, arguments_text=PackedJson(self.arguments_json))

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments, decoded, by name."""
        return kind_of(self.interface).decode(self.interface, self.arguments_json)

    @property
    def expected(self) -> Any:
        """The reference's answer, decoded."""
        return json.loads(self.expected_json)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the reference: a JSON value, figures, and the CPU seconds of the call."""

    value: Any
    cpu_seconds: float | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)
