"""Write a counterexample of a class problem as a pytest test."""

import re
from itertools import zip_longest
from typing import Any

from judge.kinds import replay_parts as parts
from judge.kinds.call_sequence import NOTHING, Call, calls_of
from judge.kinds.replay import Played, Replay, assigned, attribute
from judge.values import (
    Method,
    Shape,
    folded,
    from_json,
    is_reference,
    literal,
    parse_type,
    readings,
    takes,
)

#: Of so many calls each has a line of its own.
WRITTEN = 60
DEFINED = re.compile(r"\bdef\s+(\w+)", re.ASCII)


def _lines(played: Played) -> list[str]:
    """Return the calls, each with what it must return; many of them as a table in a loop."""
    shaped = not all(method.plain for method in played.interface.methods)
    if not shaped and (played.beside or len(played.arguments["calls"]) > WRITTEN):
        return _loop(played)
    calls = calls_of(played.interface, played.arguments)
    needed = set(_references([list(call.arguments) for call in calls]))
    made = attribute("solution", played.entry)
    lines = [assigned("instance", f"{made}({_inside(calls[0])})")]
    constructors = set(map(folded, played.interface.names))
    methods = {folded(method.name): method for method in played.interface.methods}
    for call in calls[1:]:
        method = methods.get(folded(call.name))
        if method is None and folded(call.name) in constructors:
            lines.append(assigned("instance", f"{made}({_inside(call)})"))
            if played.custom and played.asserted:
                lines.append(assigned(f"result{call.index}", "None"))
            continue
        name = attribute("instance", _spelled(played, call.name))
        text = _unbuilt(method, f"{name}({_inside(call, method)})")
        named = call.index in needed or (played.custom and played.asserted)
        if named:
            lines.append(assigned(f"result{call.index}", text))
            text = f"result{call.index}"
        if played.asserted and not played.custom and not call.silent:
            forms = readings(parse_type(call.returns), played.expected[call.index])
            exact = [f"exact({literal(form, 4)})" for form in forms]
            if played.interface.loose:
                text = f"loosely({text}, {literal(forms[0], 4)})"
            right = f"== {exact[0]}" if len(exact) == 1 else f"in ({', '.join(exact)})"
            lines.append(f"    assert exact({text}) {right}")
        elif not named:
            lines.append(f"    {text}")
    if played.custom and played.asserted:
        results = ", ".join(["None", *(f"result{call.index}" for call in calls[1:])])
        lines += [
            assigned("answer", f"[{results}]"),
            assigned("arguments", literal(dict(played.arguments), 4)),
            f"    assert check(arguments, {literal(played.expected, 4)}, answer) is None",
        ]
    return lines


def _loop(played: Played) -> list[str]:
    """Return a loop over the calls: a debugger stops in it at the call that is wrong."""
    names = dict.fromkeys(played.arguments["calls"][1:])
    spelled = {name: _spelled(played, name) for name in names}
    renamed = {name: own for name, own in spelled.items() if name != own}
    values = {"arguments": dict(played.arguments), "expected": _values(played)}
    stands = played.beside and values["expected"] == played.expected
    lines = [
        assigned("arguments", _shown(values["arguments"], "arguments", beside=played.beside)),
        assigned("expected", _shown(values["expected"], "expected", beside=stands)),
        '    calls = list(zip(arguments["calls"], arguments["arguments"], expected))',
        f"    instance = {attribute('solution', played.entry)}(*calls[0][1])",
        "    results = [None]",
        "    for name, given, right in calls[1:]:",
        f"        name = {literal(renamed)}.get(name, name)" if renamed else "",
        f"        values = {_resolved(played)}",
        "        results.append(getattr(instance, name)(*values))",
    ]
    returns = {name: _returns(played, name) for name in names}
    silent = [name for name in names if returns[name] == NOTHING]
    if played.asserted and not played.custom:
        got = "results[-1]"
        two = [spelled[name] for name in names if _has_two_forms(returns[name])]
        if two:
            tupled = f"type(results[-1]) is tuple and name in {literal(two)}"
            lines.append(f"        got = list(results[-1]) if {tupled} else results[-1]")
            got = "got"
        if played.interface.loose:
            got = f"loosely({got}, right)"
        heard = f"name in {literal([spelled[name] for name in silent])} or " if silent else ""
        lines.append(f"        assert {heard}exact({got}) == exact(right), (name, values)")
    if played.asserted and played.custom:
        lines.append("    assert check(arguments, expected, results) is None")
    return [line for line in lines if line]


def _shown(value: Any, name: str, *, beside: bool) -> str:
    """Return a value as a literal, or where the file beside the test has it."""
    return f'case["{name}"]' if beside else literal(value, 4)


def _resolved(played: Played) -> str:
    if any(_references(list(played.arguments["arguments"]))):
        return "[resolved(value, results) for value in copy.deepcopy(given)]"
    return "copy.deepcopy(given)"


def _values(played: Played) -> list[Any]:
    """Return the expected results as Python values."""
    calls = calls_of(played.interface, played.arguments)
    if played.custom or not played.asserted:
        return list(played.expected) if played.expected is not None else [None] * len(calls)
    return [_value(call.returns, played.expected[call.index]) for call in calls]


def _value(returns: str, expected: Any) -> Any:
    if returns == NOTHING or _has_two_forms(returns):
        return expected
    return from_json(parse_type(returns), expected)


def _has_two_forms(returns: str) -> bool:
    """Whether a tuple or a list may be returned; in a loop both are compared as JSON has them."""
    declared = parse_type(returns)
    return takes(declared, "tuple") and takes(declared, "list")


def _returns(played: Played, name: str) -> str:
    returns = {folded(method.name): method.returns for method in played.interface.methods}
    return returns.get(folded(name), NOTHING)


def _spelled(played: Played, name: str) -> str:
    """Return the name that the submission's class gives to a method."""
    owner = re.escape(played.entry)
    block = re.search(rf"^class\s+{owner}\b.*?(?=^\S|\Z)", played.source, re.MULTILINE | re.DOTALL)
    for text in (block[0] if block else "", played.source):
        found = [own for own in DEFINED.findall(text) if folded(own) == folded(name)]
        if found:
            return name if name in found else str(found[0])
    return name


def _inside(call: Call, method: Method | None = None) -> str:
    shapes = [one.shape for one in method.parameters] if method is not None else []
    parts = zip_longest(call.arguments, shapes[: len(call.arguments)])
    return ", ".join(_BUILT.get(shape, "{}").format(_expression(one)) for one, shape in parts)


#: How an argument of a shape is built, and what is compared of a result.
_BUILT = {Shape.TREE: "tree(solution, {})", Shape.LINKED_LIST: "chain(solution, {})"}
_READ = {Shape.TREE: "levels({})", Shape.LINKED_LIST: "unchained({})"}


def _unbuilt(method: Method | None, call: str) -> str:
    return call if method is None else _READ.get(method.returns_shape, "{}").format(call)


def _expression(value: Any) -> str:
    """Return an argument as source; a reference is the variable of that result."""
    if is_reference(value):
        return f"result{value['result']}"
    if isinstance(value, list) and any(_references(value)):
        return f"[{', '.join(map(_expression, value))}]"
    return literal(value, 4)


def _references(value: Any) -> list[int]:
    if is_reference(value):
        return [value["result"]]
    return [found for item in value for found in _references(item)] if type(value) is list else []


CLASS_REPLAY = Replay(_lines, parts.CALL_HELPERS)
