"""The smallest failing input that was found."""

from dataclasses import dataclass

from judge.judging.decision import CaseResult
from judge.problems import Case


@dataclass(frozen=True, slots=True)
class Smallest:
    """A failing input, as small as the budget of calls could make it."""

    case: Case
    judged: CaseResult
    minimal: bool
    calls: int
