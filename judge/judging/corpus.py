"""Load the corpus of a package version, or build it."""

import logging
from collections.abc import Generator
from pathlib import Path
from typing import Any

from judge.cache import JsonCache
from judge.events import CorpusBuilding
from judge.execution import Player, reference_answer
from judge.problems import (
    Answer,
    Corpus,
    Group,
    Problem,
    corpus_path,
    load_corpus,
    save_corpus,
    shipped_corpus_path,
)
from judge.problems import build_corpus as build
from judge.records import replace
from judge.settings import Settings
from sandbox import Sandbox

LOG = logging.getLogger("judge")

#: Corpora kept in memory, some MiB each, where the cache cannot be written.
MOST_UNKEPT = 16
_UNKEPT: dict[Path, Corpus] = {}
#: Corpora that a long-lived process does not read again, each with what its file was then.
MOST_LOADED = 4
_LOADED: dict[Path, tuple[tuple[object, ...], Corpus]] = {}


def ready_corpus(
    problem: Problem, settings: Settings, sandbox: Sandbox
) -> Generator[CorpusBuilding, None, Corpus]:
    """Return the corpus; if it must be built, yield `CorpusBuilding` events meanwhile.

    A corpus of another version, or a corrupt one, is built again. One that cannot be written to the
    cache serves this process.
    """
    found = kept_corpus(problem, settings)
    if found is not None:
        return found
    path = corpus_path(settings.cache_dir, problem)
    if path in _UNKEPT:
        return _UNKEPT[path]
    built = yield from build_corpus(problem, sandbox)
    try:
        save_corpus(path, problem, built)
    except OSError as error:
        _keep_in_memory(path, built, error.strerror or str(error))
    return built


def _keep_in_memory(path: Path, corpus: Corpus, reason: str) -> None:
    """Keep a corpus for this process, and say so once for each."""
    if len(_UNKEPT) >= MOST_UNKEPT:
        _UNKEPT.pop(next(iter(_UNKEPT)))
    _UNKEPT[path] = corpus
    LOG.warning(
        "cannot keep the corpus in %s: %s. It is made anew each time; set JUDGE_CACHE_DIR",
        path,
        reason,
    )


def kept_corpus(problem: Problem, settings: Settings) -> Corpus | None:
    """Return the stored corpus of this package version; None if it is missing or corrupt."""
    path = corpus_path(settings.cache_dir, problem)
    for place in (path, shipped_corpus_path(problem)):
        found = _loaded(place, problem)
        if found is not None:
            return found
    return None


def _loaded(path: Path, problem: Problem) -> Corpus | None:
    """Load a corpus, or return the one loaded last from a file that has not changed since."""
    try:
        facts = path.stat()
    except OSError:
        return None
    # A corpus is replaced by a new file, never written to (`write_atomically`).
    identity = (problem.version, facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns)
    kept = _LOADED.pop(path, None)
    if kept is None or kept[0] != identity:
        corpus = load_corpus(path, problem)
        if corpus is None:
            return None
        kept = identity, corpus
    _LOADED[path] = kept  # at the end: the newest
    for old in list(_LOADED)[:-MOST_LOADED]:
        _LOADED.pop(old, None)
    return kept[1]


def build_corpus(problem: Problem, sandbox: Sandbox) -> Generator[CorpusBuilding, None, Corpus]:
    """Make every case, answered and timed by the reference; yield progress, return the corpus.

    A kind of problem may make its cases itself (`Kind.cases`).
    """
    if problem.kind.cases is not None:
        cases = yield from problem.kind.cases(problem, sandbox)
        return Corpus(problem.home.version, cases)
    with Player(sandbox, problem.header, problem.reference) as reference:

        def play(arguments: dict[str, Any]) -> Answer:
            return reference_answer(problem, reference, problem.encode(arguments))

        return (yield from build(problem, play))


#: Inputs of a problem that a person has met, and that are played; the newest ones count.
MOST_MET = 20


def with_met(corpus: Corpus, problem: Problem, settings: Settings) -> Corpus:
    """Return the corpus with the inputs that this person has met, after the samples.

    They lie in a file that `practice` writes, each with the answer of this version of the package.
    A file that is broken holds none, and a kind that makes its cases or plays them itself has none.
    """
    kind = problem.kind
    plain = kind.cases is None and kind.play is None
    if settings.met_dir is None or not plain:
        return corpus
    kept = met_cache(settings.met_dir, problem.slug, problem.version).load()
    met = []
    for index, entry in enumerate(kept[-MOST_MET:] if isinstance(kept, list) else []):
        try:
            if kind.sample_flaw(problem.interface, entry["arguments"], entry["expected"]):
                continue
            sent = problem.encode(entry["arguments"])
            met.append(problem.case(Group.MET, index, sent, Answer(entry["expected"], None)))
        except Exception:  # noqa: BLE001, S112 - a file of ours: whatever is wrong, it holds no input
            continue
    others = [case for case in corpus.cases if case.group is not Group.SAMPLE]
    return replace(corpus, cases=(*corpus.samples(), *met, *others)) if met else corpus


def without_met(corpus: Corpus) -> Corpus:
    """Return the corpus as the package has it."""
    return replace(corpus, cases=tuple(one for one in corpus.cases if one.group is not Group.MET))


def met_cache(folder: Path, slug: str, version: str) -> JsonCache:
    """Return the file of the inputs met on a version of a problem, oldest first."""
    return JsonCache(folder / f"{slug}.json", version)
