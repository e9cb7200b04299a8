"""Hostile submissions of one kind of problem: a folder of files that say what they are.

Their first lines are comments:

    # expect: WA|RTE                 the verdicts that it may get
    # tries: to ...                  what it is after
    # stopped by: imports            what stops it

Those of functions have more to say (tests/security/programs.py).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from judge.verdict import Verdict

_TITLES = ("expect: ", "tries: ", "stopped by: ")


@dataclass(frozen=True, slots=True)
class Attack:
    """One submission, what it tries, and the verdicts that it may get."""

    name: str
    expected: frozenset[Verdict]
    tries: str
    walls: tuple[str, ...]
    source: bytes


def attacks(folder: Path, suffix: str = ".py", comment: str = "# ") -> Iterator[Attack]:
    """Yield every attack of a folder, whose first lines begin with the mark of a comment."""
    for path in sorted(folder.glob(f"*{suffix}")):
        lines = path.read_text("utf-8").split("\n")[:3]
        expect, tries, walls = (
            line.removeprefix(comment + title) for line, title in zip(lines, _TITLES, strict=True)
        )
        expected = frozenset(Verdict(code) for code in expect.split("|"))
        yield Attack(path.stem, expected, tries, tuple(walls.split(", ")), path.read_bytes())


def levels(found: Sequence[Attack], is_slow: Callable[[Attack], bool]) -> list[Any]:
    """Return attacks as parameters; those that take seconds to be stopped are slow."""
    return [
        pytest.param(one, id=one.name, marks=[pytest.mark.slow] if is_slow(one) else [])
        for one in found
    ]
