"""The study plan for people: the week, what is done, and what is left."""

from dataclasses import asdict
from typing import Any

from rich.console import Console

from judge.cli.render.console import hang, say
from judge.cli.render.written import done_mark
from judge.practice import Standing, Step, Week, WeekDone


def show_plan(console: Console, plan: Standing) -> None:
    """Print where a person stands: all weeks in a line each, then this week's things."""
    say(console, plan.plan.title, "bold")
    say(console, _when(plan))
    console.print()
    for one in plan.weeks:
        mark = done_mark(console) if one.is_done else " "
        counts = f"{_count(one.done)} of {_count(one.week)}"
        style = "bold" if one.number == plan.shown.number else ""
        say(console, f"{mark} week {one.number}  {counts:>8}  {one.week.title}", style)
    console.print()
    say(console, f"Week {plan.shown.number}: {plan.shown.week.title}", "bold")
    _show_names(console, plan.shown)
    earlier = [one for one in plan.weeks if one.number < plan.shown.number and not one.is_done]
    for one in earlier:
        hang(console, f"Left of week {one.number}: ", _left(one.left))
    if plan.evening:
        say(console, f"About {plan.evening} of these an evening.")
    if plan.start is None:
        say(console, "Begin: judge plan start")
    elif plan.next is not None:
        say(console, f"Next: {_command(plan.next)}")


def _when(plan: Standing) -> str:
    start, count = plan.start, len(plan.weeks)
    if start is None:
        return "Not begun yet."
    evenings = "1 evening" if start.evenings == 1 else f"{start.evenings} evenings"
    began = f"{start.day.isoformat()}, {evenings} a week"
    if plan.number < 1:
        return f"It begins on {began}."
    if plan.number > count:
        return f"Its {count} weeks are over; it began on {began}."
    return f"Week {plan.number} of {count}; it began on {began}."


def _show_names(console: Console, one: WeekDone) -> None:
    rows = [
        ("problems", one.done.problems, one.left.problems),
        ("questions", one.done.questions, one.left.questions),
    ]
    for label, done, left in rows:
        for word, names in (("done", done), ("left", left)):
            if names:
                hang(console, f"  {label} {word}: ", ", ".join(names))
    if one.week.rounds:
        say(console, f"  rounds: {one.done.rounds} of {one.week.rounds}")


def _count(week: Week) -> int:
    return len(week.problems) + len(week.questions) + week.rounds


def _left(week: Week) -> str:
    names = [*week.problems, *week.questions]
    return ", ".join([*names, *([f"{week.rounds} rounds"] if week.rounds else [])])


def _command(step: Step) -> str:
    if step.kind == "round":
        return "judge round start"
    return f"judge {'question' if step.kind == 'question' else 'start'} {step.name}"


def plan_json(plan: Standing) -> dict[str, Any]:
    """Return where a person stands as a JSON value."""
    start = plan.start
    return {
        "name": plan.plan.name,
        "title": plan.plan.title,
        "begun": start and {"date": start.day.isoformat(), "evenings": start.evenings},
        "week": plan.number if start else None,
        "evening": plan.evening,
        "next": plan.next and {"kind": plan.next.kind, "name": plan.next.name or None},
        "weeks": [
            {
                "number": one.number,
                "title": one.week.title,
                "done": _things(one.done),
                "left": _things(one.left),
            }
            for one in plan.weeks
        ],
    }


def _things(week: Week) -> dict[str, Any]:
    found = asdict(week)
    del found["title"]
    return found
