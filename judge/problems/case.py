"""A case: an input and its expected answer, stored as bytes and decoded on access."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any, Self

from judge.kinds import kind_of
from judge.records import dataclass
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


#: Longer texts are compressed with LZMA, which is slower and finds distant repetitions.
VERY_LONG_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PackedJson:
    """The JSON of one value, compressed until it is read if it is long."""

    stored: bytes
    packed_from: int | None = None  #: length when unpacked; None if it is not packed

    @classmethod
    def packed(cls, text: bytes) -> Self:
        """Compress a text."""
        if len(text) < VERY_LONG_BYTES:
            return cls(zlib.compress(text, 9), len(text))
        import lzma  # noqa: PLC0415 - few packages have such a case

        return cls(lzma.compress(text, preset=1), len(text))

    def read(self) -> bytes:
        """Return the JSON, never more bytes than `packed_from`."""
        if self.packed_from is None:
            return self.stored
        if self.packed_from < VERY_LONG_BYTES:
            return zlib.decompressobj().decompress(self.stored, max(self.packed_from, 1))
        import lzma  # noqa: PLC0415 - few packages have such a case

        return lzma.LZMADecompressor().decompress(self.stored, self.packed_from)


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
