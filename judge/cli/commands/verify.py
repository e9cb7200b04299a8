"""`judge verify`: the author's checks of packages."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from judge import authoring, cli, reports
from judge.cli import render
from judge.cli.exit_status import Status
from judge.cli.options import AS_JSON, console_on, is_live, print_json
from judge.cli.setup import Setup
from judge.cli.watch import folder_changes
from judge.errors import ProblemError
from judge.values import escape

if TYPE_CHECKING:
    from rich.console import Console

    from judge.authoring import InterviewCheck, Soundness, Verification
    from judge.problems import Catalog, Problem
    from judge.settings import Settings


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
@click.option(
    "--watch",
    is_flag=True,
    help="Check one package at each save, up to the first check that fails.",
)
@AS_JSON
@click.pass_obj
def verify(
    setup: Setup,
    problems: tuple[str, ...],
    sample: int | None,
    *,
    mutants: bool,
    margins: bool,
    watch: bool,
    as_json: bool,
) -> None:
    """Check the sample solutions of packages.

    Each must get the verdict that its folder is named after.
    """
    if sample is not None and not mutants:
        raise click.UsageError("--sample goes with --mutants")
    if margins and mutants:
        raise click.UsageError("--margins and --mutants are two measurements: one at a time")
    if watch and (len(problems) != 1 or mutants or margins or as_json):
        raise click.UsageError("--watch takes one PROBLEM, and no other option")
    catalog, settings = setup.catalog(), setup.settings()
    if watch:
        _watch(catalog, problems[0], settings)
        return
    # All are loaded first: an unknown name is not to be told after minutes of judging.
    chosen = [catalog.get(slug) for slug in problems or catalog.slugs()]
    measured = "mutants" if mutants else "margins" if margins else "verify"
    if not problems:
        chosen = list(_applicable(chosen, measured))
    console = None if as_json else console_on(sys.stdout)
    if mutants:
        ok = _play_mutants(chosen, settings, sample, console)
    elif margins:
        ok = _measure_margins(chosen, settings, console)
    else:
        ok = _verify(chosen, settings, console)
    raise click.exceptions.Exit(Status.DONE if ok else Status.NOT_ACCEPTED)


def _watch(catalog: "Catalog", slug: str, settings: "Settings") -> None:
    """Check a package now and after each change of its files. Never ends by itself."""
    place, order = catalog.place_of(slug), authoring.CheckOrder()
    console = console_on(sys.stdout)
    for _ in folder_changes((place.folder, place.solutions)):
        try:
            problem = catalog.get(slug)
            passed = [
                _show(console, slug, one)
                for one in authoring.verify_to_failure(problem, settings, order)
            ]
        except ProblemError as error:
            click.echo(f"judge: {escape(str(error), 6_000)}", err=True)
        else:
            if all(passed):
                click.echo(f"{slug}: all {len(passed)} checks passed")
                _show_samples_to_write(console, problem)
        click.echo(f"\nwatching {escape(str(place.folder), 200)}; Ctrl-C ends it\n", err=True)


def _show(
    console: "Console", slug: str, checked: "Soundness | InterviewCheck | Verification"
) -> bool:
    """Print one check and tell whether it passed."""
    if isinstance(checked, authoring.Soundness):
        render.show_soundness(console, checked)
    elif isinstance(checked, authoring.InterviewCheck):
        render.show_interview_check(console, checked)
    else:
        render.show_verification(console, slug, checked)
    return checked.ok


def _show_samples_to_write(console: "Console", problem: "Problem") -> None:
    render.show_samples_to_write(console, problem.slug, authoring.samples_to_write(problem))


def _applicable(problems: "Sequence[Problem]", measured: str) -> "Iterator[Problem]":
    """Yield the problems that can be measured so, and say of the others why not."""
    for problem in problems:
        reason = problem.refusal(measured)
        if reason is None:
            yield problem
        else:
            click.echo(f"{problem.slug} is left out: {reason}", err=True)


def _verify(problems: "Sequence[Problem]", settings: "Settings", console: "Console | None") -> bool:
    """Judge all sample solutions; print each on the console, or one JSON document at the end."""
    found: list[tuple[Soundness, InterviewCheck, Verification]] = []
    sound = True
    for problem in problems:
        for one in authoring.verify(problem, settings):
            if console is not None:
                _show(console, problem.slug, one)
            if isinstance(one, authoring.Soundness):
                package, sound = one, sound and one.ok
            elif isinstance(one, authoring.InterviewCheck):
                interview, sound = one, sound and one.ok
            else:
                found.append((package, interview, one))
    right = [one for *_, one in found if one.ok]
    if console is None:
        print_json([_verification_json(*one) for one in found])
    else:
        click.echo(f"{len(right)} of {len(found)} as their folders say")
        for problem in problems:
            _show_samples_to_write(console, problem)
    return sound and len(right) == len(found)


def _measure_margins(
    problems: "Sequence[Problem]", settings: "Settings", console: "Console | None"
) -> bool:
    """Measure each problem's time limit; print it on the console, or one JSON document."""
    found = []
    for problem in problems:
        found.append(authoring.measure_margins(problem, settings))
        if console is not None:
            render.show_margins(console, found[-1])
    if console is None:
        print_json([asdict(margins) | {"ok": margins.ok} for margins in found])
    return all(margins.ok for margins in found)


def _play_mutants(
    problems: "Sequence[Problem]",
    settings: "Settings",
    count: int | None,
    console: "Console | None",
) -> bool:
    """Play the mutants of each problem; print the report on the console, or one JSON document."""
    found = []
    for problem in problems:
        steps = authoring.play_mutants(problem, settings, count=count)
        found.append(cli.follow(steps, sys.stderr, live=is_live(sys.stderr)))
        if console is not None:
            render.show_mutation_report(console, found[-1])
    if console is None:
        print_json([render.mutation_report_json(report) for report in found])
    return all(report.ok for report in found)


def _verification_json(
    package: "Soundness", interview: "InterviewCheck", one: "Verification"
) -> dict[str, Any]:
    counts = {name: getattr(interview, name) for name in render.INTERVIEW_COUNTS}
    return {
        "problem": package.slug,
        "path": str(one.path),
        "expected": one.expected.value,
        "ok": one.ok,
        "groups": package.groups,
        "interview": counts,
        "faults": [asdict(fault) for fault in (*package.faults, *interview.faults)],
        "report": reports.to_json(one.report),
    }
