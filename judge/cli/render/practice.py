"""What helps with a problem, or leads on from it: hints, the editorial, follow-ups."""

from rich.console import Console

from judge.cli import render
from judge.cli.render.console import say
from judge.cli.render.items import show_items
from judge.problems import Problem
from judge.values import escape

HINT_CHARACTERS = 4_000


def show_hints(
    console: Console, problem: Problem, first: int, last: int, left: int, price: str
) -> None:
    """Print hints by number, from 1, how many are left, what it costs, and where more help is."""
    count = len(problem.hints)
    for number in range(first, last + 1):
        text = escape(problem.hints[number - 1], HINT_CHARACTERS)
        say(console, f"Hint {number} of {count}: {text}")
    more = {0: "None is left.", 1: "One is left."}.get(left, f"{left} are left.")
    say(console, f"{more} {price}".rstrip(), "dim")
    if last < count:
        say(console, f"The next one: judge hint {problem.slug}", "dim")
    else:
        say(console, f"That is the last. How it is solved: judge editorial {problem.slug}", "dim")


def show_editorial(console: Console, problem: Problem) -> None:
    """Print a problem's editorial, rendered from its Markdown, each follow-up with its answer."""
    before, heading, section = problem.editorial.partition("\n## Follow-ups\n")
    pairs = problem.interview.follow_ups
    if not heading or not all(pair.question and pair.answer for pair in pairs):
        render.show_markdown(console, problem.editorial)
        return
    _, other, after = section.partition("\n## ")
    asked = "\n".join(f"\n**{pair.question}**\n\n{pair.answer}\n" for pair in pairs)
    render.show_markdown(console, f"{before}{heading}{asked}{other}{after}")


def show_follow_ups(console: Console, problem: Problem) -> None:
    """Print what an interviewer may ask after a right solution, and where the answers are."""
    questions = [pair.question for pair in problem.interview.follow_ups if pair.question]
    say(console, "")
    if questions:
        say(console, "An interviewer may go on:", "bold")
        show_items(console, questions)
    # With the longest name in 80 columns, so that the command can be copied.
    answers = "The answers, and other ways" if questions else "Other ways to solve it"
    say(console, f"{answers}: judge editorial {problem.slug}")


def show_help(console: Console, problem: Problem, hints_shown: int) -> None:
    """Print what a person can ask for who has failed several times."""
    count = len(problem.hints)
    say(console, "")
    if hints_shown < count:
        say(console, f"Stuck? Hint {hints_shown + 1} of {count}: judge hint {problem.slug}")
    else:
        say(console, f"Stuck? How it is solved: judge editorial {problem.slug}")
