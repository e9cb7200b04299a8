"""Keep the sandboxes of the last problems open in a long-lived process."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from judge.execution.sandboxes import Figures, Sandboxes
from judge.problems import Problem
from judge.settings import Settings
from sandbox import Session

#: How many problems keep their servers: each takes up to three small processes.
MOST_PROBLEMS = 4
#: A slug, a version, and whether it is trusted: one that is not gets no weak sandbox.
_Key = tuple[str, str, bool]


class SandboxCache:
    """A cache of sandboxes by package version, so that fork servers are reused. For one thread.

    `watch` is called with the session of each program that has ended.
    """

    def __init__(self) -> None:
        self.watch: Callable[[Session], None] | None = None
        self._kept: dict[_Key, Sandboxes] = {}
        self._ended = Figures()

    @contextmanager
    def sandboxes(self, problem: Problem, settings: Settings) -> Iterator[Sandboxes]:
        """Lend the sandboxes of a problem; they stay open unless the block raises an error."""
        key = (problem.slug, problem.version, problem.trusted)
        sandboxes = self._kept.pop(key, None) or Sandboxes(problem, settings)
        self._kept[key] = sandboxes  # moves it to the end: the newest
        sandboxes.watch = self.watch
        for old in list(self._kept)[:-MOST_PROBLEMS]:
            self._end(old)
        try:
            yield sandboxes
        except Exception:
            # After any failure the next submission starts with new servers.
            self._end(key)
            raise
        sandboxes.expect()

    def close(self) -> None:
        """End every server."""
        for key in list(self._kept):
            self._end(key)

    def figures(self) -> Figures:
        """Count the started and the waiting programs of all servers. Safe from any thread."""
        return sum((one.figures() for one in list(self._kept.values())), self._ended)

    def _end(self, key: _Key) -> None:
        sandboxes = self._kept.pop(key)
        sandboxes.close()
        self._ended += sandboxes.figures()
