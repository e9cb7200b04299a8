"""What a kind of problem adds to the test that replays a counterexample."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from judge.values import Interface


@dataclass(frozen=True, slots=True)
class Replay:
    """Pieces of source for a test that replays a counterexample without the judge.

    helpers: entry as the judge named it, source -> definitions, among them `play`, which takes the
        module and `PLAYED` and returns the answer.
    played: arguments by name, the expected answer or None -> the expression `PLAYED`.
    expected: the expected answer in JSON -> the Python value of `EXPECTED`.
    assertions: the name of the rule, `equal` or `any-order` -> the lines that compare `answer` with
        what is expected.
    states_expected: whether the assertions need `EXPECTED`; if not, `PLAYED` holds it.
    stored: as `played`, but JSON for a file beside the test, which the test has as `CASE`.
    loaded: the expression that makes `PLAYED` of it.
    """

    helpers: Callable[[Interface, str, str], list[str]]
    played: Callable[[Interface, Mapping[str, Any], Any], str]
    expected: Callable[[Interface, Any], Any]
    assertions: Callable[[str], list[str]]
    stored: Callable[[Interface, Mapping[str, Any], Any], Any]
    loaded: str = 'CASE["played"]'
    states_expected: bool = True
