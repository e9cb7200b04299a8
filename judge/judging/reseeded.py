"""Play the small cases under the second hash seed: no answer may depend on the order of a set."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain
from typing import Self

from judge.errors import JudgeError
from judge.execution import Player
from judge.judging.costs import Costs
from judge.judging.findings import HASH_ORDER, Findings
from judge.judging.leak import random_result
from judge.judging.limits import Budget
from judge.judging.lockstep import PlayedCase
from judge.judging.retry import is_near, look_again
from judge.judging.trial import Trial
from judge.judging.volley import play_in_volleys
from judge.kinds import Look
from judge.problems import Group
from judge.records import replace
from sandbox import SandboxError


class Reseeded:
    """Plays the small cases of a corpus again, in a program with the other hash seed.

    `play_while` plays ahead while something else is waited for, `finish` plays the rest. Only that
    changes the findings: where the corpus fails, what was played ahead counts for nothing. Use as a
    context manager. Does nothing for a kind of problem that has no such look.
    """

    def __init__(self, trial: Trial, findings: Findings) -> None:
        self._wanted = Look.RESEEDED in findings.kind.looks
        self._trial = trial
        self._findings = findings
        self._seeded: Trial | None = None
        self._player: Player | None = None
        self._rest: Iterator[PlayedCase] | None = None
        self._ahead: list[PlayedCase] = []
        self._error: Exception | None = None

    def prepare(self) -> None:
        """Start the server, which takes as long as some hundred cases."""
        if self._wanted:
            with suppress(SandboxError, OSError):  # raised again where it is needed
                sandbox = self._trial.sandboxes.reseeded(self._trial.language)
                if sandbox.waiting == 0:
                    sandbox.expect(1)  # a server of an earlier submission, which rests

    def play_while(self, waiting: Callable[[], bool]) -> None:
        """Play cases while `waiting()`, up to one that must be looked at again or an error."""
        while self._wanted and self._error is None and waiting():
            if self._ahead and is_near(self._ahead[-1].result):
                return
            try:
                played = next(self._cases(), None)
            except (JudgeError, SandboxError) as error:
                self._error = error
                return
            if played is None:
                return
            self._ahead.append(played)

    def finish(self) -> None:
        """Play the other cases, and record the first that fails. Raises what playing raised."""
        if not self._wanted:
            return
        findings = self._findings
        budget = Budget.of(self._trial.problem, findings.corpus)
        findings.costs = Costs()
        met_hidden = False
        for played in chain(self._ahead, self._others()):
            met_hidden |= played.case.group != Group.SAMPLE
            if not self._record(played, budget, hidden=met_hidden):
                break
        assert self._player is not None  # there is no corpus without small cases
        self._player.close()
        findings.add_peak(self._player.peak_bytes)

    def _record(self, played: PlayedCase, budget: Budget, *, hidden: bool) -> bool:
        """Record a case, after a retry if one is due; return whether it passed."""
        findings, case, trial = self._findings, played.case, self._other()
        result, close = look_again(trial, case, played.result)
        findings.close_call |= close
        findings.costs.add(case, result.outcome)
        result = budget.enforce(result, played.cpu_seconds, played.wall_seconds)
        if result.passed:
            return True
        by_chance = random_result(trial, case, result, result.outcome.limit)
        findings.take_back(case, by_chance, hidden=hidden)
        if by_chance is result and not result.whole_run:
            findings.notes.append(HASH_ORDER)
        return False

    def _others(self) -> Iterator[PlayedCase]:
        if self._error is not None:
            raise self._error
        yield from self._cases()

    def _cases(self) -> Iterator[PlayedCase]:
        """Return the cases that were not played yet, as they are played."""
        if self._rest is None:
            trial = self._other()
            self._player = trial.player()
            self._rest = play_in_volleys(trial, self._player, self._findings.corpus.small())
        return self._rest

    def _other(self) -> Trial:
        """Return the trial in the sandbox with the other seed; waits until that is ready."""
        if self._seeded is None:
            sandbox = self._trial.sandboxes.reseeded(self._trial.language)
            self._seeded = replace(self._trial, sandbox=sandbox)
            sandbox.rest()  # one program plays all cases
        return self._seeded

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End its program."""
        if self._player is not None:
            self._player.close()
