"""Code of a package that does not end costs its bound, and is nobody else's fault."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from judge.errors import AuthorError
from judge.events import result_of
from judge.measurement import bench
from judge.pipeline import judge, run
from judge.problems import corpus_build, fresh_inputs
from judge.problems.author import call, code
from judge.problems.author.call import Allowance, PackageFile
from judge.problems.author.process import STRATEGIES
from judge.problems.author.running import MAIN
from judge.problems.problem import Problem
from judge.reports.report import Report
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Tier
from tests.packages import LARGEST, largest
from tests.shared_cache import cache_in

RIGHT = Submission(b"def largest(nums): return max(nums)\n", "right.py")
WRONG = Submission(b"def largest(nums): return min(nums)\n", "wrong.py")


def made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, **package: object
) -> tuple[Problem, Settings]:
    """Return a package whose checker may take a second, and settings to judge with."""
    monkeypatch.setattr(call, "CALL_SECONDS", 1.0)
    settings = Settings(
        cache_dir=cache_in(folder), state_dir=folder / "state", tier=Tier.LIMITS_ONLY
    )
    problem = largest(folder, **package)  # type: ignore[arg-type]  # what the tests below give
    return problem, settings


def hurry_strategies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let strategies take two seconds, but for the import of Hypothesis."""
    STRATEGIES.ask(PackageFile("", MAIN, ""), "", "warm", allowance=Allowance(60.0))
    for module in (code, corpus_build, fresh_inputs):
        monkeypatch.setattr(module, "STRATEGIES_SECONDS", 2.0)


def judged(folder: Path, monkeypatch: pytest.MonkeyPatch, **package: object) -> Report:
    return result_of(judge(WRONG, *made(folder, monkeypatch, **package)))


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
    assert "checker.py: check: it had not ended after 1 s at line" in words


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
    assert "strategies.py: validate(): it had not ended after 1 s" in report.failure.message
    assert report.failure.message.count("had not ended") == 1


CHECKER = "def check(arguments, expected, actual):\n    while actual != expected: pass\n"
SIZED = LARGEST + "SIZES = (1, 1000)\ndef sized(n, rng):\n    while n > 100: pass\n"
SIZED += "    return {'nums': [n] * n}\n"


def test_run_and_bench_end_with_the_checker_s_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No road to a checker is without its bound."""
    problem, settings = made(tmp_path, monkeypatch, checker="custom", files={"checker.py": CHECKER})
    for steps in (run(WRONG, problem, settings), bench(WRONG, problem, settings)):
        with pytest.raises(AuthorError, match="check: it had not ended after 1 s at line 2"):
            list(steps)
    assert all(played.verdict is Verdict.ACCEPTED for played in run(RIGHT, problem, settings))


@pytest.mark.parametrize("function", ["edges", "generated", "scales"])
def test_strategies_that_do_not_end_end_the_making_of_a_corpus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    """The function is named, and the package is good again once it is mended."""
    hanging = LARGEST.replace(f"def {function}():\n", f"def {function}():\n    while True: pass\n")
    problem, settings = made(tmp_path, monkeypatch, strategies=hanging)
    hurry_strategies(monkeypatch)
    told = rf"strategies\.py: {function}\(\): it had not ended after 2 s at line \d"
    with pytest.raises(AuthorError, match=told):
        result_of(judge(RIGHT, problem, settings))
    monkeypatch.undo()
    problem, settings = made(tmp_path, monkeypatch)
    assert result_of(judge(RIGHT, problem, settings)).verdict is Verdict.ACCEPTED


def test_a_draw_of_fresh_inputs_that_does_not_end_is_an_internal_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The corpus is there already; the same function hangs in the live search."""
    flag = tmp_path / "flag"
    hanging = f"def generated():\n    while os.path.exists({str(flag)!r}): pass\n"
    text = "import os\n" + LARGEST.replace("def generated():\n", hanging)
    problem, settings = made(tmp_path, monkeypatch, strategies=text)
    assert result_of(judge(RIGHT, problem, settings)).verdict is Verdict.ACCEPTED
    flag.touch()
    hurry_strategies(monkeypatch)
    # What was drawn is kept, and needs no strategy; another key has other inputs.
    assert result_of(judge(RIGHT, problem, settings)).verdict is Verdict.ACCEPTED
    settings = replace(settings, key="another")
    report = result_of(judge(RIGHT, problem, settings))
    assert report.verdict is Verdict.INTERNAL_ERROR
    assert "strategies.py: generated(): it had not ended after 2 s" in report.summary

    def begin(*_: object, **__: object) -> None:
        raise AssertionError("it is asked again")

    # What is known costs the next submission no time, and takes no verdict from it.
    monkeypatch.setattr(STRATEGIES, "begin", begin)
    assert result_of(judge(RIGHT, problem, settings)).summary == report.summary
    assert result_of(judge(WRONG, problem, settings)).verdict is Verdict.WRONG_ANSWER


def test_a_sized_that_does_not_end_costs_the_figures_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The verdict stands, with a note; `bench` has nothing but figures to give."""
    problem, settings = made(tmp_path, monkeypatch, strategies=SIZED)
    assert result_of(judge(RIGHT, problem, settings)).verdict is Verdict.ACCEPTED
    hurry_strategies(monkeypatch)
    told = r"strategies\.py: sized\(\): it had not ended after 2 s at line \d"
    report = result_of(judge(RIGHT, problem, replace(settings, timing=True)))
    assert report.verdict is Verdict.ACCEPTED
    assert [note.code for note in report.notes if re.search(told, note.message)] == ["not_timed"]
    hurry_strategies(monkeypatch)
    with pytest.raises(AuthorError, match=told):
        result_of(bench(RIGHT, problem, settings))
