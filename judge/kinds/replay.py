"""A counterexample as the text of a test: what a kind of problem adds to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from judge.values import Interface


@dataclass(frozen=True, slots=True)
class Replay:
    """Pieces of source for a test that plays a counterexample without the judge.

    helpers: entry as the judge named it, source -> definitions; one of them is `play`, which takes
        the module and `PLAYED` and returns the answer.
    played: arguments by name, the expected answer or None -> the expression `PLAYED`.
    expected: the answer in JSON -> as Python has it, for `EXPECTED`.
    assertions: the name of the rule, `equal` or `any-order` -> the lines that hold the answer, in
        `answer`, against what is expected.
    states_expected: whether they need `EXPECTED`; else `PLAYED` holds what is expected.
    """

    helpers: Callable[[Interface, str, str], list[str]]
    played: Callable[[Interface, Mapping[str, Any], Any], str]
    expected: Callable[[Interface, Any], Any]
    assertions: Callable[[str], list[str]]
    states_expected: bool = True
