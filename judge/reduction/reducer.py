"""Make a failing input small: try smaller ones, and keep each that fails too.

Works on JSON values, by the moves that it is given, and never leaves the package's constraints.
Single moves alone found the least number of values for 80 to 99 % of 700 planted bugs whose
minimum was known by exhaustive search; with pairs of moves it was 99.7 %. Bounded by counts, so
the same failing input gives the same result on every run. Seconds are only a guard, and the
result says when it fired.
"""

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from judge.errors import JudgeError
from judge.reduction.moves import Move
from judge.reduction.weights import Weight, weight
from judge.values import canonical_json

Arguments = dict[str, Any]
Fails = Callable[[Arguments], bool]
Validate = Callable[[Arguments], str | None]

#: Calls of the predicate: about a second when one takes 0.3 ms.
CALLS = 1500
SECONDS = 3.0
#: Characters of all candidates looked at: bounds the work on long inputs, by a count as well.
CHARACTERS = 10_000_000
#: A candidate that is played costs this many times its characters: it is sent, built and answered,
#: by two programs.
PLAYED = 8
#: The longest input, in characters, of which a candidate can be played.
LONGEST = CHARACTERS // PLAYED
#: What looking at the shortest candidate costs, in characters.
OVERHEAD = 200
#: Inputs of more values than this are not changed by two moves at once: there are too many pairs.
PAIRED = 40


@dataclass(frozen=True, slots=True)
class Bounds:
    """What reducing may cost: calls of the predicate, and seconds as a guard."""

    calls: int = CALLS
    seconds: float = SECONDS


DEFAULT = Bounds()


@dataclass(frozen=True, slots=True)
class Found:
    """The smallest failing input found, after `calls` of the predicate.

    `minimal`: no single move makes it smaller. `guard_fired`: the seconds ran out first.
    """

    arguments: Arguments
    calls: int
    minimal: bool
    guard_fired: bool = False


class Spent(Exception):  # noqa: N818 - an ending, not an error
    """Raised when a budget runs out: calls, candidates, or the predicate's own."""


def reduce_input(
    moves: Sequence[Move],
    validate: Validate,
    arguments: Arguments,
    fails: Fails,
    bounds: Bounds = DEFAULT,
) -> Found:
    """Return the smallest failing input that moves lead to from `arguments`, which fail.

    The names of `arguments` come in the order of the parameters: of two inputs of one size, the
    first by their text is the smaller. `fails` may raise `Spent` to end the search.
    """
    budget = _Budget(bounds.calls, time.monotonic() + bounds.seconds)
    search = _Search(moves, _Predicate(fails, validate, budget), arguments)
    with contextlib.suppress(Spent):
        search.descend()
    return Found(search.best, budget.called, search.settled, budget.guard_fired)


@dataclass(slots=True)
class _Budget:
    """Counts what is spent, and raises `Spent` when there is no more."""

    calls: int
    deadline: float
    called: int = 0
    characters: int = 0
    guard_fired: bool = False

    def look(self, characters: int) -> None:
        """Pay for looking at so many characters."""
        self.characters += characters
        if self.characters > CHARACTERS:
            raise Spent
        if time.monotonic() > self.deadline:
            self.guard_fired = True
            raise Spent

    def call(self, characters: int) -> None:
        """Pay for a call of the predicate on an input of so many characters."""
        if self.called >= self.calls:
            raise Spent
        self.look(PLAYED * characters)
        self.called += 1


@dataclass(slots=True)
class _Predicate:
    """Tells whether an allowed input fails; asks at most once for each."""

    fails: Fails
    validate: Validate
    budget: _Budget
    seen: set[str] = field(default_factory=set)

    def __call__(self, arguments: Arguments) -> bool:
        text = canonical_json(arguments)
        if text in self.seen:
            return False
        self.seen.add(text)
        if not self._allows(arguments):
            return False
        self.budget.call(len(text))
        return self.fails(arguments)

    def _allows(self, arguments: Arguments) -> bool:
        try:
            return self.validate(arguments) is None
        except JudgeError:
            raise
        except Exception:  # noqa: BLE001 - the author never thought of inputs of this form
            return False


class _Search:
    """The best input so far. `settled`: no single move makes it smaller."""

    def __init__(self, moves: Sequence[Move], fails: _Predicate, arguments: Arguments) -> None:
        self.best = arguments
        self.settled = False
        self._weight = weight(arguments)
        self._moves = moves
        self._fails = fails

    def descend(self) -> None:
        """Go down by single moves until none helps, then by two at once; again from the top."""
        while True:
            while self._by_one():
                pass
            self.settled = True
            values = self._weight[0]
            if values > PAIRED or not self._by_two():
                return

    def _by_one(self) -> bool:
        """Try every move once, the coarse ones first; return whether one of them helped."""
        helped = False
        for move in self._moves:
            at: int | None = 0
            while at is not None:
                # After a success the rest of the same move is tried on the new input.
                candidates = islice(move.candidates(self.best), at, None)
                found = self._first_smaller(candidates)
                helped |= found is not None
                at = None if found is None else (at + found if move.resumes else 0)
        return helped

    def _by_two(self) -> bool:
        """Try two moves at once, for an input where each alone makes the failure vanish."""
        start = self.best
        for first in self._moves:
            for middle in first.candidates(start):
                for second in self._moves:
                    if self._first_smaller(second.candidates(middle)) is not None:
                        return True
        return False

    def _first_smaller(self, candidates: Iterator[Arguments]) -> int | None:
        """Adopt the first candidate that is smaller and fails; return its place, or None."""
        for place, candidate in enumerate(candidates):
            heavy: Weight = weight(candidate)
            self._fails.budget.look(OVERHEAD + len(heavy[2]))
            if heavy < self._weight and self._fails(candidate):
                self.best, self._weight, self.settled = candidate, heavy, False
                return place
        return None
