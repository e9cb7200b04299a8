"""The input of a case as a part of one line: `s = 'abba'`, `LRUCache(1), put(1, 0), get(1)`."""

from collections.abc import Iterable
from typing import Any

from judge.cli.render.calls import argument_text
from judge.cli.render.literals import short_literal
from judge.cli.render.rows import tables_line
from judge.cli.render.scenario import scenario_line
from judge.kinds import Calls, Scenario, Shortened, Tables, View
from judge.records import replace
from judge.reports import Failure, view_of
from judge.values import Interface, escape

#: A longer input is named by its size.
SHORT = 100


def input_line(failure: Failure, interface: Interface | None) -> str:
    """Return the failing input, or its size where it is long; empty where there is none."""
    if failure.arguments is None:
        return ""
    if failure.size is not None:
        return f"n = {failure.size:,}"
    return view_line(view_of(failure, failure.flags[0], interface, exact=True))


def call_lines(failure: Failure, interface: Interface | None) -> list[str]:
    """Return the inputs of the two calls of a state leak; none where they are not known."""
    return [_call_line(failure, interface, place) for place in range(len(failure.calls or ()))]


def _call_line(failure: Failure, interface: Interface | None, place: int) -> str:
    assert failure.calls is not None  # the caller has counted them
    prefix = f"calls.{place}."
    cut = [path.removeprefix(prefix) for path in failure.cut if path.startswith(prefix)]
    paths = [f"arguments.{path}" for path in cut]
    call = replace(
        failure, arguments=failure.calls[place], expected=None, actual=None, cut=paths, size=None
    )
    return input_line(call, interface)


def view_line(view: View) -> str:
    """Return a view as one line of at most some hundred characters."""
    if isinstance(view, Tables):
        return tables_line(view)
    if isinstance(view, Scenario):
        return scenario_line(view)
    if isinstance(view, Calls):
        calls = [f"{escape(c.name, 80)}({_inside(c.arguments)})" for c in view.calls]
        text = ", ".join(calls)
        return text if len(text) <= SHORT and len(calls) == view.total else f"{view.total:,} calls"
    values = [(escape(one.name, 80), one.value) for one in view.arguments]
    text = ", ".join(f"{name} = {short_literal(value)}" for name, value in values)
    if len(text) <= SHORT:
        return text
    return ", ".join(_sized(name, value, SHORT // len(values)) for name, value in values)


def _inside(arguments: Iterable[Any]) -> str:
    return ", ".join(map(argument_text, arguments))


def _sized(name: str, value: Any, room: int) -> str:
    text = f"{name} = {short_literal(value)}"
    if (
        len(text) <= room
        or isinstance(value, Shortened)
        or not isinstance(value, list | str | dict)
    ):
        return text
    unit = "characters" if isinstance(value, str) else "items"
    return f"{name} of {len(value):,} {unit}"
