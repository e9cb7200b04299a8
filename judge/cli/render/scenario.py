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
from judge.records import dataclass
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


@dataclass(frozen=True, slots=True)
class Step:
    """One line that ran: in the column of its thread, after another thread's where `switched`."""

    column: int
    line: int
    text: str
    switched: bool


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule that fails: its threads as columns, and its last steps.

    `left_out` steps came before these.
    """

    title: str
    columns: tuple[str, ...]
    steps: tuple[Step, ...]
    left_out: int
    why: str


def schedule_of(report: Report) -> Schedule | None:
    """Return the schedule of a report; None where it has none."""
    schedule = report.extras.get("schedule")
    if not isinstance(schedule, dict):
        return None
    given = [step for step in _list(schedule.get("steps")) if isinstance(step, dict)]
    numbers = sorted({step["thread"] for step in given if type(step.get("thread")) is int})
    numbers = numbers[:THREADS]
    steps = list(_steps(given, numbers))
    why, failure = schedule.get("why"), report.failure
    told = not isinstance(why, str) or (failure is not None and why in failure.message)
    return Schedule(
        _title(schedule.get("preemptions")),
        tuple(_column(number, schedule.get("threads")) for number in numbers),
        tuple(steps[-STEPS:]),
        max(len(steps) - STEPS, 0),
        "" if told else escape(str(why), 1_000),
    )


def _title(preemptions: Any) -> str:
    if type(preemptions) is not int:
        return ""
    times = "1 preemption" if preemptions == 1 else f"{preemptions:,} preemptions"
    return f"The schedule, with {times}:"


def _column(number: int, own: Any) -> str:
    named = type(own) is not int or number <= own
    return f"thread {number}" if named else "its own thread"


def _steps(given: Sequence[Mapping[str, Any]], numbers: Sequence[int]) -> Iterator[Step]:
    before: Any = None
    for step in given:
        thread, line, text = step.get("thread"), step.get("line"), step.get("text")
        if thread not in numbers or type(line) is not int or not isinstance(text, str):
            continue
        switched = before is not None and before != thread
        before = thread
        yield Step(numbers.index(thread), line, escape(text, 120), switched)


def show_schedule(console: Console, report: Report) -> None:
    """Print the schedule that fails, if the report has one: a column for each thread."""
    schedule = schedule_of(report)
    if schedule is None:
        return
    if schedule.title:
        say(console, "")
        say(console, schedule.title, "bold")
    table = _table(console)
    for name in schedule.columns:
        table.add_column(name, overflow="fold")
    for step in schedule.steps:
        row = [""] * len(schedule.columns)
        row[step.column] = f"{'> ' if step.switched else '  '}{step.line}: {step.text}"
        table.add_row(*map(Text, row))
    if schedule.left_out:
        say(console, f"  ... {schedule.left_out:,} steps before these ...")
    if schedule.steps:
        console.print(Padding(table, (0, 0, 0, 2), expand=False))
    if schedule.why:
        say(console, f"  {schedule.why}")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
