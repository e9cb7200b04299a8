"""An implementation that a suite of tests calls from another program.

A CALL holds the arguments, its reply the result, or the type and the message of what was raised:
nothing of a traceback, which would show the source.
"""

from collections.abc import Mapping
from typing import Any

from . import border, faults, nodes, values
from .entry import Entry


class Remote:
    """Calls the entry of an implementation on arguments from elsewhere."""

    def __init__(self, entry: Entry, interface: Mapping[str, Any], module: dict[str, Any]) -> None:
        self._bind = entry.bind
        self._parameters = interface["parameters"]
        self._make = nodes.node_class(module)

    def call(self, payload: bytes) -> bytes:
        """Build the arguments, call, and encode what came of it."""
        given, trees = border.decode_arguments(payload, self._parameters, self._make)
        try:
            result = self._bind()(*given)
            return b'{"ok":' + border.encode_result(result, trees) + b"}"
        except BaseException as error:  # noqa: BLE001 - whatever it raised goes to the test
            raised = [faults.type_name(error), faults.message(error)]
            return values.plain({"error": raised})
