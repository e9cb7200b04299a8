"""The file that a command is about, and the problem that it is for."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from judge import problems, read_submission
from judge.cli.options import completes, slug_of
from judge.cli.setup import Setup
from judge.errors import UsageError
from judge.records import dataclass
from judge.values import escape

if TYPE_CHECKING:
    from judge.submission import Submission

F = TypeVar("F", bound=Callable[..., Any])

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Target:
    """A file and its problem. `submission` is None where the file is not there yet."""

    slug: str
    file: str
    submission: "Submission | None"

    def read(self) -> "Submission":
        """Return the submission. Raises `SubmissionError` where there is none."""
        return self.submission or read_submission(self.file)


def takes_target(command: F) -> F:
    """Give a command its arguments [PROBLEM] FILE, as `problem` and `file` for `choose_target`."""
    last = click.argument("file", required=False, shell_complete=completes("complete_files"))
    first = click.argument("problem", required=False, shell_complete=completes("complete_targets"))
    return first(last(command))


def choose_target(
    setup: Setup, problem: str | None, file: str | None, *, waits: bool = False
) -> Target:
    """Return what a command is about: of one word alone, that is the file.

    With `waits` the file may be missing for now. Raises `UsageError`.
    """
    if problem is None:
        raise click.UsageError("Missing argument 'FILE'.")
    if file is None:
        return _told_by_file(setup, problem, waits=waits)
    slug, submission = slug_of(problem), _read(file, waits=waits)
    commented = problems.commented_problem(submission.source) if submission else None
    if commented is not None and commented != slug:
        said = f"judge: {escape(file, 200)} says that it is for {commented}; it is taken for"
        click.echo(f"{said} {escape(slug, 64)}", err=True)
    return Target(slug, file, submission)


def _told_by_file(setup: Setup, file: str, *, waits: bool) -> Target:
    slug = slug_of(file)
    if not Path(file).exists() and file != STDIN and slug in setup.catalog().slugs():
        like = slug.replace("-", "_") + ".py"
        said = f"{slug} is the problem; name your file too, such as {like}"
        raise click.UsageError(f"Missing argument 'FILE': {said}")
    submission = _read(file, waits=waits)
    source = submission.source if submission else b""
    if file == STDIN:
        return Target(_told_by_source(setup, source), file, submission)
    # Of a file that is named from inside its folder nobody has written the folder's name.
    found = problems.find_problem(os.path.abspath(file), source, setup.catalog())  # noqa: PTH100 - Path keeps ".."
    return Target(found.slug, file, submission)


def _told_by_source(setup: Setup, source: bytes) -> str:
    try:
        return problems.find_problem("", source, setup.catalog()).slug
    except problems.UnknownProblemError:
        said = "standard input has no name: name the problem before the -"
        raise UsageError(said) from None


def _read(file: str, *, waits: bool) -> "Submission | None":
    if waits and not Path(file).exists():
        return None
    if file == STDIN and sys.stdin is not None and sys.stdin.isatty():
        click.echo(
            "judge: type or paste the program; Ctrl-D on a line of its own ends it", err=True
        )
    return read_submission(file)
