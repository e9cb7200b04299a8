"""Calls of threads, and a schedule of them in columns: one for each thread.

A report may come from another server, so every value of it is hostile.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.box import ASCII, SIMPLE
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from judge.cli.render.console import ascii_only, say
from judge.cli.render.literals import short_literal
from judge.kinds import Scenario, ShownCall
from judge.reports import Report
from judge.values import MISSING, escape

#: Steps that are drawn of a long schedule: those at its end, where it goes wrong.
STEPS = 60
#: More threads than these are never asked for, or drawn.
THREADS = 8


def show_scenario(console: Console, view: Scenario, *, results: bool) -> None:
    """Print the calls: before, of each thread in a column of its own, and after."""
    for title, calls in (("before", view.before), ("after", view.after)):
        if title == "after":
            _columns(console, view, results=results)
        if calls:
            say(
                console, f"  {title}: {', '.join(call_text(one, results=results) for one in calls)}"
            )


def _columns(console: Console, view: Scenario, *, results: bool) -> None:
    table = _table(console)
    for number, _ in enumerate(view.threads[:THREADS], 1):
        table.add_column(f"thread {number}", overflow="fold")
    for place in range(max(map(len, view.threads), default=0)):
        row = [
            call_text(calls[place], results=results) if place < len(calls) else ""
            for calls in view.threads[:THREADS]
        ]
        table.add_row(*map(Text, row))
    console.print(Padding(table, (0, 0, 0, 2), expand=False))


def _table(console: Console) -> Table:
    return Table(box=ASCII if ascii_only(console) else SIMPLE, pad_edge=False, show_edge=False)


def call_text(call: ShownCall, *, results: bool) -> str:
    """Return a call as people write it, and with `results` what it gave."""
    text = f"{escape(call.name, 80)}({', '.join(map(short_literal, call.arguments))})"
    shown = results and call.actual is not MISSING
    return f"{text} -> {short_literal(call.actual)}" if shown else text


def scenario_line(view: Scenario) -> str:
    """Return a scenario in one line: the calls of each thread."""
    parts = [
        ", ".join(call_text(call, results=False) for call in calls)
        for calls in view.threads[:THREADS]
    ]
    return " | ".join(parts)


def show_schedule(console: Console, report: Report) -> None:
    """Print the schedule that fails, if the report has one: a column for each thread."""
    schedule = report.extras.get("schedule")
    if not isinstance(schedule, dict):
        return
    steps = [step for step in _list(schedule.get("steps")) if isinstance(step, dict)]
    count = schedule.get("preemptions")
    if type(count) is int:
        times = "1 preemption" if count == 1 else f"{count:,} preemptions"
        say(console, "")
        say(console, f"The schedule, with {times}:", "bold")
    numbers = sorted({step["thread"] for step in steps if type(step.get("thread")) is int})
    rows = list(schedule_rows(steps, numbers[:THREADS]))
    table = _table(console)
    own = schedule.get("threads")
    for number in numbers[:THREADS]:
        named = type(own) is not int or number <= own
        table.add_column(f"thread {number}" if named else "its own thread", overflow="fold")
    for row in rows[-STEPS:]:
        table.add_row(*map(Text, row))
    if len(rows) > STEPS:
        say(console, f"  ... {len(rows) - STEPS:,} steps before these ...")
    if rows:
        console.print(Padding(table, (0, 0, 0, 2), expand=False))
    why, failure = schedule.get("why"), report.failure
    if isinstance(why, str) and (failure is None or why not in failure.message):
        say(console, f"  {escape(why, 1_000)}")


def schedule_rows(
    steps: Sequence[Mapping[str, Any]], numbers: Sequence[int]
) -> Iterator[list[str]]:
    """Yield the steps as rows: the line and its text in the column of its thread."""
    before: Any = None
    for step in steps:
        thread, line, text = step.get("thread"), step.get("line"), step.get("text")
        if thread not in numbers or type(line) is not int or not isinstance(text, str):
            continue
        mark = "> " if before is not None and before != thread else "  "
        before = thread
        row = [""] * len(numbers)
        row[numbers.index(thread)] = f"{mark}{line}: {escape(text, 120)}"
        yield row


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
