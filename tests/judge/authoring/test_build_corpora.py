"""The corpora of a wheel: those that are made already are taken as they are."""

from pathlib import Path

from judge.authoring import build_all
from judge.problems import Corpus, corpus_path, save_corpus
from judge.problems.catalog import Catalog
from tests.packages import largest


def test_a_corpus_that_is_made_already_is_copied(tmp_path: Path) -> None:
    """Its long texts are not packed a second time."""
    problem, target = largest(tmp_path), tmp_path / "target"
    target.mkdir()
    kept = corpus_path(tmp_path / "cache", problem)
    save_corpus(kept, problem, Corpus(problem.version, ()))
    # Written anew it would have the newest format.
    older = kept.read_bytes().replace(b'"format": 6', b'"format": 5')
    kept.write_bytes(older)
    catalog = Catalog(problem.folder.parent, problem.solutions.parent)
    build_all(target, catalog, kept=tmp_path / "cache")
    assert (target / "largest.corpus").read_bytes() == older
