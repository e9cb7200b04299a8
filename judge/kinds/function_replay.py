"""Write a counterexample of a function problem as a pytest test."""

import re
from keyword import iskeyword
from typing import Any

from judge.kinds import replay_parts as parts
from judge.kinds.replay import WIDTH, Played, Replay, assigned, attribute
from judge.values import Parameter, Shape, from_json, literal, parse_type

#: Local variables of the test, which no parameter may be called.
LOCALS = {"solution", "case", "arguments", "answer", "expected", "began"}


def _lines(played: Played) -> list[str]:
    """Return the call, and what its answer must be; of what is long, the call has the names."""
    before, given = _given(played)
    call = f"{_target(played)}({', '.join(given.values())})"
    if not played.asserted:
        return [*before, f"    {call}"]
    expected = _expected(played)
    line = _assertion(played, call, expected)
    if len(line) <= WIDTH and "\n" not in line:
        return [*before, line]
    for parameter in played.interface.parameters:
        name = _variable(parameter)
        if given[parameter.name] != name:
            before.append(assigned(name, _argument(played, parameter, indent=4)))
            given[parameter.name] = name
    call = f"{_target(played)}({', '.join(given.values())})"
    if len(expected) > WIDTH // 3 and not played.custom:
        before.append(assigned("expected", literal(_expected_value(played), 4)))
        expected = "expected"
    return [*before, _assertion(played, call, expected)]


def _given(played: Played) -> tuple[list[str], dict[str, str]]:
    """Return the lines before the call, and its arguments as expressions."""
    lines = []
    if played.custom and not played.beside:
        lines.append(assigned("arguments", literal(dict(played.arguments), 4)))
    elif played.custom:
        lines.append(assigned("arguments", 'case["arguments"]'))
    given = {}
    for parameter in played.interface.parameters:
        expression = _argument(played, parameter)
        if parameter.shape is Shape.TREE:
            lines.append(assigned(_variable(parameter), expression))
            expression = _variable(parameter)
        given[parameter.name] = expression
    return lines, given


def _variable(parameter: Parameter) -> str:
    name, taken = parameter.name, LOCALS | parts.FUNCTION_HELPERS.keys()
    ascii_word = re.fullmatch(r"[A-Za-z]\w*", name, re.ASCII) is not None
    return name if ascii_word and not iskeyword(name) and name not in taken else f"given_{name}"


def _argument(played: Played, parameter: Parameter, indent: int = 0) -> str:
    """Return the expression for an argument; what is checked later is given as a copy."""
    name = literal(parameter.name)
    value = literal(played.arguments[parameter.name], indent)
    if played.custom:
        value = f"copy.deepcopy(arguments[{name}])"
    elif played.beside:
        value = f'case["arguments"][{name}]'
    if parameter.shape is Shape.NODE:
        of = next(p for p in played.interface.parameters if p.name == parameter.of)
        return f"node({_variable(of)}, {value})"
    return {
        Shape.TREE: f"tree(solution, {value})",
        Shape.LINKED_LIST: f"chain(solution, {value})",
        Shape.LINKED_LISTS: f"[chain(solution, values) for values in {value}]",
        Shape.FILE: f"written({value})",
    }.get(parameter.shape, value)


def _target(played: Played) -> str:
    owner, _, name = played.entry.rpartition(".")
    if owner:
        return attribute(attribute("solution", owner) + "()", name)
    if re.search(rf"def\s+{re.escape(name)}\s*\(\s*self\b", played.source):
        return f"method(solution, {literal(name)})"
    return attribute("solution", name)


def _expected_value(played: Played) -> Any:
    interface = played.interface
    if interface.returns_shape is not Shape.JSON:
        return played.expected
    return from_json(parse_type(interface.returns), played.expected)


def _expected(played: Played) -> str:
    value = _expected_value(played)
    # JSON has no tuples, so where there are some the value stands here.
    return 'case["expected"]' if played.beside and value == played.expected else literal(value)


def _assertion(played: Played, call: str, expected: str) -> str:
    """Return the line on which the entry is called, so that a debugger stops there."""
    shape = played.interface.returns_shape
    if shape is Shape.NODE and played.expected is None and not played.custom:
        return f"    assert {call} is None"
    answer = {
        Shape.TREE: f"levels({call})",
        Shape.LINKED_LIST: f"unchained({call})",
        Shape.NODE: f"value_of({call})" if played.custom else f"{call}.val",
    }.get(shape, call)
    if played.interface.loose and shape is Shape.JSON:
        answer = f"loosely({answer}, {expected})"
    if played.custom:
        return f"    assert check(arguments, {expected}, {answer}) is None"
    if played.rule == "any-order":
        return f"    assert unordered({answer}) == unordered({expected})"
    return f"    assert exact({answer}) == exact({expected})"


FUNCTION_REPLAY = Replay(_lines, parts.FUNCTION_HELPERS)
