"""Limits of a case and of a whole run, derived from the reference on this machine. Pure."""

from typing import Literal, Self

from judge.judging.decision import CaseResult
from judge.notes import Clock
from judge.problems import Corpus, Problem
from judge.records import dataclass, replace
from judge.verdict import Verdict
from sandbox import MIB, Ending, Limit

#: Bytes of wrong answers to read while a failure is explained. Hostile ones cost the judge up to
#: 0.2 s for each mebibyte, which the limits of the submission do not count.
ANSWERS_BYTES = 4 * 1024 * 1024


#: CPU seconds of a whole run beside a multiple of the reference's.
RUN_SECONDS = 10.0
#: Wall seconds of a whole run for each of its CPU seconds, and beside these.
RUN_WALL_FACTOR, RUN_WALL_SECONDS = 2.0, 30.0


def case_limit(problem: Problem, reference_cpu_seconds: float | None) -> Limit:
    """Return CPU time of `max(floor, factor x reference)`, and wall time with room for waiting."""
    cpu = max(problem.floor_seconds, problem.time_factor * (reference_cpu_seconds or 0.0))
    return Limit(cpu_seconds=cpu, wall_seconds=2.0 * cpu + 1.0)


def total_cpu(problem: Problem, reference_cpu_seconds: float) -> float:
    """Return the CPU seconds that all cases of a run may take together."""
    return RUN_SECONDS + problem.time_factor * reference_cpu_seconds


def total_wall(total_cpu_seconds: float) -> float:
    """Return the wall seconds that all cases of a run may take together.

    The limit stops submissions that sleep a little in each case. Time in which a program waits for
    a core does not count; time in which the judge waits for one does, on a busy host a few
    milliseconds for each step.
    """
    return RUN_WALL_SECONDS + RUN_WALL_FACTOR * total_cpu_seconds


def limit_words(problem: Problem) -> tuple[str, str]:
    """Say what a case may take, and what a whole run; the reference's time is this machine's."""
    factor, least = f"{problem.time_factor:g} times the reference's", case_limit(problem, None)
    case = (
        f"A case: {least.cpu_seconds:g} s of CPU time, or {factor} if that is more; "
        f"{problem.memory_bytes / MIB:g} MiB."
    )
    run = (
        f"A whole run: {RUN_SECONDS:g} s of CPU time and {factor}; "
        f"{RUN_WALL_FACTOR:g} times that and {RUN_WALL_SECONDS:g} s by the wall clock."
    )
    return case, run


@dataclass(frozen=True, slots=True)
class Budget:
    """The seconds that a submission may take for all cases of a corpus, or as many fresh inputs."""

    cpu_seconds: float
    wall_seconds: float

    @classmethod
    def of(cls, problem: Problem, corpus: Corpus) -> Self:
        """Return the budget for a corpus, including the replay under the second hash seed."""
        reference = sum(case.reference_cpu_seconds or 0.0 for case in corpus.cases)
        cpu = total_cpu(problem, reference)
        return cls(cpu, total_wall(cpu))

    def enforce(self, result: CaseResult, cpu_seconds: float, wall_seconds: float) -> CaseResult:
        """Turn a passed case into time limit exceeded if these seconds are over the budget."""
        if not result.passed:
            return result
        if cpu_seconds > self.cpu_seconds:
            return _over(result, self.cpu_seconds, "CPU")
        if wall_seconds > self.wall_seconds:
            return _over(result, self.wall_seconds, "wall")
        return result


def _over(result: CaseResult, budget: float, clock: Literal["CPU", "wall"]) -> CaseResult:
    message = (
        f"all cases together took over {budget:.3g} s of {clock} time, the budget of the whole "
        "run; no case alone was over its limit"
    )
    ending = Ending.CPU_LIMIT if clock == "CPU" else Ending.WALL_LIMIT
    outcome = replace(result.outcome, ending=ending)
    fired: Clock = "cpu" if clock == "CPU" else "wall"
    verdict = Verdict.TIME_LIMIT_EXCEEDED
    return CaseResult(verdict, message, outcome, whole_run=True, clock=fired)
