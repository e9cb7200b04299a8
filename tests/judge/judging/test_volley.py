"""Small cases are played many at a time, and what is odd is told as if they were not."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

import pytest

from judge.execution import Outcome, Player, Sandboxes, Volley
from judge.judging.decision import CaseResult, decide
from judge.judging.lockstep import PlayedCase, play_in_lockstep
from judge.judging.trial import Trial
from judge.judging.volley import MOST_CASES, play_in_volleys
from judge.kinds import Rules
from judge.problems import Answer, Case, Group, Problem
from judge.records import replace
from judge.settings import Settings
from judge.submission import Submission
from judge.values import json_bytes
from judge.verdict import Verdict
from sandbox import Ending, Limit
from tests.packages import double
from tests.shared_cache import cache_in

COUNT = 200


@pytest.fixture(scope="module")
def sandboxes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Sandboxes, Settings]]:
    folder = tmp_path_factory.mktemp("volleys")
    settings = Settings(cache_dir=cache_in(folder), state_dir=folder / "state")
    with Sandboxes(double(folder), settings) as opened:
        yield opened, settings


@pytest.fixture(scope="module")
def problem(tmp_path_factory: pytest.TempPathFactory) -> Problem:
    return double(tmp_path_factory.mktemp("double"))


def cases(problem: Problem, group: Group = Group.GENERATED, text: str = "") -> list[Case]:
    given = [(n, json_bytes([n, text])) for n in range(COUNT)]
    return [problem.case(group, n, sent, Answer(2 * n, 0.0)) for n, sent in given]


def trial_of(problem: Problem, opened: tuple[Sandboxes, Settings], source: str) -> Trial:
    sandboxes, settings = opened
    return Trial.of(problem, Submission(source.encode(), "double.py"), settings, sandboxes)


RIGHT = "def double(n, text):\n    return 2 * n\n"


def test_what_passes_is_never_played_step_by_step(
    problem: Problem, sandboxes: tuple[Sandboxes, Settings], plays: list[bytes]
) -> None:
    """Each case is passed once, in order, with the answer that it gave."""
    trial = trial_of(problem, sandboxes, RIGHT)
    with trial.player() as player:
        found = list(play_in_volleys(trial, player, cases(problem)))
    assert [one.case.index for one in found] == list(range(COUNT))
    assert all(one.result.passed for one in found)
    assert plays == []


def test_only_an_answer_that_is_told_in_another_way_is_decoded(
    problem: Problem, sandboxes: tuple[Sandboxes, Settings]
) -> None:
    """A right reply is known by its bytes; a tuple is read as the list that it stands for."""
    interface = replace(problem.interface, returns="list[int]", loose=True)
    lists = replace(problem, interface=interface)
    source = "def double(n, text):\n    return [2 * n] if n % 2 else (2 * n,)\n"
    trial = trial_of(lists, sandboxes, source)
    given = [(n, json_bytes([n, ""])) for n in range(20)]
    made = [lists.case(Group.GENERATED, n, sent, Answer([2 * n], 0.0)) for n, sent in given]
    with trial.player() as player:
        found = list(play_in_volleys(trial, player, made))
    assert all(one.result.passed for one in found)
    outcomes = [one.result.outcome for one in found]
    assert [one.as_expected for one in outcomes] == [False, True] * 10
    assert [one.value for one in outcomes[:2]] == [[0], None]


@pytest.mark.parametrize(("group", "text"), [(Group.SAMPLE, ""), (Group.GENERATED, "a" * 20_000)])
def test_samples_and_long_cases_are_played_step_by_step(
    problem: Problem,
    sandboxes: tuple[Sandboxes, Settings],
    plays: list[bytes],
    group: Group,
    text: str,
) -> None:
    """What a sample prints is shown, and a long case costs more than its round trips."""
    trial = trial_of(problem, sandboxes, RIGHT)
    with trial.player() as player:
        found = list(play_in_volleys(trial, player, cases(problem, group, text)[:3]))
    assert len(found) == len(plays) == 3


ODD = {
    "wrong": "def double(n, text):\n    return 2 * n + (n == 150)\n",
    "raises": "def double(n, text):\n    print(n)\n    return 2 * n // (n != 70)\n",
    "remembers": (
        "seen = []\ndef double(n, text):\n    seen.append(n)\n    return 2 * n + len(seen) // 130\n"
    ),
    "endless": "def double(n, text):\n    while n == 90:\n        pass\n    return 2 * n\n",
    "sleeps": (
        "import time\ndef double(n, text):\n    time.sleep(30 * (n == 65))\n    return 2 * n\n"
    ),
    "exits": "import os\ndef double(n, text):\n    n == 64 and os._exit(0)\n    return 2 * n\n",
    "prints": ("def double(n, text):\n    print('x' * (n == 100) * (1 << 24))\n    return 2 * n\n"),
    "prints in all": "def double(n, text):\n    print('x' * (3 << 19))\n    return 2 * n\n",
    "breaks a rule": (
        "import os\ndef double(n, text):\n"
        "    if n == 77:\n        os.system('true')\n    return 2 * n\n"
    ),
    "answers nobody": (
        "import os\ndef double(n, text):\n"
        "    n == 77 and os.write(4, b'{}' * 40)\n    return 2 * n\n"
    ),
    "does not load": "import nothing_of_this_name\n",
    "long answer": "def double(n, text):\n    return 2 * n if n != 9 else 'x' * (1 << 25)\n",
}


@pytest.mark.parametrize("source", ODD.values(), ids=ODD)
@pytest.mark.needs("linux", "full")
def test_an_odd_case_ends_as_it_would_step_by_step(
    problem: Problem, sandboxes: tuple[Sandboxes, Settings], source: str
) -> None:
    """The same case, verdict, sentence and prints; those before it have passed."""

    def first_failure(play: Any) -> tuple[int, CaseResult]:
        trial = trial_of(problem, sandboxes, source)
        with trial.player() as player:
            for one in play(trial, player, cases(problem)):
                if not one.result.passed:
                    return one.case.index, one.result
        raise AssertionError("all passed")

    (one, volley), (other, step) = map(first_failure, (play_in_volleys, play_in_lockstep))
    assert one == other
    assert (volley.verdict, volley.message) == (step.verdict, step.message)
    assert volley.outcome.stage == step.outcome.stage
    # How much of a pipe was read when a program was ended hangs on chance.
    assert volley.outcome.printed.first == step.outcome.printed.first
    assert volley.outcome.plays == step.outcome.plays
    assert volley.exception == step.exception


class Replaying:
    """A player whose program answers a volley in one way, and step by step in another."""

    cpu_seconds = wall_seconds = 0.0

    def __init__(self, problem: Problem, volley: Volley, wrong: Sequence[int]) -> None:
        self.problem = problem
        self.plays_volleys = True
        self._volley = volley
        self._wrong = wrong
        self.started_over = 0

    def is_small(self, _arguments: bytes) -> bool:
        return True

    def right_replies(self, cases: Sequence[Case]) -> list[None]:
        return [None] * len(cases)

    def play_volley(
        self, _cases: Sequence[bytes], limit: Limit, _right: Sequence[bytes | None]
    ) -> Volley:
        assert limit.cpu_seconds < 1
        return self._volley

    def start_over(self) -> None:
        self.started_over += 1

    def judge(
        self, _player: object, case: Case, limit: Limit, rules: Rules | None = None
    ) -> CaseResult:
        value = 2 * case.index + (case.index in self._wrong)
        return decide(self.problem, case, answered(value, limit), rules)

    def results(self, given: list[Case]) -> list[PlayedCase]:
        return list(play_in_volleys(cast("Trial", self), cast("Player", self), given))


def answered(value: int, limit: Limit) -> Outcome:
    return Outcome(Ending.REPLY, "read", True, value, limit=limit, answer_bytes=2)


LIMIT = Limit(1.0, 1.0)


def test_what_passed_and_then_fails_comes_again(problem: Problem) -> None:
    """One wrong answer is a failure, even if it was right a moment ago."""
    right = [answered(2 * n, LIMIT) for n in range(3)]
    replaying = Replaying(problem, Volley(right), wrong=[1, 4])
    found = replaying.results(cases(problem)[:5])
    assert replaying.started_over == 1
    told = [(one.case.index, one.result.passed, one.had_passed) for one in found]
    assert told == [
        (0, True, False),
        (1, True, False),
        (2, True, False),
        (1, False, True),
        (3, True, False),
        (4, False, False),
    ]


def test_a_rule_that_was_broken_once_is_broken(problem: Problem) -> None:
    """A program that behaves when it is played again is refused all the same."""
    broken = Outcome(Ending.VIOLATION, "call", limit=LIMIT, detail="ptrace")
    replaying = Replaying(problem, Volley(broken=broken), wrong=[])
    found = replaying.results(cases(problem)[: MOST_CASES + 9])
    failed = [one for one in found if not one.result.passed]
    assert [one.case.index for one in failed] == [MOST_CASES - 1]
    assert failed[0].result.verdict is Verdict.RULE_VIOLATION


def test_the_rest_of_a_volley_is_taken_up_where_it_broke_off(problem: Problem) -> None:
    """No case is left out or played for nothing, whatever group it stood in."""
    replaying = Replaying(problem, Volley([answered(0, LIMIT)]), wrong=[])
    given = cases(problem)[:MOST_CASES] + cases(problem, Group.SAMPLE)[:2] + cases(problem)[:3]
    found = replaying.results(given)
    assert [one.case for one in found] == given
    assert replaying.started_over == 1
