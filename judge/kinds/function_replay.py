"""Write a counterexample of a function problem as a pytest test."""

import re
from collections.abc import Mapping
from typing import Any

from judge.kinds import replay_parts as parts
from judge.kinds.replay import Replay
from judge.values import Interface, Parameter, Shape, from_json, literal, parse_type


def _helpers(interface: Interface, entry: str, source: str) -> list[str]:
    shapes = {parameter.shape for parameter in interface.parameters} | {interface.returns_shape}
    bare = re.search(rf"def\s+{re.escape(entry)}\s*\(\s*self\b", source) is not None
    entry_part = parts.METHOD if "." in entry else parts.BARE_METHOD if bare else parts.FUNCTION
    return [
        parts.TREES if shapes & {Shape.TREE, Shape.NODE} else "",
        parts.CHAINS if Shape.LINKED_LIST in shapes else "",
        parts.FILES if Shape.FILE in shapes else "",
        entry_part,
        _play(interface),
    ]


def _play(interface: Interface) -> str:
    trees = [p.name for p in interface.parameters if p.shape is Shape.TREE]
    inside = ", ".join(_argument(parameter) for parameter in interface.parameters)
    lines = [
        "def play(module, arguments):",
        '    """Call the entry on arguments of its own; return its answer as plain values."""',
        "    given = copy.deepcopy(arguments)",
        *(f"    tree_{name} = plant(module, given[{name!r}])" for name in trees),
        f"    answer = entry(module)({inside})",
        *_ANSWERS[interface.returns_shape],
    ]
    return "\n".join(lines)


def _argument(parameter: Parameter) -> str:
    given = f"given[{parameter.name!r}]"
    return {
        Shape.TREE: f"tree_{parameter.name}[0]",
        Shape.NODE: f"find(tree_{parameter.of}, {given})",
        Shape.LINKED_LIST: f"chain(module, {given})",
        Shape.FILE: f"written({given})",
    }.get(parameter.shape, given)


_ANSWERS = {
    Shape.JSON: ["    return answer"],
    Shape.TREE: ["    return levels(answer)"],
    Shape.LINKED_LIST: ["    return unchained(answer)"],
    Shape.NODE: [
        '    assert answer is None or hasattr(answer, "val"), f"{answer!r} is not a node"',
        "    return None if answer is None else answer.val",
    ],
}


def _played(_interface: Interface, arguments: Mapping[str, Any], _expected: Any) -> str:
    return literal(arguments)


def _expected(interface: Interface, expected: Any) -> Any:
    if interface.returns_shape is not Shape.JSON:
        return expected
    return from_json(parse_type(interface.returns), expected)


def _assertions(rule: str) -> list[str]:
    message = 'f"expected {EXPECTED!r}, got {answer!r}"'
    if rule == "any-order":
        return [
            "    # In any order: both are sorted before they are compared.",
            '    assert type(answer) is list, f"expected a list, got {answer!r}"',
            "    right = sorted(map(exact, EXPECTED), key=repr)",
            f"    assert sorted(map(exact, answer), key=repr) == right, {message}",
        ]
    return [f"    assert exact(answer) == exact(EXPECTED), {message}"]


def _stored(_interface: Interface, arguments: Mapping[str, Any], _expected: Any) -> Any:
    return arguments


FUNCTION_REPLAY = Replay(_helpers, _played, _expected, _assertions, _stored)
