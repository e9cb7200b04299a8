"""What a kind of problem adds to the test that replays a counterexample."""

import re
from collections.abc import Callable, Mapping
from keyword import iskeyword
from typing import Any

from judge.records import dataclass
from judge.values import Interface, literal

#: Calls longer than this get their arguments by name.
WIDTH = 92


@dataclass(frozen=True, slots=True)
class Played:
    """An input that a test plays, and what is known of the submission.

    entry: what the judge calls, as a person names it. source: the text of the submission. rule: how
    answers are compared: `equal`, `any-order` or `custom`. expected: in JSON. asserted: whether the
    answer counts. beside: whether the test has the input as `case`, from a file beside it.
    """

    interface: Interface
    entry: str
    source: str
    rule: str
    arguments: Mapping[str, Any]
    expected: Any
    asserted: bool = True
    beside: bool = False

    @property
    def custom(self) -> bool:
        return self.rule == "custom"


@dataclass(frozen=True, slots=True)
class Replay:
    """Writes the part of a test that plays an input on the module `solution`.

    lines: the lines inside the test. They may call the helpers of `judge.reports.replay_parts` and
        of `helpers`, of which the test gets those that it names.
    helpers: definitions by name.
    """

    lines: Callable[[Played], list[str]]
    helpers: Mapping[str, str]


def attribute(owner: str, name: str) -> str:
    """Return the expression for an attribute, whose name may be hostile."""
    if re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII) and not iskeyword(name):
        return f"{owner}.{name}"
    return f"getattr({owner}, {literal(name)})"


def assigned(name: str, value: str) -> str:
    """Return the line that gives a local variable of the test its value."""
    return f"    {name} = {value}"
