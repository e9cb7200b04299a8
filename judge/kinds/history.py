"""Decide whether a history is linearizable: whether some order of its calls explains the results.

The order must keep what was observed: a call that was over before another began comes before it
(Herlihy and Wing, TOPLAS 1990). All orders have been played one after the other by the package's
reference, so the results of each are known.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from judge.kinds.scenario import calls_of, shown_call, threads_span
from judge.records import dataclass
from judge.values import difference, show

#: An order of the threads' calls, and the results of all calls in it.
Order = Sequence[Any]


@dataclass(frozen=True, slots=True)
class History:
    """The results of all calls, and when each of the threads' calls began and ended.

    Moments are compared only; -1 stands for what never came.
    """

    results: tuple[Any, ...]
    moments: tuple[tuple[int, int], ...]


def is_explained(arguments: Mapping[str, Any], known: Sequence[Order], history: History) -> bool:
    """Whether some order of the calls gives these results and keeps what was observed."""
    results = list(history.results)
    return any(
        difference(expected, results) is None and _keeps(arguments, order, history)
        for order, expected in known
    )


def why_not(arguments: Mapping[str, Any], known: Sequence[Order], history: History) -> str:
    """Return in words why no order explains a history: the order that comes nearest."""
    calls, results = calls_of(arguments), list(history.results)
    kept = [one for one in known if _keeps(arguments, one[0], history)]
    given = [one for one in known if difference(one[1], results) is None]
    if given:
        early, late = _broken(arguments, given[0][0], history)
        return (
            f"the results fit only where {_named(calls[late])} comes before "
            f"{_named(calls[early])}, which was over before the other began"
        )
    if not kept:
        return "no order of the calls gives these results"
    nearest = min(kept, key=lambda one: len(_differing(one[1], results)))
    places = _differing(nearest[1], results)
    order = ", ".join(_named(calls[place]) for place in _sequence(arguments, nearest[0]))
    place = places[0]
    want, got = show(nearest[1][place], 60), show(results[place], 60)
    at = _named(calls[place])
    return (
        f"no order of the calls gives these results; in the order {order} "
        f"it is {want} that {at} returns, not {got}"
    )


def results_message(arguments: Mapping[str, Any], history: History) -> str:
    """Return the results of the threads' calls and those after them, in words."""
    calls = calls_of(arguments)
    first = threads_span(arguments).start
    parts = [
        f"{shown_call(call)} gave {show(result, 60)}"
        for (_, call), result in list(zip(calls, history.results, strict=True))[first:]
    ]
    return ", ".join(parts)


def _named(call: tuple[int, Sequence[Any]]) -> str:
    thread, written = call
    return f"{shown_call(written)} of thread {thread}" if thread else shown_call(written)


def _sequence(arguments: Mapping[str, Any], order: str) -> list[int]:
    """Return the places of the threads' calls in an order."""
    place, nexts = threads_span(arguments).start, []
    for calls in arguments["threads"]:
        nexts.append(iter(range(place, place + len(calls))))
        place += len(calls)
    return [next(nexts[int(thread)]) for thread in order]


def _keeps(arguments: Mapping[str, Any], order: str, history: History) -> bool:
    return _broken(arguments, order, history) == (-1, -1)


def _broken(arguments: Mapping[str, Any], order: str, history: History) -> tuple[int, int]:
    """Return a call, and one that began after it was over and comes earlier; -1 without any."""
    first, sequence = threads_span(arguments).start, _sequence(arguments, order)
    for at, late in enumerate(sequence):
        start = history.moments[late - first][0]
        for early in sequence[at + 1 :]:
            if 0 <= history.moments[early - first][1] < start:
                return early, late
    return -1, -1


def _differing(expected: Sequence[Any], results: Sequence[Any]) -> list[int]:
    pairs = enumerate(zip(expected, results, strict=True))
    return [place for place, (want, got) in pairs if difference(want, got) is not None]
