"""What judging yields while it works; front-ends read these and decide nothing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.reports import Report


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


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event: the report."""

    report: "Report"


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
    | Finished
)
