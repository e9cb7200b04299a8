"""What the cases of one run have cost: the reason when the budget of a whole run is over."""

import heapq

from judge.execution import Outcome
from judge.notes import Clock
from judge.problems import Case
from judge.records import dataclass

#: How many of the dearest cases are named.
DEAREST = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """A case and the seconds that it took with all its steps."""

    case: Case
    cpu_seconds: float
    wall_seconds: float

    def seconds(self, clock: Clock | None) -> float:
        """Return the seconds of the clock that fired."""
        return self.wall_seconds if clock == "wall" else self.cpu_seconds


class Costs:
    """The costs of the cases of one run, in the order in which they were played."""

    def __init__(self) -> None:
        self._costs: list[Cost] = []

    def add(self, case: Case, outcome: Outcome) -> None:
        """Add a case that was played."""
        wall = max(outcome.wall_seconds, outcome.spent)
        self._costs.append(Cost(case, outcome.spent, wall))

    def dearest(self, clock: Clock | None) -> list[Cost]:
        """Return the cases that took most, the dearest first."""
        return heapq.nlargest(DEAREST, self._costs, key=lambda cost: cost.seconds(clock))

    def __len__(self) -> int:
        return len(self._costs)
