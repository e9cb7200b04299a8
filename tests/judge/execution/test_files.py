"""A parameter of shape `file`: lines in a case, a path for the submission, in every tier."""

from pathlib import Path

import pytest

from judge.verdict import Verdict
from sandbox import Tier
from tests.packages import count_lines
from tests.practice import Practice


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    folder = tmp_path_factory.mktemp("files")
    return Practice(folder, count_lines(folder))


@pytest.mark.needs("full")
@pytest.mark.parametrize("tier", list(Tier))
def test_a_submission_reads_its_file_by_path(practice: Practice, tier: Tier) -> None:
    """Text and bytes, whole or by line: the file is an ordinary one."""
    source = "def count_lines(path): return open(path, 'rb').read().rstrip().count(b'\\n') + 1"
    report = practice.report(source, tier=tier)
    assert report.verdict is Verdict.ACCEPTED, report.summary


@pytest.mark.needs("full")
def test_a_failure_shows_the_lines(practice: Practice) -> None:
    """What is shown is the case's own form, made as small as it goes."""
    report = practice.report("def count_lines(path): return 1")
    assert report.verdict is Verdict.WRONG_ANSWER
    assert report.failure is not None
    assert len(report.failure.arguments["log"]) == 2


@pytest.mark.needs("full")
@pytest.mark.parametrize("tier", list(Tier))
def test_no_file_is_left_behind(practice: Practice, tier: Tier) -> None:
    """The folder that the weaker tiers need goes with the sandbox."""
    before = set(Path("/tmp").glob("judge-*"))  # noqa: S108 - where such a folder would lie
    practice.report("def count_lines(path): return 1", tier=tier)
    assert set(Path("/tmp").glob("judge-*")) <= before  # noqa: S108 - likewise
