"""The ratios that were measured last on an idle machine, in `kept.json`, and what they may rise to.

A ratio to a bare start in the same run depends little on the machine, but other work beside it
weighs more on the longer one. So a row that is over its bound is measured once more, and only what
is over it twice has risen.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.clock import Row

KEPT = Path(__file__).with_name("kept.json")
#: What a ratio may rise to, in those that are kept.
MOST_RISE = 2.0

Measure = Callable[[], Iterable[Row]]


def keep(measure: Measure) -> int:
    """Measure, and keep the ratios."""
    ratios = {row.name: round(row.ratio, 5) for row in _printed(measure)}
    KEPT.write_text(json.dumps(ratios, indent=2) + "\n")
    return 0


def check(measure: Measure) -> int:
    """Measure, and return 1 where a ratio has risen, or stands on one side only."""
    ratios: dict[str, float] = json.loads(KEPT.read_text())
    found = {row.name: row.ratio for row in _printed(measure)}
    if found.keys() != ratios.keys():
        print(f"other rows than in {KEPT.name}: {sorted(found.keys() ^ ratios.keys())}")
        return 1
    if _risen(found, ratios):
        print("\nonce more, since some have risen:")
        again = {row.name: row.ratio for row in _printed(measure)}
        found = {name: min(ratio, again[name]) for name, ratio in found.items()}
    risen = _risen(found, ratios)
    for name in risen:
        print(
            f"RISEN: {name}: {found[name]:.2f}x, kept {ratios[name]:.2f}x, at most {MOST_RISE}x it"
        )
    return 1 if risen else 0


def _risen(found: dict[str, float], ratios: dict[str, float]) -> list[str]:
    return [name for name, ratio in found.items() if ratio > MOST_RISE * ratios[name]]


def _printed(measure: Measure) -> Iterable[Row]:
    for row in measure():
        print(row, flush=True)
        yield row
