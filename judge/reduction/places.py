"""Places of values inside an input, and copies of it with some of them changed."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from judge.records import dataclass
from judge.values import is_reference

Arguments = dict[str, Any]
Step = str | int

#: The key of a reference to what an earlier call returned; its number is no value.
REFERENCE = "result"
#: A field of a text that is a number, as the time in a line of a log: digits beside no letter.
_NUMBER = re.compile(r"\b[0-9]{1,12}\b")


@dataclass(frozen=True, slots=True)
class Path:
    """The way from an input to one value inside it."""

    steps: tuple[Step, ...]

    def of(self, arguments: Arguments) -> Any:
        """Return the value at this place."""
        value: Any = arguments
        for step in self.steps:
            value = value[step]
        return value


def places(arguments: Arguments, start: tuple[Step, ...]) -> Iterator[Path]:
    """Yield the place `start` and all inside it, outer ones first."""
    left = [Path(start)]
    while left:
        path = left.pop()
        value = path.of(arguments)
        if is_reference(value):
            continue
        yield path
        if isinstance(value, list):
            left += [Path((*path.steps, i)) for i in reversed(range(len(value)))]
        elif isinstance(value, dict):
            left += [Path((*path.steps, key)) for key in reversed(value)]


def put(arguments: Arguments, path: Path, value: Any) -> Arguments:
    """Return a copy with another value at one place; what is beside it is shared."""
    chain: list[Any] = [arguments]
    for step in path.steps[:-1]:
        chain.append(chain[-1][step])
    for holder, step in zip(reversed(chain), reversed(path.steps), strict=True):
        changed = holder.copy()
        changed[step] = value
        value = changed
    return dict(value)


def ints_in(arguments: Arguments, scope: str | None) -> Iterator[int]:
    """Yield the whole numbers of one argument, or of all, those in the fields of texts too."""
    left = list(arguments.values()) if scope is None else [arguments[scope]]
    while left:
        value = left.pop()
        if type(value) is int:
            yield value
        elif isinstance(value, str):
            yield from map(int, () if value.isalnum() else _NUMBER.findall(value))
        elif isinstance(value, list):
            left += value
        elif isinstance(value, dict) and not is_reference(value):
            left += value.values()


def map_ints(arguments: Arguments, scope: str | None, change: Callable[[int], int]) -> Arguments:
    """Return a copy with the numbers of `ints_in` changed."""
    return {
        name: _mapped(value, change) if scope in {None, name} else value
        for name, value in arguments.items()
    }


def _mapped(value: Any, change: Callable[[int], int]) -> Any:
    if type(value) is int:
        return change(value)
    if isinstance(value, str):
        return value if value.isalnum() else _NUMBER.sub(lambda found: _field(found, change), value)
    if isinstance(value, list):
        # Most items are numbers: a call less for each.
        return [change(item) if type(item) is int else _mapped(item, change) for item in value]
    if isinstance(value, dict) and not is_reference(value):
        return {key: _mapped(item, change) for key, item in value.items()}
    return value


def _field(found: re.Match[str], change: Callable[[int], int]) -> str:
    number = int(found[0])
    changed = change(number)
    return found[0] if changed == number else str(changed)
