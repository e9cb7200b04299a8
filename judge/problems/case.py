"""One input of a problem with its expected answer. Stored as bytes, decoded when asked for."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from judge.values import Interface, Kind, decode_calls, encode_calls


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
class Text:
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

    `names` are the names of the arguments in the order in which they are sent, `size` is n of
    a scale case, `reference_cpu_seconds` was measured on the machine that made the corpus.
    """

    group: Group
    index: int
    names: tuple[str, ...]
    arguments_text: Text
    expected_text: Text
    size: int | None = None
    reference_cpu_seconds: float | None = None

    @classmethod
    def of(
        cls,
        group: Group,
        index: int,
        arguments_json: bytes,
        expected: Any,
        reference_cpu_seconds: float | None,
        interface: Interface,
        *,
        size: int | None = None,
    ) -> Self:
        """Return a case made of what was sent and what the reference answered."""
        return cls(
            group,
            index,
            argument_names(interface),
            Text(arguments_json),
            Text(_encode(expected)),
            size,
            reference_cpu_seconds,
        )

    @property
    def arguments_json(self) -> bytes:
        """Return what the sandbox is sent: a JSON array in parameter order, or batches of calls."""
        return self.arguments_text.read()

    @property
    def expected_json(self) -> bytes:
        """Return the reference's answer as JSON."""
        return self.expected_text.read()

    @property
    def arguments(self) -> dict[str, Any]:
        """Decode the arguments, by name."""
        return dict(zip(self.names, decode_calls(self.arguments_json), strict=True))

    @property
    def expected(self) -> Any:
        """Decode the reference's answer."""
        return json.loads(self.expected_json)


def argument_names(interface: Interface) -> tuple[str, ...]:
    """Return the names of an input's arguments, in the order in which they are sent."""
    if interface.kind is Kind.CLASS:
        return ("calls", "arguments")
    return tuple(parameter.name for parameter in interface.parameters)


def encode_arguments(interface: Interface, arguments: Mapping[str, Any]) -> bytes:
    """Return the arguments as the sandbox is sent them: a JSON array, or batches of calls."""
    if interface.kind is Kind.CLASS:
        return encode_calls(arguments["calls"], arguments["arguments"])
    return _encode([arguments[name] for name in argument_names(interface)])


def _encode(value: Any) -> bytes:
    # ASCII, so that a lone surrogate has a form too
    return json.dumps(value, separators=(",", ":")).encode("ascii")
