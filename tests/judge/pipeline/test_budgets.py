"""The limits of a case, of a whole run and of what is read."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from judge.events import (
    Shrinking,
)
from judge.problems import corpus
from judge.verdict import Verdict
from tests.packages import largest
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")


def test_a_slower_host_does_not_turn_right_into_tle(practice: Practice, tmp_path: Path) -> None:
    """A corpus whose reference times are too small is corrected by timing the reference now."""
    source = (
        "import time\n"
        "def largest(nums):\n"
        "  if len(nums) == 20000:\n"
        "    end = time.process_time() + 0.5\n"
        "    while time.process_time() < end: pass\n"
        "  return max(nums)\n"
    )
    assert practice.report(source).verdict is Verdict.TIME_LIMIT_EXCEEDED
    slow = Practice(tmp_path, largest(tmp_path, source), own_corpora=True)
    assert slow.report(source).verdict is Verdict.ACCEPTED
    path = corpus.corpus_path(slow.settings.cache_dir, slow.problem)
    found = corpus.load_corpus(path, slow.problem)
    assert found is not None
    hasty = corpus.Corpus(
        found.problem_version,
        tuple(replace(case, reference_cpu_seconds=0.0) for case in found.cases),
    )
    corpus.save_corpus(path, slow.problem, hasty)
    report = slow.report(source)
    assert report.verdict is Verdict.ACCEPTED
    assert report.limits is not None
    assert report.limits.close_call


@pytest.mark.parametrize(("seconds", "close"), [(0.275, True), (0.1, False)])
def test_what_is_too_close_to_the_limit_is_accepted_and_told(
    practice: Practice, seconds: float, close: bool
) -> None:
    """The limit is 0.3 s; near it a case is timed again, and if it stays there, it says so."""
    report = practice.report(
        "import time\n"
        "def largest(nums):\n"
        "  if len(nums) == 20000:\n"
        f"    end = time.process_time() + {seconds}\n"
        "    while time.process_time() < end: pass\n"
        "  return max(nums)\n"
    )
    assert report.verdict is Verdict.ACCEPTED
    assert report.limits is not None
    assert report.limits.close_call is close


def test_a_run_as_a_whole_has_a_budget(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every case just under its limit is too slow all the same."""
    monkeypatch.setattr("judge.judging.limits.RUN_SECONDS", 1.0)
    source = (
        "import time\n"
        "def largest(nums):\n"
        "  end = time.process_time() + 0.25\n"
        "  while time.process_time() < end: pass\n"
        "  return max(nums)\n"
    )
    report = practice.report(source)
    assert report.verdict is Verdict.TIME_LIMIT_EXCEEDED
    assert "whole run" in report.summary


def test_work_that_is_put_off_until_the_answer_is_read_is_too_slow(practice: Practice) -> None:
    """A case's limit holds for it too; what reading an answer takes as a rule is free."""
    busy = "end = time.process_time() + SECONDS\n    while time.process_time() < end: pass"
    source = SLOW_ANSWERS.replace("time.sleep(SECONDS)", busy)
    report = practice.report(source.replace("SECONDS", "1 if len(str(arguments)) < 12 else 0"))
    assert report.verdict is Verdict.TIME_LIMIT_EXCEEDED, report.summary
    assert "s of CPU time while its answer was read" in report.summary


SLOW_ANSWERS = """
import sys, time
values = sys.modules["python_guest.values"]
encode = values.encode
def slow(*arguments):
    time.sleep(SECONDS)
    return encode(*arguments)
values.encode = slow
def largest(nums): return max(nums)
"""


def test_what_answers_slowly_has_a_budget_of_wall_time(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sleeping while an answer is read costs no CPU time, and is in no call."""
    monkeypatch.setattr("judge.judging.limits.total_wall", lambda _cpu: 1.0)
    report = practice.report(SLOW_ANSWERS.replace("SECONDS", "0.1"))
    assert report.verdict is Verdict.TIME_LIMIT_EXCEEDED
    assert "took over 1 s of wall time, the budget of the whole run" in report.summary


def test_waiting_for_a_core_is_not_the_submissions_time(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the kernel says that a program was ready all the time, a busy host is to blame."""
    monkeypatch.setattr("judge.judging.limits.total_wall", lambda _cpu: 1.0)
    monkeypatch.setattr("judge.execution.player.LONG_SECONDS", 0.5)
    monkeypatch.setattr("sandbox.clocks.waiting_seconds", lambda _pid: time.monotonic())
    report = practice.report(SLOW_ANSWERS.replace("SECONDS", "0.005"))
    assert report.verdict is Verdict.ACCEPTED, report.summary


def test_wrong_answers_that_are_very_long_are_not_read_for_ever(practice: Practice) -> None:
    """Each attempt at a smaller input has another to be read: their bytes are counted."""
    source = "def largest(nums): return [0] * 1_500_000 if len(set(nums)) > 3 else max(nums)"
    report, (*_, begun, ended) = practice.judged(source, guard_seconds=1000.0)
    assert begun == Shrinking(0)
    assert isinstance(ended, Shrinking)
    assert 4 < ended.calls < 30
    assert report.verdict is Verdict.WRONG_ANSWER
