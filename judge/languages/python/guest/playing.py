"""Play one case: call a function with its arguments, or a class call by call."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from json.encoder import encode_basestring_ascii
from typing import Any, Protocol

from .candidates import folded
from .entry import Entry
from .nodes import Build, UnbuildableError, builder

_REFERENCE = re.compile(rb'\{"result":(\d{1,9})\}')
#: The longest text in bytes that replaces a reference.
_LONGEST = 1024
_CONSTANTS = {None: "null", True: "true", False: "false"}


class FunctionCase:
    """Plays cases of a function problem one at a time: prepare, call, then read the result."""

    def __init__(self, entry: Entry, build: Build, shape: str) -> None:
        self.shape: str | tuple[str, ...] = shape
        self.request: Mapping[str, Any] = {}
        self.call_index: int | None = None
        self.result: Any = None
        self._bind = entry.bind
        self._build = build
        self._arguments: list[Any] = []

    def prepare(self, arguments: list[Any]) -> None:
        """Build the arguments of a case."""
        self._arguments = self._build(arguments)

    def take(self, built: list[Any]) -> None:
        """Take arguments that were built before the submission was loaded."""
        self._arguments = built

    def call(self) -> None:
        """Call the entry, on a fresh `Solution()` if it is a method."""
        self.result = self._bind()(*self._arguments)

    def forget(self) -> None:
        """Release the case, outside the timed call."""
        self._arguments = []
        self.result = None


class ClassCase:
    """Plays cases of a class problem: all calls in a row on a fresh instance.

    A long case comes in batches, each prepared, called and read before the next:
    `[calls, arguments, first, more, kept]`, with the index of its first call, whether others follow
    and whether their calls refer to results of this one and earlier ones; else these are dropped.
    A call of the constructor's name makes another instance, which answers the calls after it.
    """

    def __init__(
        self, entry: Entry, interface: Mapping[str, Any], module: dict[str, Any] | None = None
    ) -> None:
        self.shape: str | tuple[str, ...] = "json"
        self.request: Mapping[str, Any] = {}
        self.call_index: int | None = None
        self.result: Any = None
        self._make = entry.bind
        self._methods = {folded(name): method for name, method in entry.methods.items()}
        self._constructors = {folded(name) for name in interface["names"]}
        shaped = [method for method in interface.get("methods", ()) if "parameters" in method]
        self._builders = {
            folded(method["name"]): builder(method["parameters"], module or {}) for method in shaped
        }
        self._shapes = {folded(method["name"]): method["returns"] for method in shaped}
        self._shapes_of_calls: tuple[str, ...] = ()
        self._given: list[Any] = []
        # Of each call: its method, or None for the constructor; what it is given; whether that
        # refers to a result.
        self._named: list[str | None] = []
        self._values: list[list[Any]] = []
        self._refers: Iterable[bool] = ()
        self._more = self._kept = False
        # For all batches so far; of the results, those that later calls may refer to.
        self._instance: Any = None
        self._results: list[Any] = []
        self._played = 0

    def prepare(self, arguments: list[Any], *, may_refer: bool = True) -> None:
        """Take the calls of a batch; without `may_refer`, no argument is or holds a dictionary."""
        calls, given, *batch = arguments
        first, more, *kept = batch or (0, False)
        if not calls or len(calls) != len(given):
            raise UnbuildableError("calls and arguments must be of one length")
        if first == 0:
            if folded(calls[0]) not in self._constructors:
                raise UnbuildableError("calls must begin with the constructor")
            self._instance, self._results, self._played = None, [], 0
            self._given, calls, given = given[0], calls[1:], given[1:]
        elif first != self._played:
            raise UnbuildableError("the calls before these were not played")
        # An old corpus does not say what is referred to.
        self._resolve(calls, given, may_refer=may_refer)
        self._more = more
        if self._shapes:
            self._shapes_of_calls = tuple(self._shapes.get(folded(name), "json") for name in calls)
        self._kept = kept[0] if kept else more

    take = prepare

    def _resolve(self, calls: list[str], given: list[Any], *, may_refer: bool) -> None:
        """Resolve each call to its method, its arguments, and whether they refer to a result."""
        methods: dict[str, str | None] = {}
        for name in set(calls):
            known = folded(name) in self._methods
            if not known and folded(name) not in self._constructors:
                raise UnbuildableError(f"the class has no method {name!r}")
            methods[name] = self._methods[folded(name)] if known else None
        if self._builders:
            given = [
                self._builders[folded(name)](values) if folded(name) in self._builders else values
                for name, values in zip(calls, given, strict=True)
            ]
        self._named, self._values = list(map(methods.__getitem__, calls)), given
        # Looked at together: with ten thousand calls that takes a third of the time.
        if may_refer and dict in set(map(type, chain.from_iterable(given))):
            self._refers = [any(map(_is_reference, values)) for values in given]
        else:
            self._refers = repeat(False)

    def call(self) -> None:
        """Construct the instance in the first batch, and make the calls of this batch.

        Afterwards `call_index` is the index of a call that raised.
        """
        results = self._results
        held, first = len(results), self._played
        try:
            if first == 0:
                self._instance = self._make()(*self._given)
                results.append(None)
            instance = self._instance
            calls = zip(self._named, self._values, self._refers)  # noqa: B905 - one may be endless
            for method, given, refers in calls:
                values = _referred(given, results) if refers else given
                if method is None:
                    self._instance = instance = self._make()(*values)
                    results.append(None)
                    continue
                result = getattr(instance, method)(*values)
                # A copy, since later calls may change the list.
                results.append(result[:] if type(result) is list else result)
        except BaseException:
            self.call_index = first + len(results) - held
            raise
        self._played = (first or 1) + len(self._named)
        self.result = results[held:] if held else results
        if self._shapes:
            self.shape = self._shapes_of_calls if first else ("json", *self._shapes_of_calls)

    def forget(self) -> None:
        """Release what is no longer needed, outside the timed call."""
        self._given = []
        self._named, self._values, self._refers = [], [], ()
        self.call_index = None
        self.result = None
        if not self._more:
            self._instance = None
        if not self._kept:
            self._results = []


class Case(Protocol):
    """What plays cases: `request` is what came with a call, `result` what it gave.

    `shape` is that of the result, or those of the results in a list.
    """

    request: Mapping[str, Any]
    call_index: int | None
    result: Any

    @property
    def shape(self) -> str | tuple[str, ...]: ...
    def prepare(self, arguments: list[Any]) -> None: ...
    def take(self, built: list[Any]) -> None: ...
    def call(self) -> None: ...
    def forget(self) -> None: ...


def put_results_in(line: bytes, results: list[Any]) -> bytes:
    """Replace the references in a batch by results of earlier ones, as they were sent.

    `judge/values/batches.py` does the same where the judge sends each batch by itself, so a short
    sequence of calls is given the same values either way.
    """

    def value(found: re.Match[bytes]) -> bytes:
        index = int(found[1])
        result = results[index] if index < len(results) else ()
        if type(result) is str:
            text = encode_basestring_ascii(result)
        elif type(result) is bool or result is None:
            text = _CONSTANTS[result]
        else:
            return found[0]
        return text.encode("ascii") if len(text) <= _LONGEST else found[0]

    return _REFERENCE.sub(value, line) if results else line


def _referred(values: list[Any], results: list[Any]) -> list[Any]:
    return [results[value["result"]] if _is_reference(value) else value for value in values]


def _is_reference(value: Any) -> bool:
    return type(value) is dict and value.keys() == {"result"}
