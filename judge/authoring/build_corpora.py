"""Build the corpora of all packages: what a wheel ships."""

import os
import shutil
from pathlib import Path

from judge.events import result_of
from judge.execution import Sandboxes
from judge.judging import build_corpus
from judge.problems import Catalog, corpus_path, default_catalog, load_corpus, save_corpus
from judge.settings import Settings


def build_all(target: Path, catalog: Catalog | None = None, kept: Path | None = None) -> None:
    """Build the corpus of every package as `target/<slug>.corpus`.

    They are packed thoroughly, which takes some minutes more. Of the cache `kept`, corpora of these
    very packages are taken as they are.

    Raises `JudgeError` on the first fault.
    """
    settings = Settings.from_environment(os.environ)
    catalog = catalog or default_catalog()
    for slug in catalog.slugs():
        problem = catalog.get(slug)
        if problem.base is not None:
            continue  # its cases are its base's
        path = target / f"{slug}.corpus"
        made = corpus_path(kept, problem) if kept else None
        if made is not None and load_corpus(made, problem) is not None:
            shutil.copyfile(made, path)
            continue
        with Sandboxes(problem, settings) as sandboxes:
            corpus = result_of(build_corpus(problem, sandboxes.main))
        save_corpus(path, problem, corpus, thorough=True)
