"""What a report is about, as far as this machine knows it, and how to play it again."""

import json
import shlex
from collections.abc import Sequence

from judge.problems import Problem
from judge.records import dataclass
from judge.reports import Report
from judge.submission import Submission
from judge.values import Interface

#: A longer command is nothing to paste.
COMMAND_CHARACTERS = 2_000
STDIN = "-"
#: What people read for a group of cases, where it is not its name.
GROUP_WORDS = {"live": "fresh"}


@dataclass(frozen=True, slots=True)
class ReportContext:
    """What a report is about, as far as the person's own machine knows it.

    `interface` is None when only a server has the problem, `source` is None when it is no text.
    `exact` is false where many answers are right, so that no one place is the wrong one.
    """

    file: str
    interface: Interface | None = None
    source: str | None = None
    replay: str = ""
    test: str = ""
    exact: bool = True


def shell_command(words: Sequence[str]) -> str:
    """Return a command as a shell takes it; empty where a word is nothing to print or paste."""
    command = shlex.join(words)
    return command if len(command) <= COMMAND_CHARACTERS and command.isprintable() else ""


def as_argument(file: str) -> str:
    """Return a file's name as an argument of a command, which takes `-x.py` for options."""
    return f"./{file}" if file.startswith("-") and file != STDIN else file


def named_file(submission: Submission) -> str:
    """Return the file of a submission as a command names it."""
    return STDIN if submission.name == "<stdin>" else as_argument(submission.name)


def replay_command(report: Report, file: str) -> str:
    """Return the command that plays the counterexample again; empty when there is none to play."""
    failure = report.failure
    if failure is None or not isinstance(failure.arguments, dict) or failure.size is not None:
        return ""
    # What came by standard input is gone; and alone, an input after a leak passes.
    if file == STDIN or failure.state_leak or failure.passes_alone:
        return ""
    if any(path.startswith("arguments.") for path in failure.cut):
        return ""
    given = json.dumps(failure.arguments, ensure_ascii=True)
    return shell_command(["judge", "run", report.problem.slug, file, "--input", given])


def pytest_command(report: Report, file: str, *, refused: bool = False) -> str:
    """Return the command that writes the counterexample as a test; empty when it cannot."""
    failure = report.failure
    if failure is None or file == STDIN or not isinstance(failure.arguments, dict):
        return ""
    if refused:
        return ""  # of this kind of problem no test is written
    if failure.size is not None and failure.index is None:
        return ""
    if any(isinstance(value, dict) and "data" in value for value in failure.arguments.values()):
        return ""  # a file of the package
    target = f"test_{report.problem.slug.replace('-', '_')}.py"
    if failure.passes_alone and failure.calls is None:
        return ""
    return shell_command(["judge", "replay", report.problem.slug, file, "--pytest", target])


def report_context(
    problem: Problem | None, submission: Submission, report: Report | None = None
) -> ReportContext:
    """Return the context of a report, or that of `judge run`, which has none."""
    file = named_file(submission)
    refuses = problem.kind.refuses if problem is not None else {}
    played = "" if report is None or "input" in refuses else replay_command(report, file)
    return ReportContext(
        file=submission.name,
        interface=problem.interface if problem is not None else None,
        exact=problem is None or problem.checker == "equal",
        source=submission.source.decode("utf-8-sig", "backslashreplace"),
        replay=played,
        test="" if report is None else pytest_command(report, file, refused="replay" in refuses),
    )
