"""Judge every sample again and again: `python -m benchmarks.steady ROUNDS [PART/PARTS] SLUG ...`.

Prints a line for each sample of the packages: how often it got its folder's verdict, and how many
different reports there were. What a report tells of seconds and bytes is not compared, nor one
that says that it came close to a limit; all else must be the same in every round.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Sequence

from benchmarks.part import WHOLE, Part, part
from judge.events import result_of
from judge.execution import Sandboxes
from judge.pipeline import judge
from judge.problems import Problem, default_catalog
from judge.settings import Settings
from judge.submission import read_submission
from tests.security.repeats import essence


def main(rounds: int, chosen: Part, slugs: Sequence[str]) -> int:
    """Print the lines; return how many verdicts were not the folder's, or not the first one's."""
    settings = Settings.from_environment(os.environ)
    return sum(odd(default_catalog().get(slug), settings, rounds, chosen) for slug in slugs)


def odd(problem: Problem, settings: Settings, rounds: int, chosen: Part) -> int:
    """Judge the chosen samples of a package in sandboxes that stay open; return how many differ."""
    differ = 0
    with Sandboxes(problem, settings) as sandboxes:
        for sample in chosen.of(problem.sample_solutions()):
            submission, seen, right = read_submission(str(sample.path)), Counter[str](), 0
            for _ in range(rounds):
                report = result_of(judge(submission, problem, settings, sandboxes))
                right += report.verdict is sample.verdict
                same = essence(report)
                if same is not None:
                    seen[f"{same} {report.extras}"] += 1
            differ += rounds - right + max(0, len(seen) - 1)
            name = f"{problem.slug}/{'/'.join(sample.path.parts[-2:])}"
            print(f"{name:<70} {right:>4} of {rounds}, {len(seen)} report(s)", flush=True)
    return differ


if __name__ == "__main__":
    words = sys.argv[1:]
    numbers = [int(text) for text in words if text.isdigit()]
    try:
        parts = [part(text) for text in words if "/" in text]
    except argparse.ArgumentTypeError as error:
        sys.exit(str(error))
    known = [text for text in words if text in default_catalog().slugs()]
    if len(numbers) != 1 or not known or len(numbers) + len(parts) + len(known) < len(words):
        sys.exit("usage: ROUNDS [PART/PARTS] SLUG ...")
    sys.exit(bool(main(numbers[0], parts[0] if parts else WHOLE, known)))
