"""What the tests of timing share: one sandbox of a package whose cost is known by counting."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.spin import package
from judge.events import Timing, TimingWaits, result_of
from judge.execution.sandboxes import Sandboxes
from judge.judging.trial import Trial
from judge.measurement.interval import Plan
from judge.measurement.ratio import RuntimeRatio, time_submission
from judge.measurement.turn_size import TurnSize
from judge.problems.problem import Problem
from judge.settings import Settings
from judge.submission import Submission
from tests.shared_cache import cache_in

#: Few pairs: these tests tell two from one, not 1.02 from 1.
QUICK = Plan((7,), 9.0, 0.7)
#: How often a source is timed while its interval is wider than the plan asks: the host is busy.
ATTEMPTS = 3


class Rig:
    """Times sources of one problem."""

    def __init__(self, problem: Problem, settings: Settings, sandboxes: Sandboxes) -> None:
        self.problem = problem
        self.settings = settings
        self.sandboxes = sandboxes
        self.events: list[Timing | TimingWaits] = []

    def trial(self, submission: Submission) -> Trial:
        main = self.sandboxes.main
        return Trial(self.problem, submission, main, self.settings, self.sandboxes)

    def timed(
        self, source: str | Submission, size: TurnSize | None = None, plan: Plan = QUICK
    ) -> RuntimeRatio:
        """Time a source, again while the host is too busy; the last events are kept in `events`."""
        submission = Submission(source.encode(), "x.py") if isinstance(source, str) else source
        for _ in range(ATTEMPTS):
            self.events = []
            stages = time_submission(self.trial(submission), plan, size)
            timed = result_of(stages, self.events.append)
            if timed.ratio is None or timed.ratio.half_width <= plan.half_width:
                break
        return timed

    def ratio(self, source: str | Submission, size: TurnSize | None = None) -> float:
        """Time a source that is compared; return its ratio."""
        timed = self.timed(source, size)
        assert timed.ratio is not None, timed.notes
        return timed.ratio.median


@contextmanager
def open_rig(folder: Path, problem: Problem | None = None) -> Iterator[Rig]:
    """Open a rig below `folder`, by default of the package whose cost is counted."""
    # Locks of its own: a test must not wait for whoever else times on this machine.
    settings = Settings(cache_in(folder), folder / "state", slots_dir=folder / "cores")
    problem = problem or package(folder / "package")
    with Sandboxes(problem, settings) as sandboxes:
        yield Rig(problem, settings, sandboxes)
