"""The budget of making an input smaller: counts, and seconds as a guard."""

import time
from dataclasses import dataclass

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
#: The part of calls and characters that is kept for telling equal values apart.
KEPT = 8


@dataclass(frozen=True, slots=True)
class Bounds:
    """What reducing may cost: calls of the predicate, and seconds as a guard."""

    calls: int = CALLS
    seconds: float = SECONDS


DEFAULT = Bounds()


class Spent(Exception):  # noqa: N818 - an ending, not an error
    """Raised when a budget runs out: calls, candidates, or the predicate's own."""


@dataclass(slots=True)
class Budget:
    """Counts what is spent, and raises `Spent` when there is no more but what is kept."""

    calls: int
    deadline: float
    called: int = 0
    characters: int = 0
    guard_fired: bool = False
    kept: int = KEPT

    @staticmethod
    def of(bounds: Bounds) -> "Budget":
        """Return a budget of which nothing is spent; its seconds run from now on."""
        return Budget(bounds.calls, time.monotonic() + bounds.seconds)

    def free(self) -> None:
        """Let what was kept be spent too."""
        self.kept = 0

    def look(self, characters: int) -> None:
        """Pay for looking at so many characters."""
        self.characters += characters
        if self.characters > self._left(CHARACTERS):
            raise Spent
        if time.monotonic() > self.deadline:
            self.guard_fired = True
            raise Spent

    def call(self, characters: int) -> None:
        """Pay for a call of the predicate on an input of so many characters."""
        if self.called >= self._left(self.calls):
            raise Spent
        self.look(PLAYED * characters)
        self.called += 1

    def _left(self, whole: int) -> int:
        return whole - whole // self.kept if self.kept else whole
