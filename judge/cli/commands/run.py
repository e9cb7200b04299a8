"""`judge run`: the samples, or one input of one's own, beside the reference."""

import json
import sys
from collections.abc import Sequence
from typing import Any

import click

from judge import read_submission, reports
from judge.cli import render
from judge.cli.exit_status import Status, status_of
from judge.cli.options import AS_JSON, PROBLEM, console_on, print_json
from judge.cli.setup import Setup
from judge.errors import UsageError


@click.command()
@PROBLEM
@click.argument("file")
@click.option("--input", "given", metavar="JSON", help="One input of your own, not the samples.")
@AS_JSON
@click.pass_obj
def run(setup: Setup, problem: str, file: str, given: str | None, *, as_json: bool) -> None:
    """Run FILE on the samples, or on one input, beside the reference."""
    found = setup.problem(problem)
    submission = read_submission(file)
    arguments = _arguments(given, found.names()) if given is not None else None
    console = None if as_json else console_on(sys.stdout)
    all_played = []
    for played in setup.judge.run(submission, found, setup.settings(), arguments):
        all_played.append(played)
        if console is not None:
            context = render.report_context(found, submission)
            render.show_played(console, played, context, len(all_played))
    if as_json:
        print_json([reports.to_json(played) for played in all_played])
    worst = next((status for p in all_played if (status := status_of(p.verdict))), Status.DONE)
    raise click.exceptions.Exit(worst)


def _arguments(text: str, names: Sequence[str]) -> dict[str, Any]:
    """Return the arguments of `--input`: an object by name, or an array in parameter order."""
    example = "{" + ", ".join(f'"{name}": ...' for name in names) + "}"
    try:
        value = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"--input is not JSON ({error}); it looks like {example}") from None
    if isinstance(value, list) and len(value) == len(names):
        value = dict(zip(names, value, strict=True))
    if not isinstance(value, dict) or set(value) != set(names):
        raise UsageError(f"--input must name each argument once: {example}")
    return {name: value[name] for name in names}


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; of a name given twice the last value would silently win."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise UsageError(f"in --input {twice[:80]!r} is named twice; name each once")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
