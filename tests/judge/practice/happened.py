"""Events of one evening in New York, for tests of what follows from them."""

from datetime import datetime, timedelta, timezone
from typing import Any

from judge.practice import Event, new_event

EVENING = datetime(2026, 11, 2, 19, 0, tzinfo=timezone(timedelta(hours=-5)))
AC, WA, IE = ("submit", "AC"), ("submit", "WA"), ("submit", "IE")
OWN: dict[str, Any] = {"own": True, "valid": True}


def at(minutes: float, kind: str, verdict: str | None = None, **values: Any) -> Event:
    """Return an event of lca so many minutes into the evening.

    `day` is another evening's begin, and `problem` another problem; what is left over are facts.
    """
    when, problem = values.pop("day", EVENING), values.pop("problem", "lca")
    now = when + timedelta(minutes=minutes)
    return new_event(kind, now=now, problem=problem, verdict=verdict, facts=values)


def growth(measured: str, *also: str, reference: str = "n") -> dict[str, Any]:
    """Return the growth that the facts of a submission hold."""
    return {"measured": measured, "also": list(also), "reference": reference, "agrees": None}
