"""The catalogue for people: the list, a statement, and what `judge verify` found."""

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Markdown
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from judge.authoring import Verification
from judge.cli.render.console import say, say_text
from judge.cli.render.verdict import STYLES
from judge.problems import Problem
from judge.values import escape

#: Widest column of text that reads well.
STATEMENT_WIDTH = 92
DIFFICULTIES = {"easy": "green", "medium": "yellow", "hard": "red"}


def show_problems(console: Console, problems: Sequence[Problem]) -> None:
    """Print one problem a line: its name, difficulty, title and tags."""
    if not console.is_terminal:
        for problem in problems:
            # Not through rich, which turns tabs into spaces.
            console.file.write("\t".join(_cells(problem)) + "\n")
        return
    table = Table(box=None, pad_edge=False, show_header=False)
    for problem in problems:
        slug, difficulty, title, tags = _cells(problem)
        style = DIFFICULTIES.get(difficulty, "")
        table.add_row(Text(slug, "bold"), Text(difficulty, style), Text(title), Text(tags, "dim"))
    console.print(table)


def _cells(problem: Problem) -> tuple[str, str, str, str]:
    tags = ", ".join(problem.tags)
    return problem.slug, escape(problem.difficulty), escape(problem.title), escape(tags)


def show_statement(console: Console, problem: Problem) -> None:
    """Print a problem's statement, rendered from its Markdown, and what to type next."""
    width = min(console.width, STATEMENT_WIDTH)
    text = escape(problem.statement, 200_000, keep="\n\t")
    console.print(_Harmless(Markdown(text, hyperlinks=False)), width=width)
    console.print()
    say(console, problem.signature(), "bold")
    say(console, f"Begin: judge start {problem.slug}")


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
