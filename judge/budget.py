"""The seconds that a submission may take for many cases together, whatever each of them took."""

from dataclasses import dataclass, replace
from typing import Literal, Self

from judge.corpus import Corpus
from judge.deciding import Judged
from judge.limits import SIDE, total_cpu, total_wall
from judge.problem import Problem
from judge.verdict import Verdict
from sandbox import Ending


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

    def held(self, judged: Judged, cpu_seconds: float, wall_seconds: float) -> Judged:
        """Return a passed case as it is while these seconds are within the budget, else as TLE."""
        if not judged.passed:
            return judged
        if cpu_seconds > self.cpu_seconds:
            return _over(judged, self.cpu_seconds, "CPU")
        if wall_seconds > self.wall_seconds:
            return _over(judged, self.wall_seconds, "wall")
        return judged


def _over(judged: Judged, budget: float, clock: Literal["CPU", "wall"]) -> Judged:
    message = f"the whole run took over {budget:.3g} s of {clock} time, and this is where it ended"
    ending = Ending.CPU_LIMIT if clock == "CPU" else Ending.WALL_LIMIT
    outcome = replace(judged.outcome, ending=ending, limit=SIDE)
    return Judged(Verdict.TIME_LIMIT_EXCEEDED, message, outcome, whole_run=True)
