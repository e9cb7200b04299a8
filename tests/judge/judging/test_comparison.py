"""Inputs of a search, and of a reduction, are played many at a time where that is no answer yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.execution import Sandboxes
from judge.judging.comparison import Comparison
from judge.judging.trial import Trial
from judge.problems import Problem
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import SHRUNK, Verdict
from tests.packages import double
from tests.shared_cache import cache_in

INPUTS = [{"n": n, "text": "a" * (n % 3)} for n in range(100)]
WRONG_AT_40 = "def double(n, text):\n    return 2 * n + (n == 40)\n"


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return double(tmp_path)


class Compared:
    """Comparisons of sources with the reference of one problem."""

    def __init__(self, problem: Problem, settings: Settings, sandboxes: Sandboxes) -> None:
        self._problem, self._settings, self._sandboxes = problem, settings, sandboxes

    def of(self, source: str) -> Comparison:
        submission = Submission(source.encode(), "double.py")
        return Comparison(Trial.of(self._problem, submission, self._settings, self._sandboxes))


@pytest.fixture
def compared(problem: Problem, tmp_path: Path) -> Iterator[Compared]:
    settings = Settings(cache_dir=cache_in(tmp_path), state_dir=tmp_path / "state")
    with Sandboxes(problem, settings) as sandboxes:
        yield Compared(problem, settings, sandboxes)


def test_inputs_that_all_pass_are_never_played_one_by_one(
    compared: Compared, plays: list[bytes]
) -> None:
    """They are remembered as if they had been, in order."""
    with compared.of("def double(n, text):\n    return 2 * n\n") as comparison:
        assert comparison.all_pass(INPUTS)
        assert [case.arguments for case in comparison.history] == INPUTS
        assert [case.index for case in comparison.history] == list(range(100))
        assert len(comparison.costs) == 100
    assert plays == []


def test_after_one_that_does_not_pass_nothing_has_been_played(compared: Compared) -> None:
    """Who wants to know which plays them one by one, in fresh programs."""
    source = (
        "seen = []\ndef double(n, text):\n    seen.append(n)\n    return 2 * n + len(seen) // 60\n"
    )
    with compared.of(source) as comparison:
        assert not comparison.all_pass(INPUTS)
        assert comparison.history == []
        assert len(comparison.costs) == 0
        fails = comparison.fails(SHRUNK, searching=True)
        assert [fails(one) for one in INPUTS[:60]] == [False] * 59 + [True]


def test_what_passed_ahead_is_not_played_again(
    compared: Compared, problem: Problem, plays: list[bytes]
) -> None:
    """What did not pass is, by the submission alone: the reference has answered."""
    with compared.of(WRONG_AT_40) as comparison:
        fails = comparison.fails(SHRUNK, searching=False)
        comparison.foresee(INPUTS[30:50])
        assert [fails(one) for one in INPUTS[30:50]] == [n == 40 for n in range(30, 50)]
        assert len(comparison.history) == 19
    assert plays == [problem.encode(one) for one in INPUTS[40:50]]


def test_another_input_than_was_foreseen_is_played_as_ever(
    compared: Compared, plays: list[bytes]
) -> None:
    """By both programs."""
    with compared.of(WRONG_AT_40) as comparison:
        comparison.foresee(INPUTS[:10])
        comparison.foresee(INPUTS[10:20])
        assert not comparison.fails(SHRUNK, searching=False)(INPUTS[5])
    assert len(plays) == 2


def test_a_program_that_ends_is_asked_for_nothing_ahead(
    compared: Compared, plays: list[bytes]
) -> None:
    """Each volley would cost another program."""
    source = "import os\ndef double(n, text):\n    n == 3 and os._exit(1)\n    return 2 * n\n"
    with compared.of(source) as comparison:
        comparison.foresee(INPUTS[:10])
        comparison.foresee(INPUTS[10:20])
        fails = comparison.fails(SHRUNK, searching=False)
        assert not any(fails(one) for one in INPUTS[10:20])
    assert len(plays) == 20


def test_an_input_that_is_not_small_is_played_between_volleys(
    compared: Compared, problem: Problem, plays: list[bytes]
) -> None:
    """By both programs, in its place; the others are not taken apart for it."""
    large = {"n": 7, "text": "a" * 20_000}
    inputs = [*INPUTS[:70], large, *INPUTS[70:]]
    with compared.of("def double(n, text):\n    return 2 * n\n") as comparison:
        assert comparison.all_pass(inputs)
        assert [case.arguments for case in comparison.history] == inputs
        assert [case.index for case in comparison.history] == list(range(101))
        assert len(comparison.costs) == 101
    assert plays == [problem.encode(large)] * 2


def test_a_large_input_that_failed_once_has_failed(compared: Compared) -> None:
    """Whatever the program answers when all is played again."""
    large = {"n": 7, "text": "a" * 20_000}
    wrong_when_late = (
        "seen = []\ndef double(n, text):\n    seen.append(n)\n"
        "    return 2 * n + (len(text) > 9 and len(seen) == 71)\n"
    )
    with compared.of(wrong_when_late) as comparison:
        assert not comparison.all_pass([*INPUTS[:70], large, *INPUTS[70:]])
        assert comparison.history == []
        assert comparison.broken is not None
        case, result = comparison.broken
        assert (case.index, case.arguments, result.verdict) == (70, large, Verdict.WRONG_ANSWER)
