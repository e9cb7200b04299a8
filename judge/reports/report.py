"""The report on one submission: frozen records, and their one JSON form.

Values of the submission in it, and all text that a submission can choose, are hostile.
"""

from collections.abc import Generator
from dataclasses import field
from enum import Enum
from typing import Any, Literal

from judge.events import Event
from judge.notes import Clock, ExceptionInfo, MessageBy, Note
from judge.records import dataclass, names_of
from judge.verdict import Verdict

REPORT_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRef:
    """Which package was judged; `version` is the hash of its folder."""

    slug: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionRef:
    """Which source was judged."""

    language: str
    sha256: str
    bytes: int
    #: The release of the interpreter that ran it, "3.12.3"; None if it was not run or is unknown.
    language_version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """Cases of one group: how many there are and how many passed."""

    total: int
    passed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """Counts over the corpus; the live search is counted apart, in group `live`."""

    total: int
    passed: int
    groups: dict[str, GroupCount]


@dataclass(frozen=True, slots=True, kw_only=True)
class CostlyCase:
    """One of the cases that took most of a run, in seconds of all its steps.

    Long `arguments` are short texts; `cut` names these, as in a failure.
    """

    group: str
    index: int
    size: int | None
    cpu_seconds: float
    wall_seconds: float
    reference_cpu_seconds: float | None
    arguments: Any
    cut: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """The first failing case, as small as it could be made. All values are hostile.

    `cut` names the values that are not whole, as paths: `arguments.nums`, `expected`,
    `calls.0.nums`. `call` is the index of the call that failed, the constructor being 0.
    `message_by` says whether the message is the judge's or that of the package's own checker.
    `hidden` says whether it tells of a case that the statement does not show: by its input, or in
    words of a program that had played one before.
    `stdout` is what was printed in this case alone, `stdout_left_out` the number of bytes missing
    in its middle, and `stdout_loading` what was printed while loading. `whole_run`: no case failed,
    but all cases together were over the budget of the run; `costly` are those that took most.
    `passes_alone`: it fails only after other cases. `index` is the place in its group of a case of
    the corpus that is shown as it is, not reduced.
    """

    group: str
    arguments: Any
    expected: Any
    actual: Any
    message: str
    minimal: bool = False
    exception: ExceptionInfo | None = None
    clock: Clock | None = None
    flags: list[Verdict]
    cut: list[str] = field(default_factory=list)
    call: int | None = None
    message_by: MessageBy = "judge"
    size: int | None = None
    line: int | None = None
    column: int | None = None
    state_leak: bool = False
    calls: list[Any] | None = None
    stdout: str = ""
    hidden: bool = True
    stdout_left_out: int = 0
    stdout_loading: str = ""
    whole_run: bool = False
    costly: list[CostlyCase] = field(default_factory=list)
    passes_alone: bool = False
    index: int | None = None

    @property
    def place(self) -> tuple[int | None, int | None]:
        """The line and column that are to blame: the exception's where the failure names none."""
        line = self.line
        if line is None and self.exception is not None:
            line = self.exception.line
        return line, self.column


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One size of the growth measurement. Seconds of CPU time of one call."""

    n: int
    cpu_seconds: float
    reference_cpu_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """CPU time against the reference on the same inputs; low..high is a 95 % interval."""

    ratio: float
    low: float
    high: float
    cpu_seconds: float
    reference_cpu_seconds: float
    points: list[Point] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """A measured growth class and what else the data allow.

    `comparison` says what a declared complexity was compared with; `inputs` names the kind of
    inputs that were measured, where they are not typical ones.
    """

    measured: str
    also_consistent_with: list[str] = field(default_factory=list)
    reference: str | None = None
    declared: str | None = None
    agrees: bool | None = None
    comparison: str | None = None
    inputs: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Growths:
    """How time and memory grow, where that was measured."""

    time: Growth | None = None
    memory: Growth | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Peak memory above an idle sandbox; `method` says how it was read."""

    peak_bytes: int | None
    reference_peak_bytes: int | None = None
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of the deciding case, or of the largest case when all passed.

    `least_cpu_seconds` and `least_wall_seconds` are those of the smallest cases.
    `run_cpu_seconds` and `run_wall_seconds` are the budget of all cases together.
    """

    cpu_seconds: float
    wall_seconds: float
    memory_bytes: int
    output_bytes: int
    close_call: bool = False
    least_cpu_seconds: float | None = None
    least_wall_seconds: float | None = None
    run_cpu_seconds: float | None = None
    run_wall_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One accepted solution of the package and its ratio to the reference."""

    name: str
    ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The submission's rank among the package's accepted solutions, itself counted in `of`."""

    rank: int
    of: int
    rungs: list[Rung]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """How many lines of the given program an accepted submission changed.

    `smallest` is the least that the package knows, and never above `changed`. `rewritten`: that is
    more than half of the given lines.
    """

    changed: int
    smallest: int
    rewritten: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Isolation:
    """What stood between the submission and this machine."""

    tier: Literal["full", "landlock", "limits-only"]
    missing: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of one submission. `to_json()` of it, as ASCII JSON, is the wire format.

    ASCII, since hostile text may hold lone surrogates, which UTF-8 cannot carry.
    """

    report_version: Literal[1] = 1
    problem: ProblemRef
    submission: SubmissionRef
    verdict: Verdict
    summary: str
    cases: Cases
    failure: Failure | None = None
    notes: list[Note] = field(default_factory=list)
    runtime: Runtime | None = None
    growth: Growths | None = None
    memory: Memory | None = None
    limits: Limits | None = None
    ladder: Ladder | None = None
    mend: Mend | None = None
    isolation: Isolation
    judge_version: str
    #: What an accepted submission printed while it was loaded and played the samples; hostile.
    stdout: str = ""
    #: Fields of the problem's kind (`Conclusion.extras`): top-level fields of the JSON.
    extras: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Played:
    """One input played by `judge run`, and the reference's answer. Values are hostile."""

    group: str
    arguments: Any
    expected: Any
    actual: Any
    verdict: Verdict
    message: str
    exception: ExceptionInfo | None
    stdout: str
    cpu_seconds: float
    cut: list[str] = field(default_factory=list)
    call: int | None = None
    message_by: MessageBy = "judge"
    stdout_left_out: int = 0
    stdout_loading: str = ""


@dataclass(frozen=True, slots=True)
class VerdictKnown:
    """Judging has accepted it, as this report says, and goes on to measure it.

    Measuring may yet find a wrong answer or a forbidden act: the last report counts.
    """

    report: Report


#: What judging yields before it returns the report.
JudgingEvent = Event | VerdictKnown
#: One submission on its way: yields what happens, returns the report.
Judging = Generator[JudgingEvent, None, Report]

#: Fields that hold values of a problem or a submission: JSON already, and of any depth.
_VALUES = frozenset({"arguments", "expected", "actual", "calls", "extras"})


def to_json(record: Report | Growths | Played) -> dict[str, Any]:
    """Return a record as plain JSON types, its fields in order, a verdict as its code."""
    document = _record(record)
    return document | document.pop("extras") if isinstance(record, Report) else document


def _record(record: Any) -> dict[str, Any]:
    pairs = ((name, getattr(record, name)) for name in names_of(record))
    return {name: value if name in _VALUES else _plain(value) for name, value in pairs}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return _record(value) if names_of(value) else value
