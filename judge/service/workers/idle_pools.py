"""Pools of fresh inputs that an idle worker draws, so that no submission waits for its own."""

import logging
from collections.abc import Callable, Generator

from judge import problems
from judge.errors import JudgeError
from judge.kinds import Look
from judge.problems import Problem
from judge.settings import Settings

log = logging.getLogger("judge.worker")


class IdlePools:
    """The pools that are missing of the packages that were judged here. For one thread."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str]] = set()
        self._missing: list[Generator[problems.FreshInputs, None, None]] = []

    @property
    def may_lack(self) -> bool:
        """Whether a package is left that was not looked through."""
        return bool(self._missing)

    def note(
        self, problem: Problem, settings: Settings, get: Callable[[str], Problem] | None = None
    ) -> None:
        """Remember a package; its pools are looked through once.

        With `get` it is looked up anew for each: trust in it may be taken back meanwhile.
        """
        package = problem.slug, problem.version
        if Look.LIVE in problem.kind.looks and package not in self._seen:
            self._seen.add(package)
            self._missing.append(_missing(problem, settings, get or (lambda _slug: problem)))

    def draw_one(self) -> bool:
        """Draw and keep one pool, the first that is missing; tell whether there was one.

        One draw takes a third of a second or so, and who hands in meanwhile waits for its end.
        """
        while self._missing:
            try:
                inputs = next(self._missing[0], None)
                if inputs is None:
                    del self._missing[0]
                    continue
                with inputs:
                    for _ in inputs:
                        pass  # the last one is there when all are kept
            except JudgeError as error:
                log.warning("fresh inputs could not be drawn ahead: %s", error.for_log)
                del self._missing[0]  # the next would fail too
            return True
        return False


def _missing(
    problem: Problem, settings: Settings, get: Callable[[str], Problem]
) -> Generator[problems.FreshInputs, None, None]:
    for pool in problems.missing_pools(problem, settings):
        now = get(problem.slug)
        if now.version != problem.version:
            return
        yield problems.FreshInputs(now, pool)
