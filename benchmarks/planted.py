"""Print how many planted bugs are met: `python -m benchmarks.planted [SEED] [SLUG ...]`."""

import sys

from judge.problems import default_catalog
from tests.planted.plant import TABLES, Plant, chosen, measured, rarer

COUNT = 100


def main(seed: int, slugs: list[str]) -> None:
    """Print a line for each package and kind of bug."""
    print(f"{'package':<26} {'bugs':<10} {'of':>4} {'corpus':>7} {'live':>5} {'both':>5}  missed")
    catalog = default_catalog()
    for slug in slugs:
        problem = catalog.get(slug)
        row(slug, "rare", chosen(slug, COUNT, seed))
        row(slug, "rarer", rarer(problem, COUNT, seed))


def row(slug: str, kind: str, bugs: list[Plant]) -> None:
    """Print what was met of some bugs of a package."""
    met = measured(default_catalog().get(slug), bugs)
    corpus, live = sum(one.corpus for one in met), sum(one.live for one in met)
    missed = [one.plant.condition for one in met if not one.corpus and not one.live]
    both = len(met) - len(missed)
    named = "; ".join(missed)
    print(
        f"{slug:<26} {kind:<10} {len(met):>4} {corpus:>7} {live:>5} {both:>5}  {named}", flush=True
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1, sys.argv[2:] or [*TABLES])
