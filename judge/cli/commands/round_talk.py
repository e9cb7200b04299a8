"""What is said in a round: `judge round ask`, `example`, `approach`, `answer` and `explain`."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from judge import practice, problems
from judge.cli import render, rounds
from judge.cli.commands.round_course import PART
from judge.cli.exit_status import Status
from judge.cli.options import console_on
from judge.cli.own_input import chosen_input, read_value
from judge.cli.setup import Setup
from judge.errors import UsageError

if TYPE_CHECKING:
    from judge.problems import Problem

F = TypeVar("F", bound=Callable[..., Any])


def _takes_text(*, required: bool) -> Callable[[F], F]:
    """Give a command a text of several words, so that nobody must quote it."""
    return click.argument("words", nargs=-1, required=required, metavar="TEXT...")


@click.command()
@_takes_text(required=True)
@PART
@click.pass_obj
def ask(setup: Setup, words: tuple[str, ...], slug: str | None) -> None:
    """Ask what the statement leaves open, one rule at a time.

    The words need no quotes where the shell gives none of them a meaning.
    """
    one = rounds.going_round(setup)
    part = one.part(slug)
    found = setup.problem(part.slug)
    event, question = practice.asked(one, part.slug, found, " ".join(words), rounds.now())
    rounds.keep(setup, event)
    render.show_reply(console_on(sys.stdout), question)


@click.command()
@click.argument("given", metavar="INPUT")
@click.argument("predicted", metavar="ANSWER")
@PART
@click.pass_obj
def example(setup: Setup, given: str, predicted: str, slug: str | None) -> None:
    """Predict by hand what an input gives; the reference says whether it is right.

    INPUT is written as for `judge run --input`, ANSWER as a value of JSON or Python.
    """
    one = rounds.going_round(setup)
    part = one.part(slug)
    found = setup.problem(part.slug)
    answer = read_value(predicted, "ANSWER")
    moment = rounds.now()
    found.refuse("input")
    if not found.kind.plain:
        raise UsageError(f"{found.slug}: what it answers is not predicted by hand")
    arguments = chosen_input(given, found, "INPUT")

    def keep(right: bool | None) -> None:
        facts = practice.example_facts(arguments, answer, right=right)
        rounds.keep(setup, practice.act(one, "round_example", part.slug, moment, facts))

    try:
        arguments = problems.checked_input(found, arguments)
        expected = _expected(setup, found, arguments)
        right = practice.is_right(found, arguments, expected, answer)
    except UsageError:
        keep(None)  # outside the constraints there is nothing to be right about
        raise
    keep(right)
    render.show_prediction(console_on(sys.stdout), expected, right=right)
    raise click.exceptions.Exit(Status.DONE if right else Status.NOT_ACCEPTED)


@click.command()
@_takes_text(required=True)
@click.option("--time", "spent", metavar="O(...)", help="The time that it takes.")
@click.option("--space", metavar="O(...)", help="The memory that it takes besides the input.")
@PART
@click.pass_obj
def approach(
    setup: Setup, words: tuple[str, ...], spent: str | None, space: str | None, slug: str | None
) -> None:
    """Say what you are about to code, and what it costs, before you do."""
    one = rounds.going_round(setup)
    part = one.part(slug)
    event = practice.approached(one, part.slug, " ".join(words), (spent, space), rounds.now())
    rounds.keep(setup, event)
    render.show_approach(console_on(sys.stdout), part.slug, spent, space)


@click.command()
@_takes_text(required=False)
@PART
@click.pass_obj
def answer(setup: Setup, words: tuple[str, ...], slug: str | None) -> None:
    """Answer the next follow-up question; without TEXT only show it."""
    one = rounds.going_round(setup)
    part = one.part(slug)
    found = setup.problem(part.slug)
    question = practice.open_question(one, part.slug, found)
    if question is None:
        raise UsageError(f"{part.slug} has no more follow-ups")
    if words:
        text = " ".join(words)
        rounds.keep(setup, practice.answered(one, part.slug, question, text, rounds.now()))
        question = practice.open_question(rounds.going_round(setup), part.slug, found)
    render.show_follow_up(console_on(sys.stdout), question, part.slug, noted=bool(words))


@click.command()
@PART
@click.pass_obj
def explain(setup: Setup, slug: str | None) -> None:
    """Be asked to explain your solution aloud, and see what an interviewer listens for."""
    one = rounds.going_round(setup)
    part = one.part(slug)
    found = setup.problem(part.slug)
    rounds.keep(setup, practice.act(one, "round_explain", part.slug, rounds.now()))
    render.show_explaining(console_on(sys.stdout), found)


def _expected(setup: Setup, problem: "Problem", arguments: dict[str, Any]) -> Any:
    """Return the reference's answer to an input."""
    played = list(setup.judge.run(problem.reference, problem, setup.settings(), arguments))
    if "expected" in played[0].cut:
        raise UsageError("the answer to this input is too long to be predicted")
    return played[0].expected
