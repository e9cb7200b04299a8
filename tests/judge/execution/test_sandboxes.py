import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from judge.execution.player import Player
from judge.execution.sandboxes import OTHER_SEED, Sandboxes
from judge.languages.python.language import PYTHON
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Limit, Tier
from tests.practice import Practice
from tests.processes import children, gone

pytestmark = pytest.mark.needs("full")

HASH = Submission(b"def largest(nums): return hash('a word')\n", "hash.py")


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return Practice(tmp_path)


@pytest.fixture
def sandboxes(practice: Practice) -> Iterator[Sandboxes]:
    with Sandboxes(practice.problem, practice.settings) as made:
        yield made


def answer(sandboxes: Sandboxes, practice: Practice, *, reseeded: bool) -> object:
    sandbox = sandboxes.reseeded(PYTHON) if reseeded else sandboxes.main
    with Player(sandbox, practice.problem.header, HASH) as player:
        return player.play(b"[[1]]", Limit(5.0, 20.0)).value


def test_what_was_begun_is_what_is_opened(sandboxes: Sandboxes) -> None:
    """One server, however often it is asked for."""
    before = set(children(os.getpid()))
    sandboxes.begin()
    [begun] = set(children(os.getpid())) - before
    main = sandboxes.main
    sandboxes.begin()
    assert sandboxes.main is main
    assert set(children(os.getpid())) - before == {begun}
    assert main.tier is Tier.FULL


def test_a_tier_that_was_asked_for_is_begun(practice: Practice) -> None:
    """Nothing stronger is started first, to be thrown away."""
    settings = replace(practice.settings, tier=Tier.LANDLOCK)
    with Sandboxes(practice.problem, settings) as made:
        made.begin()
        assert made.main.tier is Tier.LANDLOCK


def test_the_reseeded_one_hashes_otherwise(sandboxes: Sandboxes, practice: Practice) -> None:
    """Each seed is fixed, and they differ."""
    assert sandboxes.reseeded(PYTHON).policy.hash_seed == OTHER_SEED
    first = answer(sandboxes, practice, reseeded=False)
    assert first == answer(sandboxes, practice, reseeded=False)
    assert first != answer(sandboxes, practice, reseeded=True)


def test_a_server_that_died_is_started_anew(sandboxes: Sandboxes) -> None:
    """One submission's bad luck is not the next one's."""
    before = set(children(os.getpid()))
    first = sandboxes.main
    first.prove()  # its program is in a cgroup, and ends with it
    [server] = set(children(os.getpid())) - before
    other = sandboxes.reseeded(PYTHON)
    os.kill(server, signal.SIGKILL)
    assert gone([server])
    assert sandboxes.main is not first
    assert sandboxes.reseeded(PYTHON) is not other
    sandboxes.main.session().close()


def test_submissions_share_what_is_open(practice: Practice, sandboxes: Sandboxes) -> None:
    """A verdict does not hang on whose sandboxes were used, and they stay open."""
    for _ in range(2):
        report = practice.report("def largest(nums): return max(nums)", sandboxes=sandboxes)
        assert report.verdict is Verdict.ACCEPTED
        assert sandboxes.main.alive
    wrong = practice.report("def largest(nums): return nums[0]", sandboxes=sandboxes)
    alone = practice.report("def largest(nums): return nums[0]")
    assert (wrong.verdict, wrong.failure, wrong.cases) == (
        alone.verdict,
        alone.failure,
        alone.cases,
    )
