"""Print how small counterexamples are: `python -m benchmarks.smallest`.

Arguments, each optional: MUTANTS of a package, PART/PARTS, SLUG ...
For each wrong sample and some mutants of each package: is what the judge shows as small as the
least failing input, known by trying all small ones? Some ten minutes; `1/5` to `5/5` are the fifths
of it.
"""

import argparse
import os
import sys

from benchmarks.part import WHOLE, Part, part
from judge.problems import default_catalog
from judge.settings import Settings
from tests.smallest.showing import Shown, shown
from tests.smallest.small_inputs import SLUGS

SECONDS = 3.0


def main(mutants: int, part: Part, slugs: list[str]) -> None:
    """Print a line for each package, and what is larger than it need be."""
    settings = Settings.from_environment(os.environ)
    every: list[Shown] = []
    print(f"{'package':<26} {'wrong':>6} {'known':>6} {'least':>6} {'same':>6} {'in 3 s':>7}")
    for slug in slugs:
        found = list(shown(default_catalog().get(slug), settings, mutants, part))
        every += found
        print(line(slug, found), flush=True)
        for one in found:
            if not one.as_small and one.least is not None:
                print(f"    {one.name}: shown {one.arguments}, least {one.least}")
    print(line("all", every))


def line(name: str, found: list[Shown]) -> str:
    """Return a line of the table."""
    known = [one for one in found if one.least is not None]
    least, same = sum(one.as_small for one in known), sum(one.the_same for one in known)
    quick = sum(one.seconds <= SECONDS for one in found)
    return f"{name:<26} {len(found):>6} {len(known):>6} {least:>6} {same:>6} {quick:>7}"


if __name__ == "__main__":
    words = sys.argv[1:]
    numbers = [int(text) for text in words if text.isdigit()]
    try:
        parts = [part(text) for text in words if "/" in text]
    except argparse.ArgumentTypeError as error:
        sys.exit(str(error))
    chosen = [text for text in words if text in SLUGS]
    if len(numbers) + len(parts) + len(chosen) < len(words):
        sys.exit(f"usage: [MUTANTS] [PART/PARTS] [SLUG ...], of {', '.join(SLUGS)}")
    main(numbers[0] if numbers else 20, parts[0] if parts else WHOLE, chosen or list(SLUGS))
