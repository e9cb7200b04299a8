"""Limits of each step, derived from the reference on this machine. Pure."""

from dataclasses import dataclass, replace
from typing import Literal, Self

from judge.execution import SIDE
from judge.judging.decision import CaseResult
from judge.notes import Clock
from judge.problems import Corpus, Problem
from judge.verdict import Verdict
from sandbox import Ending, Limit

#: Bytes of wrong answers that are read once a case has failed, to say more of it. They cost up to
#: 0.2 s a mebibyte (answers that nobody gives by mistake), which is no time of the submission's.
ANSWERS_BYTES = 4 * 1024 * 1024


def case_limit(problem: Problem, reference_cpu_seconds: float | None) -> Limit:
    """Return `max(floor, factor x reference)` of CPU, and wall time with room for waiting."""
    cpu = max(problem.floor_seconds, problem.time_factor * (reference_cpu_seconds or 0.0))
    return Limit(cpu_seconds=cpu, wall_seconds=2.0 * cpu + 1.0)


def total_cpu(problem: Problem, reference_cpu_seconds: float) -> float:
    """Return the CPU seconds a whole run may take, whatever each case took."""
    return 10.0 + problem.time_factor * reference_cpu_seconds


def total_wall(total_cpu_seconds: float) -> float:
    """Return the wall seconds that all cases of a run may take together.

    Of the submission's waiting for a core none is counted, of the judge's all: on a busy host that
    may be a few milliseconds a step. It ends those that sleep a little in each case.
    """
    return 30.0 + 2.0 * total_cpu_seconds


@dataclass(frozen=True, slots=True)
class Budget:
    """The seconds that a submission may take for all cases of a corpus, or as many others."""

    cpu_seconds: float
    wall_seconds: float

    @classmethod
    def of(cls, problem: Problem, corpus: Corpus) -> Self:
        """Return the budget of a corpus; what passes it has time for its small cases again."""
        reference = sum(case.reference_cpu_seconds or 0.0 for case in corpus.cases)
        cpu = total_cpu(problem, reference)
        return cls(cpu, total_wall(cpu))

    def held(self, judged: CaseResult, cpu_seconds: float, wall_seconds: float) -> CaseResult:
        """Return a passed case as it is while these seconds are within the budget, else as TLE."""
        if not judged.passed:
            return judged
        if cpu_seconds > self.cpu_seconds:
            return _over(judged, self.cpu_seconds, "CPU")
        if wall_seconds > self.wall_seconds:
            return _over(judged, self.wall_seconds, "wall")
        return judged


def _over(judged: CaseResult, budget: float, clock: Literal["CPU", "wall"]) -> CaseResult:
    message = f"the whole run took over {budget:.3g} s of {clock} time, and this is where it ended"
    ending = Ending.CPU_LIMIT if clock == "CPU" else Ending.WALL_LIMIT
    outcome = replace(judged.outcome, ending=ending, limit=SIDE)
    fired: Clock = "cpu" if clock == "CPU" else "wall"
    verdict = Verdict.TIME_LIMIT_EXCEEDED
    return CaseResult(verdict, message, outcome, whole_run=True, clock=fired)
