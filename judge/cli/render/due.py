"""What is due again, and what to do next, for people."""

from collections.abc import Sequence
from datetime import date

from rich.console import Console
from rich.text import Text

from judge import practice
from judge.cli.render.console import say, say_text
from judge.practice import Proposal, Queue, Recall, Step
from judge.problems import Problem
from judge.values import escape

#: Of problems that wait, more are counted and not named.
NAMED = 5


def show_queue(console: Console, queue: Queue, today: date) -> None:
    """Print the reviews of a day. Piped, only these: slug, due day, likelihood and why by tabs."""
    if not console.is_terminal:
        for one in queue.asked:
            words = (one.problem, one.day.isoformat(), f"{one.likelihood:.2f}", _why(one, today))
            console.file.write("\t".join(words) + "\n")
        return
    if queue.asked:
        say(console, "Do again today, the least likely to be remembered first:", "bold")
    width = max((len(one.problem) for one in queue.asked), default=0)
    for one in queue.asked:
        line = Text("  ")
        line.append(f"{one.problem:<{width}}", "bold")
        line.append(f"  {one.likelihood:>4.0%}  {_why(one, today)}")
        say_text(console, line)
    if queue.done and not queue.asked:
        say(console, "All reviews of today are done.")
    elif not queue.asked:
        say(console, "Nothing is due today.")
    if queue.waiting:
        names = ", ".join(one.problem for one in queue.waiting[:NAMED])
        more = len(queue.waiting) - NAMED
        say(console, f"Due too, on another day: {names}{f' and {more} more' if more > 0 else ''}")
    elif queue.later:
        first = queue.later[0]
        say(console, f"Next: {first.problem}, {_when(first.day, today)}")


def show_what_else(console: Console, steps: Sequence[Step]) -> None:
    """Say that nothing is proposed, and what there is for who wants more."""
    names = {one.kind: one.name for one in steps}
    if "problem" in names:
        say(console, "That is all for today: with more new problems, reviews would pile up.")
    else:
        say(console, "Nothing is due today, and no problem is new.")
    if "question" in names:
        say(console, f"To write: judge question {names['question']}")
    if "problem" in names:
        say(console, f"One more all the same: judge start {names['problem']}")


def show_proposal(console: Console, proposal: Proposal, problem: Problem) -> None:
    """Print one problem, one sentence why, and what to type."""
    line = Text(problem.slug, "bold")
    line.append(f"  {escape(problem.difficulty)}, {escape(problem.title)}", "not bold")
    say_text(console, line)
    say(console, proposal.why)
    # To start again makes another file.
    how = "Go on in your file, or begin anew" if proposal.is_open else "Begin"
    say(console, f"{how}: judge start {problem.slug}", "dim")


def _why(one: Recall, today: date) -> str:
    return practice.why_due(one, today)


def _when(day: date, today: date) -> str:
    days = (day - today).days
    return "tomorrow" if days <= 1 else f"in {days} days, on {day.isoformat()}"
