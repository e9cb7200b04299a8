"""Every corpus of a catalog at once: what a wheel ships, and what an author may warm up."""

import os
from pathlib import Path

from judge import corpus
from judge.catalog import Catalog, default_catalog
from judge.draining import drained
from judge.preparing import build_corpus
from judge.sandboxes import Sandboxes
from judge.settings import Settings


def build_all(target: Path, catalog: Catalog | None = None) -> None:
    """Build the corpus of every package into `target`. Raises `JudgeError` on the first fault."""
    settings = Settings.from_environment(os.environ)
    catalog = catalog or default_catalog()
    for slug in catalog.slugs():
        problem = catalog.get(slug)
        with Sandboxes(problem, settings) as sandboxes:
            built = drained(build_corpus(problem, sandboxes.main))
            corpus.save_corpus(target / f"{slug}.corpus", problem, built)
