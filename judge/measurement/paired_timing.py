"""Time submission and reference in turn, A B then B A, on one core and the same fresh inputs.

`judge.measurement.pairs` says what turns, pairs, blocks and the baseline are.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from judge.execution import Outcome, Player, reference_outcome
from judge.judging import Trial, case_limit, decide
from judge.measurement.failure import MeasuredFailureError, raise_if_forbidden
from judge.measurement.pairs import Pair, PairReadings, Turn, uneven_seconds
from judge.measurement.random_source import fresh_random
from judge.measurement.refusal import FAILS_BUILT, IncomparableError, UnbelievableError
from judge.measurement.turn_size import TURN_SECONDS, TurnSize
from judge.problems import Answer, Group, Sized
from judge.records import replace
from judge.submission import Submission
from judge.values import to_json
from judge.verdict import Verdict
from sandbox import Limit

#: The most pairs of a block, beside the one that is dropped. Programs differ by 1 to 2 %, and only
#: several of them tell by how much: with blocks of seven, so two at first, an interval of `judge
#: submit` held 82 % where it now holds 94 % (tests/judge/measurement/test_coverage.py).
BLOCK = 4
#: Pairs of a check, beside the one that is dropped: with so many, what loading may take for nothing
#: hides no more than a fifth of their work.
CHECKED = 20
#: The baseline's turns in a block whose turns are one long call each, beside the one that is
#: dropped. Where a turn is many short calls the runner's share is large: then each pair has one.
BASELINE_TURNS = 2
#: Wall seconds that a submission may wait in all turns: loading, sleeping, or for its core.
PATIENCE_SECONDS = 20.0


def block_sizes(count: int) -> list[int]:
    """Return how many pairs each block has, as even as can be."""
    blocks = -(-count // BLOCK)
    return [count // blocks + (place < count % blocks) for place in range(blocks)]


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
        baseline = trial.problem.kind.baseline(trial.problem.interface)
        both = (trial.submission, trial.problem.reference)
        self._sources = both if baseline is None else (*both, baseline)
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
        for size in block_sizes(count):
            yield from self._block(size)

    def rehearse(self, seconds: float) -> Pair:
        """Return a pair that is not kept: the first, or if that takes over `seconds` the second.

        A first call may be long whatever its input is, and must not choose the size.
        """
        sources = self._sources[:2]
        rounds = self._rounds(1, len(sources))
        with self._opened(sources) as (own, other):
            pair = self._pair(own, other, rounds[0], ahead=True)
            if pair.spent <= seconds:
                return pair
            return self._pair(own, other, self._inputs(), ahead=True)

    def check(self) -> PairReadings | None:
        """Return what a longer block reads, all its arguments built before a source was loaded.

        There a submission can neither leave out the building nor work while it is done. None where
        arguments cannot be built so. Raises `UnbelievableError` for a submission that fails there
        and nowhere else, and otherwise what `play` does.
        """
        if not self._trial.language.builds_ahead:
            return None
        readings = PairReadings()
        rounds = self._rounds(CHECKED + 1, len(self._sources))
        idle = [inputs for number, inputs in enumerate(rounds) if self._has_baseline(number)]
        sent = _sent(rounds)
        with self._opened(self._sources) as (own, other, *baseline):
            if any(player.load(_sent(idle)) is not None for player in baseline):
                return None
            if other.load(sent) is not None:
                return None
            if own.load(sent) is not None:
                raise UnbelievableError(FAILS_BUILT)
            pairs = [
                self._pair(own, other, inputs, ahead=number % 2 == 0, built=True)
                for number, inputs in enumerate(rounds)
            ]
            for player in baseline:
                turns = [_turn(player, inputs, self._limit, built=True) for inputs in idle]
                readings.baseline = [turn.call for turn, _ in turns[1:]]
        readings.pairs, readings.turns = pairs[1:], len(pairs)
        readings.outside.append(_outside(own, other, pairs))
        return readings

    def _has_baseline(self, number: int) -> bool:
        """Whether the baseline plays the inputs of a block's pair too; 0 is the dropped one."""
        return number <= BASELINE_TURNS or self.size.inputs > 1

    def _rounds(self, count: int, programs: int) -> list[list["_Input"]]:
        """Draw the inputs of so many turns, while the programs that play them are made ready.

        No others are made ready while turns are read.
        """
        self._trial.sandbox.expect(programs)
        self._trial.sandbox.rest()
        return [self._inputs() for _ in range(count)]

    @contextmanager
    def _opened(self, sources: Sequence[Submission]) -> Iterator[list[Player]]:
        """Open a player of each source, on the core; their programs end at once, not in turn."""
        sandbox, header = self._trial.sandbox, self._trial.problem.header
        with ExitStack() as stack:
            players = [
                stack.enter_context(Player(sandbox, header, source, self._core))
                for source in sources
            ]
            yield players
            for player in players:
                player.kill()

    def _block(self, count: int) -> Iterator[Pair]:
        readings = self.readings
        pairs: list[Pair] = []
        rounds = self._rounds(count + 1, len(self._sources))
        with self._opened(self._sources) as (own, other, *baseline):
            for number, inputs in enumerate(rounds):
                ahead = (number + len(readings.outside)) % 2 == 0
                pair = self._pair(own, other, inputs, ahead=ahead)
                pairs.append(pair)
                readings.turns += 1
                if self._has_baseline(number):
                    idle = [_turn(player, inputs, self._limit)[0].call for player in baseline]
                    readings.baseline += idle if number else []
                if number:
                    readings.pairs.append(pair)
                    yield pair
        readings.blocks.append(count)
        readings.outside.append(_outside(own, other, pairs))

    def _pair(
        self,
        own: Player,
        other: Player,
        inputs: list["_Input"],
        *,
        ahead: bool,
        built: bool = False,
    ) -> Pair:
        """Play one turn of each, the submission first if it is `ahead`, and compare answers.

        The arguments of inputs that are `built` are there already.
        """
        if ahead:
            submission, given = self._own_turn(own, inputs, built=built)
            reference, answers = self._reference_turn(other, inputs, built=built)
        else:
            reference, answers = self._reference_turn(other, inputs, built=built)
            submission, given = self._own_turn(own, inputs, built=built)
        for arguments, answer, outcome in zip(inputs, answers, given, strict=True):
            self._compare(arguments, answer, outcome, built=built)
        return Pair(submission, reference)

    def _own_turn(
        self, player: Player, inputs: list["_Input"], *, built: bool
    ) -> tuple[Turn, list[Outcome]]:
        """Play a turn of the submission, which may not sleep while it holds a core."""
        began, before = time.monotonic(), player.cpu_seconds
        turn, outcomes = _turn(player, inputs, self._limit, built=built)
        for given, outcome in zip(inputs, outcomes, strict=True):
            raise_if_forbidden(given.sent, self.size.n, outcome)
        self._waited += time.monotonic() - began - (player.cpu_seconds - before)
        if self._waited > PATIENCE_SECONDS:
            raise IncomparableError(
                f"it waited for over {PATIENCE_SECONDS:.0f} s and did not compute"
            )
        return turn, outcomes

    def _reference_turn(
        self, player: Player, inputs: list["_Input"], *, built: bool
    ) -> tuple[Turn, list[Outcome]]:
        problem = self._trial.problem
        outcomes = [reference_outcome(problem, player, one.sent, built=built) for one in inputs]
        return _sum(outcomes), outcomes

    def _inputs(self) -> list["_Input"]:
        """Return fresh inputs for one turn."""
        made = [self._sized(self.size.n, self._random) for _ in range(self.size.inputs)]
        return [_Input(arguments, self._trial.problem.encode(arguments)) for arguments in made]

    def _compare(self, given: "_Input", answer: Outcome, outcome: Outcome, *, built: bool) -> None:
        """Compare an answer with the reference's: a submission that knows it is timed may cheat.

        A wrong answer to an allowed input is a failure; other failures may come of its size.
        """
        problem = self._trial.problem
        value, figures = problem.kind.split(problem.interface, answer.value)
        expected = Answer(to_json(value), answer.cpu_seconds, figures)
        result = decide(problem, problem.case(Group.LIVE, 0, given.sent, expected), outcome)
        if result.passed:
            return
        if built:
            raise UnbelievableError(FAILS_BUILT)
        wrong = result.verdict is Verdict.WRONG_ANSWER
        if wrong and problem.strategies().validate(given.arguments) is None:
            raise MeasuredFailureError(given.sent, self.size.n, outcome)
        size = f"on a fresh input of size {self.size.n}"
        raise IncomparableError(f"{result.verdict.words} {size}: {result.message}")


@dataclass(frozen=True, slots=True)
class _Input:
    arguments: dict[str, Any]
    sent: bytes


def _turn(
    player: Player, inputs: list[_Input], limit: Limit, *, built: bool = False
) -> tuple[Turn, list[Outcome]]:
    """Play the inputs one after the other, whatever comes of them."""
    outcomes = [player.play(given.sent, limit, built=built) for given in inputs]
    return _sum(outcomes), outcomes


def _sent(rounds: list[list[_Input]]) -> list[bytes]:
    return [given.sent for inputs in rounds for given in inputs]


def _sum(outcomes: list[Outcome]) -> Turn:
    call = sum(outcome.cpu_seconds for outcome in outcomes)
    return Turn(
        call,
        sum(outcome.spent for outcome in outcomes) - call,
        sum(outcome.wall_seconds for outcome in outcomes),
        sum(outcome.prepared for outcome in outcomes),
        sum(outcome.read for outcome in outcomes),
    )


def _outside(own: Player, other: Player, pairs: list[Pair]) -> tuple[float, float]:
    """Return the seconds of a block's closed programs that no median of its turns shows."""
    return (
        _seconds_outside(own) + uneven_seconds([pair.submission for pair in pairs]),
        _seconds_outside(other) + uneven_seconds([pair.reference for pair in pairs]),
    )


def _seconds_outside(player: Player) -> float:
    """Return the CPU seconds of a closed player outside its cases: loading, and after them."""
    spent = sum(usage.cpu_seconds for usage in player.usages)
    return spent - player.built_seconds - player.cpu_seconds
