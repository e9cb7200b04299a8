"""One command line, run in this process on a judge and packages of the test's choice."""

from pathlib import Path

from click.testing import CliRunner, Result

from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.problems.catalog import Catalog
from judge.problems.problem import Problem
from judge.reports.report import JudgingEvent
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.reports import report
from tests.shared_cache import cache_in


def invoke(judge: FakeJudge, *arguments: str, source: str | None = None) -> Result:
    """Run a command of the shipped problems with a fake judge; `source` is standard input."""
    return CliRunner().invoke(commands, arguments, obj=Setup(judge), input=source)


def invoke_on(problem: Problem, *arguments: str, **more: str) -> Result:
    """Run a command with the real judge on the packages beside `problem`; caches are there too.

    `more` are variables of the environment.
    """
    problems, solutions = problem.folder.parent, problem.solutions.parent
    environment = {
        "JUDGE_CACHE_DIR": str(cache_in(problems.parent)),
        "JUDGE_STATE_DIR": str(problems.parent / "state"),
        "JUDGE_SEARCH_EXAMPLES": "5",
        "JUDGE_TIER": "limits-only",
        "JUDGE_HISTORY": "off",
        **more,
    }
    setup = Setup(packages=Catalog(problems, solutions), environment=environment)
    return CliRunner().invoke(commands, arguments, obj=setup)


def judging(verdict: Verdict, *events: JudgingEvent) -> FakeJudge:
    """Return a judge that gives this verdict on lca."""
    return FakeJudge(report(verdict), events)


def write(folder: Path, name: str, text: str) -> None:
    """Write a file and the folders above it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
