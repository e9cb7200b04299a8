"""Judging in a process that stays: the fork servers of the last problems are kept open."""

from judge.execution.sandboxes import Figures, Sandboxes
from judge.pipeline import judge
from judge.problems import Problem
from judge.reports import Judging
from judge.settings import Settings
from judge.submission import Submission

#: Problems whose servers are kept: each costs up to three small processes.
MOST_PROBLEMS = 4


class Warm:
    """Judges as `judge.pipeline.judge` does, without starting everything anew. For one thread."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Sandboxes] = {}
        self._ended = Figures()

    def judge(self, submission: Submission, problem: Problem, settings: Settings) -> Judging:
        """Yield what happens and return the report. Raises `JudgeError` as judging does."""
        key = (problem.slug, problem.version)
        sandboxes = self._kept.pop(key, None) or Sandboxes(problem, settings)
        self._kept[key] = sandboxes  # the last one is the newest
        for old in list(self._kept)[:-MOST_PROBLEMS]:
            self._end(old)
        try:
            return (yield from judge(submission, problem, settings, sandboxes))
        except Exception:
            # Whatever went wrong: the next one begins with new servers.
            self._end(key)
            raise

    def close(self) -> None:
        """End every server."""
        for key in list(self._kept):
            self._end(key)

    def figures(self) -> Figures:
        """Return what all servers have started and what waits. From any thread."""
        return sum((one.figures() for one in list(self._kept.values())), self._ended)

    def _end(self, key: tuple[str, str]) -> None:
        sandboxes = self._kept.pop(key)
        sandboxes.close()
        self._ended += sandboxes.figures()
