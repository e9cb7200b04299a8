"""Playing one case: a function with its arguments, or a class call by call."""

from collections.abc import Mapping
from typing import Any

from sandbox.guest.candidates import folded
from sandbox.guest.entry import Entry
from sandbox.guest.nodes import Build, UnbuildableError


class FunctionCase:
    """Plays cases of a function problem, one at a time: prepare, call, then read the result."""

    def __init__(self, entry: Entry, build: Build, shape: str) -> None:
        self.shape = shape
        self.call_index: int | None = None
        self.result: Any = None
        self._bind = entry.bind
        self._build = build
        self._arguments: list[Any] = []

    def prepare(self, arguments: list[Any]) -> None:
        self._arguments = self._build(arguments)

    def call(self) -> None:
        """Call the entry, of a fresh `Solution()` where there is one."""
        self.result = self._bind()(*self._arguments)

    def forget(self) -> None:
        """Let go of what the case held, outside the timed call."""
        self._arguments = []
        self.result = None


class ClassCase:
    """Plays cases of a class problem: all calls in a row on a fresh instance."""

    shape = "json"

    def __init__(self, entry: Entry, interface: Mapping[str, Any]) -> None:
        self.call_index: int | None = None
        self.result: Any = None
        self._make = entry.bind
        self._methods = {folded(name): method for name, method in entry.methods.items()}
        self._constructors = {folded(name) for name in interface["names"]}
        self._calls: list[tuple[str, list[Any], bool]] = []

    def prepare(self, arguments: list[Any]) -> None:
        calls, given = arguments
        if not calls or len(calls) != len(given) or folded(calls[0]) not in self._constructors:
            raise UnbuildableError("calls must begin with the constructor, one argument list each")
        self._calls = [("", given[0], False)]
        for name, values in zip(calls[1:], given[1:], strict=True):
            method = self._methods.get(folded(name))
            if method is None:
                raise UnbuildableError(f"the class has no method {name!r}")
            self._calls.append((method, values, any(map(_is_reference, values))))

    def call(self) -> None:
        """Make the instance and play its calls; `call_index` tells which of them raised."""
        index = 0
        results: list[Any] = [None]
        try:
            instance = self._make()(*self._calls[0][1])
            for index, call in enumerate(self._calls[1:], 1):  # noqa: B007 - told when one raises
                method, given, refers = call
                values = _referred(given, results) if refers else given
                result = getattr(instance, method)(*values)
                # What counts is the list as it was returned, not as later calls leave it.
                results.append(result[:] if type(result) is list else result)
        except BaseException:
            self.call_index = index
            raise
        self.result = results

    def forget(self) -> None:
        """Let go of what the case held, outside the timed call."""
        self._calls = []
        self.call_index = None
        self.result = None


Case = FunctionCase | ClassCase


def _referred(values: list[Any], results: list[Any]) -> list[Any]:
    return [results[value["result"]] if _is_reference(value) else value for value in values]


def _is_reference(value: Any) -> bool:
    return type(value) is dict and value.keys() == {"result"}
