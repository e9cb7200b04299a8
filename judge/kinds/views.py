"""What people are shown of a case, ready to be drawn: its arguments, or its calls one by one.

Made from reports: every value is hostile, and a report of another server may hold anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from judge.values import MISSING, Interface, Shape


class ShownCase(Protocol):
    """A case as a report shows it; `cut` has the paths of values that are not whole."""

    @property
    def arguments(self) -> Any: ...

    @property
    def expected(self) -> Any: ...

    @property
    def actual(self) -> Any: ...

    @property
    def cut(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument. Where it is a tree, `nodes` has the values of the arguments in it, by name.

    `cut`: the value is the text of its beginning, or the name of a data file.
    """

    name: str
    value: Any
    shape: Shape = Shape.JSON
    cut: bool = False
    nodes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Values:
    """Arguments, each drawn by its shape, and both answers."""

    arguments: tuple[Argument, ...]
    expected: Any
    actual: Any


@dataclass(frozen=True, slots=True)
class ShownCall:
    """One call and both results, which are `MISSING` where there is none.

    `differs`: the results are not equal. `blamed`: it is the call, or one of those, that is wrong.
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
    """Calls in order, some of them left out where `total` is larger than their number."""

    calls: tuple[ShownCall, ...]
    total: int


View = Values | Calls


def values_view(interface: Interface, case: ShownCase) -> Values:
    """Return the arguments in the order of the entry's parameters, and both answers."""
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
        arguments.append(Argument(name, given[name], shape, cut, inside))
    return Values(tuple(arguments), case.expected, case.actual)


def plain_view(case: ShownCase) -> Values:
    """Return the arguments of a case of which no interface is known, each by its value alone."""
    given = case.arguments if isinstance(case.arguments, dict) else {"input": case.arguments}
    arguments = [
        Argument(str(name), value, cut=f"arguments.{name}" in case.cut)
        for name, value in given.items()
    ]
    return Values(tuple(arguments), case.expected, case.actual)


def calls_view(_interface: Interface, case: ShownCase) -> View:
    """Return the calls of a case; where the report leaves some out, with the numbers they had."""
    given = case.arguments if isinstance(case.arguments, dict) else {}
    names, inputs = given.get("calls"), given.get("arguments")
    if not (isinstance(names, list) and isinstance(inputs, list) and len(names) == len(inputs)):
        return plain_view(case)
    numbers, total = _numbers(given, len(names))
    calls = [
        ShownCall(
            number,
            str(name),
            tuple(values) if isinstance(values, list) else (values,),
            _at(case.expected, place),
            _at(case.actual, place),
            _differs(case.expected, case.actual, place),
        )
        for place, (number, name, values) in enumerate(zip(numbers, names, inputs, strict=True))
    ]
    return Calls(tuple(calls), total)


def _numbers(arguments: Mapping[str, Any], shown: int) -> tuple[list[int], int]:
    """Return the number of each call that is shown, and how many calls there were."""
    numbers, total = arguments.get("numbers"), arguments.get("total")
    if not (isinstance(numbers, list) and type(total) is int and len(numbers) == shown):
        return list(range(shown)), shown
    rising = all(type(number) is int for number in numbers) and numbers == sorted(set(numbers))
    if not rising or (numbers and not 0 <= numbers[0] <= numbers[-1] < total):
        return list(range(shown)), shown
    return numbers, total


def _at(results: Any, place: int) -> Any:
    """Return the result of a call; a constructor, the first call, has none."""
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
