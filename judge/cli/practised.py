"""What was done on each problem: hints shown, failures in a row, and whether it is solved.

One small file, `practice.json` in the user's data folder. Nothing depends on it but what is
offered: a file that is broken counts as empty, one that cannot be written costs nobody a verdict.
"""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from judge.cache import read_own_file, write_atomically
from judge.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = "practice.json"
MOST_BYTES = 1024 * 1024
#: Failures in a row after which help is offered.
STUCK = 3
#: A source that does not load says nothing of what its author knows, nor does a fault of ours.
UNCOUNTED = (Verdict.DOES_NOT_LOAD, Verdict.INTERNAL_ERROR)


@dataclass(frozen=True, slots=True)
class Practised:
    """What was done on one problem. `failures` are those since the last accepted submission."""

    hints: int = 0
    failures: int = 0
    solved: bool = False

    def after(self, verdict: Verdict) -> "Practised":
        """Return what is known after one more submission."""
        if verdict is Verdict.ACCEPTED:
            return replace(self, failures=0, solved=True)
        return self if verdict in UNCOUNTED else replace(self, failures=self.failures + 1)

    @property
    def stuck(self) -> bool:
        """Whether help is worth offering."""
        return self.failures >= STUCK


def practised_on(folder: Path, slug: str) -> Practised:
    """Return what was done on a problem, as far as it is known."""
    entry = _read(folder).get(slug)
    if not isinstance(entry, dict):
        return Practised()
    hints, failures = (_count(entry.get(name)) for name in ("hints", "failures"))
    return Practised(hints, failures, entry.get("solved") is True)


def note_practice(folder: Path, slug: str, change: "Callable[[Practised], Practised]") -> Practised:
    """Change what is known of a problem and return it. Raises `OSError` where it is not kept."""
    before = practised_on(folder, slug)
    now = change(before)
    if now != before:
        text = json.dumps({**_read(folder), slug: asdict(now)}, indent=1, sort_keys=True)
        write_atomically(folder / FILE, text.encode("ascii"))
    return now


def _read(folder: Path) -> dict[str, object]:
    try:
        found = json.loads(read_own_file(folder / FILE, MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _count(value: object) -> int:
    return value if type(value) is int and 0 <= value <= 1_000_000 else 0
