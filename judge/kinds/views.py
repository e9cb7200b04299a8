"""Views of a case for front-ends to draw: its arguments, or its calls one by one.

Views are made from reports. Every value is hostile, and another server's report may hold anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Protocol

from judge.records import dataclass
from judge.values import MISSING, Interface, Shape


class ShownCase(Protocol):
    """A case as a report shows it; `cut` holds the paths of truncated values."""

    @property
    def arguments(self) -> Any: ...

    @property
    def expected(self) -> Any: ...

    @property
    def actual(self) -> Any: ...

    @property
    def cut(self) -> Sequence[str]: ...


class Shortened(str):
    """The text that stands in a report for a value too large to read; shown as it is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument. For a tree, `nodes` holds the values of the node arguments in it, by name.

    `cut`: the value is `Shortened`, or the name of a data file.
    """

    name: str
    value: Any
    shape: Shape = Shape.JSON
    cut: bool = False
    nodes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Values:
    """Arguments, each drawn according to its shape, and both answers."""

    arguments: tuple[Argument, ...]
    expected: Any
    actual: Any


@dataclass(frozen=True, slots=True)
class ShownCall:
    """One call and both results; a missing one is `MISSING`.

    `differs`: the results are not equal. `blamed`: the call is one of those at fault.
    """

    number: int
    name: str
    arguments: tuple[Any, ...]
    expected: Any = MISSING
    actual: Any = MISSING
    differs: bool = False
    blamed: bool = False


@dataclass(frozen=True, slots=True)
class Calls:
    """Calls in order; if there are fewer than `total`, some are left out."""

    calls: tuple[ShownCall, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with the names of their columns; `text` in their place where they are shortened."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a database, and both answers as tables; `actual` is None without one."""

    tables: tuple[Table, ...]
    expected: Table
    actual: Table | None


@dataclass(frozen=True, slots=True)
class Scenario:
    """Calls before, those of each thread, and calls after, with the results that were seen."""

    before: tuple[ShownCall, ...]
    threads: tuple[tuple[ShownCall, ...], ...]
    after: tuple[ShownCall, ...]


View = Values | Calls | Tables | Scenario


def values_view(interface: Interface, case: ShownCase) -> Values:
    """View the arguments, in the order of the entry's parameters, and both answers."""
    if not isinstance(case.arguments, dict):
        return plain_view(case)
    given = case.arguments
    nodes = [p for p in interface.parameters if p.shape is Shape.NODE and p.name in given]
    arguments = []
    for parameter in interface.parameters:
        name = parameter.name
        if name not in given:
            continue
        cut = f"arguments.{name}" in case.cut
        inside = {node.name: given[node.name] for node in nodes if node.of == name}
        shape = Shape.JSON if cut else parameter.shape
        value = _shortened(case, given[name], f"arguments.{name}")
        arguments.append(Argument(name, value, shape, cut, inside))
    return _values(case, arguments)


def plain_view(case: ShownCase) -> Values:
    """View the arguments of a case without an interface: each by its value alone."""
    given = case.arguments if isinstance(case.arguments, dict) else {"input": case.arguments}
    arguments = [
        Argument(
            str(name),
            _shortened(case, value, f"arguments.{name}"),
            cut=f"arguments.{name}" in case.cut,
        )
        for name, value in given.items()
    ]
    return _values(case, arguments)


def _values(case: ShownCase, arguments: Sequence[Argument]) -> Values:
    expected = _shortened(case, case.expected, "expected")
    return Values(tuple(arguments), expected, _shortened(case, case.actual, "actual"))


def _shortened(case: ShownCase, value: Any, path: str) -> Any:
    """Return the value, marked as text in place of another one if the report says so."""
    return Shortened(value) if isinstance(value, str) and path in case.cut else value


def calls_view(_interface: Interface, case: ShownCase) -> View:
    """View the calls of a case; if the report leaves some out, the others keep their numbers."""
    given = case.arguments if isinstance(case.arguments, dict) else {}
    names, inputs = given.get("calls"), given.get("arguments")
    if not (isinstance(names, list) and isinstance(inputs, list) and len(names) == len(inputs)):
        return plain_view(case)
    numbers, total = _numbers(given, len(names))
    calls = [
        ShownCall(
            number,
            str(name),
            tuple(
                _shortened(case, value, f"arguments.arguments.{place}.{index}")
                for index, value in enumerate(values if isinstance(values, list) else [values])
            ),
            _shortened(case, _at(case.expected, place), f"expected.{place}"),
            _shortened(case, _at(case.actual, place), f"actual.{place}"),
            _differs(case.expected, case.actual, place),
        )
        for place, (number, name, values) in enumerate(zip(numbers, names, inputs, strict=True))
    ]
    return Calls(tuple(calls), total)


def _numbers(arguments: Mapping[str, Any], shown: int) -> tuple[list[int], int]:
    """Return the number of each shown call, and the total number of calls."""
    numbers, total = arguments.get("numbers"), arguments.get("total")
    if not (isinstance(numbers, list) and type(total) is int and len(numbers) == shown):
        return list(range(shown)), shown
    rising = all(type(number) is int for number in numbers) and numbers == sorted(set(numbers))
    if not rising or (numbers and not 0 <= numbers[0] <= numbers[-1] < total):
        return list(range(shown)), shown
    return numbers, total


def _at(results: Any, place: int) -> Any:
    """Return the result of a call; the constructor, call 0, has none."""
    if not isinstance(results, list) or place >= len(results) or place == 0:
        return MISSING
    return results[place]


def _differs(expected: Any, actual: Any, place: int) -> bool:
    if not (isinstance(expected, list) and isinstance(actual, list)):
        return False
    if place >= len(expected) or place >= len(actual):
        return place >= len(actual)
    one, other = expected[place], actual[place]
    return type(one) is not type(other) or bool(one != other)


def tables_view(interface: Interface, case: ShownCase) -> View:
    """View the tables of a query's case, and the rows of both answers."""
    given, own = case.arguments, interface.own
    if not isinstance(given, dict):
        return plain_view(case)
    tables = [
        _table(table["name"], table["columns"], given[table["name"]])
        for table in own.get("tables", ())
        if table["name"] in given
    ]
    columns = own.get("answer", ())
    actual = None if case.actual is None else _table("actual", columns, case.actual)
    return Tables(tuple(tables), _table("expected", columns, case.expected), actual)


def _table(name: str, columns: Sequence[str], rows: Any) -> Table:
    if not isinstance(rows, list):
        return Table(name, tuple(columns), (), str(rows))
    shown = tuple(tuple(row) if isinstance(row, list) else (row,) for row in rows)
    return Table(name, tuple(columns), shown)


def scenario_view(_interface: Interface, case: ShownCase) -> View:
    """View the calls of a scenario, each with its result; a missing one is `MISSING`."""
    given = case.arguments if isinstance(case.arguments, dict) else {}
    parts = [given.get("before"), *_lists(given.get("threads")), given.get("after")]
    if len(parts) < 3 or not all(isinstance(part, list) for part in parts):
        return plain_view(case)
    results = iter(case.actual if isinstance(case.actual, list) else ())
    shown = [tuple(_scenario_call(call, next(results, MISSING)) for call in part) for part in parts]
    return Scenario(shown[0], tuple(shown[1:-1]), shown[-1])


def _lists(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _scenario_call(call: Any, result: Any) -> ShownCall:
    name, *arguments = call if isinstance(call, list) and call else ["?"]
    return ShownCall(0, str(name), tuple(arguments), actual=result)
