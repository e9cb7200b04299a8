"""Plays submission and reference in turn, A B then B A, on one core and the same fresh inputs.

A *turn* is one input, or several where one is too short to be read well. A *pair* is one turn of
each on the same inputs, none of which was played before. Pairs come in *blocks*: each has fresh
programs, so that what a program remembers, or where its memory happens to lie, is not in all of
them; the first pair of a block warms its programs up and is dropped. Beside the two a third
program plays some of the inputs and does nothing: the runner's own share of a turn.
"""

import random
import secrets
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import Any

from judge.execution import Outcome, Player, reference_outcome
from judge.judging import Trial, case_limit, decide
from judge.measurement.failure import CaughtError, refuse_forbidden
from judge.measurement.sizes import TURN_SECONDS, Size
from judge.problems import Answer, Group, Sized
from judge.submission import Submission
from judge.values import to_json
from judge.verdict import Verdict
from sandbox import Limit

#: Measured pairs of one block, beside the one that is dropped.
BLOCK = 7
#: Turns of the idle program in one block, beside the one that is dropped: where a turn is one
#: long call. Of several short ones the runner's share is large, and each pair has an idle turn.
IDLE_TURNS = 2
#: Seconds that a submission may wait in all turns together: loading, napping, and for its core.
PATIENCE_SECONDS = 20.0
#: A turn of a block may take so many times the median one, as inputs differ; what it takes beyond
#: is no work on its input.
UNEVEN = 1.5


@dataclass(frozen=True, slots=True)
class Turn:
    """CPU seconds of one turn, in its CALL frames and beside them; wall seconds of the calls."""

    call: float
    side: float
    wall: float

    @property
    def spent(self) -> float:
        return self.call + self.side


@dataclass(frozen=True, slots=True)
class Pair:
    """One turn of each on the same inputs."""

    submission: Turn
    reference: Turn

    @property
    def spent(self) -> float:
        """The CPU seconds of both in all."""
        return self.submission.spent + self.reference.spent


@dataclass
class Taken:
    """Everything that was measured so far.

    `idle` are the CALL seconds of turns that did nothing. `rests` are the CPU seconds of the
    submission's and the reference's programs that no median of turns holds, a block each: outside
    all cases (loading, and after the last), and what single turns took beyond the others, the
    dropped one too. `turns` counts the turns of one side, dropped ones too.
    """

    pairs: list[Pair] = field(default_factory=list)
    idle: list[float] = field(default_factory=list)
    rests: list[tuple[float, float]] = field(default_factory=list)
    turns: int = 0


def fresh_chance() -> random.Random:
    """Return a source of inputs that nobody can foresee; none comes twice but by chance."""
    return random.Random(secrets.randbits(128))  # noqa: S311 - inputs, no secret


class RefusedError(Exception):
    """The submission did not answer a timed input as the reference does; `str()` says how."""


class Duel:
    """Plays pairs of one trial at one size. Not for use by two threads at once."""

    def __init__(
        self, trial: Trial, sized: Sized, size: Size, core: int | None, *, waited: float = 0.0
    ) -> None:
        self.size = size
        self.taken = Taken()
        self._trial = trial
        self._sized = sized
        self._core = core
        self._idle = trial.problem.kind.baseline(trial.problem.interface)
        self._chance = fresh_chance()
        self._limit = case_limit(trial.problem, TURN_SECONDS)
        self._waited = waited

    def resized(self, n: int) -> "Duel":
        """Return a new duel of the same two, at another size; what was waited stays waited."""
        size = replace(self.size, n=n)
        return Duel(self._trial, self._sized, size, self._core, waited=self._waited)

    def play(self, count: int) -> Iterator[Pair]:
        """Play `count` pairs more, in blocks; they are kept in `taken`.

        Raises `RefusedError` for the submission's failure, `CaughtError` for one that is to be
        its verdict, and `ProblemError` for the reference's.
        """
        while count > 0:
            yield from self._block(min(BLOCK, count))
            count -= BLOCK

    def rehearse(self, seconds: float) -> Pair:
        """Play a pair that does not count, and where it takes over `seconds` the next, to return.

        A first call may be long whatever its input is, and must not choose the size.
        """
        with ExitStack() as stack:
            players = [stack.enter_context(self._player(s)) for s in self._sources()]
            pair = self._pair(*players, ahead=True)
            return pair if pair.spent <= seconds else self._pair(*players, ahead=True)

    def _sources(self) -> tuple[Submission, Submission]:
        return self._trial.submission, self._trial.problem.reference

    def _player(self, submission: Submission) -> Player:
        return Player(self._trial.sandbox, self._trial.problem.header, submission, self._core)

    def _block(self, count: int) -> Iterator[Pair]:
        pairs: list[Pair] = []
        with ExitStack() as stack:
            own, other = (stack.enter_context(self._player(s)) for s in self._sources())
            idle = None
            if self._idle is not None:
                idle = stack.enter_context(self._player(self._idle))
            for number in range(count + 1):
                pair = self._pair(own, other, ahead=(number + len(self.taken.rests)) % 2 == 0)
                pairs.append(pair)
                self.taken.turns += 1
                if idle is not None and (number <= IDLE_TURNS or self.size.inputs > 1):
                    self._idle_turn(idle, kept=number > 0)
                if number:
                    self.taken.pairs.append(pair)
                    yield pair
        turns = [pair.submission for pair in pairs], [pair.reference for pair in pairs]
        self.taken.rests.append((_rest(own) + uneven(turns[0]), _rest(other) + uneven(turns[1])))

    def _pair(self, own: Player, other: Player, *, ahead: bool) -> Pair:
        """Play one turn of each, the submission first if it is `ahead`, and compare answers."""
        inputs = [self._input() for _ in range(self.size.inputs)]
        if ahead:
            submission, given = self._own_turn(own, inputs)
            reference, answers = self._reference_turn(other, inputs)
        else:
            reference, answers = self._reference_turn(other, inputs)
            submission, given = self._own_turn(own, inputs)
        for arguments, answer, outcome in zip(inputs, answers, given, strict=True):
            self._compare(arguments, answer, outcome)
        return Pair(submission, reference)

    def _own_turn(self, player: Player, inputs: list["_Input"]) -> tuple[Turn, list[Outcome]]:
        """Play a turn of the submission, which may not sleep while it holds a core."""
        began, before = time.monotonic(), player.cpu_seconds
        turn, outcomes = _turn(player, inputs, self._limit)
        for given, outcome in zip(inputs, outcomes, strict=True):
            refuse_forbidden(given.sent, self.size.n, outcome)
        self._waited += time.monotonic() - began - (player.cpu_seconds - before)
        if self._waited > PATIENCE_SECONDS:
            raise RefusedError(f"it waited for over {PATIENCE_SECONDS:.0f} s and did not compute")
        return turn, outcomes

    def _reference_turn(self, player: Player, inputs: list["_Input"]) -> tuple[Turn, list[Outcome]]:
        problem = self._trial.problem
        outcomes = [reference_outcome(problem, player, given.sent) for given in inputs]
        return _sum(outcomes), outcomes

    def _idle_turn(self, idle: Player, *, kept: bool) -> None:
        inputs = [self._input() for _ in range(self.size.inputs)]
        turn, _ = _turn(idle, inputs, self._limit)
        if kept:
            self.taken.idle.append(turn.call)

    def _input(self) -> "_Input":
        arguments = self._sized(self.size.n, self._chance)
        return _Input(arguments, self._trial.problem.encode(arguments))

    def _compare(self, given: "_Input", answer: Outcome, outcome: Outcome) -> None:
        """Hold an answer against the reference's: who knows that it is timed may not cheat.

        A wrong one on a right input is wrong for good; other failures may come of its size.
        """
        problem = self._trial.problem
        value, figures = problem.kind.split(problem.interface, answer.value)
        expected = Answer(to_json(value), answer.cpu_seconds, figures)
        judged = decide(problem, problem.case(Group.LIVE, 0, given.sent, expected), outcome)
        if judged.passed:
            return
        wrong = judged.verdict is Verdict.WRONG_ANSWER
        if wrong and problem.strategies().validate(given.arguments) is None:
            raise CaughtError(given.sent, self.size.n, outcome)
        size = f"on a fresh input of size {self.size.n}"
        raise RefusedError(f"{judged.verdict.words} {size}: {judged.message}")


@dataclass(frozen=True, slots=True)
class _Input:
    arguments: dict[str, Any]
    sent: bytes


def _turn(player: Player, inputs: list[_Input], limit: Limit) -> tuple[Turn, list[Outcome]]:
    """Play the inputs one after the other; what ends badly is told by its outcome."""
    outcomes = [player.play(given.sent, limit) for given in inputs]
    return _sum(outcomes), outcomes


def _sum(outcomes: list[Outcome]) -> Turn:
    call = sum(outcome.cpu_seconds for outcome in outcomes)
    spent = sum(outcome.spent for outcome in outcomes)
    return Turn(call, spent - call, sum(outcome.wall_seconds for outcome in outcomes))


def uneven(turns: list[Turn]) -> float:
    """Return the CPU seconds of turns beyond what inputs that differ explain."""
    usual = UNEVEN * statistics.median(turn.spent for turn in turns)
    return sum(max(turn.spent - usual, 0.0) for turn in turns)


def _rest(player: Player) -> float:
    """Return the CPU seconds of a closed player outside its cases: loading, and after them."""
    return sum(usage.cpu_seconds for usage in player.usages) - player.cpu_seconds
