"""One input of a problem with its expected answer. Stored as bytes, decoded when asked for."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from judge.kinds import kind_of
from judge.values import Interface


class Group(StrEnum):
    """Where a case comes from. The corpus holds the first four, in this order."""

    SAMPLE = "sample"
    EDGE = "edge"
    GENERATED = "generated"
    SCALE = "scale"
    LIVE = "live"


#: From here on a text is packed by the slower method, which sees how much alike its parts are.
VERY_LONG_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PackedJson:
    """The JSON of one value. A long one stays compressed until it is read."""

    stored: bytes
    packed_from: int | None = None  #: how many bytes it unpacks to; None when it is not packed

    @classmethod
    def packed(cls, text: bytes) -> Self:
        """Return a text that is kept compressed."""
        if len(text) < VERY_LONG_BYTES:
            return cls(zlib.compress(text, 9), len(text))
        import lzma  # noqa: PLC0415 - few packages have such a case

        return cls(lzma.compress(text, preset=1), len(text))

    def read(self) -> bytes:
        """Return the JSON. Never more bytes than it was said to hold."""
        if self.packed_from is None:
            return self.stored
        if self.packed_from < VERY_LONG_BYTES:
            return zlib.decompressobj().decompress(self.stored, max(self.packed_from, 1))
        import lzma  # noqa: PLC0415 - few packages have such a case

        return lzma.LZMADecompressor().decompress(self.stored, self.packed_from)


@dataclass(frozen=True, slots=True)
class Case:
    """One input and what the reference answered to it.

    `size` is n of a scale case, `reference_cpu_seconds` was measured on the machine that made the
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
        """What the sandbox is sent: a JSON array in parameter order, or batches of calls."""
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
    """What the reference answered: a JSON value, figures beside it, and its CPU seconds."""

    value: Any
    cpu_seconds: float | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)
