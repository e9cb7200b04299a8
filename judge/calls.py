"""The calls of a class problem, as people write them: `call 3, get(1)`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from judge.interface import Interface, folded
from judge.values import show

#: What a method returns of which nothing is expected.
NOTHING = "None"


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a case: its place, the constructor being 0, and what it returns."""

    index: int
    name: str
    arguments: tuple[Any, ...]
    returns: str

    @property
    def silent(self) -> bool:
        """Whether its result is nobody's business, as on LeetCode."""
        return self.returns == NOTHING

    def __str__(self) -> str:
        inside = ", ".join(_argument(argument) for argument in self.arguments)
        return f"call {self.index}, {self.name}({inside})"


def calls_of(interface: Interface, arguments: Mapping[str, Any]) -> list[Call]:
    """Return the calls of a case, in order."""
    returns = {folded(method.name): method.returns for method in interface.methods}
    pairs = zip(arguments["calls"], arguments["arguments"], strict=True)
    return [
        Call(index, name, tuple(given), returns.get(folded(name), NOTHING) if index else NOTHING)
        for index, (name, given) in enumerate(pairs)
    ]


def call_named(message: str) -> int | None:
    """Return the index of the call that a message begins with, as `Call` writes it."""
    found = _BEGINS.match(message)
    return int(found.group(1)) if found is not None else None


_BEGINS = re.compile(r"call (\d{1,9}), ", re.ASCII)


def _argument(argument: Any) -> str:
    if isinstance(argument, dict) and argument.keys() == {"result"}:
        return f"the result of call {argument['result']}"
    return show(argument, 40)
