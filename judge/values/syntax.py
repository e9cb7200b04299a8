"""Parse Python source, one thread at a time.

CPython up to 3.12 keeps one recursion counter for all threads that build a syntax tree, so two
threads that parse at once sometimes raise SystemError (gh-106905).
"""

import ast
import threading

_PARSING = threading.Lock()


def parse_module(text: str) -> ast.Module:
    """Parse the text of a file. Raises what `ast.parse` raises."""
    with _PARSING:
        return ast.parse(text)


def parse_expression(text: str) -> ast.Expression:
    """Parse one expression. Raises what `ast.parse` raises."""
    with _PARSING:
        return ast.parse(text, mode="eval")
