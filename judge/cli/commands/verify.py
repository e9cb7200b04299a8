"""`judge verify`: the author's checks of packages."""
# ruff: noqa: PLC0415 - what only this command needs is imported when it runs

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from judge import reports
from judge.cli.exit_status import Status
from judge.cli.options import AS_JSON, console_on, is_live, print_json
from judge.cli.road import Road

if TYPE_CHECKING:
    from rich.console import Console

    from judge.authoring import Verification
    from judge.problems import Problem


@click.command()
@click.argument("problems", nargs=-1, metavar="[PROBLEM]...")
@click.option(
    "--mutants",
    is_flag=True,
    help="Measure the cases instead: every mutant of an accepted solution must fail one.",
)
@click.option(
    "--sample",
    type=click.IntRange(1),
    metavar="N",
    help="With --mutants: only N unlisted ones of each package, always the same.",
)
@click.option(
    "--margins",
    is_flag=True,
    help="Measure the time limit instead: how far the accepted stay below it, the slow above.",
)
@AS_JSON
@click.pass_obj
def verify(
    road: Road,
    problems: tuple[str, ...],
    sample: int | None,
    *,
    mutants: bool,
    margins: bool,
    as_json: bool,
) -> None:
    """Check the sample solutions of packages.

    Each must get the verdict that its folder is named after.
    """
    if sample is not None and not mutants:
        raise click.UsageError("--sample goes with --mutants")
    if margins and mutants:
        raise click.UsageError("--margins and --mutants are two measurements: one at a time")
    catalog = road.catalog()
    console = None if as_json else console_on(sys.stdout)
    all_verified = []
    # All are loaded first: an unknown name is not to be told after minutes of judging.
    chosen = [catalog.get(slug) for slug in problems or catalog.slugs()]
    if mutants:
        _measure(road, chosen, sample, console)
    if margins:
        _measure_margins(road, chosen, console)
    for problem in chosen:
        for verified in road.verify(problem):
            all_verified.append((problem.slug, verified))
            if console is not None:
                from judge.cli.render.problems import show_verified

                show_verified(console, problem.slug, verified)
    wrong = [verified for _, verified in all_verified if not verified.ok]
    if as_json:
        print_json([_verified_json(slug, verified) for slug, verified in all_verified])
    else:
        click.echo(f"{len(all_verified) - len(wrong)} of {len(all_verified)} as their folders say")
    raise click.exceptions.Exit(Status.NOT_ACCEPTED if wrong else Status.DONE)


def _measure_margins(road: Road, problems: "list[Problem]", console: "Console | None") -> None:
    """Measure each problem's time limit; without a console, print JSON. Exits."""
    from judge.cli.render.authoring import show_margins

    measured = []
    for problem in problems:
        measured.append(road.margins(problem))
        if console is not None:
            show_margins(console, measured[-1])
    if console is None:
        print_json([asdict(margins) | {"ok": margins.ok} for margins in measured])
    wide = all(margins.ok for margins in measured)
    raise click.exceptions.Exit(Status.DONE if wide else Status.NOT_ACCEPTED)


def _measure(
    road: Road, problems: "list[Problem]", sample: int | None, console: "Console | None"
) -> None:
    """Play the mutants of each problem; without a console, print JSON. Exits."""
    from judge.cli.progress import follow
    from judge.cli.render.authoring import mutation_report_json, show_mutation_report

    measured = []
    for problem in problems:
        steps = road.play_mutants(problem, sample)
        strength = follow(steps, sys.stderr, live=is_live(sys.stderr))
        measured.append(strength)
        if console is not None:
            show_mutation_report(console, strength)
    if console is None:
        print_json([mutation_report_json(strength) for strength in measured])
    strong = all(strength.ok for strength in measured)
    raise click.exceptions.Exit(Status.DONE if strong else Status.NOT_ACCEPTED)


def _verified_json(slug: str, verified: "Verification") -> dict[str, Any]:
    return {
        "problem": slug,
        "path": str(verified.path),
        "expected": verified.expected.value,
        "ok": verified.ok,
        "report": reports.to_json(verified.report),
    }
