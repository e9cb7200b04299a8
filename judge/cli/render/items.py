"""A list of short texts in Markdown, printed as rich's renderer of Markdown prints it.

With what it imports, that takes longer to load than to judge a small submission, and is left for
texts with more in them than code and emphasis.
"""

import re
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from judge.cli import render
from judge.cli.render.console import ascii_only
from judge.values import escape

#: Widest column of text that reads well.
TEXT_WIDTH = 92
MOST_CHARACTERS = 200_000

#: The start of a paragraph, then plain text, `code` or *emphasis*; CommonMark 0.31 gives none of
#: these characters another meaning.
_PLAIN = r"[^`*_\\\[\]<>&!#|~\n\t]"
_START = re.compile(r"[A-Za-z`(\"'*](?!\s)")
_PART = re.compile(
    rf"(?P<plain>{_PLAIN}+)"
    r"|`(?P<code>[^`\s]|[^`\s][^`\n\t]*[^`\s])`(?!`)"
    rf"|(?<![\w*])\*(?P<emphasis>\w|\w{_PLAIN}*\w)\*(?![\w*])"
)
_STYLES = {"plain": "", "code": "markdown.code", "emphasis": "markdown.em"}


def show_items(console: Console, texts: list[str]) -> None:
    """Print texts of a package as a list."""
    items = [_plain_item(escape(text, MOST_CHARACTERS)) for text in texts]
    known = [item for item in items if item is not None]
    if len(known) < len(items):
        render.show_markdown(console, "\n".join(f"- {text}" for text in texts))
        return
    _show(console, known)


def show_texts(console: Console, texts: Iterable[str]) -> None:
    """Print plain texts of ours as a list."""
    _show(console, map(Text, texts))


def _show(console: Console, items: Iterable[Text]) -> None:
    console.print()
    bullet = " * " if ascii_only(console) else " • "
    width = min(console.width, TEXT_WIDTH) - len(bullet)
    for item in items:
        for number, line in enumerate(item.wrap(console, width)):
            line.rstrip()
            before = Text(" " * len(bullet) if number else bullet, "markdown.item.bullet")
            console.print(Text.assemble(before, line), no_wrap=True, soft_wrap=True)


def _plain_item(text: str) -> Text | None:
    """Return a text with its code and emphasis; None where there may be more in it."""
    if not _START.match(text):
        return None
    item, at = Text(), 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or part.lastgroup is None:
            return None
        item.append(part[part.lastgroup], _STYLES[part.lastgroup])
        at = part.end()
    return item
