"""`judge import`: which files are known, what is said of the others, and the exit status."""

import json
import os
from pathlib import Path

import pytest

from judge import read_submission
from judge.cli.exit_status import Status
from judge.errors import HostError, SubmissionError
from judge.submission import Submission
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.command import invoke, invoke_on, judging, write
from tests.packages import largest

THREE_SUM = "class Solution:\n    def threeSum(self, nums): ...\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder as other sites' tools leave them."""
    folder = tmp_path / "my solutions"
    write(folder, "236.lowest-common-ancestor-of-a-binary-tree.py", "")
    write(folder, "cache.py", "#\n# @lc app=leetcode id=146 lang=python3\n#\n")
    write(folder, "any.py", "# judge: kth-largest\n")
    write(folder, "lca/solution.py", "")
    write(folder, "lca-brute.py", "")
    write(folder, "15.3sum.py", THREE_SUM)
    write(folder, "README.md", "")
    return folder


def test_each_way_to_tell_a_problem(folder: Path) -> None:
    """By comment, header, number, name and folder; of one problem the files stand together."""
    result = invoke(FakeJudge(), "import", str(folder), "--dry-run")
    assert result.stdout.splitlines() == [
        "-    kth-largest  any.py                                          by comment",
        "-    lca          236.lowest-common-ancestor-of-a-binary-tree.py  by name",
        "-    lca          lca-brute.py                                    by name",
        "-    lca          lca/solution.py                                 by folder",
        "-    lru-cache    cache.py                                        by leetcode",
        "6 files: 5 of problems here, 1 of none",
    ]
    assert result.exit_code == Status.DONE


def test_dry_run_judges_nothing(folder: Path) -> None:
    fake = FakeJudge()
    invoke(fake, "import", str(folder), "--dry-run")
    assert fake.judged == []


def test_all_known_files_are_judged(folder: Path) -> None:
    """One table at the end, progress on standard error; nothing is timed."""
    fake = FakeJudge()
    result = invoke(fake, "import", str(folder))
    assert result.stdout.count("AC   ") == 5
    assert result.stdout.endswith("\n6 files: 5 of problems here (5 AC), 1 of none\n")
    assert "1/5 kth-largest  any.py\n" in result.stderr
    assert len(fake.judged) == 5
    assert not any(settings.timing for settings in fake.settings)
    assert result.exit_code == Status.DONE


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        (Verdict.WRONG_ANSWER, Status.NOT_ACCEPTED),
        (Verdict.DOES_NOT_LOAD, Status.NOT_ACCEPTED),
        (Verdict.INTERNAL_ERROR, Status.INTERNAL_ERROR),
    ],
)
def test_a_verdict_becomes_the_status(folder: Path, verdict: Verdict, status: Status) -> None:
    """What is wrong stands below its line, with the failing input."""
    result = invoke(judging(verdict), "import", str(folder))
    assert f"(5 {verdict})" in result.stdout
    assert f"\n     {verdict.words}" in result.stdout
    assert result.exit_code == status


def test_as_json(folder: Path) -> None:
    """One document with each report whole, and why other files are of no problem."""
    result = invoke(FakeJudge(), "import", str(folder), "--json")
    document = json.loads(result.stdout)
    assert document["folder"] == str(folder)
    assert [one["found_by"] for one in document["files"]] == [
        "comment", "name", "name", "folder", "leetcode",
    ]  # fmt: skip
    assert {one["report"]["verdict"] for one in document["files"]} == {"AC"}
    (other,) = document["unknown"]
    assert other["file"] == "15.3sum.py"
    assert "LeetCode's number 15" in other["reason"]
    assert result.stderr == ""


def test_a_file_that_cannot_be_read_hides_no_other(folder: Path) -> None:
    """It is named, the others are judged, and the status is that of a mistake."""
    (folder / "lost.py").symlink_to("nothing")
    result = invoke(FakeJudge(), "import", str(folder))
    assert result.stdout.count("AC   ") == 5
    assert "-    lost.py: no such file or directory\n" in result.stdout
    assert result.stdout.endswith("1 of none, 1 not read\n")
    assert result.exit_code == Status.MISTAKE


def test_a_file_without_rights(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can tell what a comment in it says, so its name does not count."""

    def read(path: Path) -> Submission:
        if path.name == "lca-brute.py":
            raise SubmissionError(f"cannot read {path.name!r}: permission denied")
        return read_submission(path)

    monkeypatch.setattr("judge.cli.imported.read_submission", read)
    result = invoke(FakeJudge(), "import", str(folder))
    assert "-    lca-brute.py: cannot read 'lca-brute.py': permission denied\n" in result.stdout
    assert result.stdout.endswith("6 files: 4 of problems here (4 AC), 1 of none, 1 not read\n")
    assert result.exit_code == Status.MISTAKE


def test_a_folder_without_known_files(tmp_path: Path) -> None:
    """A mistake, in a dry run too: there was nothing to submit."""
    write(tmp_path, "15.3sum.py", THREE_SUM)
    result = invoke(FakeJudge(), "import", str(tmp_path), "--dry-run")
    assert result.stdout == "1 file: 0 of problems here, 1 of none\n"
    assert result.exit_code == Status.MISTAKE


def test_a_comment_with_an_unknown_problem(tmp_path: Path) -> None:
    """Its file is of none here, and the reason names what is alike."""
    write(tmp_path, "lca.py", "# judge: lcaa\n")
    document = json.loads(invoke(FakeJudge(), "import", str(tmp_path), "--json").stdout)
    assert "did you mean" in document["unknown"][0]["reason"]


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    """File names are written by whoever made the folder."""
    for name in (b"\x1b[2Jlca.py", b"lca\n\xff.py"):
        (tmp_path / os.fsdecode(name)).write_text("# judge: lca\n")
    result = invoke(FakeJudge(), "import", str(tmp_path))
    assert "\\x1b[2Jlca.py" in result.stdout
    assert "lca\\n\\udcff.py" in result.stdout
    assert "\x1b" not in result.stdout + result.stderr
    assert json.loads(invoke(FakeJudge(), "import", str(tmp_path), "--json").stdout)["files"]


def test_a_missing_folder(tmp_path: Path) -> None:
    result = invoke(FakeJudge(), "import", str(tmp_path / "nope"))
    assert (result.exit_code, result.stdout) == (Status.MISTAKE, "")
    assert "is not there" in result.stderr


def test_an_interrupt_shows_what_was_judged(folder: Path) -> None:
    """Hundreds of verdicts are not lost for the last one."""
    fake = FakeJudge()
    fake.raises = KeyboardInterrupt()
    result = invoke(fake, "import", str(folder))
    assert result.stdout.endswith("6 files: 5 of problems here, 1 of none\n")
    assert result.exit_code == Status.INTERRUPTED


def test_a_host_without_sandbox_ends_it(folder: Path) -> None:
    fake = FakeJudge()
    fake.raises = HostError("no sandbox here")
    assert invoke(fake, "import", str(folder)).exit_code == Status.INTERNAL_ERROR
    assert len(fake.judged) == 1


def test_a_faulty_package_hides_no_other(tmp_path: Path) -> None:
    """Its fault is told, its files are not judged, and those of others are."""
    problem = largest(tmp_path)
    write(problem.folder.parent, "broken/problem.toml", "title = 1\n")
    folder = tmp_path / "mine"
    write(folder, "broken.py", "")
    write(folder, "largest.py", "def largest(nums): return max(nums)\n")
    write(folder, "largest_2.py", "def largest(nums): return min(nums)\n")
    result = invoke_on(problem, "import", str(folder))
    lines = result.stdout.splitlines()
    assert lines[0].startswith("-    broken   broken.py")
    assert lines[1] == "     the package broken is faulty: `judge verify broken` tells how"
    assert lines[2].startswith("AC   largest  largest.py")
    assert lines[3].startswith("WA   largest  largest_2.py")
    assert lines[4].startswith("     wrong answer: nums = [")
    assert lines[5] == "3 files: 3 of problems here (1 AC, 1 WA, 1 not judged)"
    assert "problem.toml" in result.stderr
    assert result.exit_code == Status.MISTAKE
