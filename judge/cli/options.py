"""What several commands ask for and answer with: a problem, JSON, a console, a new file."""

import json
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from judge import cli
from judge.cli import render
from judge.cli.own_packages import sets
from judge.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")

#: A moment by this machine's clock and zone; `datetime.astimezone` gives it its zone.
MOMENT = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"])


def completes(name: str) -> "Callable[[click.Context, click.Parameter, str], Any]":
    """Return a function of `judge.cli.completion`, which is imported when a shell asks."""

    def complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Any:
        return getattr(cli, name)(ctx, parameter, incomplete)

    return complete


def slug_of(name: str) -> str:
    """Take a file's name for the problem's: kth_largest.py was started for kth-largest."""
    return name.replace("_", "-")


PROBLEM = click.argument(
    "problem",
    callback=lambda _, __, name: slug_of(name),
    shell_complete=completes("complete_problems"),
)


QUEUE = click.option(
    "--queue",
    metavar="ADDRESSES",
    expose_value=False,
    callback=sets("JUDGE_QUEUE"),
    help="NATS servers that carry progress between those that share a store, as in "
    "nats://a:4222,b:4222; as JUDGE_QUEUE does.",
)
STORE = click.option(
    "--store",
    metavar="ADDRESS",
    expose_value=False,
    callback=sets("JUDGE_STORE"),
    help="A PostgreSQL database that several servers and workers share, as in "
    "postgresql://judge@db/judge; as JUDGE_STORE does.",
)


def print_json(value: Any) -> None:
    """Print one JSON document."""
    # ASCII: hostile text cannot reach the terminal, and lone surrogates have a form.
    click.echo(json.dumps(value, indent=2, ensure_ascii=True))


def console_on(stream: IO[str]) -> "Console":
    """Return a console that writes escape codes only where a terminal takes them, or must.

    NO_COLOR counts before FORCE_COLOR.
    """
    # no-color.org: set and not empty means no colour; we go further and write no codes at all.
    # force-color.org: likewise for colour, in a pipe or a file too; 0 is what some write for no.
    forced = os.environ.get("FORCE_COLOR", "") not in {"", "0", "false"}
    colour = not os.environ.get("NO_COLOR") and (
        forced or (stream.isatty() and os.environ.get("TERM") != "dumb")
    )
    return render.open_console(stream, plain=not colour)


def is_live(stream: IO[str]) -> bool:
    """Whether progress can be redrawn in place."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def write_new(path: Path, text: str, *, force: bool) -> None:
    """Write a file that does not exist yet, or any with `force`. Raises `UsageError`."""
    if path.is_dir():
        like = path / "my_solution.py"
        raise UsageError(f"{path} is a folder; name a file in it, such as {like}")
    try:
        with path.open("w" if force else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path} is there already; --force overwrites it") from None
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from None


def refuse_unwritable(path: Path) -> None:
    """Raise `UsageError` if a file cannot be written, before work is spent on its content.

    The file is neither made nor emptied.
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
