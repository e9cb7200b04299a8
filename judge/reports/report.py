"""The frozen result of one submission, and its one JSON form."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from judge.notes import Clock, ExceptionInfo, Note
from judge.verdict import Verdict

REPORT_VERSION = 1


class _Frozen(BaseModel):
    # Built when the first report is made: a third of the start-up otherwise.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class ProblemRef(_Frozen):
    """Which package was judged; `version` is the hash of its folder."""

    slug: str
    version: str


class SubmissionRef(_Frozen):
    """Which source was judged."""

    language: str
    sha256: str
    bytes: int


class GroupCount(_Frozen):
    """Cases of one group: how many there are and how many passed."""

    total: int
    passed: int


class Cases(_Frozen):
    """Counts over the corpus; the live search is counted apart, in group `live`."""

    total: int
    passed: int
    groups: dict[str, GroupCount]


class Failure(_Frozen):
    """The first failing case, as small as it could be made. All values are hostile."""

    group: str
    arguments: Any
    expected: Any
    actual: Any
    message: str
    minimal: bool = False
    exception: ExceptionInfo | None = None
    clock: Clock | None = None
    flags: list[Verdict]
    size: int | None = None
    line: int | None = None
    column: int | None = None
    state_leak: bool = False
    calls: list[Any] | None = None
    stdout: str = ""


class Point(_Frozen):
    """One size of the growth measurement. Seconds of CPU time of one call."""

    n: int
    cpu_seconds: float
    reference_cpu_seconds: float


class Runtime(_Frozen):
    """CPU time against the reference on the same inputs; low..high is a 95 % interval."""

    ratio: float
    low: float
    high: float
    cpu_seconds: float
    reference_cpu_seconds: float
    points: list[Point] = []


class Growth(_Frozen):
    """A measured growth class and what else the data allow."""

    measured: str
    also_consistent_with: list[str] = []
    reference: str | None = None
    declared: str | None = None
    agrees: bool | None = None


class Growths(_Frozen):
    time: Growth | None = None
    memory: Growth | None = None


class Memory(_Frozen):
    """Peak memory above an idle sandbox; `method` says how it was read."""

    peak_bytes: int | None
    reference_peak_bytes: int | None = None
    method: str


class Limits(_Frozen):
    """The limits of the deciding case, or of the largest case when all passed."""

    cpu_seconds: float
    wall_seconds: float
    memory_bytes: int
    output_bytes: int
    close_call: bool = False


class Rung(_Frozen):
    name: str
    ratio: float


class Ladder(_Frozen):
    rank: int
    of: int
    rungs: list[Rung]


class Isolation(_Frozen):
    """What stood between the submission and this machine."""

    tier: Literal["full", "landlock", "limits-only"]
    missing: list[str] = []


class Report(_Frozen):
    """The result of one submission. Its `model_dump()` as ASCII JSON is the wire format.

    ASCII, since hostile text may hold lone surrogates: `model_dump_json()` refuses them.
    """

    report_version: Annotated[Literal[1], Field()] = 1
    problem: ProblemRef
    submission: SubmissionRef
    verdict: Verdict
    summary: str
    cases: Cases
    failure: Failure | None = None
    notes: list[Note] = []
    runtime: Runtime | None = None
    growth: Growths | None = None
    memory: Memory | None = None
    limits: Limits | None = None
    ladder: Ladder | None = None
    isolation: Isolation
    judge_version: str


#: How long the text is that stands for a value too large to read; it ends in `...`.
CUT_CHARACTERS = 200


def is_cut(value: Any) -> bool:
    """Whether a report holds only the beginning of a large value, or the name of a file."""
    if isinstance(value, dict):
        return "data" in value
    return isinstance(value, str) and len(value) == CUT_CHARACTERS and value.endswith("...")
