"""Read an input that a person types: as the judge prints it, as JSON, Python or LeetCode's lines.

    nums = [3, 1, 2], k = 2          by name, on one line or several
    {"nums": [3, 1, 2], "k": 2}      by name
    [3, 1, 2], 2                     in order, on one line or several
    LRUCache(2), put(1, 10), get(1)  the calls of a class problem

Values are JSON or Python literals. Nothing is ever evaluated.
"""

import ast
import json
import re
import warnings
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from judge import problems
from judge.errors import UsageError

if TYPE_CHECKING:
    from judge.problems import Problem

#: As other sites write them, and JSON.
WORDS = {"null": None, "true": True, "false": False}
CALLS = ("calls", "arguments")
ASSIGNED = re.compile(r"\s*([A-Za-z_]\w*)\s*=(?!=)(.*)", re.DOTALL)
MARK = re.compile(r"\s*Input:?\s+(?=\w+\s*=)")


class _UnreadableError(Exception):
    """Raised where a text is no input, with the reason."""


def read_input(text: str, names: Sequence[str], what: str = "--input") -> list[dict[str, Any]]:
    """Return the arguments that a text may mean, by name, the likeliest first, and at least one.

    `[[1, 2]]` for one parameter may be its value or the list of all arguments. Raises `UsageError`
    with an example; `what` is what the text is called there.
    """
    text = MARK.sub("", text.strip().lstrip("\ufeff"), count=1)
    try:
        found = _meanings(*_parts(text), names)
    except (_UnreadableError, RecursionError, MemoryError) as error:
        reason = str(error) if isinstance(error, _UnreadableError) else "it is nested too deeply"
        raise UsageError(
            f"{what} cannot be read: {reason}; it looks like {_example(names)}"
        ) from None
    if not found:
        raise UsageError(f"{what} must give each argument once: {_example(names)}")
    return found


def chosen_input(text: str, problem: "Problem", what: str = "--input") -> dict[str, Any]:
    """Return the likeliest arguments that the constraints allow, else the last in `read_input`.

    Raises `UsageError` for a text that means none.
    """
    *others, last = read_input(text, problem.names(), what)
    for arguments in others:
        try:
            return problems.checked_input(problem, arguments)
        except UsageError:
            continue
    return last


def read_value(text: str, what: str) -> Any:
    """Return one value of JSON or Python that a person types. Raises `UsageError`."""
    try:
        named, values = _parts(text.strip())
    except (_UnreadableError, RecursionError, MemoryError) as error:
        reason = str(error) if isinstance(error, _UnreadableError) else "it is nested too deeply"
        raise UsageError(f"{what} cannot be read: {reason}") from None
    if named or len(values) != 1:
        raise UsageError(f'{what} must be one value, such as 3, [1, 2] or "text"')
    return values[0]


def _example(names: Sequence[str]) -> str:
    if tuple(names) == CALLS:
        return "LRUCache(2), put(1, 10), get(1)"
    return ", ".join(f"{name} = ..." for name in names)


def _meanings(
    named: list[tuple[str, Any]], values: list[Any], names: Sequence[str]
) -> list[dict[str, Any]]:
    if named:
        found = dict(named)
        if len(found) < len(named):
            raise _UnreadableError(f"{_twice([name for name, _ in named])!r} is named twice")
        return [_ordered(found, names)] if not values and set(found) == set(names) else []
    meanings = []
    if len(values) == 1 and isinstance(values[0], dict) and set(values[0]) == set(names):
        meanings.append(_ordered(values[0], names))
    if len(values) == 1 and isinstance(values[0], list) and len(values[0]) == len(names):
        meanings.append(dict(zip(names, values[0], strict=True)))
    if len(values) == len(names):
        meanings.append(dict(zip(names, values, strict=True)))
    return meanings


def _ordered(found: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: found[name] for name in names}


def _parts(text: str) -> tuple[list[tuple[str, Any]], list[Any]]:
    """Return what a text names, and what it lists: line by line, or else as a whole."""
    try:
        return [], [_json(text)]
    except ValueError:
        pass
    lines = [line.strip().rstrip(",") for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        with suppress(SyntaxError, _UnreadableError):
            return _line_parts(lines)
    try:
        return _arguments(text)
    except SyntaxError as error:
        raise _UnreadableError(error.msg) from None


def _line_parts(lines: list[str]) -> tuple[list[tuple[str, Any]], list[Any]]:
    """Return what lines name and list, each a whole. Raises `SyntaxError`."""
    named: list[tuple[str, Any]] = []
    values: list[Any] = []
    for line in lines:
        assigned = ASSIGNED.fullmatch(line)
        try:
            if assigned:
                named.append((assigned[1], _json(assigned[2])))
            else:
                values.append(_json(line))
        except ValueError:
            more = _arguments(line)
            if more[0][:1] and more[0][0][0] == CALLS[0] and not assigned:
                return _arguments(", ".join(lines))  # a sequence of calls
            named += more[0]
            values += more[1]
    return named, values


def _json(text: str) -> Any:
    """Return a JSON value. Raises `ValueError`."""
    return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_object)


def _no_constant(name: str) -> None:
    raise _UnreadableError(f"{name} is no JSON")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; of a name given twice the last value would silently win."""
    if len(dict(pairs)) < len(pairs):
        raise _UnreadableError(f"{_twice([name for name, _ in pairs])!r} is named twice")
    return dict(pairs)


def _twice(names: list[str]) -> str:
    return next(name for name in names if names.count(name) > 1)[:80]


def _arguments(text: str) -> tuple[list[tuple[str, Any]], list[Any]]:
    """Return named and listed values of a text in the form of a call's arguments.

    Raises `SyntaxError`.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of escapes that Python does not know
            call = ast.parse(f"_({text}\n)", mode="eval").body
    except ValueError as error:  # a NUL, or a number of too many digits
        raise _UnreadableError(str(error)) from None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_"):
        raise SyntaxError("invalid syntax")
    if call.args and not call.keywords and all(isinstance(one, ast.Call) for one in call.args):
        return _calls([one for one in call.args if isinstance(one, ast.Call)]), []
    named = [(one.arg or "**", _literal(one.value)) for one in call.keywords]
    return named, [_literal(one) for one in call.args]


def _calls(calls: list[ast.Call]) -> list[tuple[str, Any]]:
    """Return a sequence of calls as the two lists that a case has."""
    names, given = [], []
    for call in calls:
        function = call.func
        if call.keywords or not isinstance(function, ast.Name | ast.Attribute):
            raise _UnreadableError("a call is a name and its arguments in order, such as get(1)")
        names.append(function.id if isinstance(function, ast.Name) else function.attr)
        given.append([_literal(one) for one in call.args])
    return list(zip(CALLS, (names, given), strict=True))


def _literal(node: ast.expr) -> Any:
    """Return the value of a literal, in the types of JSON."""
    match node:
        case ast.Constant(value=None | bool() | int() | float() as value):
            return value
        case ast.Constant(value=str(value)):
            # JSON writes a character beyond 16 bits as two escapes, which Python takes for two.
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
        case ast.List() | ast.Tuple():
            return [_literal(item) for item in node.elts]
        case ast.Dict():
            return _object(
                [
                    (_key(key), _literal(item))
                    for key, item in zip(node.keys, node.values, strict=True)
                ]
            )
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -value
        case ast.UnaryOp(op=ast.UAdd(), operand=ast.Constant(value=int() | float() as value)):
            return value
        case ast.Name(id=name) if name in WORDS:
            return WORDS[name]
    raise _UnreadableError(_no_literal(node))


def _no_literal(node: ast.expr) -> str:
    """Return why a part of an input is no value."""
    match node:
        case ast.Name(id=name):
            return f"{name[:60]!r} is a name; write text in quotes"
        case ast.Constant(value=value) if value is ...:
            return "a part of it is left out (...)"
        case ast.Set():
            return "a set has no order; write a list"
    return f"{ast.unparse(node)[:60]!r} is no plain value"


def _key(node: ast.expr | None) -> str:
    key = _literal(node) if node is not None else None
    if not isinstance(key, str):
        raise _UnreadableError("the keys of an object are texts in quotes")
    return key
