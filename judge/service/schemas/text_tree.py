"""A page in Markdown as a tree of allowed elements, which a browser can build without any HTML.

A node is a text, or a list of its tag, its attributes and its children.
"""

import re
from collections.abc import Iterable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

Node = str | list[Any]

TAGS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "pre", "code", "strong", "em", "s", "a", "br"}
    | {"blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr"}
)
#: Headings that are no deeper than those.
DEEPER = {"h5": "h4", "h6": "h4"}
#: Where a link may lead; the judge's own pages name sources on the web.
_HREF = re.compile(r"https?://|[/#](?![/\\])")


def text_tree(markdown: str) -> list[Node]:
    """Return the elements of a page."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.disable("image")
    return _tree(parser.parse(markdown))


def _tree(tokens: Iterable[Token]) -> list[Node]:
    root: list[Any] = ["", {}, []]
    open_: list[list[Any]] = [root]
    for token in tokens:
        if token.hidden:  # the paragraph of an item in a list without blank lines
            continue
        if token.nesting < 0:
            open_.pop()
            continue
        for node in _nodes(token):
            open_[-1][2].append(node)
            if token.nesting > 0:
                open_.append(node)  # type: ignore[arg-type]  # what opens is an element
    found: list[Node] = root[2]
    return found


def _nodes(token: Token) -> list[Node]:
    """Return what a token adds; one that opens adds the element that it opens."""
    if token.type == "inline":
        return _tree(token.children or [])
    if token.type in {"fence", "code_block"}:
        return [["pre", {}, [["code", {}, [token.content]]]]]
    if token.type == "code_inline":
        return [["code", {}, [token.content]]]
    if token.type == "softbreak":
        return ["\n"]
    tag = DEEPER.get(token.tag, token.tag)
    if tag not in TAGS:
        return [token.content]
    href = str(token.attrs.get("href", ""))
    return [[tag, {"href": href} if _HREF.match(href) else {}, []]]
