"""A package's checker is asked about several small cases at once, and nobody can tell."""

import itertools
import marshal
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from judge.errors import AuthorError
from judge.execution import Outcome, Player
from judge.judging import lockstep
from judge.judging.decision import CaseResult, decide
from judge.judging.lockstep import PlayedCase, play_in_lockstep
from judge.judging.trial import Trial
from judge.kinds import Rules
from judge.problems import Answer, Case, Group
from judge.problems.author.call import Call
from judge.problems.author.process import end_author_code
from judge.problems.author.running import Running
from judge.problems.problem import Problem
from judge.values import json_bytes
from judge.verdict import Verdict
from sandbox import Ending, Limit, Printed
from tests.answers import problem

CHECKER = """
def check(arguments, expected, actual):
    if actual == -13:
        raise KeyError("unlucky")
    return None if actual == expected else f"no {expected}"
"""


@dataclass
class Playing:
    """Plays cases without a sandbox: the answer to n is n + 1, and what was played is known."""

    problem: Problem
    answers: dict[int, int] = field(default_factory=dict)
    played: list[int] = field(default_factory=list)

    def judge(
        self, _player: Player, case: Case, limit: Limit, rules: Rules | None = None
    ) -> CaseResult:
        n = case.arguments["n"]
        self.played.append(n)
        value = self.answers.get(n, n + 1)
        outcome = Outcome(Ending.REPLY, "read", True, value, limit=limit, answer_bytes=8)
        result = decide(self.problem, case, outcome, rules)
        return result if result.passed else self._shown(result)

    def _shown(self, result: CaseResult) -> CaseResult:
        return CaseResult(result.verdict, result.message, self.with_prints(result.outcome))

    def with_prints(self, outcome: Outcome) -> Outcome:
        """Say of an outcome that its case printed its number."""
        text = str(self.played[-1]).encode()
        return Outcome(
            outcome.ending,
            outcome.stage,
            outcome.returned,
            outcome.value,
            limit=outcome.limit,
            answer_bytes=outcome.answer_bytes,
            printed=Printed(text, b"", len(text)),
        )

    def decide(self, case: Case, outcome: Outcome, rules: Rules) -> CaseResult:
        return decide(self.problem, case, outcome, rules)

    def results(self, cases: list[Case]) -> Iterator[PlayedCase]:
        player = SimpleNamespace(with_prints=self.with_prints, cpu_seconds=0.0, wall_seconds=0.0)
        return play_in_lockstep(cast("Trial", self), cast("Player", player), cases)


@pytest.fixture
def playing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Playing]:
    (tmp_path / "checker.py").write_text(CHECKER)
    end_author_code()  # what an earlier test left may end while this one sends to it
    monkeypatch.setattr(lockstep, "MOST_SECONDS", 1000.0)  # a slow machine must not matter
    monkeypatch.setattr(lockstep, "SLOW_SECONDS", 1000.0)
    yield Playing(problem(checker="custom", folder=tmp_path))
    end_author_code()


def cases(playing: Playing, count: int, group: Group = Group.EDGE) -> list[Case]:
    return [
        playing.problem.case(group, n, json_bytes([n]), Answer(n + 1, 0.0)) for n in range(count)
    ]


@pytest.fixture
def sends(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows by the number of answers in each request."""
    counts: list[int] = []
    send = Running.send

    def counted(self: Running, calls: Sequence[Call]) -> None:
        [call] = calls
        operation, _, asked = marshal.loads(call.request[16:])  # noqa: S302 - we wrote it
        assert operation == "check_several"
        send(self, calls)
        counts.append(len(asked))

    monkeypatch.setattr(Running, "send", counted)
    return counts


def test_the_checker_is_woken_once_for_many_cases(playing: Playing, sends: list[int]) -> None:
    """Which is most of what a check costs."""
    found = list(playing.results(cases(playing, 100)))
    assert [one.case.index for one in found] == list(range(100))
    assert all(one.result.passed for one in found)
    assert sends == [32, 32, 32, 4]


def test_long_cases_do_not_gather(playing: Playing, sends: list[int], monkeypatch: Any) -> None:
    """They would be kept in memory."""
    monkeypatch.setattr(lockstep, "MOST_BYTES", 40)
    list(playing.results(cases(playing, 12)))
    assert sends == [4, 4, 4]


def test_the_first_failure_is_that_of_the_checker(playing: Playing) -> None:
    """With its own sentence, and with what its own case printed."""
    playing.answers = {5: 0, 6: -13}
    steps = playing.results(cases(playing, 50))
    found = [next(steps) for _ in range(6)]
    assert [one.result.passed for one in found] == [True] * 5 + [False]
    failed = found[5].result
    assert (failed.verdict, failed.message) == (Verdict.WRONG_ANSWER, "no 6")
    assert failed.message_by == "checker"
    assert failed.outcome.printed.first == b"5"
    with pytest.raises(AuthorError, match="unlucky"):
        next(steps)


def test_a_checker_that_fails_is_told_at_its_case(playing: Playing) -> None:
    """After those before it."""
    playing.answers = {9: -13}
    found: list[PlayedCase] = []
    with pytest.raises(AuthorError, match="KeyError at line 4: 'unlucky' on the answer -13"):
        found += playing.results(cases(playing, 50))
    assert [one.case.index for one in found] == list(range(9))
    assert all(one.result.passed for one in found)


def test_a_sample_does_not_wait(playing: Playing, sends: list[int]) -> None:
    """What it prints is taken before another case is played."""
    for number, _ in enumerate(playing.results(cases(playing, 5, Group.SAMPLE)), 1):
        assert len(playing.played) == number
    assert sends == [1] * 5


def test_what_fails_by_itself_waits_for_those_before_it(playing: Playing) -> None:
    """An answer of another type is wrong before the checker is asked."""
    playing.answers = cast("dict[int, int]", {3: "three"})
    found = list(playing.results(cases(playing, 6)))
    assert [one.case.index for one in found] == list(range(6))
    assert [one.result.passed for one in found] == [True] * 3 + [False] + [True] * 2


def test_a_slow_checker_is_asked_case_by_case(
    playing: Playing, sends: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that people see how far it is."""
    monkeypatch.setattr(lockstep, "SLOW_SECONDS", 0.0)
    assert len(list(playing.results(cases(playing, 40)))) == 40
    assert sends == [32] + [1] * 8


def test_what_else_takes_time_makes_no_checker_slow(
    playing: Playing, sends: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a large case of another thread, which it checks meanwhile."""
    monkeypatch.setattr(lockstep, "MOST_SECONDS", math.inf)
    monkeypatch.setattr(lockstep, "SLOW_SECONDS", 100.0)
    clock = SimpleNamespace(monotonic=itertools.count(0.0, 1000.0).__next__)
    monkeypatch.setattr(lockstep, "time", clock)
    assert len(list(playing.results(cases(playing, 40)))) == 40
    assert sends == [32, 8]


def test_nothing_waits_where_the_judge_compares(playing: Playing, sends: list[int]) -> None:
    """A comparison costs nothing to begin."""
    playing.problem = problem()
    for number, _ in enumerate(playing.results(cases(playing, 5)), 1):
        assert len(playing.played) == number
    assert sends == []
