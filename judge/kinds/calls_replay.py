"""Write a counterexample of a class problem as a pytest test."""

from collections.abc import Mapping
from typing import Any

from judge.kinds import replay_parts as parts
from judge.kinds.call_sequence import calls_of
from judge.kinds.replay import Replay
from judge.values import Interface, from_json, literal, parse_type


def _played(interface: Interface, arguments: Mapping[str, Any], expected: Any) -> str:
    lines = ["[", "    # what is called, with what, and its result (... where any will do)"]
    for call in calls_of(interface, arguments):
        result = "..."
        if expected is not None and not call.silent:
            result = literal(from_json(parse_type(call.returns), expected[call.index]))
        lines.append(f"    ({literal(call.name)}, {literal(list(call.arguments))}, {result}),")
    return "\n".join([*lines, "]"])


def _stored(interface: Interface, arguments: Mapping[str, Any], expected: Any) -> Any:
    """Return each call with its arguments, and with its result where that counts."""
    stored = []
    for call in calls_of(interface, arguments):
        counts = expected is not None and not call.silent
        stored.append([call.name, list(call.arguments), *([expected[call.index]] * counts)])
    return stored


CLASS_REPLAY = Replay(
    helpers=lambda _interface, _entry, _source: [parts.CALLS],
    played=_played,
    expected=lambda _interface, expected: expected,
    assertions=lambda _rule: ["    assert len(answer) == len(PLAYED)"],
    stored=_stored,
    # A call without a result gets ... for it: any will do.
    loaded='[(*call, ...)[:3] for call in CASE["played"]]',
    states_expected=False,
)
