"""Code of a package that does not end costs its bound, and is nobody else's fault."""

from pathlib import Path

import pytest

from judge.events import result_of
from judge.pipeline import judge
from judge.problems import author_call
from judge.reports.report import Report
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Tier
from tests.packages import LARGEST, largest

WRONG = Submission(b"def largest(nums): return min(nums)\n", "wrong.py")


def judged(folder: Path, monkeypatch: pytest.MonkeyPatch, **package: object) -> Report:
    monkeypatch.setattr(author_call, "CALL_SECONDS", 2.0)
    settings = Settings(
        cache_dir=folder / "cache", state_dir=folder / "state", tier=Tier.LIMITS_ONLY
    )
    problem = largest(folder, **package)  # type: ignore[arg-type]  # what the tests below give
    return result_of(judge(WRONG, problem, settings))


def test_a_checker_that_does_not_end_is_an_internal_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names file, function and line, and is never counted against the submission."""
    checker = (
        "def check(arguments, expected, actual):\n    while actual != expected:\n        pass\n"
    )
    report = judged(tmp_path, monkeypatch, checker="custom", files={"checker.py": checker})
    assert report.verdict is Verdict.INTERNAL_ERROR
    assert report.failure is not None
    words = report.failure.message
    assert "checker.py: check: it had not ended after 2 s at line" in words


def test_a_validate_that_does_not_end_is_met_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failing input is made smaller by hundreds of candidates: the first that hangs ends it."""
    flag = tmp_path / "flag"
    hanging = f"def validate(arguments):\n    while os.path.exists({str(flag)!r}): pass\n"
    text = "import os\n" + LARGEST.replace("def validate(arguments):\n", hanging)
    assert judged(tmp_path, monkeypatch, strategies=text).verdict is Verdict.WRONG_ANSWER
    flag.touch()
    report = judged(tmp_path, monkeypatch, strategies=text)
    assert report.verdict is Verdict.INTERNAL_ERROR
    assert report.failure is not None
    assert "strategies.py: validate(): it had not ended after 2 s" in report.failure.message
    assert report.failure.message.count("had not ended") == 1
