"""The command line: `judge list, show, start, run, submit, replay, verify, doctor, serve`.

Commands parse, ask the road, and print; what they import, they import when they run, since a
verdict is awaited by somebody. Errors become words and exit statuses in `faults` alone.
"""
# ruff: noqa: PLC0415 - see above: rich costs 50 ms, the sandbox and Hypothesis more

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from judge import reports, service
from judge.cli.commands.bench import bench
from judge.cli.commands.replay import replay
from judge.cli.commands.submit import submit
from judge.cli.commands.token import token
from judge.cli.commands.verify import verify
from judge.cli.exit_status import Status, report_errors, status_of
from judge.cli.options import (
    AS_JSON,
    PROBLEM,
    console_on,
    print_json,
    read_file,
    report_context,
    write_new,
)
from judge.cli.road import Road
from judge.cli.stdout import checked_stdout
from judge.errors import ProblemError, UsageError

if TYPE_CHECKING:
    from judge.problems import Problem
    from sandbox import Launched


class _Commands(click.Group):
    """All commands of `judge`, behind the one place that tells errors."""

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        # --help and --version print here, before there is a command to invoke.
        with report_errors():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: click.Context) -> Any:
        with report_errors():
            return super().invoke(ctx)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 accepted or done, 1 not accepted, 2 a mistake in what was asked, "
    "3 internal error, 4 server unreachable, 130 interrupted.",
)
@click.version_option(package_name="judge", prog_name="judge")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Practise coding rounds: submit a solution, read a true verdict."""
    ctx.obj = ctx.obj or Road()
    # A character that the terminal's encoding lacks is written as an escape, never an error.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # text streams


def main(launched: "Launched | None" = None) -> None:
    """Run the command line of this process; `launched` is for the first submission's sandbox."""
    # Closed by whoever started us: there is nobody to tell, but still a verdict to exit with.
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - until we end
    else:
        sys.stdout = checked_stdout(sys.stdout)
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115 - likewise
    road = Road(launched=launched)
    try:
        commands(prog_name="judge", obj=road)
    finally:
        road.close()


@commands.command("list")
@click.option("--tag", help="Only problems with this tag.")
@AS_JSON
@click.pass_obj
def list_(road: Road, tag: str | None, *, as_json: bool) -> None:
    """List the problems."""
    problems, faulty = _problems(road)
    if tag is not None:
        problems = [p for p in problems if tag.casefold() in map(str.casefold, p.tags)]
    if as_json:
        print_json([_entry(problem) for problem in problems])
    else:
        from judge.cli.render.problems import show_problems

        show_problems(console_on(sys.stdout), problems)
    if faulty:
        raise UsageError("\n".join(map(str, faulty)))


def _problems(road: Road) -> "tuple[list[Problem], list[ProblemError]]":
    """Return the problems that load, and why others do not: one faulty folder hides no other."""
    catalog, problems, faulty = road.catalog(), [], []
    for slug in catalog.slugs():
        try:
            problems.append(catalog.get(slug))
        except ProblemError as error:
            faulty.append(error)
    return problems, faulty


def _entry(problem: "Problem") -> dict[str, Any]:
    return {
        "slug": problem.slug,
        "title": problem.title,
        "difficulty": problem.difficulty,
        "tags": list(problem.tags),
        "signature": problem.signature(),
        "version": problem.version,
    }


@commands.command()
@PROBLEM
@click.pass_obj
def show(road: Road, problem: str) -> None:
    """Show a problem's statement."""
    found = road.catalog().get(problem)
    from judge.cli.render.problems import show_statement

    show_statement(console_on(sys.stdout), found)


@commands.command()
@PROBLEM
@click.argument("file", required=False)
@click.option("--force", is_flag=True, help="Overwrite FILE if it is there.")
@click.pass_obj
def start(road: Road, problem: str, file: str | None, *, force: bool) -> None:
    """Write a problem's starter file.

    FILE is by default the problem's name with .py; - is standard output.
    """
    found = road.catalog().get(problem)
    name = file or found.slug.replace("-", "_") + ".py"
    if name == "-":
        click.echo(found.starter, nl=False)
        return
    write_new(Path(name), found.starter, force=force)
    from judge.values import escape

    click.echo(f"{escape(name)} is ready; then: judge submit {found.slug} {escape(name)}")


@commands.command()
@PROBLEM
@click.argument("file")
@click.option("--input", "given", metavar="JSON", help="One input of your own, not the samples.")
@AS_JSON
@click.pass_obj
def run(road: Road, problem: str, file: str, given: str | None, *, as_json: bool) -> None:
    """Run FILE on the samples, or on one input, beside the reference."""
    found = road.catalog().get(problem)
    submission = read_file(file)
    arguments = _own_input(found, given) if given is not None else None
    all_played = []
    console = None if as_json else console_on(sys.stdout)
    for played in road.run(submission, found, arguments):
        all_played.append(played)
        if console is not None:
            from judge.cli.render.played import show_played

            show_played(console, played, report_context(found, submission), len(all_played))
    if as_json:
        print_json([reports.to_json(played) for played in all_played])
    worst = next((status for p in all_played if (status := status_of(p.verdict))), Status.DONE)
    raise click.exceptions.Exit(worst)


def _own_input(problem: "Problem", text: str) -> dict[str, Any]:
    """Return the arguments of `--input`: an object by name, or an array in parameter order."""
    names = problem.names()
    example = "{" + ", ".join(f'"{name}": ...' for name in names) + "}"
    try:
        value = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"--input is not JSON ({error}); it looks like {example}") from None
    if isinstance(value, list) and len(value) == len(names):
        value = dict(zip(names, value, strict=True))
    if not isinstance(value, dict) or set(value) != set(names):
        raise UsageError(f"--input must name each argument once: {example}")
    return {name: value[name] for name in names}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; a name that stands there twice would silently be the last one's."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise UsageError(f"in --input {twice[:80]!r} is named twice; name each once")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


@commands.command()
@AS_JSON
@click.pass_obj
def doctor(road: Road, *, as_json: bool) -> None:
    """Tell what isolation this host gives.

    Also what is lost without each missing part, how to mend it, and which settings are set.
    """
    from judge.cli.render.doctor import host_json, show_host, show_settings
    from judge.settings import COMMAND_LINE, Settings, given_settings, settings_of

    asked = Settings.from_environment(os.environ).tier
    rows = (*settings_of(Settings), *COMMAND_LINE, *settings_of(service.ServiceSettings))
    given = given_settings(rows, os.environ)
    host = road.host()
    if as_json:
        print_json(host_json(host, asked, given))
    else:
        console = console_on(sys.stdout)
        show_host(console, host, asked)
        show_settings(console, given)


@commands.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65_535))
@click.option(
    "--public-name",
    "names",
    multiple=True,
    metavar="NAME",
    help="Let others in who call this server NAME or NAME:PORT; they need a `judge token`.",
)
@click.pass_obj
def serve(road: Road, host: str, port: int, names: tuple[str, ...]) -> None:
    """Answer over HTTP, for editors and scripts of this machine."""
    road.serve(host, port, names)


for command in (submit, bench, replay, verify, token):
    commands.add_command(command)
