"""A catalog for threads, which keeps each package for a moment."""

import threading
import time

from judge.problems.catalog import Catalog
from judge.problems.problem import Problem

#: How long a package is kept, so how late a change of it may be noticed.
KEPT_SECONDS = 2.0


class CachedCatalog:
    """A thread-safe `Catalog`."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        # One thread loads a package while the others wait for it.
        self._reading = threading.Lock()
        self._kept: dict[str, tuple[float, Problem]] = {}

    def slugs(self) -> list[str]:
        """Return the names of all packages, sorted."""
        return self._catalog.slugs()

    def get(self, slug: str) -> Problem:
        """Return one package. Raises `UsageError` and `ProblemError` as `Catalog.get` does."""
        with self._reading:
            until, problem = self._kept.get(slug, (0.0, None))
            if problem is None or time.monotonic() > until:
                problem = self._catalog.get(slug)
                self._kept[slug] = (time.monotonic() + KEPT_SECONDS, problem)
            return problem
