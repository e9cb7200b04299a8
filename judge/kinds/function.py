"""The kind `function`: a case is one call of a function or of a method of `Solution`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from judge import reduction
from judge.kinds import explain
from judge.kinds.comparison import compare, type_sentence, wrong
from judge.kinds.entries import entry_flaws, file_flaws, type_flaw
from judge.kinds.kind import Arguments, Check, Flaw, GivenCase, Json, Kind, Rules, SentCase
from judge.kinds.replay import Replay
from judge.kinds.right_replies import function_replies
from judge.submission import Submission
from judge.values import (
    Foreign,
    Interface,
    Linked,
    Method,
    Node,
    Parameter,
    Shape,
    Tree,
    as_declared,
    from_json,
    json_bytes,
    parse_type,
    show,
)


def function_header(interface: Interface) -> Json:
    """Describe the entry to the guest, as plain JSON."""
    few: Json = {"loose": True} if interface.loose else {}
    if interface.refuses:
        few["refuses"] = dict(interface.refuses)
    return few | {
        "kind": interface.kind,
        "names": list(interface.names),
        "parameters": [
            {"name": p.spoken, "shape": p.shape.value, "of": p.of} for p in interface.parameters
        ],
        "returns": interface.returns_shape.value,
        "methods": [_method(method) for method in interface.methods],
    }


def _method(method: Method) -> Json:
    described: Json = {"name": method.name, "arity": len(method.parameters)}
    if method.plain:
        return described
    shapes = [{"name": p.name, "shape": p.shape.value, "of": p.of} for p in method.parameters]
    return described | {"parameters": shapes, "returns": method.returns_shape.value}


def parameter_list(interface: Interface) -> str:
    """Return the parameter list of the entry, with types."""
    return ", ".join(f"{p.spoken}: {p.type}" for p in interface.parameters)


def idle_function(name: str, parameters: Sequence[Parameter], *first: str) -> str:
    """Return the source of a function with these parameters that does nothing."""
    names = (*first, *(f"a{number}" for number in range(len(parameters))))
    return f"def {name}({', '.join(names)}): return None"


def _signature(interface: Interface) -> str:
    return f"{interface.entry}({parameter_list(interface)}) -> {interface.returns}"


def _names(interface: Interface) -> tuple[str, ...]:
    return tuple(parameter.name for parameter in interface.parameters)


def _encode(interface: Interface, arguments: Arguments) -> bytes:
    return json_bytes([arguments[name] for name in _names(interface)])


def _decode(interface: Interface, sent: bytes) -> Json:
    return dict(zip(_names(interface), json.loads(sent), strict=True))


def _stands_for(interface: Interface, _sent: bytes, value: Any) -> Any:
    if interface.returns_shape is not Shape.JSON:
        return value
    return as_declared(parse_type(interface.returns), value)


def _check(
    interface: Interface, rules: Rules, case: GivenCase, value: Any, _: Mapping[str, Any]
) -> Check:
    expected = case.expected
    actual, fault = _unwrapped(interface, expected, value)
    if fault is not None:
        return wrong(fault)
    if rules.name == "custom":
        fault = type_sentence(interface.returns, actual)
        if fault is not None:
            return wrong(fault)
        sent = SentCase(_names(interface), case.arguments_json, case.expected_json)
        return rules.custom(sent, actual)
    if interface.returns_shape is Shape.JSON:
        expected = from_json(parse_type(interface.returns), expected)
    return compare(rules.name, expected, actual, loose=interface.loose)


def _unwrapped(interface: Interface, expected: Any, value: Any) -> tuple[Any, str | None]:
    """Return an answer without its nodes and trees, and what is wrong with its shape."""
    if isinstance(value, Foreign):
        return value, explain.foreign(value)
    shape = interface.returns_shape
    if shape is Shape.NODE:
        return _unwrapped_node(expected, value)
    if shape in {Shape.TREE, Shape.LINKED_LIST}:
        return unwrapped_values(shape, value)
    if isinstance(value, Node | Tree | Linked):
        return value, f"return the value, not a node: {show(expected)} was expected"
    return value, None


def _unwrapped_node(expected: Any, value: Any) -> tuple[Any, str | None]:
    if isinstance(value, Node):
        if expected is None:
            return value, f"expected None, got {show(value)}"
        if type(value.value) is not type(expected):
            return value, explain.other_node(expected, value.value)
        return value.value, None
    if value is None and expected is not None:
        return value, explain.nothing(f"node {show(expected)}")
    return value, None if value is None else explain.node_expected(value)


def unwrapped_values(shape: Shape, value: Any) -> tuple[Any, str | None]:
    """Return the values of a tree or linked list, and what is wrong with its shape."""
    kind, name = (Tree, "tree") if shape is Shape.TREE else (Linked, "linked list")
    if isinstance(value, Foreign):
        return value, explain.foreign(value)
    if value is None:
        return [], None
    if isinstance(value, kind):
        return list(value.values), None
    return value, explain.structure_expected(name, value)


def _flaws(entry: Interface) -> Iterable[Flaw]:
    yield from entry_flaws(entry)
    yield from file_flaws(entry, most=1)
    if entry.methods:
        yield Flaw("entry.methods", "a function problem has none", 'Remove them, or kind="class"')


def _sample_flaw(entry: Interface, _arguments: Json, expected: Any) -> Flaw | None:
    reason = type_flaw(entry.returns, entry.returns_shape, expected)
    if reason is None:
        return None
    return Flaw("expected", reason, "Change the answer, or the declared type")


def _baseline(interface: Interface) -> Submission:
    source = idle_function(interface.entry, interface.parameters)
    return Submission(f"{source}\n".encode(), "idle.py")


def _moves(interface: Interface) -> "Sequence[reduction.Move]":
    # Looked up when called: loading the moves takes long, and few submissions fail.
    return reduction.value_moves(interface)


def _replay() -> Replay:
    from judge.kinds.function_replay import FUNCTION_REPLAY  # noqa: PLC0415 - few runs write a test

    return FUNCTION_REPLAY


FUNCTION = Kind(
    name="function",
    signature=_signature,
    header=function_header,
    names=_names,
    encode=_encode,
    decode=_decode,
    check=_check,
    right_replies=function_replies,
    stands_for=_stands_for,
    flaws=_flaws,
    sample_flaw=_sample_flaw,
    moves=_moves,
    replay=_replay,
    baseline=_baseline,
)
