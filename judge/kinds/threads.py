"""The kind `threads`: a class whose calls may come from several threads at a time.

A case is a scenario, played under many schedules that are chosen and can be repeated. A history of
calls and results is right if it is linearizable: if some order of the same calls, one after the
other, gives the same results. That each order's results are known is the work of the reference.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from judge import reduction
from judge.kinds.entries import entry_flaws
from judge.kinds.exploring import ending_words, play_scenario
from judge.kinds.function import function_header
from judge.kinds.history import History, is_explained, results_message, why_not
from judge.kinds.kind import (
    RIGHT,
    Arguments,
    Check,
    Flaw,
    GivenCase,
    Json,
    Kind,
    Look,
    Result,
    Rules,
)
from judge.kinds.scenario import NAMES, calls_of, orders, scenario_reason, shown_call
from judge.kinds.views import scenario_view
from judge.values import Interface, difference, json_bytes
from judge.verdict import Verdict


def _signature(interface: Interface) -> str:
    return f"class {interface.entry}()"


def _header(interface: Interface) -> Json:
    """Describe the class as one of kind `class` is; `threads` says how its cases are played."""
    return function_header(interface) | {"kind": "class", "threads": True}


def _names(_interface: Interface) -> tuple[str, ...]:
    return NAMES


def _encode(_interface: Interface, arguments: Arguments) -> bytes:
    return json_bytes([arguments[name] for name in NAMES])


def _decode(_interface: Interface, sent: bytes) -> Json:
    return dict(zip(NAMES, json.loads(sent), strict=True))


def _split(_interface: Interface, answer: Any) -> tuple[Any, Mapping[str, Any]]:
    """Return the results of every order, each of which came as JSON in a text."""
    try:
        return [[order, [json.loads(text) for text in texts]] for order, texts in answer], {}
    except (TypeError, ValueError, RecursionError):
        return answer, {}  # of another shape, so it differs from what is expected


def _check(
    _interface: Interface, _rules: Rules, case: GivenCase, value: Any, figures: Mapping[str, Any]
) -> Check:
    """Check what exploring has found: how a schedule ended early, or a history.

    Without figures the value is that of the reference alone: the results of every order.
    """
    if not figures:
        same = difference(case.expected, value) is None
        return RIGHT if same else Check(False, "the results of the orders are others")
    forged, ended = figures.get("forged"), figures.get("ended")
    if forged or "tried" not in figures:
        message = f"it wrote to the judge's own channel: {forged or 'no schedules'}"
        return Check(False, message, verdict=Verdict.RULE_VIOLATION)
    if ended is not None:
        if ended[0] == "spin":
            late = Verdict.TIME_LIMIT_EXCEEDED
            return Check(False, ending_words(ended), verdict=late, clock="steps")
        return Check(False, ending_words(ended), verdict=Verdict.RUN_TIME_ERROR)
    if "moments" not in figures:
        return RIGHT
    arguments, known = case.arguments, case.expected
    history = History(tuple(value), tuple(figures["moments"]))
    if is_explained(arguments, known, history):
        return RIGHT
    why = why_not(arguments, known, history)
    return Check(False, f"{results_message(arguments, history)}: {why}")


def _blame(_interface: Interface, case: GivenCase, index: int) -> str:
    """Describe the call that raised; the index comes from the submission and may be wrong."""
    calls = calls_of(case.arguments)
    if index >= len(calls):
        return "it"
    thread, call = calls[index]
    return f"{shown_call(call)} of thread {thread}" if thread else shown_call(call)


def _extras(_interface: Interface, _case: GivenCase, result: Result) -> Mapping[str, Any]:
    schedule = result.figures.get("schedule")
    return {} if schedule is None else {"schedule": schedule}


def _flaws(entry: Interface) -> Iterable[Flaw]:
    yield from entry_flaws(entry)
    if not entry.methods:
        yield Flaw("entry.methods", "a class has methods", "Add [[entry.methods]]")
    if entry.parameters:
        yield Flaw("entry.parameters", "the class is made without arguments", "Remove them")


def _sample_flaw(entry: Interface, arguments: Json, expected: Any) -> Flaw | None:
    reason = scenario_reason(entry, arguments)
    if reason is not None:
        return Flaw("arguments", reason, "Write before, threads and after as lists of calls")
    count = len(calls_of(arguments))
    wanted = set(orders([len(calls) for calls in arguments["threads"]]))
    given = expected if isinstance(expected, list) else []
    well = all(
        isinstance(one, list)
        and len(one) == 2
        and isinstance(one[1], list)
        and len(one[1]) == count
        for one in given
    )
    if not well or {one[0] for one in given} != wanted:
        reason = f"it is no list of [order, results of all {count} calls], one for each order"
        return Flaw("expected", reason, f"Write the orders {', '.join(sorted(wanted))}")
    return None


def _moves(_interface: Interface) -> "Sequence[reduction.Move]":
    # Looked up when called: loading the moves takes long, and few submissions fail.
    return reduction.scenario_moves()


_STEP = {
    "type": "object",
    "properties": {
        "thread": {"type": "integer"},
        "line": {"type": "integer"},
        "text": {"type": "string"},
    },
}
_CALL = {
    "type": "object",
    "properties": {
        "thread": {"type": "integer", "description": "0 before and after the threads"},
        "call": {"type": "string"},
        "arguments": {"type": "array"},
        "result": {},
        "start": {"type": ["integer", "null"], "description": "the first of its steps"},
        "end": {"type": ["integer", "null"], "description": "the step after its last"},
    },
}
_SCHEDULE = {
    "type": "object",
    "description": "a schedule that fails, with the fewest preemptions that were found",
    "properties": {
        "threads": {"type": "integer"},
        "preemptions": {"type": "integer"},
        "steps": {"type": "array", "items": _STEP},
        "history": {"type": "array", "items": _CALL},
        "why": {"type": "string"},
    },
}
NO_SECONDS = (
    "threads are judged under chosen schedules, whose time says nothing of the class: "
    "`judge submit` shows the schedule that fails"
)
THREADS = Kind(
    name="threads",
    signature=_signature,
    header=_header,
    names=_names,
    encode=_encode,
    decode=_decode,
    flaws=_flaws,
    sample_flaw=_sample_flaw,
    split=_split,
    check=_check,
    blame=_blame,
    extras=_extras,
    schemas={"schedule": _SCHEDULE},
    moves=_moves,
    view=scenario_view,
    play=play_scenario,
    looks=frozenset({Look.SMALLER}),
    timed=False,
    refuses={
        "bench": NO_SECONDS,
        "replay": "a test cannot choose the schedule; --input-file writes the scenario that fails",
        "margins": NO_SECONDS,
        "mutants": "a slip in one thread says little of many: wrong_answer/ has the races",
    },
)
