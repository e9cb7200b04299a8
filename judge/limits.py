"""Limits of each step, derived from the reference on this machine. Pure."""

from judge.problem import Problem
from sandbox import Limit

#: Loading may compute tables, but not for ever.
LOAD = Limit(cpu_seconds=3.0, wall_seconds=8.0)
#: Building arguments and encoding an answer are the runner's work, and user code where the
#: submission defines its own nodes. Generous: the total below is what counts.
SIDE = Limit(cpu_seconds=5.0, wall_seconds=12.0)
#: CPU seconds of both that cost a case nothing: many times what they take of an honest program.
FREE_SIDE_SECONDS = 0.25
#: The same for all batches of a long case together.
SIDE_OF_BATCHES = Limit(cpu_seconds=20.0, wall_seconds=48.0)

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
