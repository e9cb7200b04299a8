"""The end of a stress run: the smallest input on which two programs differ, or none."""

from rich.console import Console

from judge.cli.render.console import say
from judge.cli.render.context import ReportContext
from judge.cli.render.failure import show_failure
from judge.reports import Report
from judge.values import escape


def show_stress(
    console: Console, report: Report, names: tuple[str, str], context: ReportContext
) -> None:
    """Print how the first of two programs did against the second, whose answers were expected."""
    live = report.cases.groups.get("live")
    tried = live.total if live is not None else 0
    if report.failure is None:
        say(console, f"No difference in {tried:,} inputs.")
    else:
        one, other = (escape(name, 200) for name in names)
        verdict = f"{report.verdict} {report.verdict.words}"
        say(console, f"{one} against {other}: {verdict} on input {tried:,}", style="bold")
        show_failure(console, report.verdict, report.failure, context)
    for note in report.notes:
        say(console, f"note: {escape(note.message, 600)}")
