"""A corpus that cannot be kept is still judged with."""

import logging
from pathlib import Path

import pytest

from judge.judging import kept_corpus
from judge.problems import corpus_path, save_corpus
from judge.verdict import Verdict
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")


def test_a_cache_that_cannot_be_written_is_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The corpus serves the process, so that only its first submission waits for it."""
    practice = Practice(tmp_path, own_corpora=True)
    blocked = practice.settings.cache_dir / "corpora"
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("no folder")
    source = "def largest(nums): return max(nums)"
    with caplog.at_level(logging.WARNING, logger="judge"):
        reports = [practice.judged(source) for _ in range(2)]
    assert [report.verdict for report, _ in reports] == [Verdict.ACCEPTED] * 2
    built = [
        [type(step).__name__ for step in steps].count("CorpusBuilding") for _, steps in reports
    ]
    assert built[0] > 0
    assert built[1] == 0
    told = [record.getMessage() for record in caplog.records if "corpus" in record.getMessage()]
    assert len(told) == 1
    assert "set JUDGE_CACHE_DIR" in told[0]


def test_a_corpus_is_read_again_only_when_its_file_has_changed(tmp_path: Path) -> None:
    practice = Practice(tmp_path, own_corpora=True)
    practice.judged("def largest(nums): return max(nums)")
    path = corpus_path(practice.settings.cache_dir, practice.problem)
    first = kept_corpus(practice.problem, practice.settings)
    assert first is not None
    assert kept_corpus(practice.problem, practice.settings) is first
    save_corpus(path, practice.problem, first)
    second = kept_corpus(practice.problem, practice.settings)
    assert second == first
    assert second is not first
    path.write_bytes(b"broken")
    assert kept_corpus(practice.problem, practice.settings) is None
    path.unlink()
    assert kept_corpus(practice.problem, practice.settings) is None
