"""What it takes to judge a few lines on a small package."""

from dataclasses import replace
from pathlib import Path

from judge.events import Event, result_of
from judge.execution.sandboxes import Sandboxes
from judge.pipeline import judge
from judge.problems.problem import Problem
from judge.reports.report import Report, VerdictKnown
from judge.settings import Settings
from judge.submission import Submission
from tests.packages import largest
from tests.shared_cache import cache_in


class Practice:
    """A package, `largest` if no other, folders of its own, and one call to judge with.

    Its corpus is shared with other tests, unless `own_corpora` are asked for.
    """

    def __init__(
        self, folder: Path, problem: Problem | None = None, *, own_corpora: bool = False
    ) -> None:
        self.problem = problem or largest(folder)
        cache = folder / "cache" if own_corpora else cache_in(folder)
        self.settings = Settings(cache_dir=cache, state_dir=folder / "state", search_examples=30)

    def events(
        self, source: str | bytes, sandboxes: Sandboxes | None = None, **changes: object
    ) -> list[Event | VerdictKnown]:
        """Judge a source and return everything that happened before the report."""
        return self.judged(source, sandboxes, **changes)[1]

    def report(
        self, source: str | bytes, sandboxes: Sandboxes | None = None, **changes: object
    ) -> Report:
        """Judge a source and return the report."""
        return self.judged(source, sandboxes, **changes)[0]

    def judged(
        self, source: str | bytes, sandboxes: Sandboxes | None = None, **changes: object
    ) -> tuple[Report, list[Event | VerdictKnown]]:
        """Judge a source; return the report and everything that happened before it."""
        data = source.encode() if isinstance(source, str) else source
        settings = replace(self.settings, **changes)  # type: ignore[arg-type]  # named by tests
        happened: list[Event | VerdictKnown] = []
        steps = judge(Submission(data, "own.py"), self.problem, settings, sandboxes)
        return result_of(steps, happened.append), happened
