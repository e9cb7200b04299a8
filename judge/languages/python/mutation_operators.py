"""Mutation operators: each yields edits of the source text under one node of the syntax tree.

Edits change as few characters as possible, so that the diff of a surviving mutant reads like a slip
of the pen.
"""

import ast
from collections.abc import Callable, Iterator
from itertools import pairwise

from judge.records import dataclass

COMPARISONS: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: ("<", ("<=", ">=")),
    ast.LtE: ("<=", ("<", ">")),
    ast.Gt: (">", (">=", "<=")),
    ast.GtE: (">=", (">", "<")),
    ast.Eq: ("==", ("!=", "<=", ">=")),
    ast.NotEq: ("!=", ("==",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: ("is not", ("is",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: ("not in", ("in",)),
}
ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "//"),
    ast.Pow: ("**", "*"),
    ast.LShift: ("<<", ">>"),
    ast.RShift: (">>", "<<"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
    ast.BitXor: ("^", "&"),
}
_PAIRS = (
    ("left", "right"),
    ("min", "max"),
    ("any", "all"),
    ("append", "appendleft"),
    ("pop", "popleft"),
    ("bisect_left", "bisect_right"),
    ("nlargest", "nsmallest"),
    ("add", "discard"),
)
OTHER_NAMES = dict(_PAIRS) | {b: a for a, b in _PAIRS} | {"bisect": "bisect_left"}
#: Functions whose arguments may be swapped without effect.
SYMMETRIC = ("min", "max", "gcd", "lcm")
DELETABLE = (
    ast.Expr,
    ast.Assign,
    ast.AugAssign,
    ast.Delete,
    ast.Return,
    ast.Raise,
    ast.Break,
    ast.Continue,
)
#: Fields that do not affect an answer. Inside an f-string Python 3.11 has no columns.
_SILENT_FIELDS = ("annotation", "returns", "decorator_list", "exc", "cause", "msg")


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the bytes from `start` to `end` by `text`; with the name of the operator."""

    start: int
    end: int
    text: str
    operator: str


class Text:
    """A source indexed by bytes, in which the syntax tree counts columns."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._data = source.encode()
        self._lines = [0]
        for line in self._data.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None  # the parser always sets it
        assert node.end_col_offset is not None
        return self._lines[node.end_lineno - 1] + node.end_col_offset

    def between(self, start: int, end: int) -> str:
        return self._data[start:end].decode()

    def of(self, node: ast.expr | ast.stmt) -> str:
        return self.between(self.start(node), self.end(node))

    def replaced(self, edit: Edit) -> str:
        data = self._data[: edit.start] + edit.text.encode() + self._data[edit.end :]
        return data.decode()

    def swap(self, node: ast.expr | ast.stmt, text: str, operator: str) -> Edit:
        """Return the edit that replaces a node by `text`."""
        return Edit(self.start(node), self.end(node), text, operator)

    def word(self, start: int, end: int, old: str, new: str, operator: str) -> Iterator[Edit]:
        """Yield an edit of one word between two nodes, unless there is a comment."""
        gap = self.between(start, end)
        if old in gap and "#" not in gap:
            yield Edit(start, end, gap.replace(old, new, 1), operator)


Operator = Callable[[ast.AST, Text], Iterator[Edit]]


def edits(tree: ast.Module, text: Text) -> Iterator[Edit]:
    """Yield every edit of every operator, except below nodes that do not affect an answer."""
    for node in _telling(tree):
        for operator in OPERATORS:
            yield from operator(node, text)


def _telling(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for name, value in ast.iter_fields(node):
        if name in _SILENT_FIELDS:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _silent(child):
                yield from _telling(child)


def _silent(node: ast.AST) -> bool:
    """Whether a node does not affect an answer: a bare string, a print, the `__main__` part."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.JoinedStr() | ast.Import() | ast.ImportFrom():
            return True
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))):
            return True
        case ast.If(test=ast.Compare(left=ast.Name(id="__name__"))):
            return True
    return False


def comparison(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Shift the boundary of a comparison, or reverse it."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        for left, sign, right in zip(sides, node.ops, sides[1:], strict=False):
            old, others = COMPARISONS[type(sign)]
            for new in others:
                yield from text.word(text.end(left), text.start(right), old, new, "comparison")


def arithmetic(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Replace an arithmetic operator, or drop a sign."""
    match node:
        case ast.BinOp(left=left, op=sign, right=right):
            yield from text.word(
                text.end(left), text.start(right), *ARITHMETIC[type(sign)], "arithmetic"
            )
        case ast.AugAssign(target=left, op=sign, value=right):
            yield from text.word(
                text.end(left), text.start(right), *ARITHMETIC[type(sign)], "arithmetic"
            )
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield from text.word(text.start(node), text.start(operand), "-", "", "sign dropped")


def constant(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Change a number by one, negate a bool, shorten a text, or change an initial value."""
    match node:
        case ast.Constant(value=bool(value)):
            yield text.swap(node, repr(not value), "constant")
        case ast.Constant(value=int(value) | float(value)):
            yield text.swap(node, repr(value + 1), "constant")
            yield text.swap(node, repr(value - 1), "constant")
        case ast.Constant(value=str(value)):
            yield text.swap(node, repr(value[:-1] if value else "?"), "constant")
        case ast.Assign(value=ast.List(elts=[]) as value):
            yield text.swap(value, "[None]", "first value")


def off_by_one(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Change a bound of a slice or range, or an index, by one; omit a bound."""
    match node:
        case ast.Slice(lower=lower, upper=upper):
            for bound in filter(None, (lower, upper)):
                yield text.swap(bound, "", "slice bound")
                yield from _shifted(bound, text, "slice bound")
        case ast.Call(func=ast.Name(id="range"), args=args):
            for bound in args:
                yield from _shifted(bound, text, "range bound")
            if len(args) == 1:
                yield text.swap(args[0], f"1, {text.of(args[0])}", "range bound")
        case ast.Subscript(slice=ast.expr() as index) if not isinstance(
            index, ast.Slice | ast.Tuple
        ):
            yield from _shifted(index, text, "index")


def _shifted(node: ast.expr, text: Text, operator: str) -> Iterator[Edit]:
    plain = isinstance(node, ast.Name | ast.BinOp | ast.Call | ast.Attribute | ast.Subscript)
    if isinstance(node, ast.Constant | ast.Starred | ast.UnaryOp):
        return  # `constant` changes its number already
    written = text.of(node) if plain else f"({text.of(node)})"
    yield text.swap(node, f"{written} + 1", operator)
    yield text.swap(node, f"{written} - 1", operator)


def condition(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Make a condition always or never true; never enter a loop."""
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) if not isinstance(test, ast.Constant):
            yield text.swap(test, "True", "condition")
            yield text.swap(test, "False", "condition")
        case ast.While(test=test) if not isinstance(test, ast.Constant):
            yield text.swap(test, "False", "loop skipped")
            yield from _once(node.body, text)
        case ast.For(iter=values):
            yield text.swap(values, "()", "loop skipped")
            yield from _once(node.body, text)
        case ast.comprehension(ifs=tests):
            for test in tests:
                yield text.swap(test, "True", "condition")
                yield text.swap(test, "False", "condition")


def _once(body: list[ast.stmt], text: Text) -> Iterator[Edit]:
    """Yield the edit that ends a loop after its first iteration."""
    first, last = body[0], body[-1]
    end = text.end(last)
    if first.lineno > 1 and not isinstance(last, ast.Return | ast.Break | ast.Continue | ast.Raise):
        yield Edit(end, end, "\n" + " " * first.col_offset + "break", "loop ends early")


def logic(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Swap `and` and `or`, omit one operand, or omit a `not`."""
    match node:
        case ast.BoolOp(op=sign, values=values):
            conjunction = isinstance(sign, ast.And)
            old, new = ("and", "or") if conjunction else ("or", "and")
            for left, right in pairwise(values):
                yield from text.word(text.end(left), text.start(right), old, new, "and/or")
            for value in values:
                yield text.swap(value, str(conjunction), "side dropped")
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield from text.word(text.start(node), text.start(operand), "not ", "", "not dropped")


def statement(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Omit a statement or the returned value; swap `break` and `continue`."""
    if isinstance(node, DELETABLE) or (isinstance(node, ast.AnnAssign) and node.value is not None):
        yield text.swap(node, "pass", "statement deleted")
    match node:
        case ast.Return(value=ast.expr() as value):
            yield text.swap(value, "None", "return value dropped")
        case ast.Break():
            yield text.swap(node, "continue", "break/continue")
        case ast.Continue():
            yield text.swap(node, "break", "break/continue")


def call(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Swap two arguments; omit a copy."""
    match node:
        case ast.Call(func=ast.Name(id="list"), args=[value], keywords=[]):
            yield text.swap(node, text.of(value), "copy dropped")
        case ast.Call(func=ast.Attribute(value=value, attr="copy"), args=[]):
            yield text.swap(node, text.of(value), "copy dropped")
        case ast.Subscript(value=value, slice=ast.Slice(lower=None, upper=None, step=None)):
            yield text.swap(node, text.of(value), "copy dropped")
        case ast.Call(func=ast.Name(id=name)) if name in SYMMETRIC:
            return
        case ast.Call(args=args):
            for first, second in pairwise(args):
                gap = text.between(text.end(first), text.start(second))
                swapped = text.of(second) + gap + text.of(first)
                yield Edit(text.start(first), text.end(second), swapped, "arguments swapped")


def other_name(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Replace a name by its counterpart: left by right, min by max."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if name in OTHER_NAMES:
            yield text.swap(node, OTHER_NAMES[name], "other name")
        case ast.Attribute(attr=name) if name in OTHER_NAMES:
            end = text.end(node)
            yield Edit(end - len(name), end, OTHER_NAMES[name], "other name")


def wrong_variable(node: ast.AST, text: Text) -> Iterator[Edit]:
    """Replace a variable by the one introduced next to it."""
    if isinstance(node, ast.FunctionDef):
        names = _variables(node)
        following = dict(zip(names, [*names[1:], *names[:1]], strict=True))
        for use in _telling(node):
            match use:
                case ast.Name(id=name, ctx=ast.Load()) if following.get(name, name) != name:
                    yield text.swap(use, following[name], "wrong variable")


def _variables(function: ast.FunctionDef) -> list[str]:
    """Return the parameters and assigned variables of a function, each once, in order."""
    names = [parameter.arg for parameter in function.args.args if parameter.arg != "self"]
    for node in _telling(function):
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                names.append(name)
    return list(dict.fromkeys(names))


OPERATORS: tuple[Operator, ...] = (
    comparison,
    arithmetic,
    constant,
    off_by_one,
    condition,
    logic,
    statement,
    call,
    other_name,
    wrong_variable,
)
