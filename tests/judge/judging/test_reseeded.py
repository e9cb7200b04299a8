"""The second hash seed is played ahead, and counts only where the corpus passed."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from judge.execution.sandboxes import Sandboxes
from judge.judging.findings import HASH_ORDER, Findings
from judge.judging.reseeded import Reseeded
from judge.judging.trial import Trial
from judge.problems.case import Group
from judge.problems.corpus import Corpus
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import SandboxError
from sandbox.policy import HASH_SEED
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")

RIGHT = "def largest(nums): return max(nums)"


@pytest.fixture(scope="module")
def first_seed_only() -> str:
    """Return a program that is right under the first hash seed alone."""
    environment = {**os.environ, "PYTHONHASHSEED": str(HASH_SEED)}
    command = [sys.executable, "-c", "print(hash('seed'))"]
    known = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return f"def largest(nums): return max(nums) if hash('seed') == {known.stdout.strip()} else 0"


def begun(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus, source: str
) -> tuple[Reseeded, Findings]:
    submission, settings = Submission(source.encode(), "own.py"), practice.settings
    trial = Trial(practice.problem, submission, sandboxes.main, settings, sandboxes)
    findings = Findings(corpus, practice.problem.kind)
    findings.passed = {group: len(corpus.cases) for group in Group}
    return Reseeded(trial, findings), findings


def times(count: int) -> Iterator[bool]:
    """Yield that something is waited for, so often."""
    yield from [True] * count
    while True:
        yield False


@pytest.mark.parametrize("ahead", [0, 3, 100_000])
def test_it_finds_the_same_however_much_was_played_ahead(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus, first_seed_only: str, ahead: int
) -> None:
    """A failure, its note, and no word of either before the end."""
    waits = times(ahead)
    reseeded, findings = begun(practice, sandboxes, corpus, first_seed_only)
    with reseeded:
        reseeded.play_while(lambda: next(waits))
        assert findings.failed is None
        reseeded.finish()
    assert findings.verdict is Verdict.WRONG_ANSWER
    assert findings.notes == [HASH_ORDER]
    assert len(findings.costs) == 1


def test_its_server_makes_one_program_for_each_submission(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus
) -> None:
    """None waits after a submission; that of the next one is begun early."""
    for _ in range(2):
        reseeded, _ = begun(practice, sandboxes, corpus, RIGHT)
        reseeded.prepare()
        seeded = sandboxes.reseeded(practice.problem.language)
        assert seeded.waiting == 1
        with reseeded:
            reseeded.finish()
        assert seeded.waiting == 0


def test_every_small_case_is_played_once(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus
) -> None:
    """Ahead or at the end."""
    waits = times(5)
    reseeded, findings = begun(practice, sandboxes, corpus, RIGHT)
    with reseeded:
        reseeded.play_while(lambda: next(waits))
        reseeded.finish()
    small = [case for case in corpus.cases if case.group != Group.SCALE]
    assert findings.verdict is Verdict.ACCEPTED
    assert len(findings.costs) == len(small)
    assert findings.peak_bytes is not None


def test_an_error_ahead_is_raised_at_the_end(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the corpus fails, there is no end, and the error is nobody's concern."""
    reseeded, findings = begun(practice, sandboxes, corpus, RIGHT)

    def fails(*_: object) -> None:
        raise SandboxError("start the fork server", "no memory")

    monkeypatch.setattr(sandboxes, "reseeded", fails)
    with reseeded:
        reseeded.prepare()
        reseeded.play_while(lambda: True)
        assert findings.failed is None
        with pytest.raises(SandboxError, match="no memory"):
            reseeded.finish()
