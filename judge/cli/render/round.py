"""A round for people: its clock and parts, a statement without its rules, what was said."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rich.console import Console

from judge.cli import render
from judge.cli.render.console import say
from judge.cli.render.items import show_items
from judge.practice import Course, Phase, RoundState, minutes_words, rules_of, without_rules
from judge.problems import Problem, Question
from judge.values import escape, show

ID_CHARACTERS = 8
SLUG_CHARACTERS = 60
DAY = "%Y-%m-%d %H:%M"
TEXT_CHARACTERS = 4_000
#: What is next in each phase, in lines of at most 80 columns, wherever they are read.
NEXT = {
    Phase.CLARIFY: (
        'Clarify: ask what the statement leaves open, judge round ask "..."; then predict',
        "an example, judge round example INPUT ANSWER",
    ),
    Phase.PLAN: (
        "Plan: say what you will code and what it costs,",
        'judge round approach "..." --time "O(n)" --space "O(1)"',
    ),
    Phase.CODE: (
        "Code: judge run tries the samples or an input of yours,",
        "judge submit hands it in",
    ),
    Phase.DISCUSS: (
        "Discuss: judge round explain, judge round answer;",
        "the next part: judge round open",
    ),
}


def show_round(console: Console, one: Course, now: datetime) -> None:
    """Print the clock of a round, its parts, and what is next in the one opened last."""
    say(console, _clock_words(one, now), "bold")
    slugs = [escape(part.slug, SLUG_CHARACTERS) for part in one.parts]
    width = max(map(len, slugs), default=0)
    for place, (part, slug) in enumerate(zip(one.parts, slugs, strict=True), 1):
        words = f"  {place}  {slug:{width}}  {part.kind.value:7}  {part.minutes:3} min"
        words += "  must" if part.must else "      "
        current = part.slug == one.current and one.ended_at is None
        say(console, f"{words}  {one.phase(part.slug).value}{'  <-' if current else ''}")
    if one.state(now) is RoundState.PAUSED:
        say(console, "Go on: judge round resume")
    elif one.state(now) is RoundState.RUNNING and one.current is not None:
        _show_next(console, one, one.current)


def _show_next(console: Console, one: Course, slug: str) -> None:
    for line in NEXT.get(one.phase(slug), ()):
        say(console, line)


def show_rounds(console: Console, found: Sequence[Course], now: datetime) -> None:
    """Print one round a line."""
    for one in found:
        parts = ", ".join(escape(part.slug, SLUG_CHARACTERS) for part in one.parts)
        day = _local(one.started_at, now, DAY)
        state = one.state(now).value
        say(console, f"{_number(one)}  {day}  {one.minutes:3} min  {state:7}  {parts}")
    if not found:
        say(console, "No rounds yet: judge round start")


def show_part(console: Console, problem: Problem, one: Course) -> None:
    """Print the statement of a part without its constraints, and where to go on."""
    console.print()
    render.show_markdown(console, without_rules(problem.statement))
    console.print()
    say(console, problem.signature(), "bold")
    _show_next(console, one, problem.slug)


def show_rules(console: Console, problem: Problem) -> None:
    """Print the constraints of a problem."""
    rules = rules_of(problem.statement)
    render.show_markdown(console, rules or "The statement has no section of constraints.")


def show_reply(console: Console, question: Question | None) -> None:
    """Print the answer to a clarifying question."""
    if question is None:
        say(console, "Nothing is known about that. Ask about one rule of the input or the answer.")
    else:
        show_items(console, [f"{question.ask} {question.answer}"])


def show_prediction(console: Console, expected: Any, *, right: bool) -> None:
    """Print whether a predicted answer is right."""
    if right:
        say(console, "Right.", "green")
    else:
        say(console, f"Not right: the reference gives {show(expected)}", "red")


def show_approach(console: Console, slug: str, spent: str | None, space: str | None) -> None:
    """Print what was noted of an approach, and what is missing."""
    named = [f"{what} {escape(text, 80)}" for what, text in _costs(spent, space) if text]
    noted = f"Noted: {', '.join(named)}." if named else "Noted."
    missing = " and ".join(f"--{what}" for what, text in _costs(spent, space) if not text)
    say(console, f"{noted}{f' An interviewer would ask for {missing}.' if missing else ''}")
    say(console, f"Now code: judge start {slug}", "dim")


def show_follow_up(console: Console, question: str | None, slug: str, *, noted: bool) -> None:
    """Print a follow-up question, or that there is none left; `noted`: one was just answered."""
    if question is None:
        say(console, f"That was the last follow-up of {slug}.")
    else:
        say(console, "Noted. The next follow-up:" if noted else "A follow-up:", "bold")
        show_items(console, [escape(question, TEXT_CHARACTERS)])
        say(console, 'Answer it: judge round answer "..."', "dim")


def show_explaining(console: Console, problem: Problem) -> None:
    """Print the prompt to explain aloud, and what is listened for."""
    say(console, "Explain your solution aloud, as if the interviewer could not see it: the idea,")
    say(console, "why it is right, one example step by step, what it costs.")
    listens = problem.interview.listens
    if listens:
        say(console, "An interviewer listens for someone who:", "bold")
        show_items(console, list(listens))


def _local(at: datetime, now: datetime, form: str) -> str:
    """Return a moment by the clock here."""
    try:
        return at.astimezone(now.tzinfo).strftime(form)
    except OverflowError:  # an imported moment at the very end of what there is
        return at.strftime(form)


def _number(one: Course) -> str:
    return escape(one.id[:ID_CHARACTERS], SLUG_CHARACTERS)


def _clock_words(one: Course, now: datetime) -> str:
    number = _number(one)
    left = minutes_words(one.left(now))
    until = _local(one.deadline, now, "%H:%M")
    match one.state(now):
        case RoundState.RUNNING:
            return f"Round {number}: {left} left of {one.minutes}, until {until} (seed {one.seed})"
        case RoundState.PAUSED:
            return f"Round {number}: paused with {left} left of {one.minutes}"
        case RoundState.OVER:
            return f"Round {number}: the time was up at {until}"
    day = _local(one.started_at, now, DAY)
    return f"Round {number} of {day}, {one.minutes} min, ended ({escape(one.reason or '', 40)})"


def _costs(spent: str | None, space: str | None) -> list[tuple[str, str | None]]:
    return [("time", spent), ("space", space)]
