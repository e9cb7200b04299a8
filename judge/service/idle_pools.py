"""Pools of fresh inputs that an idle worker draws, so that no submission waits for its own."""

import logging
from collections.abc import Generator

from judge import problems
from judge.errors import JudgeError
from judge.kinds import Look
from judge.problems import Problem
from judge.settings import Settings

log = logging.getLogger("judge.worker")


class IdlePools:
    """The pools that are missing of the packages that were judged here. For one thread."""

    def __init__(self) -> None:
        self._missing: dict[tuple[str, str], Generator[problems.FreshInputs, None, None]] = {}

    def note(self, problem: Problem, settings: Settings) -> None:
        """Remember a package; its pools are looked through once."""
        if Look.LIVE in problem.kind.looks:
            self._missing.setdefault((problem.slug, problem.version), _missing(problem, settings))

    def draw_one(self) -> bool:
        """Draw and keep one pool, the first that is missing; tell whether there was one.

        One draw takes a third of a second or so, and who hands in meanwhile waits for its end.
        """
        for pools in self._missing.values():
            inputs = next(pools, None)
            if inputs is None:
                continue
            try:
                with inputs:
                    for _ in inputs:
                        pass  # the last one is there when all are kept
            except JudgeError as error:
                log.warning("fresh inputs could not be drawn ahead: %s", error.for_log)
                pools.close()  # the next would fail too
            return True
        return False


def _missing(problem: Problem, settings: Settings) -> Generator[problems.FreshInputs, None, None]:
    for pool in problems.missing_pools(problem, settings):
        yield problems.FreshInputs(problem, pool)
