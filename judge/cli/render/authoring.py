"""What `judge verify --margins` and `--mutants` print about a package."""

from typing import Any

from rich.console import Console
from rich.text import Text

from judge.authoring import (
    LEAST_SLOW,
    MOST_ACCEPTED,
    Fate,
    Margins,
    MutantResult,
    MutationReport,
)
from judge.cli.render.console import say, say_text
from judge.values import escape

DIFF_STYLES = {"+": "green", "-": "red", "@": "magenta"}


def show_mutation_report(console: Console, report: MutationReport) -> None:
    """Print the counts of one package, every survivor as a diff, every entry that is not true."""
    counts = ", ".join(f"{len(report.with_fate(fate))} {fate}" for fate in Fate)
    line = Text("ok    " if report.ok else "WEAK  ", "green" if report.ok else "bold red")
    line.append(f"{report.slug}: {len(report.results)} mutants: {counts}", "default")
    say_text(console, line)
    for result in report.with_fate(Fate.SURVIVED):
        _show_survivor(console, report.slug, result)
    for entry in report.stale:
        say(console, f"      stale in equivalent.toml: {escape(entry, 400)}", "bold red")


def _show_survivor(console: Console, slug: str, result: MutantResult) -> None:
    mutant = result.mutant
    place = f"{slug}/accepted/{escape(mutant.file, 100)}:{mutant.number}"
    nth = f" (nth = {mutant.nth})" if mutant.nth > 1 else ""
    say(console, f"      survived: {place}: {mutant.operator}{nth}", "bold")
    for line in mutant.diff.splitlines()[2:]:
        text = escape(line, 400, keep="\t")
        say_text(console, Text(f"      {text}", DIFF_STYLES.get(line[:1], "")))


def mutation_report_json(report: MutationReport) -> dict[str, Any]:
    """Return the JSON form of one package's report."""
    return {
        "problem": report.slug,
        "ok": report.ok,
        "mutants": len(report.results),
        "fates": {fate.value: len(report.with_fate(fate)) for fate in Fate},
        "survivors": [_json(result) for result in report.with_fate(Fate.SURVIVED)],
        "equivalents": [_json(result) for result in report.with_fate(Fate.EQUIVALENT)],
        "stale": list(report.stale),
    }


def _json(result: MutantResult) -> dict[str, Any]:
    mutant = result.mutant
    return {
        "file": mutant.file,
        "number": mutant.number,
        "operator": mutant.operator,
        "line": mutant.line,
        "becomes": mutant.becomes,
        "nth": mutant.nth,
        "reason": result.how if result.fate is Fate.EQUIVALENT else None,
        "diff": mutant.diff,
    }


def show_margins(console: Console, margins: Margins) -> None:
    """Print one package's distance from its time limit, on both sides of it."""
    line = Text()
    line.append("ok    " if margins.ok else "THIN  ", "green" if margins.ok else "bold red")
    line.append(f"{margins.slug}: ")
    accepted, slow = margins.accepted, margins.slow
    line.append(
        f"accepted need {accepted.share:.2f} of a limit at most ({escape(accepted.name, 80)})"
    )
    if slow is not None:
        least = "at least " if slow.share >= LEAST_SLOW else ""
        line.append(f", slow ones {least}{slow.share:.2f} ({escape(slow.name, 80)})")
    say_text(console, line)
    if not margins.ok:
        wanted = f"at most {MOST_ACCEPTED:.2f} and at least {LEAST_SLOW:.2f} of the limit"
        say(console, f"      wanted: {wanted}; change time_factor, floor_seconds or scales()")
