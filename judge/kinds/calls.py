"""The kind `class`: a case is a sequence of calls on one instance, the constructor first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from judge import reduction
from judge.kinds import explain
from judge.kinds.call_sequence import NOTHING, call_at, returns_of
from judge.kinds.comparison import compare, type_sentence, wrong
from judge.kinds.entries import entry_flaws, file_flaws, type_flaw
from judge.kinds.function import function_header, idle_function, parameter_list, unwrapped_values
from judge.kinds.kind import (
    RIGHT,
    Arguments,
    Check,
    Flaw,
    GivenCase,
    Json,
    Kind,
    Rules,
    SentCase,
)
from judge.kinds.replay import Replay
from judge.kinds.right_replies import class_replies
from judge.kinds.views import calls_view
from judge.submission import Submission
from judge.values import (
    MANY,
    Foreign,
    Interface,
    Shape,
    all_as_declared,
    decode_call_names,
    decode_calls,
    difference,
    encode_calls,
    encode_results,
    first_mismatch,
    folded,
    no_collections,
    parse_type,
    readings,
    show,
    takes,
)

NAMES = ("calls", "arguments")


def _signature(interface: Interface) -> str:
    return f"class {interface.entry}({parameter_list(interface)})"


def _names(_interface: Interface) -> tuple[str, ...]:
    return NAMES


def _encode(_interface: Interface, arguments: Arguments) -> bytes:
    return encode_calls(arguments["calls"], arguments["arguments"])


def _decode(_interface: Interface, sent: bytes) -> Json:
    return dict(zip(NAMES, decode_calls(sent), strict=True))


def _stands_for(interface: Interface, sent: bytes, value: Any) -> Any:
    """Return the results, each as what it stands for."""
    names = decode_call_names(sent)
    if type(value) is not list or len(value) != len(names):
        return value
    return all_as_declared(returns_of(interface, names), value)


def _check(
    interface: Interface, rules: Rules, case: GivenCase, value: Any, _: Mapping[str, Any]
) -> Check:
    """Check the results call by call, unless the whole list is equal."""
    if type(value) is list and len(value) >= MANY:
        with no_collections():
            return _checked(interface, rules, case, value)
    return _checked(interface, rules, case, value)


def _checked(interface: Interface, rules: Rules, case: GivenCase, value: Any) -> Check:
    if isinstance(value, Foreign):
        return wrong(explain.foreign(value))
    if rules.name == "custom":
        return _custom_check(interface, rules, case, value)
    expected = case.expected
    if type(value) is not list or len(value) != len(expected):
        return wrong(_no_results(len(expected), value))
    value, fault = _unshaped(interface, case, value)
    if fault is not None:
        return fault
    tuples = any(takes(parse_type(method.returns), "tuple") for method in interface.methods)
    if not tuples and difference(expected, value) is None:
        return RIGHT
    returns = returns_of(interface, decode_call_names(case.arguments_json))
    if tuples and difference(expected, _as_lists(returns, value)) is None:
        return RIGHT
    results = _checked_results(returns, value)
    given = case.arguments
    for index, (returned, want) in enumerate(zip(returns, expected, strict=True)):
        check = _compared(rules.name, returned, want, results[index], loose=interface.loose)
        if not check.passed:
            return wrong(f"{call_at(interface, given, index)}: {check.message}", index)
    return RIGHT


def _as_lists(returns: Sequence[str], results: list[Any]) -> list[Any]:
    """Return the results as JSON has them: lists where a tuple may be returned, and was.

    A list where only a tuple may be returned becomes a tuple, which no expected value is. What is
    not checked becomes None.
    """
    types = {text: parse_type(text) for text in set(returns)}
    tuples = {text for text, declared in types.items() if takes(declared, "tuple")}
    lists = {text for text in tuples if takes(types[text], "list")}
    changed = [
        None
        if returned == NOTHING
        else list(result)
        if type(result) is tuple and returned in tuples
        else result
        for returned, result in zip(returns, results, strict=True)
    ]
    if lists != tuples:
        for index, returned in enumerate(returns):
            if type(results[index]) is list and returned in tuples - lists:
                changed[index] = ()
    return changed


def _compared(rule: str, returned: str, expected: Any, result: Any, *, loose: bool) -> Check:
    """Compare one result; where the declared type has several forms, each of them is right."""
    if returned == NOTHING:
        return compare(rule, None, result)
    forms = readings(parse_type(returned), expected)
    nearest = next((one for one in forms if type(one) is type(result)), forms[0])
    check = compare(rule, nearest, result, loose=loose)
    also = not check.passed and any(compare(rule, one, result).passed for one in forms)
    return RIGHT if also else check


def _custom_check(interface: Interface, rules: Rules, case: GivenCase, value: Any) -> Check:
    """Ask the package's checker about results of the declared types."""
    sent = case.arguments_json
    names = decode_call_names(sent)
    if type(value) is not list or len(value) != len(names):
        return wrong(_no_results(len(names), value))
    value, fault = _unshaped(interface, case, value)
    if fault is not None:
        return fault
    returns = returns_of(interface, names)
    results = _checked_results(returns, value)
    index = first_mismatch(returns, results)
    if index is None:
        return rules.custom(SentCase(NAMES, sent, case.expected_json), results)
    sentence = type_sentence(returns[index], results[index])
    return wrong(f"{call_at(interface, case.arguments, index)}: {sentence}", index)


def _unshaped(
    interface: Interface, case: GivenCase, results: list[Any]
) -> tuple[list[Any], Check | None]:
    """Return the results with the values of trees and linked lists, or what is wrong with one."""
    shapes = {
        folded(method.name): method.returns_shape
        for method in interface.methods
        if method.returns_shape in {Shape.TREE, Shape.LINKED_LIST}
    }
    if not shapes:
        return results, None
    changed = list(results)
    for index, name in enumerate(decode_call_names(case.arguments_json)):
        shape = shapes.get(folded(name)) if index else None
        if shape is not None:
            changed[index], fault = unwrapped_values(shape, results[index])
            if fault is not None:
                return results, wrong(
                    f"{call_at(interface, case.arguments, index)}: {fault}", index
                )
    return changed, None


def _no_results(count: int, value: Any) -> str:
    return f"the calls gave no list of {count} results: {show(value)}"


def _checked_results(returns: Sequence[str], value: list[Any]) -> list[Any]:
    """Return the results, None for each that is not checked."""
    return [
        None if returned == NOTHING else result
        for returned, result in zip(returns, value, strict=True)
    ]


def _blame(interface: Interface, case: GivenCase, index: int) -> str:
    """Describe the call that raised; the index comes from the submission and may be wrong."""
    given = case.arguments
    return f"{call_at(interface, given, index)}," if index < len(given["calls"]) else "it"


def _flaws(entry: Interface) -> Iterable[Flaw]:
    yield from entry_flaws(entry)
    yield from file_flaws(entry, most=0)
    if not entry.methods:
        yield Flaw("entry.methods", "a class problem has methods", "Add [[entry.methods]]")


def _sample_flaw(entry: Interface, arguments: Json, expected: Any) -> Flaw | None:
    reason = _calls_reason(entry, **arguments)
    if reason is not None:
        return Flaw("arguments", reason, "Give the constructor first, and each call a list")
    reason = _results_reason(entry, arguments["calls"], expected)
    if reason is not None:
        return Flaw("expected", reason, "Change the answer, or the declared type")
    return None


def _calls_reason(entry: Interface, calls: Any, arguments: Any) -> str | None:
    """Return what is wrong with the calls of a sample, or None."""
    if not _parallel(calls, arguments):
        return "calls and arguments are no parallel lists"
    if not entry.methods:
        return None  # missing methods are a flaw of their own
    constructors = {folded(name): len(entry.parameters) for name in entry.names}
    methods = {folded(method.name): len(method.parameters) for method in entry.methods}
    for index, (name, given) in enumerate(zip(calls, arguments, strict=True)):
        known = constructors | methods if index else constructors
        if not isinstance(name, str) or folded(name) not in known:
            return f"call {index} is no {'method' if index else 'constructor'}: {name!r}"
        if len(given) != known[folded(name)]:
            return f"call {index}, {name}, takes {known[folded(name)]} argument(s)"
    return None


def _parallel(calls: Any, arguments: Any) -> bool:
    if not isinstance(calls, list) or not isinstance(arguments, list):
        return False
    return len(calls) == len(arguments) > 0 and all(isinstance(each, list) for each in arguments)


def _results_reason(entry: Interface, calls: list[str], expected: Any) -> str | None:
    if not entry.methods:
        return None  # missing methods are a flaw of their own
    if not isinstance(expected, list) or len(expected) != len(calls):
        return "it is no list with one result for each call"
    known = {folded(method.name): method for method in entry.methods}
    for index, (name, result) in enumerate(zip(calls, expected, strict=True)):
        method = known.get(folded(name)) if index else None
        declared, shape = NOTHING, Shape.JSON
        if method is not None:
            declared, shape = method.returns, method.returns_shape
        reason = type_flaw(declared, shape, result)
        if reason is not None:
            return f"call {index}, {name}: {reason}"
    return None


def _baseline(interface: Interface) -> Submission:
    constructor = idle_function("__init__", interface.parameters, "self")
    methods = [idle_function(m.name, m.parameters, "self") for m in interface.methods]
    lines = [f"class {interface.entry}:", *(f"    {line}" for line in (constructor, *methods)), ""]
    return Submission("\n".join(lines).encode(), "idle.py")


def _moves(interface: Interface) -> "Sequence[reduction.Move]":
    # Looked up when called: loading the moves takes long, and few submissions fail.
    return reduction.call_sequence_moves(interface)


def _replay() -> Replay:
    from judge.kinds.calls_replay import CLASS_REPLAY  # noqa: PLC0415 - few runs write a test

    return CLASS_REPLAY


CLASS = Kind(
    name="class",
    signature=_signature,
    header=function_header,
    names=_names,
    encode=_encode,
    decode=_decode,
    check=_check,
    encode_expected=encode_results,
    right_replies=class_replies,
    stands_for=_stands_for,
    flaws=_flaws,
    sample_flaw=_sample_flaw,
    blame=_blame,
    moves=_moves,
    view=calls_view,
    replay=_replay,
    baseline=_baseline,
    call_sequence=True,
)
