"""Written questions for people: the list, one question, and what a good answer covers."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.text import Text

from judge import practice
from judge.cli.render.console import ascii_only, block, say
from judge.cli.render.items import show_texts
from judge.practice import Event, WrittenQuestion
from judge.values import escape

ANSWER_CHARACTERS = 100_000


def show_questions(
    console: Console, questions: Sequence[WrittenQuestion], answers: Mapping[str, Event]
) -> None:
    """Print the questions by part, those that were answered with a mark.

    Piped, one is a line of tab-separated words: id, kind, part, answered or new, question.
    """
    if not console.is_terminal:
        for one in questions:
            state = "answered" if one.id in answers else "new"
            words = (one.id, one.kind, one.part, state, one.question)
            console.file.write("\t".join(words) + "\n")
        return
    width = max(len(one.id) for one in questions) + 2
    for part in practice.PARTS:
        found = [one for one in questions if one.part == part]
        count = sum(one.id in answers for one in found)
        if found:
            say(console, f"{part}: {count} of {len(found)} answered", "bold")
        for one in found:
            mark = done_mark(console) if one.id in answers else " "
            before = Text.assemble(f"  {mark} ", (one.id.ljust(width), "bold"))
            _say_hanging(console, before, one.question)
    new = [one.id for one in questions if one.id not in answers]
    if new:
        say(console, f"Answer one: judge question {new[0]}", "dim")


def _say_hanging(console: Console, before: Text, text: str) -> None:
    """Print a text after what stands before it, folded beside and not below that."""
    lines = Text(text).wrap(console, max(20, console.width - before.cell_len))
    for number, line in enumerate(lines):
        line.rstrip()
        lead = Text(" " * before.cell_len) if number else before
        console.print(Text.assemble(lead, line), soft_wrap=True)


def done_mark(console: Console) -> str:
    """Return the mark of what is done."""
    return "x" if ascii_only(console) else "✓"


def question_json(
    question: WrittenQuestion, answer: Event | None, text: str | None = None
) -> dict[str, Any]:
    """Return a question and its last answer as a JSON value; the answer's `text` where it is given.

    The answer is null where there is none.
    """
    found: dict[str, Any] = asdict(question)
    found["answer"] = None
    if answer is not None:
        found["answer"] = {
            "at": answer.to_json()["at"],
            "sha": answer.source,
            "minutes": answer.facts.get("minutes"),
            **({} if text is None else {"text": text}),
        }
    return found


def show_asked(console: Console, question: WrittenQuestion) -> None:
    """Print what is asked."""
    say(console, question.question, "bold")
    say(console, f"{question.kind}, asked in the part {question.part!r}", "dim")


def show_answer(console: Console, answer: Event, text: str) -> None:
    """Print the last answer."""
    console.print()
    say(console, f"Your answer of {practice.day_of(answer).isoformat()}:", "bold")
    block(console, escape(text, ANSWER_CHARACTERS, keep="\n").splitlines())


def show_written(console: Console, text: str, minutes: float | None, *, kept: bool) -> None:
    """Say how long an answer is, and whether it is kept."""
    count = len(text.split())
    words = f"{count:,} word" if count == 1 else f"{count:,} words"
    took = "" if minutes is None else f", written in {minutes:g} min"
    state = "is kept" if kept else "is not kept, since JUDGE_HISTORY is off"
    console.print()
    say(console, f"Your answer {state}: {words}{took}. Compare it with this:")


def show_points(console: Console, question: WrittenQuestion) -> None:
    """Print what a good answer covers, what goes wrong, and what is asked next."""
    for heading, texts in (
        ("A good answer covers", question.points),
        ("What goes wrong", question.pitfalls),
        *((f"Then: {one.ask}", one.points) for one in question.follow_ups),
    ):
        console.print()
        say(console, heading, "bold")
        show_texts(console, texts)
    if question.problems:
        console.print()
    for slug in question.problems:
        say(console, f"Its core as code: judge start {slug}")
