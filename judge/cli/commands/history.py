"""`judge history`: what you have done, one event of it, and the inputs that you have met."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from judge import cli, practice
from judge.cli import render
from judge.cli.options import AS_JSON, completes, console_on, print_json, slug_of
from judge.cli.past_events import find_event, history_to_read
from judge.cli.setup import Setup
from judge.errors import ProblemError, UsageError

if TYPE_CHECKING:
    from judge.practice import History

#: No export of a person is larger.
MOST_BYTES = 1024 * 1024 * 1024


@click.command()
@click.argument(
    "words",
    nargs=-1,
    metavar="[PROBLEM | show ID | cases [PROBLEM]]",
    shell_complete=completes("complete_problems"),
)
@click.option("--all", "everything", is_flag=True, help="Also runs, hints and all the rest.")
@click.option(
    "--export", "out", metavar="FILE", help="Write it whole, with the texts; - to stdout."
)
@click.option("--import", "given", metavar="FILE", help="Take in what another machine exported.")
@AS_JSON
@click.pass_obj
def history(
    setup: Setup,
    words: tuple[str, ...],
    out: str | None,
    given: str | None,
    *,
    everything: bool,
    as_json: bool,
) -> None:
    """Show your submissions, of all problems or of PROBLEM, the newest first.

    `show ID` shows one with its report and its source; the first letters of its id are enough.
    `cases` lists the inputs that you have failed on, which are played first next time.
    """
    kept = history_to_read(setup)
    if len([one for one in (out, given, words) if one]) > 1:
        raise click.UsageError("--export, --import and words exclude each other")
    match words:
        case _ if out is not None:
            _export(kept, out, as_json=as_json)
        case _ if given is not None:
            _import(kept, given, as_json=as_json)
        case ("show", name):
            _show(setup, kept, name, as_json=as_json)
        case ("show",):
            raise click.UsageError("Missing argument 'ID': judge history show ID")
        case ("cases",) | ("cases", _):
            _cases(setup, kept, *map(slug_of, words[1:]), as_json=as_json)
        case () | (_,):
            _table(kept, *map(slug_of, words), everything=everything, as_json=as_json)
        case _:
            raise click.UsageError(f"Got unexpected extra argument ({words[1]})")


def _table(kept: "History", slug: str | None = None, *, everything: bool, as_json: bool) -> None:
    # Looks count for the minutes though they have no row.
    rows = render.history_rows(kept.read(slug), everything=everything)
    if as_json:
        print_json(render.history_json(rows))
    elif rows:
        render.show_history(console_on(sys.stdout), rows, named=slug is None)
    else:
        of = f" of {slug}" if slug else ""
        click.echo(f"nothing{of} yet; then: judge submit PROBLEM FILE", err=True)


def _show(setup: Setup, kept: "History", name: str, *, as_json: bool) -> None:
    event = find_event(kept.read(), name)
    source = kept.text(event.source) if event.source else None
    report = kept.text(str(event.facts.get("report", "")))
    if as_json:
        print_json(render.event_json(event, report, source))
        return
    problem = None
    with suppress(UsageError, ProblemError):  # it may be of another machine
        problem = setup.problem(event.problem or "")
    with cli.paged() as console:
        render.show_event(console, event, report, source, problem)


def _cases(setup: Setup, kept: "History", slug: str | None = None, *, as_json: bool) -> None:
    slugs = [slug] if slug else sorted(path.stem for path in kept.met_dir.glob("*.json"))
    found = {}
    for one in slugs:
        try:
            found[one] = practice.met_on(kept.met_dir, setup.problem(one))
        except (UsageError, ProblemError):
            if slug:
                raise
    met = [(name, entry) for name, entries in found.items() for entry in reversed(entries)]
    if as_json:
        print_json([{"problem": name, **entry} for name, entry in met])
    elif met:
        render.show_met(console_on(sys.stdout), met)
    else:
        click.echo("no input has failed yet, or none of this version of the problem", err=True)


def _export(kept: "History", out: str, *, as_json: bool) -> None:
    data = b"".join(line + b"\n" for line in practice.exported(kept))
    if out == "-":
        click.echo(data.decode("ascii"), nl=False)
        return
    try:
        with Path(out).open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise UsageError(f"{out} is there already; name another file") from None
    except OSError as error:
        raise UsageError(f"cannot write {out}: {error.strerror}") from None
    count = len(kept.lines())
    if as_json:
        print_json({"file": out, "events": count})
    else:
        click.echo(f"{count:,} events are in {render.as_argument(out)}")


def _import(kept: "History", given: str, *, as_json: bool) -> None:
    try:
        with Path(given).open("rb") if given != "-" else sys.stdin.buffer as file:
            lines = file.read(MOST_BYTES).splitlines()
    except OSError as error:
        raise UsageError(f"cannot read {given}: {error.strerror}") from None
    found = practice.imported(kept, lines)
    if found is None:
        raise UsageError("nothing was taken in: the history cannot be written")
    if found.broken and not found.new + found.known:
        raise UsageError(f"{given} holds no history: make one with `judge history --export FILE`")
    if as_json:
        print_json({"new": found.new, "known": found.known, "broken": found.broken})
        return
    more = f"; {found.broken:,} lines cannot be read" if found.broken else ""
    click.echo(f"{found.new:,} events are new, {found.known:,} were here already{more}")
