"""What a query cost: its steps beside the reference's, and the plans that explain them.

A report may come from another server, so every value of it is hostile.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from rich.console import Console

from judge.cli.render.console import ascii_only, say
from judge.cli.render.figures import times
from judge.cli.render.tree import ASCII, UNICODE, Strokes
from judge.reports import Report
from judge.values import escape
from judge.verdict import Verdict

if TYPE_CHECKING:
    # Loading the measurement takes long, and a verdict is shown without it.
    from judge.measurement import Counted

#: Steps of a plan that are drawn, and how deep they may lie.
LINES, DEEPEST = 40, 20


def show_cost(console: Console, report: Report) -> None:
    """Print steps and ratio, where the report has them; both plans where steps ran out."""
    cost = report.extras.get("cost")
    if not isinstance(cost, dict):
        return
    stopped = is_stopped(report)
    say(console, steps_line(cost, stopped=stopped))
    if stopped:
        _show_plans(console, cost)


def is_stopped(report: Report) -> bool:
    """Whether the query was stopped because its steps ran out."""
    failure = report.failure
    slow = report.verdict is Verdict.TIME_LIMIT_EXCEEDED
    return slow and failure is not None and failure.clock == "steps"


def show_counted(console: Console, counted: "Counted") -> None:
    """Print what `judge bench` counted at one size: steps, ratio and both plans."""
    say(console, f"n = {counted.size:,}: {counted.verdict.words}")
    cost = counted.extras.get("cost")
    if isinstance(cost, dict):
        stopped = counted.verdict is Verdict.TIME_LIMIT_EXCEEDED
        say(console, steps_line(cost, stopped=stopped))
        _show_plans(console, cost)
        say(console, "Its seconds are not measured: what counts are steps, the same in every run.")


def _show_plans(console: Console, cost: Mapping[str, Any]) -> None:
    strokes = ASCII if ascii_only(console) else UNICODE
    for title, name in (("Your plan:", "plan"), ("The reference's plan:", "reference_plan")):
        lines = list(plan_lines(cost.get(name), strokes))
        if lines:
            say(console, title, "bold")
        for line in lines[:LINES]:
            say(console, f"  {line}")


def steps_line(cost: Mapping[str, Any], *, stopped: bool) -> str:
    """Return the steps of a query beside the reference's, in one line.

    `stopped`: it was stopped then, so nobody knows how many it needs.
    """
    steps, reference = _count(cost.get("steps")), _count(cost.get("reference_steps"))
    text = f"cost: {'stopped after ' if stopped else ''}{steps:,} steps"
    if stopped and reference:
        text += f"; the reference needs {reference:,}"
    elif reference:
        text += f", {times(steps / reference)}x the reference's {reference:,}"
    factor = cost.get("step_factor")
    if isinstance(factor, int | float):
        text += f" (at most {factor:g}x)"
    text += f"; building indexes {_count(cost.get('index_steps')):,} steps, not charged"
    release = cost.get("sqlite")
    return f"{text}; SQLite {escape(release, 20)}" if isinstance(release, str) else text


def plan_lines(plan: Any, strokes: Strokes, indent: str = "", depth: int = 0) -> Iterator[str]:
    """Yield the lines of a plan drawn as a tree, with the rows of each table that is scanned."""
    steps = [step for step in plan if isinstance(step, dict)] if isinstance(plan, list) else []
    for place, step in enumerate(steps[:LINES]):
        last = place == len(steps) - 1
        yield f"{indent}{strokes.last if last else strokes.branch} {_step(step)}"
        if depth < DEEPEST:
            below = indent + ("   " if last else f"{strokes.down} ")
            yield from plan_lines(step.get("below"), strokes, below, depth + 1)


def _step(step: Mapping[str, Any]) -> str:
    text, table, rows = step.get("text"), step.get("table"), step.get("rows")
    line = escape(text, 200) if isinstance(text, str) else "?"
    if isinstance(table, str) and type(rows) is int:
        named = "" if line.endswith(f" {table}") else f" ({escape(table, 60)})"
        line += f"{named}: {rows:,} rows"
    return line


def plan_steps(plan: Any, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yield each step of a plan with its depth, likewise."""
    steps = [step for step in plan if isinstance(step, dict)] if isinstance(plan, list) else []
    for step in steps[:LINES]:
        yield depth, _step(step)
        if depth < DEEPEST:
            yield from plan_steps(step.get("below"), depth + 1)


def _count(value: Any) -> int:
    return value if type(value) is int and value >= 0 else 0
