"""Build the corpora of all packages: what a wheel ships."""

import os
from pathlib import Path

from judge.events import result_of
from judge.execution import Sandboxes
from judge.judging import build_corpus
from judge.problems import Catalog, default_catalog, save_corpus
from judge.settings import Settings


def build_all(target: Path, catalog: Catalog | None = None) -> None:
    """Build the corpus of every package as `target/<slug>.corpus`.

    Raises `JudgeError` on the first fault.
    """
    settings = Settings.from_environment(os.environ)
    catalog = catalog or default_catalog()
    for slug in catalog.slugs():
        problem = catalog.get(slug)
        with Sandboxes(problem, settings) as sandboxes:
            built = result_of(build_corpus(problem, sandboxes.main))
            save_corpus(target / f"{slug}.corpus", problem, built)
