"""Large cases in a thread of their own: the same results in the same order, and an end."""

import threading
import time
from dataclasses import dataclass, field

import pytest

from judge.execution.player import Player
from judge.execution.sandboxes import Sandboxes
from judge.judging.decision import CaseResult
from judge.judging.large_cases import LargeCases
from judge.judging.trial import Trial
from judge.kinds import Rules
from judge.problems.case import Case, Group
from judge.problems.corpus import Corpus
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Limit, SandboxError
from tests.practice import Practice
from tests.waiting import until

pytestmark = pytest.mark.needs("full")

RIGHT = "def largest(nums): return max(nums)"
SLEEPS = "import time\ndef largest(nums):\n    time.sleep(60)"


def large_threads() -> list[threading.Thread]:
    """Return the threads of large cases; a sandbox has others, which end when they like."""
    return [thread for thread in threading.enumerate() if thread.name == "large cases"]


@dataclass(frozen=True)
class CountingTrial(Trial):
    """Keeps the cases that have been judged."""

    seen: list[Case] = field(default_factory=list)

    def judge(
        self, player: Player, case: Case, limit: Limit, rules: Rules | None = None
    ) -> CaseResult:
        try:
            return super().judge(player, case, limit, rules)
        finally:
            self.seen.append(case)


def trial(practice: Practice, sandboxes: Sandboxes, source: str) -> CountingTrial:
    submission = Submission(source.encode(), "own.py")
    return CountingTrial(practice.problem, submission, sandboxes.main, practice.settings, sandboxes)


def test_results_come_in_the_order_of_the_cases(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus
) -> None:
    """Each judged as it would be alone; what was spent only grows."""
    with LargeCases(trial(practice, sandboxes, RIGHT), corpus.cases) as large_cases:
        results = list(large_cases)
    assert [result.case for result in results] == list(corpus.cases)
    assert all(result.result.passed for result in results)
    spent = [result.cpu_seconds for result in results]
    assert spent == sorted(spent)
    assert large_cases.player.peak_bytes is not None


def test_it_goes_ahead_of_whoever_asks(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus
) -> None:
    """All that passes is played before the first result is asked for."""
    counting = trial(practice, sandboxes, RIGHT)
    with LargeCases(counting, corpus.cases) as large_cases:
        large_cases.start()
        large_cases.release()
        until(lambda: counting.seen == list(corpus.cases))
        assert len(list(large_cases)) == len(corpus.cases)


def test_no_case_is_played_before_the_samples_are_over(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus
) -> None:
    """Its program may be made ready, but knows no case that a sample's program could be told of."""
    counting = trial(practice, sandboxes, RIGHT)
    with LargeCases(counting, corpus.cases) as large_cases:
        large_cases.start()
        until(lambda: large_cases.player.loaded is not None)
        time.sleep(0.1)
        assert counting.seen == []


def test_it_waits_where_a_case_is_looked_at_again(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus
) -> None:
    """Nothing is played beside a second look; asked for the next, it goes on."""
    wrong = "def largest(nums): return 5 if len(nums) == 1 else max(nums)"
    singles = [case for case in corpus.cases if len(case.arguments["nums"]) == 1][:3]
    assert singles[0].expected == 5
    counting = trial(practice, sandboxes, wrong)
    with LargeCases(counting, [*singles, *singles]) as large_cases:
        results = iter(large_cases)
        assert next(results).result.passed
        assert next(results).result.verdict is Verdict.WRONG_ANSWER
        time.sleep(0.2)
        assert len(counting.seen) == 2
        assert next(results).result.verdict is Verdict.WRONG_ANSWER
        assert next(results).result.passed


def test_who_leaves_ends_it_in_the_middle_of_a_case(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus
) -> None:
    """A verdict does not wait for a large case of a program that is known to be wrong."""
    began = time.monotonic()
    with LargeCases(trial(practice, sandboxes, SLEEPS), corpus.cases) as large_cases:
        large_cases.start()
        large_cases.release()
        until(lambda: large_cases.player.loaded is not None)
    assert time.monotonic() - began < 1.5  # the case alone may take longer than that
    assert not large_threads()


def test_who_never_asks_leaves_nothing(
    practice: Practice, sandboxes: Sandboxes, corpus: Corpus
) -> None:
    """Whether it was started or not, or had waited after a failed case."""
    with LargeCases(trial(practice, sandboxes, RIGHT), corpus.cases):
        pass
    counting = trial(practice, sandboxes, "def largest(nums): pass")
    with LargeCases(counting, corpus.cases) as large_cases:
        large_cases.start()
        large_cases.release()
        until(lambda: len(counting.seen) == 1)
    assert not large_threads()


@pytest.mark.parametrize("begun", [True, False])
def test_ctrl_c_while_the_thread_is_started_is_ctrl_c_and_nothing_else(
    practice: Practice,
    sandboxes: Sandboxes,
    corpus: Corpus,
    monkeypatch: pytest.MonkeyPatch,
    *,
    begun: bool,
) -> None:
    """Thread.start waits for the thread, and may be interrupted before or after it runs."""
    start = threading.Thread.start

    def interrupted(thread: threading.Thread) -> None:
        if begun:
            start(thread)
        raise KeyboardInterrupt

    monkeypatch.setattr(threading.Thread, "start", interrupted)
    with (
        pytest.raises(KeyboardInterrupt),
        LargeCases(trial(practice, sandboxes, SLEEPS), corpus.cases) as large_cases,
    ):
        large_cases.start()
    until(lambda: not large_threads())


def test_what_goes_wrong_is_raised_where_it_is_asked_for(
    practice: Practice, corpus: Corpus
) -> None:
    """A sandbox that ends in mid-run is the host's failure, and must be told as one."""
    with Sandboxes(practice.problem, practice.settings) as own:
        orphaned = trial(practice, own, RIGHT)
        orphaned.sandbox.close()
        with (
            LargeCases(orphaned, corpus.cases) as large_cases,
            pytest.raises((SandboxError, OSError)),
        ):
            list(large_cases)


def test_a_large_case_that_fails_comes_after_all_small_ones(practice: Practice) -> None:
    """The first failing case in the corpus's order decides, whichever ended first."""
    late = "def largest(nums): return max(nums) if len(nums) < 2000 else 0"
    both = "def largest(nums): return max(nums) if 1 < len(nums) < 2000 or nums == [5] else 0"
    first = practice.report(late)
    assert first.failure is not None
    assert first.failure.group == Group.SCALE
    second = practice.report(both)
    assert second.failure is not None
    assert second.failure.group != Group.SCALE
