"""Judge a file with the judge as a library, and watch it: library.py PROBLEM FILE"""

import os
import sys

import judge
from judge.errors import JudgeError
from judge.events import CaseJudged


def main(slug: str, file: str) -> int:
    """Print every failing case and the report; return 0 for an accepted solution."""
    settings = judge.Settings.from_environment(os.environ)
    problem = judge.load_problem(slug, cache_dir=settings.cache_dir)
    submission = judge.read_submission(file)

    for played in judge.run(submission, problem, settings):
        print(f"{played.group}: {played.verdict}, expected {played.expected!r}")

    report = judge.result_of(judge.judge(submission, problem, settings), watch)
    print(f"{report.verdict}: {report.summary}")
    if report.failure is not None:
        print("on", report.failure.arguments)
    return 0 if report.verdict is judge.Verdict.ACCEPTED else 1


def watch(step: object) -> None:
    """Print the case that fails; of what else happens `judge.events` tells."""
    if isinstance(step, CaseJudged) and not step.passed:
        print(f"failed on a {step.group} case, {step.done} of {step.total} played")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except JudgeError as error:
        sys.exit(f"library.py: {error}")
