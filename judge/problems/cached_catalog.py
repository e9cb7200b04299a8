"""A catalog for the threads of a server: a package is read by one of them and kept a moment."""

import threading
import time

from judge.problems.catalog import Catalog
from judge.problems.problem import Problem

#: A change of a package is seen at most this much later.
KEPT_SECONDS = 2.0


class CachedCatalog:
    """A `Catalog` that any thread may ask."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        # One thread reads a package; the others wait for what it has read.
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
