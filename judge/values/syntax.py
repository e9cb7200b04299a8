"""Python text as a syntax tree, made by one thread at a time.

CPython up to 3.12 counts the depth of what it builds for all threads together, so two of them that
parse at once raise SystemError now and then (gh-106905).
"""

import ast
import threading

_PARSING = threading.Lock()


def parsed_module(text: str) -> ast.Module:
    """Return the tree of a file's text. Raises what `ast.parse` raises."""
    with _PARSING:
        return ast.parse(text)


def parsed_expression(text: str) -> ast.Expression:
    """Return the tree of one expression. Raises what `ast.parse` raises."""
    with _PARSING:
        return ast.parse(text, mode="eval")
