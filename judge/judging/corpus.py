"""Load the corpus of a package version, or build it."""

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
    """Return the corpus; if it must be built, yield `CorpusBuilding` events meanwhile.

    A corpus of another version, or a corrupt one, is built again.
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
    """Return the stored corpus of this package version; None if it is missing or corrupt."""
    path = corpus_path(settings.cache_dir, problem)
    for place in (path, shipped_corpus_path(problem)):
        found = load_corpus(place, problem)
        if found is not None:
            return found
    return None


def build_corpus(problem: Problem, sandbox: Sandbox) -> Generator[CorpusBuilding, None, Corpus]:
    """Make every case, answered and timed by the reference; yield progress, return the corpus.

    A kind of problem may make its cases itself (`Kind.cases`).
    """
    if problem.kind.cases is not None:
        cases = yield from problem.kind.cases(problem, sandbox)
        return Corpus(problem.version, cases)
    with Player(sandbox, problem.header, problem.reference) as reference:

        def play(arguments: dict[str, Any]) -> Answer:
            return reference_answer(problem, reference, problem.encode(arguments))

        steps = build(problem, play)
        # All inputs are made before the first step: a failure there that no other function
        # has caused comes from `generated()`.
        with problem.authored("generated()"):
            first = next(steps)
        yield first
        return (yield from steps)
