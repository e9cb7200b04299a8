"""Rounds of events for the tests of the scorecard, from a perfect one on."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from judge.practice.scoring.scorecard import Card, score

Line = dict[str, Any]

BEGINNING = datetime(2026, 11, 29, 18, tzinfo=UTC)
GROWTH: Line = {"measured": "n", "also": [], "reference": "n", "agrees": True}
WORSE: Line = {"measured": "n^2", "also": [], "reference": "n", "agrees": None}
AGREES: Line = {"measured": "n", "also": ["n log n"], "reference": "n", "agrees": None}


def at(minute: float) -> str:
    """Return the moment so many minutes after the beginning."""
    moment = BEGINNING + timedelta(minutes=minute)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def event(
    minute: float, kind: str, verdict: str | None = None, slug: str | None = "a", **facts: Any
) -> Line:
    """Return a line of history, with as few keys as it can have."""
    line: Line = {"at": at(minute), "kind": kind, "facts": facts}
    if verdict is not None:
        line |= {"verdict": verdict, "source": f"{slug}{minute:g}"}
    return line | ({"problem": slug} if slug is not None else {})


def part(slug: str, kind: str = "problem", *, minutes: float = 40, must: bool = False) -> Line:
    return {"slug": slug, "kind": kind, "minutes": minutes, "must": must}


def start(*parts: Line, **facts: Any) -> Line:
    """Return the start of a round of an hour; by default with one must, the problem a."""
    given = parts or (part("a", must=True),)
    begun = event(0, "round_start", slug=None)
    begun["facts"] = {"minutes": 60, "deadline": at(60), "parts": list(given), **facts}
    return begun


def ask(minute: float = 1, matched: str | None = "repeats", **facts: Any) -> Line:
    asked: Line = {"text": "repeats?", "matched": matched, "crucial": matched is not None}
    return event(minute, "round_ask", **{**asked, **facts})


def example(minute: float = 2, *, right: bool | None = True, arguments: Any = 0) -> Line:
    found = {"nums": arguments}
    return event(minute, "round_example", arguments=found, predicted=1, right=right)


def approach(minute: float = 3, characters: int = 40, **facts: Any) -> Line:
    facts = {"text": "x" * characters, "time": "O(n)", "space": "O(1)", **facts}
    return event(minute, "round_approach", **facts)


def run(minute: float = 5, arguments: Any = 1, slug: str = "a", **facts: Any) -> Line:
    played: Line = {"own": True, "arguments": {"nums": arguments}, "valid": True, "inputs": 1}
    return event(minute, "run", slug=slug, **{**played, "passed": 1, "bytes": 200, **facts})


def submit(minute: float = 10, verdict: str = "AC", slug: str = "a", **facts: Any) -> Line:
    more: dict[str, Any] = {"bytes": 300}
    if verdict == "AC":
        more |= {"growth": GROWTH, "runtime": {"ratio": 1.1, "low": 1.0, "high": 1.2}}
        more |= {"declared": {"time": "n", "space": None}}
    return event(minute, "submit", verdict, slug, **{**more, **facts})


def failure(minute: float, group: str | None = "edge", verdict: str = "WA", **facts: Any) -> Line:
    return submit(minute, verdict, failed_group=group, **facts)


def answer(minute: float = 12, characters: int = 20) -> Line:
    return event(minute, "round_answer", question="and then?", text="y" * characters)


def perfect(*more: Line, without: Iterable[str] = (), verdict: str = "AC", **facts: Any) -> Card:
    """Return the card of a round that is perfect but for what is changed.

    `without` are kinds of events to leave out, `facts` and `verdict` those of its submission.
    """
    events = [start(), ask(), example(), approach(), run(5, 1), run(6, 2)]
    events += [submit(10, verdict, **facts), answer()]
    return card(*(one for one in events if one["kind"] not in set(without)), *more)


def card(*events: Line, known: Line | None = None, **measured: Any) -> Card:
    """Return the card of a round; `known` changes what is known of the problem a."""
    problem = {"crucial": 2, "followups": 1, "known": 5, "caught": 2, **(known or {})}
    quality: Line = {one.get("source", ""): [] for one in events}
    found = {"problems": {"a": problem}, "quality": quality, "space": {"a": True}}
    return score(events, {**found, "starter_bytes": {"a": 100}, **measured})


def level(card: Card, name: str) -> int | None:
    levels: dict[str, int | None] = card.to_json()["levels"]
    return levels[name]


def sure(card: Card, name: str) -> str | None:
    words: dict[str, str | None] = card.to_json()["sure"]
    return words[name]
