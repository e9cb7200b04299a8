"""What a criterion says of a part: a level, why, what would raise it, what leaves doubt. Pure."""

import shlex
from dataclasses import field
from enum import StrEnum

from judge.records import dataclass


class Doubt(StrEnum):
    """A reason to be less sure of a level; the same reason counts once. Its value is a sentence."""

    COPIED = "a text was pasted, or is the same as an earlier one or a known solution"
    UNMEASURED = "the growth of an accepted text was not measured"
    UNCOMPARED = "a declared time could not be compared with a measurement"
    NOT_ACCEPTED = "the text was not accepted"
    NOISY = "the host was noisy while the ratio was measured"
    NO_KNOWN = "no wrong solutions are known that inputs could catch"
    PAUSED = "the round was paused"
    CLOCK_MOVED = "the clock of this machine was moved"


@dataclass(frozen=True, slots=True)
class Advice:
    """A thing to do better, and the command that practises it."""

    words: str
    command: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A level from 1 to 4, in sentences that a person can check.

    `raises` is what the next level needs; it is empty at level 4.
    """

    level: int
    evidence: tuple[str, ...]
    raises: tuple[Advice, ...] = ()
    doubts: frozenset[Doubt] = field(default_factory=frozenset)


def command(*words: str) -> str:
    """Return a command line that a shell takes for these words: slugs may come from a file."""
    return shlex.join(words)


def many(number: int, noun: str) -> str:
    """Return a number with its noun: no failures, 1 failure, 2 failures."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
