"""How many sample solutions a package has, and how many it is still short of."""

from collections import Counter

from judge.problems import Problem, folder_of
from judge.verdict import Verdict

#: The least of each verdict in the packages of this repository; fewer are no fault of others.
USUAL = {
    Verdict.ACCEPTED: 6,
    Verdict.WRONG_ANSWER: 8,
    Verdict.TIME_LIMIT_EXCEEDED: 2,
    Verdict.MEMORY_LIMIT_EXCEEDED: 1,
    Verdict.RUN_TIME_ERROR: 1,
    Verdict.DOES_NOT_LOAD: 1,
}


def samples_to_write(problem: Problem) -> dict[str, int]:
    """Return how many samples a package lacks of the usual ones, by the name of their folder."""
    found = Counter(sample.verdict for sample in problem.sample_solutions())
    return {
        folder_of(verdict): least - found[verdict]
        for verdict, least in USUAL.items()
        if found[verdict] < least
    }
