"""The catalogue for people: the list, a statement, and what `judge verify` found."""

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Markdown, MarkdownElement
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

from judge import judging
from judge.authoring import InterviewCheck, Soundness, Verification
from judge.cli.render.console import say, say_text
from judge.cli.render.items import show_items
from judge.cli.render.verdict import STYLES
from judge.errors import Fault
from judge.problems import Problem
from judge.values import escape

#: Widest column of text that reads well.
STATEMENT_WIDTH = 92
DIFFICULTIES = {"easy": "green", "hard": "red"}
GAP = 2
#: What is counted of a package's interview, and how it is called.
INTERVIEW_COUNTS = {
    "questions": "to ask",
    "crucial": "crucial",
    "listens": "to listen for",
    "follow_ups": "to follow up",
}


def show_problems(console: Console, problems: Sequence[Problem]) -> None:
    """Print one problem a line: its name, difficulty, title and tags.

    On a narrow terminal what stands last is left out, and never a part of a name.
    """
    if not console.is_terminal:
        for problem in problems:
            # Not through rich, which turns tabs into spaces.
            console.file.write("\t".join(_cells(problem)) + "\n")
        return
    rows = [_cells(problem) for problem in problems]
    widths = [max(map(cell_len, column), default=0) for column in zip(*rows, strict=True)]
    shown = len(widths)
    while shown > 1 and sum(widths[:shown]) + GAP * (shown - 1) > console.width:
        shown -= 1
    for row in rows:
        styles = ("bold", DIFFICULTIES.get(row[1], ""), "", "dim")
        line = Text()
        for cell, width, style in zip(row[:shown], widths, styles, strict=False):
            line.append(cell, style)
            line.append(" " * (width - cell_len(cell) + GAP))
        line.rstrip()
        console.print(line, soft_wrap=True)


def line_json(problem: Problem) -> dict[str, Any]:
    """Return one problem of the list as a JSON value."""
    return {
        "slug": problem.slug,
        "title": problem.title,
        "difficulty": problem.difficulty,
        "tags": list(problem.tags),
        "signature": problem.signature(),
        "version": problem.version,
    }


def _cells(problem: Problem) -> tuple[str, str, str, str]:
    tags = ", ".join(problem.tags)
    return problem.slug, escape(problem.difficulty), escape(problem.title), escape(tags)


def show_statement(console: Console, problem: Problem) -> None:
    """Print a problem's statement, what an interviewer waits for, and what to type next."""
    show_markdown(console, problem.statement)
    _show_interview(console, problem)
    console.print()
    say(console, problem.signature(), "bold")
    for words in judging.limit_words(problem):
        say(console, words)
    say(console, f"Begin: judge start {problem.slug}")


def statement_json(problem: Problem) -> dict[str, Any]:
    """Return what `show_statement` prints as a JSON value."""
    interview = problem.interview
    return {
        **line_json(problem),
        "language": problem.language.name,
        "statement": problem.statement,
        "questions": [{"ask": q.ask, "crucial": q.crucial} for q in interview.questions],
        "listens": list(interview.listens),
        "limits": list(judging.limit_words(problem)),
    }


def _show_interview(console: Console, problem: Problem) -> None:
    """Print what to ask before coding, without the answers, and what is listened for."""
    interview = problem.interview
    for heading, texts in (
        ("Ask before you code:", [question.ask for question in interview.questions]),
        ("An interviewer listens for someone who:", list(interview.listens)),
    ):
        if texts:
            console.print()
            say(console, heading, "bold")
            show_items(console, texts)


def show_markdown(console: Console, text: str) -> None:
    """Print a text of a package, rendered from its Markdown."""
    text = escape(text, 200_000, keep="\n\t")
    width = min(console.width, STATEMENT_WIDTH)
    console.print(_Harmless(_Readable(text, hyperlinks=False)), width=width)


class _Code(CodeBlock):
    """A block of code in the terminal's own colours, which are readable on its own ground."""

    def __rich_console__(self, _: Console, __: ConsoleOptions) -> RenderResult:
        code = Text(str(self.text).expandtabs(4).rstrip("\n"))
        yield Padding(code, (0, 0, 0, 2), expand=False)


class _Readable(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "fence": _Code,
        "code_block": _Code,
    }


class _Harmless:
    """Renders Markdown with every character escaped that is not plainly visible.

    Entities such as `&#x202e;` become characters only inside the renderer.
    """

    def __init__(self, markdown: Markdown) -> None:
        self._markdown = markdown

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self._markdown, options):
            if segment.control:
                continue
            text = segment.text
            if not options.encoding.startswith("utf"):
                text = text.translate(_ASCII)
            yield Segment(escape(text, len(text), keep="\n"), segment.style)


_ASCII = str.maketrans({"•": "*", "─": "-", "▌": "|", "━": "-", "≤": "<=", "≥": ">="})


def show_soundness(console: Console, package: Soundness) -> None:
    """Print how many cases of each group a package has, and its faults."""
    counts = ", ".join(f"{count} {group}" for group, count in package.groups.items())
    _show_check(console, f"{package.slug}: cases: {counts}", package.faults)


def show_interview_check(console: Console, package: InterviewCheck) -> None:
    """Print how much a package says for an interview, and what is missing."""
    counts = ", ".join(
        f"{getattr(package, name)} {words}" for name, words in INTERVIEW_COUNTS.items()
    )
    _show_check(console, f"{package.slug}: interview: {counts}", package.faults)


def _show_check(console: Console, said: str, faults: Sequence[Fault]) -> None:
    line = Text()
    line.append("FAULT " if faults else "ok    ", "bold red" if faults else "green")
    line.append(said)
    say_text(console, line)
    for fault in faults:
        say(console, f"      {escape(str(fault), 2_000)}")


def show_verification(console: Console, slug: str, one: Verification) -> None:
    """Print one sample solution: as its folder says, or what it got instead."""
    verdict = one.report.verdict
    line = Text()
    line.append("ok    " if one.ok else "WRONG ", "green" if one.ok else "bold red")
    line.append(f"{verdict:<4}", STYLES[verdict])
    line.append(f"{slug}/{escape('/'.join(one.path.parts[-2:]), 200)}")
    say_text(console, line)
    if not one.ok:
        said = escape(one.report.summary, 500)
        say(console, f"      its folder says {one.expected}: {said}")
