"""The catalogue for people: the list, a statement, and what `judge verify` found."""

from collections.abc import Container, Mapping, Sequence
from itertools import groupby
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Markdown, MarkdownElement
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

from judge import judging, problems
from judge.authoring import InterviewCheck, Soundness, Verification
from judge.cli.render.console import ascii_only, say, say_text
from judge.cli.render.items import show_items
from judge.cli.render.verdict import STYLES
from judge.errors import Fault
from judge.kinds import KINDS
from judge.problems import Problem
from judge.values import escape

#: Widest column of text that reads well.
STATEMENT_WIDTH = 92
DIFFICULTIES = {"easy": "green", "hard": "red"}
LEVELS = ("easy", "medium", "hard")
GAP = 2
#: What stands before a problem that was begun, and its ASCII.
MARKS = {
    "solved": ("✓", "x"),
    "tried": ("~", "~"),
    "due again": ("↻", "@"),
    "flagged": ("⚑", "!"),
}
#: What is counted of a package's interview, and how it is called.
INTERVIEW_COUNTS = {
    "questions": "to ask",
    "crucial": "crucial",
    "listens": "to listen for",
    "follow_ups": "to follow up",
}


def show_problems(
    console: Console,
    found: Sequence[Problem],
    states: Mapping[str, str] | None = None,
    due: Container[str] = (),
    flagged: Container[str] = (),
) -> None:
    """Print one problem a line, by kind and topic: its name, difficulty, title and tags.

    Before the name stands whether the problem is `due` again or `flagged`, else its state by slug.

    Of a line that is too long for the terminal, what stands last is left out, and never a part of
    a name. Piped, there are no headings: kind and topic are the last two words of a line.
    """
    listed = sorted(found, key=_place)
    if not console.is_terminal:
        for problem in listed:
            # Not through rich, which turns tabs into spaces.
            words = (*_cells(problem), problem.kind.name, problem.topic or "")
            console.file.write("\t".join(words) + "\n")
        return
    widths = [max(map(cell_len, column)) for column in zip(*map(_cells, listed), strict=True)]
    stand = {
        slug: "due again" if slug in due else "flagged" if slug in flagged else state
        for slug, state in (states or {}).items()
    }
    marks = {word: pair[ascii_only(console)] for word, pair in MARKS.items()}
    for number, (heading, group) in enumerate(groupby(listed, key=_heading)):
        if number:
            console.print()
        say(console, heading, "bold")
        for problem in group:
            mark = marks.get(stand.get(problem.slug, ""), "")
            console.print(_line(problem, mark, widths, console.width), soft_wrap=True)
    shown = {stand.get(problem.slug, "") for problem in listed}
    if legend := "  ".join(f"{mark} {word}" for word, mark in marks.items() if word in shown):
        console.print()
        say(console, legend, "dim")


def _line(problem: Problem, mark: str, widths: Sequence[int], most: int) -> Text:
    line, cells = Text(f"{mark:<{GAP}}"), _cells(problem)
    styles = ("bold", DIFFICULTIES.get(problem.difficulty, ""), "", "dim")
    for place, (cell, width, style) in enumerate(zip(cells, widths, styles, strict=True)):
        if place and line.cell_len + cell_len(cell) > most:
            break
        line.append(cell, style)
        line.append(" " * (width - cell_len(cell) + GAP))
    line.rstrip()
    return line


def _heading(problem: Problem) -> str:
    return f"{problem.kind.name}: {problem.topic or 'no topic'}"


def _place(problem: Problem) -> tuple[int, int, int, str]:
    """Return where a problem stands: kinds and topics as they are known, from easy to hard."""
    topics = (*problems.TOPICS, None)
    place = [*KINDS].index(problem.kind.name), topics.index(problem.topic)
    return *place, LEVELS.index(problem.difficulty), problem.slug


def line_json(problem: Problem) -> dict[str, Any]:
    """Return one problem of the list as a JSON value."""
    return {
        "slug": problem.slug,
        "title": problem.title,
        "difficulty": problem.difficulty,
        "kind": problem.kind.name,
        "topic": problem.topic,
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


def show_samples_to_write(console: Console, slug: str, lacking: Mapping[str, int]) -> None:
    """Print how many samples of each folder a package is short of; nothing if it has them all."""
    if lacking:
        counts = ", ".join(f"{count} in {folder}/" for folder, count in lacking.items())
        say(console, f"{slug}: still to write: {counts}")


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
