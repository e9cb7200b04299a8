"""Time submission and reference in turn, A B then B A, on one core and the same fresh inputs.

A *turn* is one input, or several where one is too short to be read well. A *pair* is a turn of
each on the same inputs, none of which was played before. Pairs come in *blocks*: each has fresh
programs, so that what a program remembers, or where its memory happens to lie, affects one block
only. The first pair of a block warms its programs up and is dropped. A third program, the
*baseline*, plays some of the inputs and does nothing: its time is the runner's share of a turn.
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
from judge.measurement.failure import MeasuredFailureError, raise_if_forbidden
from judge.measurement.turn_size import TURN_SECONDS, TurnSize
from judge.problems import Answer, Group, Sized
from judge.submission import Submission
from judge.values import to_json
from judge.verdict import Verdict
from sandbox import Limit

#: Pairs of a block, beside the one that is dropped.
BLOCK = 7
#: The baseline's turns in a block whose turns are one long call each, beside the one that is
#: dropped. Where a turn is many short calls the runner's share is large: then each pair has one.
BASELINE_TURNS = 2
#: Wall seconds that a submission may wait in all turns: loading, sleeping, or for its core.
PATIENCE_SECONDS = 20.0
#: Turns vary with their input. CPU time above 1.5 times the block's median is charged to loading.
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
    """A turn of the submission and one of the reference, on the same inputs."""

    submission: Turn
    reference: Turn

    @property
    def spent(self) -> float:
        """The CPU seconds of both together."""
        return self.submission.spent + self.reference.spent


@dataclass
class PairReadings:
    """Everything that was read so far.

    `baseline` are the CALL seconds of turns that did nothing. `outside` are, for each block, the
    CPU seconds of the submission's and the reference's programs that no median of turns shows:
    outside all cases (loading, and after the last), and what single turns took beyond the others,
    the dropped one too. `turns` counts the turns of one side, dropped ones too.
    """

    pairs: list[Pair] = field(default_factory=list)
    baseline: list[float] = field(default_factory=list)
    outside: list[tuple[float, float]] = field(default_factory=list)
    turns: int = 0


def fresh_random() -> random.Random:
    """Return a source of inputs that no submission can foresee and no run repeats."""
    return random.Random(secrets.randbits(128))  # noqa: S311 - inputs, no secret


class IncomparableError(Exception):
    """Raised where a submission cannot be compared with the reference; `str()` says why."""


class PairedTiming:
    """Plays pairs of one trial at one size. Not for use by two threads at once."""

    def __init__(
        self, trial: Trial, sized: Sized, size: TurnSize, core: int | None, *, waited: float = 0.0
    ) -> None:
        self.size = size
        self.readings = PairReadings()
        self._trial = trial
        self._sized = sized
        self._core = core
        self._baseline = trial.problem.kind.baseline(trial.problem.interface)
        self._random = fresh_random()
        self._limit = case_limit(trial.problem, TURN_SECONDS)
        self._waited = waited

    def resized(self, n: int) -> "PairedTiming":
        """Return a timing of the same two at another size; it has waited as long as this one."""
        size = replace(self.size, n=n)
        return PairedTiming(self._trial, self._sized, size, self._core, waited=self._waited)

    def play(self, count: int) -> Iterator[Pair]:
        """Play `count` more pairs, in blocks, and keep what is read in `readings`.

        Raises `IncomparableError` for the submission's failure, `MeasuredFailureError` for one
        that is its verdict, and `ProblemError` for the reference's.
        """
        while count > 0:
            yield from self._block(min(BLOCK, count))
            count -= BLOCK

    def rehearse(self, seconds: float) -> Pair:
        """Return a pair that is not kept: the first, or if that takes over `seconds` the second.

        A first call may be long whatever its input is, and must not choose the size.
        """
        with ExitStack() as stack:
            own, other = (stack.enter_context(self._player(s)) for s in self._sources())
            pair = self._pair(own, other, ahead=True)
            return pair if pair.spent <= seconds else self._pair(own, other, ahead=True)

    def _sources(self) -> tuple[Submission, Submission]:
        return self._trial.submission, self._trial.problem.reference

    def _player(self, submission: Submission) -> Player:
        return Player(self._trial.sandbox, self._trial.problem.header, submission, self._core)

    def _block(self, count: int) -> Iterator[Pair]:
        readings = self.readings
        pairs: list[Pair] = []
        with ExitStack() as stack:
            own, other = (stack.enter_context(self._player(s)) for s in self._sources())
            baseline = None
            if self._baseline is not None:
                baseline = stack.enter_context(self._player(self._baseline))
            for number in range(count + 1):
                pair = self._pair(own, other, ahead=(number + len(readings.outside)) % 2 == 0)
                pairs.append(pair)
                readings.turns += 1
                if baseline is not None and (number <= BASELINE_TURNS or self.size.inputs > 1):
                    self._baseline_turn(baseline, kept=number > 0)
                if number:
                    readings.pairs.append(pair)
                    yield pair
        submission = _seconds_outside(own) + uneven_seconds([pair.submission for pair in pairs])
        reference = _seconds_outside(other) + uneven_seconds([pair.reference for pair in pairs])
        readings.outside.append((submission, reference))

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
            raise_if_forbidden(given.sent, self.size.n, outcome)
        self._waited += time.monotonic() - began - (player.cpu_seconds - before)
        if self._waited > PATIENCE_SECONDS:
            raise IncomparableError(
                f"it waited for over {PATIENCE_SECONDS:.0f} s and did not compute"
            )
        return turn, outcomes

    def _reference_turn(self, player: Player, inputs: list["_Input"]) -> tuple[Turn, list[Outcome]]:
        problem = self._trial.problem
        outcomes = [reference_outcome(problem, player, given.sent) for given in inputs]
        return _sum(outcomes), outcomes

    def _baseline_turn(self, baseline: Player, *, kept: bool) -> None:
        inputs = [self._input() for _ in range(self.size.inputs)]
        turn, _ = _turn(baseline, inputs, self._limit)
        if kept:
            self.readings.baseline.append(turn.call)

    def _input(self) -> "_Input":
        arguments = self._sized(self.size.n, self._random)
        return _Input(arguments, self._trial.problem.encode(arguments))

    def _compare(self, given: "_Input", answer: Outcome, outcome: Outcome) -> None:
        """Compare an answer with the reference's: a submission that knows it is timed may cheat.

        A wrong answer to an allowed input is a failure; other failures may come of its size.
        """
        problem = self._trial.problem
        value, figures = problem.kind.split(problem.interface, answer.value)
        expected = Answer(to_json(value), answer.cpu_seconds, figures)
        result = decide(problem, problem.case(Group.LIVE, 0, given.sent, expected), outcome)
        if result.passed:
            return
        wrong = result.verdict is Verdict.WRONG_ANSWER
        if wrong and problem.strategies().validate(given.arguments) is None:
            raise MeasuredFailureError(given.sent, self.size.n, outcome)
        size = f"on a fresh input of size {self.size.n}"
        raise IncomparableError(f"{result.verdict.words} {size}: {result.message}")


@dataclass(frozen=True, slots=True)
class _Input:
    arguments: dict[str, Any]
    sent: bytes


def _turn(player: Player, inputs: list[_Input], limit: Limit) -> tuple[Turn, list[Outcome]]:
    """Play the inputs one after the other, whatever comes of them."""
    outcomes = [player.play(given.sent, limit) for given in inputs]
    return _sum(outcomes), outcomes


def _sum(outcomes: list[Outcome]) -> Turn:
    call = sum(outcome.cpu_seconds for outcome in outcomes)
    spent = sum(outcome.spent for outcome in outcomes)
    return Turn(call, spent - call, sum(outcome.wall_seconds for outcome in outcomes))


def uneven_seconds(turns: list[Turn]) -> float:
    """Return the CPU seconds of turns beyond what different inputs explain."""
    usual = UNEVEN * statistics.median(turn.spent for turn in turns)
    return sum(max(turn.spent - usual, 0.0) for turn in turns)


def _seconds_outside(player: Player) -> float:
    """Return the CPU seconds of a closed player outside its cases: loading, and after them."""
    return sum(usage.cpu_seconds for usage in player.usages) - player.cpu_seconds
