"""Limits that were set while the host was slow come down when it is not."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from judge.events import result_of
from judge.execution.sandboxes import Sandboxes
from judge.judging.calibration import INTERVAL_SECONDS, calibrate
from judge.judging.corpus import ready_corpus
from judge.judging.trial import Trial
from judge.problems.corpus import Corpus, corpus_path, load_corpus, save_corpus
from judge.settings import Settings
from tests.packages import largest

pytestmark = pytest.mark.needs("full")
#: What the reference took in a slow moment, in seconds.
SLOW = 4.0


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[tuple[Trial, Corpus]]:
    """A trial, and a kept corpus whose times were read in a slow moment two hours ago."""
    settings = Settings(tmp_path / "cache", tmp_path / "state")
    problem = largest(tmp_path)
    with Sandboxes(problem, settings) as sandboxes:
        trial = Trial.of(problem, problem.reference, settings, sandboxes)
        built = result_of(ready_corpus(problem, settings, sandboxes.main))
        cases = tuple(replace(case, reference_cpu_seconds=SLOW) for case in built.cases)
        corpus = replace(built, cases=cases)
        path = corpus_path(settings.cache_dir, problem)
        save_corpus(path, problem, corpus)
        age(path)
        yield trial, corpus


def age(path: Path) -> None:
    """Make a corpus two intervals old."""
    old = path.stat().st_mtime - 2 * INTERVAL_SECONDS
    os.utime(path, (old, old))


def kept(trial: Trial) -> list[float]:
    """Return the times that are kept."""
    found = load_corpus(corpus_path(trial.settings.cache_dir, trial.problem), trial.problem)
    assert found is not None
    return [case.reference_cpu_seconds or 0.0 for case in found.cases]


def test_times_of_a_slow_moment_come_down(slow: tuple[Trial, Corpus]) -> None:
    """Of every case, and for the next judge too; the cases are the same."""
    trial, corpus = slow
    lowered = calibrate(trial, corpus)
    assert max(kept(trial)) < SLOW / 2
    assert [case.arguments_json for case in lowered.cases] == [
        case.arguments_json for case in corpus.cases
    ]
    assert [case.expected_json for case in lowered.cases] == [
        case.expected_json for case in corpus.cases
    ]


def test_a_corpus_is_not_calibrated_again_at_once(slow: tuple[Trial, Corpus]) -> None:
    """Nor is one that was just built; and nothing is ever raised."""
    trial, corpus = slow
    lowered = calibrate(trial, corpus)
    path = corpus_path(trial.settings.cache_dir, trial.problem)
    save_corpus(path, trial.problem, corpus)
    assert calibrate(trial, corpus) is corpus
    save_corpus(path, trial.problem, lowered)
    age(path)
    before = kept(trial)
    calibrate(trial, lowered)
    assert all(now <= then for now, then in zip(kept(trial), before, strict=True))


def test_a_corpus_that_is_not_kept_stays_as_it_is(slow: tuple[Trial, Corpus]) -> None:
    """The cache may have been cleared, or be of another user."""
    trial, corpus = slow
    corpus_path(trial.settings.cache_dir, trial.problem).unlink()
    assert calibrate(trial, corpus) is corpus
