"""What may follow on a command line, for the shell that completes it."""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from judge import cli, languages, practice
from judge.cli.setup import Setup
from judge.errors import JudgeError


def complete_problems(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the problems whose names begin so."""
    typed = incomplete.replace("_", "-")
    return [CompletionItem(slug) for slug in _slugs(ctx) if slug.startswith(typed)]


def complete_questions(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the written questions whose ids begin so, each with what it asks."""
    typed = incomplete.replace("_", "-")
    found = (one for one in practice.load_questions() if one.id.startswith(typed))
    return [CompletionItem(one.id, help=one.question) for one in found]


def complete_parts(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the parts of the round that goes on whose names begin so."""
    setup = ctx.obj if isinstance(ctx.obj, Setup) else Setup()
    try:
        one = cli.current_round(setup)
    except (JudgeError, OSError):
        return []
    typed = incomplete.replace("_", "-")
    slugs = [part.slug for part in one.parts] if one is not None else []
    return [CompletionItem(slug) for slug in slugs if slug.startswith(typed)]


def complete_files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Leave it to the shell, which knows best how files are completed."""
    return [CompletionItem(incomplete, type="file")]


def complete_targets(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return problems and source files: the problem may be left out where the file tells it.

    Where no problem fits, files are the shell's to complete.
    """
    found = complete_problems(ctx, parameter, incomplete)
    if not found:
        return complete_files(ctx, parameter, incomplete)
    return [*found, *map(CompletionItem, _files(incomplete))]


def completion_script(command: click.Command, shell: str) -> str:
    """Return the script that makes a shell, one of click's, ask the judge for completions."""
    kind = get_completion_class(shell)
    assert kind is not None  # the caller offers those that click has
    script: str = kind(command, {}, "judge", "_JUDGE_COMPLETE").source()
    return script


def _slugs(ctx: click.Context) -> list[str]:
    # The group itself is not run for a completion, so what commands work with is not there.
    setup = ctx.obj if isinstance(ctx.obj, Setup) else Setup()
    try:
        return setup.catalog().slugs()
    except (JudgeError, OSError):
        return []


def _files(incomplete: str) -> Iterator[str]:
    """Yield the source files and the folders of this folder that begin so."""
    try:
        entries = sorted(os.scandir(Path.cwd()), key=lambda entry: entry.name)
    except OSError:
        return
    suffixes = tuple(s for known in languages.LANGUAGES.values() for s in known.suffixes)
    for entry in entries:
        # What a shell would have to quote is left to its own completion of files.
        plain = shlex.quote(entry.name) == entry.name and not entry.name.startswith(".")
        if plain and entry.name.startswith(incomplete):
            if entry.is_dir():
                yield f"{entry.name}/"
            elif entry.name.endswith(suffixes):
                yield entry.name
