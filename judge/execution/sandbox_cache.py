"""The sandboxes of the last problems, kept open in a process that stays."""

from collections.abc import Iterator
from contextlib import contextmanager

from judge.execution.sandboxes import Figures, Sandboxes
from judge.problems import Problem
from judge.settings import Settings

#: Problems whose servers are kept: each costs up to three small processes.
MOST_PROBLEMS = 4


class SandboxCache:
    """Sandboxes by package version, so that judging starts no fork server anew. For one thread."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Sandboxes] = {}
        self._ended = Figures()

    @contextmanager
    def sandboxes(self, problem: Problem, settings: Settings) -> Iterator[Sandboxes]:
        """Lend the sandboxes of a problem. They stay open, unless the block raises an error."""
        key = (problem.slug, problem.version)
        sandboxes = self._kept.pop(key, None) or Sandboxes(problem, settings)
        self._kept[key] = sandboxes  # the last one is the newest
        for old in list(self._kept)[:-MOST_PROBLEMS]:
            self._end(old)
        try:
            yield sandboxes
        except Exception:
            # Whatever failed, the next submission begins with new servers.
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
