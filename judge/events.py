"""Progress of long work: a generator yields these steps and returns its result.

Judging, measuring and mutation testing all keep to it. A caller that watches nothing takes the
result with `result_of(steps)`; inside another generator it is `result = yield from steps`.
"""

from collections.abc import Callable, Generator
from typing import TypeVar

from judge.records import dataclass
from judge.verdict import Verdict

S = TypeVar("S")
R = TypeVar("R")


def result_of(steps: Generator[S, None, R], watch: Callable[[S], object] | None = None) -> R:
    """Run a generator to completion and return its value; `watch` is called with every step."""
    while True:
        try:
            step = next(steps)
        except StopIteration as ended:
            result: R = ended.value
            return result
        if watch is not None:
            watch(step)


@dataclass(frozen=True, slots=True)
class DataBuilding:
    """The large files of this package are being made, once."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class CorpusBuilding:
    """The corpus of this package version is being made, once."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Started:
    """The corpus is at hand and the first case is about to be played."""

    slug: str
    total: int
    tier: str


@dataclass(frozen=True, slots=True)
class CaseJudged:
    """One case of the corpus got its verdict."""

    group: str
    index: int
    passed: bool
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class SmallPassed:
    """The `done` small cases of `total` have passed; the large ones are waited for."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class CorpusVerdict:
    """The whole corpus is judged; the live search or the shrinking comes next."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Searching:
    """The live search has tried `done` of `total` fresh inputs."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Shrinking:
    """The counterexample is being made smaller."""

    calls: int


@dataclass(frozen=True, slots=True)
class TimingWaits:
    """All `cores` are taken by the timing of other judges, for `seconds` so far."""

    cores: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Timing:
    """Pairs of runs have been timed, of the submission or of a rung of the ladder."""

    done: int
    total: int
    rung: str = ""


#: What judging yields.
Event = (
    DataBuilding
    | CorpusBuilding
    | Started
    | CaseJudged
    | SmallPassed
    | CorpusVerdict
    | Searching
    | Shrinking
    | TimingWaits
    | Timing
)


@dataclass(frozen=True, slots=True)
class Measuring:
    """Growth of `what` is measured at size `n`; `done` is the part of the budget spent, 0 to 1."""

    what: str
    n: int
    done: float


@dataclass(frozen=True, slots=True)
class MutantsPlayed:
    """`done` of `total` mutants of one package have been played."""

    slug: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Comparing:
    """Two programs have been compared on `done` of `total` inputs."""

    done: int
    total: int


#: What any long work of the judge yields.
Step = Event | Measuring | MutantsPlayed | Comparing
