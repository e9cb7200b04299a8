"""Scenarios of the kind `threads`: calls before, calls of threads at a time, calls after.

As JSON `{"before": [call, ...], "threads": [[call, ...], ...], "after": [call, ...]}`, where a call
is the name of a method and its arguments, `["withdraw", "a", 5]`. Results stand in the same order.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from judge.values import Interface, folded, show

NAMES = ("before", "threads", "after")
#: Threads of a scenario, and calls of all of them: every order of these is tried.
MOST_THREADS, MOST_CALLS = 3, 7


def calls_of(arguments: Mapping[str, Any]) -> list[tuple[int, list[Any]]]:
    """Return all calls in order, each with its thread: 1, 2, ..., or 0 before and after."""
    before = [(0, call) for call in arguments["before"]]
    threads = [(n, call) for n, one in enumerate(arguments["threads"], 1) for call in one]
    return [*before, *threads, *((0, call) for call in arguments["after"])]


def threads_span(arguments: Mapping[str, Any]) -> range:
    """Return the places of the threads' calls among all calls."""
    first = len(arguments["before"])
    return range(first, first + sum(map(len, arguments["threads"])))


def shown_call(call: Sequence[Any]) -> str:
    """Return a call as people write it: `withdraw('a', 5)`."""
    name, *arguments = call
    return f"{name}({', '.join(show(argument, 40) for argument in arguments)})"


def scenario_reason(interface: Interface, arguments: Mapping[str, Any]) -> str | None:
    """Return why arguments are no scenario of an interface, or None."""
    threads = arguments.get("threads")
    if not isinstance(threads, list) or not 2 <= len(threads) <= MOST_THREADS:
        return f"threads: it is no list of 2 to {MOST_THREADS} threads"
    if not all(isinstance(one, list) and one for one in threads):
        return "threads: each is a list of calls, and none is empty"
    if sum(map(len, threads)) > MOST_CALLS:
        return f"threads: there are over {MOST_CALLS} calls, and every order of them is tried"
    for name in ("before", "after"):
        if not isinstance(arguments.get(name), list):
            return f"{name}: it is no list of calls"
    arity = {folded(m.name): len(m.parameters) for m in interface.methods}
    for _, call in calls_of(arguments):
        named: Any = call
        if not isinstance(named, list) or not named or not isinstance(named[0], str):
            return f"{show(call, 60)} is no call: a list of the method's name and its arguments"
        if folded(call[0]) not in arity:
            return f"there is no method {call[0][:40]!r}"
        if len(call) - 1 != arity[folded(call[0])]:
            return f"{call[0]} takes {arity[folded(call[0])]} argument(s)"
    return None


def orders(lengths: Sequence[int]) -> Iterator[str]:
    """Yield every order in which threads with so many calls each can take turns: `0010`."""
    if not any(lengths):
        yield ""
        return
    for number, length in enumerate(lengths):
        if length:
            rest = [*lengths[:number], length - 1, *lengths[number + 1 :]]
            yield from (f"{number}{others}" for others in orders(rest))
