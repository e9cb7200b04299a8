"""The smallest failing input that a reduction found."""

from judge.judging.decision import CaseResult
from judge.problems import Case
from judge.records import dataclass


@dataclass(frozen=True, slots=True)
class Smallest:
    """A failing case, reduced by `calls` calls; `minimal` if no move reduces it further."""

    case: Case
    result: CaseResult
    minimal: bool
    calls: int
