"""Look at the syntax of a source before any of it runs, and refuse what this kind does not give.

What a source may reach is decided here and in `given`: names and attributes that lead to the
interpreter, to frames or to the modules behind functions are not there.
"""

import ast
from collections.abc import Callable, Iterator
from typing import Any


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


GIVEN = (
    "threading",
    "queue",
    "time",
    "contextlib",
    "dataclasses",
    "functools",
    "collections",
    "itertools",
    "typing",
    "enum",
    "heapq",
    "bisect",
    "math",
    "operator",
    "abc",
)
#: What may be imported, `collections.abc` and the future included.
IMPORTS = frozenset({*GIVEN, "collections.abc", "__future__"})
#: Builtins that are not there.
NO_NAMES = words("__import__ breakpoint compile eval exec globals input locals open vars")
#: Special methods that a class may define, and that may be called by their name.
SPECIAL = frozenset(
    f"__{name}__"
    for name in words(
        "init new repr str bool len contains iter next enter exit call eq ne lt le gt ge hash"
        " getitem setitem delitem missing add sub mul truediv floordiv mod neg abs radd rsub iadd"
        " isub and or xor post_init int float index format reversed"
    )
)
#: What may be read of a class or function.
READ = frozenset({"__name__", "__doc__", "__qualname__"})
#: Names of the module or of a class that may be bound or read.
NAMES = frozenset({"__name__", "__slots__", "__hash__", "__all__", "__doc__", "__debug__"})
#: Attributes that lead to frames, code objects and the modules behind them.
INNER = words(
    "gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await cr_origin ag_frame ag_code ag_await"
    " f_back f_builtins f_code f_generator f_globals f_lasti f_lineno f_locals f_trace"
    " f_trace_lines f_trace_opcodes tb_frame tb_lasti tb_lineno tb_next func_globals func_code"
    " co_code co_consts co_names mro _convert_ with_traceback"
)


class RefusedError(Exception):
    """Raised for a source that uses what this kind does not give; knows the line."""

    def __init__(self, message: str, line: int) -> None:
        self.line = line
        super().__init__(message)


def look(text: str) -> None:
    """Raise `RefusedError` at the first thing of a source that is not given.

    A source that is no Python is left to the compiler.
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        for reason in _reasons(node):
            line = getattr(node, "lineno", 1)
            raise RefusedError(f"line {line}: {reason}", line)


def is_inner(name: str) -> bool:
    """Whether an attribute of this name is never given."""
    return name in INNER or (_is_special(name) and name not in SPECIAL | READ)


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _reasons(node: ast.AST) -> Iterator[str]:
    check = _CHECKS.get(type(node))
    return check(node) if check is not None else iter(())


def _import(node: Any) -> Iterator[str]:
    for alias in node.names:
        yield from _module(alias.name)


def _import_from(node: Any) -> Iterator[str]:
    yield from _module("." * node.level + (node.module or ""))
    for alias in node.names:
        if is_inner(alias.name) or _is_special(alias.name):
            yield f"`{alias.name}` is not given"


def _function(node: Any) -> Iterator[str]:
    if _is_special(node.name) and node.name not in SPECIAL:
        yield f"a method `{node.name}` cannot be defined here"


def _keyword(node: Any) -> Iterator[str]:
    if node.arg is not None and _is_special(node.arg):
        yield f"an argument `{node.arg}` cannot be passed here"


def _pattern(node: Any) -> Iterator[str]:
    for name in node.kwd_attrs:
        yield from _attribute(name, stored=False)


def _names(*names: str | None) -> Iterator[str]:
    for name in names:
        yield from _name(name or "")


def _module(name: str) -> Iterator[str]:
    if name not in IMPORTS:
        yield f"`{name}` is not given; this problem gives {', '.join(GIVEN)}"


def _name(name: str) -> Iterator[str]:
    if name in NO_NAMES or (_is_special(name) and name not in NAMES):
        yield f"`{name}` is not given: it leads around the threads that are judged"


def _attribute(name: str, *, stored: bool) -> Iterator[str]:
    if is_inner(name) or (stored and _is_special(name)):
        yield f"the attribute `{name}` is not given: it leads around the threads that are judged"


def _class(node: ast.ClassDef) -> Iterator[str]:
    if _is_special(node.name):
        yield f"a class cannot be called `{node.name}`"
    if any(keyword.arg == "metaclass" for keyword in node.keywords):
        yield "a metaclass is not given; inherit from `abc.ABC` for abstract methods"


_CHECKS: dict[type[ast.AST], Callable[[Any], Iterator[str]]] = {
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Name: lambda node: _name(node.id),
    ast.Attribute: lambda node: _attribute(node.attr, stored=not isinstance(node.ctx, ast.Load)),
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.arg: lambda node: _names(node.arg),
    ast.keyword: _keyword,
    ast.Global: lambda node: _names(*node.names),
    ast.Nonlocal: lambda node: _names(*node.names),
    ast.ExceptHandler: lambda node: _names(node.name),
    ast.MatchAs: lambda node: _names(node.name),
    ast.MatchStar: lambda node: _names(node.name),
    ast.MatchMapping: lambda node: _names(node.rest),
    ast.MatchClass: _pattern,
}
