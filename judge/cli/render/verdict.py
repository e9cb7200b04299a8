"""What people read of a report: the verdict first, then what to do about it.

Text of submissions goes through `escape` and into `Text`, never into rich's markup.
"""

from rich.console import Console
from rich.text import Text

from judge.cli import render
from judge.cli.render.console import say, say_text
from judge.cli.render.context import GROUP_WORDS, ReportContext
from judge.cli.render.figures import show_figures
from judge.cli.render.score import is_scored, show_score
from judge.cli.render.source import show_prints
from judge.reports import Report
from judge.values import escape
from judge.verdict import Verdict

#: Of what an accepted submission printed: it was right all the same.
PRINTED_LINES = 6
#: Colours that are read on a light ground as on a dark one; yellow alone is not.
STYLES = {
    Verdict.ACCEPTED: "bold green",
    Verdict.WRONG_ANSWER: "bold red",
    Verdict.TIME_LIMIT_EXCEEDED: "bold black on yellow",
    Verdict.MEMORY_LIMIT_EXCEEDED: "bold black on yellow",
    Verdict.RUN_TIME_ERROR: "bold red",
    Verdict.OUTPUT_LIMIT_EXCEEDED: "bold black on yellow",
    Verdict.DOES_NOT_LOAD: "bold magenta",
    Verdict.RULE_VIOLATION: "bold red",
    Verdict.INTERNAL_ERROR: "bold white on red",
}


def show_report(console: Console, report: Report, context: ReportContext) -> None:
    """Print a report: verdict, counts, the counterexample, and what may help."""
    show_verdict(console, report, context)
    show_measured(console, report, context)


def show_verdict(console: Console, report: Report, context: ReportContext) -> None:
    """Print what is known before anything is timed: verdict, counts and the counterexample."""
    _verdict_line(console, report, context)
    counts = counts_line(report)
    if counts:
        say(console, counts)
    if report.stdout:
        title = "Your program printed on the samples"
        show_prints(console, title, report.stdout, lines=PRINTED_LINES)
    if report.failure is not None:
        render.show_failure(console, report.verdict, report.failure, context)
        render.show_schedule(console, report)
    elif report.verdict is not Verdict.ACCEPTED or not report.cases.groups or is_scored(report):
        say(console, escape(report.summary, 2_000))


def show_measured(console: Console, report: Report, context: ReportContext) -> None:
    """Print the rest of a report: what was measured, notes, and how to play it again."""
    show_figures(console, report)
    if "cost" in report.extras:
        render.show_cost(console, report)
    show_score(console, report)
    for note in report.notes:
        at = f"line {note.line}: " if note.line is not None else ""
        say(console, f"note: {at}{escape(note.message, 600)}")
    isolation = isolation_line(report)
    if isolation:
        say(console, isolation, "bold")
    commands = [command for command in (context.replay, context.test) if command]
    if report.failure is not None and commands:
        say(console, "")
        say(console, "Play it again:", "bold")
        for command in commands:
            # Never wrapped: a command is copied whole.
            console.print(Text("  " + command), soft_wrap=True)


def show_changed(console: Console, report: Report, context: ReportContext) -> None:
    """Print a report whose verdict is another than was shown before it was timed."""
    say(console, "")
    say(console, "It failed after that, while it was measured. The verdict is:", "bold")
    show_report(console, report, context)


def _verdict_line(console: Console, report: Report, context: ReportContext) -> None:
    line = Text()
    line.append(f"{report.verdict} {report.verdict.words}", STYLES[report.verdict])
    line.append(f"   {escape(report.problem.slug, 80)}, {escape(context.file, 200)}", "dim")
    say_text(console, line)


def counts_line(report: Report) -> str:
    """Return how many cases passed, of each group that was played; empty where none was."""
    cases = report.cases
    if not cases.groups or report.verdict is Verdict.DOES_NOT_LOAD:
        return ""
    # After the first failing case nothing more is played: "edge 0/260" would tell a lie.
    failed = report.failure.group if report.failure is not None else ""
    parts = [
        f"{GROUP_WORDS.get(name, escape(name, 40))} {group.passed}/{group.total}"
        for name, group in cases.groups.items()
        if group.passed or name == failed
    ]
    # Some kinds play on behind a failure.
    behind = [*cases.groups][[*cases.groups].index(failed) + 1 :] if failed in cases.groups else []
    went_on = any(cases.groups[name].passed for name in behind)
    stop = ", then it stopped" if failed and not went_on else ""
    groups = f" ({', '.join(parts)})" if parts else ""
    return f"{cases.passed} of {cases.total} cases passed{stop}{groups}"


def isolation_line(report: Report) -> str:
    """Return what the isolation lacked; empty where it was full."""
    isolation = report.isolation
    if isolation.tier == "full":
        return ""
    missing = ", ".join(escape(name, 80) for name in isolation.missing)
    lost = f" (missing: {missing})" if missing else ""
    return f"isolation: {isolation.tier}, not full{lost}; `judge doctor` tells more"
