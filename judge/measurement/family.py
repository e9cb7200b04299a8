"""The family of a failing input: its beginnings, in which numbers and nodes keep their part. Pure.

Growth on typical inputs says nothing of a quickselect that is slow on sorted ones.
"""

import contextlib
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from judge.errors import UsageError
from judge.records import dataclass, replace
from judge.values import Interface, Shape

#: An input of fewer items has no beginnings worth measuring.
FEWEST = 64
#: The smallest beginning has some 4 items, and at most an eighth of the whole.
LEAST, PARTS = 4, 8
#: How many items a beginning may be shorter than was asked for, where that one is not allowed.
SHORTER = 3

Arguments = Mapping[str, Any]
Validate = Callable[[dict[str, Any]], str | None]


@dataclass(frozen=True, slots=True)
class Family:
    """Inputs like one that failed. `name` says what they have in common.

    `sizes` are the least and the largest, which is that of the input itself.
    """

    name: str
    whole: Arguments
    interface: Interface
    validate: Validate
    sizes: tuple[int, int]

    def sized(self, n: int) -> dict[str, Any]:
        """Return the beginning of size n. Raises `UsageError` where none is allowed."""
        for shorter in range(SHORTER + 1):
            part = max(n - shorter, 1) / self.sizes[1]
            for arguments in _beginnings(self.whole, self.interface, part):
                if self.validate(arguments) is None:
                    return arguments
        raise UsageError(f"no beginning of the failing input of size {n} is allowed")


def family_of(
    interface: Interface, arguments: Arguments, validate: Validate, size: int | None
) -> Family | None:
    """Return the family of an input; None where its beginnings are no allowed inputs."""
    length = max((len(value) for value in arguments.values() if _is_long(value)), default=0)
    if length < FEWEST:
        return None
    whole = size or length
    family = Family(_name(interface, arguments), arguments, interface, validate, (whole, whole))
    smallest = whole
    with contextlib.suppress(UsageError):
        while smallest >= 2 * LEAST:
            family.sized(smallest // 2)
            smallest //= 2
    return replace(family, sizes=(smallest, whole)) if smallest * PARTS <= whole else None


def _beginnings(whole: Arguments, interface: Interface, part: float) -> Iterator[dict[str, Any]]:
    """Yield beginnings of an input: numbers as they are, then in proportion."""
    cut = {
        name: value[: max(round(len(value) * part), 1)] if _is_long(value) else value
        for name, value in whole.items()
    }
    if part >= 1:
        yield dict(cut)
        return
    shapes = {parameter.name: parameter for parameter in interface.parameters}
    nodes: dict[str, Iterator[Any]] = {}
    choices: list[list[tuple[str, Any]]] = []
    for name, value in cut.items():
        parameter = shapes.get(name)
        if parameter is not None and parameter.shape is Shape.TREE:
            while value and value[-1] is None:
                value.pop()
            nodes[name] = (node for node in reversed(value) if node is not None)
        elif parameter is not None and parameter.shape is Shape.NODE and parameter.of in nodes:
            # The last nodes: as low as those of the whole tree mostly are.
            choices.append([(name, next(nodes[parameter.of], value))])
        elif type(value) is int:
            choices.append([(name, value), (name, max(round(value * part), 1))])
    for chosen in itertools.product(*choices):
        yield cut | dict(chosen)


def _is_long(value: Any) -> bool:
    return isinstance(value, list | str) and len(value) >= FEWEST // 2


def _name(interface: Interface, arguments: Arguments) -> str:
    """Return what the items of the longest argument have in common."""
    name, longest = max(
        ((name, value) for name, value in arguments.items() if _is_long(value)),
        key=lambda item: len(item[1]),
    )
    shapes = {parameter.name: parameter.shape for parameter in interface.parameters}
    if shapes.get(name) is Shape.TREE:
        return "a chain" if _is_chain(longest) else OTHER
    if isinstance(longest, str):
        return "one character repeated" if len(set(longest)) == 1 else OTHER
    if name not in shapes or not all(type(item) in (int, float) for item in longest):
        return OTHER
    return _order(longest)


OTHER = "its beginnings"


def _order(numbers: Sequence[float]) -> str:
    pairs = list(itertools.pairwise(numbers))
    if all(one == other for one, other in pairs):
        return "all equal"
    if all(one <= other for one, other in pairs):
        return "sorted"
    return "falling" if all(one >= other for one, other in pairs) else OTHER


def _is_chain(level_order: Sequence[Any]) -> bool:
    """Whether no node has two children."""
    children = itertools.islice(level_order, 1, None)
    return not any(
        left is not None and right is not None
        for left, right in itertools.zip_longest(children, children)
    )
