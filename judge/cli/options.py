"""What several commands ask for and answer with: a problem, a file, a console, JSON."""
# ruff: noqa: PLC0415 - rich and the judge itself cost more to import than some commands run

import json
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from judge.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from judge.cli.render.context import ReportContext
    from judge.problems import Problem
    from judge.reports import Report
    from judge.submission import Submission

AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")


def _slug(_: click.Context, __: click.Parameter, name: str) -> str:
    """Take a file's name for the problem's: kth_largest.py was started for kth-largest."""
    return name.replace("_", "-")


PROBLEM = click.argument("problem", callback=_slug)


def read_file(file: str) -> "Submission":
    """Return the submission in a file, - for standard input. Raises `UsageError`."""
    from judge.submission import read_submission

    return read_submission(file)


def print_json(value: Any) -> None:
    """Print one JSON document."""
    # ASCII: hostile text cannot reach the terminal, and lone surrogates have a form.
    click.echo(json.dumps(value, indent=2, ensure_ascii=True))


def console_on(stream: IO[str]) -> "Console":
    """Return a console that writes codes only where a terminal takes them."""
    from judge.cli.render.console import open_console

    return open_console(stream, plain=_plain(stream))


def _plain(stream: IO[str]) -> bool:
    # no-color.org: set and not empty means no colour; we go further and write no codes at all.
    return bool(os.environ.get("NO_COLOR")) or not stream.isatty()


def is_live(stream: IO[str]) -> bool:
    """Whether somebody watches who can be shown progress in place."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def write_new(path: Path, text: str, *, force: bool) -> None:
    """Write a file that is not there yet, or any with `force`. Raises `UsageError`."""
    try:
        with path.open("w" if force else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path} is there already; --force overwrites it") from None
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from None


def refuse_unwritable(path: Path) -> None:
    """Raise `UsageError` for a file that cannot be written, before work is spent on what it holds.

    A look only: the file is neither made nor emptied.
    """
    folder = path.parent
    if path.is_dir():
        reason = "it is a folder"
    elif not folder.is_dir():
        reason = f"there is no folder {folder}"
    elif not os.access(path if path.exists() else folder, os.W_OK):
        reason = "it may not be written"
    else:
        return
    raise UsageError(f"cannot write {path}: {reason}")


def report_context(
    problem: "Problem | None", submission: "Submission", report: "Report | None" = None
) -> "ReportContext":
    """Return what this machine knows of what a report is about."""
    from judge.cli.render.context import ReportContext, pytest_command, replay_command

    return ReportContext(
        file=submission.name,
        interface=problem.interface if problem is not None else None,
        exact=problem is None or problem.checker == "equal",
        source=submission.source.decode("utf-8-sig", "backslashreplace"),
        replay=replay_command(report, _file_argument(submission)) if report is not None else "",
        test=pytest_command(report, _file_argument(submission)) if report is not None else "",
    )


def _file_argument(submission: "Submission") -> str:
    return "-" if submission.name == "<stdin>" else submission.name
