"""What must stand before the first case: the corpus of this package version."""

from collections.abc import Generator
from typing import Any

from judge.errors import HostError
from judge.events import CorpusBuilding
from judge.execution import Player, reference_answer
from judge.problems import (
    Answer,
    Corpus,
    Problem,
    corpus_path,
    load_corpus,
    save_corpus,
    shipped_corpus_path,
)
from judge.problems import build_corpus as build
from judge.settings import Settings
from sandbox import Sandbox


def ready_corpus(
    problem: Problem, settings: Settings, sandbox: Sandbox
) -> Generator[CorpusBuilding, None, Corpus]:
    """Yield `CorpusBuilding` events while the corpus is made; return it (generator return).

    A corpus of another version, or a broken one, is never believed: it is built again.
    """
    found = kept_corpus(problem, settings)
    if found is not None:
        return found
    path = corpus_path(settings.cache_dir, problem)
    built = yield from build_corpus(problem, sandbox)
    try:
        save_corpus(path, problem, built)
    except OSError as error:
        reason = error.strerror or str(error)
        raise HostError(
            f"cannot keep the corpus in {path}: {reason}. Set JUDGE_CACHE_DIR"
        ) from None
    return built


def kept_corpus(problem: Problem, settings: Settings) -> Corpus | None:
    """Return the corpus of this package version, if one is kept and whole."""
    path = corpus_path(settings.cache_dir, problem)
    for place in (path, shipped_corpus_path(problem)):
        found = load_corpus(place, problem)
        if found is not None:
            return found
    return None


def build_corpus(problem: Problem, sandbox: Sandbox) -> Generator[CorpusBuilding, None, Corpus]:
    """Make every case, answered and timed by the reference; yields progress, returns it.

    A kind of problem may make its cases itself (`Kind.cases`).
    """
    if problem.kind.cases is not None:
        cases = yield from problem.kind.cases(problem, sandbox)
        return Corpus(problem.version, cases)
    with Player(sandbox, problem.header, problem.reference) as reference:

        def play(arguments: dict[str, Any]) -> Answer:
            return reference_answer(problem, reference, problem.encode(arguments))

        steps = build(problem, play)
        # All inputs are made before the first step: what fails there and is none of the other
        # functions is drawing.
        with problem.authored("generated()"):
            first = next(steps)
        yield first
        return (yield from steps)
